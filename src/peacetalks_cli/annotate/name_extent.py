"""From what a model marked to the name alone: words around it cut off, what is no name left out."""

import re
from collections.abc import Iterable
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, lexicon
from peacetalks_cli.annotate.name_adjectives import is_adjective_of_place, is_thing_of_place
from peacetalks_cli.annotate.name_nouns import is_plain_opening
from peacetalks_cli.annotate.name_pieces import Span, text_of
from peacetalks_cli.annotate.name_things import is_a_vessel
from peacetalks_cli.annotate.name_words import (
    ADJECTIVE,
    CANTONS,
    NAME_CLASSES,
    is_common_in_capitals,
    is_place_by_its_end,
    is_place_with_hyphen,
    is_role,
    is_word_a_name,
)
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import is_distinct, lookup

_LETTER = re.compile(r"[^\W\d_]")
_NEVER_LAST: Final = {"der", "die", "das", "des", "dem", "den", "von", "für", "und", "in", "im", "am", "zur", "zum"}
# Ends of words that say what a firm is and never begin its name: der Mobilfunkanbieter Salt.
_ONLY_SAID: Final = (
    "konzern", "hersteller", "betreiber", "betreiberin", "versorger", "anbieter", "dienstleister", "analysehaus",
    "autobauer", "waffenbauer", "flugzeugbauer", "marktkette", "modekette", "discounter", "produzent",
)  # fmt: skip
_MANY: Final = {"Million", "Millionen", "Milliarde", "Milliarden", "Billionen", "Mio.", "Mrd.", "tausend", "hundert"}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OPENING_QUOTES: Final = {"„", "“", "»", "«", '"'}
_ROMAN = re.compile(r"[IVX]+")
_HOSPITAL = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,30}(?:spital|hospital|krankenhaus|klinik|klinikum)(?:e?s)?")
_NUMERAL = re.compile(r"[IVX]{2,5}")  # Emmakris | II
_HISS: Final = ("s", "x", "z", "ß")
_ARTICLES: Final = {
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "einem", "einen", "eines", "kein", "keine",
    "dieser", "diese", "dieses", "jener", "jene", "sein", "seine", "seiner", "ihr", "ihre", "ihrer", "unser", "unsere",
    "zum", "zur", "im", "am", "vom", "beim", "ins", "ans", "aus", "bei", "mit", "nach", "seit", "zu", "in", "an",
    "auf", "über", "unter", "vor", "hinter", "für", "gegen", "ohne", "um", "durch", "bis", "und", "oder", "auch",
    "als", "wie", "laut", "so", "nur", "noch", "herr", "er", "sie", "es", "wir", "ich", "ihm", "ihn", "man",
}  # fmt: skip
_VERBS: Final = {
    "War",
    "Hat",
    "Ist",
    "Wird",
    "Kann",
    "Muss",
    "Soll",
    "Hatte",
    "Wurde",
    "Sagte",
    "Nannte",
    "Waren",
    "Sind",
}
_DEFINITE: Final = {"der", "die", "das", "den", "dem", "des"}
_POSSESSIVE: Final = {
    "ein", "eine", "einen", "einem", "kein", "keinen", "ihr", "ihre", "ihren", "ihrem", "sein", "seine", "seinen",
    "seinem", "unser", "unseren", "mein", "meinen", "jeder", "jeden",
}  # fmt: skip
_PARTICLES: Final = {
    "von", "van", "de", "du", "da", "di", "del", "la", "le", "al", "el", "bin", "ibn", "ter", "ten", "zu",
}  # fmt: skip
_ADJECTIVE_FORM = re.compile(r"[a-zäöüß]{4,}(?:e|en|er|es)")

_SHORT_MONTH = re.compile(r"(?:Jan|Feb|Mär|Mrz|Apr|Juni?|Juli?|Aug|Sept?|Okt|Nov|Dez)\.?")


def trimmed(doc: Doc, span: Span) -> Span | None:
    """The name alone, without article, title, role, kind; None if nothing is left or what is left is no name."""
    start, end, label = span
    while start < end and doc[start].is_space:
        start += 1
    if label == "LOC" and lookup(text_of(doc, start, end)):
        return None if is_adjective_of_place(doc, start, end) else (start, end, label)  # Den Haag
    if label == "ORG":
        end = _to_the_noun(doc, end)
    while start < end and not _may_end(doc[end - 1], label):
        end -= 1
    if end - start > 1 and label == "LOC" and doc[end - 1].text in CANTONS:
        end -= 1
    if end - start > 1 and _is_behind_name(doc, start, end, label):
        end -= 1
        if label == "ORG":
            label = "LOC" if lookup(text_of(doc, start, end)) else _label_of_owner(doc, end)
    while start < end and not _may_end(doc[end - 1], label):
        end -= 1  # Lula von dem | Korruptionsnetz
    while start < end and _is_before_name(doc, start, end, label):
        start += 1
    if start == end or not is_name(doc, start, end, label):
        return None
    return start, end, label


