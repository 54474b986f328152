"""In which order the expressions of a sentence are read: a day before the time that is of it."""

import re

from peacetalks_cli.german.timex.patterns import Match

_SCENE = 6  # … and as many more in 'um fünf Uhr, als sie am Montag …'
_FURTHER = 12  # tokens from a time that opens its sentence to the day that it is of
_SUBJECT = re.compile("xt?x?n[n_]{0,3}")
_CLOSE = 4  # tokens within which 'um 20 Uhr am Freitag' is one appointment
_DAYS = {
    "weekday_day",
    "day",
    "day_of_year",
    "weekday",
    "weekday_of_week",
    "day_apart",
    "day_word",
    "holiday",
    "counted_holiday",
}
_TIMES = {"clock", "part", "hour"}


def in_reading_order(found: list[Match]) -> list[Match]:
    """'um 20 Uhr am Freitag': the day is read first, so that the time can belong to it."""
    if found and (day := _day_further_on(found)):
        return [day, *(match for match in found if match is not day)]
    ordered = list(found)
    for n in range(len(found) - 1):
        match, following = ordered[n], ordered[n + 1]
        is_scene = [token.text for token in match.tokens[match.j : match.j + 2]] == [",", "als"]
        reach = _CLOSE + (_SCENE if is_scene else 0)
        if match.rule in _TIMES and following.rule in _DAYS and following.i - match.j <= reach:
            between = match.kinds[match.j : following.i]
            if (is_scene or not set(between) & set(",_")) and not any(m.rule in _DAYS for m in ordered[:n]):
                ordered[n], ordered[n + 1] = following, match
    return ordered


def _day_further_on(found: list[Match]) -> Match | None:
    """The day behind the verb of a sentence that a time opens: 'Um 11.15 Uhr, drei Stunden zu spät, begann am'."""
    time = found[0]
    if time.rule != "clock" or time.i > 1:
        return None
    day = next((match for match in found if match.rule in _DAYS), None)
    if day is None or day.rule != "weekday" or day.i - time.j > _FURTHER:
        return None
    led, verb = day.before(), day.before(2)
    is_behind_verb = led is not None and led.text == "am" and verb is not None and verb.text[0].islower()
    if led is not None and led.text == "am" and _SUBJECT.fullmatch(time.kinds, time.j, day.i - 1):
        return day  # 'Um 9.38 Uhr nimmt Waldemar T. am Dienstag Platz'
    between = time.kinds[time.j : day.i]
    is_inserted = between.startswith(",") and between.count(",") == 2
    is_clause = not set(between) & set("u_<-") and ("," not in between or is_inserted)
    return day if is_behind_verb and is_clause else None
