"""One article a line: {"text": …, "published": …, "title": …, "source": …, "file": …}."""

import codecs
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, BinaryIO

from peacetalks_cli.errors import InputError
from peacetalks_cli.facts import Article
from peacetalks_cli.read.decode import decode, shown
from peacetalks_cli.read.header import article

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_TIMESTAMP = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}.{0,30})?", re.DOTALL)


def articles(
    stream: BinaryIO,
    name: str,
    on_error: Callable[[InputError], None],
    on_warning: Callable[[str], None],
    *,
    first: int = 1,
) -> Iterator[Article]:
    """The articles of `stream`, one line in memory at a time. Empty lines are skipped; `first`: the number of the
    first line.

    A line that is of no use is an error of its own, named NAME:LINE. Raises InputError if there is no line at all.
    """
    empty, guessed = True, False
    files: Counter[str] = Counter()
    for number, line in enumerate(_lines(stream, name), start=first):
        if not line.strip():
            continue
        empty = False
        place = f"{name}:{number}"
        try:
            decoded, warning = decode(line, shown(place))
            if warning and not guessed:  # once a file, not once a line
                guessed = True
                on_warning(warning)
            found = _article(decoded, place, on_warning)
            files[found.file] += 1
            if (number_of_file := files[found.file]) > 1:
                found = replace(found, place=f"{found.file}:{number_of_file}")
                if files.total() - len(files) == 1:  # once
                    on_warning(f'{shown(place)}: "file" as in a line before; rows give no other name for either')
            yield found
        except InputError as error:
            on_error(error)
    if empty:
        raise InputError(f"{shown(name)}: empty; nothing to read")


def _lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    first = stream.readline()
    if first.startswith(_UTF16):  # a line end is two bytes there, so it cannot be read line by line
        text, _ = decode(first + stream.read(), shown(name))
        stream, first = io.BytesIO(text.encode()), b""
    if first:
        yield first.removeprefix(codecs.BOM_UTF8)
    yield from stream


def _article(line: str, place: str, on_warning: Callable[[str], None]) -> Article:
    return of_fields(_fields(line, shown(place)), place, on_warning)


def of_fields(fields: dict[str, Any], place: str, on_warning: Callable[[str], None]) -> Article:
    """The article of a line, or of a row of a table with the same fields. Raises InputError if it has no text."""
    text = _text(fields, place, on_warning)
    found = article(text, place)
    found = replace(
        found,
        title=_string(fields, "title", place, on_warning) or found.title,
        source=_string(fields, "source", place, on_warning) or found.source,
        file=_string(fields, "file", place, on_warning) or found.file,
    )
    published = _string(fields, "published", place, on_warning)
    if published:
        day = _day(published)
        if day:
            return replace(found, published=day, published_from="jsonl")
        on_warning(f"{shown(place)}: published is no ISO date ({shown(published[:40])}); write 2026-01-25")
    return found


def _fields(line: str, place: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        problem = f"broken JSON ({error.msg}, column {error.colno})"
        raise InputError(f"{place}: {problem}; one object a line, at least a text") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: unreadable JSON; one object a line, at least a text") from error
    if not isinstance(fields, dict):
        raise InputError(f"{place}: not a JSON object; one object a line, at least a text")
    return fields


def _text(fields: dict[str, Any], place: str, on_warning: Callable[[str], None]) -> str:
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f'{shown(place)}: no "text", or an empty one; each line needs it')
    whole = _HALF_CHARACTER.sub("\ufffd", text)
    if whole != text:
        on_warning(f"{shown(place)}: halves of characters (\\ud800 …) in the text, read as \ufffd")
    return whole


def _string(fields: dict[str, Any], key: str, place: str, on_warning: Callable[[str], None]) -> str | None:
    value = fields.get(key)
    if value is None or isinstance(value, str):
        return _HALF_CHARACTER.sub("\ufffd", value).strip() if value else None
    on_warning(f'{shown(place)}: "{key}" is not a string; left out')
    return None


def _day(value: str) -> str | None:
    """The ISO date of an ISO date or timestamp, None for anything else."""
    match = _TIMESTAMP.fullmatch(value)
    try:
        return date.fromisoformat(match[1]).isoformat() if match else None
    except ValueError:
        return None
