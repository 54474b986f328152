"""People that the words themselves show, whatever a model makes of them: by a first name, by a role before them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.letters import PERSON, letters
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_asian import FAMILIES, family_first
from peacetalks_cli.annotate.name_person_words import (
    WORD,
    is_first_name,
    is_initial,
    is_name_like,
    is_person_noun,
    is_surname,
    opens_name,
)
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.annotate.name_words import CANTONS
from peacetalks_cli.german.gazetteer import lookup

# Before the first surname only: Samuel Charap von der Universität Kiew is no family of that name.
_BEFORE_SURNAME: Final = {
    "von", "van", "der", "den", "de", "du", "da", "di", "del", "della", "dos", "la", "le", "ter", "ten", "zu", "av",
    "af",
}  # fmt: skip
_LINKS: Final = {"el", "al", "bin", "ibn", "bint", "ben", "ould", "y"}
_NOBILITY: Final = {
    "Graf", "Gräfin", "Freiherr", "Freifrau", "Freiin", "Baron", "Baronin", "Prinz", "Prinzessin", "Fürst", "Fürstin",
    "Erbprinz", "Erbgraf", "Herzog", "Herzogin", "Edler", "Ritter", "Landgraf", "Markgraf",
}  # fmt: skip
_RANKS: Final = {"Graf", "Gräfin", "Freiherr", "Freifrau", "Freiin", "Baron", "Baronin"}  # also without a first name
_NOBLE_LINKS: Final = {"von", "zu", "vom", "zum", "zur"}
_BIG_LINKS: Final = {"De", "Di", "Da", "Del", "Le", "La", "Al", "El", "Abu", "Abd", "Ben", "Bin", "Ould", "Van", "Von"}
_LONGEST: Final = 7  # tokens
_NO_FIRST_NAMES: Final = {
    "Will", "Santa", "San", "Sankt", "St.", "Mar", "Mark", "Sage", "Marine", "Imam", "Lady", "Star",
    "Mont", "Echo", "Red", "Sierra", "Tour", "Villa",
}  # fmt: skip
_BEFORE_PLACE: Final = {"in", "nach", "aus", "bei", "um", "nahe", "In", "Nach", "Aus", "Bei", "Nahe"}
_KIN: Final = {"Brüder", "Brüdern", "Söhne", "Söhnen", "Töchter", "Töchtern", "Schwestern", "Geschwister", "Zwillinge"}
_CALLED: Final = {"heißt", "heisst", "hieß", "hiess", "namens", "heißen", "heissen"}
_PLURAL: Final = ("ern", "innen", "eln")
_ABBREVIATIONS: Final = {
    "EU", "UN", "US", "KI", "TV", "IT", "FP", "VP", "SP", "AP", "BP", "HP", "VW", "CD", "PC", "KZ", "OP", "WM", "EM",
    "AK", "OÖ", "NÖ", "SS", "SA", "GB",
}  # fmt: skip
_BOSNIAN = re.compile(r"[a-zšžčćđ]{3}(?:ić|vić|oğlu)s?$")
_ARABIC: Final = {"bin", "ibn", "bint"}
_IRISH = re.compile(r"O'[A-ZÄÖÜ][a-z]{3,20}")
_BEFORE_APOSTROPHE: Final = {"O", "D", "Dell", "Dall"}
_MOSTLY: Final = 0.6  # share of letters
_SHORTEST: Final = 3  # letters of a name that only a role shows


def people(doc: Doc, words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """Full names from their first name on, and what stands behind a role. `words`: those of `doc`; `capitalised`:
    tokens to begin at."""
    end = 0
    for at in capitalised:
        span = _person(doc, words, at) if at >= end else None
        if span:
            end = span[1]
            yield span


def _person(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """The person that begins at `at`, or behind it where it is a role; what each rule asks of its first word is asked
    here, since most words are of none."""
    word = words[at]
    span = _noble(doc, words, at) if word in _RANKS else None
    if span is None and lexicon().classes_of(word) & FIRST_NAME:
        span = _full_name(doc, at)
    if span is None and word in _KIN:
        span = _behind_kin(doc, words, at)
    elif span is None and at + 1 < len(words) and words[at + 1][:1].isupper():
        span = _behind_role(doc, words, at)
    if span is None and word.isupper():
        span = _in_capitals(doc, words, at)
    if span is None and at and words[at - 1] in _CALLED:
        span = _behind_called(doc, at)
    if span is None and (word in _BEFORE_APOSTROPHE or word.startswith("O'")):
        span = _with_apostrophe(doc, words, at)
    if span is None and word.isupper():
        span = _behind_initials(doc, words, at)
    if span is None and word in FAMILIES:
        span = family_first(doc, words, at)
    return span


def _full_name(doc: Doc, start: int) -> Span | None:
    """Ursula von der Leyen, John F. Kennedy, Muammar al-Gaddafi; None for a first name alone."""
    before = doc[start - 1].text if start else ""
    is_called_so = start + 1 < len(doc) and bool(_BOSNIAN.search(doc[start + 1].text))
    if doc[start].text in _NO_FIRST_NAMES or (
        _is_title(doc[start]) and not is_person_noun(before) and not is_called_so
    ):
        return None  # Admiral Leighton Smith; but: der Historiker Emir Hodžić, Emir Hodžić
    if before[:1].isupper() and name_lists.is_kind_of_organization(before):
        return None
    end = _end_of_name(doc, start + 1)
    if end < start + 2:
        return (start, start + 2, "PER") if _shows_common_surname(doc, start) else None
    is_sure = lexicon().classes_of(doc[end - 1].text) & SURNAME
    given = [token for token in doc[start : end - 1] if is_first_name(token)]
    if not is_sure and (before in _BEFORE_PLACE or not given or lexicon().classes_of(doc[start].text) & NOUN):
        return None  # aus Mia Milia
    return start, end, "PER"


def _shows_common_surname(doc: Doc, first: int) -> bool:
    """Jupp Maus (51), „…“, so Denise Nachtigall, Sprecherin; von Inga Barkhausen: what stands around a first name
    says that the common noun or the place behind it is a surname."""
    at = first + 1
    if at >= len(doc) or not is_first_name(doc[first]) or not doc[at].is_title or not WORD.fullmatch(doc[at].text):
        return False
    before = doc[first - 1].text if first else ""
    after = [token.text for token in doc[at + 1 : at + 3]]
    if after[:1] == ["("] or (
        after[:1] == [","] and len(after) > 1 and (after[1].isdigit() or is_person_noun(after[1]))
    ):
        return True
    is_byline = before in {"Von", "von"} and (not after or after[0] in {",", "und", "/"} or "\n" in after[0])
    return (
        is_byline or is_person_noun(before) or before in {"so", "sagt", "sagte", "erklärt", "erklärte", "Herr", "Frau"}
    )


def _in_capitals(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """Von TIM REICHELT und OKSANA DUDKO: a first name and a word that the language does not have."""
    if at + 1 >= len(words) or not (words[at].isupper() and words[at + 1].isupper() and words[at].isalpha()):
        return None
    first, last = words[at].capitalize(), words[at + 1].capitalize()
    if min(len(first), len(last)) < _SHORTEST or not lexicon().classes_of(first) & FIRST_NAME:
        return None
    if lexicon().classes_of(first) & NOUN or not WORD.fullmatch(last) or lookup(last):
        return None
    is_common = lexicon().knows(last.lower()) or lexicon().is_noun(last) or name_lists.is_not_a_name(last)
    return (at, at + 2, "PER") if not is_common or _is_byline(doc, at) else None


def _is_byline(doc: Doc, at: int) -> bool:
    """Von, Von: before it in the line"""
    before = [token.text for token in doc[max(0, at - 6) : at]]
    return any(word in {"Von", "VON"} for word in before) and "." not in before


def _noble(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """der Freiherr von Schrenck-Notzing: without a first name the rank is part of it; not: der Fürst von Monaco."""
    if words[at] not in _RANKS or at + 2 >= len(words) or words[at + 1] not in _NOBLE_LINKS:
        return None
    if at and (lexicon().classes_of(words[at - 1]) & FIRST_NAME or not doc[at + 2].is_title):
        return None
    house = words[at + 2]
    return (at, at + 3, "PER") if WORD.fullmatch(house) and not lookup(house) and not lexicon().is_noun(house) else None


def _behind_called(doc: Doc, at: int) -> Span | None:
    """Sein Problem heißt Chandrika Kumaratunga: two words or more that nobody knows."""
    if not opens_name(doc[at]):
        return None
    end = _end_of_name(doc, at + 1)
    return (at, end, "PER") if end - at > 1 else None


def _with_apostrophe(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """O’Brien, D’Alema, alone or behind a first name; a tokenizer may cut them in three."""
    is_irish = _IRISH.fullmatch(words[at])
    start = at - 1 if at and is_first_name(doc[at - 1]) else at
    if is_irish:
        return start, at + 1, "PER"
    if words[at] not in _BEFORE_APOSTROPHE or at + 2 >= len(words) or words[at + 1] != "’":
        return None
    is_one = not doc[at].whitespace_ and not doc[at + 1].whitespace_ and doc[at + 2].is_title
    return (start, at + 3, "PER") if is_one else None


def _behind_initials(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """J. R. Moehringer, KP Sharma Oli: two initials and a surname."""
    if is_initial(words[at]) and at + 2 < len(words) and is_initial(words[at + 1]):
        is_name = is_surname(doc[at + 2]) and not name_organizations.is_organization(words[at + 2])
        return (at, _end_of_name(doc, at + 2), "PER") if is_name else None
    if len(words[at]) != 2 or not words[at].isupper() or not words[at].isalpha() or at + 2 >= len(words):
        return None
    if words[at] in CANTONS or words[at] in _ABBREVIATIONS or words[at] in name_lists.table("clubs"):
        return None
    is_sure = lexicon().classes_of(words[at + 1]) & (SURNAME | NOUN | PLACE) == SURNAME
    if is_sure and doc[at + 1].is_title and doc[at + 2].is_title and is_name_like(words[at + 2]):
        return at, at + 3, "PER"
    return None


def _is_title(token: Token) -> bool:
    return is_person_noun(token.text) or name_lists.is_title(token.text)


def _end_of_name(doc: Doc, at: int) -> int:
    """Where the name ends whose first word stands before `at`: first names, particles, surnames."""
    end, has_surname, is_noble = at, False, False
    last = min(len(doc), at + _LONGEST)
    while at < last:
        text = doc[at].text
        if doc[at].is_space and "\n" not in text and end == at:
            at += 1  # Nikos  Filis
            continue
        if text in {"der", "den"} and doc[at - 1].text not in {"von", "van", "Van"}:
            break
        if text in _NOBILITY:
            has_surname, is_noble = False, True
        if is_noble and text == "und" and _goes_on_noble(doc, at, last):
            at += 1  # von und zu Guttenberg, von Thun und Hohenstein
            continue
        if text in _LINKS or text in _BIG_LINKS or text in _NOBILITY or (text in _BEFORE_SURNAME and not has_surname):
            at += 1
            continue
        is_seat = is_noble and doc[at - 1].text in {*_NOBLE_LINKS, "und"} and doc[at].is_title
        if not (is_initial(text) or is_seat or _may_go_on(doc[at], behind_link=at > end)):
            break
        at += 1
        if not is_initial(text):
            end = at
            known = lexicon().classes_of(text)
            has_surname = has_surname or bool(known & SURNAME) or not known & FIRST_NAME
    return end


def _goes_on_noble(doc: Doc, at: int, last: int) -> bool:
    """von | und zu Guttenberg, von Thun | und Hohenstein; not: Graf Lambsdorff und Otto Solms."""
    if at + 1 >= last or lexicon().classes_of(doc[at + 1].text) & FIRST_NAME:
        return False
    return doc[at - 1].text in _NOBLE_LINKS or doc[at - 2].text in _NOBLE_LINKS


def _may_go_on(token: Token, *, behind_link: bool) -> bool:
    text = token.text
    if text.lower().startswith(("al-", "el-", "ar-", "as-", "asch-")) and len(text) > 4:
        return True
    if token.is_upper or not text[:1].isupper() or name_lists.is_not_a_name(text):
        return False
    if (is_surname(token) and not name_lists.is_inhabitant(text)) or lexicon().classes_of(text) & FIRST_NAME:
        return True
    is_behind_given = lexicon().is_surely_given(token.doc[token.i - 1].text) and not name_organizations.is_organization(
        text
    )
    return (behind_link or is_behind_given) and (is_name_like(text) or _is_bin(token))


def _is_bin(token: Token) -> bool:
    """Osama bin Laden"""
    before = token.doc[token.i - 1]
    return token.is_title and before.text in _ARABIC and is_first_name(token.doc[token.i - 2])


def _behind_kin(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """seine Brüder Mossa und Intalla, die Brüder Castro"""
    is_pair = at + 2 < len(words) and words[at + 2] in {"und", ",", "(", "sowie"} and opens_name(doc[at + 1])
    is_family = at + 1 < len(doc) and lexicon().classes_of(words[at + 1]) & (SURNAME | PLACE) == SURNAME
    return (at + 1, at + 2, "PER") if is_pair or (is_family and _stands_alone(doc, at + 1)) else None


def _behind_role(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """Außenminister Araghchi, die Agronomin Tamila Hontschar, der Brite Keir Starmer."""
    role = words[at]
    is_role = is_person_noun(role)
    if not is_role and not name_lists.is_inhabitant(role):
        return None
    start = at + 1
    if not opens_name(doc[start]):
        return (start, start + 2, "PER") if _is_new_pair(doc, start) else None
    end = _end_of_name(doc, start + 1)
    if end - start > 1 or (
        is_role and not role.endswith(_PLURAL) and len(words[start]) >= _SHORTEST and _stands_alone(doc, start)
    ):
        return start, end, "PER"
    return None


def _is_new_pair(doc: Doc, at: int) -> bool:
    """der Filipino Rodel Abanto: no words of the language, the second unknown and like a person by its letters."""
    if at + 1 >= len(doc) or not (doc[at].is_title and doc[at + 1].is_title) or not _stands_alone(doc, at + 1):
        return False
    first, last = doc[at].text, doc[at + 1].text
    if lexicon().is_noun(first) or lexicon().knows(first.lower()) or lookup(first) or lookup(last):
        return False
    is_new = (
        not lexicon().knows(last) and not lexicon().is_noun(last) and WORD.fullmatch(first) and WORD.fullmatch(last)
    )
    return bool(is_new) and letters().shares(last)[PERSON] > _MOSTLY


def _stands_alone(doc: Doc, at: int) -> bool:
    """Not the first word of something longer: Premier League, Betreiber Nord Stream."""
    return at + 1 == len(doc) or not doc[at + 1].text[:1].isupper()
