"""Calendar forms: days, months, quarters, seasons, years, decades, centuries, holidays."""

from collections.abc import Callable
from datetime import date

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german import calendar
from peacetalks_cli.german.timex_context import Context, Reading
from peacetalks_cli.german.timex_licence import is_month, is_year
from peacetalks_cli.german.timex_patterns import Match

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
    nearest = context.year_of_day(match, month, day)
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
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def weekday_day(match: Match, context: Context) -> list[Reading]:
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
    return readings


def days_numeric(match: Match, context: Context) -> list[Reading]:
    first, last = match.i, match.j - 1
    value = day_at(match, context, last)
    if value is None:
        return []
    year = int(value[:4]) if value[:4].isdigit() else None
    begin = day_value(year, int(value[5:7]), match.tokens[first].value)
    readings = [Reading(last, match.j, "DATE", value)]
    return readings + ([Reading(first, first + 1, "DATE", begin)] if begin else [])


def day_span(match: Match, context: Context) -> list[Reading]:
    """'30. Januar bis 2. Februar 2025': the year stands once, at the end."""
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
    return readings + ([Reading(starts[0], ends, "DATE", begin)] if begin else [])


def day_of_year(match: Match, context: Context) -> list[Reading]:
    year = _related_year(match, context)
    value = day_value(year, match.tokens[match.i + 1].value, match.tokens[match.i].value)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def _related_year(match: Match, context: Context) -> int | None:
    """The year that '2026', 'dieses Jahres' or 'des Vorjahres' in the match names."""
    if year := match.first("Yy"):
        return int(year.value)
    relation = match.first("AFVI")
    if relation is None:
        return None
    steps = relation.value[1] if relation.kind == "V" else relation.value
    origin = context.anchor if relation.kind in "FI" else context.published
    return origin.year + steps if origin else None


def _has_year(match: Match) -> bool:
    unit = match.first("U")
    if unit and unit.value[0] != "Y":
        return False
    return bool(match.first("YyV") or (unit and match.first("AFI")))


def month(match: Match, context: Context, mod: TimexMod | None = None) -> list[Reading]:
    number = next(t.value for t in match.tokens[match.i : match.j] if t.kind == "M")
    if _has_year(match):
        year = _related_year(match, context)
    elif (relation := match.first("AFI")) is not None and context.published:
        year = _month_beside(context.published, number, relation.value)
    elif is_month(match, number):
        year = context.year_of_month(match, number, mod)
    else:
        return []
    value = f"{year:04}-{number:02}" if year else f"XXXX-{number:02}"
    return [Reading(match.i, match.j, "DATE", value, mod)]


def _month_beside(published: date, number: int, steps: int) -> int:
    """The year of 'vergangenen November' (the last one over), 'kommenden Mai', 'diesem Mai'."""
    year, month_now = published.year, published.month
    if steps == 0:
        return year
    if steps < 0:
        return year + steps + (1 if number < month_now else 0)
    return year + steps - (1 if number > month_now else 0)


def months(match: Match, _context: Context) -> list[Reading]:
    """'März und April 2025': the year holds for each, or for those before a turn of the year the one before."""
    found = match.every("M")
    year = match.tokens[match.j - 1].value
    readings = []
    later = 12
    for n in reversed(found):
        number = match.tokens[n].value
        if number > later:
            year -= 1
        later = number
        end = match.j if n == found[-1] else n + 1
        readings.append(Reading(n, end, "DATE", f"{year:04}-{number:02}"))
    return readings


def quarter(match: Match, context: Context) -> list[Reading]:
    code = next(t.value for t in match.tokens[match.i : match.j] if t.kind == "q")
    first = match.tokens[match.i]
    if first.kind == "A":
        return _relative_quarter(match, context, code, first.value)
    if not 1 <= first.value <= (2 if code == "H" else 4):
        return []
    if _has_year(match):
        year = _related_year(match, context)
    else:
        year = _year_of_part(match, context, first.value, 2 if code == "H" else 4)
    return [
        Reading(match.i, match.j, "DATE", f"{year:04}-{code}{first.value}" if year else f"XXXX-{code}{first.value}")
    ]


def _year_of_part(match: Match, context: Context, number: int, parts: int) -> int | None:
    if context.published is None:
        return None
    now = (context.published.month - 1) * parts // 12 + 1
    way = context.direction(match).way
    if number > now and way == "past":
        return context.published.year - 1
    if number < now and way == "future":
        return context.published.year + 1
    return context.published.year


