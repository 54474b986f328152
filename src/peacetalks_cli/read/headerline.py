"""What a single line says when it is a header line: its dates and their labels.

A line counts only as a whole: words, numbers and stops that are neither date nor label nor name make it prose.
"""

import re
from dataclasses import dataclass, field

from peacetalks_cli.read.headerwords import (
    AGENCY,
    BROADCASTERS,
    FULL_DATE,
    GENRE,
    LABELS,
    LONGEST,
    NAMES,
    PAPERS,
    WEEKDAY,
    YEARLESS,
    Label,
    day_of,
    iso,
)

_TOKEN = re.compile(
    r"(?P<space>[\s,;|•·/()\[\]:–—©+-]{1,20})"
    + "".join(rf"|(?P<{label}>(?:{words})\b)" for label, words in LABELS)
    + rf"|(?P<full>(?i:{FULL_DATE}))"
    r"|(?P<clock>\d{1,2}(?:[:.]\d\d(?::\d\d)?)(?:\s?[+-]\d\d:?\d\d(?!\d)|\s?(?:Uhr|h|[AaPp]\.?[Mm])\b|(?![\d.]))|\d{1,2}\sUhr|(?<=[\dMm]\s)(?:(?:MEZ|MESZ|CET|CEST|UTC|GMT)\b))"
    rf"|(?P<part>(?i:{YEARLESS}))"
    rf"|(?P<weekday>{WEEKDAY}(?!\w)(?!\sim\b))"
    r"|(?P<reading>(?:Lesezeit|Lesedauer):?\s(?:(?:ca\.|etwa)\s)?\d{1,3}\sMin(?:uten|ute|\.)?|"
    r"\d{1,3}\s[Mm]in(?:uten|ute|\.)?(?:\sLese(?:zeit|dauer))?(?![\w.])|\d{1,4}\s(?:Kommentare?|Bilder|Fotos)\b)"
    r"|(?P<number>(?i:(?:ausgaben?-?)?(?:nr|no)\.|nummer|heft|ausgabe|jg\.|jahrgang|pm|ots|id:?|(?:podcast-?)?(?:folge|episode))\s?\d{1,7}(?:[/-]\d{1,4}|\s\d{3})?(?![\d.]*\d)"
    r"|\d{1,3}/(?:19|20)?\d\d(?![\d.])|\d{1,3}\.\s(?i:jahrgang|jg\.)|\d{1,3}\.\s(?i:woche)\b|(?:KW|Kalenderwoche)\s\d{1,2}\b"
    r"|(?:APA|OTS|dpa|bdt|iba|eua|lno)\d{3,4}(?:\s\d{1,2})?(?:\s[A-Za-z]{2,3}){0,2}(?:\s\d{3,4})?(?:\s[Ss]iehe\s\S{3,12})?(?!\w))"
    r"|(?P<page>(?i:seiten?:?|s\.)\s?[A-Z]?\d{1,3}(?:\s?(?:[-–/,]|und)\s?\d{1,3}|\s?ff?\.)?(?!\d))"
    rf"|(?P<genre>{GENRE}(?![\w-])(?:\s(?:de[rs]|von)\s{NAMES}(?=\svo[mn]\s))?)"
    r"|(?P<with>mit\s(?:(?:Material|Agenturmaterial)(?:\sde[rs]|\svon)?\s)?"
    r"[A-Za-zÄÖÜ][\w.-]{1,20}(?:(?:\s?[,/]\s?|\sund\s)[A-Za-zÄÖÜ][\w.-]{1,20}){0,5}(?=\s?(?:[|•·)]|$)))"
    rf"|(?P<agency>(?:{AGENCY})(?![\w-]))"
    rf"|(?P<author>(?:[Vv]on:?|VON|Text:|Autor(?:in)?:|Interview:)\s{NAMES}(?=\s?(?:[,|•·/;]|[–—-]\s|$|\s(?:am\s)?\d|\s{WEEKDAY})))"
    r"|(?P<of>vo[mn]\b)"
    r"|(?P<word>(?:am|um|den|dem|und|seit|heute|gestern|Uhr|MEZ|MESZ|(?:[Ii][nm]|[Aa]us|[Aa]uf|[Zz]u)(?:\sde[rmn])?(?=:?\s)|zur)\b)"
    r"|(?P<initials>[a-zäöü]{2,9}(?:[/;]\s?[a-zäöü]{2,9}){0,6}(?=\s?[|)\]]|$|[,/]\s?\d))"
    r"|(?P<stop>\.(?=\s|$))"
    r"|(?P<field>(?:Quellen?|Medium|Zeitung|Ausgabe|Publikation|Kategorie|Rubrik|Ressort|Thema|Redaktion|Sendung|Ort|Land):(?=\s))"
)
_SEGMENT = re.compile(
    rf"{NAMES}(?:\s\d{{1,2}}(?=\s?[,|•·]|\svo[mn]\s))?(?=\s?(?:[,|•·/;()]|[–—]|-\s|$|\.\s\d|:\s{GENRE}|\s(?:vo[mn]\b|am\s\d)|\s(?:den\s)?\d|\s(?:Nr|No|Nummer|Heft|Ausgabe|Seite|S)\b|\s{WEEKDAY}))"
)
_ENDS_IN_PAPER = re.compile(rf"(?:.*[\s/(„»\"«])?{PAPERS}[)“”\"«»]?", re.IGNORECASE)
_IS_EVENT = re.compile(
    r"(?i)\b(?:(?:wann|wo|termine?|bild(?:er)?|fotos?)\s?:|beginn|premiere|uhrzeit|geboren|foto|archiv\w*|getty|imago|"
    r"picture|anmeldung|einsendeschluss|veranstaltung\w*|frist|\w{0,20}anschl[aä]ge?|vertrag|abkommen|gesetz|urteil)\b"
)
_OF_LABEL: dict[str, Label] = {label: label for label, _ in LABELS}
_ISSUE = frozenset({"paper", "genre", "number", "page", "initials"})
_MOST_NAMES = 5
_LONGEST_INITIALS = 4
_LONGEST_RUBRIC = 40  # characters
_SEPARATOR = re.compile(r"\s?[|•·;,/]\s|\s[-–—]\s")
_MEDIUM = re.compile(rf"{BROADCASTERS}|{PAPERS}(?:\s|$)|(?:[A-ZÄÖÜ][\w.-]{{1,20}}\s){{1,2}}{PAPERS}(?:\s|$)")
_COLUMNS = re.compile(r"(?<=\S)[ \t\u00a0]{3,}(?=\S)")
"""'DOLOMITEN     Mittwoch, 12. November 2003     LOKALES': the head of a page, left, middle and right."""
_FULL = re.compile(FULL_DATE, re.IGNORECASE)
_DATED = re.compile(
    rf"(?:(?P<rubric>[^\d]{{2,40}})\s(?=vo[mn]|am|den))?(?:(?:vo[mn]|am|den)\s)?(?:{WEEKDAY},?\s)?(?:den\s)?"
    rf"(?P<day>(?i:{FULL_DATE}))(?:,?\s(?:um\s)?\d{{1,2}}(?:[:.]\d\d)?(?:\sUhr)?)?"
)
_YEAR_OF_NUMBER = re.compile(r"(?:(?:19|20)\d\d)$")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """The full dates of a header line (ISO) with their labels; none where it has only a time, or no year.

    `bare`: nothing but a date, which may also be the heading of a chronicle. `day`: (month, day) of a date that
    lacks the year. `year`: that of an issue ('6/2026').
    """

    dates: tuple[tuple[Label, str], ...]
    bare: bool
    day: tuple[int, int] | None = None
    year: int | None = None


