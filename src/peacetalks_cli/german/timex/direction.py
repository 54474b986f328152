"""Which way a date without a year, or a bare weekday, points: into the past or the future.

German news says it by the tense of the clause, by modal and plan verbs, and by the preposition before the date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from peacetalks_cli.german.timex.tense_words import (
    ANNOUNCED,
    AUXILIARIES,
    DETERMINERS,
    HAPPENINGS,
    INTENTIONS,
    MODALS,
    NOT_PRETERITE,
    PLANS,
    PRETERITES,
)
from peacetalks_cli.german.timex.tokens import Token

Way = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Direction:
    """`way` is None where nothing says it; `reason`: the word that says it; `strong`: it cannot mean the other."""

    way: Way | None
    reason: str | None = None
    strong: bool = False


UNKNOWN = Direction(None)

_WINDOW = 40  # tokens of a clause that are looked at on either side
_BREAKS = {",", ";", ":", "–", "—", "„", "“", "”", '"', "»", "«", "?", "!", "(", ")"}
_FORWARD = {"bis", "ab", "spätestens", "frühestens"}
_TOWARDS = {"auf", "für"}
_INFINITIVES = {"können", "müssen", "wollen", "sollen", "dürfen", "lassen"}
_BETWEEN = {"kommenden", "einschließlich", "voraussichtlich", "inklusive", "genau"}  # preposition and date
_OPENINGS = {":", "„", "“", "»", "«", '"', "–"}
_VERBS = HAPPENINGS | PRETERITES | MODALS | AUXILIARIES
_CONJUNCTIONS = {"und", "oder", "aber", "doch", "sondern", "sowie"}

_WEAK_PRETERITE = re.compile(r"[a-zäöüß]{3,20}te(?:n|t)?")
_ATTRIBUTE = re.compile(r"(?!gehör|gelang|genüg|gefährd|gewähr|gestat)[a-zäöüß]{0,6}ge[a-zäöüß]{2,20}te[nrs]?")
_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]{0,12}ge[a-zäöüß]{2,20}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter|wider|ge)[a-zäöüß]{3,20}(?:t|en)"
    r"|[a-zäöüß]{3,20}iert|worden|[a-zäöüß]{2,12}(?:be|ver|er|ent)[a-zäöüß]{3,14}t)"
)


def direction(tokens: Sequence[Token], i: int, j: int) -> Direction:
    """The direction of the expression tokens[i:j], from its preposition, else from the tense of its clause."""
    start, end = _clause(tokens, i, j)
    by_tense = _narrowed(tokens, start, end, i, j)
    if by_preposition := _by_preposition(tokens, i, j, by_tense):
        return by_preposition
    if _follows_after(tokens, start, i):
        return Direction("past", "nach")
    if by_tense.way or any(token.text in _VERBS for token in tokens[start:end]):
        return by_tense
    return _of_sentence(tokens, start, end, i)


def is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb that is known here stands among the first tokens."""
    return any(token.text in _VERBS for token in tokens[:_WINDOW])


def _by_preposition(tokens: Sequence[Token], i: int, j: int, by_tense: Direction) -> Direction | None:
    preposition = _preposition(tokens, i)
    if preposition == "seit":
        return Direction("past", preposition, strong=True)
    if preposition in ("vom", "von") and not _is_begin(tokens, j):
        return Direction("past", preposition)
    if preposition == "vor":  # 'sprach kurz vor Ostern': the tense is that of the speech
        return by_tense if by_tense.way == "future" else UNKNOWN
    is_past = by_tense.way == "past" and by_tense.strong and by_tense.reason not in ANNOUNCED
    if preposition in _FORWARD | _TOWARDS and not is_past:
        return Direction("future", preposition, strong=preposition in _FORWARD)
    return None


def _is_begin(tokens: Sequence[Token], j: int) -> bool:
    """'von Montag bis Mittwoch', 'von Montag an': not the origin that 'vom Montag' names."""
    return any(token.text == "bis" for token in tokens[j : j + 6]) or any(t.text == "an" for t in tokens[j : j + 1])


def _clause(tokens: Sequence[Token], i: int, j: int) -> tuple[int, int]:
    start, end = i, j
    while start > max(0, i - _WINDOW) and tokens[start - 1].text not in _BREAKS:
        start -= 1
    while end < min(len(tokens), j + _WINDOW) and tokens[end].text not in _BREAKS:
        end += 1
    return start, end


