"""Dates of publication that stand beside prose: before its first word, after its last, or in a sentence of its own."""

import re

from peacetalks_cli.read.headernotes import Header
from peacetalks_cli.read.headerwords import AGENCIES, DATE, FULL_DATE, LONGEST, MONTH, PAPERS, day_of, iso

_PLACE = r"[A-ZÄÖÜ][\w.’'-]{0,30}(?:\s(?:(?:am|an\sder|der)\s)?[A-ZÄÖÜ][\w.’'-]{0,30}){0,3}"
_PLACES = rf"{_PLACE}(?:\s?/\s?{_PLACE}){{0,3}}"
_CAPITALS = r"[A-ZÄÖÜ]{3,20}(?:[ /-][A-ZÄÖÜ]{2,20}){0,4}"
_BY = r"[A-Za-z][\w./ ,&-]{0,40}"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        # KIEW, 3. März 2025 (dpa) – …; KIEW (dpa), 3. März 2025 – …; Kiew, 07. Feb (Reuters) - …
        rf"{_PLACES},?\s(?P<date>(?i:{DATE}))\s?\((?P<by>{_BY})\)\s?[-–—:.]{{0,2}}\s",
        rf"{_PLACES}\s\((?P<by>{_BY})\),?\s(?P<date>(?i:{DATE}))\s?[-–—:]\s",
        # Wien (APA/dpa, 9. Jänner 2026) – …
        rf"{_PLACES}\s\((?!geb|gest|seit|bis|ab\b|am\b|vom|[Ss]tand|Foto)(?P<by>{_BY}?),?\s(?P<date>(?i:{DATE}))\)\s?[-–—:.]{{0,2}}\s",
        # Berlin, 7. Februar 2026 – …; Genf, 3. März – …; with a colon it is as often the scene of a reportage
        rf"{_PLACES},\s(?:am\s)?(?P<date>(?i:{DATE}))\s[-–—]\s",
        # (KNA, 7.2.2026) …; dpa, 07.02.2026 – …; Genf | 07.02.2026 | …
        rf"\((?P<by>{AGENCIES}),?\s(?P<date>(?i:{FULL_DATE}))\)\s?[-–—:.]?\s",
        rf"(?P<by>{AGENCIES}),?\s(?P<date>(?i:{FULL_DATE}))\s[-–—]\s",
        rf"{_PLACES}\s\|\s(?P<date>(?i:{FULL_DATE}))(?:,?\s\d\d?[:.]\d\d(?:\sUhr)?)?\s\|\s(?=[A-ZÄÖÜ„“»«\"])",
        # Berlin - 07.02.2026 - …; Wien (OTS) - 7. Februar 2026 - …; Bern (sda) 7.2.2026 …; [07.02.2026, 15:56] …
        rf"{_PLACES}\s[-–—]\s(?P<date>(?i:{FULL_DATE}))\s[-–—]\s",
        rf"{_PLACES}\s\((?P<by>{AGENCIES})\)\s?(?:[-–—]\s)?(?P<date>(?i:{FULL_DATE}))(?:\s[-–—]\s|\s(?=[A-ZÄÖÜ]))",
        rf"[(\[](?P<date>(?i:{FULL_DATE}))(?:,?\s\d\d?[:.]\d\d(?:\sUhr)?)?[)\]]\s(?=[A-ZÄÖÜ„“»«\"])",
        # KIEW, 7. Februar. Der …
        rf"(?:[\w./]{{2,12}}\s)?{_CAPITALS},\s(?P<date>(?i:{DATE}))\.\s(?=[A-ZÄÖÜ„“»«\"])",
        # Banda Aceh, im August – …
        rf"{_PLACES},\s(?P<date>(?:im|Anfang|Mitte|Ende)\s(?:(?i:{MONTH})|Frühjahr|Frühling|Sommer|Herbst|Winter)(?:\s\d{{4}})?)"
        r"(?:\.|\s[-–—]|:)\s",
    )
)
_AGENCY_FIRST = re.compile(rf"(?:{_PLACES}\s?)?\((?P<by>{AGENCIES})\)\s?[-–—:.,]?\s")
_END = (
    rf"(?P<date>(?i:{FULL_DATE}))(?:,?\s(?:um\s)?\d{{1,2}}(?:[:.]\d\d)?\sUhr)?"
    r"(?P<close>\)(?P<rest>\s[^\d()]{1,90})?|=)?\s*$"
)
_CLOSING = re.compile(
    rf"\((?:(?P<by>{AGENCIES})\s?[,;/–-]?\s{{0,3}}|(?P<name>(?!Stand|seit|ab|bis|am|vom)(?:[^()\d]|(?<=[A-Za-z])\d){{1,80}}?)\s?[,;/–-]\s{{0,3}}"
    rf"|(?P<paper>(?:[A-ZÄÖÜ][\w.]{{1,20}}\s){{0,3}}{PAPERS}|[^()\d]{{0,40}}(?i:ausgabe))\s(?:vo[mn]\s)?)?{_END}"
)
_PERSON = r"[A-ZÄÖÜ][\w’'-]{1,20}(?:\s(?:aus\s|in\s)?[A-ZÄÖÜ][\w’'-]{1,20}){1,3}"
_STAMP = re.compile(
    rf"(?<=[.!?…\"“”»«])\s?\((?:(?P<by>{AGENCIES})|[a-zäöü]{{2,4}}|{_PERSON}(?:(?:,|\sund)\s{_PERSON}){{0,2}})"
    rf"(?:,\s(?:red|{AGENCIES}|{_PERSON}))?\s?[,–-]\s?(?P<date>{FULL_DATE})\)"
)
_TEXT = (
    r"(?:Artikel|Text|Beitrag|Interview|Bericht|Kommentar|Essay|Reportage|Gespräch|Analyse|Kolumne|Gastbeitrag|"
    r"Sendung|Nachricht|Meldung|Podcast|Folge|Inhalt)"
)
_SENTENCES = tuple(
    (evidence, re.compile(pattern))
    for evidence, pattern in (
        (
            "broadcast",
            rf"Diese[rs]? {_TEXT} wurde am (?P<date>(?i:{FULL_DATE}))[^.\r\n]{{0,80}}gesendet\.?\s*$",
        ),
        (
            "published",
            rf"(?:Diese[rs]?|Der|Das|Die) {_TEXT} (?:(?:erschien|stammt|lief)\b[^.\r\n]{{0,80}}?\b(?:am|vom) "
            rf"(?P<date>(?i:{FULL_DATE}))|(?:ist|wurde)\b[^.\r\n]{{0,80}}?\b(?:am|vom) (?P<day>(?i:{FULL_DATE}))"
            r"(?:[^.,\r\n]|\.(?=\w)){0,80}\s(?:erschienen|veröffentlicht|publiziert|gedruckt))[^.,\r\n]{0,60}\.?\s*$",
        ),
        ("published", rf"^(?:Eine?|Der|Das|Die) {_TEXT} vom (?P<date>(?i:{FULL_DATE}))\.?\s*$"),
        (
            "updated",
            rf"Diese[rs]? {_TEXT} wurde (?:zuletzt )?am (?P<date>(?i:{FULL_DATE}))"
            r"[^.\r\n]{0,60}(?:aktualisiert|bearbeitet|überarbeitet|geändert|ergänzt|editiert)\.?\s*$",
        ),
        (
            "programme",
            r"(?:Über diese[s]? Them(?:a|en) berichte(?:te|ten)?\b|Diese[s]? Them(?:a|en) im Programm\b)"
            rf"[^\r\n]{{0,120}}?(?P<date>(?i:{FULL_DATE}))[^\r\n]{{0,100}}$",
        ),
    )
)
_FULL = re.compile(FULL_DATE, re.IGNORECASE)


