"""The year of a day or a month that is written without one."""

from datetime import date

from peacetalks_cli.facts import TimexMod
from peacetalks_cli.german.timex import calendar
from peacetalks_cli.german.timex.context import CHAPTER, Context
from peacetalks_cli.german.timex.direction import tense_around
from peacetalks_cli.german.timex.entries import head_over, is_head, year_of_entry
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tense import Direction
from peacetalks_cli.german.timex.tense_words import ANNOUNCED

_NEAR = 8  # tokens within which a month takes the bare year before it …
_ADJACENT = 3  # … and within which it does so whatever the tense
_OPENING = 3  # tokens within which a bare year opens its sentence
_PASSAGE = 4  # sentences of a paragraph for which a day long ago is told on from
_TOLD = 3  # sentences for which the year at the head of an entry holds
_OVER = frozenset({"seit", "wurde", "wurden", "war", "waren", "kam", "kamen", "starb", "starben", "begann", "begannen"})
"""Of what is told with these words nothing is to come, however near; 'vereinbarte', 'stimmte' may be."""
_LONG_AGO = 10  # months after which 'bis' does not point back
_LONG = 100  # days after which what was told to come is counted from then
_REPORTED = frozenset({"werde", "würde", "würden", "solle", "sollten", "sollte", "wolle", "wollte", "müsse"})
_FORETOLD = ANNOUNCED | {"sagte", "sagten", "erklärte", "erklärten", "hieß", "versicherte", "versicherten", "glaubte"}
_HISTORIC = frozenset({"ab", "bis", "wird", "werden", "muss", "kann"})
_STALE = 45  # days after which a past day in a clause about the future is next year's …
_AHEAD = 60  # … and a coming day in a clause about the past last year's: older days bear their year


def told_year(context: Context, match: Match, way: Direction) -> int | None:
    """The year that the text is telling about: 'im Februar 2022 …, im Mai …'."""
    if (headed := year_of_entry(context)) and match.first("A") is None:
        return headed
    if context.year is None or "zuletzt" in [
        token.text.lower() for token in match.tokens[max(0, match.i - 2) : match.i]
    ]:
        return None  # 'seither verlängert, zuletzt im Juni'
    if context.is_history and not context.year_is_bare:
        is_near = context.sentence - context.year_sentence <= CHAPTER
        return context.year if is_near and way.way != "future" else None
    if way.reason == "seit" and tense_around(match.tokens, match.i, match.j).way != "past":
        return None  # 'Seit Mitte Oktober läuft die Offensive'
    if context.is_chronicle and context.sentence - context.year_sentence <= _TOLD and match.first("A") is None:
        return context.year
    if context.year_sentence < context.sentence - 1:
        return context.year if _is_in_passage(context, way) else None
    if context.year_is_bare:
        if _is_after_year(context, match, way):
            context.go_on_in(context.year)
            return context.year
        is_theme = context.year_token <= _OPENING and way.way == "past"  # '2005 glaubte man …, im Mai wurden …'
        is_near = 0 <= match.i - context.year_token <= _NEAR
        if context.year_sentence != context.sentence or not (is_near or is_theme):
            return None
        return context.year if way.way != "future" or match.i - context.year_token <= _ADJACENT else None
    is_present = context.year_is_present and (not way.strong or way.reason in _HISTORIC)
    if is_present and context.published and context.year < context.published.year:
        return context.year  # 'Im November 2013 liegt ein Abkommen vor. Es gilt ab 20. Jänner'
    if context.year_sentence == context.sentence:
        return context.year if way.way != "future" else None
    return context.year if way.way == "past" and context.published and context.year < context.published.year else None


def _is_in_passage(context: Context, way: Direction) -> bool:
    """'Am 29. März 2022 legten sie ein Papier vor. …. …. Im Mai brach der Kontakt ab': told on in its paragraph."""
    day, today = context.day, context.published
    if day is None or today is None or day.year != context.year or context.year >= today.year - 1:
        return False
    is_near = context.paragraph == context.day_paragraph and context.sentence - context.day_sentence <= _PASSAGE
    return is_near and way.way == "past" and way.strong and way.reason not in ("hatte", "hatten", "seit")


def _is_after_year(context: Context, match: Match, way: Direction) -> bool:
    """'2009 kaufte er die Firma. Im Juni ging sie an die Börse': long ago, and told on from the head of a sentence."""
    is_long_ago = context.year is not None and context.published and context.year < context.published.year - 1
    if not is_long_ago or match.first("OD"):
        return False
    is_opened = context.year_token <= _OPENING and match.i <= 1 and context.sentence == context.year_sentence + 1
    return is_opened and way.way == "past" and way.strong and way.reason not in ("hatte", "hatten", "seit")


def _moved_on(context: Context, told: int) -> bool:
    """'Im November 1989 …, im März …, am 3. Oktober …': the text has come to the next year."""
    return not context.year_is_bare and context.months is not None and context.months[0] == told + 1


def _is_after_turn(context: Context, told: int, month: int, way: Direction) -> bool:
    """'Im Dezember 2012 wurde er verhaftet. Im März kam er frei': what is told goes on, up to the present."""
    is_back = way.reason in ("hatte", "hatten", "nach", "vom")
    if is_back or context.year_is_bare or context.is_chronicle or context.months is None or context.months[0] != told:
        return False
    today = context.published
    return month < context.months[1] and (today is None or (told + 1, month) <= (today.year, today.month))


