"""What joined names say of one another: aus Kundl, Ebbs und Kiefersfelden; Werte wie Rheinmetall, Renk und Hensoldt."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_organizations
from peacetalks_cli.annotate.letters import PLACE as PLACE_KIND
from peacetalks_cli.annotate.letters import letters
from peacetalks_cli.annotate.lexicon import FIRST_NAME, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_pieces import Span, text_of
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import is_distinct, lookup

JOINTS: Final = {",", "und", "sowie", "oder", "bzw."}
_LONGEST_ASIDE: Final = 5  # tokens in brackets behind a name: Gruber (Knie)
_LONGEST_ROW: Final = 30  # tokens that are looked back over
_SURELY: Final = 0.9  # share of letters


def before_row(doc: Doc, start: int) -> str:
    """The word before the row of single names that the name at `start` goes on: aus Kundl, Breitenbach, Ebbs."""
    at = start
    while at > 1 and start - at < _LONGEST_ROW and doc[at - 1].text in JOINTS and doc[at - 2].is_title:
        at -= 2
    return doc[at - 1].text if at else ""


def joined(doc: Doc, spans: Iterable[Span]) -> list[Span]:
    """`spans` in order, the unsure ones with the label of those that they are joined to, and places left out between
    places."""
    spans = sorted(spans)
    full = {doc[end - 1].text for start, end, label in spans if label == "PER" and end - start > 1}
    labelled: list[Span] = []
    for row in _rows(doc, spans):
        if len(row) == 1:
            labelled += row
            continue
        labels = [_sure_label(doc, span) for span in row]
        for at, (start, end, label) in enumerate(row):
            is_open = labels[at] is None and end - start == 1 and doc[start].text.removesuffix("s") not in full
            others = [labels[each] for each in range(len(row)) if each != at]
            common = _common(others, [one[2] for each, one in enumerate(row) if each != at]) if is_open else None
            is_between = 0 < at < len(row) - 1
            may_be = common is not None and (label != "PER" or (is_between and common == "ORG"))
            labelled.append((start, end, common if common is not None and may_be else label))
    taken = {at for start, end, _ in labelled for at in range(start, end)}
    return sorted([*labelled, *_left_out(doc, labelled, taken), *_people_left_out(doc, labelled, taken)])


def _rows(doc: Doc, spans: list[Span]) -> Iterator[list[Span]]:
    row: list[Span] = []
    for span in spans:
        if row and not _is_joined(doc, row[-1][1], span[0]):
            yield row
            row = []
        row.append(span)
    if row:
        yield row


def _is_joined(doc: Doc, end: int, start: int) -> bool:
    if start - end == 1:
        return doc[end].text in JOINTS
    is_aside = 2 < start - end <= _LONGEST_ASIDE and doc[end].text == "(" and doc[start - 2].text == ")"
    return is_aside and doc[start - 1].text in JOINTS


def _sure_label(doc: Doc, span: Span) -> Label | None:
    """The label of a name that a list has, or a first name shows."""
    start, end, label = span
    text = text_of(doc, start, end)
    known = lexicon().classes_of(text)
    if label == "LOC":
        return "LOC" if lookup(text) and (is_distinct(text) or not known & (FIRST_NAME | SURNAME)) else None
    if label == "ORG":
        return "ORG" if name_organizations.is_organization(text) or end - start > 1 or text.isupper() else None
    if end - start > 1:
        return "PER" if lexicon().classes_of(doc[start].text) & FIRST_NAME else None
    return "PER" if known & SURNAME and not known & PLACE and not lexicon().is_like_surnames(text) else None


def _common(sure: list[Label | None], given: list[Label]) -> Label | None:
    """The one label of all the others, two at least, if one of them is sure of it."""
    kinds = set(given)
    if len(kinds) != 1 or len(given) < 2 or not any(sure):
        return None
    return kinds.pop()


def _left_out(doc: Doc, spans: list[Span], taken: set[int]) -> Iterator[Span]:
    """Ybbsitz und Opponitz: a word like a place by its letters, joined to a place."""
    for start, _, label in spans:
        at = start - 2
        if label != "LOC" or at < 0 or at in taken or doc[start - 1].text not in JOINTS:
            continue
        if _is_like_place(doc, at):
            yield at, at + 1, "LOC"


def _people_left_out(doc: Doc, spans: list[Span], taken: set[int]) -> Iterator[Span]:
    """Feller, Schwarz und Strolz: a word that is a surname and nothing else, joined to a person."""
    for start, _, label in spans:
        at = start - 2
        if label != "PER" or at < 0 or at in taken or doc[start - 1].text not in JOINTS:
            continue
        if at and doc[at - 1].text == "of":
            continue  # Bridge of Spies, Tom McCarthy
        word = doc[at].text
        if lexicon().classes_of(word) == SURNAME and lexicon().is_like_surnames(word) and not lookup(word):
            yield at, at + 1, "PER"


def _is_like_place(doc: Doc, at: int) -> bool:
    word = doc[at].text
    if not doc[at].is_title or not word.isalpha() or lexicon().knows(word) or lexicon().knows(word.lower()):
        return False
    if at and (doc[at - 1].text[:1].isupper() or doc[at - 1].text in {"der", "die", "das", "ein", "eine"}):
        return False
    return letters().shares(word)[PLACE_KIND] > _SURELY
