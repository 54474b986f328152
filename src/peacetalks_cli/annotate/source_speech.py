"""What the sentences of a passage attribute, where it quotes, what its clauses are: read once, as it is asked for."""

from dataclasses import dataclass, field

from peacetalks_cli.annotate import quotations
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import moods
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.cues import attributions
from peacetalks_cli.german.speech.subjunctive import is_subjunctive


@dataclass(slots=True)
class Speech:
    """The speech of a passage. `last`: who spoke last before a sentence, as far as it has been asked."""

    passage: Passage
    last: dict[int, tuple[Interval, str] | None] = field(default_factory=dict)
    _found: dict[int, list[Attribution]] = field(default_factory=dict)
    _clauses: dict[int, list[moods.Clause]] = field(default_factory=dict)
    _reported: dict[Interval, bool] = field(default_factory=dict)
    _quotes: list[Interval] | None = None

    def frames(self, sentence: int) -> list[Interval]:
        """What of a sentence only says who speaks."""
        return [one.frame for one in self.of(sentence)]

    def of(self, sentence: int) -> list[Attribution]:
        """The attributions of a sentence, in the order of their cues."""
        if sentence not in self._found:
            start, end = self.passage.sentences[sentence]
            self._found[sentence] = attributions(self.passage.text, (start, end), self.passage.names_in(start, end))
        return self._found[sentence]

    def is_quoted(self, offset: int) -> bool:
        """Whether a quotation holds `offset`."""
        return quotations.holding(self.quotes(), offset) is not None

    def clauses(self, sentence: int) -> list[moods.Clause]:
        """The clauses of a sentence with their moods, in order."""
        if sentence not in self._clauses:
            self._clauses[sentence] = moods.clauses(self.passage.text, self.passage.sentences[sentence])
        return self._clauses[sentence]

    def is_reported(self, figure: Figure) -> bool:
        """Whether the sentence of a figure, between semicolons, is reported speech."""
        text, (start, end) = self.passage.text, self.passage.sentences[figure.sentence]
        before, after = text.rfind(";", start, figure.start), text.find(";", figure.start, end)
        start, end = (before if before >= 0 else start), (after if after >= 0 else end)
        return self.is_subjunctive(start, end)

    def is_subjunctive(self, start: int, end: int) -> bool:
        """Whether what stands in [start, end) is reported speech."""
        if (start, end) not in self._reported:
            self._reported[start, end] = is_subjunctive(self.passage.text, start, end)
        return self._reported[start, end]

    def quotes(self) -> list[Interval]:
        """The quotations of the passage, in order."""
        if self._quotes is None:
            self._quotes = list(quotations.quotations(self.passage.text))
        return self._quotes
