"""Files, folders, standard input, HTML and JSONL -> articles."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Literal

from peacetalks_cli.errors import InputError, UsageError
from peacetalks_cli.facts import Article
from peacetalks_cli.read import html, jsonl
from peacetalks_cli.read.decode import decode, shown
from peacetalks_cli.read.files import STDIN, File, files, unreadable
from peacetalks_cli.read.header import article

__all__ = ["number_of_articles", "read"]

InputFormat = Literal["text", "jsonl"]
_LINES = re.compile(r'\s*\{\s*"(?:text|published|title|source|file)"\s*:')
_PAGE = re.compile(r"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b")


def read(
    paths: Sequence[str],
    *,
    input_format: InputFormat | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    on_error: Callable[[InputError], None],
    on_warning: Callable[[str], None],
) -> Iterator[Article]:
    """The articles of `paths` (files, folders, '-' for `stdin`), one at a time, each input once.

    A file is read by its suffix: .html and .htm, .jsonl, everything else as text. `input_format` is for inputs
    without one of the suffixes, and for standard input (as it is None, a web page is known by its beginning).
    `published`: ISO date for the articles that have none of their own. Each input that is of no use goes to
    `on_error`, a guess at an encoding to `on_warning`, and the rest goes on. Raises UsageError for a `published`
    that is no date.
    """
    if published is not None:
        try:
            published = date.fromisoformat(published).isoformat()
        except ValueError as error:
            raise UsageError(f"{shown(published)}: no date; write it as 2026-01-25") from error
    return _read(paths, input_format, published, stdin, on_error=on_error, on_warning=on_warning)


def number_of_articles(paths: Sequence[str]) -> int | None:
    """How many articles `read` will find at most; None where only reading tells: JSONL, standard input."""
    found = 0
    for file in files(paths, lambda _: None, lambda _: None):
        if file.path == STDIN or file.suffix == ".jsonl":
            return None
        found += 1
    return found


def _read(
    paths: Sequence[str],
    input_format: InputFormat | None,
    published: str | None,
    stdin: BinaryIO | None,
    *,
    on_error: Callable[[InputError], None],
    on_warning: Callable[[str], None],
) -> Iterator[Article]:
    for file in files(paths, on_error, on_warning):
        try:
            for found in _articles(file, input_format, stdin, on_error, on_warning):
                if published and not found.published:
                    yield replace(found, published=published, published_from="option")
                else:
                    yield found
        except InputError as error:
            on_error(error)
        except OSError as error:
            on_error(unreadable(file.path, error))


def _articles(
    file: File,
    input_format: InputFormat | None,
    stdin: BinaryIO | None,
    on_error: Callable[[InputError], None],
    on_warning: Callable[[str], None],
) -> Iterator[Article]:
    standard = file.path == STDIN
    with nullcontext(stdin or sys.stdin.buffer) if standard else Path(file.path).open("rb") as stream:
        if file.suffix == ".jsonl" or (input_format == "jsonl" and not _is_known(file)):
            yield from jsonl.articles(stream, file.name, on_error, on_warning)
            return
        data = stream.read()
    if file.suffix in (".html", ".htm"):
        yield html.article(data, file.name)
        return
    text, warning = decode(data, shown(file.name))
    if warning:
        on_warning(warning)
    if input_format is None and _LINES.match(text):
        on_warning(f"{shown(file.name)}: looks like JSON, read as a text; --input jsonl reads an article a line")
    if standard and input_format is None and _PAGE.match(text):
        yield html.article(data, file.name)
    else:
        yield article(text, file.name)


def _is_known(file: File) -> bool:
    return file.suffix in (".txt", ".md", ".html", ".htm", ".jsonl")
