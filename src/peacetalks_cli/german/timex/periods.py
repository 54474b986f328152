"""Months, quarters and seasons."""

import re
from dataclasses import replace
from datetime import date

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex import calendar
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.entries import year_of_entry
from peacetalks_cli.german.timex.licence import is_month
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.recurring import is_every_year
from peacetalks_cli.german.timex.years import foretold_from, told_year, year_of_month

_NEAR = 5  # sentences
_OPENING = 3  # tokens within which a year opens its sentence
_SUMMER = 6  # month until which 'dieser Winter' is the one that is over


def related_year(match: Match, context: Context) -> int | None:
    """The year that '2026', 'dieses Jahres' or 'des Vorjahres' in the match names."""
    if year := match.first("Yy"):
        return int(year.value)
    relation = match.first("AFVI")
    if relation is None:
        return None
    steps = relation.value[1] if relation.kind == "V" else relation.value
    told = context.told_year or context.year_here
    if relation.kind in "FI" and told:  # 'im Herbst jenes Jahres', 'im Frühjahr des folgenden Jahres'
        return told + int(steps)
    origin = context.anchor if relation.kind in "FI" else context.published
    return origin.year + steps if origin else year_of(context, int(steps))


def year_of(context: Context, steps: int) -> int | None:
    """The year `steps` from that of the article, where it is known."""
    return context.own_year + steps if context.own_year else None


def _has_year(match: Match) -> bool:
    unit = match.first("U")
    if unit and unit.value[0] != "Y":
        return False
    return bool(match.first("YyV") or (unit and match.first("AFI")))


def edge_of(match: Match) -> TimexMod | None:
    """'frühen neunziger Jahre' is START, 'später Abend' END."""
    adjective = match.first("h")
    if adjective is None:
        return None
    return "START" if adjective.text.lower().startswith("früh") else "END"


def month(match: Match, context: Context, mod: TimexMod | None = None) -> list[Reading]:
    number = next(t.value for t in match.tokens[match.i : match.j] if t.kind == "M")
    if is_every_year(match):
        return [Reading(match.i, match.j, "DATE", f"XXXX-{number:02}", mod)]
    if ago := _years_ago(match, context):
        year: int | None = ago
    elif _has_year(match):
        year = related_year(match, context)
    elif (relation := match.first("AFI")) is not None and context.published:
        year = _month_beside(context.published, number, relation.value)
    elif is_month(match, number):
        year = year_of_month(context, match, number, mod)
    else:
        return []
    value = f"{year:04}-{number:02}" if year else f"XXXX-{number:02}"
    return [Reading(match.i, match.j, "DATE", value, mod)]


def _years_ago(match: Match, context: Context) -> int | None:
    """'im Februar vor vier Jahren', 'im Herbst vor zwei Jahren'."""
    if context.published is None or not re.match("v[NE]U", match.kinds[match.j : match.j + 3]):
        return None
    count, unit = (token.value for token in match.tokens[match.j + 1 : match.j + 3])
    is_year = unit[0] == "Y" and isinstance(count, int) and 0 < count < context.published.year
    return context.published.year - count if is_year else None


def _month_beside(published: date, number: int, steps: int) -> int:
    """The year of 'vergangenen November' (the last one over), 'kommenden Mai', 'diesem Mai'."""
    year, month_now = published.year, published.month
    if steps == 0:
        return year
    if steps < 0:
        return year + steps + (1 if number < month_now else 0)
    return year + steps - (1 if number > month_now else 0)


def month_numeric(match: Match, _context: Context) -> list[Reading]:
    """'bis 4/2027', 'seit 09/2015'; alone it is an issue or a file."""
    year, month = match.tokens[match.i].value
    return [Reading(match.i, match.j, "DATE", f"{year:04}-{month:02}")]


def months(match: Match, context: Context) -> list[Reading]:
    """'März und April 2025', 'Mai und August des Vorjahres': the year holds for each, or for those before a turn of
    the year the one before."""
    found = match.every("M")
    if match.first("AFIV") and not _has_year(match):
        match = replace(match, j=found[-1] + 1)
    if not _has_year(match) and not is_month(match, match.tokens[match.i].value):
        return []
    last = match.tokens[found[-1]].value
    year = related_year(match, context) if _has_year(match) else year_of_month(context, match, last)
    if year is None:
        return [Reading(n, n + 1, "DATE", f"XXXX-{match.tokens[n].value:02}") for n in found]
    readings = []
    later = 12
    for n in reversed(found):
        number = match.tokens[n].value
        if number > later:
            year -= 1
        later = number
        end = match.j if n == found[-1] else n + 1
        readings.append(Reading(n, end, "DATE", f"{year:04}-{number:02}"))
    return readings


def quarter(match: Match, context: Context) -> list[Reading]:
    code = next(t.value for t in match.tokens[match.i : match.j] if t.kind == "q")
    first = match.tokens[match.i]
    if first.kind == "A":
        return _relative_quarter(match, context, code, first.value)
    if not 1 <= first.value <= (2 if code == "H" else 4):
        return []
    if _has_year(match):
        year = related_year(match, context)
    else:
        year = _year_of_part(match, context, first.value, 2 if code == "H" else 4)
    return [
        Reading(match.i, match.j, "DATE", f"{year:04}-{code}{first.value}" if year else f"XXXX-{code}{first.value}")
    ]


