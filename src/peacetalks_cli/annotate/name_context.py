"""What the words beside a name say of its extent and its label."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.letters import PERSON, letters
from peacetalks_cli.annotate.letters import PLACE as PLACE_KIND
from peacetalks_cli.annotate.lexicon import FIRST_NAME, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_adjectives import is_land
from peacetalks_cli.annotate.name_landscapes import is_body, is_court
from peacetalks_cli.annotate.name_mistaken import is_mistaken
from peacetalks_cli.annotate.name_nouns import is_office
from peacetalks_cli.annotate.name_person_words import is_first_name, is_surname
from peacetalks_cli.annotate.name_pieces import Span, text_of
from peacetalks_cli.annotate.name_words import CANTONS, is_word_a_name
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import lookup

_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,6}[A-ZÄÖÜ]|[A-ZÄÖÜ]{2,8}")
_SAID_BY: Final = {
    "Angaben", "Worten", "Darstellung", "Ansicht", "Aussagen", "Aussage", "Meinung", "Einschätzung", "Sprecher",
    "Sprecherin", "Anwalt", "Anwältin", "Büro", "Stellvertreter", "Stellvertreterin", "Vorgänger", "Nachfolger",
    "Berater", "Frau", "Mann", "Sohn", "Tochter", "Bruder", "Schwester", "Vater", "Mutter", "Partei", "Rede",
}  # fmt: skip
_CALLS_ITSELF: Final = {"nennt", "nannte", "nennen", "nannten"}
_JOINTS: Final = {",", "und", "sowie", "oder"}
_LEGAL_FORMS: Final = {"GmbH", "AG", "SE", "KG", "KGaA", "OHG", "Ltd.", "Inc.", "Corp.", "S.A.", "PLC", "LLC", "V."}
_INNS: Final = {"Hotel", "Café", "Restaurant", "Gasthof", "Gasthaus", "Schloss", "Burg", "Palais", "Kibbuz"}
_ARTICLES: Final = {"der", "die", "das", "den", "dem", "ein", "eine", "einer", "einem", "einen"}
_ADJECTIVE = re.compile(r"[a-zäöüß-]{3,}(?:e|en|er|es|em)")
_DIGITS_OF_AGE: Final = 2
_SURELY_IN: Final = {"in", "In"}  # In Zell-Pfarre
_BESIDE: Final = {"bei", "Bei", "von", "nahe", "um", "vor"}
_SURELY: Final = 0.85  # share of letters
_LONGEST_APPOSITION: Final = 6  # tokens
_OPENING_QUOTES: Final = {"„", "»", "«", "“"}
_OF_PLACE = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]{2,}er")
_OFFICES_OF_PLACE: Final = (
    "bischof", "bischofs", "bürgermeister", "bürgermeisterin", "bürgermeisters", "gouverneur", "gouverneurin",
    "landrat", "präfekt", "emir", "gemeindepräsident", "gemeindepräsidentin", "stadtpräsident", "stadtpräsidentin",
    "pfarrer", "ortsvorsteher", "ortsvorsteherin", "landrätin", "festung", "umland", "altstadt", "vororten",
    "schlacht", "belagerung", "einwohner", "bewohner", "straßen", "strassen", "turnhallen", "hafen", "flughafen",
)  # fmt: skip


def in_context(doc: Doc, words: Sequence[str], capitalised: Iterable[int], spans: Iterable[Span]) -> Iterator[Span]:
    """The spans with what belongs to them, and names that only their neighbours show. `words`: those of `doc`."""
    spans = list(spans)
    taken = {at for start, end, _ in spans for at in range(start, end)}
    people = {at for start, end, label in spans if label == "PER" for at in range(start, end)}
    places = {at for start, end, label in spans if label == "LOC" for at in range(start, end)}
    for span in spans:
        if span[2] == "ORG" and (is_office(doc, span[0], span[1]) or _only_says(doc, span[0], span[1], taken)):
            continue
        if is_mistaken(doc, span):
            continue
        yield _seen(doc, _whole(doc, span, taken), people, places)
    for at in capitalised:
        if at == 0 or at in taken:
            continue
        if (
            (words[at - 1] == "(" and _is_in_brackets(doc, words, at, taken))
            or _is_called_so(words, at)
            or (is_body(words[at]) and (_stands_alone(words, at) or is_court(words[at])))
        ):
            yield at, at + 1, "ORG"
        elif at - 1 not in taken and _is_name_of_facility(doc, words, at):
            yield at - 1, at + 1, "LOC"


def _only_says(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """Die Beiruter Zeitung „An-Nahar“, die Hutu-Miliz FDLR: what it is, not yet how it is called."""
    if end >= len(doc) or name_organizations.is_organization(text_of(doc, start, end)):
        return False
    if end - start == 1:
        head = doc[start].text.rpartition("-")
        return bool(head[0]) and end in taken and doc[end].text[:1].isupper() and _names_an_organization(head[2])
    is_whose = end - start == 2 and bool(_OF_PLACE.fullmatch(doc[start].text))
    return is_whose and doc[end].text in _OPENING_QUOTES and _names_an_organization(doc[end - 1].text)


def _whole(doc: Doc, span: Span, taken: set[int]) -> Span:
    """A person with the first name or surname that the model left out, a body or a facility with its kind."""
    start, end, label = span
    before = doc[start - 1] if start and start - 1 not in taken else None
    after = doc[end] if end < len(doc) and end not in taken else None
    if label == "PER" and end - start == 1:
        is_surname_only = doc[start].text[:1].islower()  # al-Murtada
        if before is not None and _is_first_name_of(before, surname_only=is_surname_only):
            return start - 1, end, label
        if after is not None and is_first_name(doc[start]) and is_surname(after):
            return start, end + 1, label
        if after is not None and after.is_title and after.is_alpha and _is_age(doc, end + 1):
            return start, end + 1, label  # Jupp Maus (51)
    elif label == "LOC" and end - start == 1 and after is not None and is_land(doc[start].text, after.text):
        return start, end + 1, label  # Ziltendorfer Niederung
    elif label != "PER" and before is not None:
        if name_lists.is_institution(before.text):
            return _with_adjective(doc, start - 1, taken), end, "ORG"
        if name_lists.is_facility(before.text) and (label == "LOC" or (before.text in _INNS and end - start == 1)):
            return start - 1, end, "LOC"
        if label == "LOC" and name_lists.keeps_kind(doc[start].text) and name_lists.is_kind_of_place(before.text):
            return start - 1, end, label  # Republik Moldau
    return span


def _is_age(doc: Doc, at: int) -> bool:
    is_number = at + 1 < len(doc) and doc[at + 1].text.isdigit() and len(doc[at + 1].text) == _DIGITS_OF_AGE
    return is_number and doc[at].text == "("


def _is_first_name_of(token: Token, *, surname_only: bool) -> bool:
    if name_lists.is_title(token.text):
        return False  # Imam Schamil
    return is_first_name(token) or (surname_only and _may_be_first_name(token))


def _with_adjective(doc: Doc, start: int, taken: set[int]) -> int:
    """Technische Universität Riga: a big adjective belongs to the name, except where it begins a sentence."""
    if start < 2 or start - 1 in taken or not doc[start - 2].is_lower:
        return start
    before = doc[start - 1].text
    return start - 1 if before.istitle() and before.endswith(("e", "en", "er")) else start


def _seen(doc: Doc, span: Span, people: set[int], places: set[int]) -> Span:
    """The label that the neighbours give: der Kanal Baza (ORG), Uschakow und Witkoff (PER)."""
    start, end, label = span
    before, text = doc[start - 1].text if start else "", text_of(doc, start, end)
    apposition = _said_behind(doc, start, end, label)
    if apposition is not None:
        return start, end, apposition
    if label != "PER" and name_lists.is_role(before) and is_first_name(doc[start]) and end - start > 1:
        return start, end, "PER"  # Verteidigungsminister Pete Hegseth
    if label == "PER" and end - start > 1 and is_first_name(doc[start]):
        is_called = doc[start].text in {"Al", "El"} and _names_an_organization(before)
        return (start, end, "ORG") if is_called else span  # der Sender Al Majadin
    if label != "PER" and not lookup(text) and _is_called(doc, start, end) and (label == "LOC" or before != "sich"):
        return start, end, "PER"
    if before == "," and text in CANTONS and end < len(doc) and doc[end].text == ")":
        return start, end, "LOC"  # (Grüne, BS)
    if label == "ORG" or _is_an_organization(doc, start, end, before):
        return start, end, "ORG"
    if label == "PER" and end - start == 1 and _is_of_office(doc, start):
        return start, end, "LOC"
    if label == "PER" and end - start == 1 and _is_among_places(doc, start, places):
        return start, end, "LOC"
    if label == "PER" and before in _BESIDE and _is_new_place(doc, start, end):
        return start, end, "LOC"
    if label == "LOC" and end - start == 1 and not lookup(text) and not _is_listed_place(text):
        joined = before in {"und", "sowie", "mit"} and start - 2 in people
        said = end < len(doc) and doc[end].text in _SAID_BY and text.endswith("s")
        dateline: Label = "ORG" if _is_in_dateline(doc, start) else "LOC"
        return start, end, "PER" if joined or said else dateline
    return span


def _is_called(doc: Doc, start: int, end: int) -> bool:
    """ein Mann, der sich Daur nennt; den alle nur Sido nennen; ein Rapper, genannt Sido; alias Sido"""
    before = doc[start - 1].text if start else ""
    if before == "alias" or (before == "genannt" and start > 1 and doc[start - 2].text in {",", "("}):
        return True
    if end >= len(doc) or doc[end].text not in _CALLS_ITSELF:
        return False
    return before == "sich" or (before in {"nur", "alle", "auch"} and _is_in_relative_clause(doc, start))


def _is_in_relative_clause(doc: Doc, at: int) -> bool:
    """, den alle nur"""
    words = [token.text for token in doc[max(0, at - 5) : at]]
    return any(words[each] == "," and words[each + 1] in {"den", "die"} for each in range(len(words) - 1))


def _is_among_places(doc: Doc, at: int, places: set[int]) -> bool:
    """Kundl, Ebbs und Kiefersfelden; Pljevlja und Žabljak: joined to places, and like one by its letters."""
    word = doc[at].text
    if lexicon().knows(word) or at < 2 or doc[at - 1].text not in _JOINTS or at - 2 not in places:
        return False
    goes_on = at + 2 < len(doc) and doc[at + 1].text in _JOINTS and at + 2 in places
    shares = letters().shares(word)
    return goes_on or shares[PLACE_KIND] > shares[PERSON]


def _is_new_place(doc: Doc, start: int, end: int) -> bool:
    """bei Trzacka Rastela: words that nobody knows, like places by their letters."""
    if any(lexicon().knows(token.text) or not token.is_title for token in doc[start:end]):
        return False
    return max(letters().shares(token.text)[PLACE_KIND] for token in doc[start:end]) > _SURELY


def _is_of_office(doc: Doc, at: int) -> bool:
    """Der Bischof von Mannar, die Straßen von Goris: a place, whatever it is called."""
    if at < 2 or doc[at - 1].text != "von" or not doc[at - 2].text.lower().endswith(_OFFICES_OF_PLACE):
        return False
    known = lexicon().classes_of(doc[at].text)
    return not known & FIRST_NAME and (bool(known & PLACE) or not known & SURNAME)


def _said_behind(doc: Doc, start: int, end: int, label: Label) -> Label | None:
    """The label that an apposition gives a name that no list knows: Anel, die rechte Kleinpartei."""
    if end + 2 >= len(doc) or doc[end].text != ",":
        return None
    if label == "LOC" and end - start == 2 and _is_person_behind(doc, start, end):
        return "PER"
    if doc[end + 1].text not in _ARTICLES or _is_listed(doc, start, end, label):
        return None
    at = end + 1
    while at < min(len(doc) - 1, end + _LONGEST_APPOSITION) and (
        doc[at].text in _ARTICLES or (doc[at].is_lower and _ADJECTIVE.fullmatch(doc[at].text))
    ):
        at += 1
    noun = doc[at].text
    if not noun[:1].isupper():
        return None
    if name_lists.is_kind_of_organization(noun) and not name_lists.is_kind_of_place(noun):
        return "ORG"
    return "LOC" if name_lists.is_kind_of_place(noun) else None


def _is_person_behind(doc: Doc, start: int, end: int) -> bool:
    """Bola Tinubu, Präsident Nigerias"""
    is_new = not lookup(text_of(doc, start, end)) and not lookup(doc[start].text) and not lookup(doc[end - 1].text)
    return is_new and name_lists.is_role(doc[end + 1].text) and not name_lists.is_facility(doc[start].text)


def _is_listed(doc: Doc, start: int, end: int, label: Label) -> bool:
    text = text_of(doc, start, end)
    if label == "PER":
        return end - start > 1 and bool(lexicon().classes_of(doc[start].text) & FIRST_NAME)
    return bool(lookup(text)) if label == "LOC" else name_organizations.is_organization(text)


def _is_an_organization(doc: Doc, start: int, end: int, before: str) -> bool:
    """die Fuldatal Handels GmbH, das Bezirksgericht Visby, die Barzilai-Klinik, der Kanal Baza."""
    first, last = doc[start].text, doc[end - 1].text
    ends = (first, last, first.rpartition("-")[2]) if end - start > 1 else (last.rpartition("-")[2],) * ("-" in last)
    if (
        last in _LEGAL_FORMS
        or (end - start > 1 and (not name_lists.table("clubs").isdisjoint((first, last))))
        or ((before not in _SURELY_IN or end - start > 1) and any(name_lists.is_institution(word) for word in ends))
    ):
        return True
    return _names_an_organization(before) and not _is_genitive_of_place(text_of(doc, start, end))


def _is_in_dateline(doc: Doc, at: int) -> bool:
    """BELGRAD (Tanjug) – …: who reports, behind the place at the head of a line."""
    if at < 2 or at + 2 >= len(doc) or doc[at - 1].text != "(" or doc[at + 1].text != ")":
        return False
    return doc[at + 2].text in {"–", "-", "—", ".", ":"} and bool(lookup(doc[at - 2].text))


def _is_listed_place(word: str) -> bool:
    return bool(lexicon().classes_of(word) & PLACE)


def _is_genitive_of_place(word: str) -> bool:
    """die Partei Russlands, der Sender Kiews: whose it is, not how it is called."""
    return word.endswith("s") and bool(lookup(word))


def _names_an_organization(word: str) -> bool:
    return word[:1].isupper() and name_lists.is_kind_of_organization(word)


def _is_in_brackets(doc: Doc, words: Sequence[str], at: int, taken: set[int]) -> bool:
    """An abbreviation in brackets after a name: Friedrich Merz (CDU), Institut für Kriegsstudien (ISW)."""
    if at - 2 not in taken or at + 1 >= len(words) or words[at + 1] != ")":
        return False
    is_sign = bool(_ABBREVIATION.fullmatch(doc[at].text)) or (doc[at].is_title and _is_in_dateline(doc, at))
    return is_sign and not lookup(doc[at].text)


def _is_called_so(words: Sequence[str], at: int) -> bool:
    """A word that no lexicon knows after a word that says what it is: die Hilfsorganisation Wostok-SOS."""
    text = words[at]
    if not text[:1].isupper() or not _names_an_organization(words[at - 1]):
        return False
    if lexicon().knows(text) or ("-" in text and not text.isupper()):
        return False
    return is_word_a_name(text, "ORG") or name_lists.is_said_of_organization(words[at - 1])  # Genossenschaft Bördekorn


def _is_name_of_facility(doc: Doc, words: Sequence[str], at: int) -> bool:
    """das Gaskraftwerk Safer"""
    return name_lists.is_facility(words[at - 1]) and doc[at].is_title and is_word_a_name(doc[at].text, "LOC")


def _stands_alone(words: Sequence[str], at: int) -> bool:
    return at + 1 == len(words) or not words[at + 1][:1].isupper()


def _may_be_first_name(token: Token) -> bool:
    return token.is_title and not lexicon().is_noun(token.text) and is_word_a_name(token.text, "PER")
