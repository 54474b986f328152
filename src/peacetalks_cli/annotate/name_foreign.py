"""Names that a word of their kind begins or ends, foreign words and clubs: Rue de Rivoli, Oxford Street, Banque de
France, 1. FC Nürnberg, Noah FC."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.german.gazetteer import lookup

_LINKS: Final = {
    "de", "du", "des", "d'", "d’", "del", "della", "dei", "degli", "delle", "dell'", "do", "da", "dos", "das", "la",
    "le", "les", "los", "las", "l'", "l’", "et", "y", "e", "el", "al", "di", "of", "the",
}  # fmt: skip
_ADJECTIVES: Final = {"nationale", "national", "nacional", "civil", "civile", "générale", "populaire", "socialiste"}
_LONGEST: Final = 6  # tokens
_NEEDS_LINK: Final = {"Bank", "Compagnie", "Radio", "Place", "Frente", "Corte", "Col", "Campo", "Ponte", "Largo"}
_BEFORE: Final = {
    "der", "die", "das", "den", "dem", "des", "im", "am", "vom", "zum", "zur", "in", "an", "auf", "ins", "ans", "beim",
    "Der", "Die", "Das", "Im", "Am", "In", "Auf", "Vom", "Zum", "Zur", "Beim", "über", "durch", "nach", "von", "bei",
    "nahe", "aus", "und", "vor", "einer", "eine", "Von", "Nach", "Bei", "Aus", "Über",
}  # fmt: skip
_ARTICLES: Final = {"der", "die", "das", "den", "dem", "des", "Der", "Die", "Das", "im", "am", "zur", "zum", "vom"}
_BASES: Final = {"Air", "Force", "Naval", "Navy", "Army"}
_STRONG_CLUBS: Final = {"FC", "VfB", "VfL", "TSV", "FSV", "TSG", "SpVgg", "FK", "AFC", "EHC", "SC", "SV", "SK"}
_ENDS_CLUB: Final = {"FC", "AFC", "CF", "SC", "FK", "IF", "IK", "BK", "SK", "BSC", "United", "Rovers", "Wanderers"}
_SCHOOLS: Final = {"Academy", "University", "College", "School", "Institute"}
_NUMBER: Final = re.compile(r"\d{1,4}")


def foreign(doc: Doc, words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """They may overlap; the longest is meant. `words`: those of `doc`; `capitalised`: tokens to look at."""
    rules = _rules()
    for at in capitalised:
        for rule in rules.get(words[at], ()):
            yield from rule(doc, at)


@cache
def _rules() -> Mapping[str, tuple[Callable[[Doc, int], Iterator[Span]], ...]]:
    """What to look for at a word of the tables."""
    rules: dict[str, tuple[Callable[[Doc, int], Iterator[Span]], ...]] = {}
    tables = (("foreign_places", _place), ("foreign_ends", _street), ("foreign_bodies", _body), ("clubs", _club))
    for table, rule in tables:
        for word in sorted(name_lists.table(table)):
            rules[word] = (*rules.get(word, ()), rule)
    return rules


def _place(doc: Doc, at: int) -> Iterator[Span]:
    """in der Rue de Rivoli, Campo de Dalías"""
    before = doc[at - 1].text if at else ""
    if before not in _BEFORE:
        return
    end = _end(doc, at + 1)
    if doc[end - 1].text in _SCHOOLS:
        return  # the Lake Forest Academy
    if end > at + 1 and (doc[at + 1].text in _LINKS or doc[at].text not in _NEEDS_LINK):
        yield at, end, "LOC"


def _body(doc: Doc, at: int) -> Iterator[Span]:
    """die Banque de France, Freiwillige der Grupa Granica"""
    if at and lexicon().classes_of(doc[at - 1].text) & FIRST_NAME:
        return
    end = _end(doc, at + 1)
    if end == at + 1 and at + 1 < len(doc) and _is_adjective(doc, at + 1):
        end = at + 2  # Assemblée nationale
    if end > at + 1 and (doc[at + 1].text in _LINKS or doc[at].text not in _NEEDS_LINK):
        yield at, end, "ORG"
    elif doc[at].text == "Radio" and end == at + 2 and name_organizations.is_organization(doc[at + 1].text):
        is_numbered = end + 1 < len(doc) and len(doc[end]) == 1 and doc[end].is_digit and not doc[end + 1].is_title
        yield at, end + is_numbered, "ORG"  # Radio SRF, Radio SRF 1


def _end(doc: Doc, at: int) -> int:
    """Where the words end that go on from `at`: big ones that German does not have, and what links them."""
    end, last = at, min(len(doc), at + _LONGEST)
    while at < last:
        text = doc[at].text
        if text in _LINKS or text.lower().startswith(("d'", "d’", "l'", "l’")):
            at += 1
            if text[:1].islower() and text not in _LINKS:
                end = at  # d'Italia
            continue
        if not (text[:1].isupper() and _is_foreign(doc[at], behind_link=at > end)):
            break
        at += 1
        end = at
    return end


def _is_foreign(token: Token, *, behind_link: bool) -> bool:
    text = token.text
    if not token.is_alpha and "-" not in text:
        return False
    if name_lists.is_person_noun(text) or name_lists.is_not_a_name(text):
        return False
    known = lexicon().classes_of(text)
    return not lexicon().is_noun(text) or bool(known & (PLACE | FIRST_NAME | SURNAME)) or (behind_link and not known)


def _is_adjective(doc: Doc, at: int) -> bool:
    """Assemblée nationale, Svenska kraftnät; not before a German noun."""
    text = doc[at].text
    goes_on = at + 1 < len(doc) and doc[at + 1].text[:1].isupper()
    return text.isalpha() and text.islower() and not goes_on and (text in _ADJECTIVES or not lexicon().knows(text))


def _street(doc: Doc, at: int) -> Iterator[Span]:
    """durch die William Street, Wright-Patterson Air Force Base; not the Wall Street Journal, no Michael Bay."""
    if at + 1 < len(doc) and doc[at + 1].text[:1].isupper():
        return
    start = at
    while start and at - start < _LONGEST and _is_english(doc[start - 1]):
        start -= 1
    if start == at or (doc[at].text == "Base" and doc[at - 1].text not in _BASES):
        return
    before = doc[start - 1].text if start else ""
    is_person = lexicon().classes_of(doc[start].text) & FIRST_NAME and at - start == 1
    if before in _ARTICLES or (before in _BEFORE and not is_person):
        yield start, at + 1, "LOC"


def _is_english(token: Token) -> bool:
    text = token.text
    if not text[:1].isupper() or not (token.is_alpha or "-" in text) or text in _BEFORE:
        return False
    if name_lists.is_person_noun(text) or name_lists.is_inhabitant(text):
        return False
    return text in _BASES or not lexicon().is_noun(text) or bool(lexicon().classes_of(text) & (FIRST_NAME | SURNAME))


def _club(doc: Doc, at: int) -> Iterator[Span]:
    """der 1. FC Nürnberg, TSV 1860 München, Mainz 05; Noah FC, Ballymena United"""
    start = at - 1 if at and doc[at - 1].text == "1." else at
    end = at + 1
    if end < len(doc) and _NUMBER.fullmatch(doc[end].text):
        end += 1
    first = end
    while end < len(doc) and end - at < _LONGEST and _is_of_club(doc[end]):
        end += 1
    if end > first:
        is_place = any(lookup(token.text) for token in doc[first:end])
        if is_place or (doc[at].text in _STRONG_CLUBS and end - first < 3):
            has_year = end < len(doc) and _NUMBER.fullmatch(doc[end].text) and len(doc[end]) in {2, 4}
            yield start, end + bool(has_year), "ORG"
    elif doc[at].text in _ENDS_CLUB and at and _is_of_club(doc[at - 1]):
        start = at - 1
        if doc[start].text in _ENDS_CLUB and start and _is_of_club(doc[start - 1]):
            start -= 1  # Ballymena United FC
        if doc[start].text not in name_lists.table("clubs"):
            yield start, at + 1, "ORG"


def _is_of_club(token: Token) -> bool:
    text = token.text
    if text in {"BSC", "FC"}:
        return True
    if not token.is_title or len(text) < 3 or not (token.is_alpha or "-" in text) or name_lists.is_person_noun(text):
        return False
    known = lexicon().classes_of(text)
    is_thing = known & NOUN or lexicon().is_far_from_names(text)
    return not is_thing or bool(known & (PLACE | FIRST_NAME | SURNAME)) or bool(lookup(text))
