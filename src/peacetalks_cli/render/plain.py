"""Rows as JSON, CSV, TSV and Markdown: for other programs, so nothing is shortened."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from peacetalks_cli.render.clean import one_line, printable

Row = dict[str, Any]

COLUMNS: dict[str, tuple[str, ...]] = {
    "people": ("id", "name", "roles", "variants", "articles", "mentions", "first", "last", "files"),
    "places": (
        *("id", "name", "kind", "country", "latitude", "longitude"),
        *("variants", "articles", "mentions", "first", "last", "files"),
    ),
    "dates": (
        *("text", "start", "end", "line", "type", "value", "mod", "earliest", "latest"),
        *("file", "published"),
    ),
    "dates_explained": (
        *("text", "start", "end", "line", "type", "value", "mod", "earliest", "latest", "reason"),
        *("file", "published"),
    ),
    "timeline": (
        *("earliest", "latest", "value", "text", "sentence", "people", "places", "figures"),
        *("file", "line", "start", "end", "published"),
    ),
    "numbers": (
        *("text", "start", "end", "line", "value", "low", "high", "modifier", "unit", "counted", "topic"),
        *("detail", "place", "date", "source", "sentence", "file", "published"),
    ),
    "numbers_explained": (
        *("text", "start", "end", "line", "value", "low", "high", "modifier", "unit", "counted", "topic"),
        *("detail", "place", "date", "source", "stance", "relation", "reasons", "sentence", "file", "published"),
    ),
    "explained": ("id", "name", "text", "mentions", "why"),
    "mentions": (
        *("kind", "text", "name", "value", "topic", "counted", "modifier", "unit", "place", "date"),
        *("source", "file", "line", "start", "end"),
    ),
}
"""The columns of CSV, TSV and Markdown; "mentions" are those of `extract`."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode  # json.dumps would make one for each row
# A number, or standard input and a line of it: no formula.
_HARMLESS = re.compile(r"-\d+(?:[.,]\d+)*|-(?::\d+)?")
# Valid in JSON as they are, but no terminal must see them.
_C1 = re.compile("[\x7f-\x9f]")
_RETURN = re.compile(r"\r(?!\n)")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|&#~])")


def to_json(value: Any, *, indent: int | None = None) -> str:
    """One JSON value without a line end; a lone surrogate or a control character is escaped."""
    text = _encode(value) if indent is None else json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _C1.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def json_array(rows: Iterable[Row]) -> Iterator[str]:
    """An array with one row a line, in pieces: it can be read while it is written."""
    opening = "["
    for row in rows:
        yield f"{opening}{to_json(row)}"
        opening = ",\n"
    yield "]\n" if opening != "[" else "[]\n"


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield to_json(row) + "\n"


def separated(kind: str, rows: Iterable[Row], delimiter: str) -> Iterator[str]:
    """CSV or TSV with a header line. CSV keeps line ends in quotes; in TSV white space is one space."""
    columns = COLUMNS[kind]
    buffer = io.StringIO()
    if delimiter == "\t":  # nothing is quoted: no cell holds a tab or a line end
        writer = csv.writer(buffer, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        clean = one_line
    else:
        writer = csv.writer(buffer, lineterminator="\n")
        clean = _with_line_ends
    writer.writerow(columns)
    for row in rows:  # the header goes out with the first row: if that fails, nothing is written
        writer.writerow([no_formula(clean(cell(row.get(column)))) for column in columns])
        yield _taken(buffer)
    yield _taken(buffer)


def markdown(kind: str, rows: Iterable[Row]) -> Iterator[str]:
    """A table of GitHub's Markdown."""
    columns = COLUMNS[kind]
    header = f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"
    for row in rows:
        cells = (_MARKDOWN.sub(r"\\\1", one_line(cell(row.get(column)))) for column in columns)
        yield f"{header}| {' | '.join(cells)} |\n"
        header = ""
    yield header


def cell(value: Any) -> str:
    """A value as the text of one cell: a list joined by "; ", of a source the name, of a reason its words and
    rule, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(map(cell, value))
    if isinstance(value, dict):
        return str(value["name"]) if "name" in value else f"{value['field']}: {value['text']} ({value['rule']})"
    return str(value)


def no_formula(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would compute it: =, +, @, and -, but for numbers."""
    start = text.lstrip()[:1]
    if start in ("=", "+", "@") or (start == "-" and not _HARMLESS.fullmatch(text)):
        return "'" + text
    return text


def _with_line_ends(text: str) -> str:
    """Of the control characters only line ends stay. A carriage return alone is one: `csv` does not put it in quotes,
    readers take it for the end of the row, and a terminal for the way back to its start."""
    return _RETURN.sub("\n", printable(text))


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