def _label_of_owner(doc: Doc, end: int) -> Label:
    """Gurungs | Bruder: who has a brother is a person."""
    return "PER" if name_lists.is_person_noun(doc[end].text) and doc[end - 1].text.endswith("s") else "ORG"


def _to_the_noun(doc: Doc, end: int) -> int:
    """A name does not stop at an adjective: Departement für auswärtige | Angelegenheiten."""
    if end < len(doc) and _ADJECTIVE_FORM.fullmatch(doc[end - 1].text) and doc[end].is_title:
        return end + 1
    return end


def _may_end(token: Token, label: Label) -> bool:
    if _LETTER.search(token.text):
        if label == "ORG":
            return token.text not in _NEVER_LAST  # but: Assemblée nationale
        return not token.text.islower()
    return _belongs_behind(token) and not (label == "LOC" and token.text.isdigit())


def _is_behind_name(doc: Doc, start: int, end: int, label: Label) -> bool:
    """Demirels Bruder, Selenskyj Zweifel, Europa Einheiten: the last word is a common noun."""
    word = doc[end - 1].text
    if label != "LOC" and end - start == 2 and doc[start].text.endswith("s") and name_lists.is_person_noun(word):
        is_name = lexicon().classes_of(doc[start].text) & FIRST_NAME or name_organizations.is_organization(
            doc[start].text
        )
        return not is_name  # Gurungs Bruder; not: James Wolfensohn
    if not lexicon().is_noun(word) or lexicon().classes_of(word) & NAME_CLASSES or is_place_by_its_end(word):
        return False
    if label == "ORG":
        before, name = doc[start - 1].text if start else "", doc[start : end - 1].text
        return name_organizations.is_organization(name) or (before in {"in", "In", "aus", "Aus"} and is_distinct(name))
    if label == "PER":
        is_known = lexicon().classes_of(doc[start].text) & FIRST_NAME
        is_third = end - start > 2 and lexicon().classes_of(word) & NOUN and name_lists.is_head_of_role(word)
        return bool(doc[end - 2].text.endswith("s") or not is_known or is_third)  # Sergej Lawrow | Vertreter
    is_place = bool(lookup(doc[start : end - 1].text)) or bool(lexicon().classes_of(doc[end - 2].text) & PLACE)
    return doc[end - 2].text.endswith("s") or is_place


def _belongs_behind(token: Token) -> bool:
    """Rossija 24, Panzerbrigade 45; Leo XIV.; Cassis' (the apostrophe of a genitive)."""
    before = token.doc[token.i - 1].text if token.i else ""
    if token.text == ".":
        return bool(_ROMAN.fullmatch(before))
    if token.text in {"'", "’"}:
        return before.endswith(_HISS)
    return token.text.isdigit()


def _is_before_name(doc: Doc, start: int, end: int, label: Label) -> bool:
    """Whether the first token of a span is not yet the name."""
    text, last = doc[start].text, start + 1 == end
    if not (text[0].isalnum() or any(letter.isalnum() for letter in text)):
        return True
    if text.lower() in _ARTICLES and not name_organizations.is_agency(text):
        return not _opens_title(doc, start)
    if last:
        return False
    if text in _VERBS and _begins_sentence(doc, start):
        return True  # War | Salzborn jetzt da?
    if text.islower():
        return not _may_begin(doc[start], label)
    if label == "PER":
        is_given = start and lexicon().classes_of(text) & FIRST_NAME and is_role(doc[start - 1].text)
        return (
            is_role(text) or name_lists.is_compound_person_noun(text)
        ) and not is_given  # der Historiker Emir Hodžić
    if label == "LOC" and text.endswith("er") and is_place_with_hyphen(doc[start + 1].text) and lookup(text[:-2]):
        return True  # im Istanbuler | Dolmabahçe-Palast
    return _is_kind(text, doc[start + 1 : end].text, label)


def _is_kind(text: str, name: str, label: Label) -> bool:
    """Whether `text` only says what `name` is: Region Donezk, Staatsagentur Tass, Kinderhilfswerk Unicef."""
    if label == "LOC":
        first = name.split(maxsplit=1)[0]
        return name_lists.is_kind_of_place(text) and not name_lists.keeps_kind(first) and first not in _ARTICLES
    if text == "Bank" and name.isupper():
        return True  # die Bank SEB
    if name_lists.is_said_of_organization(text) or text.lower().endswith(_ONLY_SAID):
        return (name[:1].isupper() and not lookup(name)) or name_organizations.is_agency(name)
    is_plain = lexicon().is_noun(text) and not name_lists.is_inhabitant(text)  # but: Deutschen Bundestag
    return is_plain and name_organizations.is_organization(name)


