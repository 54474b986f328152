"""Years, weeks by their number, decades and centuries."""

import re

from peacetalks_cli.german.timex import calendar
from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.licence import is_year
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.periods import edge_of, year_of

_NEAR = 5  # tokens


def year(match: Match, _context: Context) -> list[Reading]:
    before, after = match.before(), match.after()
    is_title = before is not None and after is not None and before.text in '„»«"' and after.text in '“”«»"'
    if is_title or not is_year(match):  # 'die Ausstellung „1938“'
        return []
    return [Reading(match.i, match.j, "DATE", f"{match.tokens[match.i].value:04}")]


def named_year(match: Match, _context: Context) -> list[Reading]:
    """'Jahr 2011'."""
    unit, figure = match.tokens[match.i], match.tokens[match.i + 1]
    if unit.value[0] != "Y":
        return []
    before = match.before()
    if unit.value[1] and before and before.kind in "NYEK":  # 'vor fünf Jahren 2000 Menschen'
        return []
    begin = match.i + 1 if unit.value[1] else match.i  # 'den Jahren 2011 und 2012': each year for itself
    return [Reading(begin, match.j, "DATE", f"{figure.value:04}")]


def relative_year(match: Match, context: Context) -> list[Reading]:
    if match.tokens[match.i + 1].value[0] != "Y":
        return []
    relation, year, after = match.tokens[match.i], match.tokens[match.j - 1], match.after()
    if (
        relation.kind == "A"
        and after is not None
        and after.kind == "n"
        and year.value != year_of(context, relation.value)
    ):
        found = year_of(context, relation.value)  # 'hat dieses Jahr 1800 Kisten verladen'
        return [Reading(match.i, match.j - 1, "DATE", f"{found:04}" if found else "XXXX")]
    return [Reading(match.i, match.j, "DATE", f"{match.tokens[match.j - 1].value:04}")]


def calendar_week(match: Match, context: Context) -> list[Reading]:
    """'KW 12', '12. Kalenderwoche 2025'."""
    number, written = match.first("NO"), match.first("Y")
    assert number is not None
    year = written.value if written else context.published.year if context.published else None
    if not isinstance(number.value, int) or not 1 <= number.value <= 53:
        return []
    value = f"{year:04}-W{number.value:02}" if year else f"XXXX-W{number.value:02}"
    return [Reading(match.i, match.j, "DATE", value)]


def decade(match: Match, context: Context) -> list[Reading]:
    begin = match.i + 1 if match.kinds[match.i] == "h" else match.i
    value, is_whole = match.tokens[begin].value
    unit = match.first("U")
    before, two_before = match.before(), match.before(2)
    if before and before.kind == "t":  # 'Ende der Neunziger', but a man 'in den Neunzigern' is old
        is_whole = is_whole or bool(two_before and two_before.kind == "B")
    is_of_list = unit is None and bool(
        re.match("(?:[-u,b]Z)+U", match.kinds[match.j : match.j + 9])
    )  # '60er und 70er Jahre'
    if not value or (unit is None and not is_whole and not is_of_list) or (unit and unit.value[0] != "Y"):
        return []
    if _is_to_come(match, context, value):
        value = f"20{value[2:]}"
    return [Reading(match.i, match.j, "DATE", value, edge_of(match))]


def _is_to_come(match: Match, context: Context, value: str) -> bool:
    """'werde frühestens Mitte der dreißiger Jahre fertig': those of this century, where that is told of as to come."""
    now = context.published.year if context.published else context.own_year
    if now is None or not value.startswith("19") or len(value) != len("193") or int(f"20{value[2:]}0") <= now:
        return False
    led = {token.text.lower() for token in match.tokens[max(0, match.i - _NEAR) : match.i]}
    if led & {"frühestens", "spätestens"}:
        return True
    is_within = bool(led & {"in", "bis", "ab", "anfang", "mitte", "ende"}) and not led & {"wie", "als", "aus"}
    return is_within and context.direction(match).reason in ("wird", "werde", "werden", "soll", "sollen", "solle")


def century(match: Match, context: Context) -> list[Reading]:
    number, unit = match.tokens[match.i].value, match.tokens[match.i + 1].value
    if unit in (("D", False), ("W", False)):
        return _of_span(match, context, number, unit[0])
    if unit[0] != "CE" or not 2 <= number <= 22:
        return []
    return [Reading(match.i, match.j, "DATE", f"{number - 1:02}")]


def _of_span(match: Match, context: Context, number: int, unit: str) -> list[Reading]:
    """'am ersten Tag' of the days just named, at which the text is from then on; 'in der dritten Woche' of a span."""
    before = match.before()
    is_led = before is not None and (before.kind in "it" or before.text in ("am", "zum", "im"))
    if context.span is None or not is_led or not 1 <= number <= 20:
        return []
    if unit == "W":
        week = shifted(context.span, 7 * (number - 1))
        return [Reading(match.i, match.j, "DATE", calendar.week(week))] if week else []
    day = shifted(context.span, number - 1)
    if day and context.sentence - context.span_sentence <= 1:
        context.day, context.day_sentence, context.day_token = day, context.sentence, match.j
    return []
