"""Times of the day by the clock."""

import re
from dataclasses import replace
from datetime import date

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.clock_days import clock_day, days_over_midnight, hour_of
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.days import day_at
from peacetalks_cli.german.timex.direction import tense_around
from peacetalks_cli.german.timex.hours import (
    is_curfew,
    is_every_day,
    is_of_list,
    is_of_verb,
    is_pointed_clock,
    leads_to_hour,
    of_evening,
)
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.weekdays import weekday_value

_EVENING = 17  # hour from which on a time in the night lies on the day before the one that it is named after
_NOON = 12
_AFTERNOON = {"EV", "AF"}
_MORE = re.compile(r"mehr|weniger|prozent.*|punkt.*|\w{3,}(?:er|ere|eren)")  # 'am Montag um drei höher'
_PART_BESIDE = 4  # tokens between a clock time and the part of the day that it is of
_MINUTES = {5, 10, 20, 25}  # to or past the hour, or half past it
_SMALL = 6  # hour up to which a night lasts
_PART_BEHIND = re.compile("it[pk]|fh?p|3")


def clock(match: Match, context: Context) -> list[Reading]:
    """'20.30 Uhr', 'von 14.30 bis 18 Uhr', 'halb neun', 'Mitternacht'."""
    if match.first("WPRA") is match.tokens[match.i]:  # 'Freitag, 20 Uhr', 'heute, 18 Uhr', 'kommenden Mittwoch, 9 Uhr'
        return _appointment(match, context)
    kinds = match.kinds[match.i : match.j]
    if kinds[0] == "m":
        return [_midnight(match, context)]
    if kinds[0] == "N" and kinds[1:2] in ("f", "v") and kinds[-1] == "N":
        return _minutes_beside(match, context)
    if kinds[0] in "4Q":
        return _spelled(match, context)
    if "T" not in kinds:
        return _bare(match, context)
    figures = [n for n in match.every("CNE") if n < match.i + kinds.index("T")]
    if kinds[0] == "E" and match.tokens[match.i].text.lower() != "ein":  # 'mit einer Uhr'
        return []
    stop = match.i + kinds.index("T") + 1
    after = match.tokens[stop : match.j]
    minutes = next((t.value for t in after if t.kind == "N"), 0)
    if minutes and (match.tokens[figures[-1]].kind == "C" or minutes not in range(60)):  # '6.00 Uhr 412 Drohnen'
        return clock(replace(match, j=stop), context)
    part_code = next((_part(t.text) for t in after if t.kind in "r3R"), None)
    readings = []
    for n in figures:
        token = match.tokens[n]
        time = (
            token.value
            if token.kind == "C"
            else (1 if token.kind == "E" else token.value, minutes if n == figures[-1] else 0)
        )
        if not (isinstance(time[0], int) and time[0] <= 24 and time[1] < 60):
            continue
        if part_code in _AFTERNOON and time[0] < 12:
            time = (time[0] + 12, time[1])
        end = match.j if n == figures[-1] else n + 1
        readings.append(_time(match, context, n, end, time))
    return readings


def hour(match: Match, context: Context) -> list[Reading]:
    """'gestern um acht', 'Montagabend gegen sieben': a number alone, of hours that a clock shows."""
    count, before, after = match.tokens[match.i], match.before(), match.after()
    is_beside_part = _PART_BEHIND.match(match.kinds, match.j) is not None
    is_hour = isinstance(count.value, int) and 1 <= count.value <= 24 and (count.text.isalpha() or is_beside_part)
    is_late = match.kinds.startswith("itk", match.j) and count.value > _SMALL  # 'gegen elf in der Nacht'
    if before is None or not is_hour or is_late or (after is not None and _MORE.fullmatch(after.text)):
        return []
    if not leads_to_hour(match, before.text.lower(), is_beside_part):
        return []
    two_before = match.before(2)
    if is_of_list(match) and context.day_sentence == context.sentence:
        return [_time(match, context, match.i, match.j, (count.value % 24, 0))]
    is_of_day = is_beside_part or (two_before is not None and two_before.kind in "RWPprkG3")
    is_of_day = is_of_day or match.kinds[max(0, match.i - 3) : match.i - 1] == "OM"  # 'am 22. Mai um neun'
    if before.text == "bis" and two_before is not None and two_before.kind == "m":  # 'von Mitternacht bis fünf'
        return [_time(match, context, match.i, match.j, (count.value % 24, 0))]
    if before.text == "bis" and not is_of_day:
        return []
    if not is_of_day and not is_of_verb(match):
        return []  # 'Um sechs war er wach', but 'gegen neun andere'
    return [_time(match, context, match.i, match.j, of_evening(match, context, (count.value % 24, 0)))]


