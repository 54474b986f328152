"""What a time expression is read against: the article's date, the dates mentioned before, the clause."""

import re
from dataclasses import dataclass
from datetime import date

from peacetalks_cli.facts import TimexMod, TimexType
from peacetalks_cli.german.timex import calendar
from peacetalks_cli.german.timex.direction import tense_around
from peacetalks_cli.german.timex.entries import go_on
from peacetalks_cli.german.timex.licence import is_event
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.situation import Situation

_RECENT = 2  # sentences for which a day stays what "am Abend" belongs to; a day to come, only for the next one
_NOT_POINTS = frozenset({"seit", "bis", "ab", "für", "vor"})  # prepositions of days at which the text does not stay
_WEEK = 7
_NEAR = 12  # tokens
_OPENING = 2  # tokens
_DECADE = 10  # years
_EVENING = 17
_SEASON = 100  # days
_OF_NO_YEAR = frozenset({"month", "day", "season", "edge"})
_NEWS = frozenset({"weekday", "day_word", "day_word_named", "weekday_day", "part_of_day"})
_ASIDES = frozenset({"weekday", "weekday_of_week", "night"})
_SCENES = _NEWS | {"clock"}
_AT = frozenset({"Um", "Gegen"})
_HAD = frozenset({"hatte", "hatten"})
_REPORTED = frozenset({"sei", "seien", "habe", "hätten"})
_WITH_TIME = re.compile(r"f?(?:[CN]T|h?p)")  # 'für Samstag um 21 Uhr'
CHAPTER = 8  # sentences over which a history goes on in its year


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens [i, j) of the sentence mean `value`."""

    i: int
    j: int
    type: TimexType
    value: str
    mod: TimexMod | None = None


@dataclass(slots=True)
class Context(Situation):
    """The situation, and how what was read changes it for what is read next."""

    def go_on_in(self, year: int) -> None:
        """What is told goes on in `year`, as if it had been written with its month."""
        self.year, self.year_sentence, self.year_is_bare = year, self.sentence, False

    def note(self, match: Match, reading: Reading) -> None:
        """Remembers what was read, for what refers back to it."""
        if reading.type not in ("DATE", "TIME"):
            return
        covered = calendar.covered(reading.value)
        if covered is None:
            return
        first, last = covered
        preposition = self.preposition(match)
        if match.rule == "weekday":
            self.named_day, self.named_token = first, (self.sentence, match.j)
        is_passing = (
            preposition in _NOT_POINTS
            and not _WITH_TIME.match(match.kinds, match.j)
            and not (preposition == "vor" and match.rule == "duration")
        )
        if first == last:
            self._note_mentioned(first, preposition, is_passing=is_passing)
        is_in_night = self.is_night and match.rule == "clock"  # 'zwischen 22.30 und 6.00 Uhr': the night goes on
        if match.rule == "part":
            self.is_night = False
        if is_in_night and first == self.day:
            self.day_sentence = self.sentence
        if first == last and not is_passing and not is_in_night:
            self._note_day(match, first)
            if first == self.news and "T" in reading.value:
                self.news_hour = max(self.news_hour, _hour(reading.value))
        self._note_year(match, reading, first, last, is_passing=is_passing)
        if (last - first).days < _SEASON:
            self._note_point(match, first)
        if (last - first).days < 32:
            self.months, self.months_sentence = (first.year, first.month), self.sentence
        if reading.type == "TIME":
            self._note_time(match, reading.value, first)

    def _note_mentioned(self, day: date, preposition: str, *, is_passing: bool) -> None:
        if is_passing and preposition in ("für", "ab") and self.published and day > self.published:
            self.due, self.due_sentence = day, self.sentence
        if preposition != "vor":
            self.mentioned = day, self.sentence
        self.since = (day, self.sentence) if preposition == "seit" else (None, -9)
        self.limit = (day, self.sentence) if preposition == "bis" else (None, -9)

    def _note_year(self, match: Match, reading: Reading, first: date, last: date, *, is_passing: bool) -> None:
        year = match.first("YD")
        if match.rule == "year":
            go_on(self, first.year)
        if match.first("Y"):
            self.last_year = first.year, self.sentence
        # 'zum Jahreswechsel …, im Januar' is no longer of that year
        is_end = (last - first).days > 360 and reading.mod == "END"
        is_year = (last - first).days > 360 and last.year == first.year and not is_end
        is_of_year = match.rule in ("month", "season", "day_of_year") and match.first("U") and match.first("AV")
        is_dated = is_year or is_of_year or (year and (year.kind == "Y" or year.value[0]))
        if self._is_long_ago(match, first):
            self.year_is_of_event = self.year_is_written = self.is_chronicle = self.year_is_present = False
            self.go_on_in(first.year)
            return
        if not is_passing and not is_end and is_dated:
            self.year_is_bare = is_year
            self.year_is_of_event = match.rule == "year" and is_event(match)
            opens = match.i <= _OPENING and _is_led_by_in(match) and not is_year
            self.year_is_present = opens and tense_around(match.tokens, match.i, match.j).way != "past"
            self.year_is_written = match.first("Y") is not None
            self.is_chronicle = is_year and match.i == 0 and match.kinds[match.j : match.j + 1] == "-"
            self.year, self.year_sentence, self.year_token = first.year, self.sentence, match.j

    def _is_long_ago(self, match: Match, first: date) -> bool:
        """'Vor 30 Jahren stand sie hier': what follows is told of that year."""
        before = match.before()
        is_ago = match.rule == "duration" and before is not None and before.text == "Vor" and match.i == 1
        return is_ago and self.published is not None and self.published.year - first.year >= _DECADE

    def _note_time(self, match: Match, value: str, day: date) -> None:
        if ":" in value:
            self.clock_day, self.clock_sentence = day, self.sentence
        is_of_end = value.endswith("TNI") and match.rule != "weekday"  # named after the day it ends on
        self.evening = (day, self.sentence) if _hour(value) >= _EVENING and not is_of_end else (None, -9)

    def _note_point(self, match: Match, first: date) -> None:
        if match.rule == "relative" and (relation := match.first("A")) and match.tokens[match.j - 1].value[0] == "W":
            is_opening = bool(relation.value) and not match.kinds[: match.i].strip("ift")
            self.week = (first, self.sentence) if is_opening else (None, -9)
        self.point, self.point_sentence = first, self.sentence
        if match.rule in _OF_NO_YEAR and self.published is not None and first.year == self.published.year:
            self.year = None if self.sentence > self.year_sentence else self.year  # what was told of is over
        is_told_on = self.year == first.year and self.published is not None and first.year < self.published.year
        if self.is_history:
            is_told_on = self.year is not None and first.year in (self.year, self.year + 1)
            self.year = first.year if is_told_on else self.year
        reach = CHAPTER if self.is_history else _RECENT
        if is_told_on and not self.year_is_bare and self.sentence - self.year_sentence <= reach:
            self.year_sentence = self.sentence  # what is told goes on in that year

    def _note_day(self, match: Match, day: date) -> None:
        is_followed = match.rule in ("clock", "part", "night_alone") and day == self.anchor
        if is_followed and self.published and day > self.published:
            return  # times in a list of events do not carry tomorrow on and on
        here = self.since[0] if self.since[1] >= self.sentence - 1 else self.day
        is_aside = match.rule in ("relative_noun", "later") and here is not None and day < here
        near = match.tokens[max(0, match.i - _NEAR) : match.j + _NEAR]
        if is_aside and any(token.text in ("hatte", "hatten") for token in near):
            if here != self.day:  # 'seit Sonntag …. Tags zuvor hatten …. In der Nacht kamen …'
                self.day, self.day_sentence, self.day_token = here, self.sentence, match.j
            return  # 'Schon am Vorabend hatten sie gestreikt'
        word = match.tokens[match.i]
        if match.rule == "day_word" and word.kind == "R" and word.value > 0 and self.is_quoted(match):
            return  # '„Morgen soll der Kran kommen“, sagt er. Am Abend zuvor …'
        self.day, self.day_sentence, self.day_token = day, self.sentence, match.j
        self.day_paragraph = self.paragraph
        if match.rule in _NEWS and not match.first("AFI"):
            self._note_news(match, day)
        self.is_aside = self.news is not None and match.rule in _ASIDES and match.first("A") is not None
        if not self.is_aside and self._is_look_back(match, day):
            self.is_aside = True
        relation = match.first("A") if match.rule == "weekday" and match.i <= 1 else None
        is_over = self.published is not None and 0 < (self.published - day).days < 2 * _WEEK
        is_opened = relation is not None and (relation.value < 0 or (relation.value == 0 and is_over))
        is_when = is_over and self.cue is not None and self.cue.reason in ("als", "es") and match.rule in _SCENES
        is_dated = is_over and match.rule == "weekday_day" and match.i <= _OPENING
        # 'Um zehn vor sechs am Dienstag schiebt sie die Tür auf', in a reportage
        is_timed = is_over and self.is_reportage and match.rule == "weekday" and match.tokens[0].text in _AT
        if (is_opened or is_when or is_dated or is_timed) and tense_around(
            match.tokens, match.i, match.j
        ).way != "past":
            self.is_aside = False
            self.set_scene(day)
        self.is_night = match.rule.startswith("night")

    def _is_look_back(self, match: Match, day: date) -> bool:
        """'am 11. Mai sei alles in Ordnung gewesen', 'am Montag seien es noch 1100 gewesen', 'am Samstag waren die
        Gespräche gescheitert': said beside the news, which goes on in the next sentence."""
        today = self.news or self.published
        if today is None or day >= today or self.is_reportage:
            return False
        words = [token.text for token in match.tokens[max(0, match.i - _NEAR) : match.j + _NEAR]]
        if not _HAD.isdisjoint(words):
            return True
        return not _REPORTED.isdisjoint(words) and "gewesen" in words

    def _note_news(self, match: Match, day: date) -> None:
        behind = (self.published - day).days if self.published else -1
        if behind == 0:
            self.news = self.published
        elif self._is_look_back(match, day):
            return
        elif 0 < behind < _WEEK and self.news != self.published and not self._is_comparison(match):
            if self.news != day:
                self.is_scene, self.news_hour = False, 0
            self.news = day
            self.is_scene = self.is_scene or tense_around(match.tokens, match.i, match.j).way != "past"

    def _is_comparison(self, match: Match) -> bool:
        """'19 mehr als am Mittwoch'."""
        return any(token.text.lower().endswith("als") for token in match.tokens[max(0, match.i - 2) : match.i])


def _is_led_by_in(match: Match) -> bool:
    before = match.before()
    return before is not None and before.text in ("Im", "Am", "In", "im", "am")


def _hour(value: str) -> int:
    """The hour of a TIME value, about that of a part of the day."""
    time = value.split("T", 1)[1]
    return int(time[:2]) if time[:2].isdigit() else {"EV": 20, "NI": 22, "AF": 15}.get(time, 9)
