"""When a figure holds, as far as the text says."""

import re
from collections.abc import Sequence

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Date, Interval

_EVENTS = frozenset(
    ["killed", "wounded", "missing", "outage", "buildings", "temperature", "drones", "missiles", "bombs"]
)
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_CALENDAR = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def date(passage: Passage, figure: Figure, frames: Sequence[Interval]) -> None:
    """Sets the TIMEX3 value of the date that the figure holds at: of its part of the sentence, else of the sentence,
    else, for what happened, of the sentence before."""
    if figure.topic == "age":
        return
    for where in (passage.part_of(figure), passage.sentences[figure.sentence]):
        found = [one for one in passage.dates_in(*where) if _is_calendar(one) and not _is_framed(one, frames)]
        if found:
            nearest = min(found, key=lambda one: (abs(one.start - figure.start), one.start))
            figure.date = nearest.value
            return
    figure.date = _date_before(passage, figure) if figure.topic in _EVENTS else None


def _date_before(passage: Passage, figure: Figure) -> str | None:
    """The day of the sentence right before, in the same paragraph, if it names just one.

    A month or a year says when that sentence holds; it need not be when this one does.
    """
    i = figure.sentence - 1
    if i < 0 or not passage.same_paragraph(i, figure.sentence):
        return None
    days = {one.value for one in passage.dates_in(*passage.sentences[i]) if _A_DAY.match(one.value)}
    return days.pop() if len(days) == 1 else None


def _is_calendar(one: Date) -> bool:
    return one.type in ("DATE", "TIME") and one.value not in _NO_CALENDAR


def _is_framed(one: Date, frames: Sequence[Interval]) -> bool:
    return any(start <= one.start < end for start, end in frames)
