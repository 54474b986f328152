"""Where and when a figure holds, as far as the text says."""

import re
from collections.abc import Iterable, Sequence

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Date, Interval
from peacetalks_cli.german.speech.source_phrase import NameAt

_WHERE = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim|[Aa]uf|[Üü]ber|[Uu]m|[Nn]ahe|[Aa]m|[Aa]n|[Vv]or|[Ii]nnerhalb|[Nn]ördlich|[Ss]üdlich|"
    r"[Öö]stlich|[Ww]estlich|[Aa]ußerhalb|[Uu]nweit|[Ii]ns|[Ee]ntlang|[Nn]ordöstlich|[Ss]üdöstlich|[Nn]ordwestlich|[Ss]üdwestlich|"
    r"[Rr]ingsum|[Gg]egenüber)\s"
)
# What may stand between the preposition and the name: articles, adjectives, and a noun with a genitive or 'von'.
_INSIDE_PHRASE = re.compile(
    r"(?:(?:de[rmns]|die|das|einem|einer|eine|seine[rmn]|ihre[rmn]|rund|etwa|nur|ebenfalls|heftig|stark|schwer|\d[\d.,]*|"
    r"[a-zäöüß]+(?:en|er|em|e))\s){0,5}(?:(?!Richtung|Flagge)[A-ZÄÖÜ][\w-]*\s(?:(?:entfernten|gelegenen|der|des|"
    r"von|im|in|bei|um|rund um)\s)*){0,3}"
)
_FROM_TO = re.compile(r"\b[Nn]ach\s$")
_THERE = re.compile(r"\b(?:[Dd]ort|[Vv]or Ort)\b")
_LEFT = re.compile(r"\s(?:\w+\s){0,3}(?:geflohen|evakuiert|geflüchtet|vertrieben|flohen|flüchteten)")
_WHENCE = re.compile(r"\b[Aa]us\s(?:de[rmn]\s)?(?:\w+e[nmr]\s)?$")
_KIND_OF_PLACE = re.compile(
    r"\b(?:in|In|im|Im)\s(?:den\s|der\s|dem\s|\w+en\s)?(?P<noun>Nachbarländern?|Nachbarstaaten|Nachbarland|Grenzgebiet(?:en)?|Frontgebieten|Hauptstadt(?=,))"
)
_ANY_PLACE_WORDS = (
    "drones missiles bombs aircraft vehicles ships troops killed wounded missing displaced prisoners outage "
    "buildings territory "
    "temperature people energy other"
)
_ANY_PLACE = frozenset(_ANY_PLACE_WORDS.split())
_CARRIED = frozenset({"killed", "wounded", "missing", "outage", "buildings", "temperature"})
_EVENTS = _CARRIED | {"drones", "missiles", "bombs"}
_FAR = 2
_NO_CALENDAR = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def place(
    passage: Passage, figure: Figure, frames: Sequence[Interval], earlier: Sequence[Figure], following: Sequence[Figure]
) -> None:
    """Sets the place: named in the figure's part of the sentence, in the sentence, or what it goes on about.

    `frames`: what only says who speaks; a place in it is the speaker's. `following`: the other figures of the
    sentence; a place after one of them is theirs.
    """
    if figure.topic in ("age", "distance") or figure.numeral.kind == "times":
        return
    part = passage.part_of(figure)
    if figure.of and figure.of.place and figure.of.sentence == figure.sentence and figure.topic == "percentage":
        figure.place = figure.of.place
    elif here := _places(passage, part, frames):
        figure.place = _nearest(passage, here, figure.start)
    elif _THERE.search(passage.text, *part):
        figure.place = _last_named(passage, figure, frames)
    elif figure.topic in _ANY_PLACE:
        kind = _KIND_OF_PLACE.search(passage.text, *part)
        figure.place = kind.span("noun") if kind else _further_off(passage, figure, frames, earlier, following)


def _further_off(
    passage: Passage, figure: Figure, frames: Sequence[Interval], earlier: Sequence[Figure], following: Sequence[Figure]
) -> Interval | None:
    """The place named elsewhere in the sentence, or in what goes before."""
    sentence = passage.sentences[figure.sentence]
    limit = following[0].start if following else sentence[1]
    around = [
        name
        for name in _places(passage, sentence, frames)
        if not _is_apart(passage.text, name, figure) and name.start < limit
    ]
    if around:
        return _span(next((name for name in reversed(around) if name.start < figure.start), around[0]))
    named = [name for name in passage.names_in(*sentence) if name.label == "LOC"]
    if any(_is_elsewhere(passage, name, frames) for name in named):
        return None
    return _carried(passage, figure, earlier)


