"""The calendar: Easter, holidays, and the days that a value covers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.german.timex import calendar

EASTERS = [  # the earliest and the latest there are, and some of our time
    "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2019-04-21",
    "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19",
]  # fmt: skip


@pytest.mark.parametrize("day", EASTERS)
def test_easter(day: str) -> None:
    assert calendar.easter(int(day[:4])).isoformat() == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = calendar.easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Rosch Haschana", "2023-09-16"),
        ("Jom Kippur", "1973-10-06"),
        ("Jom Kippur", "2023-09-25"),
        ("Sukkot", "2023-09-30"),
        ("Chanukka", "2023-12-08"),
        ("Chanukka", "2024-12-26"),
        ("Purim", "2024-03-24"),
        ("Pessach", "2024-04-23"),
        ("Pessach", "2025-04-13"),
        ("Schawuot", "2024-06-12"),
        ("orthodoxe Ostern", "2022-04-24"),
        ("orthodoxe Ostern", "2024-05-05"),
        ("orthodoxe Ostern", "2025-04-20"),
        ("orthodoxe Weihnachten", "1900-01-06"),
        ("orthodoxe Weihnachten", "2024-01-07"),
    ],
)
def test_feasts_of_other_calendars(name: str, day: str) -> None:
    assert calendar.holiday(name, int(day[:4])).isoformat() == day


@given(st.integers(1600, 3000))
def test_feasts_keep_their_weekdays(year: int) -> None:
    assert calendar.holiday("orthodoxe Ostern", year).isoweekday() == 7
    assert calendar.holiday("Pessach", year).isoweekday() in (2, 4, 6, 7)
    assert calendar.holiday("Rosch Haschana", year).isoweekday() in (1, 2, 4, 6)


@given(st.integers(1600, 3000))
def test_the_fourth_advent_is_the_last_sunday_before_christmas(year: int) -> None:
    days = [calendar.counted_holiday("Advent", n, year) for n in (1, 2, 3, 4)]
    assert all(day is not None and day.isoweekday() == 7 for day in days)
    assert date(year, 12, 18) <= days[3] <= date(year, 12, 24)  # type: ignore[operator]
    assert calendar.counted_holiday("Advent", 5, year) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-02-01", "2026-02-01", "2026-02-01"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-W04-WE", "2026-01-24", "2026-01-25"),
        ("2025-SU", "2025-06-01", "2025-08-31"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-01-25TNI", "2026-01-25", "2026-01-25"),
        ("2026-02-07T20:30", "2026-02-07", "2026-02-07"),
    ],
)
def test_covered(value: str, first: str, last: str) -> None:
    assert calendar.covered(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["XXXX-WXX-5", "XXXX-02-01", "P4Y", "PAST_REF", "T20:30", "2026-02-30", "2026-W60", ""]
)
def test_covers_no_calendar_days(value: str) -> None:
    assert calendar.covered(value) is None


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)))
def test_a_day_lies_in_its_week_and_season(day: date) -> None:
    for value in (calendar.week(day), "{:04}-{}".format(*calendar.season_of(day))):
        first, last = calendar.covered(value)  # type: ignore[misc]
        assert first <= day <= last
