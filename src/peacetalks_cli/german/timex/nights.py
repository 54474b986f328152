"""Nights, and the parts of a day: 'Nacht zum Sonntag', 'Abend des 4. März'."""

import re
from dataclasses import replace
from datetime import date
from itertools import takewhile

from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.days import day_at, day_of_month, holiday
from peacetalks_cli.german.timex.daywords import day_word
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.periods import edge_of
from peacetalks_cli.german.timex.tense import becomes, is_passive
from peacetalks_cli.german.timex.tense_words import MODALS
from peacetalks_cli.german.timex.uncounted import COURSES
from peacetalks_cli.german.timex.weekdays import weekday_of_week, weekday_value

_NEAR = 12  # tokens
_WEEK = 7  # days
_SHORT = 4  # tokens
_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}")
_CALENDAR = {"liegt", "liegen", "lag", "ist", "war", "fällt", "fiel", "im", "dran"}
_NOT = {"nicht", "kein", "keine", "keinen"}
_FORECAST = frozenset({"für", "erwartet", "angesagt", "vorhergesagt", "prognostiziert"})
_MEALS = {"essen", "gegessen", "isst", "aß", "aßen", "esse", "speisen", "gespeist"}


def on_day(day: date | None, time: str) -> str:
    """The value of a time ('TNI') on a day, which may not be known."""
    return (day.isoformat() if day else "XXXX-XX-XX") + time


def night(match: Match, context: Context) -> list[Reading]:
    """'Nacht zum Sonntag', 'Nacht vom 3. auf den 4. Mai': the night that ends on the day after 'zum', 'auf'."""
    start = next(n for n in range(match.j - 1, match.i, -1) if match.kinds[n] == "z") + 1
    if match.kinds[match.j - 1] == "O":  # 'Nacht zum 14.', of the month told of
        day = day_of_month(match, context, match.tokens[match.j - 1].value)
        value: str | None = day.isoformat() if day else None
    elif written := [n for n in range(start, match.j) if match.kinds[n] == "D" or match.kinds[n : n + 2] == "OM"]:
        value = day_at(match, context, written[0])
    else:
        last = match.tokens[match.j - 1]
        if last.kind == "U":  # 'Nacht zu Mittwoch vergangener Woche'
            readings = weekday_of_week(replace(match, i=start), context)
            value = readings[0].value if readings else None
        elif last.kind == "W":
            value = weekday_value(replace(match, i=start), context, last.value, asked=match)
        else:
            read = holiday if last.kind == "L" else day_word
            readings = read(replace(match, i=match.j - 1), context)
            value = readings[0].value if readings else None
    return [Reading(match.i, match.j, "TIME", f"{value}TNI")] if value else []


def day_part(match: Match, context: Context) -> list[Reading]:
    """'4. März abends'."""
    named, last = replace(match, j=match.j - 1), match.tokens[match.j - 1]
    if match.j - match.i > 1 and match.kinds[match.i : match.j - 1] == "L":  # 'Karfreitag nachmittags'
        readings = holiday(named, context)
        value = readings[0].value if readings and _DAY.fullmatch(readings[0].value) else None
        if value is None or _is_of_feast(match, last.text):
            return readings
    else:
        value = day_at(named, context, match.every("OD")[0])
    part = last.value[1] if last.kind == "3" else last.value
    return [Reading(match.i, match.j, "TIME", f"{value}T{part}")] if value else []


def _is_of_feast(match: Match, part: str) -> bool:
    """'wenn Ostern früh liegt', 'weil Pfingsten früh ist': early in the year, not in the day."""
    return part == "früh" and any(token.text in _CALENDAR for token in match.tokens[match.j : match.j + _SHORT])


def night_of_day(match: Match, context: Context) -> list[Reading]:
    """'Nacht des 4. März'."""
    return _part_of_day(match, context, "NI")


def part_of_day(match: Match, context: Context) -> list[Reading]:
    """'Abend des 4. März', 'Donnerstagabend, 4. März'."""
    part = match.first("pP")
    assert part is not None
    return _part_of_day(match, context, part.value[1] if part.kind == "P" else part.value)


def _part_of_day(match: Match, context: Context, code: str) -> list[Reading]:
    days = match.every("OD")
    last = match.tokens[match.j - 1]
    if days and match.kinds[match.j - 1] == "O":  # 'Abend des 14.', of the month told of
        day = day_of_month(match, context, last.value)
        return [Reading(match.i, match.j, "TIME", on_day(day, f"T{code}"))] if day else []
    value = day_at(match, context, days[0]) if days else weekday_value(match, context, last.value)
    return [Reading(match.i, match.j, "TIME", f"{value}T{code}")] if value else []


def night_alone(match: Match, context: Context) -> list[Reading]:
    """'in der Nacht', 'vergangene Nacht', 'die Nacht darauf': named after the day on which it ends."""
    first = match.tokens[match.i]
    if match.kinds[match.i : match.j] in ("k", "hk") and not _is_that_night(match):
        return []
    if first.kind == "A":
        steps = {-1: 0, 0: 0, 1: 1}.get(first.value)
        if steps is None:
            return []
        return [_night(match, shifted(context.published, steps) if context.published else None)]
    shift = match.tokens[match.j - 1].value if match.kinds[match.j - 1] == "l" else 0
    if first.kind == "F":
        shift = first.value
    day = context.anchor
    if first.kind == "I" and context.mentioned[1] >= context.sentence - 1:
        return [_night(match, context.mentioned[0])]  # 'Am Mittwoch hatte er gewarnt. Noch in derselben Nacht …'
    if day and context.published and not shift and day == shifted(context.published, -1) and not context.is_night:
        day = context.published  # 'Vier haben wir gestern geflickt, sieben sind über Nacht geplatzt'
    if day and day == context.published and not shift and first.kind == "k" and _is_to_come(match, context):
        shift = 1
    return [_night(match, shifted(day, shift) if day and shift else day)]


