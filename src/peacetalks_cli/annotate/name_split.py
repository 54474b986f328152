"""Spans that hold two names, or a name and what only says where or what it is."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import is_distinct, lookup

_ABBREVIATION = re.compile(r"[A-ZÄÖÜ]{2,6}\d?")
_HOUSES: Final = ("krankenhaus", "klinik", "spital", "hospital", "sender", "gewerkschaft", "partei", "verein")
_SAINT: Final = {"St.", "Sankt", "St", "Hl."}
_IN: Final = {"in", "bei"}
_ADJECTIVE = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß-]{2,30}(?:isch|deutsch)e[nrsm]?|(?:Deutsche|Neue|Freie)[nrsm]?|Deutsche[nrsm]?"
)
_ARTICLES: Final = {
    "der", "die", "das", "den", "dem", "des", "im", "am", "beim", "vom", "zum", "zur", "Der", "Die", "Das", "Im",
    "Beim", "Vom", "laut", "Laut", "und",
}  # fmt: skip


def split(doc: Doc, spans: Iterable[Span]) -> Iterator[Span]:
    """`spans`, cut where a second name begins, and with what belongs to them though no model saw it."""
    spans = list(_with_branches(doc, spans))
    taken = {at for start, end, _ in spans for at in range(start, end)}
    for start, end, label in spans:
        if label == "LOC" and _is_church_of_two(doc, end):
            yield start, end + 2, label
        elif label == "PER" and end - start == 1 and start > 2 and _is_church_of_two(doc, start - 1):
            continue  # St. Peter und | Paul
        elif label == "LOC" or (label == "ORG" and end - start == 2):
            yield from _two_places(doc, start, end, label, taken)
        elif label == "ORG":
            yield from _body(doc, start, end, taken)
        else:
            yield start, end, label


def _with_branches(doc: Doc, spans: Iterable[Span]) -> Iterator[Span]:
    """die Caritas | Vorarlberg, das DRK | Leipzig: one body."""
    whose: Span | None = None
    for start, end, label in sorted(spans):
        span = (start, end, label)
        if whose is not None and whose[1] == start and label == "LOC":
            yield whose[0], end, "ORG"
            whose = None
            continue
        if whose is not None:
            yield whose
            whose = None
        if label == "ORG" and doc[end - 1].text in name_lists.table("branches"):
            whose = span
        else:
            yield span
    if whose is not None:
        yield whose


def with_adjective(doc: Doc, start: int, end: int, taken: set[int]) -> Span:
    """Das Bayerische Rote Kreuz: a big adjective inside a sentence is part of a listed name."""
    if start > 1 and start - 1 not in taken and _ADJECTIVE.fullmatch(doc[start - 1].text):
        is_inside = doc[start - 2].text in _ARTICLES or doc[start - 2].is_lower
        is_listed = is_inside and name_organizations.is_organization(doc[start:end].text)
        if is_listed and not name_organizations.is_agency(doc[start].text):
            return start - 1, end, "ORG"
    return start, end, "ORG"


def _is_church_of_two(doc: Doc, end: int) -> bool:
    """St. Peter | und Paul: the second saint of a church."""
    if end < 2 or end + 1 >= len(doc) or doc[end].text != "und" or doc[end - 2].text not in _SAINT:
        return False
    return bool(
        lexicon().classes_of(doc[end - 1].text) & FIRST_NAME and lexicon().classes_of(doc[end + 1].text) & FIRST_NAME
    )


def _two_places(doc: Doc, start: int, end: int, label: Label, taken: set[int]) -> Iterator[Span]:
    """nahm Österreich | Südböhmen; das ARD-Studio | Istanbul; im Krankenhaus | SMHS"""
    first, last = doc[start].text, doc[end - 1].text
    if end - start == 2:
        if name_lists.has_common_end(first) and "-" in first and is_distinct(last):
            yield start + 1, end, "LOC"
            return
        both = is_distinct(first) and is_distinct(last) and not lookup(doc[start:end].text)
        if both and (lookup(first)[0].kind == "country" or lookup(last)[0].kind == "country"):
            yield start, start + 1, "LOC"
            yield start + 1, end, "LOC"
            return
        if label == "ORG" and _ABBREVIATION.fullmatch(last) and first.casefold().endswith(_HOUSES) and not lookup(last):
            yield start + 1, end, "ORG"
            return
    if label == "ORG":
        yield from _body(doc, start, end, taken)
    else:
        yield start, end, label


def _body(doc: Doc, start: int, end: int, taken: set[int]) -> Iterator[Span]:
    """Akademie | in Wien: where a body sits is a place of its own, unless the list has it so."""
    if end - start > 2 and doc[end - 2].text in _IN and is_distinct(doc[end - 1].text):
        is_whole = name_organizations.is_organization(doc[start:end].text) or any(
            token.text == "für" for token in doc[start:end]
        )
        if not is_whole:
            yield start, end - 2, "ORG"
            yield end - 1, end, "LOC"
            return
    yield with_adjective(doc, start, end, taken)