def dateline(text: str, start: int, found: Header) -> None:
    """'KIEW, 3. März 2025 (dpa) – ' before the first word of a paragraph that begins at `start`."""
    while text[start].isspace():
        start += 1
    line = text[start : start + LONGEST]
    for pattern in _DATELINES:
        match = pattern.match(line)
        if match:
            full = _FULL.search(match["date"])
            day = iso(full.group()) if full else None
            if full and not day:
                return
            found.note("dateline", day)
            where = (start, start + match.end())
            found.masked.append(where)
            if not full and any(char.isdigit() for char in match["date"]) and (part := day_of(match["date"])):
                found.days.append((part, where))
            by = match.groupdict().get("by") or ""
            break
    else:
        agency = _AGENCY_FIRST.match(line)
        by = agency["by"] if agency else ""
    found.sent_by(by)


def sentence(line: str, offset: int, found: Header) -> bool:
    """Whether `line` ends in a sentence that says when the article came out; notes it."""
    for evidence, pattern in _SENTENCES:
        match = pattern.search(line)
        written = match and (match["date"] or match.groupdict().get("day"))
        if match and written and (day := iso(written)):
            found.note(evidence, day)
            found.masked.append((offset + match.start(), offset + match.end()))
            return True
    return False


def closing(line: str, offset: int, found: Header) -> None:
    """(APA, 24.3.2015) after the last sentence, as Austrian papers sign."""
    match = _CLOSING.search(line)
    day = iso(match["date"]) if match else None
    if not match or not day:
        return
    is_signed = bool(match["by"] or match["name"] or match["paper"])
    ended = line[: match.start()].rstrip().endswith((".", "!", "?", "…", '"', "“", "”", "«", "»"))
    if not ended and (not is_signed or match["rest"]):
        return
    end = match.end("date") if match["close"] is None else match.start("close") + 1
    found.note("closing", day)
    found.masked.append((offset + match.start(), offset + end))
    found.sent_by(match["by"] or "")


def stamps(text: str, start: int, found: Header) -> None:
    """The same in the midst of the last page, where headlines of other texts follow."""
    for match in _STAMP.finditer(text, start):
        if day := iso(match["date"]):
            found.note("closing", day)
            found.masked.append((match.start() + match.group().index("("), match.end()))
