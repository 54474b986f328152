"""When a figure holds, as far as the text says: the date of its clause, else of its sentence, else of the scene.

A date is that of a figure only if it says when what is counted was so. One that says since when, than when, which
thing is meant or when somebody spoke is none, and rather none is given than a guess.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from peacetalks_cli.annotate.clauses import AMONG, has_verb
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Date, Interval
from peacetalks_cli.german.figures import dating
from peacetalks_cli.german.speech.speech_verbs import usages, verbs_in

_EVENTS = frozenset(["killed", "wounded", "missing", "drones", "missiles", "bombs"])
_STATES = frozenset(["outage", "buildings", "temperature"])
_BRACKET = 2  # characters between a word and what is in brackets after it
SCENE = 3  # sentences back that may tell of the same event
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_A_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"T\d\d")
_NO_CALENDAR = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
_TOO = re.compile(r"\s(?:und|sowie|oder)\s?$")
_CLOSED = re.compile(r"[^()]*\)")
_TOO_FAR = 250  # characters between a date and a figure of one sentence
_ASIDE = re.compile(r"(?:mit|ohne|trotz)\s")
_THEN = re.compile(r"\s?(?:dazu|dann|danach|zudem|außerdem|ausserdem)\s")
_APART = re.compile(r"[;“”„«»]|\s[–—]\s")


def date(passage: Passage, figure: Figure, figures: list[int], frames: Sequence[Interval]) -> None:
    """Sets the TIMEX3 value of the date that the figure holds at.

    `figures`: where those of its sentence start; `frames`: what of it only says who speaks.
    """
    if figure.topic == "age" or _is_timeless(passage.text, figure):
        return
    if not passage.dates_in(*passage.sentences[figure.sentence]):
        figure.date = _date_before(passage, figure)
        return
    sentence = _Sentence(passage, figure.sentence, figures, frames)
    part = sentence.part_at(figure.start)
    own = sentence.dates_of(part, figure)
    if own:
        figure.date = min(own, key=lambda one: (abs(one.start - figure.start), one.start)).value
    elif not _is_only_of_clause(figure) and not sentence.has_own_time(part):
        figure.date = sentence.date_around(part, figure)


def _is_timeless(text: str, figure: Figure) -> bool:
    noun = text[slice(*figure.counted)] if figure.counted else None
    if dating.is_property(text, figure.start, figure.end, noun, is_measure=figure.unit is not None):
        return True
    return figure.numeral.kind == "ordinal" and dating.is_since(text, figure.start)


def _is_only_of_clause(figure: Figure) -> bool:
    """Whether no clause but its own says when a figure holds: 'der dritte', 'die dreifache', '40 Kilometer'."""
    return figure.topic in ("ordinal", "distance") or figure.numeral.kind == "times"


class _Sentence:
    """The parts of a sentence, with the dates, figures and frames in it."""

    def __init__(self, passage: Passage, index: int, figures: list[int], frames: Sequence[Interval]) -> None:
        self.passage, self.text, self.bounds = passage, passage.text, passage.sentences[index]
        self.parts, self.figures, self.frames = passage.parts(index), figures, frames
        self.dates = passage.dates_in(*self.bounds)
        self.is_span = self._spans()

    def _spans(self) -> set[int]:
        """The starts of the dates that are an end of a time."""
        at: list[Interval | None] = [None, *((one.start, one.end) for one in self.dates), None]
        return {
            one.start
            for i, one in enumerate(self.dates)
            if dating.span(self.text, (one.start, one.end), at[i], at[i + 2])
        }

    def part_at(self, offset: int) -> int:
        return max(0, bisect_right(self.parts, (offset, len(self.text))) - 1)

    def dates_in(self, part: int) -> list[Date]:
        return [one for one in self.dates if self.part_at(one.start) == part]

    def dates_of(self, part: int, figure: Figure | None) -> list[Date]:
        """Those of a part of the sentence that say when something was."""
        return [one for one in self.dates_in(part) if self._says_when(one, self.parts[part], figure)]

    def _says_when(self, one: Date, part: Interval, figure: Figure | None) -> bool:
        text, at = self.text, (one.start, one.end)
        if not _is_calendar(one) or any(start <= one.start < end for start, end in self.frames):
            return False
        start = figure.start if figure else self.bounds[0]
        if one.start in self.is_span or dating.since(text, self.bounds, at):
            return False
        if dating.beside(text, self.bounds, at, start):
            return False
        if dating.compared(text, part, at):
            return one.end < start and dating.is_of_compared(text, at, start)
        last = max((other.end for other in self.dates if other.end <= one.start), default=0)
        if figure and dating.is_of_other(text, at, start, [other for other in self.figures if other > last]):
            return False
        return not dating.attribute(text, part, at, start) and not dating.is_alone(text, part, at)

    def told(self) -> Iterator[int]:
        """The parts that tell what happened, not who says it, nor what is to come."""
        for i, part in enumerate(self.parts):
            is_said = _is_speech(self.text, part) or dating.is_saying(self.text, part)
            if not is_said and not dating.is_planned(self.text, part):
                yield i

    def has_own_time(self, part: int) -> bool:
        """Whether a part has a time that is none to give, as 'seit Mai', 'damals', 'in den letzten Tagen'."""
        bounds = self.parts[part]
        if dating.has_own_time(self.text, bounds):
            return True
        dates = self.dates_in(part)
        return any(
            one.value in _NO_CALENDAR
            or one.start in self.is_span
            or dating.since(self.text, self.bounds, (one.start, one.end))
            for one in dates
        )

    def date_around(self, part: int, figure: Figure) -> str | None:
        """The date of the nearest other part of the sentence that says when the figure holds."""
        beside = self._in_brackets(part, figure)
        if beside is not None:
            return beside
        for other in range(part - 1, -1, -1):
            found = self.dates_of(other, None)
            if found:
                is_scene = figure.topic in _EVENTS or figure.topic in _STATES or _A_YEAR.fullmatch(found[-1].value)
                is_aside = dating.is_relative(self.text, self.parts[part]) and not is_scene
                return found[-1].value if not is_aside and self._reaches(other, part, figure) else None
            if self.has_own_time(other) and self._reaches(other, part, figure):
                return None
        return self._date_after(part, figure)

    def _in_brackets(self, part: int, figure: Figure) -> str | None:
        """'drei Tore (2014)'; 'mehr als im Vorjahr (300)'."""
        text, ends = self.text, (figure.end, figure.noun_end)
        for one in filter(_is_calendar, self.dates):
            its = self.parts[self.part_at(one.start)]
            if any(0 < its[0] - end <= _BRACKET for end in ends) and dating.is_alone(text, its, (one.start, one.end)):
                return one.value
            gap = text[one.end : self.parts[part][0]]
            if gap in (" (", ": ", ":") and one.start not in self.is_span:
                return one.value
        return None

    def _reaches(self, other: int, part: int, figure: Figure) -> bool:
        """Whether the time of an earlier part is still that of a later one."""
        text, its, mine = self.text, self.parts[other], self.parts[part]
        between = text[its[1] : mine[0]]
        if _APART.search(between) or _CLOSED.match(between) or len(between) > _TOO_FAR:
            return False
        is_list = _TOO.search(between) is not None or AMONG.match(text, mine[0]) is not None
        is_bare = self._is_bare(part, figure)
        goes_on = is_list and is_bare
        if goes_on and other == part - 1:
            return True
        if _is_subordinate(text, its) and not (other == part - 1 and _TOO.search(between)):
            return False
        if any(dating.is_content(text, one) for one in self.parts[other + 1 : part + 1]):
            return False
        if _is_speech(text, its) or dating.is_beginning(text, its):
            return False
        return dating.is_planned(text, its) == dating.is_planned(text, mine) or is_bare

    def _is_bare(self, part: int, figure: Figure) -> bool:
        """Whether the part of a figure has no verb; a numeral may look like one."""
        start, end = self.parts[part]
        return not has_verb(self.text, start, figure.start) and not has_verb(self.text, figure.numeral.end, end)

    def _date_after(self, part: int, figure: Figure) -> str | None:
        """'zwölf Menschen, darunter drei Kinder, starben am Montag', '47 Menschen, die am Freitag kamen'."""
        text, mine = self.text, self.parts[part]
        is_bare = self._is_bare(part, figure) or text.startswith(
            "-", mine[1] - 1
        )  # 'die 27 Staats- und Regierungschefs'
        if text.startswith(", ", mine[0] - 2) and _ASIDE.match(text, mine[0]):
            return None
        for other in range(part + 1, min(part + 4, len(self.parts))):
            its = self.parts[other]
            gap = text[self.parts[other - 1][1] : its[0]]
            if _APART.search(gap) or "(" in gap or ":" in gap or _THEN.match(text, its[0]):
                return None
            is_next = other == part + 1
            is_of_noun = is_next and _is_subordinate(text, its) and 0 <= mine[1] - figure.noun_end <= 1
            is_then = is_next and gap == ", " and text.startswith(("als ", "während "), its[0])
            if not (is_bare or is_of_noun or is_then) or (_is_subordinate(text, its) and not is_of_noun):
                return None
            found = self.dates_of(other, None)
            if found and not _is_speech(text, its, also_participles=is_of_noun):
                return found[0].value
            if has_verb(text, *its) and not AMONG.match(text, its[0]):
                return None
        return None


def _date_before(passage: Passage, figure: Figure) -> str | None:
    """The day that the sentences right before tell of, in the same paragraph, if it is just one.

    A month or a year says when that sentence holds; it need not be when this one does.
    """
    reach = SCENE if figure.topic in _EVENTS else 1 if figure.topic in _STATES else 0
    if not reach or _is_only_of_clause(figure) or dating.has_own_time(passage.text, passage.part_of(figure)):
        return None
    for back in range(1, reach + 1):
        i = figure.sentence - back
        if i < 0 or not passage.same_paragraph(i, figure.sentence):
            return None
        if not passage.dates_in(*passage.sentences[i]):
            continue
        before = _Sentence(passage, i, [], ())
        found = [one for part in before.told() for one in before.dates_of(part, None)]
        days = sorted({one.value for one in found})
        days = [day for day in days if not _CLOCK.search(day)]
        days = [day for day in days if not any(one != day and one.startswith(day) for one in days)]  # its year, its day
        is_one = len(days) == 1 and len(found) == len(before.dates)
        return days[0] if is_one and _A_DAY.match(days[0]) else None
    return None


def _is_subordinate(text: str, part: Interval) -> bool:
    return dating.is_relative(text, part) or dating.is_content(text, part)


def _is_speech(text: str, part: Interval, *, also_participles: bool = False) -> bool:
    """Whether a part of a sentence says that somebody says something; 'wurden im Mai gemeldet' does not."""
    forms = usages()
    found = (usage for verb in verbs_in(text, *part) for usage in forms[verb["cue"]])
    return any(usage.need is None and (also_participles or not usage.is_participle) for usage in found)


def _is_calendar(one: Date) -> bool:
    return one.type in ("DATE", "TIME") and one.value not in _NO_CALENDAR
