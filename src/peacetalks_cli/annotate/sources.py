"""Who states a figure: the attribution of its sentence or quotation, or the last one, carried on by the subjunctive."""

import re
from functools import lru_cache, partial

from peacetalks_cli.annotate import interviews, quotations
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.source_carried import Carried
from peacetalks_cli.annotate.source_last import last_before, resolved
from peacetalks_cli.annotate.source_people import before_quote, first_person, is_speech
from peacetalks_cli.annotate.source_reach import distance, reaches
from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.annotate.source_survey import surveyed
from peacetalks_cli.facts import Interval, Source
from peacetalks_cli.german.inflection import nominative_phrase
from peacetalks_cli.german.speech.fronted import drawn_up
from peacetalks_cli.german.speech.subjunctive import replaces_subjunctive

_FIRST_PERSON = re.compile(r"\b(?:[Ii]ch|[Ww]ir|[Mm]eine?[mnrs]?|[Uu]nsere?[mnrs]?)\b")
_HE_FIRST = re.compile(r"(?:Er|Sie)\s[a-zäöüß]")
_IN_COMPOUND = re.compile(r"(?:\s[IVX]+)?-[A-ZÄÖÜa-zäöü]")  # 'Hartz IV-System'
_FINDINGS = re.compile(  # 'Bilanz von Minister Kos: 40 Tote'
    r"(?:Die\s)?(?:\w+e\s)?\w*(?:[Bb]ilanz|[Zz]ählung|[Aa]ngaben|[Zz]ahlen|[Ss]chätzung|[Pp]rognose|[Mm]eldung|[Aa]nsage|[Rr]echnung|[Ff]azit|[Uu]mfrage)"
    r"\s(?:von|vom|des|der)\s(?:[\w-]+\s){0,3}"
)
_LONGEST_SHORT = 5  # letters of a name in capitals: UNHCR


_nominative = lru_cache(maxsize=1024)(nominative_phrase)  # one speaks for many figures


