"""What the head and the foot of an article say of it: published, title, source, and which lines these are.

Precision before recall: only lines that are header lines as a whole count, near the top or the bottom, and a few
fixed forms at the beginning or the very end of a paragraph. A date in running prose is never the publication date.
"""

import re
from itertools import islice

from peacetalks_cli.facts import Article, Interval
from peacetalks_cli.read import datelines, issues, yearless
from peacetalks_cli.read.headerline import HeaderLine, parse
from peacetalks_cli.read.headernotes import EVIDENCE, Header
from peacetalks_cli.read.headerwords import AGENCIES, FULL_DATE, LONGEST, SENT_MONTHS, WEEKDAY, iso

__all__ = ["EVIDENCE", "Header", "article", "header"]

_TOP_LINES, _TOP_CHARACTERS, _BOTTOM_LINES, _LAST_PAGE = 8, 700, 5, 4000
_LINE = re.compile(r"[^\r\n]+")
_DATE_PREFIX = re.compile(r"\s{0,8}(?i:date):?\s{1,4}(\d{4}-\d\d-\d\d)(?![\w-])")
_AGENCY_LINE = re.compile(rf"\(?(?:[Vv]on:?\s)?(?P<by>{AGENCIES})\)?\.?")
_SOURCE_LINE = re.compile(r"(?:Quellen?|Sources?)\s?:\s?(?P<by>[^|•]{1,100})")
_PICTURE = re.compile(r"(?i)picture|imago|getty|fotos?\b|bild|archiv|epa\b|shutterstock|grafik")
_BYLINE = re.compile(r"[Vv]on(?::\s.{1,80}|(?:\s(?:und\s)?[A-ZÄÖÜ][\w.'’-]{0,30},?){2,6})")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|Copyright)[^\r\n]{0,60}?\b((?:19|20)\d\d)\b(?![.-]\d)[^\r\n]{0,100}")
# Up to where a headline or the text begins on the same line.
_PREFIX = re.compile(
    r"\s{0,8}(?:[A-ZÄÖÜ][a-zäöü]{2,20}:?\s(?:am\s)?)?"
    rf"(?i:{FULL_DATE})(?:(?:,\s|\s-\s|\s)(?:um\s)?\d{{1,2}}[:.]\d\d(?:\sUhr)?)?(?=\s{{1,3}}[A-ZÄÖÜ„»«\"])"
)
# 'Liveticker zum Krieg – Dienstag, 18. Oktober 2022': what is made anew each day bears its day in the headline.
_OF_ITS_DAY = re.compile(
    r"(?=.{0,80}?(?i:(?:ticker|blog|newsletter|briefing|überblick|übersicht|presseschau|schlagzeilen|nachrichten)\b|"
    r"\bdie\slage\b|protokoll\seines|was\sheute|\bder\s(?:tag|morgen|abend)(?::|,(?!\s(?:an|als|wenn|in|da))|\sim)))"
    rf"[^\d\r\n]{{1,140}}?(?:\s?[-–—|:,]|\svo[mn]|\sam)\s(?P<when>(?:{WEEKDAY},?\s)?(?:den\s)?(?P<day>(?i:{FULL_DATE}))"
    r"(?:,?\s(?:um\s)?\d{1,2}(?:[:.]\d\d)?(?:\sUhr)?)?)(?=\s?(?:[:|]\s|[-–—]\s|\+|$))"
)
_DPA = re.compile(r"(?:©\s?)?(?:dpa-infocom,\s?)?dpa(?:-\w{1,20})?:(\d\d)(\d\d)(\d\d)-\d{1,4}-\d{3,8}(?:/\d{1,3})?")
# 'dpa mek/orw xx n1 091634 Dez 25', '(Schluss) ste/mka 091634 DEZ 25': when the agency sent it
_SENT = re.compile(
    r"(?:(?:\((?:Schluss|Ende|Forts\.?)\)|[A-Za-z]\w{0,3}|\w{1,9}(?:[/;]\w{1,9}){1,4}|ddp\.djn|dapd)\s{1,4}){0,9}"
    rf"(?P<day>0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\s(?:ME(?:S)?Z\s|GMT\s|UTC\s)?(?P<month>(?i:{SENT_MONTHS}))\.?\s(?P<year>\d\d)"
    r"(?:\s{1,4}(?:APA|OTS)\d{3,4})?"
)
_FIELD = re.compile(r"([A-Za-z_][\w -]{0,40}):(?:\s+(.*))?")
_FIELDS = {
    **{"published": "published", "date": "published", "datum": "published", "pubdate": "published"},
    **{"title": "title", "titel": "title", "source": "source", "quelle": "source"},
}


def article(text: str, file: str) -> Article:
    """The Article of `text`, with what its own header says."""
    found = header(text)
    evidence = found.best()
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
    if not found.dates and not found.year and len({day for day, _ in found.days}) == 1:
        found.year = yearless.year_of(text, *found.days[0][0])
    found.finish()
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
    found.note("front_matter", iso(written.group()) if written else None)