def _is_to_come(match: Match, context: Context) -> bool:
    """'In der Nacht soll es regnen', 'für die Nacht werden Gewitter erwartet': ends on the day after."""
    way = context.direction(match)
    if way.way != "future" or context.is_night or context.preposition(match) == "über":
        return False
    if way.reason not in MODALS:
        return way.reason in _FORECAST
    rest = [token.text for token in takewhile(lambda token: token.kind not in ",_", match.tokens[match.j :])]
    is_said_to_be_over = rest[-1:] in (["sein"], ["haben"])  # 'sollen in der Nacht gekommen sein'
    is_now = is_passive(match.tokens, match.j, way) and _FORECAST.isdisjoint(rest)
    return not is_said_to_be_over and not is_now and not becomes(match.tokens, match.j, way)


def one_night(match: Match, _context: Context) -> list[Reading]:
    """'binnen einer Nacht'; 'in einer Nacht' is one of many."""
    before = match.before()
    is_length = before is not None and before.text.lower() in ("binnen", "innerhalb")
    return [Reading(match.i, match.j, "DURATION", "PT1NI")] if is_length else []


def _is_that_night(match: Match) -> bool:
    """'in der Nacht', 'über Nacht', 'hat die Nacht … verbracht': not 'Wem gehört die Nacht?'."""
    before, two_before = match.before(), match.before(2)
    if before is None or before.kind != "t":
        return True
    spent = any(token.text.startswith("verb") for token in match.tokens[match.j : match.j + 20])
    return spent or (two_before is not None and (two_before.kind in "ifsab" or two_before.text in COURSES))


def _night(match: Match, day: date | None) -> Reading:
    return Reading(match.i, match.j, "TIME", on_day(day, "TNI"), edge_of(match))


def part(match: Match, context: Context) -> list[Reading]:
    """'am Abend', 'am nächsten Morgen', 'diesem Vormittag': of the day that the text is at."""
    noun = match.first("p")
    assert noun is not None
    before = match.before()
    relation = match.first("AFI")
    if relation is None and noun.text == "Morgen" and not (before and before.kind in "ftb"):
        return []
    two_before = match.before(2)
    if relation is None and before and before.kind == "z" and not _is_time_after_zu(match):
        return []
    if (
        relation is None
        and before
        and before.kind == "t"
        and before.text.lower() in ("die", "das")
        and not (two_before and two_before.kind == "i")
    ):
        return []
    is_today = relation and relation.kind == "A" and relation.value == 0
    origin = context.published if is_today else context.anchor_of(match)
    if relation and relation.value > 0 and context.told:
        origin = context.told  # 'Sie wartet seit Mittwoch. Ihr Zug fährt am nächsten Morgen': after the day told of
    if relation and relation.kind == "I" and context.mentioned[1] >= context.sentence - 1:
        origin = context.mentioned[0]  # 'In Haft sitzt er seit dem 9. März. Am selben Morgen …'
    if relation is None and two_before and two_before.text.lower() == "noch" and context.direction(match).way == "past":
        is_over = context.told == context.published
        origin = (
            context.news if is_over else None
        ) or context.told  # 'Er kündigte noch am Abend an': of the day told of
    if relation is None and origin and _is_unsaid_until(match, context, origin):
        origin = context.published
    steps = relation.value if relation else 0
    if match.kinds[match.j - 1] == "l":  # the morning after a night is that of the day it ends on
        steps = match.tokens[match.j - 1].value
        steps = 0 if context.is_night and steps > 0 else steps
    elif relation is None and noun.value == "MO" and context.is_night_begun(origin) and not _is_morning_before(match):
        is_today = origin == context.published and context.direction(match).way != "future"
        steps = 0 if is_today else 1  # 'erreichte die Küste am Dienstagabend. In den frühen Morgenstunden zog er ab'
    day = shifted(origin, steps) if origin else None
    mod = edge_of(match) or ("APPROX" if before and before.text.lower() == "gegen" else None)
    return [Reading(match.i, match.j, "TIME", on_day(day, f"T{noun.value}"), mod)]


def _is_unsaid_until(match: Match, context: Context, origin: date) -> bool:
    """'äußerte sich bis zum Nachmittag nicht': up to when the article was written."""
    led = [token.text.lower() for token in match.tokens[max(0, match.i - 2) : match.i]]
    if "bis" not in led or context.day_sentence == context.sentence or context.published is None:
        return False
    words = {token.text.lower() for token in match.tokens[match.j : match.j + _SHORT]}
    return bool(words & _NOT) and 0 < (context.published - origin).days < _WEEK


def _is_time_after_zu(match: Match) -> bool:
    """'bis zum Abend', the Austrian 'zu Mittag': but 'zu Mittag gegessen'."""
    before, two_before = match.before(), match.before(2)
    if two_before and two_before.text.lower() == "bis":
        return True
    near = match.tokens[max(0, match.i - 8) : match.j + 8]
    is_meal = any(t.text.lower() in _MEALS for t in near)
    return before is not None and before.text.lower() == "zu" and match.kinds[match.j - 1] == "p" and not is_meal


def _is_morning_before(match: Match) -> bool:
    """'Schon am Morgen …', 'Am Morgen hatte er …': back to the day before the evening."""
    led = {token.text.lower() for token in match.tokens[max(0, match.i - 3) : match.i]}
    near = match.tokens[max(0, match.i - _NEAR) : match.j + _NEAR]
    return bool(led & {"schon", "bereits", "noch"}) or any(token.text in ("hatte", "hatten") for token in near)
