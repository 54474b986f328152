"""Which way a date without a year, or a bare weekday, points: into the past or the future.

German news says it by the phrase around the date (phrase.py), by the tense of the clause (tense.py), by plans.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from peacetalks_cli.german.timex.phrase import (
    BE,
    ENDS,
    behind_insertion,
    by_attribute,
    by_comparison,
    by_deadline,
    by_event,
    by_preposition,
    is_scheduled,
    led_by,
)
from peacetalks_cli.german.timex.tense import UNKNOWN, VERBS, Direction, is_participle, second, tense
from peacetalks_cli.german.timex.tense_words import (
    AGREED,
    ANNOUNCED,
    AUXILIARIES,
    INTENTIONS,
    MODALS,
    PLANNED,
    PLANS,
)
from peacetalks_cli.german.timex.tokens import Token

_WINDOW = 40  # tokens of a clause that are looked at on either side
_BRACKET = 8  # tokens of a bracket over which a clause goes on
_OPENING = 3  # tokens of a clause before what opens it
_EXISTING = {"gibt", "geht"}  # 'es gibt', 'es geht um'
_PRONOUNS = {"wir", "ich", "er", "es", "man"}
_BREAKS = {",", ";", ":", "–", "—", "„", "“", "”", '"', "»", "«", "?", "!", "(", ")"}
_FUTURE_PERFECT = {"will", "wollen", "wolle", "wird", "werden", "werde", "muss", "müssen", "müsse"}
_WERE = {"wurde", "wurden", "worden"}
_CLOSED = {
    "gesperrt",
    "geschlossen",
    "befristet",
    "eingestellt",
    "ausgesetzt",
    "untersagt",
    "verboten",
    "ausgebucht",
} | {
    "verlängert",
    "verschoben",
    "vertagt",
    "suspendiert",
    "beurlaubt",
    "freigegeben",
    "zugesagt",
    "eingeräumt",
}
_HAD = {"hatte", "hatten"}
_HAVE = {"hat", "haben", "habe"}
_AT_FIRST = {"ursprünglich", "eigentlich"}
_UNREAL = {"war", "waren", "sollte", "sollten", "hätte", "hätten", "wollte", "wollten"}
_OPENINGS = {":", "„", "“", "»", "«", '"', "–"}
_OPENERS = VERBS | PLANS | INTENTIONS
_CONJUNCTIONS = {"und", "oder", "aber", "doch", "sondern", "sowie"}
_INFINITIVE = re.compile(r"[a-zäöü]{2,8}zu[a-zäöüß]{3,20}n")


def direction(tokens: Sequence[Token], i: int, j: int) -> Direction:
    """The direction of the expression tokens[i:j], from its preposition, else from the tense of its clause."""
    start, end = _clause(tokens, i, j)
    by_tense = _narrowed(tokens, start, end, i, j)
    if found := by_attribute(tokens, start, end, i, j) or by_comparison(tokens, i, j):
        return found
    clause = [token.text for token in tokens[start:end]]
    if not _UNREAL.isdisjoint(clause) and any(word.lower() in _AT_FIRST for word in clause):
        return UNKNOWN  # 'war ursprünglich für Februar geplant'
    found = _by_opening(tokens, start, end, i, clause) or behind_insertion(tokens, start, end, i, j)
    if found := found or by_deadline(tokens, i, end, clause):
        return found
    last = next((word for word in reversed(clause) if word.isalpha()), "")
    if by_tense.way is None and end - j <= 1 and i - start < _OPENING:
        nearby = _of_sentence(tokens, start, end, i)
        by_tense = nearby if nearby.reason in _HAD else by_tense  # 'hatte verhandelt, 120 Tage lang, bis zum 10. Mai'
    is_to_be_over = last in ("haben", "sein") and not _FUTURE_PERFECT.isdisjoint(clause)
    if by_tense.reason in INTENTIONS and _came_otherwise(tokens, end):
        return UNKNOWN  # 'sollte am Montag aussagen, erschien aber nicht'
    if is_to_be_over or _is_agreed(tokens, i, j, by_tense, clause) or not PLANNED.isdisjoint(clause):
        found = by_preposition(tokens, i, j, UNKNOWN)
    else:
        found = by_preposition(tokens, i, j, by_tense)
    if found:
        return found
    if found := by_event(tokens, start, i, by_tense):
        return found
    if by_tense.way == "future" and not by_tense.strong and _is_when(tokens, end):
        return Direction("past", "als")
    if by_tense.way or not VERBS.isdisjoint(clause):
        return by_tense
    if i - start < _OPENING and last not in PLANNED and is_participle(last) and _is_between_commas(tokens, start, end):
        return Direction("past", last)  # 'Der Trainer, im Sommer aus Graz geholt, …'
    found = _by_second_place(tokens, start, i, j) or _by_pronoun(clause)
    return found or _headline(tokens, start, end, i) or _of_sentence(tokens, start, end, i)


def _by_opening(tokens: Sequence[Token], start: int, end: int, i: int, clause: Sequence[str]) -> Direction | None:
    """'Es ist Mittwoch, 11.42 Uhr.'; 'Als er am Sonntag in Basel ankommt, …': scenes, which are over."""
    is_behind = start > 0 and tokens[start - 1].text == ","
    if is_behind and clause[:1] == ["so"]:
        return Direction("past", "so")  # '…, so die Polizei am Samstag'
    last = next((word for word in reversed(clause) if word.isalpha()), "")
    if is_behind and clause[:1] == ["als"] and last.islower() and MODALS.isdisjoint(clause):
        return Direction("past", "als")  # '… fünf Uhr früh, als sie am Montag die Rollläden hochzieht'
    if clause[:2] == ["Es", "ist"] and i - start == len(clause[:2]):
        return Direction("past", "es")
    is_opened = start == 0 or tokens[start - 1].text in _OPENINGS
    if clause[:1] != ["Als"] or not is_opened or end >= len(tokens) or tokens[end].text != ",":
        return None
    is_verb_last = clause[-1].islower() and not is_participle(clause[-1]) and AUXILIARIES.isdisjoint(clause[:-1])
    is_plan = not MODALS.isdisjoint(clause) or len(clause) < _OPENING
    return Direction("past", "als", strong=True) if is_verb_last and not is_plan else None


def _came_otherwise(tokens: Sequence[Token], end: int) -> bool:
    rest = list(takewhile(lambda token: token.text not in ENDS, tokens[end + 1 : end + _WINDOW // 2]))
    is_contrast = any(token.text in ("aber", "doch", "jedoch", "dann") for token in rest)
    return is_contrast and _tense(rest, 0, len(rest)).way == "past"


def _is_between_commas(tokens: Sequence[Token], start: int, end: int) -> bool:
    return start > 0 and end < len(tokens) and tokens[start - 1].text == tokens[end].text == ","


def _by_pronoun(clause: Sequence[str]) -> Direction | None:
    """'Wir sehen uns am Montag vor Gericht': a verb beside its pronoun that is in the present tense."""
    for word, following in pairwise(clause):
        is_led, is_followed = word.lower() in _PRONOUNS, following in _PRONOUNS and word.islower()
        verb = following if is_led else word
        if (is_led or is_followed) and verb not in _EXISTING and (found := second(verb)):
            return found
    return None


def _headline(tokens: Sequence[Token], start: int, end: int, i: int) -> Direction | None:
    """'Wahl am Sonntag: Was man wissen muss'."""
    is_headed = start == 0 and 0 < i <= _OPENING and end < len(tokens) and tokens[end].text == ":"
    if not is_headed or not is_scheduled(tokens, -1, i):
        return None
    rest = _tense(tokens, end + 1, len(tokens))
    return None if rest.way == "past" else Direction("future", ":")


def tense_around(tokens: Sequence[Token], i: int, j: int) -> Direction:
    """The same, from the tense of its clause or the next one alone."""
    start, end = _clause(tokens, i, j)
    found = _narrowed(tokens, start, end, i, j)
    return found if found.way else _of_sentence(tokens, start, end, i)


def is_of_clause(tokens: Sequence[Token], i: int, j: int, found: Direction) -> bool:
    """Whether what `found` goes by stands in the clause of the expression itself."""
    start, end = _clause(tokens, i, j)
    return any(token.text.lower() == found.reason for token in tokens[start:end])


def is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb that is known here stands among the first tokens."""
    return not VERBS.isdisjoint([token.text for token in tokens[:_WINDOW]])


