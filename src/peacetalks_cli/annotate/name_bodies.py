"""Organizations that the words themselves show: bodies with their field, federal bodies, abbreviations, units."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, SURNAME, lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.annotate.name_words import (
    CANTONS,
    MEMO,
    MINISTRY,
    NAME_CLASSES,
    NAMED_BODY,
    is_common_in_capitals,
    is_unit,
)
from peacetalks_cli.german.gazetteer import is_distinct, lookup

_FIELD_HEAD = re.compile(
    r"(?:Bundes|Landes|Europa|Zentral|Staats|Forschungs|Max-Planck-)?(?:[Aa]mt|[Aa]mts|[Aa]mtes|[Ii]nstitute?s?|[Zz]entrums?|"
    r"[Ss]tiftung|[Oo]rganisation|[Aa]gentur|[Mm]inisteriums?|[Dd]epartements?|[Bb]ehörde|[Aa]nstalt|[Bb]eobachtungsstelle|"
    r"[A-ZÄÖÜ]?[a-zäöüß]{0,30}stabs?|[Kk]ommission|[Gg]esellschaft|[Aa]kademie|[Hh]ochschule|[Bb]ank|[Uu]niversität|[Bb]üros?|"
    r"[Gg]ericht|[Gg]erichtshofs?|[Dd]irektion|[Ss]ekretariats?|[Vv]erbands?|[Vv]erbandes)"
)
# Bodies of these heads are named by their field even with an article before it.
_WITH_ARTICLE: Final = ("stab", "stabs", "büro", "büros")
_FEDERAL = re.compile(
    r"(?:Bundes|Landes|Europa|Verfassungs|Generalbundes|Landesverfassungs|Oberlandes)(?:bank|polizei|kriminalamt|"
    r"kartellamt|rechnungshof|verwaltungsgericht|strafgericht|arbeitsgericht|sozialgericht|finanzhof|gericht|gerichtshof|"
    r"verfassungsgericht|schutz|anwaltschaft|netzagentur|druckerei|parlament|rat|tag|wehr|heer|presseamt|sicherheitsrat|"
    r"\w{4,}ministerium)(?:e?s)?"
)
_STAFF = re.compile(r"(?:Katastrophenhilfe|Expeditions|Friedens|Marine|Afrika)korps")
_DEFINITE: Final = {"der", "dem", "des", "den", "das", "vom", "beim", "im", "Der", "Das", "Beim"}
_NOT_FEDERAL: Final = {
    "Bundesschutz",
    "Landesschutz",
    "Landesrat",
    "Landtag",
    "Landesheer",
    "Landeswehr",
    "Landesbank",
    "Bundesrat",
}
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜŞĞİ&]{1,8}s?")
_ADJECTIVE = re.compile(r"[a-zäöüß]{4,}(?:e|en|er)")
_BIG_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]{3,}(?:e|en|er|es)")
_NUMERAL = re.compile(r"[IVX]{2,5}")
_ORDINAL = re.compile(r"\d{1,4}\.")
_SHORT_UNITS: Final = {"Brigade", "Bataillon", "Bataillons", "Regiment", "Regiments", "Division"}
_BRANCH = re.compile(
    r"[A-ZÄÖÜ]\w{0,30}(?:verteidigung|garde|truppen|infanterie|jäger|grenzschutz|grenzschutzes|kräfte)|Spezialkräfte"
)
_SHORTEST_TOWN: Final = 4  # letters
_OPENING: Final = {"„", "«", "»", "“", '"', "‚", "‹"}
_CLOSING: Final = {"“", "”", "»", "«", '"', "‘", "›"}
_ENGLISH_HEADS: Final = frozenset(
    """Trust Council Institute Foundation Group Fund Watch Center Centre Committee Authority Agency Alliance Movement
    Network Corporation Company Airlines Airways Holding Holdings University College Association Society Commission
    Bureau Service Services Party Federation Energy Industries Motors Systems Technologies""".split()  # noqa: SIM905
)
_GERMAN_OPENINGS: Final = {
    "Der", "Die", "Das", "Den", "Dem", "Des", "Ein", "Eine", "Im", "In", "Am", "Beim", "Vom", "Zum", "Zur", "Auch",
}  # fmt: skip
_BEFORE_SEAT: Final = {"der", "die", "das", "dem", "am", "beim", "vom"}
_OPERATIONS: Final = {"Mission", "Initiative"}
_LONG: Final = 8  # letters
_LONGEST_TITLE: Final = 6  # tokens
_LONGEST_FIELD: Final = 7  # tokens


def bodies(doc: Doc, words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """They may overlap; the longest is meant. `words`: those of `doc`; `capitalised`: tokens to look at."""
    for at in capitalised:
        if _may_be_body(words[at]):
            yield from _by_itself(doc, at)
        after = words[at + 1] if at + 1 < len(words) else ""
        if after == "für" and (end := _end_of_field(doc, at)) is not None:
            yield _with_adjective(doc, at), end, "ORG"
        elif after in _OPENING and (end := _end_of_quoted(doc, at)) is not None:
            yield at + 2, end, "ORG"


@lru_cache(maxsize=MEMO)
def _may_be_body(word: str) -> bool:
    """Whether one of the rules for bodies that one word shows holds for `word`; with most words none does."""
    shapes = (_STAFF, _ABBREVIATION, _FEDERAL, MINISTRY, NAMED_BODY)
    return any(shape.fullmatch(word) for shape in shapes) or is_unit(word) or word in _ENGLISH_HEADS


def _by_itself(doc: Doc, at: int) -> Iterator[Span]:
    """Verteidigungsministerium, Bundesbank, NIS, Sturmregiment 24, National Peace Council"""
    text = doc[at].text
    if at and _STAFF.fullmatch(text):
        if doc[at - 1].text in _DEFINITE:
            yield at, at + 1, "ORG"
    elif MINISTRY.fullmatch(text) or NAMED_BODY.fullmatch(text) or _is_federal(doc, at):
        yield at, at + 1, "ORG"
    elif is_unit(text):
        yield from _unit(doc, at)
    elif _is_abbreviation(doc, doc[at]):
        yield at, at + 1, "ORG"
    elif text in _ENGLISH_HEADS:
        yield from _english(doc, at)


def _is_federal(doc: Doc, at: int) -> bool:
    """Bundesbank, Bundesverwaltungsgericht; not the first part of a longer name: Landesgericht Graz."""
    text = doc[at].text
    goes_on = at + 1 < len(doc) and doc[at + 1].text[:1].isupper() and lookup(doc[at + 1].text)
    return bool(_FEDERAL.fullmatch(text)) and text not in _NOT_FEDERAL and not goes_on


def _unit(doc: Doc, at: int) -> Iterator[Span]:
    """47. Mechanisierte Brigade, Panzergrenadierbataillon 411, 3. Brigade der Nationalgarde"""
    start = at - 1 if at and doc[at - 1].is_title and doc[at - 1].is_alpha else at
    if start and _ORDINAL.fullmatch(doc[start - 1].text):
        is_branch = at + 2 < len(doc) and doc[at + 1].text in {"der", "des"} and _BRANCH.fullmatch(doc[at + 2].text)
        yield start - 1, at + 3 if is_branch else at + 1, "ORG"
    elif at + 1 < len(doc) and doc[at + 1].is_digit and _may_be_number(doc, at):
        yield at, at + 2, "ORG"


def _may_be_number(doc: Doc, at: int) -> bool:
    """Panzergrenadierbataillon 4112, Bataillon 275; not: drei Brigaden 2022, die Armee 1941."""
    is_long = len(doc[at]) > len("Divisionen") and len(doc[at + 1]) <= 4
    return is_long or (doc[at].text in _SHORT_UNITS and len(doc[at + 1]) <= 3)


def _english(doc: Doc, at: int) -> Iterator[Span]:
    """der Halo Trust, das National Peace Council"""
    start = at
    while start and at - start < _LONGEST_TITLE and _is_english(doc[start - 1]):
        start -= 1
    if start < at and not (start == at - 1 and lexicon().classes_of(doc[start].text) & FIRST_NAME):
        yield start, at + 1, "ORG"


def _is_english(token: Token) -> bool:
    """A big word that is neither a German noun nor one that begins a sentence in German."""
    text = token.text
    if (
        not text[:1].isupper()
        or not token.is_alpha
        or name_lists.is_person_noun(text)
        or name_lists.is_inhabitant(text)
        or (len(text) > _LONG and name_lists.is_kind_of_organization(text))  # das Analysehaus Black Bird Group
    ):
        return False
    is_german = lexicon().is_noun(text) or text in _GERMAN_OPENINGS
    return not is_german or text in _ENGLISH_HEADS


def _is_abbreviation(doc: Doc, token: Token) -> bool:
    """NIS, UKMTO, TSR; not in a line of capitals, not PKW."""
    text = token.text
    if not _ABBREVIATION.fullmatch(text) or _NUMERAL.fullmatch(text) or name_lists.is_not_a_name(text) or lookup(text):
        return False
    speaks = token.i + 1 < len(doc) and doc[token.i + 1].text == ":"
    if len(text) >= _SHORTEST_TOWN and lexicon().is_noun(text.capitalize()) and not speaks:
        return False  # darunter zwei FRAUEN; but: STANDARD: Danke für das Gespräch.
    if not speaks and is_common_in_capitals(text):
        return False  # MINUS
    if text in CANTONS and token.i and doc[token.i - 1].is_title:
        return False  # Guttannen BE
    if lexicon().classes_of(text) & NOUN or _in_capitals(doc, token.i) or is_dateline(doc, token.i):
        return False
    before, after = doc[token.i - 1].text if token.i else "", doc[token.i + 1].text if token.i + 1 < len(doc) else ""
    if (before == "," and after == ")") or lexicon().classes_of(after) & (FIRST_NAME | SURNAME):
        return False  # (Grüne, BS); KP Sharma Oli
    return text[-1] != "s" or not text[:-1].isalpha() or len(text) > 3


def is_dateline(doc: Doc, at: int) -> bool:
    """CELLE. Sieben Lastwagen: a word in capitals that begins a line and ends with a stop or a dash."""
    if not doc[at].is_upper or len(doc[at]) < _SHORTEST_TOWN or (at and "\n" not in doc[at - 1].text):
        return False
    return at + 1 < len(doc) and doc[at + 1].text in {".", "–", "—", "-", "(", "/"}


def _in_capitals(doc: Doc, at: int) -> bool:
    """Whether the words beside it are in capitals, too, or it stands alone in its line."""
    before = doc[at - 1] if at else None
    after = doc[at + 1] if at + 1 < len(doc) else None
    beside = [each for each in (before, after) if each is not None]
    if all("\n" in each.text for each in beside):
        return True
    return any(
        each.is_alpha and each.is_upper and len(each) > 1 for each in doc[max(0, at - 2) : at + 3] if each.i != at
    )


def _end_of_field(doc: Doc, at: int) -> int | None:
    """Where "Institut für Kriegsstudien", "Bank für Wiederaufbau und Entwicklung" ends."""
    if at + 2 >= len(doc) or not _FIELD_HEAD.fullmatch(doc[at].text):
        return None
    start = at + 2
    if doc[start].text in {"die", "den", "das"}:
        if not doc[at].text.endswith(_WITH_ARTICLE):
            return None
        start += 1
    end = _end_of_nouns(doc, start, min(len(doc), start + _LONGEST_FIELD))
    if end == start:
        return None
    is_seat = end < len(doc) and is_distinct(doc[end].text)  # Landesgericht für Strafsachen Wien
    return end + 1 if is_seat else end


def _end_of_quoted(doc: Doc, at: int) -> int | None:
    """Where the name ends in: das Blatt „Koha Ditore“."""
    if at + 2 >= len(doc) or not name_lists.is_kind_of_organization(doc[at].text):
        return None
    if doc[at].text in _OPERATIONS:
        return None
    for end in range(at + 2, min(len(doc), at + 2 + _LONGEST_TITLE)):
        if doc[end].text in _CLOSING:
            return end if end > at + 2 and doc[at + 2].text[0].isupper() else None
    return None


def _end_of_nouns(doc: Doc, at: int, last: int) -> int:
    """Adjectives and a noun, and what "und" or "von" joins to it."""
    end = at
    while at < last:
        while at < last and _ADJECTIVE.fullmatch(doc[at].text):
            at += 1
        if at >= last or not _is_noun(doc[at]):
            break
        at += 1
        end = at
        if at < last and doc[at].text in {"und", "von"} and at + 1 < len(doc):
            at += 1
        elif not (at < last and doc[at - 1].text.endswith("-")):
            break
    return end


def _is_noun(token: Token) -> bool:
    text = token.text
    return (
        text[:1].isupper() and not token.is_upper and not lexicon().classes_of(text) & NAME_CLASSES
    ) or text.endswith("-")


def _with_adjective(doc: Doc, at: int) -> int:
    """Internationale Organisation für Migration: a big adjective is part of it, except where it begins a sentence."""
    if at < 2 or not _BIG_ADJECTIVE.fullmatch(doc[at - 1].text):
        return at
    before = doc[at - 2]
    is_whose = doc[at - 1].text.endswith("er") and lookup(doc[at - 1].text[:-2]) and before.text not in _BEFORE_SEAT
    return at - 1 if (before.is_lower or before.text in {",", "Der", "Die", "Das"}) and not is_whose else at
