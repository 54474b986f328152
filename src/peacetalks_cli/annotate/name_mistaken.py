"""What models and lists take for names where the words around say otherwise: die Polen sind dagegen, der Münchner
Konzern, Grüne Busse, die Wangen hohl."""

import re
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_organizations
from peacetalks_cli.annotate.lexicon import lexicon
from peacetalks_cli.annotate.name_pieces import Span, text_of
from peacetalks_cli.annotate.name_words import NAME_CLASSES
from peacetalks_cli.german.gazetteer import is_distinct, lookup

# Lands that are called as many of their people are.
_PEOPLES: Final = {"Ungarn", "Polen", "Schweden", "Sachsen", "Hessen", "Schwaben", "Franken"}
_BEFORE_PEOPLE: Final = {
    "der", "die", "den", "Der", "Die", "Den", "viele", "vielen", "Viele", "alle", "allen", "Alle", "meisten", "manche",
    "junge", "jungen", "Junge", "wenige", "mehrere", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
    "zehn", "Millionen", "Prozent",
}  # fmt: skip
_OF_PLACE = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]{2,30}er")
_KINDS: Final = {
    "Behörde", "Konzern", "Konzerns", "Firma", "Organisation", "Unternehmen", "Unternehmens", "Hersteller",
    "Herstellers", "Denkfabrik", "Sender", "Senders", "Autobauer", "Autobauers", "Autokonzern", "Versicherer",
    "Verlag", "Verlags", "Startup", "Start-up", "Reederei",
    "Fluggesellschaft", }  # fmt: skip
_COLOURS: Final = {"Grüne", "Linke", "Rote"}
_ARTICLES: Final = {
    "die", "der", "den", "ihre", "seine", "ihren", "seinen", "eine", "einen", "einer", "meine", "unsere", "beide",
    "Die", "Ihre", "Seine",
}  # fmt: skip


def is_mistaken(doc: Doc, span: Span) -> bool:
    start, end, label = span
    if label == "LOC":
        return end - start == 1 and (is_people(doc, start) or _is_thing(doc, start))
    if label == "PER":
        return end - start == 1 and _is_predicate(doc, start)
    if end - start == 1:
        return _is_counted(doc, start) or (doc[start].text in _COLOURS and _is_adjective(doc, start))
    return end - start == 2 and doc[start + 1].text in _KINDS and _is_of_place(doc, start)


def is_people(doc: Doc, at: int) -> bool:
    """41 Prozent der Ungarn: people of a land that is called as they are."""
    return doc[at].text in _PEOPLES and at > 0 and doc[at - 1].text in _BEFORE_PEOPLE


def _is_thing(doc: Doc, at: int) -> bool:
    """die Wangen hohl: a noun that is a town, too; towns have no article."""
    word = doc[at].text
    if not at or doc[at - 1].text not in _ARTICLES or not _is_word(word):
        return False
    kinds = {entry.kind for entry in lookup(word)}
    return kinds == {"city"} and not (at + 1 < len(doc) and doc[at + 1].is_title)


def _is_word(word: str) -> bool:
    return lexicon().is_noun(word) or (lexicon().knows(word.lower()) and not is_distinct(word))


def _is_predicate(doc: Doc, at: int) -> bool:
    """Kahl der Schädel, lang die Liste: a sentence without its verb."""
    if at + 2 >= len(doc) or doc[at + 1].text not in {"der", "die", "das"} or not doc[at + 2].is_title:
        return False
    return _begins(doc, at) and lexicon().knows(doc[at].lower_) and lexicon().is_noun(doc[at + 2].text)


def _is_counted(doc: Doc, at: int) -> bool:
    """120 Zivilisten"""
    word = doc[at].text
    return (
        at > 0
        and doc[at - 1].is_digit
        and word.istitle()
        and lexicon().is_noun(word)
        and not (name_organizations.is_organization(word))
    )


def _begins(doc: Doc, at: int) -> bool:
    return at == 0 or not (doc[at - 1].is_alpha or doc[at - 1].is_digit or doc[at - 1].text == ",")


def _is_adjective(doc: Doc, at: int) -> bool:
    """Grüne Busse: the head of a sentence writes adjectives big."""
    after = doc[at + 1] if at + 1 < len(doc) else None
    if not _begins(doc, at) or after is None or not after.is_title:
        return False
    return lexicon().is_noun(after.text) and not lexicon().classes_of(after.text) & NAME_CLASSES


def _is_of_place(doc: Doc, at: int) -> bool:
    """der Chef der Wiener Behörde: which one is said elsewhere."""
    text = doc[at].text
    if not _OF_PLACE.fullmatch(text) or name_organizations.is_organization(text_of(doc, at, at + 2)):
        return False
    return bool(lookup(text[:-2]) or lookup(text[:-1]) or lookup(f"{text[:-2]}en") or text == "Münchner")