def _is_agreed(tokens: Sequence[Token], i: int, j: int, by_tense: Direction, clause: Sequence[str]) -> bool:
    """'forderte bis Freitag', 'haben sich bis Freitag vertagt'; 'haben bis Freitag die Grenze überquert' is over,
    and so is 'hat Zahlen für März veröffentlicht'."""
    if by_tense.reason in BE | _WERE:  # 'bis Freitag sind die Schulen geschlossen', 'wurde bis Juni verlängert'
        return led_by(tokens, i) == "bis" and not _CLOSED.isdisjoint(clause)
    if by_tense.reason not in _HAVE:
        return by_tense.reason in ANNOUNCED
    preposition = led_by(tokens, i)
    is_towards = preposition == "auf" or (preposition == "für" and tokens[j - 1].kind not in "MSq")
    return is_towards or not AGREED.isdisjoint(clause)


def _is_when(tokens: Sequence[Token], end: int) -> bool:
    """'Am Mittwoch ist es noch dunkel, als sie Kaffee kocht': a scene; but 'kommt er, als zweiter Redner'."""
    if [token.text for token in tokens[end : end + 2]] != [",", "als"]:
        return False
    rest = tokens[end + 2 : end + _WINDOW]
    words = list(takewhile(lambda token: token.text not in ENDS, rest))
    return bool(words) and words[-1].text.islower() and words[-1].kind == "x"


