"""What people are called: den alle nur Mzee nennen, „Lis“ nennen sie ihn, ich nenne sie Furaha, Kampfname „Hexer“."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, SURNAME, lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.annotate.name_words import MEMO, is_feminine, is_word_a_name
from peacetalks_cli.german.gazetteer import is_distinct

OPENING: Final = {"„", "»", "«", "“", '"', "‚", "›", "‹"}
CLOSING: Final = {"“", "”", "»", "«", '"', "‘", "‹", "›"}
CALL: Final = {
    "nenne", "nennt", "nennen", "nannte", "nannten", "ruft", "rufen", "rief", "riefen", "heißen", "hießen", "heissen",
    "hiessen", "genannt", "gerufen",
}  # fmt: skip
_SIGNS: Final = CALL | OPENING
_WHOM: Final = {"sie", "ihn", "mich", "sich", "uns"}
_WHO_CALLS: Final = {
    "alle", "jeder", "jede", "man", "viele", "Freunde", "Kameraden", "Kollegen", "Nachbarn", "Soldaten", "Leute",
    "Männer", "Kinder", "Anhänger", "Fans", "Einheimische", "Dorfbewohner", "Eltern", "Mitschüler", "Mitspieler",
}  # fmt: skip
_SO_CALLED = re.compile(
    r"(?:(?:Ruf|Kampf|Deck|Spitz|Tarn|Funk|Künstler|Kose|Code|Nom-de-guerre|Kriegs|Ordens|Aktivisten)namen?s?|Pseudonyms?|"
    r"Codenamen?|Alias|Rufzeichens?|Codewort)"
)
_SAYS: Final = {"lautet", "lautete", "ist", "war", ":", "„", "»", "“", "«", '"'}
_FILLERS: Final = {"hier", "einfach", "nur", "mal", "einmal", "also", "kurz", "liebevoll", "immer", "so", "respektvoll"}
_MASCULINE: Final = {"der", "Der", "den", "dem", "ein", "Ein", "einem", "einen"}
_FEMININE: Final = {"der", "Der", "die", "Die", "eine", "Eine", "einer"}
_LONGEST_CLAUSE: Final = 9  # tokens from the pronoun to the name
_LONGEST_NAME: Final = 3  # tokens
_LONGEST_BETWEEN: Final = 3  # tokens between the relative pronoun and whom it means
_SHORTEST: Final = 2


def called(words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """Names that somebody goes by, single or in quotation marks, where the verb or the noun before says so.

    `capitalised`: tokens with a big letter."""
    signs = [at for at, word in enumerate(words) if word in _SIGNS]
    for at in sorted([*signs, *(at for at in capitalised if _is_so_called(words[at]))]):
        word = words[at]
        if word in CALL:
            yield from _beside_verb(words, at)
        elif _is_so_called(word):
            yield from _behind_noun(words, at)
        elif word in OPENING and at and _is_person(words[at - 1]):
            span = _quoted(words, at)
            if (
                span
                and _stands_for_a_person(words, at - 1)
                and not name_organizations.is_organization(" ".join(words[span[0] : span[1]]))
            ):
                yield (*span, "PER")


@lru_cache(maxsize=MEMO)
def _is_so_called(word: str) -> bool:
    return bool(_SO_CALLED.fullmatch(word))


def _beside_verb(words: Sequence[str], at: int) -> Iterator[Span]:
    """nenne sie Furaha; nannten ihn „Kiko“; „Lis“ nennen sie ihn; , den alle nur Mzee nennen"""
    after = at + 1
    while after < len(words) and (
        words[after] in _WHOM or words[after] in _WHO_CALLS or words[after] in _FILLERS or words[after] == "wir"
    ):
        after += 1
    whom = any(word in _WHOM - {"sich"} for word in words[at + 1 : after])
    if whom and after < len(words):
        span = _name_at(words, after)
        if span and (span[1] == len(words) or not words[span[1]][:1].isupper()):
            yield (*span, "PER")
    before = _name_before(words, at, nouns=_is_habit(words, at))
    if before is None:
        return
    first = before[0] - (words[before[0] - 1] in OPENING)
    opens = not first or words[first - 1] in {".", "!", "?", ":"} or "\n" in words[first - 1]
    if (whom and opens) or _means_a_person(words, first):
        yield (*before, "PER")


def _is_habit(words: Sequence[str], at: int) -> bool:
    """alle nennen, nennen sie ihn: a name, not a word said once in anger."""
    around = [*words[max(0, at - _LONGEST_CLAUSE) : at], *words[at + 1 : at + 3]]
    return any(word in _WHO_CALLS for word in around) or words[at + 1 : at + 3] in (["sie", "ihn"], ["sie", "sie"])


def _means_a_person(words: Sequence[str], first: int) -> bool:
    """, den (an Bord) alle nur | Mzee: a relative clause about somebody."""
    for at in range(first - 1, max(1, first - _LONGEST_CLAUSE), -1):
        if words[at] in {".", ";", "!", "?"}:
            return False
        if words[at] in {"den", "die"} and (words[at - 1] in {",", "und"}):
            subject = words[at + 1 : first]
            return any(word in _WHO_CALLS or word == "sie" for word in subject) and _has_person_before(words, at - 1)
    return False


def _has_person_before(words: Sequence[str], comma: int) -> bool:
    """den Matrosen Mehmet Çelik, …; der Mann, …: someone, not a town, is meant."""
    for at in range(comma - 1, max(-1, comma - 14), -1):
        word = words[at]
        if word in {".", "!", "?"}:
            return False
        if word[:1].isupper() and (
            _is_person(word) or lexicon().classes_of(word) & FIRST_NAME or name_lists.is_inhabitant(word)
        ):
            return True
        if word[:1].isupper() and words[at] and lexicon().is_noun(word) and comma - at <= _LONGEST_BETWEEN:
            return False
    return False


def _behind_noun(words: Sequence[str], at: int) -> Iterator[Span]:
    """Kampfname „Hexer“, sein Rufname ist Falke, „Student“, so sein Rufname"""
    start = at + 1
    while start < len(words) and words[start] in {"lautet", "lautete", "ist", "war", ":"}:
        start += 1
    span = _quoted(words, start) or (_name_at(words, start) if start < len(words) else None)
    if span:
        yield (*span, "PER")
    elif at > 5 and words[at - 2] == "so" and words[at - 3] == "," and words[at - 4] in CLOSING:
        opening = next((each for each in range(at - 5, max(-1, at - 9), -1) if words[each] in OPENING), None)
        if opening is not None:
            yield opening + 1, at - 4, "PER"


def _name_at(words: Sequence[str], at: int) -> tuple[int, int] | None:
    quoted = _quoted(words, at)
    if quoted:
        return quoted if quoted[1] - quoted[0] > 1 or _may_be_called(words[quoted[0]]) else None
    return (at, at + 1) if _may_be_called(words[at]) else None


def _name_before(words: Sequence[str], at: int, *, nouns: bool) -> tuple[int, int] | None:
    """The name that ends before `at`."""
    if at < _SHORTEST:
        return None
    if words[at - 1] in CLOSING:
        for opening in range(at - 3, max(-1, at - 3 - _LONGEST_NAME), -1):
            if words[opening] in OPENING:
                is_name = words[opening + 1][:1].isupper() and (nouns or _may_be_called(words[opening + 1]))
                return (opening + 1, at - 1) if is_name else None
        return None
    return (at - 1, at) if _may_be_called(words[at - 1]) else None


def _quoted(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The one or two words in quotation marks that open at `at`."""
    if at + 2 >= len(words) or words[at] not in OPENING or not words[at + 1][:1].isupper():
        return None
    for end in range(at + 2, min(len(words), at + 2 + _LONGEST_NAME)):
        if words[end] in CLOSING:
            return at + 1, end
        if not words[end][:1].isalpha():
            return None
    return None


def _may_be_called(word: str) -> bool:
    """A big word that the language does not have, or that is a first name."""
    if len(word) <= _SHORTEST or not word[:1].isupper() or word.isupper() or is_distinct(word):
        return False
    if lexicon().classes_of(word) & (FIRST_NAME | SURNAME):
        return not name_lists.is_person_noun(word)
    return not lexicon().is_noun(word) and not lexicon().knows(word.lower()) and is_word_a_name(word, "PER")


def _is_person(word: str) -> bool:
    return word[:1].isupper() and (name_lists.is_person_noun(word) or is_feminine(word))


def _stands_for_a_person(words: Sequence[str], at: int) -> bool:
    """Der Kommandeur „Falke“: one person, not several and not the author of what is quoted."""
    before = words[at - 1] if at else "."
    if before in {".", "!", "?", ":", ","} or "\n" in before:
        return not words[at].endswith(("innen", "en", "ern", "eln"))  # Kommandeur „Skala“ raucht
    return before in _MASCULINE or (before in _FEMININE and words[at].endswith("in"))
