"""How long: spans of time with a count or a word for it."""

import re
from dataclasses import replace
from itertools import takewhile

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.daywords import spoken_on
from peacetalks_cli.german.timex.licence import is_age, is_age_in_years
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.relative import UNKNOWN, ago
from peacetalks_cli.german.timex.tense import VERBS, is_participle
from peacetalks_cli.german.timex.tokens import Token, duration

_WITHIN = frozenset({"binnen", "innerhalb", "laufe", "während"})
_FAR = 10  # years
_LONG_FRACTION = re.compile("P([0-9]+)([WMY])")
_WAS = frozenset({"war", "wurde"})
_CLAUSE = 14  # tokens
_UNREAL = frozenset({"wäre", "wären"})
_REACHED = frozenset({"fertig", "vorbei", "leer", "voll", "pleite", "weg", "tot", "zahlungsunfähig"})
ORDER = ("CE", "DE", "Y", "Q", "M", "W", "D", "TH", "TM", "TS")


def mod_of(match: Match) -> TimexMod | None:
    """From 'fast', 'mehr als', 'knappes'; 'bis zu' sets an upper limit."""
    if found := next((t for t in match.tokens[match.i : match.j] if t.kind in "ag" and t.value), None):
        mod: TimexMod = found.value
        return mod
    if match.kinds[match.i : match.j].startswith("bz"):
        return "LESS_THAN"
    led = [token.text.lower() for token in match.tokens[max(0, match.i - 2) : match.i]]
    return "LESS_THAN" if led in (["nicht", "einmal"], ["nicht", "mal"]) or led[-1:] == ["keine"] else None


def _count(match: Match) -> tuple[int | float | None, bool]:
    """(the count or None for 'some', whether it is the low end of a range)."""
    tokens = match.tokens[match.i : match.j]
    numbers = [t.value for n, t in enumerate(tokens) if t.kind in "NY2" or (t.kind == "E" and n + 1 < len(tokens) - 1)]
    if match.first("Q"):
        return 0.5, False
    if match.first("K"):
        return None, False
    if not numbers:
        return (1 if match.first("E") else None), False
    return numbers[0], len(numbers) > 1 and match.first("u-b") is not None


def duration_span(match: Match, context: Context) -> list[Reading]:
    """'fast vier Jahre', 'ein halbes Jahr', 'sechs bis acht Wochen', 'vor drei Monaten' (which is a date)."""
    mod = mod_of(match)
    if part := match.first("q"):
        return [Reading(match.i, match.j, "DURATION", {"H": "P6M", "Q": "P3M"}[part.value], mod)]
    if fraction := match.first("d"):
        code = _LONG_FRACTION.fullmatch(fraction.value)
        if code and _is_ago(match) and context.published:  # 'vor einem Vierteljahr', 'vor Jahresfrist'
            value = ago(context.published, -int(code[1]), code[2])
            return [Reading(match.i, match.j, "DATE", value, mod)] if value else []
        return [Reading(match.i, match.j, "DURATION", fraction.value, mod)]
    units = [t for t in match.tokens[match.i : match.j] if t.kind == "U"]
    if _is_none(match, units[0]):
        return []
    if len(units) == 2:
        return _compound(match, context, units, mod)
    count, is_range = _count(match)
    if is_range and (members := _separate(match)) is not None:
        return members
    unit = units[0].value[0]
    mod = "APPROX" if is_range else mod
    if count is None and match.first("K") and unit in ("D", "W", "M") and _is_ago(match):
        context.is_lost = True
    dated = _dated(match, context, count, unit, mod)
    return dated or [Reading(match.i, match.j, "DURATION", duration(count, unit), mod)]


def _is_ago(match: Match) -> bool:
    before = match.before()
    return before is not None and before.text.lower() == "vor"


def _is_none(match: Match, unit: Token) -> bool:
    """An age, 'eines Tages', 'weitere Jahre' (but 'lange Jahre')."""
    code, plural = unit.value
    first = match.tokens[match.i].text.lower()
    if match.kinds[match.i : match.j] == "wU":
        return not plural or first not in ("lange", "langen")
    before = match.before()
    is_article = match.tokens[match.i].kind == "E"
    if first == "eines" and code == "D":  # 'binnen eines Tages'
        return not (before and before.text.lower() in _WITHIN)
    is_one_of_them = is_article and before is not None and before.kind == "t"  # 'an dem einen Tag'
    if code == "D" and any(t.kind == "g" and t.text.startswith("gut") for t in match.tokens[match.i : match.j]):
        return True  # 'Heute ist ein guter Tag'
    if first == "ein" and code == "D" and before is not None and before.text in _WAS:
        return True  # 'Das war ein Tag mit vielen Türen'
    is_kind = is_article and match.tokens[0].text == "Was" and before is not None and before.text == "für"
    return is_age_in_years(match) or is_one_of_them or is_kind


def _separate(match: Match) -> list[Reading] | None:
    """'drei und fünf Jahre' are two durations, but 'zwischen drei und fünf Jahren' is one, as is 'drei oder vier'."""
    link = next((n for n in match.every("u")), None)
    if link is None or match.tokens[link].text.lower() != "und":
        return None
    before = match.before()
    if before and before.text.lower() == "zwischen":
        return None
    unit = match.tokens[match.j - 1].value[0]
    numbers = match.every("NY")
    return [
        Reading(numbers[0], numbers[0] + 1, "DURATION", duration(match.tokens[numbers[0]].value, unit)),
        Reading(numbers[1], match.j, "DURATION", duration(match.tokens[numbers[1]].value, unit)),
    ]


