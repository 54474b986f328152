"""What kinds of words the names of people are made of: first names, surnames, initials; nouns for people."""

import re
from functools import lru_cache
from typing import Final

from spacy.tokens import Token

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_words import ADJECTIVE, MEMO, is_feminine, is_word_a_name
from peacetalks_cli.german.gazetteer import is_distinct, lookup

_NO_SURNAMES: Final = {"League", "Motors", "Electric", "Partners", "Street", "Airlines", "Award", "Cup", "Open"}
_PERSON_END = re.compile(r"(?:ologe|iker|nom|urg|graf|soph)(?:e?[ns])?$")
_LEAST_PERSON, _LONGEST_WORD = 6, 60  # letters
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_first_name(token: Token) -> bool:
    known = lexicon().classes_of(token.text)
    return bool(known & FIRST_NAME) and not known & (NOUN | PLACE)


def is_surname(token: Token) -> bool:
    text = token.text
    if not text[:1].isupper() or not WORD.fullmatch(text) or token.is_upper or text in _NO_SURNAMES:
        return False
    known = lexicon().classes_of(text)
    is_new = not lexicon().knows(text) and not lookup(text)
    return bool(known & SURNAME) or (is_new and is_word_a_name(text, "PER"))


def is_initial(text: str) -> bool:
    return len(text) == 2 and text[0].isupper() and text[1] == "."


@lru_cache(maxsize=MEMO)
def is_person_noun(word: str) -> bool:
    """Of the list, or by its ending: Agronomin, Hydrologe."""
    if name_lists.is_person_noun(word):
        return True
    if not word[:1].isupper() or word.isupper() or not _LEAST_PERSON < len(word) < _LONGEST_WORD:
        return False
    return bool(_PERSON_END.search(word)) or is_feminine(word)


def opens_name(token: Token) -> bool:
    text = token.text
    if token.is_upper or not WORD.fullmatch(text):
        return False
    if name_lists.is_not_a_name(text) or name_organizations.is_organization(text):
        return False
    if name_lists.is_person_noun(text) and not lexicon().classes_of(text) & SURNAME:
        return False  # but: Außenminister Fischer
    if is_distinct(text) or ADJECTIVE.fullmatch(text):
        return False
    return is_first_name(token) or is_name_like(text)


def is_name_like(text: str) -> bool:
    known = lexicon().classes_of(text)
    if not lexicon().knows(text):
        return not lookup(text) and is_word_a_name(text, "PER")
    if known & NOUN and not known & (FIRST_NAME | SURNAME):
        return False
    return not lookup(text) and (bool(known & (FIRST_NAME | SURNAME)) or lexicon().keeps_company_with_names(text))
