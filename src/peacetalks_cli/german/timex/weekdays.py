"""Weekdays: 'Freitagabend', 'kommenden Sonntag', 'Mittwoch dieser Woche', 'Sonntag vor einer Woche'."""

import re
from dataclasses import replace
from datetime import date, timedelta

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex import calendar
from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.direction import is_clause, is_of_clause
from peacetalks_cli.german.timex.entries import weekday_near
from peacetalks_cli.german.timex.licence import is_weekday
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.recurring import is_habit
from peacetalks_cli.german.timex.relative import UNKNOWN
from peacetalks_cli.german.timex.scenes import of_chronicle, of_scene, told_on
from peacetalks_cli.german.timex.tense import Direction
from peacetalks_cli.german.timex.tokens import Token
from peacetalks_cli.german.timex.words import PARTS

_SOON = 5  # days within which a weekday to come is meant where nothing but the present tense says so
_CLOCK = re.compile(r"[,<f]{0,2}[CN](?:[-b]z?[CN])?T")
_WEEK = 7
_SO_NEAR = 2  # days
_ADJACENT = 3  # tokens between the days of a span
_OPENING = 3  # tokens that open a sentence


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


def weekday_after(match: Match, context: Context) -> list[Reading]:
    """'Sonntag darauf', 'Freitag zuvor': counted from the day that is told of."""
    named, beside = match.tokens[match.i : match.j]
    number, code = named.value if named.kind == "P" else (named.value, None)
    after = match.after()
    is_object = beside.text in ("später", "früher", "vorher")
    further = match.after(2)  # 'am Montag darauf, gegen elf', but 'einigten sich am Montag darauf, dass …'
    is_object = is_object or (
        after is not None and after.text == "," and (further is None or further.kind not in "fiv")
    )
    if context.told is None or is_object:
        return weekday(replace(match, j=match.i + 1), context)
    ahead = (number - context.told.isoweekday()) % _WEEK
    day = shifted(context.told, (ahead or _WEEK) if beside.value > 0 else ahead - _WEEK)
    if day is None:
        return []
    return [Reading(match.i, match.j, "TIME" if code else "DATE", day.isoformat() + (f"T{code}" if code else ""))]


def weekday_value(match: Match, context: Context, number: int, *, asked: Match | None = None) -> str:
    """The day of the weekday in `match`; `asked`: the expression whose preposition says which way it points."""
    day = _weekday(match, context, number, asked or match)
    return day.isoformat() if day else f"XXXX-WXX-{number}"


def _weekday(match: Match, context: Context, number: int, asked: Match) -> date | None:
    relation = match.first("AFIHc")
    if context.published is None and relation is not None:
        return None
    if relation is None or relation.kind == "c":
        return _bare(context, asked, number)
    assert context.published is not None
    if relation.kind == "H":  # 'am morgigen Sonntag'
        return shifted(context.published, relation.value)
    if relation.kind == "F":
        return _following(context, number, relation.value)
    if relation.kind == "I":
        return _following(context, number, 0)
    day = weekday_beside(context.published, number, relation.value)
    is_near = day is not None and 0 < (day - context.published).days <= _SO_NEAR
    if (
        day
        and is_near
        and day > context.published
        and relation.text.lower().startswith("nächst")
        and number > context.published.isoweekday()
    ):
        return shifted(day, _WEEK)  # 'nächsten Sonntag', on a Friday: this one would be 'diesen', 'übermorgen'
    return day


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


def _bare(context: Context, match: Match, number: int) -> date | None:
    """The day of a bare weekday (1 is Monday): a daily means the past one, a plan the coming one."""
    before, is_here = match.before(), context.day_sentence == context.sentence
    is_same = is_here and before is not None and before.text in ("einem", "ein")  # 'am 17. Mai, einem Sonntag'
    if context.published is None:
        is_named = is_same and context.day is not None and context.day.isoweekday() == number
        return context.day if is_named else told_on(context, match, number)
    ahead = (number - context.published.isoweekday()) % 7
    if context.day and (_ends_span(context, match) or (is_same and context.day.isoweekday() == number)):
        return shifted(context.day, (number - context.day.isoweekday()) % 7)
    if context.named_day and _is_beside(context, match):
        return shifted(context.named_day, (number - context.named_day.isoweekday()) % 7)
    if (
        day := _of_entry(context, match, number)
        or _by_preposition(context, match, ahead)
        or of_chronicle(context, match, number)
    ):
        return day
    way = context.direction(match)
    is_future = way.way == "future" or (way.way is None and _has_clock(context, match))
    is_scene = is_future and ahead > 0
    if day := _of_week(context, match, number, way) or of_scene(context, match, number, way, is_future=is_scene):
        return day
    if is_future and context.day and _goes_on(context, match):
        return shifted(context.day, (number - context.day.isoweekday()) % 7)
    is_ahead = context.day is not None and context.day > context.published and is_here
    if is_ahead and way.way != "past":
        return context.published + timedelta(ahead or _WEEK)  # 'wird morgen erwartet, am Montag in Wien'
    if day := _added(context, match, number, way):
        return day
    if way.strong and is_of_clause(match.tokens, match.i, match.j, way):
        day = context.published + timedelta(ahead if is_future or ahead == 0 else ahead - _WEEK)
        context.weekdays[number] = day
        return day
    is_planned_there = way.way == "future" and context.is_quoted(match)  # '„Am Montag sitzen wir wieder hier“'
    if number in context.weekdays and not is_planned_there:  # the same day as where the clause left no doubt
        return context.weekdays[number]
    is_coming = is_future and ahead <= _SOON
    if way.way is None and number in context.coming and not is_clause(match.tokens):
        return context.coming[number]
    day = context.published + timedelta(ahead if is_coming or ahead == 0 else ahead - _WEEK)
    if is_coming:
        context.coming[number] = day
    return day


