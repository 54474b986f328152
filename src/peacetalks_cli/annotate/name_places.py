"""Places that the model missed: of the gazetteer, and those that the words beside them show."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.letters import PERSON, letters
from peacetalks_cli.annotate.letters import PLACE as PLACE_KIND
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_adjectives import is_adjective_of_place
from peacetalks_cli.annotate.name_bodies import is_dateline
from peacetalks_cli.annotate.name_landscapes import is_landscape
from peacetalks_cli.annotate.name_person_words import is_first_name, is_surname
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.annotate.name_words import MEMO, is_place_with_hyphen, is_street, is_word_a_name
from peacetalks_cli.german.gazetteer import is_distinct, lookup, opens_longer

BEFORE_PLACE: Final = {
    "in", "In", "nach", "Nach", "aus", "Aus", "bei", "Bei", "um", "Um", "nahe", "Nahe", "Region", "Gebiet", "Oblast",
    "Provinz", "Stadt", "Ort", "Dorf", "Raum", "Hauptstadt", "nördlich", "südlich", "östlich", "westlich",
}  # fmt: skip
# After these even a word that nobody knows is a place.
_SURELY_BEFORE: Final = {"in", "In", "aus", "Aus", "nahe", "Nahe"}
_VILLAGES: Final = {
    "Dorf", "Dorfes", "Dorfs", "Stadt", "Ort", "Ortes", "Orts", "Ortschaft", "Siedlung", "Stadtteil", "Stadtbezirk",
    "Vorort", "Grenzort", "Grenzdorf", "Grenzstadt", "Kleinstadt", "Hafenstadt", "Frontstadt", "Garnisonsstadt",
    "Provinz", "Oblast", "Rajon", "Distrikt", "Halbinsel", "Meerenge", "Bucht", "Oase", "Exklave", "Enklave", "Insel",
    "Fluss", "Flusses", "Nebenfluss", "Vulkan", "Vulkans", "Vulkane", "Weiler", "Gletscher", "Atomanlage",
    "Viertel", "Ortsteil", "Flüchtlingslager", "Bergdorf", "Kreisstadt", "Gebietshauptstadt", "Bauerschaft",
    "Bauernschaft",
}  # fmt: skip
_ARTICLES: Final = {
    "der", "die", "dem", "den", "das", "des", "im", "am", "zum", "zur", "ins", "vom", "beim", "Der", "Die",
    "Das", "Dem", "Den", "Im", "Am", "Zum", "Zur",
}  # fmt: skip
_NOUNS_TOO: Final = {"Oder", "Main", "Lech", "Harz", "Kocher"}  # rivers and hills
_GIVEN_NAMES: Final = {"Lena", "Gail", "Aras"}
_INSIDE: Final = {
    "an", "am", "im", "in", "ob", "bei", "der", "des", "die", "und", "von", "zu", "auf", "de", "del", "da", "do", "la",
    "al", "el", "(", "-", "–", "'",
}  # fmt: skip
_ARABIC: Final = ("al-", "el-", "as-", "ar-", "asch-", "an-", "ad-", "at-")
_LONGEST_PLACE: Final = 4
_LONGEST_NEW: Final = 14  # letters of a place that nobody knows; longer words are compounds
_SHORTEST_NEW: Final = 3


def places(doc: Doc, words: Sequence[str], capitalised: Iterable[int], spans: Iterable[Span]) -> Iterator[Span]:
    """Those of the gazetteer, plain ones anywhere, the others after "in", "nach", "Region"; new ones after "aus",
    "nahe", "im Dorf"; the place of a dateline. None overlaps with `spans`. `words`: those of `doc`."""
    taken = {at for start, end, _ in spans for at in range(start, end)}
    for at in capitalised:
        if at in taken or len(words[at]) < _SHORTEST_NEW:
            continue
        end = _end_of_place(doc, words, at, taken) or _end_of_new(doc, words, at, taken)
        if end is not None:
            taken.update(range(at, end))
            yield at, end, "LOC"


def shows_place(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands before says that these words, which no list knows, are a place."""
    before = doc[start - 1].text if start else ""
    if before in _VILLAGES and end - start > 1:
        return True  # die Siedlung Don Domingo de Arriba
    is_beside = before == "bei" and start > 1 and doc[start - 2].is_title and _looks_like_place(doc[start].text)
    if before not in _SURELY_BEFORE and before not in _VILLAGES and before != "Bei" and not is_beside:
        return False
    if any(not _is_new(token) and not token.text.startswith(_ARABIC) for token in doc[start:end]):
        return False
    return not _is_genitive(doc, end)


def _looks_like_place(word: str) -> bool:
    shares = letters().shares(word)
    return shares[PLACE_KIND] > shares[PERSON]


