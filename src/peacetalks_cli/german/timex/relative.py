"""Expressions that count from the article's date or from a date mentioned before."""

from dataclasses import replace
from datetime import date, timedelta

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex import calendar, days
from peacetalks_cli.german.timex.context import Context, Reading, shifted
from peacetalks_cli.german.timex.licence import is_weekday
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tokens import Token, duration
from peacetalks_cli.german.timex.words import PARTS

UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}
"""What is left of a value, by grain, where the article has no date."""


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


def day_word(match: Match, context: Context) -> list[Reading]:
    """'heute', 'gestern Abend', 'am heutigen Freitag'."""
    word = match.tokens[match.i]
    last = match.tokens[match.j - 1] if match.j - match.i > 1 else None
    near = _words(match, 3)
    if "von heute auf morgen" in near or "schnee von gestern" in near or _is_role_of_today(match):
        return []
    if word.text.lower().startswith("heut") and _is_nowadays(match):
        return [Reading(match.i, match.j, "DATE", "PRESENT_REF")]
    if last is not None and last.kind == "U" and last.value[0] != "D":
        return []
    day = shifted(context.published, word.value) if context.published else None
    part = f"T{last.value}" if last and last.kind == "p" else part_of(last)
    value = (day.isoformat() if day else "XXXX-XX-XX") + part
    if part == "TNI" and word.value == -1 and day and (night := shifted(day, 1)):
        value = night.isoformat() + part if _is_last_night(match) else value
    return [Reading(match.i, match.j, "TIME" if part else "DATE", value)]


def day_word_named(match: Match, context: Context) -> list[Reading]:
    """'heute, Dienstag,': where the article is of the day before, the weekday is right."""
    word, named = match.tokens[match.i], match.tokens[match.j - 1]
    day = shifted(context.published, word.value) if context.published else None
    if day is None:
        return [
            Reading(match.i, match.i + 1, "DATE", UNKNOWN["D"]),
            Reading(match.j - 1, match.j, "DATE", f"XXXX-WXX-{named.value}"),
        ]
    off = (named.value - day.isoweekday() + 3) % 7 - 3
    value = ((shifted(day, off) if abs(off) == 1 else None) or day).isoformat()
    return [Reading(n, n + 1, "DATE", value) for n in (match.i, match.j - 1)]


def _is_role_of_today(match: Match) -> bool:
    """'einst Minister und heute Dozent': neither the day nor a time of its own."""
    word, before, after = match.tokens[match.i], match.before(), match.after()
    if word.text != "heute" or match.j - match.i > 1 or before is None or after is None:
        return False
    further = match.after(2)
    is_end = further is None or further.kind in ",_>uf"
    return before.kind in "u," and after.kind == "n" and after.text[0].isupper() and is_end


def _words(match: Match, reach: int) -> str:
    return " ".join(token.text.lower() for token in match.tokens[max(0, match.i - reach) : match.j + reach])


def _is_last_night(match: Match) -> bool:
    return match.before() is not None and match.before().text.lower() == "seit"  # type: ignore[union-attr]


_NOWADAYS_BEFORE = {"bis", "wie", "von", "noch", "als", "lebt", "leben", "gilt", "gelten", "heißt", "erinnert"}
_NOWADAYS_AFTER = {"noch", "wie", "nicht", "kaum", "lebt", "leben", "gilt", "gelten", "heißt"}
_CONTRAST = {"damals", "früher", "einst", "zukunft", "vergangenheit", "morgen", "gestern"}