def day_clock(match: Match, context: Context) -> list[Reading]:
    """'27. Februar, 0.00 Uhr'."""
    number = next(n for n in range(match.j - 1, match.i, -1) if match.kinds[n] in "CN")
    day = day_at(replace(match, j=number - 1), context, match.every("OD")[0])
    if day is None:
        return []
    time = hour_of(match.tokens[number].value)
    if time is None:
        return [Reading(match.i, number - 1, "DATE", day)]
    context.clock = time
    return [Reading(match.i, match.j, "TIME", f"{day}T{time[0]:02}:{time[1]:02}")]


def _appointment(match: Match, context: Context) -> list[Reading]:
    first = match.i + (match.kinds[match.i] == "A")
    named = match.tokens[first]
    hour = hour_of(match.tokens[first + 2].value)
    if hour is None:
        return []
    if named.kind == "R":
        found = shifted(context.published, named.value) if context.published else None
        day = found.isoformat() if found else "XXXX-XX-XX"
    else:
        day = weekday_value(match, context, named.value[0] if named.kind == "P" else named.value)
    minutes = match.tokens[match.j - 1]
    if minutes.kind == "N" and match.j - first == 5:  # 'Dienstag, 10 Uhr 40'
        if minutes.value not in range(60):
            return _appointment(replace(match, j=match.j - 1), context)
        hour = hour[0], int(minutes.value)
    context.clock = hour
    return [Reading(match.i, match.j, "TIME", f"{day}T{hour[0]:02}:{hour[1]:02}")]


def _midnight(match: Match, context: Context) -> Reading:
    """'kurz nach Mitternacht' is at the beginning of the day told of, 'bis Mitternacht' at its end; the midnight of
    a night is that of the day it ends on."""
    day = None if is_curfew(match) else clock_day(match, context, 0)
    words = {token.text.lower() for token in match.tokens[max(0, match.i - 3) : match.i]}
    is_begin = bool(words & {"nach", "seit", "von"}) or ("ab" in words and context.direction(match).way == "past")
    is_over = (
        bool(words & {"vor", "um"})
        and "noch" not in words
        and context.day_sentence != context.sentence
        and tense_around(match.tokens, match.i, match.j).way == "past"
    )
    if is_begin and context.is_night_begun(day):
        day = shifted(day, 1) if day else None
    elif day and not context.is_night and not is_begin and not (is_over and day == context.published):
        day = shifted(day, 1)
    context.clock = (0, 0)
    mod: TimexMod | None = "APPROX" if "gegen" in words else None
    return Reading(match.i, match.j, "TIME", (day.isoformat() if day else "") + "T00:00", mod)


def _part(word: str) -> str:
    word = word.lower()
    return part_code if (part_code := {"abends": "EV", "nachmittags": "AF"}.get(word)) else part_of_word(word)


def part_of_word(word: str) -> str:
    return {"abend": "EV", "nachmittag": "AF"}.get(word, "MO")


def _spelled(match: Match, context: Context) -> list[Reading]:
    hour = next(token.value for token in reversed(match.tokens[match.i : match.j]) if token.kind == "N")
    first = match.tokens[match.i]
    if not isinstance(hour, int) or not 1 <= hour <= 24 or (first.kind == "Q" and first.text != "halb"):
        return []
    minute = 30 if first.kind == "Q" else 45
    if first.kind == "4" and match.tokens[match.i + 1].text == "nach":
        return [_time(match, context, match.i, match.j, of_evening(match, context, (hour % 24, 15)))]
    return [_time(match, context, match.i, match.j, of_evening(match, context, ((hour - 1) % 24, minute)))]


