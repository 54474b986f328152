"""Tables for a person at a terminal: what was found, and the words to see it in.

Bold type is the only emphasis, since any colour is unreadable on some background.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from rich.text import Text

from peacetalks_cli.facts import SIGNS
from peacetalks_cli.render import Screen
from peacetalks_cli.render.clean import one_line
from peacetalks_cli.render.console import console, printed
from peacetalks_cli.render.layout import Column, line, widths
from peacetalks_cli.render.plain import cell

Row = dict[str, Any]

_COLUMNS = {
    "people": (
        Column("Name", 20, 32),
        Column("Roles", 18, 40, rank=1),
        Column("Mentions", 8, 8, right=True),
        Column("Articles", 8, 8, right=True),
        Column("First", 10, 10, rank=2),
        Column("Last", 10, 10, rank=2),
        Column("Also written", 16, 48, rank=3),
    ),
    "places": (
        Column("Name", 24, 32),
        Column("Kind", 8, 8, rank=1),
        Column("Country", 7, 7, rank=1),
        Column("Mentions", 8, 8, right=True),
        Column("Articles", 8, 8, right=True),
        Column("First", 10, 10, rank=2),
        Column("Last", 10, 10, rank=2),
        Column("Coordinates", 12, 16, rank=3),
        Column("Also written", 16, 40, rank=4),
    ),
    "dates": (
        Column("When", 21, 21),
        Column("As written", 18, 48),
        Column("Value", 13, 24, rank=1),
        Column("Mod", 9, 9, rank=2),
        Column("Where", 18, 44, line=True),
        Column("Published", 10, 10, rank=3),
    ),
    "dates_explained": (
        Column("When", 21, 21),
        Column("As written", 14, 40),
        Column("Value", 10, 24, rank=1),
        Column("Why", 20, 60),
        Column("Where", 20, 44, rank=2),
    ),
    "timeline": (
        Column("Where", 16, 40),
        Column("People", 12, 40, rank=1),
        Column("Places", 8, 30, rank=1),
        Column("Figures", 12, 40, rank=1),
    ),
    "numbers": (
        Column("Figure", 18, 40),
        Column("Topic", 13, 18, rank=3),
        Column("Source", 15, 32, rank=1),
        Column("Place", 11, 24, rank=1),
        Column("Date", 13, 16, rank=2),
    ),
    "numbers_explained": (
        Column("Figure", 18, 40),
        Column("Topic", 10, 18, rank=1),
        Column("Stance", 8, 18),
        Column("Why", 30, 160),
    ),
    "explained": (
        Column("Name", 16, 28, rank=1),
        Column("As written", 16, 32),
        Column("Mentions", 8, 8, right=True),
        Column("Why", 30, 110),
    ),
}
_NOTHING = {"timeline": "dates", "dates_explained": "dates", "numbers_explained": "numbers"}
_SUFFIX = re.compile(r"\.(?:txt|md|html?|jsonl)(?=$|:\d+$)", re.IGNORECASE)
_INDENT = 5  # room for the line of the text
_EXCERPT = 160  # code points around a figure where nothing need be cut


def table(kind: str, rows: Sequence[Row], screen: Screen) -> Iterator[str]:
    """The rows of one kind, a line each. Numbers come file by file, under its name, the timeline day by day, each
    with its line of the text and the sentence around it."""
    on = console(screen)
    if not rows:
        yield f"No {_NOTHING.get(kind, kind)} found.\n"
        return
    columns = _COLUMNS[kind]
    files = _short(sorted({row["file"] for row in rows if "file" in row}))
    cells = [[one_line(cell) for cell in _CELLS[kind](row, files)] for row in rows]
    shown = widths(columns, cells, screen.width)
    yield printed(on, line(columns, [column.title for column in columns], shown, "bold"))
    before = None
    for row, of_row in zip(rows, cells, strict=True):
        if kind in _UNDER and (above := _UNDER[kind](row)) != before:
            before = above
            heading = (
                _heading(files[above], row["published"], screen.width) if kind.startswith("numbers") else _day(above)
            )
            yield printed(on, heading)
        yield printed(on, line(columns, of_row, shown))
        if kind in _UNDER:
            yield printed(on, _excerpt(row, screen.width))


def overview(kind: str, rows: Sequence[Row], screen: Screen, at_most: int, all_by: str) -> Iterator[str]:
    """A headed table of the first `at_most` rows, how many more there are, and the command that shows them all."""
    yield printed(console(screen), Text(f"{kind.capitalize()} ({len(rows)})", style="bold underline"))
    yield from table(kind, rows[:at_most], screen)
    if len(rows) > at_most:
        yield f"… and {len(rows) - at_most} more: {one_line(all_by)}\n"
    yield "\n"


def _of_date(row: Row, files: dict[str, str]) -> Sequence[str]:
    when = _days(row)
    value = "" if row["value"] == when else row["value"]
    return (when, row["text"], value, row["mod"] or "", _where(row, files), row["published"] or "")


def _of_explained_date(row: Row, files: dict[str, str]) -> Sequence[str]:
    when, written, value, *_ = _of_date(row, files)
    return (when, written, value, row["reason"] or "", _where(row, files))


def _of_event(row: Row, files: dict[str, str]) -> Sequence[str]:
    return (_where(row, files), *(", ".join(row[kind]) for kind in ("people", "places", "figures")))


def _of_number(row: Row, files: dict[str, str]) -> Sequence[str]:
    source = row["source"]
    topic = f"{row['topic']}, {row['detail']}" if row["detail"] else row["topic"]
    return (_figure(row), topic, source["name"] if source else "", row["place"] or "", row["date"] or "")


def _of_explained_number(row: Row, files: dict[str, str]) -> Sequence[str]:
    topic = f"{row['topic']}, {row['detail']}" if row["detail"] else row["topic"]
    put = ", ".join(word for word in (row["stance"], row["relation"]) if word)
    return (_figure(row), topic, put, cell([why for why in row["reasons"] if why["field"] != "value"]))


def _of_explained(row: Row, files: dict[str, str]) -> Sequence[str]:
    return (row["name"], row["text"], str(row["mentions"] or ""), row["why"])


def _of_person(row: Row, files: dict[str, str]) -> Sequence[str]:
    return (row["name"], ", ".join(row["roles"]), *_counts(row), ", ".join(row["variants"]))


def _of_place(row: Row, files: dict[str, str]) -> Sequence[str]:
    point = "" if row["latitude"] is None else f"{row['latitude']:.2f}, {row['longitude']:.2f}"
    return (row["name"], row["kind"] or "", row["country"] or "", *_counts(row), point, ", ".join(row["variants"]))


_CELLS = {
    "people": _of_person,
    "places": _of_place,
    "dates": _of_date,
    "dates_explained": _of_explained_date,
    "timeline": _of_event,
    "numbers": _of_number,
    "numbers_explained": _of_explained_number,
    "explained": _of_explained,
}


def _counts(row: Row) -> tuple[str, ...]:
    return (str(row["mentions"]), str(row["articles"]), row["first"] or "", row["last"] or "")


def _where(row: Row, files: dict[str, str]) -> str:
    return f"{files[row['file']]}:{row['line']}"


def _days(row: Row) -> str:
    """2026-01-25, 2026-01, 2026, or the first and the last day."""
    first, last, value = row["earliest"] or "", row["latest"] or "", row["value"]
    if first == last:
        return str(first)
    if (first, last) == (f"{value}-01-01", f"{value}-12-31") or (first == f"{value}-01" and last[8:] >= "28"):
        return str(value)
    return f"{first}–{last}"


def _day(when: str) -> Text:
    return Text(f"— {when}", style="bold", no_wrap=True)


def _figure(row: Row) -> str:
    """The figure as written, with what is counted or measured: "≈ 800 000 Menschen"."""
    what = row["counted"] or ""
    unit = row["unit"] or ""
    return f"{SIGNS.get(row['modifier'], '')} {row['text']} {unit} {what}"


def _heading(file: str, published: str | None, width: int | None) -> Text:
    heading = Text(f"— {one_line(file)}{f', published {published}' if published else ''}", style="bold", no_wrap=True)
    heading.truncate(width or heading.cell_len, overflow="ellipsis")
    return heading


_UNDER = {
    "numbers": lambda row: row["file"],
    "numbers_explained": lambda row: row["file"],
    "timeline": _days,
}
"""What the rows of a kind come under, each with the sentence around it."""


def _excerpt(row: Row, width: int | None) -> Text:
    """The sentence around the figure, which is bold, cut to one line of `width`; before it the line of the text."""
    text = Text(f"{row['line']:>{_INDENT}}  ", no_wrap=True)
    room = _EXCERPT if width is None else max(20, width - text.cell_len)
    sentence, figure = one_line(row["sentence"]), one_line(row["text"])
    found = re.search(rf"(?<!\w){re.escape(figure)}(?!\w)", sentence) or re.search(re.escape(figure), sentence)
    start, end = found.span() if found else (0, 0)
    left = max(0, min(start - (room - (end - start)) // 2, len(sentence) - room))
    right = left + room
    shown = Text(sentence, no_wrap=True)
    shown.stylize("bold", start, end)
    shown = shown[left:right]
    if left:
        shown = Text("…") + shown[1:]
    if right < len(sentence):
        shown = shown[:-1] + Text("…")
    text.append_text(shown)
    if width is not None:
        text.truncate(width, overflow="ellipsis")
    return text


def _short(files: Sequence[str]) -> dict[str, str]:
    """Names of files without folder and suffix, but whole where two would be the same."""
    stems = {file: _SUFFIX.sub("", PurePath(file).name) or file for file in files}
    taken = list(stems.values())
    return {file: stem if taken.count(stem) == 1 else file for file, stem in stems.items()}