def _is_nowadays(match: Match) -> bool:
    """'bis heute', 'heute wie damals', 'die heutige Ukraine': not the day of the article."""
    word = match.tokens[match.i]
    if word.kind == "H":
        return match.j - match.i == 1 and not (match.after() and match.after().kind == "W")  # type: ignore[union-attr]
    if match.j - match.i > 1:
        return False
    before, after = match.before(), match.after()
    if before and before.text.lower() in _NOWADAYS_BEFORE:
        return True
    if after and after.text.lower() in _NOWADAYS_AFTER - {"nicht", "kaum"}:
        return True
    near = {token.text.lower() for token in match.tokens[max(0, match.i - 12) : match.j + 12]}
    return bool(near & (_CONTRAST - {"morgen", "gestern"}))


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
    told = context.anchor_of(match) if relation.kind == "I" and unit == "D" else context.told
    origin = told if is_anaphoric else context.published
    if origin is None:
        return [Reading(match.i, match.j, "DATE", UNKNOWN[unit])] if unit in UNKNOWN else []
    if unit == "D" and relation.kind == "A" and relation.value < 0:
        return []
    value = moved(origin, relation.value, unit)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def _plural(match: Match, relation: Token, unit: str, plural: bool) -> list[Reading]:
    if relation.kind not in "AF" or not plural:
        return []
    if relation.kind == "A" and relation.value == 0:
        return [Reading(match.i, match.j, "DATE", "PRESENT_REF")] if unit == "D" else []
    return [Reading(match.i, match.j, "DURATION", duration(None, unit))]


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
    is_this = way == "future" or context.published.weekday() >= 5
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
    if unit.value != ("W", False) or steps is None or bounds is None:
        return found
    day = shifted(bounds[0], 7 * steps)
    return [Reading(match.i, match.j, "DATE", calendar.week(day))] if day else []


def relative_noun(match: Match, context: Context) -> list[Reading]:
    """'Vorjahr', 'Vortag', 'Vorabend', 'heuer'."""
    unit, steps = match.tokens[match.i].value
    origin = context.told if unit in ("D", "EV") or steps > 0 else context.published
    if unit == "M" and context.months and context.sentence == context.day_sentence:
        origin = date(*context.months, 1)
    if origin is None:
        known = {"EV": "XXXX-XX-XXTEV"} | UNKNOWN
        return [Reading(match.i, match.j, "TIME" if unit == "EV" else "DATE", known[unit])]
    if unit == "EV":
        evening = shifted(origin, steps)
        return [Reading(match.i, match.j, "TIME", f"{evening.isoformat()}TEV")] if evening else []
    value = moved(origin, steps, unit)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def later(match: Match, context: Context) -> list[Reading]:
    """'zwei Tage später', 'tags darauf', 'im Jahr zuvor'; without a number in the plural a duration."""
    unit_token = match.first("Ud")
    assert unit_token is not None
    sign = match.tokens[match.j - 1].value
    count = next((t.value for t in match.tokens[match.i : match.j] if t.kind in "NYE"), None)
    half = match.first("Q")
    vague = match.first("K")
    begin = next(n for n in range(match.i, match.j) if match.kinds[n] not in "bz")
    if unit_token.kind == "d" or half:
        return []
    unit, plural = unit_token.value
    if vague or (plural and count is None):
        return [Reading(begin, match.j, "DURATION", duration(None, unit))]
    steps = count if count is not None else 1
    approximate = match.first("a")
    mod = approximate.value if approximate else None
    if unit in ("TH", "TM", "TS"):
        return _clock_later(match, context, begin, sign * steps, unit)
    origin = context.told
    if unit in ("Y", "DE") and (year := context.told_year) is not None:
        origin = date(year, 1, 1)
    if origin is None:
        return [Reading(begin, match.j, "DATE", UNKNOWN[unit], mod)] if unit in UNKNOWN else []
    value = moved(origin, sign * int(steps), unit) if unit in (*UNKNOWN, "DE", "CE") and unit != "WE" else None
    if value and steps != int(steps):
        return [Reading(begin, match.j, "DURATION", duration(steps, unit), mod)]
    return [Reading(begin, match.j, "DATE", value, mod)] if value else []


def _clock_later(match: Match, context: Context, begin: int, steps: float, unit: str) -> list[Reading]:
    seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit]
    if context.clock is None or context.anchor is None or unit == "TS":
        return [Reading(begin, match.j, "DURATION", duration(abs(steps), unit))]
    total = context.clock[0] * 60 + context.clock[1] + int(steps * seconds) // 60
    day = shifted(context.anchor, total // 1440)
    if day is None:
        return []
    hour, minute = total % 1440 // 60, total % 60
    return [Reading(begin, match.j, "TIME", f"{day.isoformat()}T{hour:02}:{minute:02}")]


def ago(origin: date, steps: float, unit: str) -> str | None:
    """'vor drei Monaten' (steps -3): the month; 'vor anderthalb Jahren': the month, too."""
    if steps != int(steps) and unit == "Y":
        return moved(origin, int(steps * 12), "M")
    return moved(origin, int(steps), unit) if steps == int(steps) else None
