"""What all places that a figure may be about have in common: its sentence, the figures before it, what grammar says."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.place_mention import Mention, key
from peacetalks_cli.annotate.place_mentions import BACK, Mentions
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location, place_cues
from peacetalks_cli.german.figures.mention_form import LOCATIVE

_GROUPS = {
    "event": "killed wounded missing",
    "hit": "drones missiles bombs aircraft buildings outage",
    "people": "people troops displaced prisoners",
    "thing": "vehicles ships other territory energy",
}
_GROUP_OF = {topic: group for group, topics in _GROUPS.items() for topic in topics.split()}
_NOT_MEASURED = frozenset(["money", "percentage"])
_DASH = " – "
# What joins a figure to the one before it ('vier Busse und drei Wagen', 'sechs der acht'), and what parts them.
_JOINS = re.compile(r"\s(?:und|sowie|oder|der|bis|mit)\s(?:(?:rund|etwa|mindestens|über|fast|knapp|die)\s)?$")
_PARTS = re.compile(r"[;:]|,\s(?!(?:die|der|das)\b)")


class Setting(NamedTuple):
    """A figure, the ones before and after it, and the places that it may be about."""

    passage: Passage
    mentions: Mentions
    figure: Figure
    before: Sequence[Figure]
    following: Sequence[Figure]
    candidates: Sequence[Mention]


class View:
    """A setting, read once."""

    def __init__(self, setting: Setting) -> None:
        self.passage, self.mentions, self.figure = setting.passage, setting.mentions, setting.figure
        self.candidates, figure = setting.candidates, setting.figure
        self.sentence = figure.sentence
        self.bounds = self.passage.sentences[self.sentence]
        self.part = self.passage.part_of(figure)
        self.group = _GROUP_OF.get(figure.topic, figure.topic)
        self.own = [one for one in self.candidates if one.sentence == self.sentence]
        self.located = [one for one in self.own if one.form in LOCATIVE]
        left = [one for one in self.located if one.start < figure.start]
        self.left = max(left, key=lambda one: one.start) if left else None
        self.others = [other for other in (*setting.before, *setting.following) if other.sentence == self.sentence]
        self.traits = self.mentions.traits(self.sentence)
        told = self.mentions.told(self.sentence)
        self.cues, self.countries = place_cues.cues(told), place_cues.countries(told)
        self.opens = self.mentions.opens_paragraph(self.sentence)
        self.noun, self.link = self._noun(), self._link()
        self.remember(setting.before)
        self._since: dict[int, list[Mention]] = {}

    def _noun(self) -> str:
        """What kind of thing is counted."""
        figure = self.figure
        if figure.unit:
            return f"unit {figure.unit.name}"
        counted = figure.counted or (figure.of.counted if figure.of else None)
        return place_cues.noun_class(self.passage.text[slice(*counted)]) if counted else "none"

    def _link(self) -> str:
        return place_cues.continuation(self.passage.text, self.bounds, self.figure.start, self.figure.noun_end)

    def remember(self, before: Sequence[Figure]) -> None:
        """Reads where the figures before hold."""
        earlier = [other for other in before if other.topic != "age"]
        same = [other for other in earlier if other.sentence == self.sentence]
        paragraph = self.mentions.paragraphs[self.sentence]
        self.history = dict(self._history(earlier, same))
        self.used = {self._place_of(other) for other in same}
        self.used_before = {
            self._place_of(other)
            for other in earlier
            if other.sentence < self.sentence - 1 and self.mentions.paragraphs[other.sentence] == paragraph
        }

    def _history(self, earlier: Sequence[Figure], same: Sequence[Figure]) -> Iterator[tuple[str, str | None]]:
        """Where earlier figures hold, by what they are to this one: keys of places, None for nowhere."""
        if earlier:
            yield "last", self._place_of(earlier[-1])
        if same:
            yield "same sentence", self._place_of(same[-1])
        previous = [other for other in earlier if other.sentence == self.sentence - 1]
        if previous and not self.opens:
            yield "sentence before", self._place_of(previous[-1])
        if self.figure.of:
            yield "giver", self._place_of(self.figure.of)

    def _place_of(self, figure: Figure) -> str | None:
        return key(self.passage.text[slice(*figure.place)]) if figure.place else None

    def distance(self, one: Mention) -> str:
        """Where the candidate stands, seen from the figure."""
        paragraphs, back = self.mentions.paragraphs, self.sentence - one.sentence
        if not back:
            return self._in_parts(one)
        if paragraphs[one.sentence] == paragraphs[self.sentence]:
            return f"paragraph {at_most(back, 1, 2, 3)}"
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
        return f"{'before' if its < mine else 'after'} {at_most(abs(its - mine), 1, 2)}"

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part[0] for part in self.passage.parts(self.sentence)]

    def _part_at(self, offset: int) -> Interval:
        return self.passage.parts(self.sentence)[max(0, bisect_right(self._part_starts, offset) - 1)]

    def rank(self, one: Mention) -> int:
        """How many located candidates are nearer."""
        mine = abs(one.start - self.figure.start)
        return sum(abs(other.start - self.figure.start) < mine for other in self.located)

    def others_since(self, one: Mention) -> list[Mention]:
        """Mentions of other places between that of a candidate and the sentence of the figure."""
        if one.sentence not in self._since:
            first = max(one.sentence, self.sentence - BACK)
            self._since[one.sentence] = [other for i in range(first, self.sentence) for other in self.mentions.of(i)]
        return [other for other in self._since[one.sentence] if other.start > one.start and other.key != one.key]

    def is_in_other_relative(self, one: Mention) -> bool:
        """Whether a place stands in a relative clause that the figure is not in, nor its noun before it."""
        part = self._part_at(one.start)
        figure = self.figure
        is_same = part[0] <= figure.start < part[1] or figure.noun_end <= part[0] <= figure.noun_end + 2
        return not is_same and location.is_relative(self.passage.text, part[0])

    def is_behind_dash(self, low: int, high: int) -> bool:
        """Whether a single dash parts the sentence between two offsets."""
        text = self.passage.text
        return text.find(_DASH, low, high) >= 0 and text.count(_DASH, *self.bounds) == 1

    def has_half(self, one: Mention) -> bool:
        """Whether another place than `one` stands on the figure's side of the dash: 'Tote in Charkiw – Moskau meldet
        41 Drohnen', but 'kein Strom in Charkiw – bei 6 Grad'."""
        dash = self.passage.text.find(_DASH, *self.bounds)
        return any((other.start < dash) == (self.figure.start < dash) for other in self.own if other is not one)

    def is_of_later(self, one: Mention) -> bool:
        """Whether a place behind the figure is that of a later one: '40.000 Minen, allein um Kidal 2.700'."""
        if one.start < self.figure.start or self.part[0] <= one.start < self.part[1]:
            return False
        start, end = self._part_at(one.start)
        return any(
            self.figure.start < other.start < one.phrase or max(start, one.start) <= other.start < end
            for other in self.others
            if not self._shares(other, one)
        )

    def _shares(self, other: Figure, one: Mention) -> bool:
        """Whether a later figure leaves the place to ours: one of a measure, or joined to ours ('vier Busse und
        drei Wagen fuhren nach Sumy')."""
        text, start = self.passage.text, self.figure.start
        if other.unit and other.topic not in _NOT_MEASURED:
            return True
        low = max(start, other.start - 30)
        return _JOINS.search(text, low, other.start) is not None and not _PARTS.search(text, start, one.start)


def at_most(number: int, *steps: int) -> str:
    """The first step that is not below `number`, else the last one with '+'."""
    for step in steps:
        if number <= step:
            return str(step)
    return f"{steps[-1]}+"
