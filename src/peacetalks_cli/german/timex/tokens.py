"""The words and figures of a sentence, each with its class: what the patterns of patterns.py read."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from peacetalks_cli.facts import Interval
from peacetalks_cli.german import numerals
from peacetalks_cli.german.numerals.words import cardinal, ordinal
from peacetalks_cli.german.timex.lexicon import LEXICON, Entry
from peacetalks_cli.german.timex.words import UNIT_STEMS, WEEKDAY_NAMES


@dataclass(slots=True)  # not frozen: there is one for each word, and those take three times as long to make
class Token:
    """[start, end) in the text; `kind`: a letter of patterns.py; `value`: what the word means, by kind."""

    text: str
    start: int
    end: int
    kind: str
    value: Any = None


_S = "[ \u00a0\u202f\u2009]"
_TOKEN = re.compile(
    rf"""
  (?=\S)(?:
    (?P<plain>(?!mehr|länger|weniger|kürzer|etwas|deutlich|weit|
              Heilige|Tag|Jom|Rosch|[Oo]rthodox|Mehr|Länger|Weniger|Kürzer|Christi|Mariä)
              [A-Za-zÄÖÜäöüß]+(?=[ ,]))
  | (?P<iso>(?<![\w.,-])\d{{4}}-\d\d-\d\d(?![\d-]))
  | (?P<date>(?<![\w.,])\d{{1,2}}\.{_S}?\d{{1,2}}\.(?:{_S}?\d{{4}}(?!\d|[.,]\d)|\d\d(?![\d.:])|(?!\d)))
  | (?P<clock>(?<![\w.,])\d{{1,2}}[.:]\d\d(?!\d|[.,:]\d))
  | (?P<month>(?<![\w.,/])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/]))
  | (?P<pair>(?<![\w.,])\d{{4}}/{_S}?(?:\d{{4}}|\d\d)(?!\d))
  | (?P<compound>(?<![\w.,])(?:\d{{1,4}}(?:er)?|[^\W\d_]+)(?:-[^\W\d_]+)+)
  | (?P<decade>(?<![\w.,])(?:\d{{4}}|\d\d)ern?\b)
  | (?P<comparison>\b(?:(?:etwas|deutlich|weit){_S})?(?:[Mm]ehr|[Ll]änger|[Ww]eniger|[Kk]ürzer){_S}als\b)
  | (?P<ordinal>(?<![\w.,])\d{{1,2}}\.(?={_S}*[/–-]|{_S}+[^\W_]|,))
  | (?P<short>(?<![\w.,'’])['’][4-9]\d(?![\w'’]|[.,]\d|{_S}[A-ZÄÖÜ\d]))
  | (?P<number>\d{{1,3}}(?:(?P<gap>[.'’ \u00a0\u202f\u2009])\d{{3}}(?:(?P=gap)\d{{3}})*)(?!\d)(?:,\d+)?
              |\d+(?:[.,:/]\d+)*)
  | (?P<abbreviation>\b(?:Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez|Jh|Jhdt|Jhd|Std|Min|Sek|ca)\.)
  | (?P<holiday>\b(?:Heilige[rnm]?{_S}Abends?\b|(?:Christi|Mariä){_S}Himmelfahrt|Mariä{_S}Empfängnis
              |Jom{_S}Kippur|Rosch{_S}[Hh]a-?[Ss]chana
              |[Oo]rthodoxe[nrsm]?{_S}(?:Ostern|Osterfest|Weihnachten|Weihnachtsfest)(?:e?s)?\b
              |Tag{_S}der{_S}(?:Arbeit|[Dd]eutschen{_S}Einheit)))
  | (?P<word>[^\W\d_]+)
  | (?P<mark>\S)
  )""",
    re.VERBOSE,
)
_MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "/": "-", "(": "<", ")": ">"}  # fmt: skip
_DURATION_ADJECTIVE = re.compile(rf"(.{{1,40}}?)-?({'|'.join(UNIT_STEMS)})ig(?:e[nmrs]?)?")
_COUNTED = re.compile(r"(?P<count>[^-]+)-(?P<unit>Sekunde|Minute|Stunde|Tage|Woche|Monat|Jahr)(?:n|s|e|es)?(?=-|$)")
_COUNTED_UNITS = {"Sekunde": "TS", "Minute": "TM", "Stunde": "TH", "Tage": "D", "Woche": "W", "Monat": "M", "Jahr": "Y"}
_TENS = ("zwanziger", "dreißiger", "vierziger", "fünfziger", "sechziger", "siebziger", "achtziger", "neunziger")
_DECADES_OF_2000 = {"nullerjahre": "200", "nullerjahren": "200", "zehnerjahre": "201", "zehnerjahren": "201"}
_DECADE_WORD = re.compile(rf"(?P<tens>{'|'.join(_TENS)})(?P<years>-?jahren?)?", re.IGNORECASE)
_DECADE_COMPOUND = re.compile(r"(?P<digits>\d{4}|\d\d)er-Jahren?")
_OPENINGS = frozenset(':„“»«"‚‘–')  # after which a capital may begin a sentence
_LONGEST_WORD = 60


def tokens(text: str, sentence: Interval, masked: Sequence[Interval] = ()) -> list[Token]:
    """The tokens of one sentence. What lies in `masked` (sorted, disjoint) is opaque: no pattern reads it."""
    position, end = sentence
    found: list[Token] = []
    while position < end:
        for match in _TOKEN.finditer(text, position, end):
            first = not found or found[-1].text in _OPENINGS
            if match.lastgroup == "plain":  # most words: no need to look for what else it is
                word, at = match[0], match.start()
                token = Token(word, at, at + len(word), *_word(word, first))
            else:
                token = _classified(match, first=first)
            if masked and _is_masked(token, masked):
                token = Token(token.text, token.start, token.end, "_")
            found.append(token)
            if token.end != match.end():  # the first word of a compound: the rest is read anew
                position = token.end
                break
        else:
            return found
    return found


def _is_masked(token: Token, masked: Sequence[Interval]) -> bool:
    i = bisect_right(masked, (token.start, 1 << 62))
    return (i > 0 and masked[i - 1][1] > token.start) or (i < len(masked) and masked[i][0] < token.end)


def _classified(match: re.Match[str], *, first: bool) -> Token:
    text, start = match.group(), match.start()
    name = str(match.lastgroup)
    (kind, value), length = _READERS[name](text, first), len(text)
    if name == "compound":
        length = _compound_length(text, kind)
        if not length:  # Montag-Freitag: only its first word
            return _first_word(text, start)
    return Token(text[:length], start, start + length, kind, value)


def _first_word(text: str, start: int) -> Token:
    word = text.split("-", 1)[0]
    kind, value = _word(word, False)
    return Token(word, start, start + len(word), kind, value)


def _compound_length(text: str, kind: str) -> int:
    """How much of a hyphenated compound the token takes: '14-Tage' of '14-Tage-Frist', else the whole."""
    if kind == "j" and (counted := _COUNTED.match(text)):
        return counted.end()
    parts = text.split("-")
    if kind == "n" and len(parts) == 2 and {_word(part, False)[0] for part in parts} in ({"W"}, {"M"}):
        return 0
    return len(text)


def _iso(text: str, _first: bool) -> Entry:
    year, month, day = (int(part) for part in text.split("-"))
    return "D", (year, month, day, True)


def _date(text: str, _first: bool) -> Entry:
    day, month, *rest = (part.strip() for part in text.split("."))
    year = int(rest[0]) if rest and rest[0] else None
    if year is not None and year < 100:
        year += 2000 if year < 60 else 1900
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return "_", None
    return "D", (year, int(month), int(day), year is not None or len(day) + len(month) == 4)


def _clock(text: str, _first: bool) -> Entry:
    hour, minute = int(text[:-3]), int(text[-2:])
    return ("C", (hour, minute)) if hour <= 24 and minute < 60 and (hour < 24 or not minute) else ("_", None)


def _pair(text: str, _first: bool) -> Entry:
    year, _, second = text.partition("/")
    is_next = (int(year) + 1) % 100 == int(second) % 100
    return ("y", int(year)) if is_next and 1000 <= int(year) < 2200 else ("_", None)


def _month(text: str, _first: bool) -> Entry:
    month, year = text.split("/")
    return "7", (int(year), int(month))


def _number(text: str, _first: bool) -> Entry:
    if text.isdecimal():
        if len(text) == 4 and 1000 <= int(text) < 2200:
            return "Y", int(text)
        return ("N", int(text)) if len(text) < 10 else ("_", None)
    plain = re.sub(r"[.'’\s](?=\d{3}(?!\d))", "", text)
    if re.fullmatch(r"\d{1,9}", plain):
        return "N", int(plain)
    if re.fullmatch(r"\d{1,9},\d{1,3}", plain):
        return "N", float(plain.replace(",", "."))
    return "_", None


def _short_year(text: str, _first: bool) -> Entry:
    """'68."""
    return "y", 1900 + int(text[1:])


def _decade(text: str, _first: bool) -> Entry:
    digits = text.rstrip("ern")
    if len(digits) == 4:
        return ("Z", (digits[:3], True)) if digits[3] == "0" else ("_", None)
    tens = digits[0]
    if digits[1] != "0":
        return "_", None
    return "Z", (("20" if tens in "01" else "19") + tens, text.endswith("n"))


def _compound(text: str, first: bool) -> Entry:
    if decade := _DECADE_COMPOUND.fullmatch(text):
        _, value = _decade(decade["digits"] + "er", False)
        return "Z", (value[0] if value else "", True)
    if decade := _DECADE_WORD.fullmatch(text):
        return "Z", (_word_decade(decade["tens"]), True)
    if (counted := _COUNTED.match(text)) and (count := _count(counted["count"])):
        return "j", duration(count, _COUNTED_UNITS[counted["unit"]])
    return _duration_adjective(text) or ("n" if text[0].isupper() or text[0].isdecimal() else "x", None)


def _word_decade(tens: str) -> str:
    return f"19{_TENS.index(tens.lower()) + 2}"


def _word(text: str, first: bool) -> Entry:
    """The class of a word; `first`: it begins the sentence, so its capital means nothing."""
    if first and text == "Morgen":
        return "R", 1
    if first and text[-1] == "s" and text[:-1] in WEEKDAY_NAMES:  # 'Montags bleibt das Museum zu'
        return LEXICON[text.lower()]
    return _known(text) if len(text) <= _LONGEST_WORD else ("x", None)


@lru_cache(maxsize=8192)
def _known(word: str) -> Entry:
    spellings = (word, word.capitalize(), word.lower()) if word.isupper() and len(word) > 2 else (word, word.lower())
    for spelling in spellings:
        if found := LEXICON.get(spelling):
            return found
    lower = word.lower()
    if (n := cardinal(lower)) is not None and n < 10**6:  # 'drei Millionen Stunden' is a sum, not a length of time
        return "N", n
    if (n := ordinal(lower)) is not None:
        return "O", n
    if (decade := _DECADE_WORD.fullmatch(lower)) is not None:
        return "Z", (_word_decade(decade["tens"]), bool(decade["years"]))
    if lower in _DECADES_OF_2000:
        return "Z", (_DECADES_OF_2000[lower], True)
    if count := _half(lower):
        return "N", count
    return _duration_adjective(word) or ("n" if word[0].isupper() else "x", None)


def _half(word: str) -> int | float | None:
    """anderthalb, zweieinhalb."""
    return numerals.value(word) if word.endswith(("halb", "halbe", "halben")) else None


def _count(text: str) -> int | float | None:
    if text.isdecimal():
        return int(text)
    return cardinal(text) or _half(text.lower())


def _duration_adjective(word: str) -> Entry | None:
    """'vierstündigen' is PT4H; 'vierjährig' (class o) may be an age as well; 'Vierjährige' is one."""
    found = _DURATION_ADJECTIVE.fullmatch(word.lower())
    if not found:
        return None
    unit = UNIT_STEMS[found[2]]
    count = _count(found[1].rstrip("-"))
    if not count:
        return None
    if unit != "Y":
        return "j", duration(count, unit)
    is_person = "Jähr" in word or word[0].isupper()
    return None if is_person else ("o", count)


def duration(count: int | float | None, unit: str) -> str:
    """The TIMEX3 value of `count` units; None is 'some': (3.5, 'TH') is PT3H30M, (None, 'M') is PXM."""
    time, code = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if count is None:
        return f"P{time}X{code}"
    whole, part = divmod(count, 1)
    finer = {"H": ("M", 60), "Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100)}.get(code)
    if code == "M" and time:
        finer = ("S", 60)
    if code == "D" and part == 0.5:
        return f"P{int(whole)}DT12H" if whole else "PT12H"
    if part and finer and (rest := part * finer[1]) == int(rest):
        head = f"{int(whole)}{code}" if whole else ""
        return f"P{time}{head}{int(rest)}{finer[0]}"
    return f"P{time}{int(count) if not part else count}{code}"


def _holiday_name(text: str) -> str:
    if text.startswith("Heilige"):
        return "Heiligabend"
    if text.startswith("Rosch"):
        return "Rosch Haschana"
    if text.lower().startswith("orthodox"):
        return "orthodoxe Ostern" if "Oster" in text else "orthodoxe Weihnachten"
    return " ".join(text.replace("deutschen", "Deutschen").split())


_READERS: dict[str, Callable[[str, bool], Entry]] = {
    "iso": _iso,
    "date": _date,
    "clock": _clock,
    "month": _month,
    "pair": _pair,
    "compound": _compound,
    "decade": _decade,
    "short": _short_year,
    "comparison": lambda text, _: ("a", "LESS_THAN" if re.search("weniger|kürzer", text.lower()) else "MORE_THAN"),
    "ordinal": lambda text, _: ("O", int(text[:-1])),
    "number": _number,
    "abbreviation": _word,
    "holiday": lambda text, _: ("L", _holiday_name(text)),
    "word": _word,
    "mark": lambda text, _: (_MARKS.get(text, "_"), None),
}
