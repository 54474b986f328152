"""The features of places, as words: what speaks for and against one, in any German text.

They come in blocks: what a few facts of a figure and a place say together. A block is a function of this module with
those facts; what it yields are its features, each with a weight in `data/place_weights.tsv` (`training/places.py`
learns them). As few blocks come again and again, their sums are remembered, and no feature is looked up by itself.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from math import fsum, inf

from peacetalks_cli.annotate.place_mentions import Traits
from peacetalks_cli.annotate.place_view import at_most
from peacetalks_cli.german.figures.mention_form import LOCATIVE

Block = tuple[Callable[..., Iterator[str]], *tuple[Hashable, ...]]

_RULED_OUT = frozenset(["in a relative clause", "in the other half", "of a later figure"])
# What a place is to what is told, by how it is brought in.
_ROLES = {
    "nach": "goal", "für": "goal", "receiver": "goal", "aus": "origin", "von": "origin", "subject": "actor",
    "bare": "actor", "speaker": "actor", "speaks": "actor", "genitive": "whose", "label": "label",
} | dict.fromkeys(LOCATIVE, "place")  # fmt: skip


def names(blocks: Iterable[Block]) -> list[str]:
    """The features of blocks."""
    return [name for function, *facts in blocks for name in function(*facts)]


def is_ruled_out(features: Iterable[str]) -> bool:
    """Whether grammar keeps the place of `features` from being that of the figure."""
    return not _RULED_OUT.isdisjoint(features)


def weigher(weights: Mapping[str, float]) -> Callable[[Block], float]:
    """What a block weighs: the weights of its features together, -inf if one of them rules the place out."""

    @lru_cache(maxsize=16_384)
    def weigh(block: Block) -> float:
        features = names([block])
        return -inf if is_ruled_out(features) else fsum(weights.get(name, 0.0) for name in features)

    return weigh


def role(form: str) -> str:
    return _ROLES.get(form, "other")


def coarse(distance: str) -> str:
    """A distance less exact: 'paragraph 2' stays, of 'after 2' 'after'."""
    return distance.rstrip("+") if distance.startswith("paragraph") else distance.split(" ", maxsplit=1)[0]


def nowhere(block: Callable[..., Iterator[str]], *facts: Hashable) -> Iterator[str]:
    """The features of a block as those of no place."""
    for name in block(*facts):
        yield f"null {name}"


def by_figure(
    topic: str, group: str, link: str, unit: str, goes_on: bool, is_counted: bool, is_way: bool, extent: str
) -> Iterator[str]:
    """Of no place: what is counted or measured, and how."""
    yield from ("any", f"group {group}", f"topic {topic}", f"link {link}")
    if unit:
        yield f"unit {unit}"
    if goes_on:
        yield "goes on"
    if not is_counted:
        yield f"nothing counted, {group}"
    if is_way:
        yield "way"
    if extent:
        yield f"distance {extent}"


def by_sentence(
    group: str, traits: Traits, has_adjective: bool, is_headline: bool, opens: bool, is_located: bool
) -> Iterator[str]:
    """Of no place: what the sentence says of its scene."""
    for name, holds in (
        ("talks", traits.is_about_talks),
        ("asks", traits.asks),
        ("years", traits.looks_back),
        ("adjective", has_adjective),
    ):
        if holds:
            yield from (name, f"{name}, {group}")
    if traits.is_overall:
        yield "overall"
    if is_headline:
        yield "headline"
    if opens:
        yield "paragraph opens"
    yield from (_who(traits), f"{_who(traits)} located {is_located}")


def by_choice(
    group: str, noun: str, says: bool, has_own: bool, is_located: bool, is_located_in_part: bool
) -> Iterator[str]:
    """Of no place: which places the sentence has."""
    yield from (f"located in part {is_located_in_part}", f"located in sentence {is_located}, {group}")
    yield from (f"own {has_own} located {is_located}", f"says {says}, located {is_located}")
    yield from (f"noun {noun}", f"noun {noun}, {group}", f"noun {noun}, located {is_located}")


def by_told(cue: str, group: str, is_located: bool) -> Iterator[str]:
    """Of no place: what the sentence tells of."""
    yield from (f"cue {cue}", f"cue {cue}, {group}", f"cue {cue}, located {is_located}")


def by_embedded(group: str, noun: str) -> Iterator[str]:
    """Of no place: a noun before the figure."""
    yield from ("embedded", f"embedded, {group}", f"embedded, {noun}")


def by_unplaced(relation: str, group: str, link: str) -> Iterator[str]:
    """Of no place: an earlier figure that holds nowhere."""
    yield from (f"{relation} nowhere", f"{relation} nowhere, {group}", f"{relation} nowhere, link {link}")


def by_distance(far: str, form: str) -> Iterator[str]:
    """How far off a candidate stands, and how it is brought in."""
    near, part = coarse(far), role(form)
    yield from (f"at {far}", f"form {form}", f"at {far}, form {form}", f"located {form in LOCATIVE}, at {far}")
    yield from (f"role {part}", f"role {part}, at {near}")


def by_group(near: str, form: str, group: str) -> Iterator[str]:
    """The same, for what kind of figure."""
    part = role(form)
    yield from (f"at {near}, {group}", f"form {form}, {group}", f"located {form in LOCATIVE}, at {near}, {group}")
    yield from (f"role {part}, {group}", f"role {part}, at {near}, {group}")


def by_kind(near: str, kind: str, topic: str) -> Iterator[str]:
    yield from (f"kind {kind}, at {near}", f"topic {topic}, at {near}")


def by_pair(pair: str, kind: str) -> Iterator[str]:
    yield from (f"pair {pair}", f"pair {pair}, kind {kind}")


def by_noun(noun: str, near: str, role: str) -> Iterator[str]:
    yield from (f"noun {noun}, at {near}", f"noun {noun}, role {role}")


def by_mentions(times: int, is_in_headline: bool, is_own: bool) -> Iterator[str]:
    """How often a candidate is named, and where."""
    where = "in" if is_own else "out"
    yield f"times {at_most(times, 1, 2, 4)}, {where}"
    if is_in_headline:
        yield f"in headline, {where}"


def by_cue(cue: str, near: str) -> Iterator[str]:
    """What the sentence of the figure tells of."""
    yield f"cue {cue}, at {near}"


def by_cue_of_own(cue: str, role: str, group: str) -> Iterator[str]:
    """The same, of a candidate that it has itself."""
    yield from (f"cue {cue}, role {role}", f"cue {cue}, role {role}, {group}")


def by_embedding(near: str, role: str) -> Iterator[str]:
    """What a noun before the figure makes of a candidate: 'die Freilassung von 742 Gefangenen'."""
    yield from (f"embedded, {near}", f"embedded, role {role}")


def by_extent(extent: str, near: str, form: str) -> Iterator[str]:
    """What is said of a distance."""
    yield from (
        f"distance {extent}, form {form}",
        f"distance {extent}, {near}",
        f"distance {extent}, role {role(form)}",
    )


def by_history(relation: str, near: str, group: str, link: str) -> Iterator[str]:
    """A candidate that is the place of an earlier figure."""
    yield from (f"as {relation}", f"as {relation}, {group}", f"as {relation}, at {near}", f"as {relation}, link {link}")


def by_names(*features: str) -> Iterator[str]:
    """Features that stand by themselves."""
    yield from features


def by_side(side: str, form: str, group: str, is_adjacent: bool) -> Iterator[str]:
    """On which side of the figure a candidate of its sentence stands."""
    yield from (f"{side}, form {form}", f"{side}, {group}")
    if is_adjacent:
        yield from (f"adjacent, form {form}", f"adjacent, {group}")


def by_number(side: str, near: str, is_located: bool, between: int, asks: bool) -> Iterator[str]:
    """How many figures stand between them."""
    over = f"{side} over {at_most(between, 0, 1)}"
    yield from (f"{side}, at {near}", f"{side} over {at_most(between, 0, 1, 2)}", f"{over}, at {near}")
    yield f"{over}, located {is_located}"
    if asks:
        yield f"asks, {side}"


def by_nearest(near: str, group: str) -> Iterator[str]:
    """The last candidate before the figure that says where."""
    yield from ("nearest left", f"nearest left, {group}", f"nearest left, at {near}")


def by_rank(near: str, rank: int, is_only: bool) -> Iterator[str]:
    """A candidate that says where, `rank` of which are nearer."""
    yield f"rank {at_most(rank, 0, 1, 2)}, at {near}"
    if is_only:
        yield from ("only one", f"only one, at {near}")


def by_part(side: str, near: str, form: str, says: bool, is_other_in_part: bool) -> Iterator[str]:
    """What the part of the sentence says that a candidate stands in, and whether the figure's has another one."""
    is_located = form in LOCATIVE
    yield from (f"says {says}, at {near}, located {is_located}", f"says {says}, role {role(form)}")
    if is_other_in_part:
        yield from ("another in part", f"another in part, located {is_located}", f"another in part, {side}")


