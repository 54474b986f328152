"""What holds of time expressions whatever the text and the day."""

import re
import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacetalks_cli.german import timex
from peacetalks_cli.german.timex.words import WEEKDAYS

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
    "September", "Oktober", "November", "Dezember",
)  # fmt: skip
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))
PUBLISHED = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMS = (
    "{d}. {month} {y}",
    "{d:02}. {month} {y}",
    "{d}.{m}.{y}",
    "{d:02}.{m:02}.{y}",
    "{d}. {m}. {y}",
    "{y}-{m:02}-{d:02}",
    "{weekday}, den {d}. {month} {y}",
    "{weekday}, {d}. {month} {y}",
    "{weekday}, dem {d:02}.{m:02}.{y}",
)
_WORDS = (
    "am um im vom bis seit vor nach zum in der Nacht und oder rund fast mehr als 1. 2. 31. 30. Februar Mai 2026 1999 "
    "2000 20.30 15:56 Uhr Freitag Sonntagabend gestern heute morgen drei zwei halbes Jahr Jahre Monaten Wochen Stunden "
    "vierstündigen 14-Tage-Frist , . - – ( ) : „ “ Ende Anfang der dieser vergangenen kommenden Woche jeden täglich "
    "1990er Jahren 20. Jahrhundert Sommer Quartal Ostern Soldaten wurde soll 1.2. 01.02.2026 2011/12 \n später darauf"
)
WORDS = _WORDS.split(" ")


@given(DAYS, PUBLISHED, st.sampled_from(FORMS))
def test_a_day_written_in_full_reads_back(day: date, published: date, form: str) -> None:
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    written = form.format(d=day.day, m=day.month, y=day.year, month=month, weekday=weekday)
    found = timex.find(f"Das geschah am {written} in Wien.", published)
    assert [(d.text, d.value, d.earliest) for d in found] == [(written, day.isoformat(), day.isoformat())]


@given(st.integers(1, 40), st.integers(1, 12), st.integers(1800, 2199))
def test_no_day_that_no_calendar_has(day: int, month: int, year: int) -> None:
    for text in (f"am {day}. {MONTHS[month - 1]} {year}", f"am {day:02}.{month:02}.{year}"):
        for found in timex.find(text, date(2026, 1, 1)):
            value = found.value
            assert not re.fullmatch(r"\d{4}-\d\d-\d\d", value) or date.fromisoformat(value).day == day


RELATIVE = (
    "Das geschah gestern.",
    "Vorgestern Abend geschah das.",
    "Das soll morgen geschehen.",
    "Am Vortag geschah das.",
    "Vor drei Tagen geschah das.",
    "Zwei Tage später geschah das.",
)
WEEKLY = (
    "Das geschah am Sonntag.",
    "Am Donnerstag soll das geschehen.",
    "Am kommenden Montag soll das geschehen.",
    "In der Nacht zum Freitag geschah das.",
)


@given(PUBLISHED, st.integers(-3000, 3000), st.sampled_from(RELATIVE))
def test_relative_days_move_with_the_article(published: date, days: int, text: str) -> None:
    assert _day(text, published + timedelta(days)) == _day(text, published) + timedelta(days)


@given(PUBLISHED, st.integers(-400, 400), st.sampled_from(WEEKLY))
def test_weekdays_move_with_the_article_by_weeks(published: date, weeks: int, text: str) -> None:
    assert _day(text, published + timedelta(7 * weeks)) == _day(text, published) + timedelta(7 * weeks)


def _day(text: str, published: date) -> date:
    (found,) = timex.find(text, published)
    assert found.earliest is not None
    return date.fromisoformat(found.earliest)


@given(PUBLISHED, st.sampled_from(range(1, 8)))
def test_a_bare_weekday_lies_within_a_week(published: date, number: int) -> None:
    name = WEEKDAYS[number - 1]
    past, coming = _day(f"Er kam am {name}.", published), _day(f"Er soll am {name} kommen.", published)
    assert published - timedelta(7) < past <= published <= coming < published + timedelta(7)
    assert past.isoweekday() == coming.isoweekday() == number


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.one_of(st.none(), PUBLISHED))
def test_spans_and_values_hold_on_any_words(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    found = timex.find(text, published)
    for d in found:
        assert text[d.start : d.end] == d.text == d.text.strip()
        assert re.fullmatch(r"[0-9PTXW][0-9A-ZX.:-]*|(?:PAST|PRESENT|FUTURE)_REF", d.value), d
        assert (d.earliest is None) == (d.latest is None)
        if d.earliest and d.latest:
            assert date.fromisoformat(d.earliest) <= date.fromisoformat(d.latest)
        if re.match(r"\d{4}-\d\d-\d\d", d.value):
            date.fromisoformat(d.value[:10])
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=200), st.one_of(st.none(), PUBLISHED))
def test_any_text_is_read(text: str, published: date | None) -> None:
    assert all(text[d.start : d.end] == d.text for d in timex.find(text, published))


@pytest.mark.parametrize(
    "unit",
    ["1", "1. ", "1., 2. und ", "Mai und ", "20.30 bis ", "1.1.", "111 ", "14-Tage-", "Nacht zum ", "am Freitag "],
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long, far from the 64 times of a quadratic rule."""
    small, large = (_seconds(unit * (characters // len(unit))) for characters in (8_000, 64_000))
    assert large < 30 * max(small, 0.002)


def _seconds(text: str) -> float:
    """Processor seconds, the better of two runs: other programs' turns and the collector's do not count."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        timex.find(text, date(2026, 1, 28))
        taken.append(time.process_time() - start)
    return min(taken)
