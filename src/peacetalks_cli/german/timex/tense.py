"""What the words of a clause say of when it is: a modal or a plan, the perfect or a preterite, the present."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from peacetalks_cli.german.timex.tense_words import (
    AFTER_VERBS,
    AUXILIARIES,
    DETERMINERS,
    HAPPENINGS,
    INTENTIONS,
    MODALS,
    NO_VERBS,
    NOT_PRETERITE,
    PLANNED,
    PLANS,
    PREFIXES,
    PRETERITES,
    SPEECH,
    SUBJUNCTIVES,
)
from peacetalks_cli.german.timex.tokens import Token

_CLAUSE = 30  # tokens
Way = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Direction:
    """`way` is None where nothing says it; `reason`: the word that says it; `strong`: it cannot mean the other."""

    way: Way | None
    reason: str | None = None
    strong: bool = False


UNKNOWN = Direction(None)

VERBS = HAPPENINGS | PRETERITES | MODALS | AUXILIARIES
_TELLING = VERBS | PLANS | PLANNED | INTENTIONS | {"bevor", "gewesen", "worden"}
_INFINITIVES = {"können", "müssen", "wollen", "sollen", "dürfen", "lassen"}
_NOT_EXPECTED = {"hat", "haben", "habe", "als", "wie", "nicht"}  # 'hat Proteste erwartet', 'als am Freitag erwartet'
_WERE = {"war", "waren", "wurde", "wurden", "worden", "hatte", "hatten"}

_SUBJUNCTIVES = SUBJUNCTIVES | {
    word.removesuffix("t").removesuffix("e") + "e" for word in HAPPENINGS if word.endswith("t")
}
_SEPARABLE = PREFIXES - {"über", "unter", "um", "wider", "wieder"}
_FINAL = _SUBJUNCTIVES | {word for word in HAPPENINGS if word.endswith("t")}
_AT_THE_END = re.compile(rf"(?:{'|'.join(sorted(_SEPARABLE))})(?:{'|'.join(sorted(_FINAL))})")  # ankommt, eintreffe
_NO_PARTICIPLES = {"beginnt", "empfängt", "entscheidet", "verlässt", "erscheint", "bespricht", "entfällt", "verfällt"}
_CERTAIN = {"läuft": "aus ab", "laufen": "aus ab", "findet": "statt", "finden": "statt", "steht": "an", "stehen": "an"}
"""Verbs that with the particle at the end of their clause tell of what is to come, whatever else."""
_WEAK_PRETERITE = re.compile(r"[a-zäöüß]{3,20}ten?")
_STRONG_PRETERITE = re.compile(
    rf"(?:{'|'.join(sorted(PREFIXES))})(?:{'|'.join(sorted(PRETERITES))})"
    # In the plural some are participles, too: verboten, beschossen.
    rf"|(?:be|er|ent|ver|zer)(?:{'|'.join(sorted(word for word in PRETERITES if not word.endswith('en')))})"
)
_ATTRIBUTE = re.compile(r"(?!gehör|gelang|genüg|gefährd|gewähr|gestat)[a-zäöüß]{0,6}ge[a-zäöüß]{2,20}te[nrs]?")
_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]{0,12}ge[a-zäöüß]{2,20}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter|wider|ge|voll|durch|hinter|wieder)"
    r"[a-zäöüß]{3,20}(?:t|en)|[a-zäöüß]{3,20}iert|worden|[a-zäöüß]{2,12}(?:be|ver|er|ent)[a-zäöüß]{3,14}t)"
)
_INFLECTED_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]{0,12}ge[a-zäöüß]{2,20}|(?:be|ver|er|ent|zer|miss|über|unter|wider)[a-zäöüß]{3,20}|[a-zäöüß]{3,20}ier)"
    r"(?:te|ene)[nrsm]?"
)
_PRESENT_PARTICIPLE = re.compile(r"[a-zäöüß]{3,24}ende[nrsm]?")
_ENDING = ("auslaufend", "endend", "beginnend", "ablaufend", "bevorstehend", "stattfindend", "startend", "anstehend")
_FINITE = re.compile(r"[a-zäöüß]{2,20}(?:t|en|eln|ern)|(?!unsere|dasselbe|dieselbe)[a-zäöüß]{4,20}e")


def tense(words: Sequence[str]) -> Direction:
    """The direction that the words of a clause, or of a part of it, point in."""
    if not any(map(_tells, words)):
        return UNKNOWN
    return _coming(words) or _past(words) or _happening(words) or UNKNOWN


@lru_cache(maxsize=4096)
def _tells(word: str) -> bool:
    """Whether the word alone can say when it is; most words cannot, and a text has many dates to ask for."""
    if word in _TELLING or _is_coming(word):
        return True
    return bool(_WEAK_PRETERITE.fullmatch(word) or _STRONG_PRETERITE.fullmatch(word))


@lru_cache(maxsize=4096)
def _is_coming(word: str) -> bool:
    """Whether the word is a verb of what is on the calendar, in the present tense or as somebody said it."""
    return word in HAPPENINGS or word in _SUBJUNCTIVES or bool(_AT_THE_END.fullmatch(word))


@lru_cache(maxsize=4096)
def is_participle(word: str) -> bool:
    """Whether the word has the form of a past participle: 'gesagt', 'beschossen'; some finite verbs have it too."""
    return bool(_PARTICIPLE.fullmatch(word))


def is_passive(tokens: Sequence[Token], j: int, found: Direction) -> bool:
    """Whether 'wird' in `found` makes a passive: its clause, from token `j` on, ends in a participle."""
    if found.reason not in ("wird", "werden"):
        return False
    rest = takewhile(lambda token: token.text not in (",", ".", ";", ":"), tokens[j : j + _CLAUSE])
    last = next((token.text for token in reversed(list(rest)) if token.text.isalpha()), "")
    return is_participle(last)


def becomes(tokens: Sequence[Token], j: int, found: Direction) -> bool:
    """Whether 'wird' in `found` is no auxiliary: 'Um acht Uhr wird es finster'."""
    if found.reason not in ("wird", "werden"):
        return False
    rest = takewhile(lambda token: token.text not in (",", ".", ";", ":"), tokens[j : j + _CLAUSE])
    last = next((token.text for token in reversed(list(rest)) if token.text.isalpha()), "")
    return last.islower() and not last.endswith("n") and not is_participle(last)


@lru_cache(maxsize=4096)
def _is_like_preterite(word: str) -> bool:
    if word in NOT_PRETERITE or _ATTRIBUTE.fullmatch(word):
        return False
    return bool(_WEAK_PRETERITE.fullmatch(word) or _STRONG_PRETERITE.fullmatch(word))


def attribute(words: Sequence[str]) -> Direction | None:
    """Of the words after 'das im Februar …': 'ausgehandelte Abkommen' is past, 'beginnende Treffen' to come."""
    for word in words:
        if word[0].isupper() and len(word) > 1:
            continue
        if word in PLANNED or word in PLANS or _PRESENT_PARTICIPLE.fullmatch(word):
            return Direction("future", word, strong=word.startswith(_ENDING))
        if _INFLECTED_PARTICIPLE.fullmatch(word):
            return Direction("past", word, strong=True)
    return None


def second(word: str) -> Direction | None:
    """The direction of a finite verb in the second place, 'Am Freitag tagt …', where it is in the present tense."""
    if word in SPEECH | NO_VERBS | PRETERITES | AUXILIARIES | DETERMINERS or _WEAK_PRETERITE.fullmatch(word):
        return None
    return Direction("future", word) if _FINITE.fullmatch(word) else None


def _is_perfect(words: Sequence[str]) -> bool:
    known = set(words)
    has_participle = any(map(is_participle, words))
    return bool(known & AUXILIARIES and has_participle) or bool(known & {"worden", "gewesen"})


def _coming(words: Sequence[str]) -> Direction | None:
    """A modal, a word of planning, an intention."""
    is_perfect = _is_perfect(words)
    modal = next((word for word in words if word in MODALS), None)
    if modal and not ((is_perfect and _ends_in_infinitive_perfect(words)) or _is_modal_perfect(words)):
        return Direction("future", modal, strong=True)
    is_over = bool(set(words) & _WERE)  # 'war am Freitag vertagt worden', but 'ist am Freitag geplant'
    planned = set() if is_over else PLANNED - {"erwartet"} if set(words) & _NOT_EXPECTED else PLANNED
    plan = next((word for word in words if word in PLANS or word in planned), None)
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
    """A verb in the present tense of what is on the calendar: 'beginnt', 'tagt'; or 'ist', as of an event."""
    last = _last_word(words)
    for word in words:
        # At the end of a headline 'unterzeichnet', 'besucht' are participles.
        is_participle_there = word == last and word not in _NO_PARTICIPLES and _PARTICIPLE.fullmatch(word)
        if _is_coming(word) and not is_participle_there:
            return Direction("future", word, strong=last in _CERTAIN.get(word, "").split())
    being = next((word for word in words if word in ("ist", "sind", "sei", "seien")), None)
    return Direction("future", being) if being else None


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
    if not _is_like_preterite(word):
        return False
    is_pronoun = n == 1 and words[0].lower() == "das" and words[2:] and words[2] in DETERMINERS | AFTER_VERBS
    return not n or bool(is_pronoun) or words[n - 1].lower() not in DETERMINERS
