"""Columns of text side by side, chosen and cut to a width."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

GAP = 2  # columns of the terminal between two cells


@dataclass(frozen=True, slots=True)
class Column:
    """`least` and `most`: its width in columns of the terminal. Columns of higher `rank` are cut first, and left out
    first, where there is no room for all. `line`: cells end in ":12", a line, which stays where they are cut."""

    title: str
    least: int
    most: int
    rank: int = 0
    right: bool = False
    line: bool = False


def widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], room: int | None) -> dict[int, int]:
    """Which columns are shown (by their index) and how wide; with `room` None all, as wide as their longest cell."""
    # A column with nothing in it tells nothing.
    shown = [index for index, column in enumerate(columns) if column.rank == 0 or any(row[index] for row in cells)]
    wanted = {index: max(Text(text).cell_len for text in (columns[index].title, *_of(index, cells))) for index in shown}
    if room is None:
        return wanted
    least = {index: min(wanted[index], max(columns[index].least, len(columns[index].title))) for index in shown}
    while len(shown) > 1 and _total([least[index] for index in shown]) > room:
        shown.remove(max(shown, key=lambda index: (columns[index].rank, index)))
    chosen = {index: min(wanted[index], max(columns[index].most, least[index])) for index in shown}
    while (excess := _total(list(chosen.values())) - room) > 0:
        slack = {index: chosen[index] - least[index] for index in chosen}
        giving = max(slack, key=lambda index: (slack[index] > 0, columns[index].rank, slack[index]))
        if slack[giving] == 0:
            chosen[giving] = max(1, chosen[giving] - excess)
            break
        chosen[giving] -= 1
    return chosen


def line(columns: Sequence[Column], cells: Sequence[str], shown: dict[int, int], style: str = "") -> Text:
    """One line of the table, without spaces at its end; what is too long ends in "…"."""
    text = Text(no_wrap=True, end="")
    for number, (index, width) in enumerate(shown.items()):
        cell = _cut(cells[index], width, at_line=columns[index].line)
        cell.stylize(style)
        padding = " " * (width - cell.cell_len)
        text.append(" " * GAP if number else "")
        text.append_text(Text(padding) + cell if columns[index].right else cell + Text(padding))
    text.rstrip()
    return text


def _cut(cell: str, width: int, *, at_line: bool) -> Text:
    """`cell` in `width`, with "…" for what is left out: its end, or what is before its last colon."""
    text = Text(cell)
    colon = cell.rfind(":")
    end = cell[colon:]
    if at_line and text.cell_len > width > len(end) + 1 and colon >= 0:
        text = Text(cell[:colon])
        text.truncate(width - len(end), overflow="ellipsis")
        return text + Text(end)
    text.truncate(width, overflow="ellipsis")
    return text


def _of(index: int, cells: Sequence[Sequence[str]]) -> list[str]:
    return [row[index] for row in cells]


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)