def _clause(tokens: Sequence[Token], i: int, j: int) -> tuple[int, int]:
    """The tokens around [i, j) up to the next marks; a short bracket does not part a clause."""
    start, end = i, j
    first, last = max(0, i - _WINDOW), min(len(tokens), j + _WINDOW)
    if _is_apposition(tokens, i, j):  # 'Die Gemeinde habe die Frist, den 31. Oktober, versäumt'
        start, end = i - 2, j + 1
    while start > first:
        text = tokens[start - 1].text
        if text not in _BREAKS:
            start -= 1
        elif (
            text == ")" and start < i and (inside := _bracket(tokens[max(first, start - _BRACKET) : start][::-1], "("))
        ):
            start -= inside
        else:
            break
    while end < last:
        text = tokens[end].text
        if text not in _BREAKS:
            end += 1
        elif text == "(" and (inside := _bracket(tokens[end : min(last, end + _BRACKET)], ")")):
            end += inside
        else:
            break
    return start, end


def _is_apposition(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether a day stands between commas with nothing but its article."""
    is_day = tokens[i].kind in "OD" and j < len(tokens) and i > 1
    return is_day and tokens[i - 1].kind == "t" and tokens[i - 2].text == tokens[j].text == ","


def _bracket(tokens: Sequence[Token], closing: str) -> int:
    """How many tokens a bracket takes that begins with the first; 0 where its other end is not among them."""
    return next((n + 1 for n, token in enumerate(tokens) if token.text == closing), 0)


def _by_second_place(tokens: Sequence[Token], start: int, i: int, j: int) -> Direction | None:
    """'Am Freitag besichtigt …': a word in the verb's place that is known as nothing else is in the present."""
    is_first = all(token.kind in "fibzvtBha" for token in tokens[start:i]) and j < len(tokens)
    return second(tokens[j].text) if is_first else None


def _narrowed(tokens: Sequence[Token], start: int, end: int, i: int, j: int) -> Direction:
    """The cue of the part between conjunctions in which the expression stands, else of the clause."""
    left, right = i, j
    while left > start and tokens[left - 1].text not in _CONJUNCTIONS:
        left -= 1
    while right < end and tokens[right].text not in _CONJUNCTIONS:
        right += 1
    found = _tense(tokens, left, right)
    if (left, right) != (start, end) and (found.way is None or found.reason in BE):
        found = _tense(tokens, start, end)
    if found.reason in BE and _is_perfect_further_on(tokens, end):
        return UNKNOWN
    return found


def _is_perfect_further_on(tokens: Sequence[Token], end: int) -> bool:
    """'sei am Samstag beim Versuch, das Land zu verlassen, festgenommen worden'."""
    rest = [token.text for token in takewhile(lambda token: token.text not in ENDS, tokens[end : end + _WINDOW])]
    return "worden" in rest or "gewesen" in rest


def _of_sentence(tokens: Sequence[Token], start: int, end: int, i: int) -> Direction:
    """The neighbour clauses: the one after an opening phrase, then the one before, the nearest first."""
    after = _nearest(tokens, end, min(len(tokens), end + _WINDOW // 2), 1)
    if after.way and i - start < 4:
        return after
    before = _nearest(tokens, start - 1, max(0, start - _WINDOW // 2) - 1, -1)
    if before.reason in ANNOUNCED and _has_infinitive(tokens[start:end]):
        return Direction("future", before.reason)
    return before if before.way else after


def _has_infinitive(clause: Sequence[Token]) -> bool:
    """'kündigte an, das Geld im Herbst auszuzahlen'."""
    words = [token.text for token in clause]
    return any(
        (word == "zu" and following.endswith("n")) or _INFINITIVE.fullmatch(following)
        for word, following in pairwise(["", *words])
    )


def _nearest(tokens: Sequence[Token], begin: int, stop: int, step: int) -> Direction:
    """The cue of the first clause that has one, from token `begin` on in the direction of `step`."""
    edge = begin
    for n in [*range(begin, stop, step), stop]:
        if n == stop or tokens[n].text in _BREAKS:
            first, last = (edge, n) if step > 0 else (n + 1, edge + 1)
            found = _tense(tokens, first, last) if first < last else UNKNOWN
            if found.way:
                return found
            edge = n + step
    return UNKNOWN


def _tense(tokens: Sequence[Token], start: int, end: int) -> Direction:
    words = [token.text for token in tokens[start:end]]
    is_first = start == 0 or tokens[start - 1].text in _OPENINGS
    if words and is_first and words[0].lower() in _OPENERS:  # a capital there says nothing; but 'Antworten' is a noun
        words[0] = words[0].lower()
    return tense(words)