def by_lead(lead: str, near: str, group: str) -> Iterator[str]:
    """The word before a place."""
    yield from (f"lead {lead}", f"lead {lead}, {group}", f"lead {lead}, at {near}")


def by_bare_lead(lead: str, form: str, kind: str, group: str) -> Iterator[str]:
    """The same where no preposition stands between."""
    yield from (f"lead {lead}, {group}", f"lead {lead}, form {form}", f"lead {lead}, kind {kind}")


def by_opening(near: str, form: str, group: str) -> Iterator[str]:
    """A candidate that the sentence begins with."""
    yield from ("opens", f"opens, form {form}", f"opens, {group}", f"opens, at {near}")


def by_since(near: str, opened: bool, others: int, located: int) -> Iterator[str]:
    """A candidate of an earlier sentence; `others`: mentions since, `located`: of them those that say where."""
    if opened:
        yield f"opened its sentence, at {near}"
    yield from (f"then {at_most(others, 0, 1, 2, 4)}, at {near}", f"then located {at_most(located, 0, 1, 2)}")


def by_paragraph(group: str, is_located: bool) -> Iterator[str]:
    """A candidate of the sentence that the paragraph begins with."""
    yield from ("opened the paragraph", f"opened the paragraph, located {is_located}", f"opened the paragraph, {group}")


def by_scene(
    near: str, talks_there: bool, spot_there: bool, traits: Traits, has_own: bool, has_located: bool, opens: bool,
    goes_on: bool, has_date: bool,
) -> Iterator[str]:  # fmt: skip
    """What the sentence of the figure says, of a candidate that an earlier one has."""
    for name, holds in (
        (f"sentence has own, at {near}", has_own),
        (f"sentence has located, at {near}", has_located),
        ("talks there", talks_there),
        ("talks", traits.is_about_talks),
        (f"paragraph opens, at {near}", opens),
        ("overall", traits.is_overall),
        ("goes on", goes_on),
    ):
        if holds:
            yield name
    yield from (f"{_who(traits)}, at {near}", f"spot there {spot_there}, at {near}")
    yield from (f"years {traits.looks_back}, at {near}", f"date {has_date}, at {near}")


def by_adjective(is_its: bool | None, near: str) -> Iterator[str]:
    """Whether the adjective of a country in the sentence is that of a candidate's; None: unknown."""
    yield from (f"adjective its {is_its}", f"adjective its {is_its}, {near}")


def _who(traits: Traits) -> str:
    return f"spot {traits.is_on_the_spot} afar {traits.is_from_afar}"
