"""Days of the calendar, and holidays."""

import re
from collections.abc import Callable
from datetime import date

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex import calendar, feasts
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.periods import related_year
from peacetalks_cli.german.timex.tense import tense
from peacetalks_cli.german.timex.words import PARTS
from peacetalks_cli.german.timex.years import told_year, year_of_day, year_of_month

_JUST_OVER = 7  # days after which a feast may be told of in the present tense
_ON = {"am", "Am", "zum", "Zum"}
_NUMBERED = {"version", "kapitel", "punkt", "abschnitt", "ziffer", "artikel", "art.", "absatz", "§", "nr.", "teil"}


def day_value(year: int | None, month: int, day: int) -> str | None:
    """2026-02-01, or XXXX-02-01 where the year is not known; None for a day that no calendar has."""
    if calendar.day_of(year or 2000, month, day) is None:
        return None
    return f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"


def day_at(match: Match, context: Context, start: int) -> str | None:
    """The value of the day written from token `start` to the end of the match ('23. Januar 2026', '23.1.')."""
    written = {token.kind: token.value for token in match.tokens[start : match.j] if token.kind in "ODMYy"}
    if "D" in written:
        year, month, day, is_plain = written["D"]
        if not is_plain and not _is_date_like(match, start):
            return None
    else:
        year, month, day = written.get("Y"), written["M"], written["O"]
    return day_value(year or _year(match, context, start, month, day), month, day)


def _year(match: Match, context: Context, start: int, month: int, day: int) -> int | None:
    """The year in which the weekday written beside the day is right, else what the clause says."""
    weekday = next((token.value for token in match.tokens[match.i : start] if token.kind in "WP"), None)
    number = weekday[0] if isinstance(weekday, tuple) else weekday
    nearest = year_of_day(context, match, month, day)
    if number is None or nearest is None:
        return nearest
    for year in (nearest, nearest - 1, nearest + 1):
        found = calendar.day_of(year, month, day) if 1 <= year <= 9999 else None
        if found and found.isoweekday() == number:
            return year
    return nearest


def _is_date_like(match: Match, start: int) -> bool:
    """'am 1.2.', 'bis 1.2.': but '1.2.' alone may be a section, a version, a score."""
    if start == 0:
        return False
    before = match.tokens[start - 1]
    return (before.kind in "fbsztviWP-" or before.text in ("(", ",")) and before.text.lower() not in _NUMBERED


def day(match: Match, context: Context) -> list[Reading]:
    value = day_at(match, context, match.i)
    if value and match.first("M") and not match.first("Y"):
        value = _years_ago(match, context) or value
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def _years_ago(match: Match, context: Context) -> str | None:
    """'am 3. Februar vor 77 Jahren'."""
    if context.published is None or not re.match("v[NE]U", match.kinds[match.j : match.j + 3]):
        return None
    count, unit = (token.value for token in match.tokens[match.j + 1 : match.j + 3])
    if unit[0] != "Y" or not isinstance(count, int) or not 0 < count < context.published.year:
        return None
    month, day = (next(t.value for t in match.tokens[match.i : match.j] if t.kind == kind) for kind in "MO")
    return day_value(context.published.year - count, month, day)


def day_alone(match: Match, context: Context) -> list[Reading]:
    """'Vor dem 20. rückt keiner aus', 'am 3. und 4. wird getagt': of the month just told of, or the nearest."""
    token, after = match.tokens[match.i], match.after()
    before = " ".join(t.text.lower() for t in match.tokens[max(0, match.i - 2) : match.i])
    is_led = before.endswith(("am", "vom", "zum", "vor dem", "ab dem", "seit dem", "bis zum", "nach dem"))
    further = match.after(2)
    is_verb = after is not None and tense([after.text]).way == "past"  # 'Am 29. fiel Schnee'
    is_noun = further is not None and further.kind in "nU" and not is_verb
    is_counting = after is None or not (after.text.islower() or after.text == ",") or is_noun
    if not is_led or not token.text[0].isdigit() or (is_counting and match.first("U") is None):
        return []
    readings = []
    if (unit := match.first("U")) is not None and unit.value != ("M", False):
        return []
    for n in match.every("O"):
        if unit and (day := day_of_month(match, context, match.tokens[n].value)):
            return [Reading(n, match.j, "DATE", day.isoformat())]  # 'am 25. des Monats'
        if day := day_of_month(match, context, match.tokens[n].value):
            readings.append(Reading(n, n + 1, "DATE", day.isoformat()))
    return readings