def _relative_quarter(match: Match, context: Context, code: str, steps: int) -> list[Reading]:
    if context.published is None:
        return []
    parts = 2 if code == "H" else 4
    index = context.published.year * parts + (context.published.month - 1) * parts // 12 + steps
    return [Reading(match.i, match.j, "DATE", f"{index // parts:04}-{code}{index % parts + 1}")]


def season(match: Match, context: Context) -> list[Reading]:
    code, mod = next(t.value for t in match.tokens[match.i : match.j] if t.kind == "S")
    if _has_year(match):
        year = _related_year(match, context)
    elif context.published is None:
        year = None
    elif relation := match.first("AFIc"):
        year = _season_beside(context.published, code, relation.value if relation.kind == "A" else 0)
    elif (before := match.before()) is not None and (before.kind in "isbzvftuA,-<B" or before.text in ("(", ":")):
        year = _season_year(match, context, code)
    else:
        return []
    return [Reading(match.i, match.j, "DATE", f"{year:04}-{code}" if year else f"XXXX-{code}", mod)]


def _season_years(today: date, code: str) -> tuple[int, int]:
    """The years of the last such season that has begun, and of the next one."""
    begins = calendar.SEASONS[code][0]
    year = today.year if (today.month, today.day) >= (begins, 1) else today.year - 1
    return year, year + 1


def _season_beside(today: date, code: str, steps: int) -> int:
    last, following = _season_years(today, code)
    is_now = calendar.season_of(today) == (last, code)
    if steps < 0:
        return last + steps + (0 if is_now else 1)
    if steps > 0:
        return following + steps - 1
    return last if is_now else today.year


def _season_year(match: Match, context: Context, code: str) -> int:
    assert context.published is not None
    last, following = _season_years(context.published, code)
    if calendar.season_of(context.published) == (last, code):
        return last
    way = context.direction(match)
    return following if way.way == "future" else last


def year(match: Match, _context: Context) -> list[Reading]:
    if not is_year(match):
        return []
    return [Reading(match.i, match.j, "DATE", f"{match.tokens[match.i].value:04}")]


def named_year(match: Match, _context: Context) -> list[Reading]:
    """'Jahr 2011'."""
    unit, figure = match.tokens[match.i], match.tokens[match.i + 1]
    if unit.value[0] != "Y":
        return []
    before = match.before()
    if unit.value[1] and before and before.kind in "NYEK":  # 'vor fünf Jahren 2000 Menschen'
        return []
    begin = match.i + 1 if unit.value[1] else match.i  # 'den Jahren 2011 und 2012': each year for itself
    return [Reading(begin, match.j, "DATE", f"{figure.value:04}")]


def relative_year(match: Match, _context: Context) -> list[Reading]:
    if match.tokens[match.i + 1].value[0] != "Y":
        return []
    return [Reading(match.i, match.j, "DATE", f"{match.tokens[match.j - 1].value:04}")]


def decade(match: Match, _context: Context) -> list[Reading]:
    value, is_whole = match.tokens[match.i].value
    unit = match.first("U")
    if not value or (unit is None and not is_whole) or (unit and unit.value[0] != "Y"):
        return []
    return [Reading(match.i, match.j, "DATE", value)]


def century(match: Match, _context: Context) -> list[Reading]:
    number, unit = match.tokens[match.i].value, match.tokens[match.i + 1].value
    if unit[0] != "CE" or not 2 <= number <= 22:
        return []
    return [Reading(match.i, match.j, "DATE", f"{number - 1:02}")]


def holiday(match: Match, context: Context) -> list[Reading]:
    found, before = match.first("L"), match.before()
    assert found is not None
    is_led = before is not None and (before.kind in "vsibzftuaA," or before.text == "(")
    if not is_led and match.j - match.i == 1:  # a theme, a title
        return []

    def on(year: int) -> date:
        return calendar.holiday(found.value, year)

    value = _holiday(match, context, on)
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
        return None
    occurrences = [on(today.year + n) for n in (-2, -1, 0, 1, 2)]
    relation = match.first("AF")
    way = context.direction(match)
    steps = relation.value if relation else 0
    if steps < 0 or (not steps and way.way == "past" and way.strong):
        return max(d for d in occurrences if d <= today).year
    if steps > 0 or (not steps and way.way == "future"):
        return min(d for d in occurrences if d >= today).year
    return min(occurrences, key=lambda d: (abs((d - today).days), d)).year