def _opens_title(doc: Doc, at: int) -> bool:
    """A big article belongs to the name in quotation marks („Die Zeit“) and inside a sentence (taz und Die Zeit)."""
    if not doc[at].is_title or doc[at].lower_ not in _DEFINITE or at == 0 or at + 1 == len(doc):
        return False
    before = doc[at - 1]
    return before.text in _OPENING_QUOTES or before.is_lower or before.text == ","


def _may_begin(token: Token, label: Label) -> bool:
    text = token.text
    return text in _PARTICLES or name_organizations.is_agency(text) or (label == "ORG" and not lexicon().knows(text))


def is_name(doc: Doc, start: int, end: int, label: Label) -> bool:
    """Whether these tokens can be a name of this label by the guidelines."""
    words = [token.text for token in doc[start:end]]
    text = " ".join(words)
    if (
        name_lists.is_not_a_name(text)
        or _NUMERAL.fullmatch(text)
        or is_a_vessel(doc, start)
        or (label == "PER" and end - start == 1 and _is_counted(doc, start))
        or _is_day(doc, start, end)
        or ("." in text and any(_is_address(token) for token in doc[start:end]))
    ):
        return False
    if label == "ORG" and name_organizations.is_organization(text):
        return True
    if text == text.lower():
        return all(name_organizations.is_agency(word) for word in words)
    if label == "LOC" and end - start == 2 and is_thing_of_place(*words):
        return False
    if end - start > 1:
        return _is_long_name(words, label, begins=_begins_sentence(doc, start))
    if label == "ORG" and is_common_in_capitals(text):
        return False
    if label == "LOC" and _HOSPITAL.fullmatch(text):
        return False
    if label != "ORG" and not lookup(text) and is_plain_opening(doc, start):
        return False
    return is_word_a_name(text, label) and not (label == "PER" and _is_any(doc, start))


def _is_counted(doc: Doc, at: int) -> bool:
    """10.000 Schilling, 33 Milliarden Schilling; a year counts nothing: 2019 Selenskyj."""
    before = doc[at - 1].text if at else ""
    return before in _MANY or (before[:1].isdigit() and not _YEAR.fullmatch(before) and before[-1:].isdigit())


def _is_day(doc: Doc, start: int, end: int) -> bool:
    """24. Okt"""
    return (
        end - start > 1 and doc[start].text.rstrip(".").isdigit() and bool(_SHORT_MONTH.fullmatch(doc[start + 1].text))
    )


def _is_address(token: Token) -> bool:
    """pic.twitter.com/abc; but tagesschau.de and ver.di are what their makers are called."""
    return token.like_url and ("/" in token.text or "@" in token.text or token.text.count(".") > 1)


def _is_any(doc: Doc, at: int) -> bool:
    """ihr Koch, der Bäcker: a person of this kind, not of this name."""
    before = doc[at - 1].text.lower() if at else ""
    return before in _POSSESSIVE or (before in _DEFINITE and lexicon().is_noun(doc[at].text))


def _begins_sentence(doc: Doc, at: int) -> bool:
    return at == 0 or not (doc[at - 1].is_alpha or doc[at - 1].is_digit or doc[at - 1].text == ",")


def _is_long_name(words: list[str], label: Label, *, begins: bool) -> bool:
    """Not: "Russische Armee" where the sentence begins; elsewhere a big adjective is part of a name."""
    if len(words) == 2 and ADJECTIVE.fullmatch(words[0]) and label != "PER":
        if label == "ORG" and words[0][0].isupper() and not begins:
            return True
        return bool(lookup(" ".join(words))) or is_word_a_name(words[1], label) or not lexicon().is_noun(words[1])
    return not (label == "PER" and all(is_role(word) for word in words))


def with_apostrophes(doc: Doc, spans: Iterable[Span]) -> list[Span]:
    """A genitive of a name in -s, -x, -z is written with an apostrophe, which belongs to the mention: Cassis' Büro."""
    return [(start, _after_apostrophe(doc, end, label), label) for start, end, label in spans]


def _after_apostrophe(doc: Doc, end: int, label: Label) -> int:
    if end + 1 >= len(doc) or doc[end].text not in {"'", "’"} or doc[end - 1].whitespace_:
        return end
    if not doc[end].whitespace_ or not doc[end - 1].text.endswith(_HISS):
        return end
    quoted = any(token.text in {"'", "‚", "‘", "’"} for token in doc[max(0, end - 20) : end - 1])
    return end if quoted else end + 1
