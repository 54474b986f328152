"""Who states a figure: the attribution of its sentence or quotation, or the last one, carried on by the subjunctive."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from peacetalks_cli.annotate import descriptions, interviews, quotations
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Interval, Source
from peacetalks_cli.german.inflection import nominative_phrase
from peacetalks_cli.german.speech import moods
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.cues import attributions
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.subject import nominative
from peacetalks_cli.german.speech.subjunctive import is_subjunctive, may_be_subjunctive, replaces_subjunctive

_OWNS = re.compile(r"s\s[A-ZÄÖÜ]")
_HE = re.compile(r"\b(?:er|dieser|der\s\d+-[Jj]ährige)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:sie|diese|die\s\d+-[Jj]ährige)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d\s$")
_FIRST = re.compile(r"(?:(?:Der|Die|Das|Ihre?|Seine?)\s)?(?:[\w-]+\s){0,3}$")
_SENTENCE = 40  # characters from which on a quotation is more than a few words of somebody
_PREPOSITIONS = ("laut", "nach ", "zufolge", "gem")
_STOPS = (",", ";")
_LONGEST_SHORT = 5  # letters of a name in capitals: UNHCR
_BACK = 6  # sentences in which the last speaker is looked for


@dataclass(slots=True)
class Sources:
    """Reads the sentences of a passage in order, and remembers who spoke last."""

    passage: Passage
    _found: dict[int, list[Attribution]] = field(default_factory=dict)
    _last: dict[int, Attribution | None] = field(default_factory=dict)
    _moods: dict[int, list[moods.Clause]] = field(default_factory=dict)
    _quotes: list[Interval] | None = None
    _turns: list[tuple[Interval, Interval | None]] | None = None

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
            ("who answers", self._in_answer),
            ("before the colon", self._colon),
            ("the subjunctive goes on", self._carried),
        ):
            if found := ask(figure):
                span, cue = found
                if self._asks(span):
                    return
                if not span[0] <= figure.start < span[1]:
                    text = self.passage.text[slice(*span)]
                    figure.source = Source(text, nominative_phrase(text), cue)
                    figure.source_at, figure.source_rule = span, rule
                return

    def _asks(self, span: Interval) -> bool:
        """Whether a source is only who asks in an interview."""
        turn = interviews.turn_at(self._all_turns(), span[0])
        return turn is not None and turn[1] is None and turn[0][0] == span[0]

    def _in_answer(self, figure: Figure) -> tuple[Interval, str] | None:
        turn = interviews.turn_at(self._all_turns(), figure.start)
        return (turn[1], ":") if turn and turn[1] else None

    def _all_turns(self) -> list[tuple[Interval, Interval | None]]:
        if self._turns is None:
            self._turns = interviews.answers(self.passage.text)
        return self._turns

    def is_quoted(self, offset: int) -> bool:
        """Whether a quotation holds `offset`."""
        return quotations.holding(self._all_quotes(), offset) is not None

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
        if self._is_aside(one, figure) or self._is_of_article(one, figure):
            return False
        low, high = sorted((figure.start, one.at[0]))
        if ";" not in self.passage.text[low:high]:
            return True
        goes_on = figure.start > one.at[0] and one.cue.lower().startswith(("laut", "nach", "zufolge", "gem"))
        return goes_on or self._is_reported(figure) or self._may_go_on(figure)

    def _is_of_article(self, one: Attribution, figure: Figure) -> bool:
        """Whether the figure stands in a clause of the article's own, in the indicative beside reported speech."""
        sentence = self.passage.sentences[figure.sentence]
        if self.is_quoted(figure.start) or not self._clauses(figure.sentence)[1:]:
            return False
        found = self._clauses(figure.sentence)
        own = moods.clause_at(found, figure.start)
        if own.mood != "indicative" or own.start <= one.at[0] < own.end or not sentence[0] <= one.at[0] < sentence[1]:
            return False
        if one.cue.lower().startswith(_PREPOSITIONS) and figure.start < one.at[0]:
            beside = next((c for c in reversed(found) if c.start <= one.at[0]), own)
            return (
                beside.mood == "indicative"
                and own.end <= beside.start
                and moods.are_parted(own, beside, (",", ";", ":"))
            )
        if one.of_object and one.at[0] < own.start <= figure.start < own.end:
            return own.is_relative or (own.is_main and own.after in _STOPS)
        low, high = sorted((figure.start, one.frame[0]))
        others = [c for c in found if low < c.end and c.start < high and c.start != own.start]
        if own.is_relative:
            around = [c for c in found if one.scope[0] <= c.start < one.scope[1] and c.start != own.start]
            return any(c.mood == "subjunctive" and not c.is_relative for c in around)
        return any(c.mood == "subjunctive" and moods.are_parted(own, c) for c in others)

    def _clauses(self, sentence: int) -> list[moods.Clause]:
        if sentence not in self._moods:
            self._moods[sentence] = moods.clauses(self.passage.text, self.passage.sentences[sentence])
        return self._moods[sentence]

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
        return (
            is_parted,
            not one.cue.casefold().startswith(("unter ", "beruf", "berief")),
            abs(one.at[0] - figure.start),
        )

    def _is_reported(self, figure: Figure) -> bool:
        text, (start, end) = self.passage.text, self.passage.sentences[figure.sentence]
        before, after = text.rfind(";", start, figure.start), text.find(";", figure.start, end)
        start, end = (before if before >= 0 else start), (after if after >= 0 else end)
        return self._is_subjunctive(start, end)

    def _is_subjunctive(self, start: int, end: int) -> bool:
        """Whether what stands in [start, end) is reported speech."""
        return is_subjunctive(self.passage.text, start, end)

    def _resolved(self, one: Attribution, sentence: int) -> Interval | None:
        """The interval that names the source, where a pronoun, a description or 'demnach' stands for it."""
        if one.source:
            return descriptions.meant(self.passage, one.source, sentence) or one.source
        if one.points_to == "subject":
            return self._subject(sentence, one)
        if one.points_to == "speaker":
            return self._speaker(one, sentence)
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
        if one.at[0] - start < 2 and (after := nominative(self.passage.text, one.at[1], end, [])):
            return reduced(self.passage.text, after, [])
        nouns = list(re.compile(r"(?<!\w)[A-ZÄÖÜ][\w-]+").finditer(self.passage.text, start, one.at[0]))
        return nouns[-1].span() if nouns else None

    def _speaker(self, one: Attribution, sentence: int) -> Interval | None:
        """Whom 'er' or 'sie' stands for: who spoke last if no person was named since, else the last person named
        before, at most six sentences back."""
        text, at = self.passage.text, one.at[0]
        start = self.passage.sentences[max(0, sentence - _BACK)][0]
        people = [
            name
            for name in self.passage.names_in(start, at)
            if name.label == "PER"
            and not _OWNS.match(text, name.end - 1)  # 'Putins Lager'
            and not _NUMBER.search(text, max(0, name.start - 2), name.start)  # '10 Schilling'
            and self._fits(one, name)
        ]
        last = self._said_before(at, sentence) or self._last_before(sentence)
        if last and (not people or people[-1].end <= last[0][0]):
            return last[0]
        return (people[-1].start, people[-1].end) if people else None

    def _fits(self, one: Attribution, name: NameAt) -> bool:
        """Whether a person may be 'er', or 'sie', as far as the text says."""
        words = self.passage.text[min(one.frame[0], one.at[0]) : max(one.frame[1], one.at[1] + 12)]
        is_woman = descriptions.is_woman(self.passage.text, name)
        if is_woman is None:
            return True
        return not (_SHE if not is_woman else _HE).search(words) or bool((_HE if not is_woman else _SHE).search(words))

    def _said_before(self, at: int, sentence: int) -> tuple[Interval, str] | None:
        """Who was named as speaking earlier in the same sentence."""
        found = [one for one in self.of(sentence) if one.source and one.at[0] < at and one.source[1] <= at]
        return (found[-1].source, found[-1].cue) if found and found[-1].source else None

    def _last_before(self, sentence: int) -> tuple[Interval, str] | None:
        """The last source that an earlier sentence of the paragraph names."""
        for i in range(sentence - 1, max(-1, sentence - _BACK), -1):
            if not self.passage.same_paragraph(i, sentence):
                return None
            for one in reversed(self.of(i)):
                if (one.source or one.points_to == "speaker") and (span := self._resolved(one, i)):
                    return span, one.cue
            if quoted := self._of_lone_quote(i):
                return quoted, "„“"
            if i == sentence - 1 and (first := self._first_person(i)):
                return first, ""
        return None

    def _first_person(self, sentence: int) -> Interval | None:
        """'Lind winkte ab.': the person that a sentence begins with, who speaks if the next is in the subjunctive."""
        start, end = self.passage.sentences[sentence]
        name = next((name for name in self.passage.names_in(start, end) if name.label == "PER"), None)
        if (
            name is None
            or not _FIRST.fullmatch(self.passage.text, start, name.start)
            or self._is_subjunctive(start, end)
        ):
            return None
        return name.start, name.end

    def _of_lone_quote(self, sentence: int) -> Interval | None:
        """Who speaks in a quotation in which the sentence begins, if nobody is named beside it: the person before."""
        start, end = self.passage.sentences[sentence]
        quotes = self._all_quotes()
        i = bisect_right(quotes, end - 1, key=lambda quote: quote[0]) - 1
        if i < 0 or quotes[i][1] <= start or not self._is_speech(quotes[i]):
            return None
        return self._before_quote(quotes[i])

    def _is_speech(self, quote: Interval) -> bool:
        """Whether a quotation is more than a few words of somebody: long, or a whole sentence."""
        return quote[1] - quote[0] > _SENTENCE or self.passage.text[quote[1] - 2] in ".!?"

    def _before_quote(self, quote: Interval) -> Interval | None:
        """The person named before a quotation in its sentence, else the first of the sentence before."""
        sentence = self.passage.sentence_at(quote[0])
        start = self.passage.sentences[sentence][0]
        before = [name for name in self.passage.names_in(start, quote[0]) if name.label == "PER"]
        if before:
            return before[0].start, before[0].end
        if (
            sentence
            and self.passage.same_paragraph(sentence - 1, sentence)
            and not self.passage.text[start : quote[0]].strip()
        ):
            return self._person_of(sentence - 1)
        return None

    def _person_of(self, sentence: int) -> Interval | None:
        """The person who is the subject of a sentence, or the only one named in it."""
        start, end = self.passage.sentences[sentence]
        people = [name for name in self.passage.names_in(start, end) if name.label == "PER"]
        return (people[0].start, people[0].end) if len(people) == 1 else self._first_person(sentence)

    def _subject_of(self, sentence: int) -> Interval | None:
        """The person who is the subject of a sentence."""
        start, end = self.passage.sentences[sentence]
        names = self.passage.names_in(start, end)
        subject = nominative(self.passage.text, start, end, names)
        person = next((n for n in names if n.label == "PER" and subject and subject[0] <= n.start < subject[1]), None)
        return (person.start, person.end) if person else None

    def _carried(self, figure: Figure) -> tuple[Interval, str] | None:
        """The subjunctive carries the last source on; 'Das sagte X' reaches back."""
        i = figure.sentence
        if i + 1 < len(self.passage.sentences) and self.passage.same_paragraph(i, i + 1):
            for one in self.of(i + 1):
                if one.points_to == "before" and one.source:
                    return one.source, one.cue
        own = moods.clause_at(self._clauses(i), figure.start)
        if own.mood == "indicative" and (own.is_main or own.is_relative):
            return self._last_before(i) if own.is_weak and self._stands_between(i) else None
        if self._is_reported(figure):
            return self._last_before(i) or self._next_speaker(i) or self._only_person(i)
        if i and may_be_subjunctive(self.passage.text, *self.passage.sentences[i]) and self._is_reporting(i - 1):
            return self._last_before(i)
        if i and self.of(i - 1) and replaces_subjunctive(self.passage.text, *self.passage.sentences[i]):
            return self._last_before(i)
        return None

    def _stands_between(self, sentence: int) -> bool:
        """Whether the sentences on both sides are in reported speech: 'zwei schwebten' falls together with it."""
        before, after = sentence - 1, sentence + 1
        if before < 0 or after >= len(self.passage.sentences) or not self.passage.same_paragraph(before, after):
            return False
        return all(self._is_subjunctive(*self.passage.sentences[i]) for i in (before, after))

    def _only_person(self, sentence: int) -> tuple[Interval, str] | None:
        """Reported speech with no word of speaking: of the only person that the sentences before it name."""
        for i in range(sentence - 1, max(-1, sentence - 3), -1):
            if not self.passage.same_paragraph(i, sentence):
                return None
            if person := self._subject_of(i):
                return person, ""
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
        last = self.passage.text[slice(named[-1].start, named[-1].end)] if named else ""
        if not last or (last.isupper() and len(last) > _LONGEST_SHORT):
            return None  # nobody, or a heading in capitals
        is_headline = named[-1].end == colon and not self.passage.text[start : named[-1].start].strip('„“"»«')
        people = [name for name in named if name.label == "PER"]
        if is_headline:
            return (named[-1].start, named[-1].end), ":"
        return ((people[-1].start, people[-1].end), ":") if people and self._is_reported(figure) else None

    def _in_quote(self, figure: Figure) -> tuple[Interval, str] | None:
        """Of a figure in a quotation: who is named where it closes, or where it opens."""
        quote = quotations.holding(self._all_quotes(), figure.start)
        if quote is None:
            return None
        first, last = self.passage.sentence_at(quote[0]), self.passage.sentence_at(quote[1] - 1)
        after = [one for one in self.of(last) if one.at[0] >= quote[1] - 1]
        before = [one for one in self.of(first) if one.at[1] <= quote[0]]
        for one, sentence in [*((one, last) for one in after), *((one, first) for one in reversed(before))]:
            if span := self._resolved(one, sentence):
                return span, one.cue
        if named := self._before_colon(quote[0], first):
            return named
        if not self._is_speech(quote):
            return None
        if person := self._before_quote(quote):
            return person, ":"
        return self._last_before(first)

    def _before_colon(self, quote: int, sentence: int) -> tuple[Interval, str] | None:
        """'Putin blieb hart: „…“': the last person named before the colon."""
        start = self.passage.sentences[sentence][0]
        if not self.passage.text[start:quote].rstrip().endswith(":"):
            return None
        named = [name for name in self.passage.names_in(start, quote) if name.label == "PER"]
        return ((named[-1].start, named[-1].end), ":") if named else None

    def _all_quotes(self) -> list[Interval]:
        if self._quotes is None:
            self._quotes = list(quotations.quotations(self.passage.text))
        return self._quotes
