"""Weekdays of what is told as a scene: in the present tense though it is over, or long ago."""

import re
from datetime import date

from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.context import Context
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.situation import LONG_AGO
from peacetalks_cli.german.timex.tense import Direction, is_passive, second
from peacetalks_cli.german.timex.tense_words import HAPPENINGS
from peacetalks_cli.german.timex.words import words

_WEEK = 7
_LONGEST, _SHORT, _SECOND = 40, 4, 6  # tokens
_PROGRAMME = words(
    "spielt spielen liest lesen beginnt beginnen singt singen gastiert gastieren öffnet öffnen lädt laden feiert "
    "feiern tritt treten findet finden startet starten zeigt zeigen präsentiert präsentieren referiert spricht "
    "sprechen predigt musiziert musizieren tanzt trifft treffen tagt tagen wird werden soll sollen will wollen "
    "kommt kommen gibt diskutiert diskutieren empfängt hält erzählt stellt ist"
)
"""Verbs of what is announced: 'Samstag, 20 Uhr: In der Aula liest Eva Muster.'"""
_PASSAGE = 3  # sentences, and days, over which a scene goes on
_JUST = {"erst", "noch", "schon", "bereits"}
_PLANS = {"soll", "sollen", "sollte", "will", "wollen", "wollte", "dürfte", "hatte", "hatten"}
_PLACE = re.compile(",n{1,3}")
_BEHIND_CLOCK = re.compile("(?:f?(?:[CN]T|N|4N|QN|p))?")  # 'Am Montag gegen 12 Uhr klingelt das Telefon'
_TOWARDS = {"bis", "ab", "auf", "für", "vor", "von", "vom", ":"}


def told_on(context: Context, match: Match, number: int) -> date | None:
    """'Am Montag, dem 12. Mai 1919, … Am Mittwoch kamen sie an': the next one after a day long ago."""
    if context.day is None or context.day.year > LONG_AGO or context.direction(match).reason in ("hatte", "hatten"):
        return None
    is_near = context.sentence - context.day_sentence <= _PASSAGE
    return shifted(context.day, (number - context.day.isoweekday()) % _WEEK or _WEEK) if is_near else None


def of_chronicle(context: Context, match: Match, number: int) -> date | None:
    """'Am Donnerstag setzte der Regen ein. … Freitag, 19.40 Uhr: Der Krisenstab tritt zusammen': the day after it."""
    colon = _colon(match)
    if match.i or colon is None or context.published is None:
        return None
    is_begun = context.day is not None and context.sentence - context.day_sentence <= _PASSAGE
    if not is_begun and match.rule == "clock" and _is_told(match, colon):
        behind = (context.published.isoweekday() - number) % _WEEK
        return _at(context, shifted(context.published, -behind))
    if context.day is None:
        return None
    day = shifted(context.day, (number - context.day.isoweekday()) % _WEEK)
    is_near = context.sentence - context.day_sentence <= _PASSAGE and day is not None
    if not is_near or day is None or day > context.published or (day - context.day).days > _PASSAGE:
        return None
    return _at(context, day)


def _colon(match: Match) -> int | None:
    """The colon behind a day, or behind a day and its place: 'Montag früh, 6 Uhr, Westbahnhof: …'."""
    place = _PLACE.match(match.kinds, match.j)
    at = place.end() if place else match.j
    return at if at < len(match.tokens) and match.tokens[at].text == ":" else None


def _is_told(match: Match, colon: int) -> bool:
    """'Freitag, 22.30 Uhr: Auf der Brücke stehen Panzer.'; 'Freitag, 22.30 Uhr: Im Pfarrsaal spielt die Kapelle'."""
    told = [token.text for token in match.tokens[colon + 1 : colon + 1 + _LONGEST]]
    is_prose = told[-1:] == ["."] and len(told) > _SHORT
    has_verb = any(n and (word == "sind" or second(word) is not None) for n, word in enumerate(told[:_SECOND]))
    return is_prose and has_verb and _PROGRAMME.isdisjoint(told)


def of_scene(context: Context, match: Match, number: int, way: Direction, *, is_future: bool) -> date | None:
    """The day of a weekday in a scene; `is_future`: what is said of it would else be to come."""
    is_near = context.sentence - context.scene_sentence <= _PASSAGE
    if way.reason == "seit" and context.is_reportage and context.scene and is_near:
        ahead = (number - context.scene.isoweekday()) % _WEEK
        return shifted(context.scene, ahead - _WEEK)  # 'Sie hat seit Mittwoch nicht geschlafen'
    return _of_old_scene(context, number, way) or (_of_new_scene(context, match, number, way) if is_future else None)


def _of_new_scene(context: Context, match: Match, number: int, way: Direction) -> date | None:
    """What is told in the present tense: after a scene of the days before, or in a reportage, the nearest such day."""
    if context.published is None or way.reason in _TOWARDS:
        return None
    ahead = (number - context.published.isoweekday()) % _WEEK
    after = match.after()
    if context.is_reportage and not match.i and after is not None and after.text in (",", ".") and not way.strong:
        return _at(context, shifted(context.published, ahead - _WEEK))  # 'Freitag, der Platz ist leer.'
    is_nearer = _WEEK - ahead <= ahead
    if context.scene:
        day = shifted(context.scene, (number - context.scene.isoweekday()) % _WEEK)
        is_near = context.sentence - context.scene_sentence <= _PASSAGE
        is_told = not way.strong or is_passive(match.tokens, match.j, way)
        if day and day <= context.published and is_told and (is_near or (context.is_reportage and is_nearer)):
            return _at(context, day)
    if context.is_reportage and is_nearer and not way.strong and _is_seen(context, match, way):
        return _at(context, shifted(context.published, ahead - _WEEK))
    led = match.before(2)  # 'erfährt er erst am Mittwoch, …', 'Noch am Donnerstag ruft sie an'
    if way.strong or not context.is_reportage or not is_nearer or led is None or led.text.lower() not in _JUST:
        return None
    return _at(context, shifted(context.published, ahead - _WEEK))


def _is_seen(context: Context, match: Match, way: Direction) -> bool:
    """'Am Mittwochmorgen kniet der Minenräumer im Gras': what is on no calendar, beside the day that opens it."""
    if match.i > 1 or context.is_quoted(match):
        return False
    beside = _BEHIND_CLOCK.match(match.kinds, match.j)
    verb = match.tokens[beside.end()].text if beside and beside.end() < len(match.tokens) else ""
    is_alone = not way.reason or way.reason == verb
    return is_alone and verb.endswith("t") and verb not in HAPPENINGS and second(verb) is not None


def _of_old_scene(context: Context, number: int, way: Direction) -> date | None:
    """'Am Freitag, dem 6. August, fällt Zaranj. …, am Montag Aybak', told in the weeks after it: the next such day."""
    if context.scene is None or context.published is None or way.reason in _PLANS | _TOWARDS:
        return None
    is_told_on = context.day is not None and context.scene <= context.day <= context.published
    base = context.day if is_told_on and context.day else context.scene
    is_old = (context.published - base).days >= _WEEK - 1
    if not is_old or context.sentence - max(context.scene_sentence, context.day_sentence) > _PASSAGE:
        return None
    day = shifted(base, (number - base.isoweekday()) % _WEEK)
    return _at(context, day) if day and day <= context.published else None


def _at(context: Context, day: date | None) -> date | None:
    if day:
        context.set_scene(day)
    return day
