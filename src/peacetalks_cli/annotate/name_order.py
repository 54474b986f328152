"""People by what else the article calls them: T. after Waldemar T., der Vogel Andi where a Vogel is known."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_lists
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_pieces import Span

_INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
_BEFORE: Final = {
    "der", "die", "dem", "den", "Der", "Die", "Dem", "Den", "beim", "vom", "zum", "zur", "Beim", "Vom", "’s", "'s",
}  # fmt: skip


def initials(words: Sequence[str], spans: Iterable[Span]) -> Iterator[Span]:
    """T. wuchs in Omsk auf: whoever is named Waldemar T. in the article."""
    spans = list(spans)
    known = {
        words[end - 1]
        for start, end, label in spans
        if label == "PER" and end - start == 2 and _INITIAL.fullmatch(words[end - 1]) and len(words[start]) > 2
    }
    if not known:
        return
    taken = {at for start, end, _ in spans for at in range(start, end)}
    for at, word in enumerate(words):
        if word in known and at not in taken and not _is_part(words, at):
            yield at, at + 1, "PER"


def _is_part(words: Sequence[str], at: int) -> bool:
    """z. B., J. T. Kirk, Saal T.: an initial of something else."""
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    return (before.endswith(".") and len(before) == 2) or before[:1].isdigit() or bool(_INITIAL.fullmatch(after))


def surname_first(doc: Doc, words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """der Vogel Andi, die Moser Resi: southern order, behind an article; a trade before a first name is none (der Koch
    Sepp), unless someone in the article has it as surname."""
    surnames: set[str] | None = None
    for at in capitalised:
        if at == 0 or at + 1 >= len(words) or words[at - 1] not in _BEFORE:
            continue
        if (
            not words[at + 1].istitle()
            or not _is_first_name(words[at + 1])
            or (at + 2 < len(words) and words[at + 2][:1].isupper())
        ):
            continue
        if surnames is None:
            surnames = {words[i + 1] for i in capitalised if i + 1 < len(words) and _is_first_name(words[i])}
        if _may_be_surname(words[at], surnames, words[at + 1]):
            yield at, at + 2, "PER"


def _is_first_name(word: str) -> bool:
    known = lexicon().classes_of(word)
    return bool(known & FIRST_NAME) and not known & (NOUN | PLACE)


def _may_be_surname(word: str, surnames: set[str], first: str) -> bool:
    known = lexicon().classes_of(word)
    if not word.istitle() or word == first:
        return False
    if word in surnames:
        return True
    is_plain = known & SURNAME and not known & (NOUN | FIRST_NAME | PLACE) and not name_lists.is_person_noun(word)
    return bool(is_plain) and not name_lists.is_inhabitant(word) and not name_lists.is_title(word)
