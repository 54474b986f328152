"""Heads of entries: 'Freitag, 20. Juni' above a programme, '12. Februar 2015.' before what a chronology tells."""

import re
from collections.abc import Sequence
from datetime import date

from peacetalks_cli.german.timex.calendar import covered
from peacetalks_cli.german.timex.state import Entry, State
from peacetalks_cli.german.timex.tokens import Token

_POINT = "(?:D|O?MY?|O[-bu,]O?MY?|Y)"
_HEAD = re.compile(rf"(?:W,?)?{_POINT}(?:[-bu]{_POINT})?_?|W_?|O?MY?(?:,n{{1,3}}){{1,2}}_")  # '16. Mai, Genf, Palais.'
_ENDS = {".", ":"}
_LONGEST = 12  # tokens
_WEEK, _HALF_WEEK = 7, 3


def is_head(tokens: Sequence[Token], *, is_alone: bool) -> bool:
    """Whether the sentence is nothing but a date; `is_alone`: it fills its line. A weekday needs a line of its own."""
    if not tokens or len(tokens) > _LONGEST:
        return False
    kinds = "".join(token.kind for token in tokens)
    if not _HEAD.fullmatch(kinds) or (kinds[-1] == "_" and tokens[-1].text not in _ENDS):
        return False
    return is_alone or (kinds[-1] == "_" and not kinds.startswith(("W_", "M_")))


def begin(state: State, values: Sequence[str], *, is_alone: bool) -> None:
    """What follows a head of these values is of its day, or of its year; on a line of its own, the next paragraph."""
    spans = [span for span in map(covered, values) if span]
    if not spans or (state.published and spans[0][0] == state.published):
        return
    first, last = spans[0][0], spans[-1][1]
    state.entry = Entry(first if first == last else None, (first.year, last.year), state.sentence)
    state.entry_paragraph = state.paragraph + is_alone


def day_of_entry(state: State) -> date | None:
    """The day at the head of the entry in which the text is, unless another was named since."""
    if state.entry is None or state.paragraph != state.entry_paragraph:
        return None
    is_left = state.day != state.entry.day and state.day_sentence > state.entry.sentence
    return None if is_left else state.entry.day


def head_over(state: State) -> date | None:
    """The day at the head of the entry in which the text is, if it is over."""
    if state.entry is None or state.paragraph != state.entry_paragraph or state.published is None:
        return None
    return state.entry.day if state.entry.day and state.entry.day < state.published else None


def year_of_entry(state: State) -> int | None:
    """The year at the head of the entry of a chronology in which the text is: one that is over."""
    if state.entry is None or state.paragraph != state.entry_paragraph:
        return None
    year = state.entry.years[0]
    return year if state.published is None or year < state.published.year else None


def go_on(state: State, year: int) -> None:
    """'2016 bis 2018. … Allein 2017 zählt sie …': a year within those of the head."""
    if (
        state.entry
        and state.paragraph == state.entry_paragraph
        and state.entry.years[0] <= year <= state.entry.years[1]
    ):
        state.entry = Entry(state.entry.day, (year, state.entry.years[1]), state.entry.sentence)


def weekday_near(head: date, number: int) -> int:
    """Days from `head` to the nearest weekday `number`."""
    return (number - head.isoweekday() + _HALF_WEEK) % _WEEK - _HALF_WEEK
