"""The subject of a clause: the first noun phrase that may be a nominative and stands in no prepositional phrase."""

import re
from collections.abc import Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.numerals.words import cardinal
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import SPACE
from peacetalks_cli.german.speech.phrase_words import DETERMINER, WORD
from peacetalks_cli.german.speech.source_phrase import NameAt

_PREPOSITION_WORDS = (
    "in im ins an am ans auf aufs aus bei beim mit nach von vom vor vorm zu zum zur für fürs gegen über unter um "
    "durch durchs ohne seit während wegen trotz zwischen neben hinter gegenüber laut anlässlich angesichts als wie "
    "gemeinsam seitens binnen per pro ab bis entlang innerhalb außerhalb nahe samt mitsamt namens anhand mithilfe "
    "aufgrund dank infolge mangels zugunsten inmitten"
)
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
# A determiner that no nominative has: dem, den, des, einem …; "der" before a weak adjective or a feminine noun too.
_OBLIQUE = re.compile(
    r"(?:de[mns]|(?:(?:m|s|d)?ein|ihr|unser|kein)e[mnrs]|diese[mn]|jene[mnrs]|beide[nr]|mehrere[nr]|einige[nr])$",
    re.IGNORECASE,
)
_WEAK_AFTER_DER = re.compile(rf"der{SPACE}[a-zäöüß][\w-]*en{SPACE}", re.IGNORECASE)
_FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|[^ei]in|erei|agentur|zeitung|presse|polizei|armee|behörde|wehr|front|"
    r"regierung|partei|macht|wache|zentrale|gruppe|miliz|kirche|presse|seite|nacht|woche|woch|"
    r"stadt|zeit|konferenz|justiz|bank|klinik|börse|firma|familie|republik|macht|marine)$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:(?:diesen|vergangenen|letzten|kommenden|nächsten|vorigen|ganzen|jeden|den)\s)?"
    r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|Mittwoch\w*|Sonnabend\w*|Vormittag|Nachmittag|Abend|Morgen|Mittag|Nacht|"
    r"Anfang|Mitte|Ende|Tags|Tage|Stunden|Wochen|Monate|Jahre|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember|Uhr)\b"
    r"|[Ee]ine\s(?:halbe\s)?(?:Woche|Stunde|Minute|Nacht|Sekunde|Viertelstunde)\s(?:später|zuvor|danach|davor|darauf|vorher|lang|nach|vor)\b"
    r"|(?:vergangene|letzte|vorige|diese|kommende|nächste)s?\s(?:Woche|Nacht|Jahr))"
)
_SHARE = re.compile(
    r"(?:(?:die|eine|rund|etwa|gut|knapp|fast|mehr|als|der|ein)\s){0,4}"
    r"(?:[Jj]ede[rs]?\s\w+te[rs]?|Hälfte|\w*[Dd]rittel|\w*[Vv]iertel|Prozent|Dutzend\w*|Million\w*|\w*[Mm]ehrheit|(?:Groß)?[Tt]eil)\b"
)
_UP_TO_NOUN = re.compile(rf"(?:{SPACE}(?:\d[\d.,’']*|[a-zäöüß][\w-]*)){{0,5}}{SPACE}[A-ZÄÖÜ][\w-]*")
_WEAK_ALONE = re.compile(r"[a-zäöüß][\w-]*e[nm]\s")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?!\d)")  # it counts nothing
_GENITIVE_NEXT = re.compile(rf"{SPACE}(?:der|des|von){SPACE}")
_SKIPPED = frozenset({"sich", "es", "dabei", "man"})


def nominative(text: str, start: int, end: int, names: Sequence[NameAt]) -> Interval | None:
    """The first phrase in [start, end) that may be the subject of a clause, None where there is none."""
    at = start
    for _ in range(24):
        word = WORD.search(text, at, end)
        if word is None:
            return None
        if clock := _CLOCK.match(text, word.start(), end):
            at = clock.end()
            continue
        if word.start() > start and text[word.start() - 1] == "(" and (close := text.find(")", word.end(), end)) > 0:
            at = close + 1  # 'Gegenüber News (Ausgabe von Mai) gab X an'
            if _GENITIVE_NEXT.match(text, at, end):
                at = _after_phrase(text, at, end, names)  # 'Die Aktiva (Assets) der Bank beziffert X'
            continue
        written = word.group().lower()
        if written in _PREPOSITIONS or _is_number(written):
            at = _after_phrase(text, word.end(), end, names)
            continue
        phrase = None if written in _SKIPPED else source_phrase.forward(text, word.start(), end, names)
        if phrase is None or (phrase[0] != word.start() and not DETERMINER.match(written)):
            at = word.end()
        elif time := _TIME.match(text, phrase[0]) or _SHARE.match(text, phrase[0]):
            at = time.end()
        elif _is_oblique(text, phrase, names):
            at = phrase[1]
        else:
            return phrase
    return None


def _is_number(word: str) -> bool:
    return word[0].isdecimal() or (cardinal(word) is not None and not DETERMINER.match(word))


def _after_phrase(text: str, at: int, end: int, names: Sequence[NameAt]) -> int:
    """The end of the phrase that a preposition governs, or that a number counts."""
    if time := _TIME.match(text, at + 1):
        return time.end()
    phrase = source_phrase.forward(text, at, end, names)
    if phrase:
        return phrase[1]
    noun = _UP_TO_NOUN.match(text, at, end)
    return noun.end() if noun else at


def _is_oblique(text: str, phrase: Interval, names: Sequence[NameAt]) -> bool:
    """Whether the first words of a phrase show another case than the nominative."""
    if any(name.start == phrase[0] for name in names):
        return False
    first = WORD.match(text, phrase[0])
    if first is None:
        return False
    written = first.group()
    if text.startswith(("einer der ", "Einer der ", "eines der ", "Eines der "), phrase[0]):
        return False
    if not DETERMINER.match(written):
        return bool(_WEAK_ALONE.match(text, phrase[0]))
    if _OBLIQUE.match(written):
        return True
    if written.casefold() != "der":
        return False
    if _WEAK_AFTER_DER.match(text, phrase[0]):
        return True
    noun = WORD.match(text, first.end() + 1)
    return bool(noun and noun.group()[0].isupper() and _FEMININE.search(noun.group()))