def _preposition(tokens: Sequence[Token], i: int) -> str | None:
    """The preposition that governs the expression; 'bis zum', 'ab dem', 'bis Ende' count too."""
    for n in range(i - 1, max(-1, i - 4), -1):
        token = tokens[n]
        word = token.text.lower()
        if token.kind in "bvsif" or word in _TOWARDS:
            bis = n > 0 and tokens[n - 1].text.lower() == "bis"
            return "bis" if bis else word
        if token.kind not in "tzBah" and word not in _BETWEEN:
            return None
    return None


def _follows_after(tokens: Sequence[Token], start: int, i: int) -> bool:
    """'Nach dem Treffen am Freitag': the treffen is over."""
    for n in range(i - 1, max(start - 1, i - 8), -1):
        if tokens[n].text.lower() in ("nach", "seit"):
            return n < i - 1
        if tokens[n].text in _VERBS:
            return False
    return False


def _narrowed(tokens: Sequence[Token], start: int, end: int, i: int, j: int) -> Direction:
    """The cue of the part between conjunctions in which the expression stands, else of the clause."""
    left, right = i, j
    while left > start and tokens[left - 1].text not in _CONJUNCTIONS:
        left -= 1
    while right < end and tokens[right].text not in _CONJUNCTIONS:
        right += 1
    found = _tense(tokens, left, right)
    return found if found.way or (left, right) == (start, end) else _tense(tokens, start, end)


def _of_sentence(tokens: Sequence[Token], start: int, end: int, i: int) -> Direction:
    """The neighbour clauses: the one after an opening phrase, then the one before."""
    after = _tense(tokens, end, min(len(tokens), end + _WINDOW // 2))
    if after.way and i - start < 4:
        return after
    before = _tense(tokens, max(0, start - _WINDOW // 2), start)
    return before if before.way else after


def _tense(tokens: Sequence[Token], start: int, end: int) -> Direction:
    words = [token.text for token in tokens[start:end]]
    if (words and start and tokens[start - 1].text in _OPENINGS) or start == 0:
        words[:1] = [word.lower() for word in words[:1]]
    return _coming(words) or _past(words) or _happening(words) or UNKNOWN


def _is_perfect(words: Sequence[str]) -> bool:
    known = set(words)
    has_participle = any(_PARTICIPLE.fullmatch(word) for word in words)
    return bool(known & AUXILIARIES and has_participle) or bool(known & {"worden", "gewesen"})


def _coming(words: Sequence[str]) -> Direction | None:
    """A modal, a word of planning, an intention."""
    is_perfect = _is_perfect(words)
    modal = next((word for word in words if word in MODALS), None)
    if modal and not ((is_perfect and _ends_in_infinitive_perfect(words)) or _is_modal_perfect(words)):
        return Direction("future", modal, strong=True)
    plan = next((word for word in words if word in PLANS), None)
    if plan := plan or ("bevor" if _last_word(words) == "bevor" else None):
        return Direction("future", plan, strong=not set(words) & PRETERITES)
    if intention := next((word for word in words if word in INTENTIONS), None):
        return Direction("past" if is_perfect else "future", intention)
    return None


def _past(words: Sequence[str]) -> Direction | None:
    if _is_perfect(words) or _is_modal_perfect(words):
        return Direction("past", next((word for word in words if word in AUXILIARIES), "worden"), strong=True)
    if past := next((word for n, word in enumerate(words) if _is_preterite(words, n)), None):
        return Direction("past", past, strong=True)
    return None


def _happening(words: Sequence[str]) -> Direction | None:
    """A verb in the present tense of what is on the calendar: 'beginnt', 'tagt'."""
    happening = next((word for word in words if word in HAPPENINGS), None)
    return Direction("future", happening) if happening else None


def _ends_in_infinitive_perfect(words: Sequence[str]) -> bool:
    """'soll am Freitag gesagt haben', 'soll getötet worden sein'."""
    return _last_word(words) in ("haben", "sein")


def _last_word(words: Sequence[str]) -> str:
    return next((word for word in reversed(words) if word.isalpha()), "")


def _is_modal_perfect(words: Sequence[str]) -> bool:
    """'hat sich am Freitag nicht einigen können'."""
    return bool(set(words) & {"hat", "haben", "habe", "hatte", "hatten"}) and _last_word(words) in _INFINITIVES


def _is_preterite(words: Sequence[str], n: int) -> bool:
    """Whether a word is a finite verb in the past tense; 'besetzte' after an article, 'ausgewählte' are none."""
    word = words[n]
    if word in PRETERITES:
        return True
    if not _WEAK_PRETERITE.fullmatch(word) or word in NOT_PRETERITE or _ATTRIBUTE.fullmatch(word):
        return False
    return not (n and words[n - 1].lower() in DETERMINERS)
