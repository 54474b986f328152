"""The calendar behind TIMEX3 values: weeks, months, seasons, holidays, and the days that a value covers."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from peacetalks_cli.german.timex import feasts

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""Code -> first and last month, as meteorologists have them; a winter bears the year in which it begins."""

_EASTER_OFFSETS = {
    "Rosenmontag": -48,
    "Faschingsdienstag": -47,
    "Aschermittwoch": -46,
    "Palmsonntag": -7,
    "Gründonnerstag": -3,
    "Karfreitag": -2,
    "Karsamstag": -1,
    "Ostern": 0,
    "Ostersonntag": 0,
    "Osterfest": 0,
    "Ostermontag": 1,
    "Christi Himmelfahrt": 39,
    "Pfingsten": 49,
    "Pfingstsonntag": 49,
    "Pfingstfest": 49,
    "Pfingstmontag": 50,
    "Fronleichnam": 60,
}
_FIXED = {
    "Neujahr": (1, 1),
    "Neujahrstag": (1, 1),
    "Berchtoldstag": (1, 2),
    "Bärzelistag": (1, 2),
    "Dreikönigstag": (1, 6),
    "Valentinstag": (2, 14),
    "Mariä Himmelfahrt": (8, 15),
    "Mariä Empfängnis": (12, 8),
    "Martinstag": (11, 11),
    "Halloween": (10, 31),
    "Allerheiligen": (11, 1),
    "Allerseelen": (11, 2),
    "Allerheiligentag": (11, 1),
    "Allerseelentag": (11, 2),
    "Martini": (11, 11),
    "Maifeiertag": (5, 1),
    "Bundesfeier": (8, 1),
    "Bundesfeiertag": (8, 1),
    "Weltfrauentag": (3, 8),
    "Reformationstag": (10, 31),
    "Nikolaustag": (12, 6),
    "Nikolo": (12, 6),
    "Nikolotag": (12, 6),
    "Lichtmess": (2, 2),
    "Mariä Lichtmess": (2, 2),
    "Heiligabend": (12, 24),
    "Weihnachten": (12, 25),
    "Weihnachtsfest": (12, 25),
    "Christtag": (12, 25),
    "Stephanstag": (12, 26),
    "Stefanitag": (12, 26),
    "Silvester": (12, 31),
    "Tag der Arbeit": (5, 1),
    "Tag der Deutschen Einheit": (10, 3),
}
COUNTED_HOLIDAYS = frozenset({"Weihnachtstag", "Weihnachtsfeiertag", "Advent", "Adventssonntag", "Adventsonntag"})
_SUNDAYS = {"Muttertag": (5, 8), "Volkstrauertag": (11, 13), "Totensonntag": (11, 20)}
"""Sundays, and the first day of the month on which they can be; Advent begins on 27 November at the earliest."""
HOLIDAYS = (
    frozenset(_EASTER_OFFSETS)
    | frozenset(_SUNDAYS)
    | frozenset(_FIXED)
    | feasts.JEWISH
    | feasts.ORTHODOX
    | {"Thanksgiving"}
)

_BEFORE_PARTS = ("Silvester", "Karfreitag", "Ostersonntag", "Ostermontag", "Pfingstmontag", "Heiligabend")
PARTED_HOLIDAYS = {name: name for name in _BEFORE_PARTS} | {
    "Neujahrs": "Neujahr",
    "Oster": "Ostern",
    "Weihnachts": "Weihnachten",
}
"""First part of a compound with a part of the day ('Silvester|nacht') -> the holiday."""


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gauss's rule in the form of Lichtenberg)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    cycle = year % 19
    seed = (19 * cycle + moon) % 30
    correction = (seed + cycle // 11) // 29
    full_moon = 21 + seed - correction
    sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(full_moon + 7 - (full_moon - sunday) % 7 - 1)


def holiday(name: str, year: int) -> date:
    """The day of one of HOLIDAYS in `year`."""
    if name == "Thanksgiving":  # the fourth Thursday
        return date(year, 11, 28) - timedelta((date(year, 11, 28).isoweekday() - 4) % 7)
    if name in _SUNDAYS:
        first = date(year, *_SUNDAYS[name])
        return first + timedelta(-first.isoweekday() % 7)
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER_OFFSETS:
        return easter(year) + timedelta(_EASTER_OFFSETS[name])
    return feasts.feast(name, year)


def counted_holiday(name: str, number: int, year: int) -> date | None:
    """The day of the number-th of COUNTED_HOLIDAYS: the second Weihnachtstag, the first Advent."""
    christmas = date(year, 12, 25)
    if name.startswith("Advent"):
        last = christmas - timedelta(christmas.isoweekday())
        return last - timedelta(7 * (4 - number)) if 1 <= number <= 4 else None
    return christmas + timedelta(number - 1) if number in (1, 2) else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of_month(year: int, month: int) -> int:
    """How many days the month has."""
    return _months(year, month, 1)[1].day


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) `count` months on."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def week(day: date) -> str:
    """The ISO week: 2026-W06."""
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def season_of(day: date) -> tuple[int, str]:
    """(year, code) of the season in which `day` lies."""
    for code, (first, last) in SEASONS.items():
        if first <= day.month <= last:
            return day.year, code
    return (day.year if day.month == 12 else day.year - 1), "WI"


Bounds = tuple[date, date]


def _months(year: int, first: int, count: int) -> Bounds:
    after_year, after_month = add_months(year, first, count)
    return date(year, first, 1), date(after_year, after_month, 1) - timedelta(1)


def _season(year: str, code: str) -> Bounds:
    return _months(int(year), SEASONS[code][0], 3)


def _week(year: str, number: str) -> Bounds:
    monday = date.fromisocalendar(int(year), int(number), 1)
    return monday, monday + timedelta(6)


def _weekend(year: str, number: str) -> Bounds:
    return date.fromisocalendar(int(year), int(number), 6), date.fromisocalendar(int(year), int(number), 7)


def _years(first: int, last: int) -> Bounds:
    return date(first, 1, 1), date(last, 12, 31)


def _day(year: str, month: str, day: str) -> Bounds:
    found = date(int(year), int(month), int(day))
    return found, found


_COVERS: tuple[tuple[re.Pattern[str], Callable[..., Bounds]], ...] = tuple(
    (re.compile(pattern), covers)
    for pattern, covers in (
        (r"(\d{4})-(\d\d)-(\d\d)", _day),
        (r"(\d{4})-(\d\d)", lambda y, m: _months(int(y), int(m), 1)),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-W(\d\d)-WE", _weekend),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
        (r"(\d{4})-Q([1-4])", lambda y, q: _months(int(y), 3 * int(q) - 2, 3)),
        (r"(\d{4})-H([12])", lambda y, h: _months(int(y), 6 * int(h) - 5, 6)),
        (r"(\d{4})", lambda y: _years(int(y), int(y))),
        (r"(\d{3})", lambda d: _years(int(d) * 10, int(d) * 10 + 9)),
        # The 20th century is 19 in TIMEX3: the years that begin with these digits.
        (r"(\d{2})", lambda c: _years(int(c) * 100, int(c) * 100 + 99)),
    )
)


@lru_cache(maxsize=4096)
def covered(value: str) -> Bounds | None:
    """First and last day, inclusive, that a DATE or TIME value covers; None where it names no calendar days."""
    day = value.split("T", 1)[0]
    for pattern, covers in _COVERS:
        found = pattern.fullmatch(day)
        if found:
            try:
                return covers(*found.groups())
            except (ValueError, OverflowError):
                return None
    return None


def shifted(day: date, days: int) -> date | None:
    """`day` moved by `days`, or None beyond the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None
