"""Who states a figure: the attribution of its sentence or quotation, or the last one, carried on by the subjunctive."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice, takewhile

from peacetalks_cli.annotate import interviews, quotations
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.source_between import LACK, is_entry_between, is_now
from peacetalks_cli.annotate.source_goes_on import described_since, over_paragraph, who_goes_on
from peacetalks_cli.annotate.source_last import last_before, resolved
from peacetalks_cli.annotate.source_people import before_quote, first_person, is_speech
from peacetalks_cli.annotate.source_reach import distance, reaches
from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.facts import Interval, Source
from peacetalks_cli.german.inflection import nominative_phrase
from peacetalks_cli.german.speech import moods
from peacetalks_cli.german.speech.fronted import drawn_up
from peacetalks_cli.german.speech.moods import Clause
from peacetalks_cli.german.speech.speech_verbs import verb_at
from peacetalks_cli.german.speech.subjunctive import is_told, may_be_subjunctive, replaces_subjunctive

_FIRST_PERSON = re.compile(r"\b(?:[Ii]ch|[Ww]ir|[Mm]eine?[mnrs]?|[Uu]nsere?[mnrs]?)\b")
_SURVEY = re.compile(r"(?:[Ii]nstitut|[Uu]mfrage|[Bb]efragung|[Ee]rhebung|[Mm]einungsforsch)")
_OTHER_SURVEY = re.compile(r"(?:[Ii]nstitut|[Uu]mfrage|[Ii]nstitut|[Bb]efragung)(?!\w*(?:te|ten)\b)")
_ASKED = re.compile(r"(?:Befragt|Interviewt)\s(?:worden\s)?(?:wurden|waren|hatte|hat)\b")
_SAY = re.compile(r"[a-zäöüß]+ten,\s")
_THAT = re.compile(r"(?:Das|Dies|Die|So)\b")  # 'Das sagte X', 'Die Zahl stammt von X'
_SO_MANY = re.compile(r"\b(?:waren|sind|seien)\ses\s(?:noch\s|nur\s|erst\s)?$")
_WERE = re.compile(r"\bwären?\b")
_HE_FIRST = re.compile(r"(?:Er|Sie)\s[a-zäöüß]")
_IN_COMPOUND = re.compile(r"(?:\s[IVX]+)?-[A-ZÄÖÜa-zäöü]")  # 'Hartz IV-System'
_AS_MUCH = re.compile(  # 'So groß ist laut X der Rest'
    r"So\s(?:gro(?:ß|ss)|viele?|hoch|lang|weit|schwer|teuer|alt|wenige?|oft)\s(?:\w+\s)?(?:ist|sind|war|waren|sei|seien)\b"
)
_FINDINGS = re.compile(  # 'Bilanz von Minister Kos: 40 Tote'
    r"(?:Die\s)?(?:\w+e\s)?\w*(?:[Bb]ilanz|[Zz]ählung|[Aa]ngaben|[Zz]ahlen|[Ss]chätzung|[Pp]rognose|[Mm]eldung|[Aa]nsage|[Rr]echnung|[Ff]azit|[Uu]mfrage)"
    r"\s(?:von|vom|des|der)\s(?:[\w-]+\s){0,3}"
)
_A_CLAUSE = 24  # characters from which on a quotation is no mere name or word
_LONGEST_SHORT = 5  # letters of a name in capitals: UNHCR


_nominative = lru_cache(maxsize=1024)(nominative_phrase)  # one speaks for many figures


class Sources:
    """Reads the sentences of a passage in order, and remembers who spoke last."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.speech = passage, Speech(passage)
        self._turns: list[tuple[Interval, Interval | None]] | None = None
        self._reporting: dict[int, bool] = {}

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
            ("the subjunctive goes on", self._carried),
            ("the survey goes on", self._surveyed),
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
        carried = None if own else self._carried(figure)
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

    def _carried(self, figure: Figure) -> tuple[Interval, str] | None:
        """The subjunctive carries the last source on; 'Das sagte X' reaches back."""
        i = figure.sentence
        following = self.passage.sentences[i + 1][0] if i + 1 < len(self.passage.sentences) else 0
        if following and _THAT.match(self.passage.text, following) and self.passage.same_paragraph(i, i + 1):
            for one in self.speech.of(i + 1):
                if (one.points_to == "before" or _AS_MUCH.match(self.passage.text, following)) and one.source:
                    return one.source, one.cue
        if not self._may_be_reported(i):
            return None
        own = moods.clause_at(self.speech.clauses(i), figure.start)
        if self._is_of_article(figure, own):
            return None
        if is_entry_between(self.speech, i):
            return last_before(self.speech, i)
        if own.mood == "indicative" and (own.is_main or own.is_relative):
            goes_on = moods.may_be_told(self.passage.text, own) and self.speech.is_reported(figure)
            goes_on = goes_on or (
                own.is_weak
                and (
                    self._follows_reported(own, i)
                    or self._stands_between(i)
                    or self._is_lack_between(i)
                    or is_now(self.speech, i)
                )
            )
            return last_before(self.speech, i) if goes_on else None
        if self.speech.is_reported(figure):
            return self._reported(i)
        return last_before(self.speech, i) if i and self._may_go_on(i) else None

    def _may_be_reported(self, sentence: int) -> bool:
        """Whether a form of reported speech stands in a sentence or right before: most have none, and are done."""
        if sentence not in self._reporting:
            self._reporting[sentence] = self._has_reported(sentence)
        return self._reporting[sentence]

    def _has_reported(self, sentence: int) -> bool:
        text, at = self.passage.text, self.passage.sentences[sentence]
        if self.speech.is_subjunctive(*at) or may_be_subjunctive(text, *at):
            return True
        if sentence and self.speech.is_subjunctive(*self.passage.sentences[sentence - 1]):
            return True
        if LACK.search(text, *at) is not None or self._has_quotation(sentence) or is_now(self.speech, sentence):
            return True
        return is_entry_between(self.speech, sentence)

    def _is_share(self, figure: Figure) -> bool:
        """Whether a figure may be a share of those asked: in percent, or as 'im Mai waren es 63'."""
        if figure.unit is None and _SO_MANY.search(self.passage.text, max(0, figure.start - 16), figure.start):
            return True
        return figure.topic == "percentage" or (figure.of is not None and figure.of.topic == "percentage")

    def _is_of_article(self, figure: Figure, own: Clause) -> bool:
        """Figures of the article's own words, whatever stands around them."""
        text, i = self.passage.text, figure.sentence
        if figure.topic == "ordinal" and any(a <= figure.start < b for a, b in self.speech.frames(i)):
            return True  # 'X bestätigte dies am dritten Tag'
        if figure.topic == "ordinal" and _WERE.search(text, own.start, own.end):
            return True  # 'er wolle kommen, es wäre der dritte Besuch': the article reckons
        said = verb_at(text, figure.noun_end + 1)  # '15 weitere Abgeordnete erklärten, sie seien dagegen'
        return said is not None and _SAY.match(text, said.start()) is not None

    def _reported(self, sentence: int) -> tuple[Interval, str] | None:
        """Who is reported: who spoke last, else who speaks next, else whom the text is about."""
        found = last_before(self.speech, sentence) or self._next_speaker(sentence)
        if found and (other := described_since(self.speech, found[0], sentence)):
            return other
        if found and found[1]:
            return found
        if not is_told(self.passage.text, *self.passage.sentences[sentence]):
            return None  # 'Wenn es so bliebe, hätte man 40'
        return found or who_goes_on(self.speech, sentence) or over_paragraph(self.speech, sentence)

    def _may_go_on(self, sentence: int) -> bool:
        """Whether forms that may be the subjunctive go on with reported speech of the sentence before."""
        text, at = self.passage.text, self.passage.sentences[sentence]
        if may_be_subjunctive(text, *at) and self._is_reporting(sentence - 1):
            return True
        if self._has_quotation(sentence) and self.speech.of(sentence - 1) and not self.speech.of(sentence):
            return True
        return replaces_subjunctive(text, *at)

    def _has_quotation(self, sentence: int) -> bool:
        """Whether words of a sentence are quoted: 'Bald könne das Brot ausgehen, „wenn …“'."""
        (start, end), quotes = self.passage.sentences[sentence], self.speech.quotes()
        first = bisect_left(quotes, start, key=lambda quote: quote[0])
        inside = takewhile(lambda quote: quote[1] <= end, islice(quotes, first, None))
        return any(quote[1] - quote[0] > _A_CLAUSE for quote in inside)

    def _surveyed(self, figure: Figure) -> tuple[Interval, str] | None:
        """'Laut Umfrage des Instituts sind 60 Prozent dafür. Im Mai war es jeder Zweite': shares of the same survey."""
        sentence = figure.sentence
        for i in range(sentence - 1, max(-1, sentence - 4), -1):
            if not (self._is_share(figure) or _ASKED.match(self.passage.text, self.passage.sentences[sentence][0])):
                return None
            if not self.passage.same_paragraph(i, i + 1) or self.speech.of(i + 1):
                return None
            if _OTHER_SURVEY.search(self.passage.text, *self.passage.sentences[i + 1]):
                return None
            for one in reversed(self.speech.of(i)):
                frame = max(self.passage.sentences[i][0], one.frame[0] - 2), one.frame[1]
                if one.source and _SURVEY.search(self.passage.text, *frame):
                    return one.source, one.cue
        return None

    def _follows_reported(self, own: Clause, sentence: int) -> bool:
        """'Man solle sparen; bislang erreichten sie 40 Prozent': behind a semicolon reported speech goes on."""
        start = self.passage.sentences[sentence][0]
        return own.after == ";" and self.speech.is_subjunctive(start, own.start)

    def _stands_between(self, sentence: int) -> bool:
        """Whether the sentences on both sides are in reported speech: 'zwei schwebten' falls together with it."""
        before, after = sentence - 1, sentence + 1
        if before < 0 or after >= len(self.passage.sentences) or not self.passage.same_paragraph(before, after):
            return False
        is_after = self.speech.is_subjunctive(*self.passage.sentences[after]) or any(
            one.points_to == "speaker" for one in self.speech.of(after)
        )
        return is_after and self.speech.is_subjunctive(*self.passage.sentences[before])

    def _is_lack_between(self, sentence: int) -> bool:
        """'X bat um Hilfe. Noch fehlten 300 Betten. „…“, sagte er': a want, between one who speaks and goes on."""
        before, after = sentence - 1, sentence + 1
        if before < 0 or after >= len(self.passage.sentences) or not self.passage.same_paragraph(before, after):
            return False
        if not LACK.search(self.passage.text, *self.passage.sentences[sentence]):
            return False
        goes_on = any(one.points_to == "speaker" for one in self.speech.of(after))
        return goes_on and any(one.source for one in self.speech.of(before))

    def _is_reporting(self, sentence: int) -> bool:
        """Whether a sentence is plainly in reported speech."""
        start, end = self.passage.sentences[sentence]
        if self.speech.is_subjunctive(start, end):
            return True
        return bool(self.speech.of(sentence)) and may_be_subjunctive(self.passage.text, start, end)

    def _next_speaker(self, sentence: int) -> tuple[Interval, str] | None:
        """'Es seien 40 Soldaten. Das reiche nicht, sagte X': who speaks next in the paragraph, if nobody did before."""
        following = sentence + 1
        if following >= len(self.passage.sentences) or not self.passage.same_paragraph(sentence, following):
            return None
        for one in self.speech.of(following):
            if one.comes_after and (one.source or one.points_to == "speaker"):
                span = one.source or resolved(self.speech, one, following)
                return (span, one.cue) if span else None
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