def _compound(match: Match, context: Context, units: list[Token], mod: TimexMod | None) -> list[Reading]:
    """'zwei Stunden und 30 Minuten' is PT2H30M, but 'vor zwei Jahren fünf Jahre' are two."""
    first, second = (t.value[0] for t in units)
    counts = [t.value for t in match.tokens[match.i : match.j] if t.kind in "NY"]
    is_finer = ORDER.index(second) > ORDER.index(first) if {first, second} <= set(ORDER) else False
    if is_finer and len(counts) == 2 and first.startswith("T") == second.startswith("T"):
        tail = duration(counts[1], second).removeprefix("PT").removeprefix("P")
        return [Reading(match.i, match.j, "DURATION", duration(counts[0], first) + tail, mod)]
    split = match.every("U")[0] + 1
    last = match.every("NY")[-1]
    return duration_span(replace(match, j=split), context) + duration_span(replace(match, i=last), context)


def _dated(match: Match, context: Context, count: float | None, unit: str, mod: TimexMod | None) -> list[Reading]:
    """'vor drei Monaten' and 'in zwei Wochen' are points of time."""
    if count is None or unit not in ("D", "W", "M", "Y"):
        return []
    before = match.before()
    if before is not None and before.kind == "x" and match.before(2) is not None:
        before = match.before(2)
    if before is None or before.text.lower() not in ("vor", "in"):
        return []
    if before.text.lower() == "in" and (before is not match.before() or not _is_ahead(match, context, count, unit)):
        return []
    steps = -count if before.text.lower() == "vor" else count
    if context.published is None:
        return [Reading(match.i, match.j, "DATE", UNKNOWN[unit], mod)]
    half_year = match.first("Q") is not None and unit == "Y"
    origin = spoken_on(match, context) or context.published
    value = ago(origin, 6 * (1 if steps > 0 else -1), "M") if half_year else ago(origin, steps, unit)
    return [Reading(match.i, match.j, "DATE", value, mod)] if value else []


def _is_ahead(match: Match, context: Context, count: float, unit: str) -> bool:
    """'in drei Wochen ist Wahl', but 'in 50 Jahren ist er der neunte': so far ahead only a modal leads."""
    way = context.direction(match)
    if way.way == "future":
        return way.strong or unit != "Y" or count < _FAR
    return _is_said_ahead(match) or (way.way is None and _is_next(match))


def _is_said_ahead(match: Match) -> bool:
    """'In drei Monaten, sagte er, sei alles vorbei'; 'bei diesem Tempo wäre die Stadt in 14 Monaten erreicht'."""
    rest = match.tokens[match.j : match.j + _CLAUSE]
    clauses = " ".join(token.text for token in takewhile(lambda token: token.text not in ".;:", rest)).split(",")
    if match.i <= 2 and not clauses[0]:
        return len(clauses) > 2 and clauses[2].split()[:1] in (["sei"], ["seien"], ["bin"], ["sind"], ["ist"])
    led = " ".join(token.text for token in match.tokens[max(0, match.i - _CLAUSE) : match.i]).rpartition(",")[2]
    own = clauses[0].strip()
    return not _UNREAL.isdisjoint(led.split()) and (is_participle(own) or own in _REACHED)


def _is_next(match: Match) -> bool:
    """'Sonst schreibt er in drei Monaten sein nächstes Kommuniqué'."""
    near = [token.text for token in match.tokens[max(0, match.i - _CLAUSE) : match.j + _CLAUSE]]
    return any(word.startswith("nächste") for word in near)


def stopwatch(match: Match, _context: Context) -> list[Reading]:
    """'1:35 Stunden' is PT1H35M, '3:03 Minuten' PT3M3S."""
    clock, unit = match.tokens[match.i : match.j]
    finer = {"TH": "M", "TM": "S"}.get(unit.value[0])
    if finer is None or ":" not in clock.text:
        return []
    return [Reading(match.i, match.j, "DURATION", duration(clock.value[0], unit.value[0]) + f"{clock.value[1]}{finer}")]


def whole(match: Match, _context: Context) -> list[Reading]:
    """'das ganze Jahr', 'während des ganzen Tages', 'die ganze Nacht'."""
    adjective, unit = match.tokens[match.i : match.j]
    if not adjective.text.lower().startswith("ganz") or (unit.kind == "U" and unit.value[1]):
        return []
    return [Reading(match.i, match.j, "DURATION", "PT1NI" if unit.kind == "k" else duration(1, unit.value[0]))]


def described(match: Match, _context: Context) -> list[Reading]:
    """'120 intensiven, letztlich unbelohnten Minuten'."""
    adjectives = [token.text for token in match.tokens[match.i : match.j] if token.kind == "x"]
    if not all(text.endswith(("en", "e")) for text in (adjectives[0], adjectives[-1])) or VERBS & set(adjectives):
        return []
    unit, plural = match.tokens[match.j - 1].value
    count = match.tokens[match.i].value
    return [Reading(match.i, match.j, "DURATION", duration(count, unit))] if plural else []


def relative_span(match: Match, context: Context) -> list[Reading]:
    """'vergangenen drei Jahren', 'kommenden Tagen'."""
    unit = match.tokens[match.j - 1].value[0]
    count, _ = _count(match)
    return [Reading(match.i, match.j, "DURATION", duration(count, unit), mod_of(match))]


def adjective(match: Match, _context: Context) -> list[Reading]:
    """'vierstündigen', 'zehnjährigen'; not 'vierjähriger Sohn'."""
    token = match.tokens[match.j - 1]
    if token.kind == "j":
        return [Reading(match.i, match.j, "DURATION", token.value, mod_of(match))]
    if is_age(match):
        return []
    return [Reading(match.i, match.j, "DURATION", duration(token.value, "Y"), mod_of(match))]