def _year_of_part(match: Match, context: Context, number: int, parts: int) -> int | None:
    if context.published is None:
        return context.own_year
    if headed := year_of_entry(context):
        return headed
    year, now = context.published.year, (context.published.month - 1) * parts // 12 + 1
    way = context.direction(match)
    is_compared = context.year_is_bare and context.year_token > _OPENING and context.year_sentence < context.sentence
    told = context.told_year if context.year_is_written and not is_compared else None  # '40 Fälle, 2005 noch 70'
    if way.way == "past" and told and told < year:
        return told
    is_young = (context.published.month - 1) % (12 // parts) < 12 // parts - 1
    if way.way == "past" and (number > now or (number == now and way.strong and is_young)):
        return year - 1  # figures of a quarter are told when it is over
    if number < now and way.way == "future":
        return year + 1
    return year


def _relative_quarter(match: Match, context: Context, code: str, steps: int) -> list[Reading]:
    if context.published is None:
        return []
    parts = 2 if code == "H" else 4
    index = context.published.year * parts + (context.published.month - 1) * parts // 12 + steps
    return [Reading(match.i, match.j, "DATE", f"{index // parts:04}-{code}{index % parts + 1}")]


def season(match: Match, context: Context) -> list[Reading]:
    code, mod = next(t.value for t in match.tokens[match.i : match.j] if t.kind == "S")
    return [replace(reading, mod=mod) for reading in season_of_code(match, context, code)]


def season_of_code(match: Match, context: Context, code: str) -> list[Reading]:
    """The season called `code` in the year that the match or the clause says."""
    year: int | None
    if _has_year(match):
        year = related_year(match, context)
    elif ago := _years_ago(match, context):
        year = ago
    elif context.published is None:
        relation = match.first("AFIc")
        told = told_year(context, match, context.direction(match)) if relation is None else None
        year = told or (year_of(context, relation.value if relation and relation.kind == "A" else 0))
    elif relation := match.first("AFIc"):
        year = _season_beside(context.published, code, relation.value if relation.kind == "A" else 0)
    elif (before := match.before()) is not None and (before.kind in "isbzvftuA,-<B" or before.text in ("(", ":")):
        year = _season_year(match, context, code)
    else:
        return []
    return [Reading(match.i, match.j, "DATE", f"{year:04}-{code}" if year else f"XXXX-{code}")]


def season_beside(match: Match, context: Context) -> list[Reading]:
    """'Winter davor', 'Sommer darauf': counted from the day or the year that is told of."""
    code, _ = match.tokens[match.i].value
    origin, steps = context.told, match.tokens[match.j - 1].value
    if (year := context.told_year) is not None:
        point = context.point  # 'Im Mai 2014 …, im Herbst darauf …' is of that year
        is_near = point is not None and context.point_sentence >= context.year_sentence
        if steps > 0 and is_near and point is not None and date(year, 2, 1) <= point < _begin(year, code):
            steps = 0
        if steps < 0 and is_near and point is not None and point.year == year and _begin(year, code) < point:
            steps = 0  # 'im Herbst 2027 …, im Frühjahr davor …'
        if context.published is not None:
            context.go_on_in(year + steps)
        return [Reading(match.i, match.j, "DATE", f"{year + steps:04}-{code}")]
    if origin is None:
        return [Reading(match.i, match.j, "DATE", f"XXXX-{code}")]
    return [Reading(match.i, match.j, "DATE", f"{_season_beside(origin, code, steps):04}-{code}")]


def month_beside(match: Match, context: Context) -> list[Reading]:
    """'Februar darauf': the next one after the month or the year that is told of."""
    number, steps = (token.value for token in match.tokens[match.i : match.j])
    told = (context.told_year, 12 if steps > 0 else 1) if context.told_year else None
    if context.months and context.months_sentence >= (context.year_sentence if told else context.sentence - _NEAR):
        told = context.months
    elif context.point and context.point_sentence >= max(context.year_sentence, context.sentence - 1):
        told = context.point.year, context.point.month
    if told is None or match.tokens[match.j - 1].text not in ("darauf", "zuvor"):
        return month(replace(match, j=match.i + 1), context)
    year = told[0] + ((steps if number <= told[1] else 0) if steps > 0 else (steps if number >= told[1] else 0))
    if context.told_year and steps > 0 and context.published is not None:
        context.go_on_in(year)
    return [Reading(match.i, match.j, "DATE", f"{year:04}-{number:02}")]


def _season_years(today: date, code: str) -> tuple[int, int]:
    """The years of the last such season that has begun, and of the next one."""
    begins = calendar.SEASONS[code][0]
    year = today.year if (today.month, today.day) >= (begins, 1) else today.year - 1
    return year, year + 1


def _season_beside(today: date, code: str, steps: int) -> int:
    last, following = _season_years(today, code)
    is_now = calendar.season_of(today) == (last, code)
    if steps < 0:
        return last + steps + (0 if is_now else 1)
    if steps > 0:
        return following + steps - 1
    is_just_over = code == "WI" and today.month < _SUMMER
    return last if is_now or is_just_over else today.year


def _season_year(match: Match, context: Context, code: str) -> int:
    assert context.published is not None
    last, following = _season_years(context.published, code)
    way = context.direction(match)
    told = told_year(context, match, way)
    if told and told < context.published.year:
        is_turned = context.point is not None and context.point.year == told and _begin(told, code) < context.point
        return told + 1 if is_turned else told
    if way.way == "future" and (said := foretold_from(context, match)):
        return _season_years(said, code)[1]
    if calendar.season_of(context.published) == (last, code):
        return last
    return following if way.way == "future" else last


def _begin(year: int, code: str) -> date:
    return date(year, calendar.SEASONS[code][0], 1)
