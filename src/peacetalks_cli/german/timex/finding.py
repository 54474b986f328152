"""Time expressions of a German text: where they stand, and their TIMEX3 type, value and modifier.

Finding (patterns.py) and meaning (days.py, weekdays.py, daywords.py, periods.py, eras.py, relative.py, clock.py,
nights.py, durations.py, uncounted.py, recurring.py) are apart; what an expression means may depend on the article's
date, on the
clause (direction.py), and on the dates mentioned before (context.py, years.py).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from peacetalks_cli.facts import Date, Interval, Lines
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.german.timex import (
    calendar,
    clock,
    days,
    daywords,
    durations,
    elisions,
    entries,
    eras,
    feasts,
    nights,
    periods,
    recurring,
    relative,
    uncounted,
    weekdays,
)
from peacetalks_cli.german.timex.article import is_reportage, of_headline, quotation, year_of_head
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.order import in_reading_order
from peacetalks_cli.german.timex.patterns import Match, at, matches
from peacetalks_cli.german.timex.reasons import reason
from peacetalks_cli.german.timex.relative import UNKNOWN, moved
from peacetalks_cli.german.timex.tokens import tokens

_ARTICLES = range(1500, 9000)  # years in which an article can have been published
_EARLY, _LATE = 3, 9  # months of the year
_THEN = {"Früher", "Damals", "Einst", "Einstmals"}


def find(text: str, published: date | None, *, masked: Sequence[Interval] = ()) -> list[Date]:
    """Every time expression of `text`, in order, not overlapping, the vague layer included.

    `published`: the article's date, against which 'gestern' is read; where it is None, values keep X for what is
    not known ('XXXX-WXX-5') and have no bounds. `masked`: half-open intervals in which nothing is looked for.
    """
    return [
        found for found, _ in of_headline(text, published, masked, list(_found(text, published, masked, _no_reason)))
    ]


def explain(text: str, published: date | None, *, masked: Sequence[Interval] = ()) -> list[tuple[Date, str]]:
    """What `find` finds, each with the reason of its value: 'bis: coming June', 'no year: nearest to 2026-01-25'."""
    return of_headline(text, published, masked, list(_found(text, published, masked, reason)))


Reason = Callable[[Match, Reading, Context], str]


def _no_reason(_match: Match, _reading: Reading, _context: Context) -> str:
    return ""


def _found(text: str, published: date | None, masked: Sequence[Interval], why_of: Reason) -> Iterator[tuple[Date, str]]:
    lines = Lines.of(text)
    # Before the first newspapers, and near the end of the calendar, a date is an error of whoever gave it.
    context = Context(published if published and published.year in _ARTICLES else None, feasts.country(text))
    hidden = _merged(masked)
    context.text = text
    context.is_reportage = is_reportage(text)
    context.own_year = context.published.year if context.published else year_of_head(text, hidden)
    ended = 0
    for number, sentence in enumerate(sentences(text)):
        context.sentence, context.is_lost = number, False
        context.paragraph += "\n" in text[ended : sentence[0]]
        ended = sentence[1]
        words = tokens(text, sentence, hidden)
        if any(token.text in _THEN for token in words[:2]):
            context.then = number
        readings = _readings(matches(words), context, why_of)
        is_alone = text[ended : ended + 1] in ("", "\n") or text[ended - 1 : ended] == "\n"
        if readings and entries.is_head(words, is_alone=is_alone):
            entries.begin(context, [reading.value for reading, _ in readings], is_alone=is_alone)
        for reading, why in readings:
            start, end = words[reading.i].start, words[reading.j - 1].end
            first, last = _bounds(reading)
            line = lines.at(start)
            yield Date(text[start:end], start, end, line, reading.type, reading.value, reading.mod, first, last), why
        context.is_quote_open = quotation(words, is_open=context.is_quote_open) and "\n" not in text[ended - 1 : ended]


def _merged(intervals: Sequence[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _bounds(reading: Reading) -> tuple[str | None, str | None]:
    covered = calendar.covered(reading.value) if reading.type in ("DATE", "TIME") else None
    return (covered[0].isoformat(), covered[1].isoformat()) if covered else (None, None)


def _readings(found: list[Match], context: Context, why_of: Reason) -> list[tuple[Reading, str]]:
    """What the matches of one sentence mean and why, in their order."""
    readings: list[tuple[Reading, str]] = []
    for match in in_reading_order(found):
        context.cue = None
        for reading in sorted(MEANINGS[match.rule](match, context), key=lambda r: r.i):
            readings.append((reading, why_of(match, reading, context)))
            context.note(match, reading)
    return sorted(readings, key=lambda found: found[0].i)


def _edge(match: Match, context: Context) -> list[Reading]:
    """'Ende November', 'Anfang der Woche', 'Mitte der neunziger Jahre': what follows, with a modifier."""
    start = match.i + 1
    while match.kinds[start] in "tf":
        start += 1
    mod = match.tokens[match.i].value
    rest = at(match.tokens, match.kinds, start, match.j)
    if match.kinds[start : match.j] == "U" or (rest is None and match.kinds[match.j - 1] == "U"):
        return _edge_of_now(match, context, start)
    if rest is None:
        return []
    if rest.rule == "month":
        readings = periods.month(replace(rest, i=start), context, mod)
    else:
        readings = MEANINGS[rest.rule](rest, context)
    return [replace(r, i=match.i, mod=mod) for r in readings if r.type == "DATE" and not r.value.endswith("_REF")]


def _edges(match: Match, context: Context) -> list[Reading]:
    """'Anfang, Mitte oder Ende März': each is of that month."""
    last = match.every("B")[-1]
    readings = _edge(replace(match, i=last), context)
    if not readings:
        return []
    value = readings[0].value
    earlier = (n for n in match.every("B") if n != last)
    return [*(Reading(n, n + 1, "DATE", value, match.tokens[n].value) for n in earlier), *readings]


def _edge_of_now(match: Match, context: Context, start: int) -> list[Reading]:
    unit, plural = match.tokens[match.j - 1].value
    if unit == "Y" and not context.published and context.own_year:
        return [Reading(match.i, match.j, "DATE", f"{context.own_year:04}", match.tokens[match.i].value)]
    if plural or unit not in ("W", "M", "Y") or match.j - start > 1:
        return []
    value = moved(context.published, 0, unit) if context.published else UNKNOWN[unit]
    is_told = context.day_sentence == context.months_sentence == context.sentence
    if unit == "M" and context.months and is_told and context.preposition(match) not in ("bis", "ab"):
        value = "{:04}-{:02}".format(*context.months)  # 'am 17. Februar …, Ende Monat'
    return [Reading(match.i, match.j, "DATE", value, match.tokens[match.i].value)] if value else []


def _edge_noun(match: Match, context: Context) -> list[Reading]:
    """'Jahresende', 'Jahresbeginn 2025', 'Wochenbeginn'."""
    unit, mod = match.tokens[match.i].value
    year = match.first("Yy")
    told = context.told_year if context.year_sentence == context.sentence else None
    if unit in calendar.SEASONS:
        return [replace(reading, mod=mod) for reading in periods.season_of_code(match, context, unit)]
    if year is not None and unit == "Y":
        value: str | None = f"{year.value:04}"
    elif unit == "Y" and (headed := entries.year_of_entry(context)):
        value = f"{headed:04}"
    elif unit == "Y" and told and context.direction(match).way == "past":  # '2012 stieg die Miete, zum Jahresende …'
        value = f"{told:04}"
    elif unit == "Y" and context.published and (beside := _year_beside(match, context, mod)):
        value = f"{context.published.year + beside:04}"
    elif unit == "M" and context.is_history and context.months:
        value = "{:04}-{:02}".format(*context.months)
    else:
        value = moved(context.published, 0, unit) if context.published else UNKNOWN[unit]
    return [Reading(match.i, match.j, "DATE", value, mod)] if value else []


def _year_beside(match: Match, context: Context, mod: str) -> int:
    """-1 where 'Jahresende' or 'Jahresmitte' is that of the year before, as in January; 1 for the next beginning."""
    assert context.published is not None
    month, way = context.published.month, context.direction(match).way
    if mod == "START":
        return 1 if way == "future" and month > _LATE else 0
    is_over = way != "future" and month <= (_EARLY if mod == "END" else _LATE // 2)
    return -1 if is_over else 0


MEANINGS: dict[str, Callable[[Match, Context], list[Reading]]] = {
    "night": nights.night,
    "week_beside": relative.week_beside,
    "night_of_day": nights.night_of_day,
    "one_night": nights.one_night,
    "night_alone": nights.night_alone,
    "part_of_day": nights.part_of_day,
    "day_part": nights.day_part,
    "day_clock": clock.day_clock,
    "weekday_day": days.weekday_day,
    "days": days.days,
    "days_numeric": days.days_numeric,
    "day_span": days.day_span,
    "day_of_year": days.day_of_year,
    "day_alone": days.day_alone,
    "day": days.day,
    "every": recurring.every,
    "per": recurring.per,
    "months": periods.months,
    "edges": _edges,
    "edge": _edge,
    "edge_noun": _edge_noun,
    "nth_weekday": days.nth_weekday,
    "month_part": days.month_part,
    "month": periods.month,
    "month_numeric": periods.month_numeric,
    "quarter": periods.quarter,
    "season_beside": periods.season_beside,
    "month_beside": periods.month_beside,
    "weekday_beside": weekdays.weekday_after,
    "season": periods.season,
    "decade": eras.decade,
    "relative_year": eras.relative_year,
    "named_year": eras.named_year,
    "holiday": days.holiday,
    "counted_holiday": days.counted_holiday,
    "day_apart": weekdays.day_apart,
    "weekday_of_week": weekdays.weekday_of_week,
    "weekday": weekdays.weekday,
    "day_word_named": daywords.day_word_named,
    "day_word": daywords.day_word,
    "clock": clock.clock,
    "hour": clock.hour,
    "part": nights.part,
    "relative_span": durations.relative_span,
    "later": relative.later,
    "calendar_week": eras.calendar_week,
    "century": eras.century,
    "relative_pair": relative.relative_pair,
    "relative": relative.relative,
    "relative_noun": relative.relative_noun,
    "described": durations.described,
    "relative_adjective": relative.relative_adjective,
    "whole": durations.whole,
    "elided": elisions.elided,
    "gapped": elisions.gapped,
    "duration": durations.duration_span,
    "stopwatch": durations.stopwatch,
    "some": uncounted.some,
    "duration_adjective": durations.adjective,
    "set": recurring.often,
    "year": eras.year,
    "while": uncounted.lasting,
    "vague": uncounted.vague,
}