def _is_until_turn(context: Context, match: Match, month: int, way: Direction) -> bool:
    """'1996 …: Von November an gingen sie auf die Straße, bis Anfang Februar'. Not 'Bis Dezember 2025 waren es 90, bis
    Juni 40'; and what is told ends before the article came out."""
    if context.months is None or context.months_sentence != context.sentence or context.preposition(match) != "bis":
        return False
    told, begun = context.months
    words = [token.text.lower() for token in match.tokens[: match.i]]
    if month >= begun or words.count("bis") > 1 or way.reason in ("hatte", "hatten"):
        return False
    today = context.published
    return way.way != "past" or today is None or (told + 1, month) <= (today.year, today.month)


def year_of_day(context: Context, match: Match, month: int, day: int) -> int | None:
    """The year of a day and month: the nearest such day, unless the clause says that it lies the other way."""
    way = context.direction(match)
    told = told_year(context, match, way)
    if told:
        told += _moved_on(context, told)
    if told and _is_after_turn(context, told, month, way):
        return told + 1
    if told or context.published is None:
        return told or context.own_year
    if way.way == "past" and match.i <= 1 and (of_event := context.event_year):
        context.go_on_in(of_event)  # 'Im Golfkrieg 1991 … Am 28. Februar …, im April …'
        return of_event
    today = head_over(context) or context.published  # '16. Mai, Genf. … Frei kommen 20 am 23., die übrigen bis 25. Mai'
    reach = 8 if (month, day) == (2, 29) else 2
    years = [today.year + n for n in range(-reach, reach + 1) if 1 <= today.year + n <= 9999]
    candidates = [calendar.day_of(year, month, day) for year in years]
    days = sorted((d for d in candidates if d), key=lambda d: (abs((d - today).days), d))
    if not days:
        return None
    nearest = days[0]
    if match.i == 0 and (nearest - today).days > _AHEAD and _heads_entry(match):
        return max((d for d in days if d < today), default=nearest).year
    if (told_on := _followed(context, match, way)) and nearest > told_on:
        return max((d for d in days if d < told_on), default=nearest).year
    is_over = way.way == "past" and nearest > today and context.preposition(match) not in ("für", "auf")
    if is_over and way.strong:
        if (earlier := context.told_year) and earlier < today.year:
            return earlier
        if (nearest - today).days > _AHEAD or way.reason in _OVER or _is_scene(match, way):
            return max((d for d in days if d < nearest), default=nearest).year
    if is_over and way.reason == "vom" and (nearest - today).days > _AHEAD:  # 'der Tsunami vom 26. Dezember'
        return max((d for d in days if d < today), default=nearest).year
    if way.way == "future" and (today - nearest).days > (_STALE if way.strong else 2 * _STALE):
        return min((d for d in days if d > nearest), default=nearest).year
    return nearest.year


def _heads_entry(match: Match) -> bool:
    """'18. Februar, Kiew.', '18. Februar: Auf dem Platz brennen Reifen.': what a chronicle tells is over."""
    after = match.after()
    return after is not None and (after.text == ":" or is_head(match.tokens, is_alone=False))


def _is_scene(match: Match, way: Direction) -> bool:
    """'Am 24. Februar sagte er …': what happened on a day that opens its sentence is over."""
    after = match.after()
    return match.i <= 1 and after is not None and after.text == way.reason


def _followed(context: Context, match: Match, way: Direction) -> date | None:
    """The day of the sentence that came after the one in `match`: 'Am 7. Jänner …, 100 Tage nach der Wahl vom'."""
    if way.reason not in ("vom", "nach") or context.day is None or context.day_sentence != context.sentence:
        return None
    is_after = any(
        token.text.lower() == "nach" for token in match.tokens[max(context.day_token, match.i - _NEAR) : match.i]
    )
    return context.day if is_after and context.published and context.day < context.published else None


def foretold_from(context: Context, match: Match) -> date | None:
    """The day, long ago, from which 'bis zum Frühjahr' was said: 'Im Jänner versprach er, bis zum Frühjahr werde …'."""
    day, today = context.point, context.published
    if day is None or today is None or context.sentence - context.point_sentence > 1 or (today - day).days < _LONG:
        return None
    words = {token.text for token in match.tokens[: match.j + 2 * _NEAR]}
    return day if words & _REPORTED and words & _FORETOLD else None


def year_of_month(context: Context, match: Match, month: int, mod: TimexMod | None = None) -> int | None:
    """The year of a bare month: the last one that began, the coming one, or the nearest."""
    way = context.direction(match)
    if told := told_year(context, match, way):
        told += _moved_on(context, told)
        return (
            told + 1
            if _is_until_turn(context, match, month, way) or _is_after_turn(context, told, month, way)
            else told
        )
    if context.published is None:
        return context.own_year
    if way.way == "future" and (said := foretold_from(context, match)):
        return said.year + (month <= said.month)
    year, behind = context.published.year, (context.published.month - month) % 12
    if behind == 0:
        if mod == "END" and way.way == "past" and context.published.day < 20:
            return year - 1
        return year + 1 if mod == "START" and way.way == "future" and context.published.day > 10 else year
    past = year if month < context.published.month else year - 1
    if way.way == "past" and behind >= _LONG_AGO and context.preposition(match) == "bis":
        return past + 1  # 'Im Februar fehlten bis Ende März noch zwei Millionen'
    after = match.after()
    if match.i == 0 and after is not None and after.text == ":":
        return past  # 'März: Der Winter bleibt aus.'
    if way.way:
        return past if way.way == "past" else past + 1
    return past if behind <= 6 else past + 1