def day_of_month(match: Match, context: Context, number: int) -> date | None:
    """The day `number` of the month just told of, else the nearest one that the clause allows."""
    is_told = context.months is not None and context.months_sentence >= context.sentence - 1
    if is_told and context.months and (day := calendar.day_of(*context.months, number)):
        is_over = context.published is not None and day < context.published
        if not (is_over and context.direction(match).way == "future"):
            return day
    if context.published is None:
        return None
    today, way = context.published, context.direction(match).way
    months = [calendar.add_months(today.year, today.month, n) for n in (-1, 0, 1)]
    found = [day for year, month in months if (day := calendar.day_of(year, month, number))]
    found = [day for day in found if way is None or day == today or (day > today) == (way == "future")] or found
    return min(found, key=lambda day: abs((day - today).days), default=None)


def weekday_day(match: Match, context: Context) -> list[Reading]:
    if match.first("MDL") is None:  # 'am Freitag, dem 13., fiel die Stadt'
        day = day_of_month(match, context, match.tokens[match.j - 1].value)
        is_right = day is not None and day.isoweekday() == match.tokens[match.i].value
        return [Reading(match.i, match.j, "DATE", day.isoformat())] if day and is_right else []
    value = day_at(match, context, match.every("OD")[0])
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def days(match: Match, context: Context) -> list[Reading]:
    """'4. und 5. Februar': each day is an expression; the last one has the month."""
    numbers = match.every("O")
    last = day_at(match, context, numbers[-1])
    if last is None:
        return []
    month = match.tokens[match.every("M")[0]].value
    year = int(last[:4]) if last[:4].isdigit() else None
    readings = [Reading(numbers[-1], match.j, "DATE", last)]
    for n in numbers[:-1]:
        if value := day_value(year, month, match.tokens[n].value):
            readings.append(Reading(n, n + 1, "DATE", value))
    return _spanning(readings, context)


def _spanning(readings: list[Reading], context: Context) -> list[Reading]:
    """The same readings; their first day is what 'am ersten Tag' refers to."""
    covered = [calendar.covered(reading.value) for reading in readings]
    days = [bounds[0] for bounds in covered if bounds]
    if len(days) > 1:
        context.span, context.span_sentence = min(days), context.sentence
    return readings


def days_numeric(match: Match, context: Context) -> list[Reading]:
    first, last = match.i, match.j - 1
    value = day_at(match, context, last)
    if value is None:
        return []
    year = int(value[:4]) if value[:4].isdigit() else None
    begin = day_value(year, int(value[5:7]), match.tokens[first].value)
    readings = [Reading(last, match.j, "DATE", value)]
    return _spanning(readings + ([Reading(first, first + 1, "DATE", begin)] if begin else []), context)


def day_span(match: Match, context: Context) -> list[Reading]:
    """'30. Januar bis 2. Februar 2025': the year stands once, at the end, or nowhere."""
    starts = match.every("OD")
    value = day_at(match, context, starts[-1])
    if value is None:
        return []
    ends = starts[0] + (1 if match.kinds[starts[0]] == "D" else 2)
    first = match.tokens[starts[0]]
    own = first.value[0] if first.kind == "D" else None
    month, number = first.value[1:3] if first.kind == "D" else (match.tokens[starts[0] + 1].value, first.value)
    year = own or (int(value[:4]) if value[:4].isdigit() else None)
    if year and not own and month > int(value[5:7]):
        year -= 1
    begin = day_value(year, month, number)
    readings = [Reading(starts[-1], match.j, "DATE", value)]
    return _spanning(readings + ([Reading(starts[0], ends, "DATE", begin)] if begin else []), context)


def day_of_year(match: Match, context: Context) -> list[Reading]:
    year = related_year(match, context)
    value = day_value(year, match.tokens[match.i + 1].value, match.tokens[match.i].value)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def nth_weekday(match: Match, context: Context) -> list[Reading]:
    """'ersten Freitag im Februar', 'letzten Sonntag im September 2025'."""
    which, named = match.tokens[match.i : match.i + 2]
    number = next(t.value for t in match.tokens[match.i : match.j] if t.kind == "M")
    written = match.first("Y")
    year = written.value if written else year_of_month(context, match, number)
    if year is None or (which.kind == "A" and which.value != -1):
        return []
    days = [calendar.day_of(year, number, day) for day in range(1, 32)]
    named_days = [day for day in days if day and day.isoweekday() == named.value]
    n = -1 if which.kind == "A" else which.value - 1
    if n >= len(named_days):
        return []
    return [Reading(match.i, match.j, "DATE", named_days[n].isoformat())]


