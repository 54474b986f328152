"""A saved web page -> the article in it, by trafilatura (the extra `html`).

The article's text is the main text that trafilatura finds, a paragraph a line; all offsets refer to it.
"""

import logging
import re
from contextlib import suppress
from itertools import islice
from typing import Any

from peacetalks_cli.errors import InputError
from peacetalks_cli.facts import Article
from peacetalks_cli.read import header
from peacetalks_cli.read.bombs import is_bomb
from peacetalks_cli.read.decode import decode, shown
from peacetalks_cli.read.headerwords import iso

_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""")
_HEAD_END = re.compile(r"(?i)</head\s*>|<body\b")
_JSON_LD = re.compile(r"(?i)<script[^>]{0,200}application/ld\+json[^>]{0,200}>")
# Not the most recent date of the page, and never measured by today's.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2199-12-31"}


def article(data: bytes, name: str) -> Article:
    """The article of the page `data`; its date, title and source from the page's metadata, else from its text.

    Raises InputError if the page has no article in it or is made to take for ever, or trafilatura is not installed.
    """
    extract, find_date = _libraries(name)
    page = _decoded(data, shown(name))
    if is_bomb(page):
        raise InputError(f"{shown(name)}: more tags or attributes than a page of an article has; save its text as .txt")
    try:
        found = extract(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
        day = find_date(_metadata(page), **_DATES)
    except Exception as error:  # on garbage they fail in more ways than they say, even by assert
        raise InputError(f"{shown(name)}: not to be understood as a page; save its text as .txt") from error
    text = (found.text or "").strip() if found else ""
    if not _is_article(text):
        raise InputError(f"{shown(name)}: no article found in this page; save its text as .txt")
    own = header.article(text, name)
    published = iso(day) if day else None
    return Article(
        text=text,
        file=name,
        title=_line(found.title) or own.title,
        published=published or own.published,
        published_from="html" if published else own.published_from,
        source=_line(found.sitename or found.hostname) or own.source,
        masked=own.masked,
    )


def _libraries(name: str) -> tuple[Any, Any]:
    try:
        from htmldate import find_date  # noqa: PLC0415  (an extra, and slow to import)
        from trafilatura import bare_extraction  # noqa: PLC0415
    except ImportError as error:
        hint = "pip install 'peacetalks-cli[html]'"
        raise InputError(f"{shown(name)}: HTML needs the extra html; {hint}, or save the text as .txt") from error
    for logger in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(logger).addHandler(logging.NullHandler())  # what they say goes into our own message
    return bare_extraction, find_date


def _is_article(text: str) -> bool:
    """Whether there is a sentence in it, and not just the words of a menu."""
    return bool(re.search(r"[.!?…]", text)) or len(text.split()) > 25


def _metadata(page: str) -> str:
    """The head of the page and its JSON-LD: elsewhere htmldate finds dates of other articles and of copyrights."""
    end = _HEAD_END.search(page)
    head = page[: end.start()] if end else ""
    scripts = []
    for tag in islice(_JSON_LD.finditer(page, len(head)), 20):
        close = page.find("</script", tag.end())
        scripts.append(page[tag.start() : close if close >= 0 else tag.end()] + "</script>")
    return f"<html>{head}</head><body>{''.join(scripts)}</body></html>"


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
