"""The parts of what a model marked that may each be a name."""

import re
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists
from peacetalks_cli.annotate.lexicon import FIRST_NAME, lexicon
from peacetalks_cli.annotate.name_words import is_role
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import lookup

Span = tuple[int, int, Label]
"""Tokens from start to end (half-open) and the label of a name."""

_JOINTS: Final = {".", "/", "–", "—", "|", "•", "+++"}
_AMOUNTS: Final = {"Millionen", "Milliarden", "Euro", "Dollar", "Franken", "Prozent"}
_NEVER_INSIDE: Final = {"„", "“", "”", "»", "«", '"', "(", ")", "[", "]", ":", ";", "?"}
_NEVER_IN_PERSON: Final = {
    ",", "und", "sowie", "mit", "am", "im", "bei", "beim", "nach", "aus", "in", "an", "auf", "für", "gegen", "seit",
    "bis", "als", "oder", "vor", "über", "zwischen", "unter",
}  # fmt: skip
_OPENINGS: Final = {
    "Der", "Die", "Das", "Dem", "Den", "Des", "Er", "Sie", "Es", "In", "Im", "Am", "Auf", "Auch", "Ein", "Eine", "Und",
    "Nach", "Vor", "Bei", "Mit", "Für", "Laut", "Seit", "Wie", "Als", "Doch", "Aber", "Zu", "Zur", "Zum",
}  # fmt: skip
_CUT_SHORT = re.compile(r"[A-ZÄÖÜ]\.")
_ROMAN = re.compile(r"[IVX]+")


def text_of(doc: Doc, start: int, end: int) -> str:
    """The text of the tokens from start to end; that of one without a span, which takes much longer."""
    return doc[start].text if end - start == 1 else doc[start:end].text


def pieces(doc: Doc, start: int, end: int, label: Label) -> list[Span]:
    """The parts of a marked span that may each be a name: cut at slashes, brackets, quotes and line breaks."""
    label = _said_label(doc, start, end, label)
    parts, first = [], start
    for at in range(start, end + 1):
        # Putins Sprecher Dmitri Peskow: a role between two persons
        is_between = label == "PER" and at + 1 < end and (is_role(doc[at].text) or _begins_anew(doc, at))
        if at == end or is_between or _parts(doc[at], label) or _counts(doc, at, start, end, label):
            if first < at:
                parts.append((first, at, label))
            first = at + 1
    return parts


def _begins_anew(doc: Doc, at: int) -> bool:
    """Ismael Omar M. | Dem Staatsanwalt: behind a surname cut short."""
    return doc[at].text in _OPENINGS and bool(_CUT_SHORT.fullmatch(doc[at - 1].text))


def _counts(doc: Doc, at: int, start: int, end: int, label: Label) -> bool:
    """die EU | 62 | Millionen: a figure inside a span counts what follows it."""
    return label != "PER" and start < at < end - 1 and doc[at].text[0].isdigit() and doc[at + 1].is_title


def _said_label(doc: Doc, start: int, end: int, label: Label) -> Label:
    """The label that the first word of a span gives: US-Präsident Donald Trump, Nachrichtenportal Axios."""
    if end - start < 2:
        return label
    first, second = doc[start].text, doc[start + 1].text
    if label != "PER" and name_lists.is_role(first) and lexicon().classes_of(second) & FIRST_NAME:
        return "PER"
    is_said = label == "LOC" and name_lists.is_said_of_organization(first) and second[:1].isupper()
    return "ORG" if is_said and not lookup(second) else label


def _parts(token: Token, label: Label) -> bool:
    text = token.text
    if text == "." and label == "PER" and token.i and _ROMAN.fullmatch(token.doc[token.i - 1].text):
        return False  # Leo XIV.
    if "\n" in text or "\r" in text or text in _JOINTS or text in _NEVER_INSIDE:
        return True
    return text in _NEVER_IN_PERSON if label == "PER" else text in _AMOUNTS
