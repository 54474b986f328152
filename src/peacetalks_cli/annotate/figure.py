"""A figure while its fields are being found, and what the rooms need to know of the text around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from spacy.tokens import Doc

from peacetalks_cli.annotate import doc as on_doc
from peacetalks_cli.facts import Date, Interval, Modifier, Source
from peacetalks_cli.german.clauses import segments
from peacetalks_cli.german.figures.units import Unit
from peacetalks_cli.german.numerals import Numeral
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.german.speech.source_phrase import NameAt

_INSIDE, _BEGINS = 1, 3  # of a name, as spaCy codes it
_FAR = 600  # characters beside a sentence that may still say what it is about
_LONGEST_SENTENCE = 2000  # characters; real ones end long before


@dataclass(slots=True)
class Figure:
    """`sentence`: its index. `counted`: the interval of the noun, perhaps in an earlier sentence.

    `of`: the figure that this one goes on with ('19 weitere'), whose noun and condition it takes. `noun_topic`: what
    the noun alone says; `has_state`: the clause says what became of what is counted, in the words of `state_at`.
    `source_at`: where the source is named; `source_rule`: what joins it to the figure.
    """

    numeral: Numeral
    sentence: int
    unit: Unit | None = None
    is_age: bool = False
    counted: Interval | None = None
    of: "Figure | None" = None
    modifier: Modifier | None = None
    noun_topic: str | None = None
    topic: str = "other"
    detail: str | None = None
    has_state: bool = False
    place: Interval | None = None
    date: str | None = None
    source: Source | None = None
    source_at: Interval | None = None
    source_rule: str | None = None
    state_at: Interval | None = None

    @property
    def start(self) -> int:
        return self.numeral.start

    @property
    def end(self) -> int:
        """Where the numeral and its unit end."""
        return max(self.numeral.end, self.unit.end if self.unit else 0)

    @property
    def noun_end(self) -> int:
        """Where the phrase of numeral, unit and noun ends, if the noun follows the numeral."""
        return self.counted[1] if self.counted and self.counted[0] >= self.start else self.end


def _bounded(text: str) -> Iterator[Interval]:
    """The sentences; what has no end in sight is cut, so that work within a sentence stays bounded."""
    for start, end in sentences(text):
        while end - start > _LONGEST_SENTENCE:
            space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            cut = space if space > start else start + _LONGEST_SENTENCE
            yield start, cut
            start = cut + (space > start)  # noqa: PLW2901
        if start < end:
            yield start, end


def _names(doc: Doc) -> Iterator[NameAt]:
    """The names of `doc.ents`, which looks at every token twice: here only at those of names."""
    tags = doc.to_array(["ENT_IOB"]).ravel()
    for first in np.flatnonzero(tags == _BEGINS):
        label = doc[int(first)].ent_type_
        if label not in ("PER", "LOC", "ORG"):
            continue
        last = int(first)
        while last + 1 < len(tags) and tags[last + 1] == _INSIDE:
            last += 1
        token = doc[last]
        yield NameAt(doc[int(first)].idx, token.idx + len(token), label)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Passage:
    """The text with its sentences, their parts, names and dates, all in order."""

    text: str
    sentences: list[Interval]
    names: list[NameAt]
    dates: tuple[Date, ...]
    masked: tuple[Interval, ...]
    _name_starts: list[int]
    _date_starts: list[int]
    _parts: dict[int, list[Interval]] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc) -> Self:
        return cls.over(on_doc.text(doc), list(_names(doc)), on_doc.dates(doc), on_doc.masked(doc))

    @classmethod
    def over(cls, text: str, names: list[NameAt], dates: tuple[Date, ...], masked: tuple[Interval, ...]) -> Self:
        starts = [name.start for name in names], [date.start for date in dates]
        return cls(text, list(_bounded(text)), names, dates, masked, *starts)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`."""
        return max(0, bisect_right(self.sentences, (offset, len(self.text))) - 1)

    def parts(self, sentence: int) -> list[Interval]:
        """The parts of a sentence between commas and conjunctions."""
        if sentence not in self._parts:
            self._parts[sentence] = list(segments(self.text, *self.sentences[sentence])) or [self.sentences[sentence]]
        return self._parts[sentence]

    def part_of(self, figure: Figure) -> Interval:
        """The part of its sentence that a figure stands in."""
        parts = self.parts(figure.sentence)
        return parts[max(0, bisect_right(parts, (figure.start, len(self.text))) - 1)]

    def around(self, sentence: int, reach: int) -> str:
        """A sentence with up to `reach` sentences on either side, as far as they are near."""
        start, end = self.sentences[sentence]
        first, last = max(0, sentence - reach), min(len(self.sentences) - 1, sentence + reach)
        return self.text[max(self.sentences[first][0], start - _FAR) : min(self.sentences[last][1], end + _FAR)]

    def names_in(self, start: int, end: int) -> list[NameAt]:
        low = bisect_left(self._name_starts, start)
        high = bisect_left(self._name_starts, end, low)
        return [name for name in self.names[low:high] if name.end <= end]

    def dates_in(self, start: int, end: int) -> list[Date]:
        low = bisect_left(self._date_starts, start)
        high = bisect_left(self._date_starts, end, low)
        return list(self.dates[low:high])

    def same_paragraph(self, first: int, second: int) -> bool:
        """Whether no line ends between two sentences."""
        gap = self.text[self.sentences[min(first, second)][1] : self.sentences[max(first, second)][0]]
        return "\n" not in gap and "\r" not in gap