def month_part(match: Match, context: Context) -> list[Reading]:
    """'zweiten Septemberwoche' (that of the second Monday), 'letzten Maiwochenende', 'ersten Aprilhälfte'."""
    which, (number, code) = (token.value for token in match.tokens[match.i : match.i + 2])
    is_from_end = match.kinds[match.i] == "A"
    written = match.first("Y")
    year = written.value if written else year_of_month(context, match, number)
    if year is None or (is_from_end and which not in ((-1, -2) if code in ("D", "WE") else (-1,))):
        return []
    if code == "H":
        mod: TimexMod = "START" if which == 1 else "END"
        return [Reading(match.i, match.j, "DATE", f"{year:04}-{number:02}", mod)] if which in (1, 2) else []
    if code == "D":  # 'letzten Augusttag'
        number_of_day = calendar.days_of_month(year, number) + 1 + which if is_from_end else which
        value = day_value(year, number, number_of_day)
        return [Reading(match.i, match.j, "DATE", value)] if value else []
    begin = 1 if code == "W" else 6
    starts = [day for n in range(1, 32) if (day := calendar.day_of(year, number, n)) and day.isoweekday() == begin]
    n = which if is_from_end else which - 1
    if n >= len(starts):
        return []
    return [Reading(match.i, match.j, "DATE", calendar.week(starts[n]) + ("-WE" if code == "WE" else ""))]


def holiday(match: Match, context: Context) -> list[Reading]:
    found, before = match.first("L"), match.before()
    assert found is not None
    is_led = before is not None and (before.kind in "vsibzftuaA," or before.text == "(")
    if not is_led and match.j - match.i == 1:  # a theme, a title
        return []

    if found.value == feasts.NATIONAL and (context.country is None or before is None or before.text not in _ON):
        return []

    def on(year: int) -> date:
        if context.country and found.value == feasts.NATIONAL:
            return feasts.national(context.country, year)
        return calendar.holiday(found.value, year)

    value = _holiday(match, context, on)
    part = next((code for name, code in PARTS.items() if found.text.rstrip("s").endswith(name)), None)
    if value and part and found.text not in calendar.HOLIDAYS:
        return [Reading(match.i, match.j, "TIME", f"{value}T{part}")]
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def counted_holiday(match: Match, context: Context) -> list[Reading]:
    """'zweiten Weihnachtstag', 'ersten Advent'."""
    number, name = (token.value for token in match.tokens[match.i : match.i + 2])
    if calendar.counted_holiday(name, number, 2000) is None:
        return []

    def on(year: int) -> date:
        day = calendar.counted_holiday(name, number, year)
        assert day is not None  # there is one in every year or in none
        return day

    value = _holiday(match, context, on)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def _holiday(match: Match, context: Context, on: Callable[[int], date]) -> str | None:
    """The day of the holiday in the year written or meant; only its month and day where no year is known."""
    written = match.first("Y")
    year = written.value if written else _holiday_year(match, context, on)
    if year is not None:
        return on(year).isoformat()
    days = {(day.month, day.day) for day in (on(2000), on(2001), on(2002))}
    return "XXXX-{:02}-{:02}".format(*days.pop()) if len(days) == 1 else "XXXX-XX-XX"


def _holiday_year(match: Match, context: Context, on: Callable[[int], date]) -> int | None:
    today = context.published
    if today is None or not 3 <= today.year <= 9996:
        return context.own_year
    occurrences = [on(today.year + n) for n in (-2, -1, 0, 1, 2)]
    relation = match.first("AF")
    way = context.direction(match)
    told = told_year(context, match, way) if relation is None else None
    if (
        told and told < today.year - 1 and not context.year_is_bare and context.preposition(match) != "seit"
    ):  # 'Am 14. September 1982 …. Sie blieb bis Weihnachten'
        return told
    steps = relation.value if relation else 0
    if steps < 0 or (not steps and way.way == "past" and way.strong):
        return max(d for d in occurrences if d <= today).year
    last = max((d for d in occurrences if d <= today), default=None)
    if not steps and not way.strong and last and (today - last).days <= _JUST_OVER and (context.scene or context.news):
        return last.year  # 'Am Pfingstsonntag fällt die Messe aus', told on the Tuesday after it
    if steps > 0 or (not steps and way.way == "future"):
        return min(d for d in occurrences if d >= today).year
    return min(occurrences, key=lambda d: (abs((d - today).days), d)).year
