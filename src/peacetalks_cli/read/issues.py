"""The day on which an issue of a weekly came out, by its number: 'DIE ZEIT 32/2000' is of 3 August 2000.

Only for weeklies that count with the weeks of the year, and for the years in which that is known of them: a paper
that skips a number, or doubles one, no longer says by it when it came out.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONDAY, _WEDNESDAY, _THURSDAY, _SATURDAY = 1, 3, 4, 6
_ISSUE = re.compile(
    r"(?P<paper>(?:(?:Die|DIE|Der|DER)\s)?[A-Za-z]{3,10}),?\s(?:(?:Nr\.|No\.|Nummer|Heft|Ausgabe)\s?)?"
    r"(?P<number>\d{1,2})\s?/\s?(?P<year>(?:19|20)\d\d)(?:\s?[,;|•·/–—-]\s?[^\d\r\n]{1,40}(?:\d{1,3})?)?"
)


class _Weekly(NamedTuple):
    """`weeks`: from the calendar week of the issue's number to that of its day; `years`: first and last."""

    weekday: int
    weeks: int
    years: tuple[int, int]


_WEEKLIES: dict[str, tuple[_Weekly, ...]] = {
    "zeit": (_Weekly(_THURSDAY, -1, (1998, 2014)),),
    "spiegel": (_Weekly(_MONDAY, 0, (1993, 2014)), _Weekly(_SATURDAY, -1, (2016, 2021))),
    "focus": (_Weekly(_MONDAY, 0, (1993, 2014)),),
    "falter": (_Weekly(_WEDNESDAY, 0, (2000, 2030)),),
    "weltwoche": (_Weekly(_THURSDAY, 0, (2002, 2030)),),
    "woz": (_Weekly(_THURSDAY, 0, (2000, 2030)),),
}


def day(line: str) -> str | None:
    """The ISO date of the issue that `line` names as a whole ('DER SPIEGEL 36/2008, S. 112'), else None."""
    issue = _ISSUE.fullmatch(line)
    if issue is None:
        return None
    year, number = int(issue["year"]), int(issue["number"])
    for weekly in _WEEKLIES.get(issue["paper"].split()[-1].lower(), ()):
        if weekly.years[0] <= year <= weekly.years[1]:
            return _day(weekly, year, number)
    return None


def _day(weekly: _Weekly, year: int, number: int) -> str | None:
    try:
        of_number = date.fromisocalendar(year, number, weekly.weekday)
    except ValueError:  # no such week
        return None
    return (of_number + timedelta(weeks=weekly.weeks)).isoformat()
