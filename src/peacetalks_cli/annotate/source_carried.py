"""The subjunctive carries a source on: who spoke last states what reported speech goes on to say."""

import re
from bisect import bisect_left
from itertools import islice, takewhile

from peacetalks_cli.annotate.figure import Figure
from peacetalks_cli.annotate.source_between import LACK, is_entry_between, is_now
from peacetalks_cli.annotate.source_goes_on import described_since, over_paragraph, who_goes_on
from peacetalks_cli.annotate.source_last import last_before, resolved, said_before
from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import moods
from peacetalks_cli.german.speech.moods import Clause
from peacetalks_cli.german.speech.speech_verbs import verb_at
from peacetalks_cli.german.speech.subjunctive import is_told, may_be_subjunctive, replaces_subjunctive

_SAY = re.compile(r"[a-zäöüß]+ten,\s")
_THAT = re.compile(r"(?:Das|Dies|Die|So)\b")  # 'Das sagte X', 'Die Zahl stammt von X'
_OF_THEM = re.compile(r"\s(?:davon|von\sihnen|darunter)\b")
_WERE = re.compile(r"\bwären?\b")
_AS_MUCH = re.compile(  # 'So groß ist laut X der Rest'
    r"So\s(?:gro(?:ß|ss)|viele?|hoch|lang|weit|schwer|teuer|alt|wenige?|oft)\s(?:\w+\s)?(?:ist|sind|war|waren|sei|seien)\b"
)
_A_CLAUSE = 24  # characters from which on a quotation is no mere name or word


class Carried:
    """Reads the figures of a passage in order, and remembers which sentences may be in reported speech."""

    def __init__(self, speech: Speech) -> None:
        self.passage, self.speech = speech.passage, speech
        self._reporting: dict[int, bool] = {}

    def source(self, figure: Figure) -> tuple[Interval, str] | None:
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
            if not goes_on and not self._is_of_them(figure, own):
                return None
            return said_before(self.speech, figure.start, i) or last_before(self.speech, i)
        if self.speech.is_reported(figure):
            return self._same_sentence(figure) or self._reported(i)
        return last_before(self.speech, i) if i and self._may_go_on(i) else None

    def _same_sentence(self, figure: Figure) -> tuple[Interval, str] | None:
        """'X verlangt einen Erlass der Schulden, die man bei 17 Staaten habe': who wants something says the rest."""
        for one in self.speech.of(figure.sentence):
            is_bare = one.scope[0] == one.scope[1] and one.source is not None
            if is_bare and one.source and one.at[1] < figure.start:
                return one.source, one.cue
        return None

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

    def _follows_reported(self, own: Clause, sentence: int) -> bool:
        """'Man solle sparen; bislang erreichten sie 40 Prozent': behind a semicolon reported speech goes on."""
        start = self.passage.sentences[sentence][0]
        return own.after == ";" and self.speech.is_subjunctive(start, own.start)

    def _is_of_them(self, figure: Figure, own: Clause) -> bool:
        """'19 seien gerettet worden, zwei von ihnen schwebten in Gefahr': a part of whom reported speech is about."""
        if not own.is_weak or own.after != "," or not _OF_THEM.match(self.passage.text, figure.end):
            return False
        before = moods.holding(self.speech.clauses(figure.sentence), own.start - 3)
        return before.mood == "subjunctive"

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
