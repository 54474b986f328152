"""Why a time expression means what it means, in a few words for a reader: 'bis: coming June'."""

from datetime import date, timedelta

from peacetalks_cli.german.timex import calendar
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.patterns import Match

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_OF_TYPE = {"DURATION": "a length of time", "SET": "what recurs"}
_OF_WEEKDAY = {
    "own": "the article's own {}",
    "last": "nothing says otherwise: last {}, as in a daily",
    "coming": "coming {}, after the day or with the time beside it",
    "this": "this {}",
}
_TIMES_OF_DAY = frozenset({"clock", "part", "night_alone"})


def reason(match: Match, reading: Reading, context: Context) -> str:
    """The reason of `reading`, to be asked for before the context goes on to what follows."""
    if no_date := _of_no_date(reading):
        return no_date
    word = match.tokens[match.i]
    if match.rule == "day_word" and word.kind == "R" and context.published:
        said = date.fromisoformat(reading.value[:10]) - timedelta(word.value)
        if said < context.published - timedelta(1):  # a night is named after the day on which it ends
            return f"counted from {said}, the day on which it was said"
    if match.rule in _TIMES_OF_DAY:
        return _of_day(reading, context)
    if _is_whole(match):
        return "as written"
    return _counted(match, context) or _pointing(match, reading, context)


def _of_no_date(reading: Reading) -> str | None:
    if reading.value == "PX" or reading.value.endswith("_REF"):
        return "no calendar value"
    if reading.type in _OF_TYPE:
        return _OF_TYPE[reading.type]
    if reading.value.startswith("T"):
        return "a time of no day"
    return "no publication date to read it against" if "X" in reading.value else None


def _is_whole(match: Match) -> bool:
    """Whether the year, or all that there is to know, is written."""
    written = match.first("D")
    if match.rule in ("decade", "century") or (written and written.value[0]):
        return True
    return bool(match.first("YyZ")) and not match.first("AFI")


def _of_day(reading: Reading, context: Context) -> str:
    day = reading.value[:10]
    if context.published and day == context.published.isoformat():
        return "on the article's day"
    if context.news and day == context.news.isoformat() and context.day_sentence != context.sentence:
        return f"on the day that the news is of, {day}"
    return f"with the day before it, {context.day}" if context.day else "as written"


def _counted(match: Match, context: Context) -> str | None:
    """Of what says itself from where it counts: 'vergangenen', 'gestern', 'tags darauf', 'vor drei Monaten'."""
    if match.first("FIl") or (match.first("V") and context.told != context.published):
        unit = match.first("U")
        of_year = context.told_year if unit and unit.value[0] in ("Y", "DE") else None
        return f"counted from {of_year or context.told}, which is told of" if of_year or context.told else None
    is_of_unit = match.rule == "edge" and match.first("U") is not None
    if match.first("ARHVce") or is_of_unit or match.rule in ("duration", "day_apart", "some"):
        return f"counted from {context.published}, the article's date" if context.published else None
    return None


def _pointing(match: Match, reading: Reading, context: Context) -> str:
    """Of what could be in the past or to come."""
    covered, today, cue = calendar.covered(reading.value), context.published, context.cue
    if covered is None or today is None or not match.first("WPMODSLq16"):
        return "as written"
    name = _name(match, covered[0], reading.value)
    side = _side(covered, today)
    if cue and cue.reason and cue.way and (cue.way == "past") == (side == "last"):
        return f"{cue.reason}: {side} {name}"
    if match.first("WP"):
        if side == "last" and context.scene == covered[0] and context.scene_sentence == context.sentence:
            return f"a scene of last {name}, told in the present tense"
        if side != "own" and covered[0] in context.weekdays.values():
            return f"the {name} spoken of before"
        return _OF_WEEKDAY[side].format(name)
    if context.told_year == covered[0].year != today.year:
        return f"no year: {context.told_year} is told of"
    return f"no year: nearest to {today}"


def _side(covered: calendar.Bounds, today: date) -> str:
    first, last = covered
    if first == last == today:
        return "own"
    return "coming" if first > today else "last" if last < today else "this"


def _name(match: Match, day: date, value: str) -> str:
    if match.first("WP"):
        return _WEEKDAYS[day.weekday()]
    if match.first("S"):
        return _SEASONS.get(value[-2:], "season")
    if match.first("MD"):
        return _MONTHS[day.month - 1]
    return " ".join(token.text for token in match.tokens[match.i : match.j])
