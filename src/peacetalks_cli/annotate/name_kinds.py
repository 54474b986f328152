"""Names that the kind before them shows: Heizkraftwerk TEZ-5, Kraftwerk Nr. 3, Platz der Republik, eine Umfrage von
Publicus, Umm Nidal, das Saudische Krankenhaus; die Gurk trat über die Ufer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from peacetalks_cli.annotate import name_lists
from peacetalks_cli.annotate.lexicon import lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.german.gazetteer import lookup

_CODE = re.compile(r"[A-ZÄÖÜ]{2,5}-\d{1,2}")
_NUMBERS: Final = {"Nr.", "Nummer"}
_STREETS: Final = {"Straße", "Strasse", "Platz", "Platzes", "Allee", "Boulevard", "Brücke", "Prospekt", "Park"}
# What streets and squares are named after; of another noun one is only told: die Straße der Nachbarn.
_NAMESAKES: Final = frozenset(
    """Republik Freiheit Einheit Unabhängigkeit Befreiung Revolution Kosmonauten Nationen Jugend Verfassung Freundschaft
    Völkerfreundschaft Menschenrechte Demokratie Arbeit Sieges Friedens Himmels Märtyrer Pioniere Helden Würde
    Oktoberrevolution Völker Konstitution Eisenbahner Bergleute Metallurgen Energetiker Solidarität Künste""".split()  # noqa: SIM905
)
_BIG_ADJECTIVES: Final = {
    "Deutschen",
    "Himmlischen",
    "Vereinten",
    "Neuen",
    "Roten",
    "Himmlischer",
    "Alten",
    "Europäischen",
}
_HOUSES: Final = {"Krankenhaus", "Krankenhauses", "Hospital", "Spital", "Klinikum", "Klinikums"}
_BIG_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,20}ischen")
_LONGEST_CLAUSE: Final = 8  # tokens
_POLLS: Final = {
    "Umfrage", "Umfragen", "Erhebung", "Erhebungen", "Befragung", "Meinungsumfrage", "Meinungsumfragen",
    "Wählerbefragung", "Wahlumfrage",
}  # fmt: skip
_KUNYAS: Final = {"Abu", "Umm"}
_BEFORE_PLACE: Final = {"in", "nach", "aus", "bei", "nahe", "In", "Nach", "Aus", "Bei", "Nahe"}


def kinds(words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """They may overlap; the longest is meant. `capitalised`: tokens to look at."""
    for at in capitalised:
        word = words[at]
        if at + 1 >= len(words):
            continue
        after = words[at + 1]
        if word in _STREETS and after in {"der", "des"}:
            end = _end_of_street(words, at)
            if end is not None:
                yield at, end, "LOC"
        elif after in _NUMBERS or after[-1:].isdigit():
            end = _end_of_number(words, at)
            if end is not None:
                yield at, end, "LOC"
        elif after == "von" and word in _POLLS and at + 2 < len(words) and _is_unknown(words[at + 2]):
            yield at + 2, at + 3, "ORG"
        elif word == "Ufer" and words[at - 2 : at] == ["über", "die"]:
            river = _river(words, at - 2)
            if river is not None:
                yield river, river + 1, "LOC"
        elif word in _HOUSES and at > 1 and words[at - 2].islower() and _BIG_ADJECTIVE.fullmatch(words[at - 1]):
            yield at - 1, at + 1, "ORG"
        elif word in _KUNYAS and _is_kunya(words, at):
            yield at, at + 2, "PER"


def _end_of_street(words: Sequence[str], at: int) -> int | None:
    """Straße der Kosmonauten, Platz der Deutschen Einheit, Straße des 17. Juni"""
    noun = at + 2
    if noun + 1 < len(words) and words[noun] in _BIG_ADJECTIVES:
        noun += 1
    if noun + 1 < len(words) and words[noun].rstrip(".").isdigit() and name_lists.is_day_or_month(words[noun + 1]):
        return noun + 2
    return noun + 1 if noun < len(words) and words[noun] in _NAMESAKES else None


def _end_of_number(words: Sequence[str], at: int) -> int | None:
    """Heizkraftwerk TEZ-5, Strafkolonie Nr. 6"""
    if not name_lists.is_facility(words[at]):
        return None
    if _CODE.fullmatch(words[at + 1]):
        return at + 2
    is_counted = words[at + 1] in _NUMBERS and at + 2 < len(words) and words[at + 2].isdigit()
    return at + 3 if is_counted else None


def _river(words: Sequence[str], end: int) -> int | None:
    """Trat die Nister über die Ufer, die Gurk ist über die Ufer getreten: which one, no noun."""
    for at in range(end - 1, max(0, end - _LONGEST_CLAUSE), -1):
        if words[at - 1] in {"die", "der", "Die", "Der"} and words[at][:1].isupper():
            return at if words[at].isalpha() and not lexicon().is_noun(words[at]) else None
    return None


def _is_unknown(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and not lexicon().knows(word) and not lookup(word)


def _is_kunya(words: Sequence[str], at: int) -> bool:
    """Umm Nidal hat die Nachricht gesehen; not: in Abu Hamad, Abu Dhabi, der Ort Umm Dukhun."""
    before, name = words[at - 1] if at else "", words[at + 1]
    if not name.istitle() or not name.isalpha() or lookup(f"{words[at]} {name}") or before in _BEFORE_PLACE:
        return False
    is_kind = name_lists.is_kind_of_place(before) or name_lists.is_facility(before)
    goes_on = at + 2 < len(words) and words[at + 2][:1].isupper()
    return (
        not is_kind and not goes_on and not name_lists.is_kind_of_organization(before) and not lexicon().is_noun(name)
    )
