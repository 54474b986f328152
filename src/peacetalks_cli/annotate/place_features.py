"""What speaks for and against each place as that of a figure: which blocks of features (`place_blocks`) it has."""

from collections.abc import Iterator

from peacetalks_cli.annotate import place_blocks as blocks
from peacetalks_cli.annotate.place_blocks import Block
from peacetalks_cli.annotate.place_mention import Mention
from peacetalks_cli.annotate.place_view import Setting, View
from peacetalks_cli.german.figures import location, place_cues
from peacetalks_cli.german.figures.mention_form import BARE, LOCATIVE

_ADJACENT = 2  # spaces between a noun and the place right behind it
_MANY = 5  # of what is counted no more is told apart


def features(setting: Setting) -> Iterator[Iterator[Block]]:
    """Those of no place at all, then of each candidate."""
    view = Features(setting)
    yield ((blocks.nowhere, *block) for block in view.null())
    yield from map(view.candidate, setting.candidates)


class Features(View):
    """The features of a setting."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        text, figure, traits = self.passage.text, self.figure, self.traits
        self.is_located_in_part = any(self.part[0] <= one.start < self.part[1] for one in self.located)
        self.is_embedded = place_cues.is_embedded(text, self.bounds, figure.start)
        is_distance = figure.topic == "distance"
        self.extent = location.distance_kind(text, self.bounds, figure.end) if is_distance else ""
        has_date, goes_on = bool(self.passage.dates_in(*self.bounds)), figure.of is not None
        self.scene = traits, bool(self.own), bool(self.located), self.opens, goes_on, has_date

    def null(self) -> Iterator[Block]:
        """What speaks for no place."""
        figure, group, noun, is_located = self.figure, self.group, self.noun, bool(self.located)
        unit, is_counted = figure.unit.name if figure.unit else "", figure.counted is not None
        is_way = figure.topic == "distance" and location.is_length_of_way(self.passage.text, figure.end, unit)
        goes_on, is_headline = figure.of is not None, self.sentence < self.mentions.first
        yield blocks.by_figure, figure.topic, group, self.link, unit, goes_on, is_counted, is_way, self.extent
        yield blocks.by_sentence, group, self.traits, bool(self.countries), is_headline, self.opens, is_located
        says = self.mentions.says(self.part)
        yield blocks.by_choice, group, noun, says, bool(self.own), is_located, self.is_located_in_part
        for cue in self.cues:
            yield blocks.by_told, cue, group, is_located
        if self.is_embedded:
            yield blocks.by_embedded, group, noun
        for relation, place in self.history.items():
            if place is None:
                yield blocks.by_unplaced, relation, group, self.link

    def candidate(self, one: Mention) -> Iterator[Block]:
        """What speaks for a candidate."""
        far, form, group, key = self.distance(one), one.form, self.group, one.key
        near, role, is_own = blocks.coarse(far), blocks.role(form), one.sentence == self.sentence
        yield blocks.by_distance, far, form
        yield blocks.by_group, near, form, group
        yield blocks.by_kind, near, one.kind, self.figure.topic
        yield blocks.by_noun, self.noun, near, role
        yield blocks.by_mentions, min(self.mentions.counts[key], _MANY), key in self.mentions.in_headline, is_own
        if one.pair:
            yield blocks.by_pair, one.pair, one.kind
        for cue in self.cues:
            yield blocks.by_cue, cue, near
        if self.is_embedded:
            yield blocks.by_embedding, near, role
        if self.extent:
            yield blocks.by_extent, self.extent, near, form
        for relation, place in self.history.items():
            if place == key:
                yield blocks.by_history, relation, near, group, self.link
        if key in self.used:
            yield blocks.by_names, "as in this sentence"
        if key in self.used_before:
            yield blocks.by_names, "as in this paragraph"
        yield from self._in_sentence(one, near, role) if is_own else self._before(one, near)

    def _in_sentence(self, one: Mention, near: str, role: str) -> Iterator[Block]:
        figure, group, form, is_located = self.figure, self.group, one.form, one.form in LOCATIVE
        side, low, high = self._between(one)
        is_behind = side == "right" and figure.noun_end <= one.start
        is_adjacent = is_behind and self.passage.text.count(" ", figure.noun_end, one.start) <= _ADJACENT
        yield blocks.by_side, side, form, group, is_adjacent
        between = min(sum(low < other.start < high for other in self.others), _MANY)
        yield blocks.by_number, side, near, is_located, between, self.traits.asks
        if one is self.left:
            yield blocks.by_nearest, near, group
        if is_located:
            yield blocks.by_rank, near, min(self.rank(one), _MANY), len(self.located) == 1
        says = self.mentions.says(self.part if near == "part" else self._part_at(one.start))
        yield blocks.by_part, side, near, form, says, near != "part" and self.is_located_in_part
        if one.phrase == self.bounds[0]:
            yield blocks.by_opening, near, form, group
        for cue in self.cues:
            yield blocks.by_cue_of_own, cue, role, group
        yield from self._lead(one, near)
        for name in self._parted(one, low, high):
            yield blocks.by_names, name

    def _between(self, one: Mention) -> tuple[str, int, int]:
        """On which side of the figure a candidate stands, and what lies between."""
        at, start = one.start, self.figure.start
        return ("left", at, start) if at < start else ("right", start, at)

    def _lead(self, one: Mention, near: str) -> Iterator[Block]:
        """What the word before a place says."""
        lead, form = one.lead, one.form
        if not lead or lead == "start":
            return
        if form not in BARE:
            yield blocks.by_lead, lead, near, self.group
            return
        yield blocks.by_bare_lead, lead, form, one.kind, self.group
        for cue in self.cues:
            yield blocks.by_names, f"lead {lead}, cue {cue}"

    def _parted(self, one: Mention, low: int, high: int) -> Iterator[str]:
        """What stands between a place and the figure in a sentence, from `low` to `high`."""
        if self.is_in_other_relative(one):
            yield "in a relative clause"
        if self.passage.text.find(";", low, high) >= 0:
            yield "in another main clause"
        if self.is_behind_dash(low, high):
            yield "in the other half" if self.has_half(one) else "behind a dash"
        if self.is_of_later(one):
            yield "of a later figure"

    def _before(self, one: Mention, near: str) -> Iterator[Block]:
        """Of a candidate that an earlier sentence has."""
        mentions, there = self.mentions, one.sentence
        others = self.others_since(one)
        located = sum([other.form in LOCATIVE for other in others])
        opened = one.phrase == self.passage.sentences[there][0]
        yield blocks.by_since, near, opened, min(len(others), _MANY), min(located, _MANY)
        is_same_paragraph = mentions.paragraphs[there] == mentions.paragraphs[self.sentence]
        if is_same_paragraph and mentions.opens_paragraph(there):
            yield blocks.by_paragraph, self.group, one.form in LOCATIVE
        told = mentions.told(there)
        yield blocks.by_scene, near, "talks" in told, "spot" in told, *self.scene
        if self.countries:
            its = location.country(self.passage.text[slice(*one.name)])
            yield blocks.by_adjective, its in self.countries if its else None, near
