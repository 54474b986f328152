"""Expressions that count from the article's date or from a date mentioned before."""

from dataclasses import replace
from datetime import date

from peacetalks_cli.german.timex import calendar, days
from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tense import is_participle
from peacetalks_cli.german.timex.tokens import Token, duration

_AGES = 10  # years
_TOLD = 3  # sentences for which a day is what 'am selben Tag' means
_STANDARDS = frozenset(
    {"üblich", "sonst", "nötig", "sein", "seine", "ihr", "ihre", "die", "das", "bisher", "gewöhnlich"}
)
_SCHOOL = 8  # month in which the year of schools has begun
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}
"""What is left of a value, by grain, where the article has no date."""


def relative(match: Match, context: Context) -> list[Reading]:
    """'vergangene Woche', 'diesem Jahr', 'nächsten Tag', 'selben Monat'; in the plural a duration."""
    relation, (unit, plural) = match.tokens[match.i], match.tokens[match.j - 1].value
    if relation.kind == "c":
        return _new_year(match, context, unit)
    if plural or unit in ("TH", "TM", "TS"):
        return _plural(match, relation, unit, plural)
    if unit not in UNKNOWN and unit not in ("DE", "CE"):
        return []
    is_anaphoric = relation.kind in "FI" or unit == "D"
    if relation.kind == "I" and unit == "Y" and (year := context.told_year or context.year_here):
        return [Reading(match.i, match.j, "DATE", f"{year:04}")]  # 'seit 2003, demselben Jahr, in dem …'
    told = context.told
    if relation.kind == "I" and unit == "D":
        is_near = context.mentioned[1] >= context.sentence - _TOLD
        told = context.mentioned[0] if is_near else context.news or context.day_of_clause(match)
    origin = told if is_anaphoric else context.published
    if origin is None and unit == "Y" and relation.kind == "A" and context.own_year:
        return [Reading(match.i, match.j, "DATE", f"{context.own_year + relation.value:04}")]
    if origin is None:
        return [Reading(match.i, match.j, "DATE", UNKNOWN[unit])] if unit in UNKNOWN else []
    if unit == "D" and relation.kind == "A" and relation.value < 0:
        return []
    if match.tokens[match.j - 1].text.startswith(("Schuljahr", "Studienjahr")) and origin.month < _SCHOOL:
        origin = date(origin.year - 1, _SCHOOL, 1)  # of 2025/26 until the summer of 2026
    value = moved(origin, relation.value, unit)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def relative_pair(match: Match, context: Context) -> list[Reading]:
    """'dieses und nächstes Jahr': two of them."""
    (unit, plural), last = match.tokens[match.j - 1].value, replace(match, i=match.i + 2)
    if plural or unit not in ("W", "M", "Y"):
        return relative(last, context)
    steps = match.tokens[match.i].value
    value = moved(context.published, steps, unit) if context.published else UNKNOWN[unit]
    return [*([Reading(match.i, match.i + 1, "DATE", value)] if value else []), *relative(last, context)]


def relative_adjective(match: Match, context: Context) -> list[Reading]:
    """'heurigen', 'diesjährige', 'vorjährigen' before a noun that is no time: the year."""
    relation = match.tokens[match.i]
    if not relation.text.lower().startswith(("heurig", "diesjährig", "vorjährig", "letztjährig")):
        return []
    own = f"{context.own_year + relation.value:04}" if context.own_year else UNKNOWN["Y"]
    value = moved(context.published, relation.value, "Y") if context.published else own
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def _plural(match: Match, relation: Token, unit: str, plural: bool) -> list[Reading]:
    if relation.kind not in "AF" or not plural:
        return []
    if relation.kind == "A" and relation.value == 0:
        return [Reading(match.i, match.j, "DATE", "PRESENT_REF")] if unit == "D" else []
    if relation.kind == "A" and relation.value == 1 and is_ahead(match):
        return [Reading(match.i, match.j, "DATE", "FUTURE_REF")]
    return [Reading(match.i, match.j, "DURATION", duration(None, unit))]


