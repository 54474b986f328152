"""Where a figure holds, as far as the text says: null rather than a guess."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location
from peacetalks_cli.german.speech.source_phrase import NameAt

_KIND_OF_PLACE = re.compile(
    r"\b(?:in|In|im|Im)\s(?:den\s|der\s|dem\s|\w+en\s)?(?P<noun>Nachbarländern?|Nachbarstaaten|Nachbarland|"
    r"Grenzgebiet(?:en)?|Frontgebieten|Hauptstadt(?=,))"
)
_FROM_TO = re.compile(r"\b[Nn]ach\s$")
_ANY_PLACE_WORDS = (
    "drones missiles bombs aircraft vehicles ships troops killed wounded missing displaced prisoners outage "
    "buildings territory temperature people energy other percentage distance"
)
_ANY_PLACE = frozenset(_ANY_PLACE_WORDS.split())
# What goes on where the sentences before were: what happens to people and houses; what else only if counted there.
_CARRIED = frozenset(
    ["killed", "wounded", "missing", "outage", "buildings", "temperature", "displaced", "drones", "bombs", "missiles"]
)
_CARRIED_ON = frozenset(["people", "vehicles", "distance", "territory", "other"])
_TOWN_FAR = 5000  # characters back in which the town of 'in der Stadt' is looked for
_FAR = 3  # sentences over which a passage goes on about a place


@dataclass(slots=True)
class Scenes:
    """Reads the sentences of a passage, and remembers which places each is about."""

    passage: Passage
    sources: Sources
    _found: dict[int, list[Interval]] = field(default_factory=dict)
    _often: Counter[str] | None = None

    def place(self, figure: Figure, earlier: Sequence[Figure], following: Sequence[Figure]) -> Interval | None:
        """The place named in the figure's part of the sentence, in the sentence, or what the passage goes on about.

        `following`: the other figures of the sentence; a place after one of them is theirs.
        """
        if figure.topic == "age" or self._is_way(figure):
            return None
        part, giver = self.passage.part_of(figure), figure.of
        if giver and giver.place and giver.sentence == figure.sentence and figure.topic in ("percentage", "money"):
            return giver.place
        return self._here(figure, part) or self._elsewhere(figure, earlier, following)

    def _is_way(self, figure: Figure) -> bool:
        unit = figure.unit.name if figure.unit else ""
        return figure.topic == "distance" and location.is_length_of_way(self.passage.text, figure.end, unit)

    def _here(self, figure: Figure, part: Interval) -> Interval | None:
        """The place in the figure's own part of the sentence: named, or meant by 'dort', 'wo', 'in der Stadt'."""
        text, frames = self.passage.text, self.sources.frames(figure.sentence)
        here = self._located(part, frames)
        is_wish = location.asks_or_agrees(text, *part)
        if is_wish and figure.topic != "territory":
            here = [name for name in here if name.start > figure.start]
        here = [name for name in here if name.start < figure.start or not self._is_of_next(figure, name)]
        if here:
            return self._nearest(here, figure.start)
        if explained := self._explained(figure):
            return explained
        if figure.topic == "troops" and (meant := self._meant_for(figure)):
            return meant
        if figure.numeral.kind == "times":
            return None
        if location.points_back(text, *part):
            return self._last_named(figure.sentence, figure.start)
        return None if is_wish else self._town(figure.sentence, *part)

    def _meant_for(self, figure: Figure) -> Interval | None:
        """'die Obergrenze für Mali von 150 auf 650 Soldaten': where troops are to be."""
        start = self.passage.sentences[figure.sentence][0]
        named = self._places((start, figure.start), self.sources.frames(figure.sentence))
        meant = [name for name in named if location.is_purpose(self.passage.text, name.start)]
        return _span(meant[-1]) if meant else None

    def _is_of_next(self, figure: Figure, name: NameAt) -> bool:
        """Whether a place after the figure stands after a comma or 'und', and so goes with what is said there."""
        return self.passage.part_of(figure)[1] <= name.start

    def _explained(self, figure: Figure) -> Interval | None:
        """'die Scarborough-Untiefe, ein 150 Quadratkilometer großes Riff': the place that the apposition explains."""
        start = self.passage.part_of(figure)[0]
        if not location.opens_apposition(self.passage.text, start):
            return None
        named = [name for name in self.passage.names_in(max(0, start - 60), start) if name.label == "LOC"]
        return _span(named[-1]) if named and start - named[-1].end <= 2 else None

    def _elsewhere(self, figure: Figure, earlier: Sequence[Figure], following: Sequence[Figure]) -> Interval | None:
        """The place named elsewhere in the sentence, or in what goes before."""
        text, sentence = self.passage.text, self.passage.sentences[figure.sentence]
        if figure.numeral.kind == "times":
            return None
        around = self._around(figure)
        if figure.topic not in _ANY_PLACE and not location.takes_up(text, sentence[0]):
            opening = [name for name in around if location.phrase_start(text, sentence[0], name.start) == sentence[0]]
            return _span(opening[0]) if opening else None
        if kind := _KIND_OF_PLACE.search(text, *self.passage.part_of(figure)):
            return kind.span("noun")
        limit = following[0].start if following else sentence[1]
        around = [name for name in around if name.start < limit and not self._belongs_to(following, name)]
        if around:
            return _span(next((name for name in reversed(around) if name.start < figure.start), around[0]))
        return self._carried(figure, earlier)

    def _belongs_to(self, following: Sequence[Figure], name: NameAt) -> bool:
        """Whether a place stands in the part of a later figure: '40.000 Minen, allein um Kidal 2.700'."""
        parts = (self.passage.part_of(other) for other in following)
        return any(start <= name.start < end for start, end in parts)

    def _around(self, figure: Figure) -> list[NameAt]:
        """The places of the sentence that may hold for the whole of it: in no relative clause, of no request."""
        text, sentence = self.passage.text, self.passage.sentences[figure.sentence]
        if location.asks_or_agrees(text, *sentence):
            return []
        return [
            name
            for name in self._located(sentence, self.sources.frames(figure.sentence))
            if not _is_apart(text, sentence, name, figure) and not self._is_relative(figure, name)
        ]

    def _is_relative(self, figure: Figure, name: NameAt) -> bool:
        """Whether a place stands in a relative clause that the figure is not in."""
        start, end = next(part for part in reversed(self.passage.parts(figure.sentence)) if part[0] <= name.start)
        is_noun_s = figure.noun_end <= start <= figure.noun_end + 2  # 'von den 900 Soldaten, die in Torgelow dienen'
        is_other = not (start <= figure.start < end or is_noun_s)
        return is_other and location.is_relative(self.passage.text, start)

    def _carried(self, figure: Figure, earlier: Sequence[Figure]) -> Interval | None:
        """The place that the passage goes on about: of what the figure goes on with, else of the sentences before."""
        passage, giver = self.passage, figure.of
        if giver and giver.place and giver.sentence <= figure.sentence <= giver.sentence + 1:
            return giver.place
        own = [
            other
            for other in earlier
            if other.sentence == figure.sentence and other.place and not self._is_parted(other, figure)
        ]
        if own:
            return own[-1].place
        start = passage.sentences[figure.sentence][0]
        semicolon = passage.text.rfind(";", start, figure.start)
        if semicolon >= 0 and (before := self._located((start, semicolon), ())):
            return _span(before[-1])
        if self._moves_on(figure.sentence) or location.is_about_talks(
            passage.text, *passage.sentences[figure.sentence]
        ):
            return None
        if location.is_overall(passage.text, *passage.sentences[figure.sentence]):
            return None
        if figure.topic in _CARRIED:
            return self._before(figure.sentence, earlier)
        before_it = figure.sentence - 1
        while before_it > 0 and any(one.points_to == "before" for one in self.sources.of(before_it)):
            before_it -= 1  # 'Das sagte der Gouverneur.'
        held = [other.place for other in earlier if other.sentence == before_it and other.place]
        is_taken_up = location.takes_up(passage.text, start)
        goes_on = (figure.topic in _CARRIED_ON or is_taken_up) and passage.same_paragraph(before_it, figure.sentence)
        if not goes_on:
            return None
        return held[-1] if held else self._opening(before_it)

    def _opening(self, sentence: int) -> Interval | None:
        """The place that a sentence opens with: 'In Baar blieb es am Morgen ruhig.'"""
        text, bounds = self.passage.text, self.passage.sentences[sentence]
        if sentence < 0 or location.is_about_talks(text, *bounds):
            return None
        located = self._located(bounds, self.sources.frames(sentence))
        opening = [name for name in located if location.phrase_start(text, bounds[0], name.start) == bounds[0]]
        return _span(opening[0]) if opening else None

    def _is_parted(self, earlier: Figure, figure: Figure) -> bool:
        """Whether a single dash stands between two figures of a sentence, as in a headline of two halves."""
        text, sentence = self.passage.text, self.passage.sentences[figure.sentence]
        return " – " in text[earlier.end : figure.start] and text.count(" – ", *sentence) == 1

    def _before(self, sentence: int, earlier: Sequence[Figure]) -> Interval | None:
        """The place that the last sentences of the paragraph are about."""
        for i in range(sentence - 1, max(-1, sentence - 1 - _FAR), -1):
            if not self.passage.same_paragraph(i, sentence):
                return None
            if location.is_about_talks(self.passage.text, *self.passage.sentences[i]):
                return None
            held = [other.place for other in earlier if other.sentence == i and other.place]
            if held or (anchors := self._anchors(i)):
                return held[-1] if held else anchors[-1]
            if self._moves_on(i):
                return None
        return None

    def _anchors(self, sentence: int) -> list[Interval]:
        """The places that a sentence is about: where it happens, what is hit, the town that it takes up again."""
        if sentence not in self._found:
            bounds, frames = self.passage.sentences[sentence], self.sources.frames(sentence)
            located = [_span(name) for name in self._located(bounds, frames)]
            meant = self._town(sentence, *bounds)
            if location.points_back(self.passage.text, *bounds):
                meant = self._last_named(sentence, bounds[1])
            self._found[sentence] = located or ([meant] if meant else [])
        return self._found[sentence]

    def _located(self, part: Interval, frames: Sequence[Interval]) -> list[NameAt]:
        """The named places of a part of the text where something happens: 'in Kiew', 'über der Krim'."""
        return [name for name in self._places(part, frames) if self._is_located(part, name)]

    def _is_located(self, part: Interval, name: NameAt) -> bool:
        text = self.passage.text
        floor = self.passage.sentences[self.passage.sentence_at(name.start)][0]
        if location.stands_where(text, floor, name.start, name.end):
            phrase = location.phrase_start(text, floor, name.start)
            return not self.passage.dates_in(phrase, name.start)  # 'am Freitag von Halle'
        bounds = name.start, name.end
        return (
            location.is_target(text, part, bounds)
            or location.has_kind(text, name.start)
            or location.is_owner(text, part, bounds)
        )

    def _places(self, part: Interval, frames: Sequence[Interval]) -> list[NameAt]:
        """The names of places in a part of the text that no speaker is at."""
        return [
            name
            for name in self.passage.names_in(*part)
            if name.label == "LOC" and not any(start <= name.start < end for start, end in frames)
        ]

    def _moves_on(self, sentence: int) -> bool:
        """Whether a place in the sentence, of no speaker and no event, says that something else is meant."""
        text, bounds = self.passage.text, self.passage.sentences[sentence]
        return any(
            _FROM_TO.search(text, max(0, name.start - 6), name.start)
            or not (self._is_located(bounds, name) or location.is_attribute(text, name.start, name.end))
            for name in self._places(bounds, self.sources.frames(sentence))
        )

    def _last_named(self, sentence: int, end: int) -> Interval | None:
        """Where 'dort' is: the last place named before, in this sentence or the two before, in the same paragraph."""
        first = sentence
        while first > max(0, sentence - 2) and self.passage.same_paragraph(first - 1, sentence):
            first -= 1
        frames = [frame for i in range(first, sentence + 1) for frame in self.sources.frames(i)]
        named = [
            name
            for name in self._places((self.passage.sentences[first][0], end), frames)
            if not location.is_attribute(self.passage.text, name.start, name.end)
        ]
        return _span(named[-1]) if named else None

    def _town(self, sentence: int, start: int, end: int) -> Interval | None:
        """The town that 'in der Stadt' in [start, end) takes up."""
        at = next(location.the_town(self.passage.text, start, end), None)
        if at is None:
            return None
        i = sentence
        while i > 0 and self.passage.same_paragraph(i - 1, sentence):
            i -= 1
        if towns := self._towns(self.passage.sentences[i][0], at[0]):
            return _span(towns[-1])
        if self._often is None:
            self._often = Counter(self._text(name) for name in self._towns(0, len(self.passage.text)))
        often = self._often
        towns = self._towns(at[0] - _TOWN_FAR, at[0])
        return _span(max(towns, key=lambda town: often[self._text(town)])) if towns else None

    def _text(self, name: NameAt) -> str:
        return self.passage.text[name.start : name.end]

    def _towns(self, start: int, end: int) -> list[NameAt]:
        return [name for name in self.passage.names_in(start, end) if name.label == "LOC" and self._is_town(name)]

    def _is_town(self, name: NameAt) -> bool:
        return location.kind(self.passage.text[name.start : name.end]) in (None, "city")

    def _nearest(self, places: Iterable[NameAt], offset: int) -> Interval:
        """The place nearest to the figure; of 'Hotel Druschba in Kramatorsk' the town, of 'Petersberg bei Bonn' and
        'Termes in Usbekistan' the first."""
        text, nearest = self.passage.text, min(places, key=lambda name: (abs(name.start - offset), name.start))
        around = [name for name in self.passage.names_in(nearest.start - 60, nearest.end + 60) if name.label == "LOC"]
        for first, second in pairwise(around):
            link = text[first.end : second.start]
            if nearest not in (first, second) or link.strip() not in (
                "in",
                "im",
                "bei",
                "nahe",
                "und",
                "und der",
                "und dem",
            ):
                continue
            is_inside = link.strip() in ("in", "im") and location.kind(self._text(first)) in (None, "building", "plant")
            return _span(second if is_inside and location.kind(self._text(second)) == "city" else first)
        return _span(nearest)


def _is_apart(text: str, sentence: Interval, name: NameAt, figure: Figure) -> bool:
    """A semicolon or a single dash parts main clauses: 'Tote in Charkiw – Moskau meldet 41 Drohnen'."""
    between = text[min(name.end, figure.end) : max(name.start, figure.start)]
    return ";" in between or (" – " in between and text.count(" – ", *sentence) == 1)


def _span(name: NameAt) -> Interval:
    return name.start, name.end