def _date_prefix(text: str, start: int, found: Header) -> int:
    """Where the text goes on after a ` date 2026-01-25` at its beginning."""
    match = _DATE_PREFIX.match(text, start)
    day = iso(match[1]) if match else None
    if not match or not day:
        return start
    found.note("header", day)
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
        if issue := issues.day(line):
            found.note("issue", issue)
            found.masked.append((start, end))
        if parsed and not (parsed.dates and parsed.bare and chronicle):
            found.note_line(parsed, (start, end))
            _source(line, found)
        elif _is_byline(line, found):
            found.masked.append((start, end))
        elif (end - start <= LONGEST and datelines.sentence(text[start:end], start, found)) or " " not in line:
            continue  # a line of one word is a rubric (Ausland, KOMMENTAR), no headline
        elif _glued(text, start, end, found):
            continue
        elif prose < 3:  # headline, lead, first paragraph
            if prose == 0 and not found.title:
                found.title = _title(text, lines, index)
            if prose == 0 and (of_day := _OF_ITS_DAY.match(line)) and (day := iso(of_day["day"])):
                found.note("dateline", day)
                begin = text.index(line[0], start)
                found.masked.append((begin + of_day.start("when"), begin + of_day.end("when")))
            prose += 1
            datelines.dateline(text, start, found)


def _glued(text: str, start: int, end: int, found: Header) -> bool:
    """'Waffenruhe hält | 07.02.2026', '07.02.2026, 15:56 Uhr Waffenruhe hält': a header line without a break."""
    line = text[start : min(end, start + LONGEST)]
    prefix = _PREFIX.match(line)
    if prefix and (parsed := parse(prefix.group().strip())) and parsed.dates and not parsed.bare:
        found.note_line(parsed, (start, start + prefix.end()))
        return True
    mark = next((n for n, char in enumerate(line) if char in "|•\t"), None) or line.rfind(" - ")
    parsed = parse(line[mark + 1 :].strip()) if mark > 0 and end - start <= LONGEST else None
    if parsed and parsed.dates and (line[mark] != " " or not parsed.bare):
        found.note_line(parsed, (start + mark, end))
        return True
    return False


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
        found.sent_by(agency["by"])
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


def _bottom(text: str, lines: list[Interval], found: Header) -> None:
    closed = False
    for start, end in reversed(lines[-_BOTTOM_LINES:]):
        tail = max(start, end - LONGEST)
        line = text[start:end].strip() if tail == start else ""
        if line and _is_foot(line, (start, end), (start, end) == lines[-1], found):
            found.masked.append((start, end))
        elif not datelines.sentence(text[tail:end], tail, found) and not closed:
            closed = True
            datelines.closing(text[tail:end], tail, found)
    datelines.stamps(text, max(0, len(text) - _LAST_PAGE), found)


def _is_foot(line: str, where: Interval, last: bool, found: Header) -> bool:
    """Whether the whole line is one of those that stand below a text; notes what it says."""
    number = _DPA.fullmatch(line)
    if number:
        found.note("dpa", iso(f"20{number[1]}-{number[2]}-{number[3]}"))
        return True
    if sent := _SENT.fullmatch(line):
        found.note("dpa", iso(f"{sent['day']}. {sent['month']} {sent['year']}"))
        return True
    rights = _COPYRIGHT.fullmatch(line)
    parsed = parse(line) or _rights_and_date(line)
    if rights and not parsed:
        found.year = found.year or int(rights[1])
        return True
    if parsed and _stands_below(parsed, last, found):
        found.note_line(parsed, where)
        _source(line, found)
        return True
    return _is_byline(line, found)


def _rights_and_date(line: str) -> HeaderLine | None:
    """'© Der Bote. Alle Rechte vorbehalten. Veröffentlicht am 7. Februar 2026': what its last sentence says."""
    if not line.startswith(("©", "(c)", "(C)", "Copyright")):
        return None
    parsed = parse(line.rpartition(". ")[2])
    return parsed if parsed and any(label != "dateline" for label, _ in parsed.dates) else None


def _stands_below(parsed: HeaderLine, last: bool, found: Header) -> bool:
    """Whether a header line can stand below a text: a place and a day do so only in its last line, as a signature."""
    if not parsed.dates:
        return parsed.year is not None or not parsed.bare
    is_labelled = any(label != "dateline" for label, _ in parsed.dates)
    return is_labelled or (last and not (parsed.bare and found.dates))


def _source(line: str, found: Header) -> None:
    """'Quelle: F.A.Z., 07.02.2026, Nr. 32': what stands before the date."""
    match = _SOURCE_LINE.fullmatch(line)
    name = re.split(r"[,;]?\s(?:vom\s)?(?=\d)", match["by"])[0] if match else ""
    if name and not _PICTURE.search(name):
        found.source = found.source or name
