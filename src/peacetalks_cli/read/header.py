"""What the head and the foot of an article say of it: published, title, source, and which lines these are.

Precision before recall: only lines that are header lines as a whole count, near the top or the bottom, and a few
fixed forms at the beginning or the very end of a paragraph. A date in running prose is never the publication date.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

from peacetalks_cli.facts import Article, Interval
from peacetalks_cli.read.headerline import AGENCIES, DATE, FULL_DATE, LONGEST, iso, parse

_TOP_LINES, _TOP_CHARACTERS, _BOTTOM_LINES = 8, 700, 5
# The best evidence first; `published_from` is one of these, or jsonl, html, option.
EVIDENCE = (
    "front_matter",  # --- date: 2026-02-07 ---
    "header",  # date 2026-01-25 Die Gespräche …
    "published",  # Veröffentlicht am 7. Februar 2026
    "dateline",  # 17.02.2026 16:20; Wien, 9. Jänner 2026; KIEW, 3. März 2025 (dpa) – …
    "closing",  # … teilte er mit. (APA, 24.3.2015)
    "broadcast",  # Diese Nachricht wurde am 23.01.2026 … gesendet.
    "stand",  # Stand: 07.02.2026 15:56 Uhr
    "updated",  # Aktualisiert am 7. Februar 2026
    "dpa",  # © dpa-infocom, dpa:260207-930-654321/1
)
_LINE = re.compile(r"[^\r\n]+")
_DATE_PREFIX = re.compile(r"\s{0,8}(?i:date):?\s{1,4}(\d{4}-\d\d-\d\d)(?![\w-])")
_PLACE = r"[A-ZÄÖÜ][\w.’'-]{0,30}(?:\s(?:(?:am|an\sder|der)\s)?[A-ZÄÖÜ][\w.’'-]{0,30}){0,3}"
_PLACES = rf"{_PLACE}(?:\s?/\s?{_PLACE}){{0,3}}"
_BY = r"[A-Za-z][\w./ ,&-]{0,40}"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        # KIEW, 3. März 2025 (dpa) – …; KIEW (dpa), 3. März 2025 – …; Kiew, 07. Feb (Reuters) - …
        rf"{_PLACES},?\s(?P<date>(?i:{DATE}))\s?\((?P<by>{_BY})\)\s?[-–—:.]{{0,2}}\s",
        rf"{_PLACES}\s\((?P<by>{_BY})\),?\s(?P<date>(?i:{DATE}))\s?[-–—:]\s",
        # Wien (APA/dpa, 9. Jänner 2026) – …
        rf"{_PLACES}\s\((?P<by>{_BY}?),?\s(?P<date>(?i:{DATE}))\)\s?[-–—:.]{{0,2}}\s",
        # Berlin, 7. Februar 2026 – …; with a colon it is as often the scene of a reportage
        rf"{_PLACES},\s(?P<date>(?i:{FULL_DATE}))\s[-–—]\s",
    )
)
_AGENCY_FIRST = re.compile(rf"(?:{_PLACES}\s?)?\((?P<by>{AGENCIES})\)\s?[-–—:.,]?\s")
_AGENCY_LINE = re.compile(rf"\(?(?:[Vv]on:?\s)?(?P<by>{AGENCIES})\)?\.?")
_SOURCE_LINE = re.compile(r"(?:Quellen?|Sources?)\s?:\s?(?P<by>[^|•]{1,100})")
_PICTURE = re.compile(r"(?i)picture|imago|getty|fotos?\b|bild|archiv|epa\b|shutterstock|grafik")
_BYLINE = re.compile(r"[Vv]on(?::\s.{1,80}|(?:\s(?:und\s)?[A-ZÄÖÜ][\w.'’-]{0,30},?){2,6})")
_CLOSING = re.compile(
    rf"\((?:(?P<by>{AGENCIES})\s?[,;–-]?\s{{0,3}}|(?P<name>(?!Stand|seit|ab|bis|am|vom)[^()\d]{{1,80}}?)\s?[,;–-]\s{{0,3}})?"
    rf"(?P<date>{FULL_DATE})\)?\s*$"
)
_BROADCAST = re.compile(
    rf"Diese (?:Nachricht|Sendung|Meldung) wurde am (?P<date>{FULL_DATE})[^.\r\n]{{0,80}}gesendet\.?\s*$"
)
_DPA = re.compile(r"(?:©\s?)?(?:dpa-infocom,\s?)?dpa(?:-\w{1,20})?:(\d\d)(\d\d)(\d\d)-\d{1,4}-\d{3,8}(?:/\d{1,3})?")
_FIELD = re.compile(r"([A-Za-z_][\w -]{0,40}):(?:\s+(.*))?")
_FIELDS = {
    **{"published": "published", "date": "published", "datum": "published", "pubdate": "published"},
    **{"title": "title", "titel": "title", "source": "source", "quelle": "source"},
}


@dataclass(slots=True)
class Header:
    """`dates`: evidence (one of `EVIDENCE`) -> ISO date, the first of its kind. `masked`: sorted, not overlapping."""

    dates: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    source: str | None = None
    masked: list[Interval] = field(default_factory=list)


def article(text: str, file: str) -> Article:
    """The Article of `text`, with what its own header says."""
    found = header(text)
    evidence = next((kind for kind in EVIDENCE if kind in found.dates), None)
    published = found.dates[evidence] if evidence else None
    return Article(text, file, found.title, published, evidence, found.source, tuple(found.masked))


def header(text: str) -> Header:
    """What the header lines of `text` say; dates that do not exist are nothing."""
    found = Header()
    body = _front_matter(text, found)
    body = _date_prefix(text, body, found)
    lines = [line.span() for line in _LINE.finditer(text, body) if not line.group().isspace()]
    _top(text, lines, found)
    _bottom(text, lines, found)
    found.masked = _merged(found.masked)
    return found


def _front_matter(text: str, found: Header) -> int:
    """Where the text goes on after its `---` block of fields, 0 if it has none."""
    lines = _LINE.finditer(text)
    first = next(lines, None)
    if first is None or first.start() > 0 or first.group().rstrip() != "---":
        return 0
    fields: dict[str, str] = {}
    for line in islice(lines, 60):
        words = line.group()
        if words.rstrip() in ("---", "..."):
            _take_fields(fields, found)
            found.masked.append((0, line.end()))
            return line.end()
        match = _FIELD.fullmatch(words.rstrip()) if len(words) <= 1000 else None
        if match and match[2]:
            fields.setdefault(_FIELDS.get(match[1].lower(), ""), match[2].strip(" \"'"))
        elif not match and words[0] not in " \t-#":
            return 0
    return 0


def _take_fields(fields: dict[str, str], found: Header) -> None:
    found.title = fields.get("title") or None
    found.source = fields.get("source") or None
    written = re.match(FULL_DATE, fields.get("published", ""), re.IGNORECASE)
    _note(found, "front_matter", iso(written.group()) if written else None)


def _date_prefix(text: str, start: int, found: Header) -> int:
    """Where the text goes on after a ` date 2026-01-25` at its beginning."""
    match = _DATE_PREFIX.match(text, start)
    day = iso(match[1]) if match else None
    if not match or not day:
        return start
    _note(found, "header", day)
    found.masked.append((start, match.end()))
    return match.end()


def _top(text: str, lines: list[Interval], found: Header) -> None:
    prose = 0
    chronicle: bool | None = None
    for index, (start, end) in enumerate(lines[:_TOP_LINES]):
        if start - lines[0][0] > _TOP_CHARACTERS:
            return
        line = text[start : min(end, start + LONGEST + 1)].strip()
        parsed = parse(line)
        if parsed and parsed.bare and chronicle is None:
            chronicle = _is_chronicle(text, lines)
        if parsed and not (parsed.bare and chronicle):
            for label, day in parsed.dates:
                _note(found, label, day)
            found.masked.append((start, end))
        elif _is_byline(line, found):
            found.masked.append((start, end))
        elif (end - start <= LONGEST and _sentence(text[start:end], start, found)) or " " not in line:
            continue  # a line of one word is a rubric (Ausland, KOMMENTAR), no headline
        elif prose < 3:  # headline, lead, first paragraph
            if prose == 0 and not found.title:
                found.title = _title(text, lines, index)
            prose += 1
            _dateline(text, start, found)


def _is_chronicle(text: str, lines: list[Interval]) -> bool:
    """Whether several bare dates stand in lines of their own: headings of the days that the text tells of."""
    first = None
    for start, end in lines:
        parsed = parse(text[start:end].strip()) if end - start <= 60 else None
        if parsed and parsed.bare and parsed.dates:
            first = first or parsed.dates
            if parsed.dates != first:
                return True
    return False


def _is_byline(line: str, found: Header) -> bool:
    """Whether the whole line says who wrote or sent the text; notes the source."""
    source = _SOURCE_LINE.fullmatch(line)
    if source:
        if not _PICTURE.search(source["by"]):
            found.source = source["by"].strip()
        return True
    agency = _AGENCY_LINE.fullmatch(line)
    if agency:
        _sent_by(agency["by"], found)
        return True
    return bool(_BYLINE.fullmatch(line))


def _title(text: str, lines: list[Interval], index: int) -> str | None:
    """The line as a headline: short, without a full stop, with the body after it; None if it does not look so."""
    start, end = lines[index]
    line = text[start:end].strip().removeprefix("# ")
    if len(line) > 140 or " " not in line or line.endswith((".", ":", ";", ",", "–", "-")):
        return None
    if index + 1 == len(lines) or not any(char.isalpha() for char in line):
        return None
    after, until = lines[index + 1]
    blank = len(re.findall(r"\r\n|\r|\n", text[end:after])) > 1
    following = text[after:until].strip()
    # Without a blank line between, the next one must be plainly something else than this one wrapped.
    return line if blank or len(following) > 120 or parse(following) or _is_byline(following, Header()) else None


def _dateline(text: str, start: int, found: Header) -> None:
    while text[start].isspace():
        start += 1
    line = text[start : start + LONGEST]
    for pattern in _DATELINES:
        match = pattern.match(line)
        if match:
            full = re.search(FULL_DATE, match["date"], re.IGNORECASE)
            day = iso(full.group()) if full else None
            if full and not day:
                return
            _note(found, "dateline", day)
            found.masked.append((start, start + match.end()))
            by = match.groupdict().get("by") or ""
            break
    else:
        agency = _AGENCY_FIRST.match(line)
        by = agency["by"] if agency else ""
    _sent_by(by, found)


def _bottom(text: str, lines: list[Interval], found: Header) -> None:
    closed = False
    for start, end in reversed(lines[-_BOTTOM_LINES:]):
        tail = max(start, end - LONGEST)
        line = text[start:end].strip() if tail == start else ""
        if line and _is_foot(line, (start, end) == lines[-1], found):
            found.masked.append((start, end))
        elif not _sentence(text[tail:end], tail, found) and not closed:
            closed = True
            _closing(text[tail:end], tail, found)


def _is_foot(line: str, last: bool, found: Header) -> bool:
    """Whether the whole line is one of those that stand below a text; notes what it says."""
    number = _DPA.fullmatch(line)
    if number:
        _note(found, "dpa", iso(f"20{number[1]}-{number[2]}-{number[3]}"))
        return True
    parsed = parse(line)
    if parsed and (any(label != "dateline" for label, _ in parsed.dates) or (last and not parsed.bare)):
        for label, day in parsed.dates:
            _note(found, label, day)
        return True
    return _is_byline(line, found)


def _sentence(line: str, offset: int, found: Header) -> bool:
    match = _BROADCAST.search(line)
    if match:
        _note(found, "broadcast", iso(match["date"]))
        found.masked.append((offset + match.start(), offset + match.end()))
    return bool(match)


def _closing(line: str, offset: int, found: Header) -> None:
    """(APA, 24.3.2015) after the last sentence, as Austrian papers sign."""
    match = _CLOSING.search(line)
    day = iso(match["date"]) if match else None
    if not match or not day:
        return
    unsigned = not (match["by"] or match["name"])
    if unsigned and not line[: match.start()].rstrip().endswith((".", "!", "?", "…", '"', "“", "”", "«", "»")):
        return
    _note(found, "closing", day)
    found.masked.append((offset + match.start(), offset + len(line.rstrip())))
    _sent_by(match["by"] or "", found)


def _sent_by(agencies: str, found: Header) -> None:
    """Notes agencies as the source; the newsroom itself ("red") is none."""
    if re.fullmatch(AGENCIES, agencies) and agencies.lower().rstrip(".") != "red":
        found.source = found.source or agencies


def _note(found: Header, evidence: str, day: str | None) -> None:
    if day:
        found.dates.setdefault(evidence, day)


def _merged(intervals: list[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
