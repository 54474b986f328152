"""What speaks for and against a place as that of a figure: features that any German text has, as words.

A feature is a string; `data/place_weights.tsv` has the weight of each. `training/places.py` learns them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.place_mentions import BACK, Mention, Mentions, key
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location
from peacetalks_cli.german.figures.mention_form import LOCATIVE

_GROUPS = {
    "event": "killed wounded missing",
    "hit": "drones missiles bombs aircraft buildings outage",
    "people": "people troops displaced prisoners",
    "thing": "vehicles ships other territory energy",
}
_GROUP_OF = {topic: group for group, topics in _GROUPS.items() for topic in topics.split()}
_RULED_OUT = frozenset(["in a relative clause", "in the other half", "of a later figure"])
_ADJACENT = 2  # spaces between a noun and the place right behind it


@dataclass(slots=True, frozen=True)
class Setting:
    """A figure, the ones before and after it, and the places that it may be about."""

    passage: Passage
    mentions: Mentions
    figure: Figure
    before: Sequence[Figure]
    following: Sequence[Figure]
    candidates: Sequence[Mention]

    def features(self) -> Iterator[list[str]]:
        """Those of no place at all, then of each candidate."""
        view = View(self)
        yield [f"null {feature}" for feature in view.null()]
        for candidate in self.candidates:
            yield list(view.candidate(candidate))


def is_ruled_out(features: Sequence[str]) -> bool:
    """Whether grammar keeps the place of `features` from being that of the figure."""
    return not _RULED_OUT.isdisjoint(features)


class View:
    """What all candidates of a figure have in common, read once."""

    def __init__(self, setting: Setting) -> None:
        self.passage, self.mentions, self.figure = setting.passage, setting.mentions, setting.figure
        self.candidates = setting.candidates
        self.sentence = setting.figure.sentence
        self.bounds = self.passage.sentences[self.sentence]
        self.part = self.passage.part_of(self.figure)
        self.group = _GROUP_OF.get(self.figure.topic, self.figure.topic)
        self.own = [one for one in self.candidates if one.sentence == self.sentence]
        self.located = [one for one in self.own if one.form in LOCATIVE]
        left = [one for one in self.located if one.start < self.figure.start]
        self.left = max(left, key=lambda one: one.start) if left else None
        self.starts = [
            other.start for other in (*setting.before, *setting.following) if other.sentence == self.sentence
        ]
        self.history = self._history([other for other in setting.before if other.topic != "age"])
        self._since: dict[int, list[Mention]] = {}
        traits = self.traits = self.mentions.traits(self.sentence)
        self.opens = self.mentions.opens_paragraph(self.sentence)
        self.who = f"spot {traits.is_on_the_spot} afar {traits.is_from_afar}"
        self.has_date = bool(self.passage.dates_in(*self.bounds))

    def _history(self, earlier: Sequence[Figure]) -> dict[str, str | None]:
        """Where earlier figures hold, by what they are to this one: keys of places, None for nowhere."""
        place_of = self._place_of
        history: dict[str, str | None] = {}
        if earlier:
            history["last"] = place_of(earlier[-1])
        same = [other for other in earlier if other.sentence == self.sentence]
        if same:
            history["same sentence"] = place_of(same[-1])
        previous = [other for other in earlier if other.sentence == self.sentence - 1]
        if previous and not self.mentions.opens_paragraph(self.sentence):
            history["sentence before"] = place_of(previous[-1])
        if self.figure.of:
            history["giver"] = place_of(self.figure.of)
        paragraph = self.mentions.paragraphs[self.sentence]
        self.used = {place_of(other) for other in same}
        self.used_before = {
            place_of(other)
            for other in earlier
            if other.sentence < self.sentence - 1 and self.mentions.paragraphs[other.sentence] == paragraph
        }
        return history

    def _place_of(self, figure: Figure) -> str | None:
        return key(self.passage.text[slice(*figure.place)]) if figure.place else None

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part[0] for part in self.passage.parts(self.sentence)]

    def null(self) -> Iterator[str]:
        """What speaks for no place."""
        figure, group = self.figure, self.group
        yield from ("any", f"group {group}", f"topic {figure.topic}")
        if figure.unit:
            yield f"unit {figure.unit.name}"
        for name, holds in (
            ("talks", self.traits.is_about_talks),
            (f"talks, {group}", self.traits.is_about_talks),
            ("overall", self.traits.is_overall),
            ("asks", self.traits.asks),
            (f"asks, {group}", self.traits.asks),
            ("headline", self.sentence < self.mentions.first),
            ("paragraph opens", self.opens),
            ("goes on", figure.of is not None),
            (f"nothing counted, {group}", figure.counted is None),
            ("years", self.traits.looks_back),
            (f"years, {group}", self.traits.looks_back),
            ("way", self._is_way()),
        ):
            if holds:
                yield name
        is_in_part = any(self.part[0] <= one.start < self.part[1] for one in self.located)
        yield f"located in part {is_in_part}"
        yield f"located in sentence {bool(self.located)}, {group}"
        yield f"own {bool(self.own)} located {bool(self.located)}"
        yield self.who
        yield f"{self.who} located {bool(self.located)}"
        for relation, place in self.history.items():
            if place is None:
                yield f"{relation} nowhere"
                yield f"{relation} nowhere, {group}"

    def _is_way(self) -> bool:
        figure = self.figure
        unit = figure.unit.name if figure.unit else ""
        return figure.topic == "distance" and location.is_length_of_way(self.passage.text, figure.end, unit)

    def candidate(self, one: Mention) -> Iterator[str]:
        """What speaks for a candidate."""
        far = self.distance(one)
        near, group, is_located = _coarse(far), self.group, one.form in LOCATIVE
        yield from _by_form(far, one.form, one.kind, one.pair, group, self.figure.topic)
        if one.sentence == self.sentence:
            yield from self._in_sentence(one, near, is_located)
        else:
            yield from self._before(one, near, is_located)
        where = "in" if one.sentence == self.sentence else "out"
        yield f"times {_at_most(self.mentions.counts[one.key], 1, 2, 4)}, {where}"
        if one.key in self.mentions.in_headline:
            yield f"in headline, {where}"
        for relation, place in self.history.items():
            if place == one.key:
                yield from (f"as {relation}", f"as {relation}, {group}", f"as {relation}, at {near}")
        if one.key in self.used:
            yield "as in this sentence"
        if one.key in self.used_before:
            yield "as in this paragraph"

    def _in_sentence(self, one: Mention, near: str, is_located: bool) -> Iterator[str]:
        figure, group = self.figure, self.group
        low, high = sorted((one.start, figure.start))
        side = "left" if one.start < figure.start else "right"
        between = sum(low < start < high for start in self.starts)
        yield from (f"{side}, at {near}", f"{side}, form {one.form}", f"{side}, {group}")
        yield from (f"{side} over {_at_most(between, 0, 1, 2)}", f"{side} over {_at_most(between, 0, 1)}, at {near}")
        yield f"{side} over {_at_most(between, 0, 1)}, located {is_located}"
        is_adjacent = self.passage.text.count(" ", figure.noun_end, one.start) <= _ADJACENT
        if side == "right" and figure.noun_end <= one.start and is_adjacent:
            yield from (f"adjacent, form {one.form}", f"adjacent, {group}")
        if self.traits.asks:
            yield f"asks, {side}"
        if self._is_in_other_relative(one):
            yield "in a relative clause"
        if ";" in self.passage.text[low:high]:
            yield "in another main clause"
        if self._is_apart(low, high):
            yield "in the other half"
        if self._is_of_later(one):
            yield "of a later figure"
        if one is self.left:
            yield from ("nearest left", f"nearest left, {group}", f"nearest left, at {near}")
        if is_located:
            if len(self.located) == 1:
                yield from ("only one", f"only one, at {near}")
            yield f"rank {self._rank(one)}, at {near}"
        if one.phrase == self.bounds[0]:
            yield from ("opens", f"opens, form {one.form}", f"opens, {group}", f"opens, at {near}")

    def _is_in_other_relative(self, one: Mention) -> bool:
        """Whether a place stands in a relative clause that the figure is not in, nor its noun before it."""
        part = self._part_at(one.start)
        figure = self.figure
        is_same = part[0] <= figure.start < part[1] or figure.noun_end <= part[0] <= figure.noun_end + 2
        return not is_same and location.is_relative(self.passage.text, part[0])

    def _is_apart(self, low: int, high: int) -> bool:
        """Whether a single dash parts the sentence there: 'Tote in Charkiw – Moskau meldet 41 Drohnen'."""
        text = self.passage.text
        return text.find(" – ", low, high) >= 0 and text.count(" – ", *self.bounds) == 1

    def _is_of_later(self, one: Mention) -> bool:
        """Whether a place stands behind another figure, or in its part: '40.000 Minen, allein um Kidal 2.700'."""
        if one.start < self.figure.start or self.part[0] <= one.start < self.part[1]:
            return False
        start, end = self._part_at(one.start)
        return any(self.figure.start < at < one.start or start <= at < end for at in self.starts)

    def _part_at(self, offset: int) -> Interval:
        return self.passage.parts(self.sentence)[max(0, bisect_right(self._part_starts, offset) - 1)]

    def _rank(self, one: Mention) -> str:
        """How many located candidates are nearer."""
        mine = abs(one.start - self.figure.start)
        return _at_most(sum(abs(other.start - self.figure.start) < mine for other in self.located), 0, 1, 2)

    def _before(self, one: Mention, near: str, is_located: bool) -> Iterator[str]:
        """Of a candidate that an earlier sentence has."""
        mentions, sentences = self.mentions, self.passage.sentences
        there = mentions.traits(one.sentence)
        if one.phrase == sentences[one.sentence][0]:
            yield f"opened its sentence, at {near}"
        if mentions.paragraphs[one.sentence] == mentions.paragraphs[self.sentence] and mentions.opens_paragraph(
            one.sentence
        ):
            yield from ("opened the paragraph", f"opened the paragraph, located {is_located}")
            yield f"opened the paragraph, {self.group}"
        others = self._others_since(one)
        yield f"then {_at_most(len(others), 0, 1, 2, 4)}, at {near}"
        yield f"then located {_at_most(sum(other.form in LOCATIVE for other in others), 0, 1, 2)}"
        for name, holds in (
            (f"sentence has own, at {near}", bool(self.own)),
            (f"sentence has located, at {near}", bool(self.located)),
            ("talks there", there.is_about_talks),
            ("talks", self.traits.is_about_talks),
            (f"paragraph opens, at {near}", self.opens),
            ("overall", self.traits.is_overall),
            ("goes on", self.figure.of is not None),
        ):
            if holds:
                yield name
        yield from (f"{self.who}, at {near}", f"spot there {there.is_on_the_spot}, at {near}")
        yield from (f"years {self.traits.looks_back}, at {near}", f"date {self.has_date}, at {near}")

    def _others_since(self, one: Mention) -> list[Mention]:
        """Mentions of other places between that of a candidate and the sentence of the figure."""
        if one.sentence not in self._since:
            first = max(one.sentence, self.sentence - BACK)
            self._since[one.sentence] = [other for i in range(first, self.sentence) for other in self.mentions.of(i)]
        return [other for other in self._since[one.sentence] if other.start > one.start and other.key != one.key]

    def distance(self, one: Mention) -> str:
        """Where the candidate stands, seen from the figure."""
        paragraphs, back = self.mentions.paragraphs, self.sentence - one.sentence
        if not back:
            return self._in_parts(one)
        if paragraphs[one.sentence] == paragraphs[self.sentence]:
            return f"paragraph {_at_most(back, 1, 2, 3)}"
        if one.sentence < self.mentions.first <= self.sentence:
            return "headline"
        if paragraphs[one.sentence] == paragraphs[self.sentence] - 1:
            if self.mentions.is_heading(one.sentence):
                return "heading"
            return "previous 1" if back == 1 else "previous"
        return "far"

    def _in_parts(self, one: Mention) -> str:
        if self.part[0] <= one.start < self.part[1]:
            return "part"
        mine, its = (bisect_right(self._part_starts, at) for at in (self.figure.start, one.start))
        return f"{'before' if its < mine else 'after'} {_at_most(abs(its - mine), 1, 2)}"


@lru_cache(maxsize=20_000)
def _by_form(far: str, form: str, kind: str, pair: str, group: str, topic: str) -> tuple[str, ...]:
    """What a candidate's distance, form and kind say: words that come again with every figure of a text."""
    near, is_located = _coarse(far), form in LOCATIVE
    paired = (f"pair {pair}", f"pair {pair}, kind {kind}") if pair else ()
    return (
        *(f"at {far}", f"form {form}", f"at {far}, form {form}", f"at {near}, {group}"),
        *(f"form {form}, {group}", f"kind {kind}, at {near}", f"kind {kind}, form {form}"),
        *(f"form {form}, kind {kind}, {group}", f"topic {topic}, at {near}"),
        *(f"located {is_located}, at {far}", f"located {is_located}, at {near}, {group}"),
        *paired,
    )


def _coarse(distance: str) -> str:
    return distance.rstrip("+") if distance.startswith("paragraph") else distance.split(" ", maxsplit=1)[0]


def _at_most(number: int, *steps: int) -> str:
    """The first step that is not below `number`, else the last one with '+'."""
    return next((str(step) for step in steps if number <= step), f"{steps[-1]}+")
