"""An article's text with its highlights, which may lie within one another, as pieces that a template can nest."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from peacetalks_cli.facts import Interval

# Neither a browser's layout nor a reader's eye is to be led astray: shown as what they are.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_BREAK = re.compile(r"(?:\r\n|\r|\n)\s*")


@dataclass(frozen=True, slots=True)
class Highlight:
    """`start`, `end`: half-open, in code points; `id`: its anchor; `row`: the anchor of what is said of it, or None."""

    start: int
    end: int
    kind: Literal["person", "place", "organization", "date", "number", "source"]
    id: str
    row: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A step through a paragraph: a highlight opens (`text` is its id, once, then ""), words, a highlight closes."""

    step: Literal["open", "text", "close"]
    text: str = ""
    highlight: Highlight | None = None


def visible(text: Any) -> str:
    """Text as it may stand in a page: characters that are not seen, or turn the line around, become a sign each."""
    return _UNSEEN.sub("\N{SYMBOL FOR SUBSTITUTE FORM TWO}", str(text))


def paragraphs(text: str, highlights: Sequence[Highlight]) -> Iterator[list[Piece]]:
    """The paragraphs of a text: parted where its lines end, but not within a highlight."""
    ordered = sorted(highlights, key=lambda one: (one.start, -one.end, one.kind, one.id))
    start = first = 0
    for part in _parts(text, ordered):
        last = first
        while last < len(ordered) and ordered[last].start < part[1]:
            last += 1
        if text[start : part[1]].strip():
            yield list(_pieces(text, part, ordered[first:last]))
        start, first = part[1], last


def _parts(text: str, ordered: Sequence[Highlight]) -> Iterator[Interval]:
    starts = [one.start for one in ordered]
    reach = list(_furthest(ordered))
    begin = 0
    for found in _BREAK.finditer(text):
        before = bisect_right(starts, found.start()) - 1
        if before < 0 or reach[before] <= found.start():
            yield begin, found.start()
            begin = found.end()
    yield begin, len(text)


def _furthest(ordered: Sequence[Highlight]) -> Iterator[int]:
    end = 0
    for one in ordered:
        end = max(end, one.end)
        yield end


def _pieces(text: str, part: Interval, inside: Sequence[Highlight]) -> Iterator[Piece]:
    edges = sorted({*part, *(edge for one in inside for edge in (one.start, one.end))})
    open_now: list[Highlight] = []
    waiting = list(inside)[::-1]
    for start, end in pairwise(edges):
        while waiting and waiting[-1].start == start:
            one = waiting.pop()
            open_now.append(one)
            yield Piece("open", one.id, one)
        innermost = next((one for one in reversed(open_now) if one.row), None)
        yield Piece("text", text[start:end], innermost)
        yield from _closed(open_now, end)


def _closed(open_now: list[Highlight], end: int) -> Iterator[Piece]:
    lowest = next((i for i, one in enumerate(open_now) if one.end <= end), None)
    if lowest is None:
        return
    inner = open_now[lowest:]
    del open_now[lowest:]
    yield from (Piece("close") for _ in inner)
    for one in inner:
        if one.end > end:
            open_now.append(one)
            yield Piece("open", "", one)
