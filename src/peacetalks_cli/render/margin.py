"""An article at the terminal: its words with the marks in them, and beside each line what they mean."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import wrap
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from peacetalks_cli.facts import Interval
from peacetalks_cli.render import Screen
from peacetalks_cli.render.clean import one_line
from peacetalks_cli.render.console import console, printed

Mark = dict[str, Any]
"""`start`, `end`: half-open, in code points of the text; `kind`; `note`: what it means, "" where the words say it."""

_STYLES = {
    "person": "bold blue",
    "place": "bold green",
    "organization": "bold magenta",
    "date": "bold cyan",
    "number": "bold red",
    "source": "underline",
}
_WIDTH = 100  # where there is no terminal
_LEAST_MARGIN, _MOST_TEXT, _GAP = 24, 76, 3
_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def annotated(heading: Sequence[str], text: str, marks: Sequence[Mark], screen: Screen) -> Iterator[str]:
    """The `heading` lines, then the text, wrapped, with the notes of each line at its right, or below its paragraph
    where there is no room. Without styles a mark stands in square brackets. `marks`: in order of `start`."""
    width = screen.width or _WIDTH
    room = min(_MOST_TEXT, width - _GAP - _LEAST_MARGIN)
    is_beside = room >= _LEAST_MARGIN
    room = room if is_beside else width
    indent = room + _GAP if is_beside else 2
    on = console(screen)
    for line in heading:
        yield printed(on, Text(one_line(line), style="bold"))
    page = _Page(text, marks, is_plain=not screen.styled)
    for paragraph in _paragraphs(text):
        yield "\n"
        notes: deque[str] = deque()
        for start, end in page.lines(paragraph, room):
            notes += _notes(page.within(start, end), start, width - indent)
            written = page.written(start, end)
            if is_beside and notes:
                written.append(" " * (indent - written.cell_len)).append(notes.popleft(), "dim")
            yield printed(on, written)
        while notes:
            yield printed(on, Text(" " * indent).append(notes.popleft(), "dim"))


def _paragraphs(text: str) -> Iterator[Interval]:
    start = 0
    for line in re.finditer(r"[\r\n]+|\Z", text):
        if text[start : line.start()].strip():
            yield start, line.start()
        start = line.end()


class _Page:
    """A text and its marks, asked for a line at a time."""

    def __init__(self, text: str, marks: Sequence[Mark], *, is_plain: bool) -> None:
        self._text, self._marks, self._is_plain = text, marks, is_plain
        self._starts = [mark["start"] for mark in marks]
        self._longest = max((mark["end"] - mark["start"] for mark in marks), default=0)
        outermost: list[Mark] = []
        for mark in marks:
            if not outermost or mark["start"] >= outermost[-1]["end"]:
                outermost.append(mark)
        self._opening = {mark["start"] for mark in outermost} if is_plain else set()
        self._closing = {mark["end"] for mark in outermost} if is_plain else set()

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that reach into an interval."""
        near = slice(bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end))
        return [mark for mark in self._marks[near] if mark["end"] > start]

    def lines(self, paragraph: Interval, room: int) -> Iterator[Interval]:
        """The paragraph in lines that fit in `room` columns of the terminal with their brackets."""
        first = last = -1
        used = 0
        for start, end in self._words(paragraph, room):
            length = self._length(start, end)
            if first >= 0 and used + 1 + length > room:
                yield first, last
                first = -1
            used = length if first < 0 else used + 1 + length
            first, last = (start if first < 0 else first), end
        if first >= 0:
            yield first, last

    def _words(self, paragraph: Interval, room: int) -> Iterator[Interval]:
        """Its words, and those that are longer than a line in pieces."""
        for word in _WORD.finditer(self._text, *paragraph):
            start, end = word.span()
            if self._length(start, end) <= room:
                yield start, end
            else:  # a character is two columns wide at most
                yield from pairwise([*range(start, end, max(1, (room - 2) // 2)), end])

    def _length(self, start: int, end: int) -> int:
        brackets = (
            sum((i in self._opening) + (i + 1 in self._closing) for i in range(start, end)) if self._opening else 0
        )
        return cell_len(_seen(self._text[start:end])) + brackets

    def written(self, start: int, end: int) -> Text:
        """The words of a line, with the marks in them."""
        if self._is_plain:
            return Text("".join(self._bracketed(start, end)), no_wrap=True)
        line = Text(_seen(self._text[start:end]), no_wrap=True)
        for mark in self.within(start, end):
            line.stylize(_STYLES[mark["kind"]], max(mark["start"] - start, 0), min(mark["end"], end) - start)
        return line

    def _bracketed(self, start: int, end: int) -> Iterator[str]:
        for i in range(start, end):
            opened, closed = "[" * (i in self._opening), "]" * (i + 1 in self._closing)
            yield f"{opened}{_seen(self._text[i])}{closed}"


def _seen(text: str) -> str:
    """The same number of characters, none of which steers a terminal."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text))


def _notes(marks: Sequence[Mark], start: int, room: int) -> Iterator[str]:
    """What is to be said of the marks that begin in a line, wrapped to `room` columns."""
    for mark in marks:
        if mark["start"] >= start and mark["note"]:
            yield from wrap(one_line(mark["note"]), room, subsequent_indent="  ", break_on_hyphens=False)