def _end_of_place(doc: Doc, words: Sequence[str], start: int, taken: set[int]) -> int | None:
    """Where the longest place that begins here ends."""
    if _may_be_longer(doc, words, start):
        for end in range(min(start + _LONGEST_PLACE, len(words)), start + 1, -1):
            is_free = words[end - 1][:1].isupper() and taken.isdisjoint(range(start, end))
            if is_free and lookup(doc[start:end].text) and not is_adjective_of_place(doc, start, end):
                return end
    return start + 1 if lookup(words[start]) and _stands_as_place(doc, start) else None


def _may_be_longer(doc: Doc, words: Sequence[str], start: int) -> bool:
    """Sankt | Gallen, Côte | d'Ivoire; also where a tokenizer cut one word: Rostow|-|Region."""
    if start + 1 == len(words) or not (words[start + 1][:1].isupper() or words[start + 1] in _INSIDE):
        return False
    return opens_longer(words[start]) or not doc[start].whitespace_


def _stands_as_place(doc: Doc, at: int) -> bool:
    token = doc[at]
    before = doc[at - 1].text if at else ""
    if is_water_or_mountain(doc, at):
        return True
    if (at and is_first_name(doc[at - 1])) or not is_word_a_name(token.text, "LOC"):
        return False
    known = lexicon().classes_of(token.text)
    bare = token.text.removesuffix("s")  # genitives have clusters of their own
    if lexicon().is_noun(bare) and not lexicon().keeps_company_with_names(bare):
        return False  # Kita, a town of Mali
    if is_distinct(token.text):
        return not known & (SURNAME | FIRST_NAME) or not _is_followed_by_surname(doc, at)
    return before in BEFORE_PLACE and not known & NOUN


def is_water_or_mountain(doc: Doc, at: int) -> bool:
    """Die Ill kam, Eis auf der Oder, bis zum Brenner: with its article a river or a pass, though also another word."""
    word = doc[at].text
    if not at or doc[at - 1].text not in _ARTICLES or word in _GIVEN_NAMES:
        return False
    if lexicon().is_noun(word) and word not in _NOUNS_TOO:
        return False
    goes_on = at + 1 < len(doc) and doc[at + 1].text[:1].isupper()
    return not goes_on and any(entry.kind in {"river", "mountain"} for entry in lookup(word))


def _is_followed_by_surname(doc: Doc, at: int) -> bool:
    return at + 1 < len(doc) and is_surname(doc[at + 1])


def _end_of_new(doc: Doc, words: Sequence[str], at: int, taken: set[int]) -> int | None:
    """Where a place ends that no list knows: aus Kama Ado, im Dorf Jaryksu-Auch, CELLE. Sieben Lastwagen."""
    word, before = words[at], words[at - 1] if at else ""
    if word.isupper() and is_dateline(doc, at) and not lexicon().is_noun(word.capitalize()):
        return at + 1
    if before in _ARTICLES and _is_place_by_its_parts(word):
        return at + 1
    is_beside = before == "bei" and at > 1 and words[at - 2][:1].isupper()  # ein Dorf bei Peja
    if not (before in _SURELY_BEFORE or before in _VILLAGES or before in {"Bei", "bis"} or is_beside):
        return None
    if not _is_new(doc[at]) or _is_whose(doc, at):
        return None
    end = at + 1
    while end < len(doc) and end not in taken and (_is_new(doc[end]) or words[end].startswith(_ARABIC)):
        end += 1
    return None if _is_genitive(doc, end) else end


@lru_cache(maxsize=MEMO)
def _is_place_by_its_parts(word: str) -> bool:
    return is_street(word) or is_place_with_hyphen(word) or is_landscape(word)


def _is_new(token: Token) -> bool:
    """A capitalised word that is neither in the lexicon nor a compound of words that are."""
    text = token.text
    if (
        not token.is_title
        or len(text) > _LONGEST_NEW
        or len(text) < _SHORTEST_NEW
        or not text.replace("-", "").isalpha()
    ):
        return False
    known = lexicon().classes_of(text)
    is_known = lexicon().knows(text) and not known & PLACE
    if is_known or known & (NOUN | FIRST_NAME | SURNAME) or lexicon().knows(text.lower()) or lexicon().is_noun(text):
        return False
    return (
        is_word_a_name(text, "LOC")
        and not name_organizations.is_organization(text)
        and not name_lists.is_person_noun(text)
    )


def _is_whose(doc: Doc, at: int) -> bool:
    """in Sofioter Justizkreisen"""
    return doc[at].text.endswith("er") and at + 1 < len(doc) and lexicon().is_noun(doc[at + 1].text)


def _is_genitive(doc: Doc, end: int) -> bool:
    """in Putins Lagern: whose it is."""
    return doc[end - 1].text.endswith("s") and end < len(doc) and doc[end].text[:1].isupper()
