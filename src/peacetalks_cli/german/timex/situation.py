"""Where the text is when an expression is read: the day it is at, the day and the year that are told of."""

import re
from dataclasses import dataclass
from datetime import date

from peacetalks_cli.german.timex.article import quotation
from peacetalks_cli.german.timex.direction import direction, tense_around
from peacetalks_cli.german.timex.entries import day_of_entry
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.phrase import BE
from peacetalks_cli.german.timex.state import State
from peacetalks_cli.german.timex.tense import Direction, becomes, is_passive

_RECENT = 2  # sentences for which a day stays what "am Abend" belongs to; a day to come, only for the next one
_TOLD = 3  # sentences for which a day is what "tags darauf" counts from
_NEAR = 12  # tokens
_LONGEST = 200  # tokens of a sentence
_EVENING = 17
_ALLOWED = frozenset({"laden", "lädt", "darf", "dürfen", "kann", "können", "muss", "müssen", "will", "wollen"})
_COURT = re.compile(
    r"Angeklagt|Anklage|Staatsanw[aä]lt|Richter|Prozess(?:tag|auftakt)|Landesgericht|Amtsgericht|Landgericht"
)
_BEFORE_TIME = 5  # tokens
_TOLD_IN_COURT = frozenset(
    {"sagte", "erklärte", "schilderte", "gestand", "beteuerte", "plädierte", "forderte", "beantragte", "räumte"}
    | {"bestätigte", "berichtete", "erzählte", "verlas", "entschuldigte", "verurteilte", "sprach", "zitierte"}
)
LONG_AGO = 1985  # up to which a year is history, whenever an article without a date came out
_AHEAD = 60  # days after which a day is a look back, which ends with its paragraph …
_BEFORE_NEWS = 6  # … and where the text has told of a newer one