def is_ahead(match: Match) -> bool:
    """'in den nächsten Tagen', without a number: some time or other."""
    return [token.text.lower() for token in match.tokens[max(0, match.i - 2) : match.i]] == ["in", "den"]


def _new_year(match: Match, context: Context, unit: str) -> list[Reading]:
    """'im neuen Jahr': the next one near its end, this one at its beginning."""
    if unit != "Y" or context.published is None:
        return []
    year = context.published.year + (1 if context.published.month > 6 else 0)
    return [Reading(match.i, match.j, "DATE", f"{year:04}")]


def moved(origin: date, steps: int, unit: str) -> str | None:
    """The day, week, month … that lies `steps` units from the one of `origin`, as a value of that grain."""
    if unit in ("D", "W", "WE"):
        if unit == "WE":
            return _weekend(origin, steps)
        day = shifted(origin, steps * (1 if unit == "D" else 7))
        return None if day is None else (day.isoformat() if unit == "D" else calendar.week(day))
    year, month = origin.year, origin.month
    if unit == "M":
        year, month = calendar.add_months(year, month, steps)
        return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None
    year += steps * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 1)
    if not 1 <= year <= 9999:
        return None
    return f"{year:04}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def _weekend(origin: date, steps: int) -> str | None:
    """'vergangenes Wochenende' is over before today; on a Saturday 'kommendes' is that of the next week."""
    if steps > 0 and origin.weekday() < 5:
        steps -= 1
    day = shifted(origin, steps * 7)
    return f"{calendar.week(day)}-WE" if day else None


def bare_weekend(match: Match, context: Context) -> str:
    if context.published is None:
        return UNKNOWN["WE"]
    way = context.direction(match).way
    first = 6 if context.preposition(match) == "seit" else 5  # on a Saturday, since the last one
    is_this = way == "future" or context.published.weekday() >= first
    return _weekend(context.published, 0 if is_this else -1) or UNKNOWN["WE"]


def week_beside(match: Match, context: Context) -> list[Reading]:
    """'Woche nach Ostern', 'Woche vor dem 5. Mai'; of any other unit only the day is read."""
    unit, side = match.tokens[match.i : match.i + 2]
    begin = next(n for n in range(match.i + 2, match.j) if match.kinds[n] != "t")
    named = replace(match, i=begin)
    read = days.holiday if match.kinds[begin] == "L" else days.day
    found = read(named, context)
    steps = {"nach": 1, "vor": -1}.get(side.text.lower())
    bounds = calendar.covered(found[0].value) if found else None
    if unit.kind == "W":
        return _weekday_beside_feast(match, unit.value, steps, bounds[0]) if steps and bounds else found
    if unit.value == ("WE", False) and steps and bounds:  # 'Wochenende nach Ostern'
        feast = bounds[0]
        weekend = (
            shifted(feast, (5 - feast.weekday()) % 7 or 7)
            if steps > 0
            else shifted(feast, -(feast.isoweekday() % 7) - (7 if feast.isoweekday() == 7 else 0))
        )
        return [Reading(match.i, match.j, "DATE", f"{calendar.week(weekend)}-WE")] if weekend else []
    if unit.value != ("W", False) or steps is None or bounds is None:
        return found
    # The middle of the seven days before or after: those before Easter Sunday are its own week.
    day = shifted(bounds[0], 4 * steps)
    return [Reading(match.i, match.j, "DATE", calendar.week(day))] if day else []


def _weekday_beside_feast(match: Match, number: int, steps: int, feast: date) -> list[Reading]:
    """'Donnerstag vor Pfingsten', 'Sonntag nach Ostern'."""
    ahead = (number - feast.isoweekday()) % 7
    day = shifted(feast, (ahead or 7) if steps > 0 else ahead - 7)
    return [Reading(match.i, match.j, "DATE", day.isoformat())] if day else []


