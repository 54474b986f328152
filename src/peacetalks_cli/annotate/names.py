"""`peacetalks_names`: brings what any German pipeline finds to the guidelines (docs/annotation.md).

Reads `doc.ents` (PER, LOC, ORG; all else is dropped) and writes them back: the name alone, no adjectives, roles,
inhabitants or compounds, agencies and places of the lists found, one reading of a name through the article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, SURNAME, lexicon
from peacetalks_cli.annotate.name_bodies import bodies
from peacetalks_cli.annotate.name_called import called
from peacetalks_cli.annotate.name_context import in_context
from peacetalks_cli.annotate.name_extent import trimmed, with_apostrophes
from peacetalks_cli.annotate.name_firms import firms
from peacetalks_cli.annotate.name_foreign import foreign
from peacetalks_cli.annotate.name_headers import bylines, header, items, sites
from peacetalks_cli.annotate.name_joined import before_row, joined
from peacetalks_cli.annotate.name_kinds import kinds
from peacetalks_cli.annotate.name_nouns import MEMO, without_nouns
from peacetalks_cli.annotate.name_order import initials, surname_first
from peacetalks_cli.annotate.name_people import people
from peacetalks_cli.annotate.name_pieces import Span, pieces, text_of
from peacetalks_cli.annotate.name_places import BEFORE_PLACE, is_water_or_mountain, places, shows_place
from peacetalks_cli.annotate.name_repeat import apart, repeated, without_overlaps
from peacetalks_cli.annotate.name_split import split
from peacetalks_cli.annotate.name_things import MEMO as THINGS
from peacetalks_cli.annotate.name_words import is_camel
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import is_distinct, lookup

LABELS: Final = ("PER", "LOC", "ORG")

_GLUED = re.compile(r"[^\W\d_][\w.-]*(?:[/–—][^\W\d_][\w.-]*)+")
_CUT = re.compile(r"[/–—]")
# Ends of words that are companies where no list knows a place or a person: Moldovagaz, Biontech.
_COMPANY = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,20}(?:gaz|neft|tech|jet|energo|enerho|energy|telekom|telecom|soft|pharma|petrol|bank)s?"
)
_ENDS_LINE = re.compile(r"X\.|\d\d?\.|[A-ZÄÖÜ]{2,5}\d\.")
_PLATFORM: Final = {"auf", "Auf", "via", "bei", "Plattform", "Online-Plattform", "Onlineplattform", "Netzwerk", "über"}
_HEADERS: Final = {"Von", "Source", "Quelle", "Quellen", "Stand", "Foto", "Bild", "Text", "Autor"}
_LONGEST_BYLINE: Final = 12  # tokens
_BEFORE_NO_PERSON: Final = {"am", "im", "ins", "zum", "beim", "vom", "auf", "der", "die", "das", "den", "dem", "des"}
_OPINION: Final = {"heißt", "heisst", "hieß", "hiess", "herrscht", "herrschte", "überwiegt", "überwog"}
_PALACES: Final = {"KREML", "ÉLYSÉE", "ELYSÉE", "ELYSEE"}
_BUILDING: Final = {"im", "Im", "ins", "zum", "am", "beim", "vorm"}
_SURELY_IN: Final = {"in", "In", "aus", "Aus", "nach", "Nach", "bei", "Bei"}
_PLURAL_KINDS: Final = {
    "Vierteln", "Stadtvierteln", "Stadtteilen", "Dörfern", "Dörfer", "Orten", "Orte", "Ortschaften", "Städten",
    "Städte", "Gemeinden", "Siedlungen", "Provinzen", "Bezirken", "Vororten", "Vororte", "Viertel",
}  # fmt: skip
_TAKES: Final = {
    "eroberte", "eroberten", "besetzte", "besetzten", "räumte", "räumten", "bombardierte", "bombardierten", "beschoss",
    "beschossen", "überflog", "überflogen", "evakuierte", "evakuierten", "stürmte", "stürmten", "belagerte",
    "belagerten", "plünderte", "plünderten",
}  # fmt: skip
_GOES: Final = {
    "floh", "flohen", "flüchtete", "flüchteten", "reiste", "reisten", "reist", "flog", "flogen", "fliegt", "fuhr",
    "fuhren", "fährt", "zog", "zogen", "kam", "kamen", "kehrte", "kehrten", "marschierte", "marschierten",
    "übersiedelte", "ging", "gingen", "pilgerte", "zurück",
}  # fmt: skip
_BUILDING_PAIRS: Final = {("in", "den"), ("in", "dem"), ("vor", "dem"), ("vor", "den"), ("nahe", "dem")}


@Language.factory("peacetalks_names")
def create(nlp: Language, name: str) -> "Names":
    return Names()


class Names:
    """The component. It has no state: the lists and the lexicon are read once for the process."""

    def __call__(self, doc: Doc) -> Doc:
        words = _split_glued(doc)
        capitalised = [at for at, word in enumerate(words) if word[:1].isupper()]
        certain = list(people(doc, words, capitalised))
        listed: list[Span] = [(start, end, "ORG") for start, end in name_organizations.organizations(words)]
        written = list(bylines(words, capitalised))
        lines = [*written, *kinds(words, capitalised), *header(doc), *items(doc, words, capitalised), *sites(words)]
        shown = [*lines, *listed, *bodies(doc, words, capitalised), *foreign(doc, words, capitalised), *certain]
        sure = {*called(words, capitalised), *surname_first(doc, words, capitalised)}
        shown += [*sorted(sure), *firms(words, capitalised)]
        spans = without_overlaps([*shown, *_beside(doc, _apart_from(written, _from_model(doc)), certain)])
        spans = without_overlaps([*spans, *places(doc, words, capitalised, spans)])
        spans = [(start, end, _label(doc, start, end, label)) for start, end, label in without_nouns(doc, spans, sure)]
        spans = without_overlaps(split(doc, without_overlaps(in_context(doc, words, capitalised, spans))))
        spans = repeated(doc, words, joined(doc, apart(words, spans)))
        spans = sorted([*spans, *initials(words, spans)])
        spans = [(start, end, _kremlin(words, start, end, label)) for start, end, label in spans]
        spans = with_apostrophes(doc, spans)
        for memo in (MEMO, THINGS):
            doc.user_data.pop(memo, None)
        doc.set_ents([TokenSpan(doc, start, end, label=label) for start, end, label in spans])
        return doc


def _split_glued(doc: Doc) -> list[str]:
    """Cuts tokens that a tokenizer left whole: APA/Reuters, Kiew–Moskau, the full stop of "auf X."; gives the words."""
    words = _texts(doc)
    suspects = {word for word in set(words) if _may_be_glued(word)}
    cuts = [(at, _parts(doc, at)) for at, word in enumerate(words) if word in suspects] if suspects else []
    glued = [(doc[at], parts) for at, parts in cuts if len(parts) > 1]
    if not glued:
        return words
    with doc.retokenize() as retokenizer:
        for token, parts in glued:
            retokenizer.split(token, parts, heads=[(token, 0)] * len(parts))
    return _texts(doc)


def _texts(doc: Doc) -> list[str]:
    """The words of `doc`, without a Token for each."""
    strings = doc.vocab.strings
    return [strings[key] for key in doc.to_array("ORTH").tolist()]


def _may_be_glued(word: str) -> bool:
    if word[-1] == "." and _ENDS_LINE.fullmatch(word):
        return True
    return len(word) > 1 and ("/" in word or "–" in word or "—" in word)


def _parts(doc: Doc, at: int) -> list[str]:
    text = doc[at].text
    if text[0].isdigit() and text[-1] == "." and _is_of_name(doc, at):
        return [text[:-1], "."]
    if text[0].isalpha() and text[-2].isdigit() and text[-1] == ".":
        return [text[:-1], "."]  # dem Sender TA3.
    if text == "X." and at and doc[at - 1].text in _PLATFORM:
        return ["X", "."]
    if len(text) > 3 and _CUT.search(text) and _GLUED.fullmatch(text):
        parts = re.split(r"([/–—])", text)
        if all(part[0].isupper() or name_organizations.is_agency(part) for part in parts[::2]):
            return parts
    return [text]


def _is_of_name(doc: Doc, at: int) -> bool:
    """Rossija 1. Danach: a number that ends a name of the list, and the full stop of the sentence."""
    if not at:
        return False
    if name_organizations.is_organization(f"{doc[at - 1].text} {doc[at].text[:-1]}"):
        return True
    goes_on = at + 1 < len(doc) and (name_lists.is_day_or_month(doc[at + 1].text) or doc[at + 1].text[0].isdigit())
    return doc[at].text[0] == "0" and bool(lookup(doc[at - 1].text)) and not goes_on  # Mainz 05.


def _from_model(doc: Doc) -> Iterator[Span]:
    for ent in doc.ents:
        if ent.label_ in LABELS:
            for piece in pieces(doc, ent.start, ent.end, cast(Label, ent.label_)):
                span = trimmed(doc, piece)
                if span and not _is_byline(doc, *span):
                    yield span


def _apart_from(written: Sequence[Span], spans: Iterable[Span]) -> Iterator[Span]:
    """`spans` of the model without what overlaps with the place and the person of a byline."""
    inside = {at for start, end, _ in written for at in range(start, end)}
    return (span for span in spans if inside.isdisjoint(range(span[0], span[1])))


def _beside(doc: Doc, spans: Iterable[Span], certain: list[Span]) -> Iterator[Span]:
    """`spans` of the model without what overlaps with a person whose full name the words show: Ärztin Veronika
    Sommer, in one place. What goes on behind the person is another name: Konrad Adenauer Stiftung."""
    full = [span for span in certain if span[1] - span[0] > 1]
    inside = {at: span for span in full for at in range(span[0], span[1])}
    for start, end, label in spans:
        person = next((inside[at] for at in range(start, end) if at in inside), None)
        if person is None:
            yield start, end, label
        elif label == "PER" and start == person[0] and person[1] + 1 < end and doc[person[1]].text in {"von", "vom"}:
            if _is_sent(doc, person[1] + 1, end):
                yield person[1] + 1, end, "ORG"  # Paul Rainer von GeoSphere Austria
            else:
                yield start, end, label
        elif start == person[0] and end > person[1] and start and name_lists.is_person_noun(doc[start - 1].text):
            yield start, end, "PER"  # die Lehrerin Fatimetu Mohamed Salem
        elif label == "PER" and start < person[1] < end and _goes_on(doc, person, end):
            yield min(start, person[0]), end, "PER"  # Bashir Ahmad Dar
        elif label == "PER" or (label == "ORG" and end > person[1]):
            yield start, end, label


def _goes_on(doc: Doc, person: Span, end: int) -> bool:
    """Bashir Ahmad | Dar; not: Paul Rainer | von GeoSphere Austria."""
    start, stop, _ = person
    return not _is_sent(doc, min(stop + 1, end - 1), end) and all(
        lexicon().classes_of(token.text) & FIRST_NAME for token in doc[start:stop]
    )


def _is_sent(doc: Doc, start: int, end: int) -> bool:
    """Whether the words behind "von" are what somebody works for, no part of the name."""
    text = text_of(doc, start, end)
    return any(is_camel(token.text) for token in doc[start:end]) or name_organizations.is_organization(text)


def _is_byline(doc: Doc, start: int, end: int, label: Label) -> bool:
    """A person of one word in a header line is none: "Von: Reuters", "Stand: Freitag"."""
    if label != "PER" or end - start > 1:
        return False
    at = start
    while at > 0 and start - at < _LONGEST_BYLINE and "\n" not in doc[at - 1].text:
        at -= 1
    while at < start and doc[at].is_space:
        at += 1
    return at + 1 < start and doc[at].text in _HEADERS and doc[at + 1].text == ":"


def _label(doc: Doc, start: int, end: int, label: Label) -> Label:
    """What the lists know better than a model: Abu Dhabi is no person, Reuters no place."""
    text = text_of(doc, start, end)
    if name_organizations.is_organization(text):
        return "ORG"
    before = doc[start - 1].text if start else ""
    if label != "LOC" and (shows_place(doc, start, end) or _is_place_here(doc, start, end, label)):
        return "LOC"
    if label == "LOC" and end - start == 1 and _is_like_surname(text) and not _takes_place(before_row(doc, start)):
        return "PER"
    if label != "ORG" and end - start == 1 and _COMPANY.fullmatch(text) and not lookup(text):
        return "ORG"
    if label == "LOC" or not is_distinct(text) or _says_organization(before):
        return label
    may_be_person = label == "PER" and lexicon().classes_of(text) & (FIRST_NAME | SURNAME)
    return label if may_be_person and before not in BEFORE_PLACE else "LOC"


def _is_place_here(doc: Doc, start: int, end: int, label: Label) -> bool:
    """in Pale, nach Saint-Germain; die Ill; floh nach Han Pijesak, eroberten Maungdaw: what a model takes for a person
    or a body, and no list knows as one."""
    before = doc[start - 1].text if start else ""
    if end - start == 1 and label == "ORG" and before in _SURELY_IN and doc[start].is_title:
        text = doc[start].text
        return bool(lookup(text)) or text.startswith(("Saint-", "Sainte-", "Sankt-", "Santa-"))
    if end - start == 1 and is_water_or_mountain(doc, start):
        return True
    if end - start == 1 and before_row(doc, start) in _PLURAL_KINDS and not lexicon().is_noun(doc[start].text):
        return True  # in den Vierteln Dscholan und Nasal
    if end - start == 1 and label == "PER" and name_lists.is_kind_of_place(before) and doc[start].text[-1] != "s":
        return True  # aus der Bauerschaft Weiner
    if label != "PER" or (before not in _TAKES and before != "nach"):
        return False
    is_known = any(lexicon().classes_of(token.text) & (FIRST_NAME | SURNAME) for token in doc[start:end])
    if is_known or name_lists.is_role(before):
        return False
    return before in _TAKES or (
        before == "nach" and any(token.text in _GOES for token in doc[max(0, start - 6) : start])
    )


def _takes_place(word: str) -> bool:
    return word in BEFORE_PLACE or word in _BEFORE_NO_PERSON or name_lists.is_kind_of_place(word)


def _is_like_surname(word: str) -> bool:
    """Putins, Kagame; not Thyssen, which is a place, too."""
    bare = word.removesuffix("s")
    return not is_distinct(word) and any(lexicon().is_like_surnames(form) and not lookup(form) for form in (word, bare))


def _says_organization(word: str) -> bool:
    return name_lists.is_kind_of_organization(word) or word in {"„", "»", "«", '"', "“"}


def _kremlin(words: Sequence[str], start: int, end: int, label: Label) -> Label:
    """The Kremlin, the Élysée is a government (ORG), and a building (LOC) where someone is in it or goes there."""
    if end - start > 1 or words[start].removesuffix("s").upper() not in _PALACES:
        return label
    before = tuple(words[max(0, start - 2) : start])
    behind = words[end : end + 2]
    if before[:1] == ("man",) or "man" in behind[1:] or set(behind[:1]) & _OPINION:
        return "ORG"  # Im Kreml heißt es, im Kreml hofft man
    inside = before in _BUILDING_PAIRS or (before and before[-1] in _BUILDING)
    return "LOC" if inside else "ORG"
