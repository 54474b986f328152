"""Adjectives of towns before a noun: Mariahilfer Straße is a name, Kupjansker Bahnhof is none."""

from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_lists
from peacetalks_cli.annotate.lexicon import NOUN, lexicon
from peacetalks_cli.annotate.name_words import is_place_by_its_end
from peacetalks_cli.german.gazetteer import lookup

# Nouns that make a name with the adjective of a town or a land before them.
_NAMED_LANDS: Final = {
    "Straße", "Strasse", "Platz", "Allee", "Gasse", "Ring", "Tor", "Brücke", "Wald", "Heide", "Moor", "Niederung",
    "Alpen", "See", "Land", "Becken", "Schweiz", "Neustadt", "Altstadt", "Dom", "Kreuz", "Bucht", "Förde", "Haff",
    "Bodden", "Börde", "Seenplatte", "Au", "Auen", "Ufer", "Tunnel", "Graben", "Vorstadt", "Berg", "Berge", "Oper",
    "Prater", "Hof", "Schanze", "Tal", "Insel", "Inseln", "Meerenge", "Höhe", "Höhen", "Linie", "Ebene",
    "Mauer", "Basilika", "Unterland", "Oberland", "Tiefland", "Tieflandes", "Reeperbahn",
    "Krone", "Friedhof", "Schloss", "Burg", "Markt", "Park", "Garten", "Stadion", "Kathedrale", "Kirche", "Moschee",
}  # fmt: skip


def is_land(whose: str, word: str) -> bool:
    """Lüneburger Heide, Mariahilfer Straße"""
    return whose.endswith("er") and word in _NAMED_LANDS and not lookup(whose)


def is_adjective_of_place(doc: Doc, start: int, end: int) -> bool:
    """New Yorker Zeit"""
    if end - start == 1 or end == len(doc) or not doc[end].text[:1].isupper():
        return False
    text = doc[start:end].text
    return text.endswith("er") and bool(lookup(text[:-2]))


def is_thing_of_place(whose: str, word: str) -> bool:
    """Kupjansker Bahnhof, Tiroler Speck: a common noun; not: Mariahilfer Straße, Wiener Neustadt."""
    if not whose.endswith("er") or word in _NAMED_LANDS or is_place_by_its_end(word) or name_lists.is_institution(word):
        return False
    if lookup(f"{whose} {word}"):
        return False
    is_place = lookup(whose[:-2]) or lookup(f"{whose[:-2]}en") or not lexicon().classes_of(whose)
    return bool(is_place and lexicon().classes_of(word) == NOUN)
