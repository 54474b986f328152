"""A saved web page -> the article in it, by trafilatura (the extra `html`).

The article's text is the main text that trafilatura finds, a paragraph a line; all offsets refer to it.
"""

import logging
import re
from contextlib import suppress
from typing import Any

from peacetalks_cli.errors import InputError
from peacetalks_cli.facts import Article
from peacetalks_cli.read import header
from peacetalks_cli.read.decode import decode, shown
from peacetalks_cli.read.headerline import iso

_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""")
# htmldate would search the whole page for anything like a date, and leave out what lies after today.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2199-12-31"}


def article(data: bytes, name: str) -> Article:
    """The article of the page `data`; its date, title and source from the page's metadata, else from its text.

    Raises InputError if the page has no article in it, or trafilatura is not installed.
    """
    extract = _extractor(name)
    found = extract(
        _decoded(data, shown(name)),
        with_metadata=True,
        include_comments=False,
        date_extraction_params=_DATES,
    )
    text = (found.text or "").strip() if found else ""
    if not text:
        raise InputError(f"{shown(name)}: no article found in this page; save its text as .txt")
    own = header.article(text, name)
    published = iso(found.date) if found.date else None
    return Article(
        text=text,
        file=name,
        title=_line(found.title) or own.title,
        published=published or own.published,
        published_from="html" if published else own.published_from,
        source=_line(found.sitename or found.hostname) or own.source,
        masked=own.masked,
    )


def _extractor(name: str) -> Any:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  (an extra, and slow to import)
    except ImportError as error:
        hint = "pip install 'peacetalks-cli[html]'"
        raise InputError(f"{shown(name)}: HTML needs the extra html; {hint}, or save the text as .txt") from error
    for logger in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(logger).addHandler(logging.NullHandler())  # what they say goes into our own message
    return bare_extraction


def _decoded(data: bytes, name: str) -> str:
    """The page as text by its byte-order mark, its own declaration, or as any other text."""
    declared = _CHARSET.search(data, 0, 4096)
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared[1].decode().lower()
        # Pages that say Latin-1 are Windows-1252, as every browser reads them.
        encoding = "cp1252" if encoding in ("iso-8859-1", "latin1", "windows-1252") else encoding
        with suppress(LookupError, UnicodeError):
            data = data.decode(encoding).encode()
    return decode(data, name)[0]


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
