"""`peacetalks_numbers`: the figures of an article, each with what it counts, where, when, and who says so.

Runs after names and dates. Reads `doc.ents`, the dates and the masked header of the Doc; leaves the facts there
and their spans in `doc.spans["numbers"]`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from peacetalks_cli.annotate import counted, measured, states, when
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.annotate.where import Scenes
from peacetalks_cli.facts import Interval, Lines, Modifier, Number
from peacetalks_cli.german.figures import modifiers, topics, units
from peacetalks_cli.german.figures.traps import is_figure
from peacetalks_cli.german.numerals import Numeral, find

_TO_YEARS = re.compile(
    r"\sauf\s(?:(?:mindestens|rund|etwa|nur|höchstens|über|fast|gut|nun|künftig)\s){0,2}\S+\s(?:\w+e[nr]?\s)?(?:und\s\w+\s\d+\s)?"
    r"(?:Jahre?n?|Monate?n?|Wochen|Tagen?|Stunden|Minuten)\b"
)
_STOPS = re.compile(r"[,.;:!?“”«\n]|\s(?:an|aus|bezahlt)\b|$")
_AND_PERHAPS = re.compile(
    r"(?:\s[\wäöüß]+){0,4},\s(?:(?:vielleicht|höchstens|mindestens|manchmal|sogar|oder|dann|danach|in\s[A-ZÄÖÜ]\w+)\s){0,2}"
)
_ALL_OF_THEM = re.compile(r",\s(?:allesamt|alle|sämtlich|alles|durchweg)\s(?:[a-zäöüß]+e\s)?(?P<noun>[A-ZÄÖÜ][\w-]+)")
_PAID = re.compile(
    r"\b(?:[Zz]ugesagt|[Bb]ewilligt|[Aa]usgezahlt|[Gg]eflossen|[Ee]ingegangen|[Gg]edeckt|[Ff]inanziert)\s[^.;:]{0,30}$"
)
_PAIR = re.compile(
    r"\s(?:auf|statt|nach|bis|gegen|und|oder|zu|beziehungsweise|bzw\.)\s(?:(?:rund|etwa|fast|knapp|über|gut|nun|jetzt)\s)?|/"
)
_LEAST_WRITTEN_OUT = 1000  # below it, a number beside millions may mean millions


@Language.factory("peacetalks_numbers")
def create(nlp: Language, name: str) -> "Numbers":
    return Numbers(topics.load())


class Numbers:
    """The component. `table`: what figures are about."""

    def __init__(self, table: topics.Topics) -> None:
        self._topics = table

    def use(self, table: topics.Topics) -> None:
        """From now on `table` says what figures are about."""
        self._topics = table

    def __call__(self, doc: Doc) -> Doc:
        passage = Passage.of(doc)
        figures = analyse(passage, Sources(passage), self._topics)
        lines = Lines.of(passage.text)
        doc._.numbers = tuple(_fact(passage, figure, lines) for figure in figures)
        spans = (doc.char_span(f.numeral.start, f.numeral.end, "NUMBER", alignment_mode="expand") for f in figures)
        doc.spans["numbers"] = [span for span in spans if span is not None]
        return doc


def analyse(passage: Passage, sources: Sources, table: topics.Topics, scenes: Scenes | None = None) -> list[Figure]:
    """The figures of a passage with all their fields, in order. `scenes`: what says where they hold, if not ours."""
    figures = _figures(passage, table)
    scenes = scenes or Scenes(passage, sources)
    for i, figure in enumerate(figures):
        before = figures[max(0, i - 12) : i]
        following = [other for other in figures[i + 1 : i + 8] if other.sentence == figure.sentence]
        counted.count(passage, figure, before, figures[i + 1] if i + 1 < len(figures) else None)
        frames = sources.frames(figure.sentence)
        states.decide(passage, figure, before, following, table, frames)
        figure.modifier = _modifier(passage, figure)
        figure.place = scenes.place(figure, before, following)
        states.from_abroad(passage, figure)
        starts = [other.start for other in (*before, figure, *following) if other.sentence == figure.sentence]
        when.date(passage, figure, starts, frames)
        sources.state(figure)
    figures = [figure for figure in figures if not _is_lone_ordinal(figure)]
    _lend(passage, figures)
    _name_currencies(passage, figures)
    return figures


def _figures(passage: Passage, table: topics.Topics) -> list[Figure]:
    """The numerals that are figures, with their units, in order."""
    found = []
    blocked = _Blocked(passage)
    for numeral in find(passage.text):
        if blocked.covers(numeral) or not is_figure(passage.text, numeral) or _is_postcode(passage, numeral):
            continue
        if _is_elliptic_duration(passage, numeral):
            continue
        figure = Figure(numeral, passage.sentence_at(numeral.start))
        measured.measure(passage, figure, table)
        if not measured.is_duration(figure):
            found.append(figure)
    return found


def _is_elliptic_duration(passage: Passage, numeral: Numeral) -> bool:
    """'zwei Stunden, vielleicht drei', 'von sieben auf mindestens 15 Jahre': a length of time without its unit."""
    text, start, end = passage.text, numeral.start, numeral.end
    if _TO_YEARS.match(text, end) and text[max(0, start - 4) : start].casefold() == "von ":
        return True
    if not _STOPS.match(text, end):
        return False
    for date in reversed(passage.dates_in(max(0, start - 80), start)):
        if date.type == "DURATION" and _AND_PERHAPS.fullmatch(text, date.end, start):
            return True
    return False


def _is_postcode(passage: Passage, numeral: Numeral) -> bool:
    """'1010 Wien': four or five digits and a place."""
    if numeral.end - numeral.start not in (4, 5) or not passage.text[numeral.start : numeral.end].isdecimal():
        return False
    return any(
        name.start == numeral.end + 1 and name.label == "LOC"
        for name in passage.names_in(numeral.end, numeral.end + 60)
    )


class _Blocked:
    """Intervals in which no figure is: dates, names, header lines. Asked in order of position."""

    def __init__(self, passage: Passage) -> None:
        self._intervals = sorted(_intervals(passage))
        self._at = 0

    def covers(self, numeral: Numeral) -> bool:
        while self._at < len(self._intervals) and self._intervals[self._at][1] <= numeral.start:
            self._at += 1
        if self._at == len(self._intervals) or self._intervals[self._at][0] >= numeral.end:
            return False
        return any(
            start < numeral.end and numeral.start < end for start, end in self._intervals[self._at : self._at + 4]
        )


def _intervals(passage: Passage) -> Iterator[Interval]:
    yield from passage.masked
    yield from ((name.start, name.end) for name in passage.names)
    yield from ((date.start, date.end) for date in passage.dates)


def _modifier(passage: Passage, figure: Figure) -> Modifier | None:
    if figure.numeral.kind == "ordinal":
        return None
    sentence = passage.sentences[figure.sentence]
    ends = tuple({figure.numeral.end, figure.end, figure.noun_end})
    stands_alone = figure.counted is None and figure.unit is None
    how = modifiers.modifier(
        passage.text,
        sentence,
        figure.start,
        ends,
        measured=figure.unit is not None,
        alone=stands_alone,
        money=figure.topic == "money",
    )
    if (
        how is None
        and figure.is_age
        and modifiers.UP_TO_AGE.search(passage.text, max(0, figure.start - 8), figure.start)
    ):
        return "max"  # 'Kinder bis zwölf Jahre'
    if how is None and figure.numeral.kind == "vague":
        return "approx"
    if how == "approx" and figure.numeral.kind == "fraction" and passage.text.endswith("um die ", 0, figure.start):
        return None  # 'um die Hälfte weniger'
    return how


def _is_lone_ordinal(figure: Figure) -> bool:
    """'der zweite' of nothing that was counted before."""
    return figure.numeral.kind == "ordinal" and figure.counted is None and figure.of is None


def _scaled(figure: Figure, giver: Figure, between: str) -> Numeral:
    """With the millions that it shares: 'von vier auf sechs Milliarden', 'Japan gab 70 Millionen Euro, Oslo sieben'."""
    numeral, scale = figure.numeral, giver.numeral.scale
    is_paired = giver.start > figure.end and _PAIR.fullmatch(between)
    is_sum = (
        giver.start < figure.start
        and giver.topic == "money"
        and (giver.sentence == figure.sentence or _PAID.search(between) is not None)
        and "/" not in between
    )
    is_small = numeral.kind == "cardinal" and numeral.scale == 1 and 1 < numeral.value < _LEAST_WRITTEN_OUT
    if scale < 10**6 or not is_small or figure.unit or not (is_paired or is_sum):
        return numeral
    high = None if numeral.high is None else numeral.high * scale
    return replace(numeral, value=round(numeral.value * scale), high=high, scale=scale)


def _lend(passage: Passage, figures: Sequence[Figure]) -> None:
    """Figures that go on with another take its noun and unit; backwards, since some go on with the next one."""
    for figure in [*figures, *reversed(figures)]:
        giver = figure.of
        if giver is None or figure.numeral.kind == "times":
            continue
        between = passage.text[min(figure.end, giver.end) : max(figure.start, giver.start)]
        is_of_place = giver.topic == "percentage" and giver.counted and passage.names_in(*giver.counted)
        is_elsewhere = is_of_place and passage.names_in(passage.part_of(figure)[0], figure.start)
        # '19 Prozent der Ukraine, in Luhansk 99': of Luhansk; 'drei Tote, elf weitere verletzt': no dead
        is_other_fate = (
            giver.noun_topic == giver.topic == "killed" and figure.topic in ("wounded", "missing") and figure.has_state
        )
        if (giver.topic != "money" or figure.numeral.kind != "cardinal") and not is_elsewhere and not is_other_fate:
            figure.counted = figure.counted or giver.counted
        if (
            is_other_fate
            and figure.counted is None
            and (all_of_them := _ALL_OF_THEM.match(passage.text, giver.noun_end))
        ):
            figure.counted = all_of_them.span("noun")
        figure.numeral = _scaled(figure, giver, between)
        if figure.unit is None and giver.unit and figure.numeral.kind == "cardinal":
            figure.unit, figure.topic, figure.detail = giver.unit, giver.topic, None
        elif figure.topic == "other" and not figure.has_state and giver.topic not in ("percentage", "age", "ordinal"):
            figure.topic, figure.detail = giver.topic, giver.detail


def _name_currencies(passage: Passage, figures: Sequence[Figure]) -> None:
    """'zwei Millionen zu viel': of the currency that was named last."""
    last: Figure | None = None
    for figure in figures:
        if figure.topic != "money":
            continue
        if figure.unit is None:
            named = units.named_before(passage.text, passage.sentences[figure.sentence][0], figure.start)
            figure.unit = named or (last.unit if last else None)
        last = figure if figure.unit else last


def _fact(passage: Passage, figure: Figure, lines: Lines) -> Number:
    numeral, text = figure.numeral, passage.text
    low, high = modifiers.bounds(numeral.value, numeral.high, figure.modifier)
    return Number(
        text=text[numeral.start : numeral.end],
        start=numeral.start,
        end=numeral.end,
        line=lines.at(numeral.start),
        value=numeral.value,
        low=low,
        high=high,
        modifier=figure.modifier,
        unit=figure.unit.name or None if figure.unit else None,
        counted=text[slice(*figure.counted)] if figure.counted else None,
        topic=figure.topic,
        detail=figure.detail,
        place=text[slice(*figure.place)] if figure.place else None,
        date=figure.date,
        source=figure.source,
        sentence=text[slice(*passage.sentences[figure.sentence])],
    )
