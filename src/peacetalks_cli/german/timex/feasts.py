"""Feasts of other calendars: the Orthodox Easter and Christmas, and the Jewish feasts, which arithmetic gives.

Muslim feasts are left out: they begin when the moon is seen, a day earlier or later from country to country.
"""

import re
from datetime import date, timedelta

_HEBREW_EPOCH = -1_373_427  # the day before the first, as date.toordinal counts
_FROM_PASSOVER = {"Purim": -30, "Pessach": 0, "Schawuot": 50}
_FROM_NEW_YEAR = {"Rosch Haschana": 0, "Jom Kippur": 9, "Sukkot": 14}
ORTHODOX = frozenset({"orthodoxe Ostern", "orthodoxe Weihnachten"})
JEWISH = frozenset(_FROM_PASSOVER) | frozenset(_FROM_NEW_YEAR) | {"Chanukka"}
SPELLINGS = {
    **dict.fromkeys(("Pessachfest", "Pessachfests", "Pessachfestes", "Passah", "Passahfest", "Passahfests"), "Pessach"),
    **dict.fromkeys(("Laubhüttenfest", "Laubhüttenfests", "Laubhüttenfestes"), "Sukkot"),
    **dict.fromkeys(("Hanukka", "Chanukkafest", "Chanukkafests"), "Chanukka"),
    **{"Purimfest": "Purim", "Wochenfest": "Schawuot"},
}

NATIONAL = "Nationalfeiertag"
"""What Austrians call 26 October, and some Swiss 1 August; elsewhere it is the day of another country."""
_NATIONAL_DAYS = {"AT": (10, 26), "CH": (8, 1)}
_COUNTRIES = (
    ("AT", re.compile(r"Österreich|österreichisch|Jänner|\b(?:Feber|[Hh]euer|ÖVP|SPÖ|FPÖ|NEOS|Hofburg|Heldenplatz)\b")),
    ("CH", re.compile(r"Schweiz|schweizerisch|Eidgenoss|\b(?:Bundesrat|Bundesrätin|Nationalrätin|Kantone?|SVP|FDP)\b")),
)


def country(text: str) -> str | None:
    """AT or CH where `text` speaks of a national holiday and shows by its words that it is of one of the two."""
    if NATIONAL not in text:
        return None
    found = [code for code, words in _COUNTRIES if words.search(text)]
    return found[0] if len(found) == 1 else None


def national(of: str, year: int) -> date:
    """The national holiday of AT or CH."""
    return date(year, *_NATIONAL_DAYS[of])


def feast(name: str, year: int) -> date:
    """The first day of one of ORTHODOX or JEWISH in the common year `year` (1583 to 9990)."""
    if name == "orthodoxe Weihnachten":
        return date(year, 1, 1) + timedelta(_julian_lag(year - 1) - 7)
    if name == "orthodoxe Ostern":
        return _orthodox_easter(year)
    if name in _FROM_PASSOVER:  # the month of Passover has 163 days to the next new year
        return date.fromordinal(_new_year(year + 3761) - 163 + _FROM_PASSOVER[name])
    begin = _new_year(year + 3761)
    if name == "Chanukka":
        is_long = (_new_year(year + 3762) - begin) % 10 == 5  # 355 or 385 days: the second month has 30
        return date.fromordinal(begin + 30 + 29 + is_long + 24)
    return date.fromordinal(begin + _FROM_NEW_YEAR[name])


def _julian_lag(year: int) -> int:
    """Days by which the Julian calendar is behind at the end of `year`."""
    return year // 100 - year // 400 - 2


def _orthodox_easter(year: int) -> date:
    """Meeus's rule for the Julian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(_julian_lag(year))


def _new_year(year: int) -> int:
    """The ordinal of 1 Tishri of the Jewish year (Reingold and Dershowitz, Calendrical Calculations)."""
    before, this, after = (_elapsed(year + n) for n in (-1, 0, 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + delay


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
