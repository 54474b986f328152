"""The parts of a sentence: what stands between commas, brackets, dashes and conjunctions."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from peacetalks_cli.facts import Interval

_BREAK = re.compile(r",\s|[;:()]|\s[–—-]\s|[„“”\"»«](?=\s|$)|\s(?:und|sowie|oder|sondern|während|wobei)(?=\s)")


def segments(text: str, start: int, end: int) -> Iterator[Interval]:
    """Intervals of the parts of the sentence [start, end), without what parts them; empty ones are left out."""
    at = start
    for stop in _BREAK.finditer(text, start, end):
        if stop.start() > at:
            yield at, stop.start()
        at = stop.end()
    if at < end:
        yield at, end


def segment_at(parts: list[Interval], offset: int) -> int:
    """The index of the part that holds `offset`, or of the last one before it."""
    return max(0, bisect_right(parts, offset, key=lambda part: part[0]) - 1)
