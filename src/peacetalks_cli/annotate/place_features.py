"""What speaks for and against a place as that of a figure: features that any German text has, as words.

A feature is a string; `data/place_weights.tsv` has the weight of each. `training/places.py` learns them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from peacetalks_cli.annotate.place_mentions import Mention
from peacetalks_cli.annotate.place_view import Setting, View, at_most
from peacetalks_cli.german.figures import location, place_cues
from peacetalks_cli.german.figures.mention_form import BARE, LOCATIVE

_RULED_OUT = frozenset(["in a relative clause", "in the other half", "of a later figure"])
_ADJACENT = 2  # spaces between a noun and the place right behind it
# What a place is to what is told, by how it is brought in.
_ROLES = {
    "nach": "goal", "für": "goal", "aus": "origin", "von": "origin", "subject": "actor", "bare": "actor",
    "speaker": "actor", "genitive": "whose", "label": "label",
} | dict.fromkeys(LOCATIVE, "place")  # fmt: skip


def features(setting: Setting) -> Iterator[list[str]]:
    """Those of no place at all, then of each candidate."""
    view = Features(setting)
    yield [f"null {feature}" for feature in (*view.null(), *view.null_history())]
    for candidate in setting.candidates:
        yield [*view.candidate(candidate), *view.candidate_history(candidate)]


def is_ruled_out(features: Sequence[str]) -> bool:
    """Whether grammar keeps the place of `features` from being that of the figure."""
    return not _RULED_OUT.isdisjoint(features)


class Features(View):
    """The features of a setting; those of its history by themselves."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        text, figure, traits = self.passage.text, self.figure, self.traits
        self.who = f"spot {traits.is_on_the_spot} afar {traits.is_from_afar}"
        self.is_located_in_part = any(self.part[0] <= one.start < self.part[1] for one in self.located)
        self.has_date = bool(self.passage.dates_in(*self.bounds))
        self.is_embedded = place_cues.is_embedded(text, self.bounds, figure.start)
        is_distance = figure.topic == "distance"
        self.extent = location.distance_kind(text, self.bounds, figure.end) if is_distance else None

    def null(self) -> Iterator[str]:
        """What speaks for no place."""
        figure, group = self.figure, self.group
        yield from ("any", f"group {group}", f"topic {figure.topic}", f"link {self.link}")
        if figure.unit:
            yield f"unit {figure.unit.name}"
        yield from (name for name, holds in self._null_facts() if holds)
        is_located = bool(self.located)
        yield from (f"located in part {self.is_located_in_part}", f"located in sentence {is_located}, {group}")
        yield from (f"own {bool(self.own)} located {is_located}", self.who, f"{self.who} located {is_located}")
        yield from (f"noun {self.noun}", f"noun {self.noun}, {group}", f"noun {self.noun}, located {is_located}")
        yield f"says {self.mentions.says(self.part)}, located {is_located}"
        for cue in self.traits.cues:
            yield from (f"cue {cue}", f"cue {cue}, {group}", f"cue {cue}, located {is_located}")
        if self.is_embedded:
            yield from ("embedded", f"embedded, {group}", f"embedded, {self.noun}")
        if self.extent:
            yield f"distance {self.extent}"

    def _null_facts(self) -> tuple[tuple[str, bool], ...]:
        figure, group, traits = self.figure, self.group, self.traits
        return (
            ("talks", traits.is_about_talks),
            (f"talks, {group}", traits.is_about_talks),
            ("overall", traits.is_overall),
            ("asks", traits.asks),
            (f"asks, {group}", traits.asks),
            ("headline", self.sentence < self.mentions.first),
            ("paragraph opens", self.opens),
            ("goes on", figure.of is not None),
            (f"nothing counted, {group}", figure.counted is None),
            ("years", traits.looks_back),
            (f"years, {group}", traits.looks_back),
            ("way", self._is_way()),
            ("adjective", bool(traits.countries)),
            (f"adjective, {group}", bool(traits.countries)),
        )

    def _is_way(self) -> bool:
        figure = self.figure
        unit = figure.unit.name if figure.unit else ""
        return figure.topic == "distance" and location.is_length_of_way(self.passage.text, figure.end, unit)

    def null_history(self) -> Iterator[str]:
        """What earlier figures that hold nowhere say."""
        for relation, place in self.history.items():
            if place is None:
                yield from (f"{relation} nowhere", f"{relation} nowhere, {self.group}")
                yield f"{relation} nowhere, link {self.link}"

    def candidate(self, one: Mention) -> list[str]:
        """What speaks for a candidate."""
        found: list[str] = []
        far = self.distance(one)
        near, is_located = _coarse(far), one.form in LOCATIVE
        role = _ROLES.get(one.form, "other")
        found += _by_form(far, one.form, one.kind, one.pair, self.group, self.figure.topic)
        found += _by_noun(self.noun, near, role)
        if one.sentence == self.sentence:
            found += self._in_sentence(one, near, is_located)
        else:
            found += self._before(one, near, is_located)
        is_own = one.sentence == self.sentence
        for cue in self.traits.cues:
            found += _by_cue(cue, near, role if is_own else "", self.group)
        where = "in" if is_own else "out"
        found.append(f"times {at_most(self.mentions.counts[one.key], 1, 2, 4)}, {where}")
        if one.key in self.mentions.in_headline:
            found.append(f"in headline, {where}")
        if self.is_embedded:
            found += (f"embedded, {near}", f"embedded, role {role}")
        if self.extent:
            found += (f"distance {self.extent}, form {one.form}", f"distance {self.extent}, {near}")
            found.append(f"distance {self.extent}, role {role}")
        return found

    def candidate_history(self, one: Mention) -> list[str]:
        """What the places of earlier figures say for a candidate."""
        found: list[str] = []
        near, group = _coarse(self.distance(one)), self.group
        for relation, place in self.history.items():
            if place == one.key:
                found += (f"as {relation}", f"as {relation}, {group}", f"as {relation}, at {near}")
                found.append(f"as {relation}, link {self.link}")
        if one.key in self.used:
            found.append("as in this sentence")
        if one.key in self.used_before:
            found.append("as in this paragraph")
        return found

    def _in_sentence(self, one: Mention, near: str, is_located: bool) -> list[str]:
        found: list[str] = []
        figure, group = self.figure, self.group
        low, high = sorted((one.start, figure.start))
        side = "left" if one.start < figure.start else "right"
        between = sum(low < other.start < high for other in self.others)
        found += (f"{side}, at {near}", f"{side}, form {one.form}", f"{side}, {group}")
        found += (f"{side} over {at_most(between, 0, 1, 2)}", f"{side} over {at_most(between, 0, 1)}, at {near}")
        found.append(f"{side} over {at_most(between, 0, 1)}, located {is_located}")
        is_adjacent = self.passage.text.count(" ", figure.noun_end, one.start) <= _ADJACENT
        if side == "right" and figure.noun_end <= one.start and is_adjacent:
            found += (f"adjacent, form {one.form}", f"adjacent, {group}")
        if self.traits.asks:
            found.append(f"asks, {side}")
        found += self._parted(one, low, high)
        if one is self.left:
            found += ("nearest left", f"nearest left, {group}", f"nearest left, at {near}")
        if near != "part" and self.is_located_in_part:
            found += ("another in part", f"another in part, located {is_located}", f"another in part, {side}")
        if is_located:
            if len(self.located) == 1:
                found += ("only one", f"only one, at {near}")
            found.append(f"rank {self.rank(one)}, at {near}")
        part = self.part if near == "part" else self._part_at(one.start)
        found += _by_said(self.mentions.says(part), near, one.form)
        if one.lead and one.lead != "start":
            found += _by_lead(one.lead, one.form, one.kind, near, group)
            if one.form in BARE:
                found += [f"lead {one.lead}, cue {cue}" for cue in self.traits.cues]
        if one.phrase == self.bounds[0]:
            found += ("opens", f"opens, form {one.form}", f"opens, {group}", f"opens, at {near}")
        return found

    def _parted(self, one: Mention, low: int, high: int) -> list[str]:
        """What stands between a place and the figure in a sentence, from `low` to `high`."""
        found: list[str] = []
        if self.is_in_other_relative(one):
            found.append("in a relative clause")
        if ";" in self.passage.text[low:high]:
            found.append("in another main clause")
        if self.is_behind_dash(low, high):
            found.append("in the other half" if self.has_half(one) else "behind a dash")
        if self.is_of_later(one):
            found.append("of a later figure")
        return found

    def _before(self, one: Mention, near: str, is_located: bool) -> list[str]:
        """Of a candidate that an earlier sentence has."""
        found: list[str] = []
        mentions, sentences = self.mentions, self.passage.sentences
        there = mentions.traits(one.sentence)
        if one.phrase == sentences[one.sentence][0]:
            found.append(f"opened its sentence, at {near}")
        if mentions.paragraphs[one.sentence] == mentions.paragraphs[self.sentence] and mentions.opens_paragraph(
            one.sentence
        ):
            found += ("opened the paragraph", f"opened the paragraph, located {is_located}")
            found.append(f"opened the paragraph, {self.group}")
        others = self.others_since(one)
        found.append(f"then {at_most(len(others), 0, 1, 2, 4)}, at {near}")
        found.append(f"then located {at_most(sum(other.form in LOCATIVE for other in others), 0, 1, 2)}")
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
                found.append(name)
        found += (f"{self.who}, at {near}", f"spot there {there.is_on_the_spot}, at {near}")
        found += (f"years {self.traits.looks_back}, at {near}", f"date {self.has_date}, at {near}")
        if self.traits.countries:
            its = location.country(self.passage.text[slice(*one.name)])
            is_its = its in self.traits.countries if its else None
            found += (f"adjective its {is_its}", f"adjective its {is_its}, {near}")
        return found