def _of_entry(context: Context, match: Match, number: int) -> date | None:
    """'Samstag, 24. Mai⏎⏎Die Straße ist bis Montag früh gesperrt': the nearest one to the day above."""
    headed, today = context.day_headed(match), context.published
    if headed is None or today is None or (headed <= today and context.direction(match).way != "past"):
        return None
    return shifted(headed, weekday_near(headed, number))


def _of_week(context: Context, match: Match, number: int, way: Direction) -> date | None:
    """'Nächste Woche tagt der Rat. Am Donnerstag will er …': the day of that week, until another day is named."""
    monday, told = context.week
    if monday is None or context.published is None or context.sentence - told > 1 or context.preposition(match) != "am":
        return None
    is_left = context.day_sentence >= told and context.day is not None and not 0 <= (context.day - monday).days < _WEEK
    side = "future" if monday > context.published else "past"
    return None if is_left or way.way != side else shifted(monday, number - 1)


def _by_preposition(context: Context, match: Match, ahead: int) -> date | None:
    assert context.published is not None
    is_told_ahead = context.day is not None and context.day > context.published
    is_near = context.sentence - context.day_sentence <= 1
    if ahead == 0 and is_told_ahead and is_near and context.preposition(match) == "bis":
        return shifted(context.published, _WEEK)  # 'Von Montag an …, zunächst bis Freitag', on a Friday
    issue = match.before(2)
    if ahead == 1 and issue is not None and issue.text.lower().endswith("ausgabe"):
        return shifted(context.published, 1)  # 'in der Ausgabe vom Donnerstag', of which agencies tell the day before
    return None


def _added(context: Context, match: Match, number: int, way: Direction) -> date | None:
    """'Am 24. backe sie noch Kuchen. „Und am Montag wieder Brot.“': after a day to come, without a verb."""
    is_added = match.i <= _OPENING and any(token.text == "Und" for token in match.tokens[: match.i])
    is_verbless = way.way is None and not is_clause(match.tokens)
    if not is_added or not is_verbless or context.sentence - context.day_sentence > 1:
        return None
    if context.day is None or context.published is None or context.day <= context.published:
        return None
    return shifted(context.day, (number - context.day.isoweekday()) % _WEEK or _WEEK)


def _goes_on(context: Context, match: Match) -> bool:
    """'am Montag (27.7.) vorstellen und am Dienstag verkaufen': the day after one that is weeks ahead."""
    led = match.before(2)
    is_beside = context.day_sentence == context.sentence and led is not None and led.kind == "u"
    return is_beside and bool(context.day and context.published and (context.day - context.published).days > _WEEK)


def _is_beside(context: Context, match: Match) -> bool:
    """'am Samstag und Sonntag': the next such day."""
    named, link = match.before(2), match.before()
    is_pair = named is not None and named.kind == "W" and link is not None and link.text in ("und", "oder", "/")
    return is_pair and context.named_token == (context.sentence, match.i - 1)


def _has_clock(context: Context, match: Match) -> bool:
    """'Samstag, 18.30 Uhr: …', 'am Sonntag (16 Uhr)': a programme."""
    return bool(_CLOCK.match(match.kinds, match.i + 1))


def _ends_span(context: Context, match: Match) -> bool:
    """'von Montag bis Mittwoch', 'Freitag, 18 Uhr, bis Sonntag': the second day follows the first."""
    is_near = context.day_sentence == context.sentence and 0 < match.i - context.day_token <= _ADJACENT
    return is_near and context.preposition(match) == "bis"
