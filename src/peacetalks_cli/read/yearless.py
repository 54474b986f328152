"""The year of a head that lacks it ('Dienstag, 16. Dezember, 21.40 Uhr'), where the text leaves no doubt.

A weekday fits a day of the year in one year of seven or so; a full date a few weeks away says which. A date alone
does not: what is told may be long ago.
"""

import re
from datetime import date, timedelta

from peacetalks_cli.read.headerwords import FULL_DATE, MONTH, day_of, iso

_NEAR = timedelta(100)
_LOOKED_AT = 20_000  # characters
_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_WEEKDAYS = {name: n for n, name in enumerate(_NAMES, start=1)} | {
    name[:2]: n for n, name in enumerate(_NAMES, start=1)
}
_WEEKDAYS["Sonnabend"] = 6
_NAMED_DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\b\.?,?\s(?:\(|de[nm]\s|der\s)?"
    rf"(?P<day>\d{{1,2}}\.\s?(?:(?i:{MONTH})\b|\d{{1,2}}\.))(?!\s?\d)"
)
_FULL = re.compile(rf"(?<![\w.])(?:{FULL_DATE})", re.IGNORECASE)


def year_of(text: str, month: int, day: int) -> int | None:
    """The year in which an article of this day and month came out; None where `text` does not make it certain."""
    text = text[:_LOOKED_AT]
    weekdays = {_WEEKDAYS[m["weekday"]] for m in _NAMED_DAY.finditer(text) if day_of(m["day"]) == (month, day)}
    if len(weekdays) != 1:
        return None
    written = {date.fromisoformat(found) for m in _FULL.finditer(text) if (found := iso(m.group()))}
    years = {year for full in written for year in _years_near(full, month, day)}
    fitting = [year for year in years if date(year, month, day).isoweekday() in weekdays]
    return fitting[0] if len(fitting) == 1 else None


def _years_near(full: date, month: int, day: int) -> list[int]:
    """The years in which that day lies near the date written."""
    found = []
    for year in (full.year - 1, full.year, full.year + 1):
        try:
            candidate = date(year, month, day)
        except ValueError:  # 29 February
            continue
        if abs(candidate - full) <= _NEAR:
            found.append(year)
    return found
