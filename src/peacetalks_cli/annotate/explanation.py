"""Why a figure has the fields it has: the words behind each, and the rule; its stance; whether it is a part."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.numbers import analyse
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.annotate.when import SCENE
from peacetalks_cli.facts import Article, Date, Interval, Name
from peacetalks_cli.german.figures import stance, topics
from peacetalks_cli.german.figures.stance import Relation, Stance
from peacetalks_cli.german.speech.source_phrase import NameAt


@dataclass(frozen=True, slots=True)
class Reason:
    """The words `text` = article[start:end] behind a field, and the rule by which they are."""

    field: str
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """`relation`: whether the figure is called a total, an addition or a part, None where it is not."""

    stance: Stance
    relation: Relation | None
    reasons: tuple[Reason, ...]


def explain(
    article: Article, names: Iterable[Name], dates: Sequence[Date], own_topics: str | None = None
) -> dict[Interval, Explanation]:
    """The explanation of each figure of an article, by its interval. `names`: in order of `start`; `own_topics`: a
    user's table as a TOML text."""
    found = [NameAt(name.start, name.end, name.label) for name in names]
    passage = Passage.over(article.text, found, tuple(dates), article.masked)
    sources = Sources(passage)
    figures = analyse(passage, sources, topics.load(own_topics))
    return {
        (figure.numeral.start, figure.numeral.end): _explained(passage, sources, figure, figures) for figure in figures
    }


def _explained(passage: Passage, sources: Sources, figure: Figure, figures: Sequence[Figure]) -> Explanation:
    text = passage.text
    is_quoted = figure.source is not None and sources.is_quoted(figure.start)
    part = passage.part_of(figure)
    how = stance.stance(text, part, figure.start, is_reported=figure.source is not None, is_quoted=is_quoted)
    related = stance.relation(text, part, figure.start, (figure.end, figure.noun_end))
    reasons = [
        Reason(field, text[slice(*span)], *span, rule)
        for field, span, rule in _reasons(passage, figure)
        if span[0] < span[1]
    ]
    if related:
        reasons.append(
            Reason(
                "relation",
                text[slice(*related[1])],
                *related[1],
                f"says that it is {'an' if related[0] == 'addition' else 'a'} {related[0]}",
            )
        )
    return Explanation(how, related[0] if related else None, tuple(reasons))


_DATE_RULES = ("named in its sentence", "of the sentence before", "of the scene, some sentences before")
_Why = tuple[str, Interval, str]


def _reasons(passage: Passage, figure: Figure) -> Iterator[_Why]:
    numeral = figure.numeral
    yield "value", (numeral.start, numeral.end), _form(figure)
    if figure.unit and figure.unit.name:
        is_borrowed = not numeral.start <= figure.unit.end <= numeral.end + 40
        start = figure.unit.end - len(figure.unit.name) if is_borrowed else numeral.end
        rule = "named before" if is_borrowed else "after the numeral"
        yield "unit", (max(0, start), figure.unit.end), rule
    if figure.counted:
        yield "counted", figure.counted, _counted_rule(figure)
    yield from _topic(passage, figure)
    if figure.place:
        yield "place", figure.place, _place_rule(passage, figure, figure.place)
    yield from _date(passage, figure)
    if figure.source_at and figure.source:
        cue = f" by {figure.source.cue}" if figure.source.cue else ""
        yield "source", figure.source_at, f"{figure.source_rule}{cue}"


def _form(figure: Figure) -> str:
    kinds = {"vague": "a vague number: its least value", "share": "a share", "times": "fused with its word"}
    return "a range" if figure.numeral.high is not None else kinds.get(figure.numeral.kind, figure.numeral.kind)


def _counted_rule(figure: Figure) -> str:
    start, end = figure.counted or (0, 0)
    if figure.of and figure.counted == figure.of.counted:
        return "goes on with an earlier figure" if start < figure.start else "shared with the next figure"
    return "the noun before" if end <= figure.start else "the noun after"


def _topic(passage: Passage, figure: Figure) -> Iterator[_Why]:
    if figure.state_at and figure.has_state:
        yield "topic", figure.state_at, "what became of what is counted"
    elif figure.is_age or figure.unit or figure.numeral.kind in ("fraction", "share", "ordinal", "times"):
        yield "topic", (figure.numeral.start, figure.end), "the form of the figure"
    elif figure.has_state:
        yield "topic", (figure.numeral.start, figure.numeral.end), "as the figure that it is coordinated with"
    elif figure.counted:
        rule = "the noun" if figure.topic == figure.noun_topic else "the noun, in its context"
        yield "topic", figure.counted, rule


def _place_rule(passage: Passage, figure: Figure, place: Interval) -> str:
    start, end = passage.part_of(figure)
    if start <= place[0] < end:
        return "named in its clause"
    back = figure.sentence - passage.sentence_at(place[0])
    if back <= 0:
        return "named in its sentence" if back == 0 else "named further on"
    if not passage.same_paragraph(figure.sentence - back, figure.sentence):
        return "carried on from an earlier paragraph"
    return "carried on from the sentence before" if back == 1 else f"carried on from {back} sentences before"


def _date(passage: Passage, figure: Figure) -> Iterator[_Why]:
    if figure.date is None:
        return
    for back in range(min(figure.sentence, SCENE) + 1):
        found = [
            one for one in passage.dates_in(*passage.sentences[figure.sentence - back]) if one.value == figure.date
        ]
        if found:
            nearest = min(found, key=lambda one: abs(one.start - figure.start))
            yield "date", (nearest.start, nearest.end), _DATE_RULES[min(back, 2)]
            return