@dataclass(slots=True)
class _Parts:
    """What has been read of a line: the kinds of its tokens, in order, and the dates among them."""

    label: Label = "dateline"
    dates: list[tuple[Label, str]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    day: tuple[int, int] | None = None
    year: int | None = None
    space: str = ""

    def take(self, kind: str, text: str) -> bool:
        """Takes a token; whether the line can still be a header line."""
        if kind in _OF_LABEL:
            self.label = _OF_LABEL[kind]
        elif kind == "full":
            day = iso(text)
            if day is None:
                return False
            self.dates.append((self.label, day))
        elif kind == "part":
            self.day = day_of(text)
        elif kind == "number" and (year := _YEAR_OF_NUMBER.search(text)):
            self.year = int(year.group())
        self.kinds.append(kind)
        return True


def parse(line: str) -> HeaderLine | None:
    """The header line that `line` is, None for prose."""
    if len(line) > LONGEST or not any(char.isdigit() for char in line) or _IS_EVENT.search(line):
        return None
    line = _COLUMNS.sub(" | ", line.strip())
    line = re.sub(r"\((?:c|C)\)", "©", " ".join(line.split())).strip("*_# ")
    return _read(line) or _of_medium(line)


def _read(line: str) -> HeaderLine | None:
    parts, pos = _Parts(), 0
    while pos < len(line):
        token = _TOKEN.match(line, pos)
        if token and token.lastgroup == "space":
            parts.space = token.group()
        elif not (token := token or _named(line, pos, parts)) or not _take(parts, token):
            return None
        pos = token.end()
    return _judged(parts)


def _of_medium(line: str) -> HeaderLine | None:
    """'BR, quer, 7.2.2026', 'Radio Tirol, Tirol heute am 7. Februar 2026': its programmes are called anything."""
    parts = _SEPARATOR.split(line)
    if len(parts) < 2 or not _MEDIUM.match(parts[0]) or len(parts[0]) > _LONGEST_RUBRIC:
        return None
    dates = [(n, found) for n, part in enumerate(parts) if (found := _DATED.fullmatch(part))]
    if len(dates) != 1 or sum(len(_FULL.findall(part)) for part in parts) != 1:
        return None
    at, found = dates[0]
    others = [*parts[:at], *parts[at + 1 :], found["rubric"] or ""]
    day = iso(found["day"])
    if not day or any(len(part) > _LONGEST_RUBRIC or len(part.split()) > _MOST_NAMES for part in others):
        return None
    return HeaderLine((("dateline", day),), bare=False)


def _named(line: str, pos: int, parts: _Parts) -> re.Match[str] | None:
    """A name; not after a colon or a dash that follows a date, where a headline would stand."""
    has_date = "full" in parts.kinds or "part" in parts.kinds
    is_title = has_date and not re.search(r"[,;|•·/(]", parts.space) and parts.kinds[-1] not in _ISSUE | {"field"}
    if is_title and parts.kinds[-1] == "word" and parts.label != "dateline":
        is_title = False  # 'Veröffentlicht am 7. Februar 2026 in Politik'
    return None if is_title or parts.kinds.count("name") == _MOST_NAMES else _SEGMENT.match(line, pos)


def _take(parts: _Parts, token: re.Match[str]) -> bool:
    kind = token.lastgroup
    if kind is None:
        kind = "paper" if _ENDS_IN_PAPER.fullmatch(token.group()) else "name"
    if kind == "word" and not parts.kinds and not token.group().startswith(("den", "aus", "Aus")):
        return False  # 'am 24. Februar 2022': when something happened
    if token.group() == "am" and parts.label == "dateline":
        kind = "of"
    if kind == "initials" and not _is_signed(parts, token.group()):
        return False
    taken = parts.take(kind, token.group())
    parts.space = ""
    return taken


def _is_signed(parts: _Parts, initials: str) -> bool:
    """'(mum)', '…, 7.2.2026/mum', 'mum, 7.2.2026'."""
    is_first = not parts.kinds and len(initials.partition("/")[0]) <= _LONGEST_INITIALS
    return is_first or "(" in parts.space or ("full" in parts.kinds and bool(re.search(r"[/;|,]", parts.space)))


def _judged(parts: _Parts) -> HeaderLine | None:
    kinds = set(parts.kinds)
    if len({day for label, day in parts.dates if label == "dateline"}) > 1:
        return None  # from … to …: an event, not the article
    is_issue = bool(kinds & _ISSUE)
    if "stop" in kinds and not kinds & {"number", "page"}:
        return None
    is_sent = kinds >= {"field", "agency"} or kinds <= {"of", "full", "weekday", "clock"}  # 'vom 7.2.2026, 15:56 Uhr'
    if "of" in kinds and not (is_issue or is_sent or "author" in kinds or kinds & _OF_LABEL.keys()):
        return None  # 'Die Rede vom 3. März 2019'
    is_labelled, is_named = bool(kinds & _OF_LABEL.keys()), bool(kinds & {"name", "author"})
    if parts.dates:
        return HeaderLine(tuple(parts.dates), not (is_labelled or is_issue or "clock" in kinds), year=parts.year)
    if not is_named and (
        (is_labelled and kinds & {"clock", "part", "word"}) or "reading" in kinds or {"part", "clock"} <= kinds
    ):
        return HeaderLine((), False, parts.day, parts.year)
    if parts.day or (is_issue and parts.year and not is_named):
        return HeaderLine((), parts.day is not None, parts.day, parts.year)
    return None
