"""Figures as bars at the terminal: by topic and unit, day by day, each with what is counted, where, and who says so."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.text import Text

from peacetalks_cli.facts import SIGNS
from peacetalks_cli.render import Screen
from peacetalks_cli.render.clean import one_line
from peacetalks_cli.render.console import console, printed

Row = dict[str, Any]

_WIDTH = 80  # where there is no terminal
_LEAST, _MOST = 10, 40  # columns of the longest bar
_LEAST_WORDS = 5  # characters: less than that of a word tells nothing
_ASCII_SIGNS = {"approx": "~", "more_than": ">", "less_than": "<", "min": ">=", "max": "<="}
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def bars(rows: Sequence[Row], screen: Screen, *, is_ascii: bool = False) -> Iterator[str]:
    """The rows of `numbers`. Bars of one topic and unit share a scale, from nought; nothing is summed. A figure below
    nought has no bar. `is_ascii`: signs and bars of ASCII characters."""
    if not rows:
        yield "No numbers found.\n"
        return
    width = screen.width or _WIDTH
    on = console(screen)
    ordered = sorted(rows, key=lambda row: (*_scale(row), _day(row), row["file"], row["start"]))
    for number, (scale, group) in enumerate(groupby(ordered, key=_scale)):
        of_scale = list(group)
        title = ", ".join(part for part in scale if part)
        yield printed(on, Text(("\n" if number else "") + one_line(title), style="bold"))
        amounts = [one_line(_amount(row, is_ascii=is_ascii)) for row in of_scale]
        longest = min(max(map(len, amounts)), width // 3)
        room = max(_LEAST, min(_MOST, width // 4))
        top = max(max(_high(row), 0) for row in of_scale) or 1
        before = None
        for row, amount in zip(of_scale, amounts, strict=True):
            day = _day(row)
            yield printed(
                on, _line(row, day if day != before else "", amount.rjust(longest), room, top, width, is_ascii)
            )
            before = day


def _line(row: Row, day: str, amount: str, room: int, top: float, width: int, is_ascii: bool) -> Text:
    line = Text(f"{day:10} {amount} ", no_wrap=True)
    line.append(_bar(_high(row) / top * room, is_ascii=is_ascii))
    line.append(" ")
    source = row["source"]["name"] if row["source"] else None
    parts = [one_line(part) for part in (row["counted"], row["place"], source) if part]
    line.append(_fitting(parts, width - line.cell_len, is_ascii=is_ascii))
    line.truncate(width, overflow="crop" if is_ascii else "ellipsis")
    line.rstrip()
    return line


def _fitting(parts: Sequence[str], room: int, *, is_ascii: bool) -> str:
    """The parts in `room` columns; the first ones give way, so that who says it is read."""
    between, dots = (" - ", "..") if is_ascii else (" · ", "…")
    while len(parts) > 1 and (excess := len(between.join(parts)) - room) > 0:
        kept = len(parts[0]) - excess - len(dots)
        parts = [parts[0][:kept].rstrip() + dots, *parts[1:]] if kept > _LEAST_WORDS else parts[1:]
    return between.join(parts)


def _bar(length: float, *, is_ascii: bool) -> str:
    """So many columns long; what is not nought is seen."""
    if is_ascii:
        return "#" * max(round(length), length > 0)
    eighths = max(round(length * 8), 1 if length > 0 else 0)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _scale(row: Row) -> tuple[str, str]:
    return row["topic"], row["unit"] or ""


def _day(row: Row) -> str:
    """The day that the figure is of, else that of its article."""
    found = _DAY.match(row["date"] or "")
    return found[0] if found else row["published"] or ""


def _high(row: Row) -> float:
    return float(row["high"] if row["high"] is not None else row["value"])


def _amount(row: Row, *, is_ascii: bool) -> str:
    sign = (_ASCII_SIGNS if is_ascii else SIGNS).get(row["modifier"] or "", "")
    dash = "-" if is_ascii else "–"
    is_range = row["low"] is not None and row["high"] not in (None, row["low"])
    value = f"{_grouped(row['low'])}{dash}{_grouped(row['high'])}" if is_range else _grouped(row["value"])
    return f"{sign} {value}".strip()


def _grouped(value: float) -> str:
    """1 234 567: groups of three as neither a German nor an English reader mistakes them."""
    return f"{value:,}".replace(",", " ")