class Sources:
    """Reads the sentences of a passage in order, and remembers who spoke last."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.speech = passage, Speech(passage)
        self._carried = Carried(self.speech)
        self._turns: list[tuple[Interval, Interval | None]] | None = None

    def frames(self, sentence: int) -> list[Interval]:
        """What of a sentence only says who speaks."""
        return self.speech.frames(sentence)

    def is_quoted(self, offset: int) -> bool:
        """Whether a quotation holds `offset`."""
        return self.speech.is_quoted(offset)

    def state(self, figure: Figure) -> None:
        """Sets who states the figure, None where the article does."""
        if figure.is_age and self._is_of_speaker(figure) and not self._is_spoken(figure):
            return
        for rule, ask in (
            ("named in the sentence", self._in_sentence),
            ("who is quoted", self._in_quote),
            ("who answers", self._in_answer),
            ("before the colon", self._colon),
            ("the subjunctive goes on", self._carried.source),
            ("the survey goes on", partial(surveyed, self.speech)),
        ):
            if found := ask(figure):
                span, cue = found
                if self._asks(span):
                    return
                if not span[0] <= figure.start < span[1]:
                    text = self.passage.text[slice(*span)]
                    figure.source = Source(text, _nominative(text), cue)
                    figure.source_at, figure.source_rule = span, rule
                return

    def _asks(self, span: Interval) -> bool:
        """Whether a source is only who asks in an interview."""
        turn = interviews.turn_at(self._all_turns(), span[0])
        return turn is not None and turn[1] is None and turn[0][0] == span[0]

    def _in_answer(self, figure: Figure) -> tuple[Interval, str] | None:
        """Who speaks in the turn, or whom the subjunctive carries on within it; 'ich' is who speaks."""
        turn = interviews.turn_at(self._all_turns(), figure.start)
        if not turn or not turn[1]:
            return None
        own = _FIRST_PERSON.search(self.passage.text, *self.passage.sentences[figure.sentence])
        carried = None if own else self._carried.source(figure)
        return carried if carried and turn[0][0] <= carried[0][0] < turn[0][1] else (turn[1], ":")

    def _all_turns(self) -> list[tuple[Interval, Interval | None]]:
        if self._turns is None:
            people = [(name.start, name.end) for name in self.passage.names if name.label == "PER"]
            self._turns = interviews.answers(self.passage.text, people)
        return self._turns

    def _is_spoken(self, figure: Figure) -> bool:
        """Whether a figure stands in a quotation or an answer: 'Mein Sohn Jan, 19, ist fort'."""
        turn = interviews.turn_at(self._all_turns(), figure.start)
        return self.is_quoted(figure.start) or (turn is not None and turn[1] is not None)

    def _is_of_speaker(self, figure: Figure) -> bool:
        """'sagte Olena Bondar (34)', 'so der 44-Jährige': the article's own words."""
        named = self.passage.names_in(max(0, figure.start - 60), figure.start)
        if named and named[-1].label == "PER" and figure.start - named[-1].end == len(" ("):
            return True
        return any(start <= figure.start < end for start, end in self.speech.frames(figure.sentence))

    def _in_sentence(self, figure: Figure) -> tuple[Interval, str] | None:
        reaching = [one for one in self.speech.of(figure.sentence) if reaches(self.speech, one, figure)]
        for one in sorted(reaching, key=lambda one: distance(self.speech, one, figure)):
            if span := resolved(self.speech, one, figure.sentence):
                return span, one.cue
        return None

    def _colon(self, figure: Figure) -> tuple[Interval, str] | None:
        """'Selenskyj: 30 Drohnen abgefangen'; 'Paschinjan reagierte auf Facebook: Man habe …'."""
        start = self.passage.sentences[figure.sentence][0]
        colon = self.passage.text.rfind(": ", start, figure.start)
        if colon < 0:
            return None
        if drawn := drawn_up(self.passage.text, (start, colon), self.passage.names_in(start, colon)):
            return drawn, ":"
        named = [name for name in self.passage.names_in(start, colon) if name.label in ("PER", "ORG")]
        named = [name for name in named if not _IN_COMPOUND.match(self.passage.text, name.end)]
        last = self.passage.text[slice(named[-1].start, named[-1].end)] if named else ""
        if not last or (last.isupper() and len(last) > _LONGEST_SHORT):
            return None  # nobody, or a heading in capitals
        before = self.passage.text[start : named[-1].start]
        is_headline = named[-1].end == colon and (not before.strip('„“"»«') or _FINDINGS.fullmatch(before) is not None)
        people = [name for name in named if name.label == "PER"]
        if is_headline:
            return (named[-1].start, named[-1].end), ":"
        said = self.speech.is_reported(figure) or replaces_subjunctive(
            self.passage.text, colon, self.passage.sentences[figure.sentence][1]
        )
        if _HE_FIRST.match(self.passage.text, start) and (before_him := last_before(self.speech, figure.sentence)):
            return before_him if said else None  # 'Er griff X an: Dieser verdiene Millionen'
        speaks = people or [name for name in named if name.end <= colon and said]
        return ((speaks[-1].start, speaks[-1].end), ":") if said else None

    def _in_quote(self, figure: Figure) -> tuple[Interval, str] | None:
        """Of a figure in a quotation: who is named where it closes, or where it opens."""
        quote = quotations.holding(self.speech.quotes(), figure.start)
        if quote is None:
            return None
        first, last = self.passage.sentence_at(quote[0]), self.passage.sentence_at(quote[1] - 1)
        after = [one for one in self.speech.of(last) if one.at[0] >= quote[1] - 1]
        before = [one for one in self.speech.of(first) if one.at[1] <= quote[0]]
        for one, sentence in [*((one, last) for one in after), *((one, first) for one in reversed(before))]:
            if span := resolved(self.speech, one, sentence):
                return span, one.cue
        if named := self._before_colon(quote[0], first):
            return named
        if not is_speech(self.speech, quote):
            return None
        if person := before_quote(self.speech, quote):
            return person, ":"
        if found := last_before(self.speech, first):
            return found
        following = last + 1
        if following >= len(self.passage.sentences) or not self.passage.same_paragraph(last, following):
            return None
        person = first_person(self.speech, following)  # '„Wir waren 40.“ Jan Bock zündet sich eine Zigarette an.'
        return (person, "„“") if person else None

    def _before_colon(self, quote: int, sentence: int) -> tuple[Interval, str] | None:
        """'Putin blieb hart: „…“': the last person named before the colon."""
        start = self.passage.sentences[sentence][0]
        if not self.passage.text[start:quote].rstrip().endswith(":"):
            return None
        named = [name for name in self.passage.names_in(start, quote) if name.label == "PER"]
        return ((named[-1].start, named[-1].end), ":") if named else None
