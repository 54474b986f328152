"""Who states a figure: the attribution of its sentence or quotation, or the last one, carried on by the subjunctive."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Interval, Source
from peacetalks_cli.german.inflection import nominative_phrase
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.cues import attributions
from peacetalks_cli.german.speech.subjunctive import is_subjunctive, may_be_subjunctive

_OWNS = re.compile(r"s\s[A-ZÄÖÜ]")
_QUOTES = (("„", '“”"'), ("»", "«"), ("«", "»"), ("“", "”“"), ('"', '"'), ("‚", "‘"))
_LONGEST_QUOTE = 1500
_NAME_COLON = re.compile(r"\s?:\s")


@dataclass(slots=True)
class Sources:
    """Reads the sentences of a passage in order, and remembers who spoke last."""

    passage: Passage
    _found: dict[int, list[Attribution]] = field(default_factory=dict)
    _last: dict[int, Attribution | None] = field(default_factory=dict)
    _quotes: list[Interval] | None = None

    def frames(self, sentence: int) -> list[Interval]:
        """What of a sentence only says who speaks."""
        return [one.frame for one in self.of(sentence)]

    def of(self, sentence: int) -> list[Attribution]:
        if sentence not in self._found:
            start, end = self.passage.sentences[sentence]
            self._found[sentence] = attributions(self.passage.text, (start, end), self.passage.names_in(start, end))
        return self._found[sentence]

    def state(self, figure: Figure) -> None:
        """Sets who states the figure, None where the article does."""
        if figure.is_age and self._is_of_speaker(figure):
            return
        for rule, ask in (
            ("named in the sentence", self._in_sentence),
            ("who is quoted", self._in_quote),
            ("before the colon", self._colon),
            ("the subjunctive goes on", self._carried),
        ):
            if found := ask(figure):
                span, cue = found
                if not span[0] <= figure.start < span[1]:
                    text = self.passage.text[slice(*span)]
                    figure.source = Source(text, nominative_phrase(text), cue)
                    figure.source_at, figure.source_rule = span, rule
                return

    def is_quoted(self, offset: int) -> bool:
        """Whether a quotation holds `offset`."""
        quotes = self._all_quotes()
        i = bisect_right(quotes, offset, key=lambda quote: quote[0]) - 1
        return i >= 0 and quotes[i][0] < offset < quotes[i][1]

    def _is_of_speaker(self, figure: Figure) -> bool:
        """'sagte Olena Bondar (34)', 'so der 44-Jährige': the article's own words."""
        named = self.passage.names_in(max(0, figure.start - 60), figure.start)
        if named and named[-1].label == "PER" and figure.start - named[-1].end <= 2:
            return True
        return any(start <= figure.start < end for start, end in self.frames(figure.sentence))

    def _in_sentence(self, figure: Figure) -> tuple[Interval, str] | None:
        reaching = [one for one in self.of(figure.sentence) if self._reaches(one, figure)]
        for one in sorted(reaching, key=lambda one: self._distance(one, figure)):
            if span := self._resolved(one, figure.sentence):
                return span, one.cue
        return None

    def _reaches(self, one: Attribution, figure: Figure) -> bool:
        if not one.scope[0] <= figure.start < one.scope[1]:
            return False
        if one.points_to == "before" and not (figure.start > one.frame[1] and self._is_reported(figure)):
            return False
        if one.frame[0] <= figure.start < one.frame[1]:
            return False
        if one.comes_after and figure.start >= one.frame[1] and not self._is_subjunctive(*one.scope):
            return False
        if self._is_aside(one, figure):
            return False
        low, high = sorted((figure.start, one.at[0]))
        if ";" not in self.passage.text[low:high]:
            return True
        goes_on = figure.start > one.at[0] and one.cue.lower().startswith(("laut", "nach", "zufolge", "gem"))
        return goes_on or self._is_reported(figure) or self._may_go_on(figure)

    def _may_go_on(self, figure: Figure) -> bool:
        """Whether the main clause of the figure, after a semicolon, may be reported speech."""
        text, (start, end) = self.passage.text, self.passage.sentences[figure.sentence]
        semicolon, after = text.rfind(";", start, figure.start), text.find(";", figure.start, end)
        return semicolon >= 0 and may_be_subjunctive(text, semicolon, after if after >= 0 else end)

    def _is_aside(self, one: Attribution, figure: Figure) -> bool:
        """'Der Libanon, dessen Währung neun Zehntel verloren hat, könnte X zufolge …': the article's own aside."""
        start, end = self.passage.part_of(figure)
        return self.passage.text.startswith(("dessen ", "deren "), start) and not start <= one.at[0] < end

    def _distance(self, one: Attribution, figure: Figure) -> tuple[bool, bool, int]:
        """Whom a medium refers to comes first: who speaks, not through whom; then the nearest."""
        low, high = sorted((figure.start, one.at[0]))
        is_parted = " – " in self.passage.text[low:high]
        return is_parted, not one.cue.startswith("unter "), abs(one.at[0] - figure.start)

    def _is_reported(self, figure: Figure) -> bool:
        text, (start, end) = self.passage.text, self.passage.sentences[figure.sentence]
        before, after = text.rfind(";", start, figure.start), text.find(";", figure.start, end)
        start, end = (before if before >= 0 else start), (after if after >= 0 else end)
        return self._is_subjunctive(start, end)

    def _is_subjunctive(self, start: int, end: int) -> bool:
        """Whether what stands in [start, end) is reported speech."""
        return is_subjunctive(self.passage.text, start, end)

    def _resolved(self, one: Attribution, sentence: int) -> Interval | None:
        """The interval that names the source, where a pronoun or 'demnach' stands for it."""
        if one.source:
            return one.source
        if one.points_to == "subject":
            return self._subject(sentence, one)
        if one.points_to == "speaker":
            return self._speaker(one.at[0], sentence)
        last = self._last_before(sentence)
        return last[0] if last else None

    def _subject(self, sentence: int, one: Attribution) -> Interval | None:
        """'nach eigenen Angaben': the name, else the noun, nearest before the cue."""
        start, end = self.passage.sentences[sentence]
        named = [name for name in self.passage.names_in(start, end) if name.label in ("PER", "ORG")]
        before = [name for name in named if name.end <= one.at[0]]
        if before or named:
            name = before[-1] if before else named[0]
            return name.start, name.end
        nouns = list(re.compile(r"(?<!\w)[A-ZÄÖÜ][\w-]+").finditer(self.passage.text, start, one.at[0]))
        return nouns[-1].span() if nouns else None

    def _speaker(self, at: int, sentence: int) -> Interval | None:
        """Whom 'er' or 'sie' stands for: who spoke last if no person was named since, else the last person named
        before, at most six sentences back."""
        start = self.passage.sentences[max(0, sentence - 6)][0]
        people = [
            name
            for name in self.passage.names_in(start, at)
            if name.label == "PER" and not _OWNS.match(self.passage.text, name.end - 1)  # 'Putins Lager'
        ]
        last = self._last_before(sentence)
        if last and (not people or people[-1].end <= last[0][0]):
            return last[0]
        return (people[-1].start, people[-1].end) if people else None

    def _last_before(self, sentence: int) -> tuple[Interval, str] | None:
        """The last source that an earlier sentence of the paragraph names."""
        for i in range(sentence - 1, max(-1, sentence - 6), -1):
            if not self.passage.same_paragraph(i, sentence):
                return None
            for one in reversed(self.of(i)):
                if one.source:
                    return one.source, one.cue
                if one.points_to == "speaker" and (span := self._speaker(one.at[0], i)):
                    return span, one.cue
        return None

    def _carried(self, figure: Figure) -> tuple[Interval, str] | None:
        """The subjunctive carries the last source on; 'Das sagte X' reaches back."""
        i = figure.sentence
        if i + 1 < len(self.passage.sentences) and self.passage.same_paragraph(i, i + 1):
            for one in self.of(i + 1):
                if one.points_to == "before" and one.source:
                    return one.source, one.cue
        if self._is_reported(figure):
            return self._last_before(i) or self._next_speaker(i)
        if i and may_be_subjunctive(self.passage.text, *self.passage.sentences[i]) and self._is_reporting(i - 1):
            return self._last_before(i)
        return None

    def _is_reporting(self, sentence: int) -> bool:
        """Whether a sentence is plainly in reported speech."""
        start, end = self.passage.sentences[sentence]
        if self._is_subjunctive(start, end):
            return True
        return bool(self.of(sentence)) and may_be_subjunctive(self.passage.text, start, end)

    def _next_speaker(self, sentence: int) -> tuple[Interval, str] | None:
        """'Es seien 40 Soldaten. Das reiche nicht, sagte X': who speaks next in the paragraph, if nobody did before."""
        following = sentence + 1
        if following >= len(self.passage.sentences) or not self.passage.same_paragraph(sentence, following):
            return None
        found = next((one for one in self.of(following) if one.comes_after and one.source), None)
        return (found.source, found.cue) if found and found.source else None

    def _colon(self, figure: Figure) -> tuple[Interval, str] | None:
        """'Selenskyj: 30 Drohnen abgefangen'; 'Paschinjan reagierte auf Facebook: Man habe …'."""
        start = self.passage.sentences[figure.sentence][0]
        colon = self.passage.text.rfind(": ", start, figure.start)
        if colon < 0:
            return None
        named = [name for name in self.passage.names_in(start, colon) if name.label in ("PER", "ORG")]
        if not named:
            return None
        is_headline = named[-1].end == colon and not self.passage.text[start : named[-1].start].strip('„“"»«')
        people = [name for name in named if name.label == "PER"]
        if is_headline:
            return (named[-1].start, named[-1].end), ":"
        return ((people[-1].start, people[-1].end), ":") if people and self._is_reported(figure) else None

    def _in_quote(self, figure: Figure) -> tuple[Interval, str] | None:
        """Of a figure in a quotation: who is named where it closes, or where it opens."""
        quotes = self._all_quotes()
        i = bisect_right(quotes, figure.start, key=lambda quote: quote[0]) - 1
        if i < 0 or not quotes[i][0] < figure.start < quotes[i][1]:
            return None
        quote = quotes[i]
        first, last = self.passage.sentence_at(quote[0]), self.passage.sentence_at(quote[1] - 1)
        after = [one for one in self.of(last) if one.at[0] >= quote[1] - 1]
        before = [one for one in self.of(first) if one.at[1] <= quote[0]]
        for one, sentence in [*((one, last) for one in after), *((one, first) for one in reversed(before))]:
            if span := self._resolved(one, sentence):
                return span, one.cue
        return self._before_colon(quote[0], first) or (self._last_before(first) if quote[1] - quote[0] > 40 else None)

    def _before_colon(self, quote: int, sentence: int) -> tuple[Interval, str] | None:
        """'Putin blieb hart: „…“': the last person named before the colon."""
        start = self.passage.sentences[sentence][0]
        if not self.passage.text[start:quote].rstrip().endswith(":"):
            return None
        named = [name for name in self.passage.names_in(start, quote) if name.label == "PER"]
        return ((named[-1].start, named[-1].end), ":") if named else None

    def _all_quotes(self) -> list[Interval]:
        if self._quotes is None:
            self._quotes = list(_quotations(self.passage.text))
        return self._quotes


def _quotations(text: str) -> Iterator[Interval]:
    """Intervals of quotations, within a line; marks of one kind open and close."""
    at = 0
    openers = re.compile('[„»«“"‚]')
    while found := openers.search(text, at):
        closers = next(closing for opening, closing in _QUOTES if opening == found.group())
        limit = min(len(text), found.end() + _LONGEST_QUOTE)
        line_end = re.compile(r"[\r\n]").search(text, found.end(), limit)
        limit = line_end.start() if line_end else limit
        close = re.compile(f"[{re.escape(closers)}]").search(text, found.end(), limit)
        if close:
            yield found.start(), close.end()
        at = close.end() if close else found.end()