@lru_cache(maxsize=2048)
def _by_form(far: str, form: str, kind: str, pair: str, group: str, topic: str) -> tuple[str, ...]:
    """What a candidate's distance, form and kind say: words that come again with every figure of a text."""
    near, is_located, role = _coarse(far), form in LOCATIVE, _ROLES.get(form, "other")
    paired = (f"pair {pair}", f"pair {pair}, kind {kind}") if pair else ()
    return (
        *(f"at {far}", f"form {form}", f"at {far}, form {form}", f"at {near}, {group}"),
        *(f"form {form}, {group}", f"kind {kind}, at {near}", f"topic {topic}, at {near}"),
        *(f"located {is_located}, at {far}", f"located {is_located}, at {near}, {group}"),
        *(f"role {role}", f"role {role}, {group}", f"role {role}, at {near}", f"role {role}, at {near}, {group}"),
        *paired,
    )


@lru_cache(maxsize=2048)
def _by_said(is_said: bool, near: str, form: str) -> tuple[str, ...]:
    role = _ROLES.get(form, "other")
    return f"says {is_said}, at {near}, located {form in LOCATIVE}", f"says {is_said}, role {role}"


@lru_cache(maxsize=2048)
def _by_lead(lead: str, form: str, kind: str, near: str, group: str) -> tuple[str, ...]:
    """What the word before a place says."""
    if form in BARE:
        return (f"lead {lead}, {group}", f"lead {lead}, form {form}", f"lead {lead}, kind {kind}")
    return (f"lead {lead}", f"lead {lead}, {group}", f"lead {lead}, at {near}")


@lru_cache(maxsize=2048)
def _by_cue(cue: str, near: str, role: str, group: str) -> tuple[str, ...]:
    """What the sentence tells of says; `role`: '' in another sentence."""
    of_role = (f"cue {cue}, role {role}", f"cue {cue}, role {role}, {group}") if role else ()
    return (f"cue {cue}, at {near}", *of_role)


@lru_cache(maxsize=2048)
def _by_noun(noun: str, near: str, role: str) -> tuple[str, ...]:
    return (f"noun {noun}, at {near}", f"noun {noun}, role {role}")


def _coarse(distance: str) -> str:
    return distance.rstrip("+") if distance.startswith("paragraph") else distance.split(" ", maxsplit=1)[0]