def _minutes_beside(match: Match, context: Context) -> list[Reading]:
    """'um zwanzig vor sechs', 'gegen fünf nach halb acht'; not 'um zehn vor zwei Gegnern', 'von zwei nach vier'."""
    minutes, hour, led = match.tokens[match.i].value, match.tokens[match.j - 1].value, match.tokens[match.i - 1]
    words = [match.tokens[n].text for n in (match.i, match.i + 1, match.j - 1)]
    if led.text.lower() not in ("um", "gegen") or minutes not in _MINUTES or not all(word.isalpha() for word in words):
        return []
    if words[1] not in ("vor", "nach") or hour not in range(1, _NOON + 1):
        return []
    is_half = match.kinds[match.j - 2] == "Q"
    if is_half and match.tokens[match.j - 2].text != "halb":
        return []
    total = hour * 60 - 30 * is_half + (minutes if words[1] == "nach" else -minutes)
    return [_time(match, context, match.i, match.j, of_evening(match, context, (total // 60 % 24, total % 60)))]


def _bare(match: Match, context: Context) -> list[Reading]:
    """'um 15:56' without Uhr; 'um 0:13' may be a score, 'um 1.20' a price; '+++ 15:56 Licht geht an +++'."""
    token, before = match.tokens[match.i], match.before()
    if match.i == 0 or (before and before.text == "+"):
        return _entry(match, context)
    if before is None or before.text.lower() not in ("um", "gegen", "ab", "bis", "von"):
        return []
    if ":" not in token.text:
        return [_time(match, context, match.i, match.j, token.value)] if is_pointed_clock(match) else []
    return [_time(match, context, match.i, match.j, token.value)] if len(token.text) == 5 else []


def _entry(match: Match, context: Context) -> list[Reading]:
    """The time at the head of an entry of a live ticker: a day told of before in the text is that of another entry."""
    token, after = match.tokens[match.i], match.after()
    is_marked = match.i > 0  # +++
    if len(token.text) != 5 or after is None or not (is_marked or after.kind in "n-" or after.text in (":", "|")):
        return []
    context.day, context.clock = context.published, token.value
    return [Reading(match.i, match.j, "TIME", _at(context.published, token.value))]


def _at(day: date | None, time: tuple[int, int]) -> str:
    return (day.isoformat() if day else "") + f"T{time[0]:02}:{time[1]:02}"


def _time(match: Match, context: Context, i: int, j: int, time: tuple[int, int]) -> Reading:
    time = _of_afternoon(match, i, j, time)
    day = None if is_every_day(match, i) else clock_day(match, context, time[0])
    if day and (days := days_over_midnight(match, context, i, time)):
        day = shifted(day, days)
    context.clock = time
    before = match.tokens[i - 1].text.lower() if i else ""
    is_near = before == "auf" and match.rule == "hour"  # 'es ging auf sieben am Abend'
    mod: TimexMod | None = "APPROX" if is_near or before in ("gegen", "etwa", "circa", "ca.", "rund") else None
    return Reading(i, j, "TIME", _at(day, time), mod)


def _of_afternoon(match: Match, i: int, j: int, time: tuple[int, int]) -> tuple[int, int]:
    """'um halb fünf am Montagnachmittag', 'Dienstagabend gegen acht': by the part of the day beside it."""
    begin = max(0, i - _PART_BESIDE)
    for n in [*range(i - 1, begin - 1, -1), *range(j, min(len(match.tokens), j + _PART_BESIDE))]:
        token = match.tokens[n]
        is_apart = token.kind in "LWD" and "," in match.kinds[j:n]
        if n >= j and (is_apart or token.text == ";"):  # '…, am Freitag nachmittags', but 'um vier am Freitag abends'
            break
        if token.kind in "CN,_<":
            continue
        code = token.value[1] if token.kind in "P3" else token.value if token.kind in "pr" else None
        if code in _AFTERNOON and 1 <= time[0] < (_NOON if code == "EV" else _SMALL + 1):
            return (time[0] + 12, time[1])
    return time
