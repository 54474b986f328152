"""Which day a time by the clock is of."""

import re
from collections.abc import Sequence
from datetime import date

from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.context import Context
from peacetalks_cli.german.timex.direction import is_clause
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tokens import Token

_EVENING = 17  # hour from which on a time in the night lies on the day before the one that it is named after
_NOON = 12
_SMALL = 6  # hour up to which a night lasts
_CLOSING = {"Redaktionsschluss", "Andruck", "Drucklegung", "Redaktionsschlusses"}
_OVER = re.compile(r"[CN]T?(?:[bu-]z?)[CN]")
_SINCE = re.compile(r"[CN]T?(?:[bu-]z?)$")


def clock_day(match: Match, context: Context, hour: int) -> date | None:
    """The day of a clock time. A notice without a verb ('im Theatersaal, 20 Uhr') begins anew: it means today; so
    does an entry of a live ticker ('09.03 Uhr: …')."""
    if headed := context.day_headed(match):
        return headed
    following = match.after()
    if match.i == 0 and (following is None or following.text in (":", "–", "|")):
        context.is_night = False
        return context.published
    if due := context.day_due(match):
        return due
    if hour >= _EVENING and any(token.text in _CLOSING for token in match.tokens[max(0, match.i - _SMALL) : match.i]):
        return shifted(context.published, -1) if context.published else None  # 'bei Redaktionsschluss um 23 Uhr'
    day = context.anchor_of(match)
    if context.is_night and day and day == context.day and hour >= _EVENING:
        return shifted(day, -1)  # a night is named after the day on which it ends
    is_told = context.day_sentence == context.sentence or is_clause(_behind_title(match))
    if day and context.published and day > context.published and not is_told:
        return context.published
    return day


def _behind_title(match: Match) -> Sequence[Token]:
    """'Bern: Backen und feiern: Im Pfarrsaal, 11 Uhr': a title before the last colon is no clause of the time."""
    colons = [n for n in range(match.i) if match.tokens[n].text == ":"]
    return match.tokens[colons[-1] :] if colons else match.tokens


def days_over_midnight(match: Match, context: Context, i: int, time: tuple[int, int]) -> int:
    """'zwischen 22.30 Uhr und 5 Uhr': the evening is of the day before, unless it is that day's night to come."""
    is_told = context.day_sentence == context.sentence and not context.is_night
    if time[0] == 0 and context.day_sentence != context.sentence and not context.is_night:
        is_small = context.clock is not None and context.clock[0] < _SMALL  # 'ab 0.10 Uhr …, ab 0.24 Uhr …'
        # 'soll um 0 Uhr in Kraft treten'
        return 1 if context.direction(match).way == "future" and not is_small else 0
    if ahead := _OVER.match(match.kinds, i):
        end = hour_of(match.tokens[ahead.end() - 1].value)
        is_over = end is not None and time[0] >= _EVENING > _NOON >= end[0]
        if is_over and not is_told and not context.is_night and context.direction(match).way != "future":
            return -1
    is_after = context.clock is not None and context.clock[0] >= _EVENING > _NOON >= time[0]
    if is_after and is_told and _SINCE.search(match.kinds, 0, i):
        return 1
    return 1 if _is_of_night_begun(match, context, time) else 0


def _is_of_night_begun(match: Match, context: Context, time: tuple[int, int]) -> bool:
    """'Am Montag um 23 Uhr begann der Angriff. Um 3 Uhr war er zu Ende.'"""
    if context.is_night or time[0] >= _SMALL or not context.is_night_begun(context.day):
        return False
    return context.direction(match).reason not in ("hatte", "hatten")


def hour_of(written: tuple[int, int] | float) -> tuple[int, int] | None:
    """(hour, minute) of '20.30' or '20'; None for what is no hour."""
    time = written if isinstance(written, tuple) else (written, 0)
    return (int(time[0]), time[1]) if isinstance(time[0], int) and time[0] <= 24 else None
