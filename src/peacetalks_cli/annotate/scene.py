"""Where and when a figure holds, as far as the text says."""

import re
from collections.abc import Iterable, Sequence

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Date, Interval
from peacetalks_cli.german.source_phrase import NameAt

_WHERE = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim|[Aa]uf|[Üü]ber|[Uu]m|[Nn]ahe|[Aa]m|[Aa]n|[Vv]or|[Uu]nter|[Ii]nnerhalb|[Nn]ördlich|[Ss]üdlich|[Öö]stlich|[Ww]estlich|"
    r"[Aa]ußerhalb|[Uu]nweit|[Ii]ns|[Ee]ntlang|[Aa]us)\s(?P<between>(?:[\wÄÖÜäöüß.,’-]+\s){0,7})$"
)
_NOT_BETWEEN = re.compile(
    r"\b(?:und|oder|mit|für|gegen|nach|zwischen|von\sder|wurden?|waren?|sind|hat|haben|durch|sowie|laut)\s|,\s"
)
_WHENCE = re.compile(r"\b[Aa]us\s(?:de[rmn]\s)?(?:\w+e[nmr]\s)?$")
_BARE = re.compile(r"^(?:[^\w]*)$")
_KIND_OF_PLACE = re.compile(
    r"\b(?:in|In|im|Im)\s(?:den\s|der\s|dem\s|\w+en\s)?(?P<noun>Nachbarländern?|Nachbarstaaten|Nachbarland|Grenzgebiet(?:en)?|Frontgebieten|Hauptstadt(?=,))"
)
_ANY_PLACE = frozenset(
    "drones missiles bombs aircraft vehicles ships troops killed wounded missing displaced prisoners outage buildings territory "
    "temperature people energy other".split()
)
_CARRIED = frozenset({"killed", "wounded", "missing", "outage", "buildings", "temperature"})
_FAR = 2
_NO_CALENDAR = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def place(passage: Passage, figure: Figure, frames: Sequence[Interval], earlier: Sequence[Figure]) -> None:
    """Sets the place: named in the figure's part of the sentence, in the sentence, or where the passage goes on about it.

    `frames`: what only says who speaks; a place in it is the speaker's.
    """
    if figure.topic in ("age", "distance", "money"):
        return
    if figure.of and figure.of.place and figure.numeral.kind in ("share", "fraction"):
        figure.place = figure.of.place
        return
    sentence = passage.sentences[figure.sentence]
    part = passage.part_of(figure)
    here = _places(passage, part, frames)
    if here:
        figure.place = _nearest(here, figure.start)
        return
    if figure.topic not in _ANY_PLACE:
        return
    if kind := _KIND_OF_PLACE.search(passage.text, *part):
        figure.place = kind.span("noun")
        return
    around = _places(passage, sentence, frames)
    if around:
        before = [name for name in around if name.start < figure.start]
        figure.place = _span(before[-1]) if before else _span(around[0])
        return
    figure.place = _carried(passage, figure, earlier)


def _carried(passage: Passage, figure: Figure, earlier: Sequence[Figure]) -> Interval | None:
    """The place of the last figure that goes before in the paragraph, if this one goes on about it."""
    if figure.of and figure.of.place and figure.of.sentence == figure.sentence:
        return figure.of.place
    for other in reversed(earlier[-6:]):
        gap = figure.sentence - other.sentence
        if gap and not passage.same_paragraph(other.sentence, figure.sentence):
            return None
        if gap > _FAR:
            return None
        if other.place and (gap == 0 or figure.topic in _CARRIED or figure.of is other):
            return other.place if other.topic not in ("ordinal", "percentage") or gap == 0 else None
    if figure.topic in _CARRIED:
        return _scene_before(passage, figure)
    return None


def _scene_before(passage: Passage, figure: Figure) -> Interval | None:
    """The place of the sentence right before, in the same paragraph."""
    i = figure.sentence - 1
    if i < 0 or not passage.same_paragraph(i, figure.sentence):
        return None
    found = _places(passage, passage.sentences[i], ())
    return _span(found[-1]) if found else None


def _places(passage: Passage, part: Interval, frames: Sequence[Interval]) -> list[NameAt]:
    """The named places of a part of the text where something happens: 'in Kiew', 'über der Krim'."""
    return [
        name
        for name in passage.names_in(*part)
        if name.label == "LOC"
        and not any(start <= name.start < end for start, end in frames)
        and _is_where(passage.text, part[0], name)
    ]


def _is_where(text: str, start: int, name: NameAt) -> bool:
    window = max(start, name.start - 70)
    if _WHENCE.search(text, window, name.start):
        return "geflohen" in text[name.end : name.end + 40] or "evakuiert" in text[name.end : name.end + 40]
    found = _WHERE.search(text, window, name.start)
    return bool(found and not _NOT_BETWEEN.search(found["between"]))


def _span(name: NameAt) -> Interval:
    return name.start, name.end


def _nearest(places: Iterable[NameAt], offset: int) -> Interval:
    return _span(min(places, key=lambda name: (abs(name.start - offset), name.start)))


def date(passage: Passage, figure: Figure, frames: Sequence[Interval]) -> None:
    """Sets the TIMEX3 value of the date that the figure holds at: of its part of the sentence, else of the sentence."""
    if figure.topic == "age":
        return
    for where in (passage.part_of(figure), passage.sentences[figure.sentence]):
        found = [one for one in passage.dates_in(*where) if _is_calendar(one) and not _is_framed(one, frames)]
        if found:
            nearest = min(found, key=lambda one: (abs(one.start - figure.start), one.start))
            figure.date = nearest.value
            return


def _is_calendar(one: Date) -> bool:
    return one.type in ("DATE", "TIME") and one.value not in _NO_CALENDAR


def _is_framed(one: Date, frames: Sequence[Interval]) -> bool:
    return any(start <= one.start < end for start, end in frames)
