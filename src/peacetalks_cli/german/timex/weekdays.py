"""Weekdays: 'Freitagabend', 'kommenden Sonntag', 'Mittwoch dieser Woche', 'Sonntag vor einer Woche'."""

from datetime import date, timedelta

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex import calendar
from peacetalks_cli.german.timex.context import Context, Reading, shifted
from peacetalks_cli.german.timex.licence import is_weekday
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.recurring import is_habit
from peacetalks_cli.german.timex.relative import UNKNOWN
from peacetalks_cli.german.timex.tokens import Token
from peacetalks_cli.german.timex.words import PARTS


def part_of(token: Token | None) -> str:
    """The code of a part of the day that follows a weekday or 'gestern' ('abend', 'Nacht'), else nothing."""
    if token is None:
        return ""
    if token.kind == "k":
        return "TNI"
    if token.kind == "3":
        return f"T{token.value[1]}"
    return f"T{PARTS.get(token.text.lower(), '')}" if token.text.lower() in PARTS else ""


def weekday(match: Match, context: Context) -> list[Reading]:
    named = match.first("WP")
    assert named is not None
    number, code = named.value if named.kind == "P" else (named.value, None)
    if not is_weekday(match):
        return []
    last = match.tokens[match.j - 1]
    part = f"T{code}" if code else (part_of(last) if last is not named else "")
    if not match.first("AFIHc") and is_habit(match):
        return [Reading(match.i, match.j, "SET", f"XXXX-WXX-{number}{part}")]
    value = weekday_value(match, context, number) + part
    early_late = match.first("h")
    mod: TimexMod | None = None
    if early_late and part:
        mod = "START" if early_late.text.lower().startswith("früh") else "END"
    return [Reading(match.i, match.j, "TIME" if part else "DATE", value, mod)]


def weekday_value(match: Match, context: Context, number: int, *, asked: Match | None = None) -> str:
    """The day of the weekday in `match`; `asked`: the expression whose preposition says which way it points."""
    day = _weekday(match, context, number, asked or match)
    return day.isoformat() if day else f"XXXX-WXX-{number}"


def _weekday(match: Match, context: Context, number: int, asked: Match) -> date | None:
    relation = match.first("AFIHc")
    if context.published is None:
        return None
    if relation is None or relation.kind == "c":
        return context.weekday(asked, number)
    if relation.kind == "H":  # 'am morgigen Sonntag'
        return shifted(context.published, relation.value)
    if relation.kind == "F":
        return _following(context, number, relation.value)
    if relation.kind == "I":
        return _following(context, number, 0)
    return weekday_beside(context.published, number, relation.value)


def weekday_beside(today: date, number: int, steps: int) -> date | None:
    """'vergangenen Freitag' lies before today, 'kommenden Freitag' after it, 'diesen' in this week."""
    ahead = (number - today.isoweekday()) % 7
    if steps == 0:
        return shifted(today, number - today.isoweekday())
    if steps > 0:
        return shifted(today, (ahead or 7) + 7 * (steps - 1))
    return shifted(today, ahead - 7 + 7 * (steps + 1))


def _following(context: Context, number: int, steps: int) -> date | None:
    if context.anchor is None:
        return None
    ahead = (number - context.anchor.isoweekday()) % 7
    if steps == 0:
        return shifted(context.anchor, ahead if ahead == 0 else ahead - 7)
    return shifted(context.anchor, (ahead or 7) if steps > 0 else ahead - 7)


def day_apart(match: Match, context: Context) -> list[Reading]:
    """'heute vor drei Jahren', 'Sonntag vor einer Woche', 'Freitag in zwei Wochen': that very day."""
    named, direction, count, unit = match.tokens[match.i : match.j]
    code, steps = unit.value[0], count.value if direction.text == "vor" else -count.value
    if direction.text not in ("vor", "in") or code not in ("D", "W", "Y") or not isinstance(steps, int):
        return []
    if context.published is None:
        return [Reading(match.i, match.j, "DATE", f"XXXX-WXX-{named.value}" if named.kind == "W" else UNKNOWN["D"])]
    if named.kind == "R":
        day = shifted(context.published, named.value)
    else:
        ahead = (named.value - context.published.isoweekday()) % 7
        day = shifted(context.published, ahead if steps < 0 or not ahead else ahead - 7)
    if day and code == "Y":
        day = calendar.day_of(day.year - steps, day.month, day.day)
    elif day:
        day = shifted(day, -steps * (7 if code == "W" else 1))
    return [Reading(match.i, match.j, "DATE", day.isoformat())] if day else []


def weekday_of_week(match: Match, context: Context) -> list[Reading]:
    """'Freitag kommender Woche', 'Mittwoch dieser Woche'."""
    named, relation, unit = match.tokens[match.i], match.first("AF"), match.first("U")
    assert relation is not None and unit is not None
    if unit.value[0] != "W":
        return []
    number, code = named.value if named.kind == "P" else (named.value, None)
    part = f"T{code}" if code else ""
    day = None
    if context.published:
        monday = context.published - timedelta(context.published.weekday())
        day = shifted(monday, 7 * relation.value + number - 1)
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    end = match.i + 1 if match.first("i") else match.j
    readings = [Reading(match.i, end, "TIME" if part else "DATE", value + part)]
    if match.first("i"):  # 'am Freitag in der kommenden Woche': two expressions
        week = calendar.week(day) if day else "XXXX-WXX"
        readings.append(Reading(match.j - 2, match.j, "DATE", week))
    return readings