def relative_noun(match: Match, context: Context) -> list[Reading]:
    """'Vorjahr', 'Vortag', 'Vorabend', 'heuer'."""
    unit, steps = match.tokens[match.i].value
    if unit in ("YM", "YQ", "YP"):
        return _of_year_before(match, context, unit)
    origin = context.told if unit in ("D", "EV") or steps > 0 else context.published
    if unit == "M" and context.months and context.sentence == context.day_sentence:
        origin = date(*context.months, 1)
    if origin is None and unit == "Y" and context.own_year:
        return [Reading(match.i, match.j, "DATE", f"{context.own_year + steps:04}")]
    if origin is None:
        known = {"EV": "XXXX-XX-XXTEV"} | UNKNOWN
        return [Reading(match.i, match.j, "TIME" if unit == "EV" else "DATE", known[unit])]
    if unit == "EV":
        evening = shifted(origin, steps)
        return [Reading(match.i, match.j, "TIME", f"{evening.isoformat()}TEV")] if evening else []
    value = moved(origin, steps, unit)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def _of_year_before(match: Match, context: Context, unit: str) -> list[Reading]:
    """'im Jänner weniger als im Vorjahresmonat': of the month told of, else of the one that is over."""
    today = context.published
    if today is None:
        return [Reading(match.i, match.j, "DATE", "XXXX-XX" if unit == "YM" else "XXXX")]
    is_told = context.months is not None and context.months_sentence >= context.sentence - 1
    over = calendar.add_months(today.year, today.month, -3 if unit == "YQ" else -1)
    year, month = context.months if is_told and context.months else over
    value = {"YM": f"-{month:02}", "YQ": f"-Q{(month + 2) // 3}"}.get(unit, "")
    return [Reading(match.i, match.j, "DATE", f"{year - 1 if value else today.year - 1:04}{value}")]


def later(match: Match, context: Context) -> list[Reading]:
    """'zwei Tage später', 'tags darauf', 'im Jahr zuvor'; without a number in the plural a duration."""
    unit_token = match.first("Ud")
    assert unit_token is not None
    sign = match.tokens[match.j - 1].value
    count = next((t.value for t in match.tokens[match.i : match.j] if t.kind in "NYE"), None)
    half = match.first("Q")
    vague = match.first("K")
    begin = next(n for n in range(match.i, match.j) if match.kinds[n] not in "bz")
    if " als" in match.tokens[begin].text and match.i and match.kinds[match.i - 1] in "Nn%_4d":
        return later(replace(match, i=begin + 1), context)  # '58 Prozent mehr als ein Jahr zuvor'
    if half and unit_token.kind == "U" and _is_compared(match):  # 'ein halbes Jahr später als geplant'
        return [Reading(begin, match.j - 1, "DURATION", duration(0.5, unit_token.value[0]))]
    if unit_token.kind == "d" or half:
        return _half_later(match, context, begin, sign, unit_token.value[0]) if half else []
    unit, plural = unit_token.value
    if vague or (plural and count is None):
        return [Reading(begin, match.j, "DURATION", duration(None, unit))]
    steps = count if count is not None else 1
    before = match.before()
    if _is_compared(match) or (
        before is not None and before.text.lower() == "um"
    ):  # 'um ein Jahr früher', 'später als geplant'
        return [Reading(begin, match.j - 1, "DURATION", duration(steps, unit))]
    led = match.before(2)
    is_led = before is not None and before.kind == "t" and led is not None and led.kind in "ifsbv"
    if is_led and plural and steps > 1:  # 'in den sechs Jahren zuvor'
        return [Reading(begin, match.j, "DURATION", duration(steps, unit), None)]
    approximate = match.first("a")
    mod = approximate.value if approximate else None
    if unit in ("TH", "TM", "TS"):
        return _clock_later(match, context, begin, sign * steps, unit)
    origin = context.told
    if unit == "Y" and steps >= _AGES and not (context.told_year or context.year_here) and origin == context.published:
        return [Reading(begin, match.j, "DURATION", duration(steps, unit), mod)]  # '200 Jahre später', after what?
    origin = _origin_of_later(match, context, unit, sign)
    if origin is None:
        return [Reading(begin, match.j, "DATE", UNKNOWN[unit], mod)] if unit in UNKNOWN else []
    value = moved(origin, sign * int(steps), unit) if unit in (*UNKNOWN, "DE", "CE") else None
    if value and steps != int(steps):
        return [Reading(begin, match.j, "DURATION", duration(steps, unit), mod)]
    return [Reading(begin, match.j, "DATE", value, mod)] if value else []


