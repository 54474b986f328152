"""Lengths of time whose unit stands elsewhere: '50 statt 30 Jahre', 'acht Jahre, dort höchstens fünf'."""

import re

from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.durations import ORDER, mod_of
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tense import VERBS
from peacetalks_cli.german.timex.tokens import duration

_PERHAPS = frozenset({"vielleicht", "womöglich", "manchmal", "eher", "oft", "teils", "manche"})
_GAP, _SHORT = 16, 4  # tokens
_LENGTH = re.compile("[NYE][wg]?U")
_PARTICLES = frozenset({"an", "aus", "frei", "lang"})
_WITHIN_SPAN = frozenset({"in", "binnen", "innerhalb"})
_POINTS = frozenset({"nach", "vor", "seit", "um"})
_RANKS = frozenset(
    {"platz", "rang", "nummer", "teil", "artikel", "kapitel", "klasse", "gruppe", "punkt", "runde", "tor"}
)


def elided(match: Match, _context: Context) -> list[Reading]:
    """'50 statt 30 Jahre', 'von sieben auf 15 Jahre', 'zwei Stunden, vielleicht drei'."""
    count, before = match.tokens[match.j - 1].value, match.before()
    if before and before.kind == "f" and before.text.lower() != "von":
        return []
    link = match.after(2)
    if before and before.text == "nicht":  # 'nicht 30, sondern 60 Tage'
        if link is None or link.text != "sondern":
            return []
        unit = next(token.value[0] for token in match.tokens[match.j :] if token.kind == "U")
    elif before and before.kind in ",x" and "U" in match.kinds[max(0, match.i - 3) : match.i]:
        unit = next(t.value[0] for t in reversed(match.tokens[: match.i]) if t.kind == "U")
        if before.kind == "x" and before.text.lower() not in _PERHAPS:
            return []
    else:
        unit = next(token.value[0] for token in match.tokens[match.j :] if token.kind == "U")
    return [Reading(match.i, match.j, "DURATION", duration(count, unit), mod_of(match))]


def gapped(match: Match, _context: Context) -> list[Reading]:
    """'acht Jahre beibehalten, Moskau höchstens fünf', 'täglich eine Stunde, sonntags zwei': a clause without its verb
    and its noun goes on about the same length of time."""
    kinds, begin = match.kinds, max(0, match.i - _GAP)
    found = list(_LENGTH.finditer(kinds, begin, match.i))
    after, further = match.after(), match.after(2)
    if not found or (after is not None and after.kind in "xf" and after.text not in _PARTICLES):
        return []
    before = match.tokens[match.i - 1]
    if before.text == "," and (after is None or after.text not in _PARTICLES):  # 'eine Patientin, 81, überlebte'
        return []
    first, end = found[-1].start(), found[-1].end()
    stop = max((n for n in range(end, match.i) if match.tokens[n].text in (",", ";")), default=-1)
    between = match.tokens[stop + 1 : match.i]
    led = match.tokens[first - 1].text.lower() if first else ""
    if (
        stop < end
        or len(between) > _SHORT + bool(between and between[-1].kind == "i")
        or match.tokens[end - 1].value[0] not in ORDER
    ):
        return []
    is_led = bool(between) and between[-1].kind == "i"
    if is_led != (led in _WITHIN_SPAN) or led in _POINTS:
        return []
    is_other = any(t.kind in "NYOCMWDP" or t.text.lower() in _RANKS for t in between)
    is_verb = not is_led and any(t.text in VERBS for t in between)
    is_age = match.tokens[end].text in ("alt", "jung") if end < len(match.tokens) else False
    if (
        is_other
        or is_verb
        or is_age
        or (after is not None and after.kind == "," and further is not None and further.kind == "N")
    ):
        return []
    count = match.tokens[match.j - 1].value
    return [Reading(match.i, match.j, "DURATION", duration(count, match.tokens[end - 1].value[0]), mod_of(match))]
