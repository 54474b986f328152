"""What is remembered while an article is read: the days, times and years that were mentioned."""

from dataclasses import dataclass, field
from datetime import date

from peacetalks_cli.german.timex.tense import Direction


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at the head of an entry: 'Freitag, 20. Juni', '2016 bis 2018.'; `day`: where it is a single one."""

    day: date | None
    years: tuple[int, int]
    sentence: int


@dataclass(slots=True)
class State:
    """State while an article is read from its beginning; `sentence` counts sentences.

    `day`: the last day mentioned; `clock`: the last time of day; `year`: the last year written out with its month,
    or alone (then it holds only for the next few words).
    """

    published: date | None
    country: str | None = None
    """Whose days the text keeps, AT or CH; None where it does not say."""
    own_year: int | None = None
    """The year in which the article came out, also where its day is not known ('Ausgabe 36/2008')."""
    then: int = -9
    """The last sentence that began with 'Früher', 'Damals', 'Einst'."""
    sentence: int = 0
    day: date | None = None
    day_sentence: int = -9
    clock: tuple[int, int] | None = None
    clock_day: date | None = None
    clock_sentence: int = -9
    year: int | None = None
    year_sentence: int = -9
    year_token: int = 0
    year_is_bare: bool = False
    last_year: tuple[int | None, int] = (None, -9)
    year_is_written: bool = False
    year_is_of_event: bool = False
    year_is_present: bool = False
    """Whether what was in that year is told in the present tense: 'Im November 2013 liegt ein Abkommen vor'."""
    is_chronicle: bool = False
    """Whether the year heads an entry of a list: '1930 – Das Militär putscht.'"""
    day_token: int = 0
    months: tuple[int, int] | None = None
    months_sentence: int = -9
    point: date | None = None
    point_sentence: int = -9
    """The first day of the last day, week, month or season that was mentioned."""
    evening: tuple[date | None, int] = (None, -9)
    """The day of the last time of day if that was in its evening, and the sentence."""
    mentioned: tuple[date | None, int] = (None, -9)
    """The last day that was mentioned at all, and the sentence."""
    since: tuple[date | None, int] = (None, -9)
    """The last day since which something is, and the sentence."""
    week: tuple[date | None, int] = (None, -9)
    """The Monday of the week beside this one that opened a sentence, and which: 'Nächste Woche tagt der Rat'."""
    is_quote_open: bool = False
    """Whether the sentence begins within a quotation."""
    spoken: tuple[date | None, int] = (None, -1)
    """The day on which what is quoted was said, and the paragraph."""
    span: date | None = None
    """The first day of the last span of days: 'am 19. und 20. Jänner', 'vom 1. bis 28. Juli'."""
    span_sentence: int = -9
    limit: tuple[date | None, int] = (None, -9)
    """The last day up to which something was, and the sentence."""
    is_lost: bool = False
    """Whether the text is at a day that nobody can know: 'vor einigen Tagen'."""
    is_night: bool = False
    paragraph: int = 0
    day_paragraph: int = 0
    news: date | None = None
    """The day of the last few that the article reports on: 'am Dienstag', 'gestern Mittwoch'; or its own day."""
    news_hour: int = 0
    is_scene: bool = False
    """Whether the news is told in the present tense: 'Am Mittwoch ist es noch dunkel, als …'."""
    due: date | None = None
    due_sentence: int = -9
    """A day to come for which or from which something is: 'kündigte für Montag Abschaltungen von 15 bis 23 Uhr an'."""
    scene: date | None = None
    """A day of the past that is told of in the present tense: 'Am vergangenen Sonntag steht sie auf dem Deich'."""
    scene_sentence: int = -9
    is_reportage: bool = False
    """Whether people speak in the present tense in it: 'sagt sie', 'erzählt er'."""
    is_aside: bool = False
    """Whether the last day is one of a look back, at which the text does not stay: 'am vergangenen Samstag'."""
    weekdays: dict[int, date] = field(default_factory=dict)
    """Weekday -> its day, where a clause said it for certain."""
    coming: dict[int, date] = field(default_factory=dict)
    """The same where it was only likely, for what is said without a verb: '29. Runde, Samstag'."""
    named_day: date | None = None
    named_token: tuple[int, int] = (-1, -1)
    """The last weekday: its day, and the sentence and the token at which it ended."""
    entry: Entry | None = None
    entry_paragraph: int = -1
    """The paragraph that is told under the last head of an entry."""
    is_of_court: bool | None = None
    """Whether the text reports from a court; None before it is asked."""
    text: str = ""
    """What is read."""
    cue: Direction | None = None
    """What said last which way an expression points."""