def _last_named(passage: Passage, figure: Figure, frames: Sequence[Interval]) -> Interval | None:
    """Where 'dort' is: the last place named before, in this sentence or the two before, in the same paragraph."""
    first = figure.sentence
    while first > max(0, figure.sentence - _FAR) and passage.same_paragraph(first - 1, figure.sentence):
        first -= 1
    named = [
        name
        for name in passage.names_in(passage.sentences[first][0], figure.start)
        if name.label == "LOC" and not any(start <= name.start < end for start, end in frames)
    ]
    return _span(named[-1]) if named else None


def _is_apart(text: str, name: NameAt, figure: Figure) -> bool:
    """A semicolon parts main clauses."""
    return ";" in text[min(name.end, figure.end) : max(name.start, figure.start)]


def _is_elsewhere(passage: Passage, name: NameAt, frames: Sequence[Interval]) -> bool:
    """Whether a place in the sentence, of no speaker, says that something else is meant: 'nach Klosters'."""
    if any(start <= name.start < end for start, end in frames):
        return False
    return _FROM_TO.search(passage.text, max(0, name.start - 6), name.start) is not None


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
        if other.place and (gap == 0 or figure.topic in _CARRIED):
            return other.place
    return _scene_before(passage, figure) if figure.topic in _CARRIED else None


def _scene_before(passage: Passage, figure: Figure) -> Interval | None:
    """The place of the main clause before the semicolon, else of the sentence right before, in the same paragraph."""
    start = passage.sentences[figure.sentence][0]
    semicolon = passage.text.rfind(";", start, figure.start)
    if semicolon >= 0 and (found := _places(passage, (start, semicolon), ())):
        return _span(found[-1])
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
        and _is_where(passage, part[0], name)
    ]


def _is_where(passage: Passage, start: int, name: NameAt) -> bool:
    text = passage.text
    window = max(start, name.start - 70)
    if _WHENCE.search(text, window, name.start):
        return _LEFT.match(text, name.end) is not None
    before = text[window : name.start]
    last = max(_WHERE.finditer(before), key=lambda found: found.start(), default=None)
    if last is None or not _INSIDE_PHRASE.fullmatch(before, last.end()):
        return False
    return not passage.dates_in(window + last.end(), name.start)  # 'am Freitag von Halle'


def _span(name: NameAt) -> Interval:
    return name.start, name.end


def _nearest(passage: Passage, places: Iterable[NameAt], offset: int) -> Interval:
    """The place nearest to the figure; of 'Hotel Druschba in Kramatorsk' the town."""
    nearest = min(places, key=lambda name: (abs(name.start - offset), name.start))
    town = [name for name in passage.names_in(nearest.end, nearest.end + 60) if name.label == "LOC"]
    is_in = town and passage.text[nearest.end : town[0].start] in (" in ", " im ")
    return _span(town[0]) if is_in else _span(nearest)


def date(passage: Passage, figure: Figure, frames: Sequence[Interval]) -> None:
    """Sets the TIMEX3 value of the date that the figure holds at: of its part of the sentence, else of the sentence,
    else, for what happened, of the sentence before."""
    if figure.topic == "age":
        return
    for where in (passage.part_of(figure), passage.sentences[figure.sentence]):
        found = [one for one in passage.dates_in(*where) if _is_calendar(one) and not _is_framed(one, frames)]
        if found:
            nearest = min(found, key=lambda one: (abs(one.start - figure.start), one.start))
            figure.date = nearest.value
            return
    figure.date = _date_before(passage, figure) if figure.topic in _EVENTS else None


def _date_before(passage: Passage, figure: Figure) -> str | None:
    """The date of the sentence right before, in the same paragraph, if it names just one."""
    i = figure.sentence - 1
    if i < 0 or not passage.same_paragraph(i, figure.sentence):
        return None
    values = {one.value for one in passage.dates_in(*passage.sentences[i]) if _is_calendar(one)}
    return values.pop() if len(values) == 1 else None


def _is_calendar(one: Date) -> bool:
    return one.type in ("DATE", "TIME") and one.value not in _NO_CALENDAR


def _is_framed(one: Date, frames: Sequence[Interval]) -> bool:
    return any(start <= one.start < end for start, end in frames)
