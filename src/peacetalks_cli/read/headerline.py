"""What a single line says when it is a header line: its dates and their labels, its agencies.

A line counts only as a whole: words, numbers and stops that are neither date nor label nor place make it prose.
Every pattern is bounded, and lines over `LONGEST` characters are prose, so no text takes long.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

LONGEST = 200

Label = Literal["published", "dateline", "stand", "updated"]

_MONTHS = {
    **{"januar": 1, "jänner": 1, "jan": 1, "jän": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3},
    **{"mär": 3, "mrz": 3, "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7},
    **{"august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10},
    **{"november": 11, "nov": 11, "dezember": 12, "dez": 12},
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?)"
_ISO = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
_WEEKEND = r"(?:\d{1,2}\.\s?[/–-]\s?)?"  # "7./8. Februar 2026": the first day is that of publication
_NUMERIC = rf"{_WEEKEND}\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d\d)(?![\d:])"
_WRITTEN = rf"{_WEEKEND}\d{{1,2}}\.?\s?(?:{_MONTH})\b\.?\s\d{{4}}\b"
FULL_DATE = rf"(?:{_ISO}|{_NUMERIC}|{_WRITTEN})"
_YEARLESS = rf"\d{{1,2}}\.\s?(?:(?:{_MONTH})\b\.?|\d{{1,2}}\.(?!\d))"
DATE = rf"(?:{_WEEKDAY},?\s)?(?:den\s)?(?:{FULL_DATE}|{_YEARLESS})"

# Lower case and upper case matter here: AP, but not "ap".
_AGENCY = (
    r"dpa(?:-AFX)?|DPA|APA(?:-OTS)?|apa|AFP|afp|AP|Reuters|REUTERS|rtr|RTR|Keystone-SDA|SDA|sda|KNA|epd|SID|sid|dts|"
    r"ddp|dapd|Tass|TASS|Interfax|Ukrinform|Xinhua|Bloomberg|ANSA|Belga|PAP|Agenturen|ORF\.at|red|Red\."
)
AGENCIES = rf"(?:{_AGENCY})(?:\s?[/,;+&]\s?(?:{_AGENCY})){{0,5}}"

_LABELS: tuple[tuple[Label, str], ...] = (
    (
        "published",
        r"(?:Erst)?(?:[Vv]eröffentlicht|[Pp]ubliziert)|[Ee]rschienen|Erstellt|Erscheinungsdatum|"
        r"Veröffentlichung|Datum|Date|Published|Online\sseit|Vom",
    ),
    ("stand", r"Stand"),
    (
        "updated",
        r"(?:[Zz]uletzt\s)?[Aa]ktualisiert|Letzte[s]?\s(?:Aktualisierung|Änderung|Update)|[Zz]uletzt\sgeändert|"
        r"Aktualisierung|Update[d]?",
    ),
)
_TOKEN = re.compile(
    r"(?P<space>[\s,;|•·/()\[\]:–—-]{1,20})"
    + "".join(rf"|(?P<{label}>(?:{words})\b)" for label, words in _LABELS)
    + rf"|(?P<full>(?i:{FULL_DATE}))"
    r"|(?P<clock>\d{1,2}(?:[:.]\d\d(?::\d\d)?)(?:\s?Uhr|(?![\d.]))|\d{1,2}\sUhr|(?<=\d\s)(?:MEZ|MESZ|CET|CEST|UTC)\b)"
    rf"|(?P<part>(?i:{_YEARLESS}))"
    rf"|(?P<weekday>{_WEEKDAY}(?!\w))"
    r"|(?P<reading>(?:Lesezeit|Lesedauer):?\s(?:ca\.\s)?\d{1,3}\sMin(?:uten|ute|\.)?|"
    r"\d{1,3}\sMin(?:uten|ute|\.)?\sLese(?:zeit|dauer))"
    rf"|(?P<agency>(?:{_AGENCY})(?!\w))"
    r"|(?P<word>(?:am|um|vom|den|und|seit|heute|gestern|Uhr|MEZ|MESZ)\b)"
    r"|(?P<author>[Vv]on:?\s[A-ZÄÖÜ][\w.’'-]{0,30}(?:(?:,\s|\s(?:und\s)?)[A-ZÄÖÜ][\w.’'-]{0,30}){0,6}$)"
)
# "Wien", "Frankfurt am Main", "Von Max Muster", "Wien (APA)"
_NAME = r"\(?[A-ZÄÖÜ][\w.’'-]{0,30}\)?"
_LEAD = re.compile(
    rf"(?:taz|{_NAME})(?:(?:\s|\s?/\s?)(?:(?:am|an\sder|der|von|und|aus)\s)?{_NAME}){{0,4}}\s?([,|•·–—]|\s-\s)"
)
# "Nr. 8 vom 18. Februar 1999", "Der Spiegel 35/2006 (28. August 2006)", "Liveblog vom Donnerstag, 08.06.2023"
_NUMBER = r"(?:Nr\.\s?\d{1,5}(?:/\d{1,4})?|\d{1,3}/\d{2,4})"
_GENRE = (
    r"(?:(?:Live-?|News-?)?(?:[Bb]log|[Tt]icker)|Ausgabe|Heft|Artikel|Bericht|Beitrag|Meldung|Nachricht|"
    r"Sendung|Interview)"
)
_ISSUE = re.compile(
    rf"(?:(?:{_NAME}\s){{0,4}}{_NUMBER}(?:,|,?\svo[mn])?|{_GENRE}\svo[mn])\s(?=\(?(?:(?i:{FULL_DATE})|{_WEEKDAY}))"
)


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """The full dates of a header line (ISO) with their labels; none where it has only a time, or no year.

    `bare`: nothing but a date, which may also be the heading of a chronicle.
    """

    dates: tuple[tuple[Label, str], ...]
    bare: bool


def parse(line: str) -> HeaderLine | None:
    """The header line that `line` is, None for prose."""
    if len(line) > LONGEST or not any(char.isdigit() for char in line):
        return None
    pos = 0
    for _ in range(4):  # Von Max Muster | Kiew | 07.02.2026
        found = _consume(line, pos)
        if found:
            return found if pos == 0 or found.dates else None
        lead = _ISSUE.match(line, pos) or _LEAD.match(line, pos)
        if not lead:
            return None
        pos = lead.end()
        while pos < len(line) and line[pos].isspace():
            pos += 1
    return None


def _consume(line: str, pos: int) -> HeaderLine | None:
    label: Label = "dateline"
    dates: list[tuple[Label, str]] = []
    kinds: set[str] = set()
    while pos < len(line):
        token = _TOKEN.match(line, pos)
        kind = token.lastgroup if token else None
        if token is None or kind is None:
            return None
        if kind == "author" and not dates:
            return None
        if kind == "word" and not kinds and token.group() != "den":
            return None  # "am 24. Februar 2022": when something happened
        if kind in ("published", "stand", "updated"):
            label = kind  # type: ignore[assignment]
        if kind == "full":
            day = iso(token.group())
            if day is None:
                return None
            dates.append((label, day))
        if kind != "space":
            kinds.add(kind)
        pos = token.end()
    return _judged(tuple(dates), kinds)


def _judged(dates: tuple[tuple[Label, str], ...], kinds: set[str]) -> HeaderLine | None:
    labelled = kinds & {"published", "stand", "updated"}
    if len({day for label, day in dates if label == "dateline"}) > 1:
        return None  # from … to …: an event, not the article
    if dates:
        return HeaderLine(dates, bare=not labelled and "clock" not in kinds)
    timed = kinds & {"clock", "part", "word"}
    if (labelled and timed) or "reading" in kinds or {"part", "clock"} <= kinds:
        return HeaderLine((), bare=False)
    return None


def iso(written: str) -> str | None:
    """2026-02-07 for a full date as written (7.2.26, 7. Feb. 2026, 2026-02-07T15:56Z), None for an impossible one."""
    written = re.sub(r"^(\d+\.)\s?[/–-]\s?\d+\.", r"\1", written)
    numbers = [int(digits) for digits in re.findall(r"\d+", written)[:3]]
    month = re.search(rf"(?i:{_MONTH})", written)
    if re.match(r"\d{4}-", written):
        year, month_number, day = numbers
    elif month:
        (day, year), month_number = numbers[:2], _MONTHS[month.group().lower()]
    else:
        day, month_number, year = numbers
    if year < 100:  # as POSIX reads it
        year += 2000 if year < 69 else 1900
    try:
        return date(year, month_number, day).isoformat() if 1800 <= year <= 2200 else None
    except ValueError:
        return None