@dataclass(slots=True)
class Situation(State):
    """What the state means for the expression that is read: the day that the text is at, the year told of."""

    @property
    def anchor(self) -> date | None:
        """The day that the text is at: the last one mentioned nearby, else the article's."""
        if self.is_lost:
            return None
        if self.day and not self._is_past_over():
            is_ahead = self.published is not None and self.day > self.published
            recent = 1 if is_ahead else 0 if self.is_aside else _RECENT
            if self.sentence - self.day_sentence <= recent:
                return self.day
        return self.published

    def _is_past_over(self) -> bool:
        """Whether a look back ended with its paragraph: '… am 15. September 2008.⏎⏎Als Zeuge sprach am Nachmittag'."""
        if self.day is None or self.published is None or self.paragraph == self.day_paragraph:
            return False
        is_older = self.news is not None and self.day < self.news
        return (self.published - self.day).days > (_BEFORE_NEWS if is_older else _AHEAD)

    def anchor_of(self, match: Match) -> date | None:
        """The day that a time of the day in `match` belongs to: that of the clause, or the day that the news is of."""
        if headed := self.day_headed(match):
            return headed
        if scene := self._scene_gone_on(match):
            return scene
        if self.is_aside and self.day and self.sentence - self.day_sentence == 1 and _is_had(match):
            return self.day  # 'Am Freitag hatte er gestreikt. Am Abend hatten sie ihn gefeiert'
        day = self.day_of_clause(match)
        if day is not None and self._is_said_now(match, day):
            return self.news or self.published
        if day is None or day != self.published or self.news is None or self.day_sentence == self.sentence:
            return day
        way = tense_around(match.tokens, match.i, match.j)
        if self.day == self.news and self.paragraph == self.day_paragraph and not way.strong:
            return self.news  # 'Am Nachmittag kam Bewegung. …. Um 17.30 Uhr rückt er den Stuhl der Sonne nach'
        if self.scene == self.news and self.is_scene and is_passive(match.tokens, match.j, way):
            return self.news
        if way.way == "future" and (way.strong or not self.is_scene):
            return day
        part = match.first("p")
        is_morning_after = self.news_hour >= _EVENING and part is not None and part.value == "MO"
        return day if is_morning_after else self.news

    def _is_said_now(self, match: Match, day: date) -> bool:
        """'Am 3. Mai 2009 fand ihn die Polizei. „Ich war betrunken“, sagte er am Vormittag': who speaks does so now."""
        if self.published is None or self.day_sentence == self.sentence or (self.published - day).days <= _AHEAD:
            return False
        beside = match.tokens[max(0, match.i - _BEFORE_TIME) : match.j + 1]
        if not any(token.text in _TOLD_IN_COURT for token in beside):
            return False
        if self.is_of_court is None:
            self.is_of_court = _COURT.search(self.text) is not None
        return self.is_of_court

    def day_headed(self, match: Match) -> date | None:
        """The day at the head of the entry: 'Freitag, 20. Juni⏎⏎Um 16 Uhr läuten die Glocken'."""
        day = day_of_entry(self)
        if day is None or self.published is None or day <= self.published:
            return day
        way = tense_around(match.tokens, match.i, match.j)
        return None if way.way == "past" and way.reason not in BE else day  # 'ist bis Montag gesperrt'

    def _scene_gone_on(self, match: Match) -> date | None:
        """The day of the scene to which a reportage comes back: '⏎⏎Am Mittag kommt der Pater herüber'."""
        if not self.is_reportage or self.scene is None or self.day is None or self.published is None:
            return None
        is_ahead = self.day > self.published and self.day_sentence != self.sentence
        if not is_ahead and self.paragraph == self.day_paragraph and self.sentence - self.day_sentence <= _RECENT:
            return None
        way = tense_around(match.tokens, match.i, match.j)
        is_present = way.reason in _ALLOWED or becomes(match.tokens, match.j, way)
        return None if way.way == "past" or (way.strong and not is_present) else self.scene

    def is_quoted(self, match: Match) -> bool:
        """Whether the expression stands in a quotation."""
        is_near = match.i < _LONGEST  # every mark is looked at anew
        return is_near and quotation(match.tokens[: match.i], is_open=self.is_quote_open)

    def set_scene(self, day: date) -> None:
        """What is told in the present tense is at `day`, which is over."""
        self.scene, self.scene_sentence = day, self.sentence

    def day_due(self, match: Match) -> date | None:
        """The day to come that a time in `match` belongs to: that of its sentence, or of the one before it."""
        behind = self.sentence - self.due_sentence
        if self.due is None or behind > 1 or self.day_sentence > self.due_sentence:
            return None
        return self.due if behind == 0 or tense_around(match.tokens, match.i, match.j).way != "past" else None

    def day_of_clause(self, match: Match) -> date | None:
        """The day that the clause of `match` is at. What is told does not go on about a day to come, and what is
        planned not about one that is over."""
        day, today = self.anchor, self.published
        if day is None or today is None or day == today or self._is_in_clause_of_day(match):
            return day
        if day < today and self.is_reportage and self.preposition(match) == "seit":
            return day  # 'Am Sonntag sind es Tausende. Sie stehen seit sieben Uhr hier'
        tense = tense_around(match.tokens, match.i, match.j)
        if day > today and self.paragraph != self.day_paragraph and tense.way != "future":
            return today  # 'Am 20. Juli wird gezahlt.⏎⏎Der Wirt sperrt am Abend trotzdem auf'
        is_scene = self.scene == day
        is_told_now = is_scene or (self.is_scene and self.is_reportage and day == self.news)
        if day < today and is_told_now and becomes(match.tokens, match.j, tense):
            return day  # 'Um acht Uhr wird es finster'
        if day < today and is_scene and is_passive(match.tokens, match.j, tense):
            return day  # 'Um Mitternacht wird die Brücke gesperrt'
        if day < today and (self.day_sentence == self.sentence or is_scene) and not tense.strong:
            return day  # 'Am Mittwoch ist es dunkel, als sie um sechs Uhr Kaffee kocht'
        if day > today and self.day_sentence != self.sentence and tense.reason in BE and _is_still(match):
            return today  # '… soll am Mittwoch weitergehen. In Odessa sind am Abend noch Zehntausende ohne Strom'
        is_other_way = tense.way == ("past" if day > today else "future")
        return today if is_other_way else day

    def _is_in_clause_of_day(self, match: Match) -> bool:
        between = match.tokens[self.day_token : match.i]
        return self.day_sentence == self.sentence and not any(token.text in (",", ";") for token in between)

    @property
    def told(self) -> date | None:
        """The day that 'tags darauf' counts from: the last one mentioned in the passage, else that of the news."""
        if self.limit[1] == self.sentence:
            return self.limit[0]  # 'Bis Donnerstag … vorlegen; tags darauf …'
        if self.since[1] >= self.sentence - 1 and self.day_sentence <= self.since[1]:
            return self.since[0]  # 'So geht es seit Sonntag. Tags zuvor hatten …'
        is_near = self.day is not None and self.sentence - self.day_sentence <= _TOLD
        return self.day if is_near else self.news or self.published

    @property
    def year_here(self) -> int | None:
        """The last year written in the sentence, also one up to which something was: 'blieb bis 2019'."""
        return self.last_year[0] if self.last_year[1] == self.sentence else None

    @property
    def is_history(self) -> bool:
        """Whether an article whose date nobody knows is at years long ago."""
        return self.own_year is None and self.year is not None and self.year <= LONG_AGO

    @property
    def told_year(self) -> int | None:
        """The year that 'ein Jahr später' counts from, if one was written nearby."""
        return self.year if self.year is not None and self.sentence - self.year_sentence <= 1 else None

    @property
    def event_year(self) -> int | None:
        """The year of an event told of in the sentence before, long ago: 'im Golfkrieg 1991'."""
        is_near = self.year_is_of_event and self.year_sentence == self.sentence - 1
        is_past = self.year is not None and self.published is not None and self.year < self.published.year - 1
        return self.year if is_near and is_past else None

    def is_night_begun(self, day: date | None) -> bool:
        """Whether the text was at the evening of `day` just now: 'Am Dienstagabend …. Kurz nach Mitternacht …'."""
        return day is not None and self.evening[0] == day and self.sentence - self.evening[1] <= 1

    def preposition(self, match: Match) -> str:
        for distance in (1, 2):
            token = match.before(distance)
            if token is None:
                return ""
            if token.kind not in "tzB":
                return token.text.lower()
        return ""

    def direction(self, match: Match) -> Direction:
        self.cue = direction(match.tokens, match.i, match.j)
        return self.cue


def _is_had(match: Match) -> bool:
    return tense_around(match.tokens, match.i, match.j).reason in ("hatte", "hatten")


def _is_still(match: Match) -> bool:
    return any(token.text == "noch" for token in match.tokens[max(0, match.i - _NEAR) : match.j + _NEAR])
