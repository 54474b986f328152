"""The component `peacetalks_dates`: time expressions of a Doc, in any German pipeline or a blank one."""

from collections.abc import Callable
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from peacetalks_cli.annotate import doc as extensions
from peacetalks_cli.facts import Date
from peacetalks_cli.german import timex

_NAMES = {"PER", "ORG"}
_BEFORE_DAYS = frozenset(
    {"am", "an", "ab", "auf", "bis", "für", "gegen", "im", "in", "nach", "seit", "um", "vom", "von", "vor", "zum", "zu"}
    | {"anfang", "mitte", "ende"}
)


@Language.factory("peacetalks_dates", assigns=["doc._.dates", "doc.spans"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    return annotate


def annotate(doc: Doc) -> Doc:
    """Sets `doc._.dates`, and `doc.spans["dates"]` labelled with the TIMEX3 type.

    Reads `doc._.published` (ISO date or None) and `doc._.masked`. Names that were found before are not read as
    dates: 'Theresa Mai', 'Bild am Sonntag'; nor is the surname alone.
    """
    published = extensions.published(doc)
    found = timex.find(
        extensions.text(doc),
        date.fromisoformat(published) if published else None,
        masked=extensions.masked(doc),
    )
    surnames = {name[-1].text for name in doc.ents if name.label_ == "PER" and len(name) > 1}
    kept = tuple(
        mention
        for mention in found
        if not _is_in_name(doc, mention) and not (mention.text in surnames and _is_alone(doc, mention))
    )
    doc._.dates = kept
    doc.spans["dates"] = [_span(doc, mention) for mention in kept]
    return doc


def _span(doc: Doc, mention: Date) -> Span:
    span = doc.char_span(mention.start, mention.end, label=mention.type, alignment_mode="expand")
    assert span is not None  # expanded spans exist for every interval inside the text
    return span


def _is_alone(doc: Doc, mention: Date) -> bool:
    """'will Sonntag die Halle leeren' where Ulrike Sonntag is spoken of: nothing before it says that it is a day."""
    first = _span(doc, mention).start
    return first == 0 or doc[first - 1].lower_ not in _BEFORE_DAYS


def _is_in_name(doc: Doc, mention: Date) -> bool:
    """A weekday or month inside a longer name; a figure is left alone, since taggers take 'Expo 2020' whole."""
    span = _span(doc, mention)
    if span[0].ent_type_ not in _NAMES or any(character.isdigit() for character in mention.text):
        return False
    # By tokens: doc.ents is made anew at every look, which would take the square of the text's length.
    start, end = span.start, span.end
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    name = doc[start:end]
    is_within = name.start_char <= mention.start and mention.end <= name.end_char
    return is_within and len(name.text) > len(mention.text) + 1