def _is_compared(match: Match) -> bool:
    """'zwei Jahre später als geplant', 'als im Vorjahr', 'als die anderen'; but 'kehrte drei Jahre später als Trainer
    zurück' says as what, and 'zwei Tage später als erster' in which place."""
    link, standard = match.after(), match.after(2)
    if link is None or link.text != "als" or standard is None:
        return False
    if match.tokens[match.j - 1].text not in ("später", "früher"):
        return False
    return standard.text in _STANDARDS or standard.kind in "isbvzR" or is_participle(standard.text)


def _origin_of_later(match: Match, context: Context, unit: str, sign: int) -> date | None:
    """What 'zwei Wochen später' counts from."""
    if unit in ("Y", "DE") and (year := context.told_year or context.year_here) is not None:
        return date(year, 1, 1)
    is_month_told = context.months_sentence > max(context.day_sentence, context.sentence - 3)
    if unit == "M" and context.months and is_month_told:
        return date(*context.months, 1)  # 'Im Jänner waren es 3000, zwei Monate später 5000'
    is_week_told = context.point_sentence > max(context.day_sentence, context.sentence - 2)
    if unit == "W" and context.point and is_week_told:
        return context.point  # 'Letztes Wochenende …, die Woche davor …'
    is_back = sign > 0 and context.told in (context.published, context.news) and context.direction(match).way == "past"
    return context.day if is_back and context.day else context.told  # 'Zwei Wochen später erklärte er …'


def _half_later(match: Match, context: Context, begin: int, sign: int, unit: str) -> list[Reading]:
    """'eine halbe Stunde später', 'ein halbes Jahr zuvor'."""
    if unit == "TH":
        return _clock_later(match, context, begin, sign * 0.5, unit)
    if unit != "Y" or match.first("E") is None:
        return []
    is_told = context.point_sentence >= max(context.day_sentence, context.sentence - 1)
    origin = context.point if is_told else context.told  # 'Im Sommer 1990 …, ein halbes Jahr später'
    value = moved(origin, 6 * sign, "M") if origin else UNKNOWN["M"]
    return [Reading(begin, match.j, "DATE", value)] if value else []


def _clock_later(match: Match, context: Context, begin: int, steps: float, unit: str) -> list[Reading]:
    seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit]
    origin = context.clock_day or context.anchor
    is_left = (
        context.day != context.clock_day and context.day_sentence > context.clock_sentence
    )  # the text has moved on
    if context.clock is None or origin is None or unit == "TS" or is_left:
        return [Reading(begin, match.j, "DURATION", duration(abs(steps), unit))]
    total = context.clock[0] * 60 + context.clock[1] + int(steps * seconds) // 60
    day = shifted(origin, total // 1440)
    if day is None:
        return []
    hour, minute = total % 1440 // 60, total % 60
    return [Reading(begin, match.j, "TIME", f"{day.isoformat()}T{hour:02}:{minute:02}")]


def ago(origin: date, steps: float, unit: str) -> str | None:
    """'vor drei Monaten' (steps -3): the month; 'vor anderthalb Jahren': the month, too."""
    if steps != int(steps) and unit == "Y":
        return moved(origin, int(steps * 12), "M")
    return moved(origin, int(steps), unit) if steps == int(steps) else None
