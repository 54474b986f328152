"""What happened when: sentences in the order of the days that they name."""

from dataclasses import replace
from datetime import date

import pytest

from peacetalks_cli.facts import Article, Date, Pipeline, Record
from peacetalks_cli.german import timex
from peacetalks_cli.query import Filter, Origin
from peacetalks_cli.query.timeline import Found, events, explained

TEXT = (
    "Am Freitag kam er, am Freitagabend sie. Im März 2019 war Ruhe. Seit drei Tagen nicht.\n"
    "Von Montag bis Mittwoch wird getagt."
)


def found(text: str = TEXT, file: str = "a.txt", published: str | None = "2026-01-28") -> Found:
    dates: list[Date] = timex.find(text, date.fromisoformat(published) if published else None)
    record = Record(Article(text, file, published=published), Pipeline("de_test", "1"), dates=tuple(dates))
    return Origin(record.article.id, (file,), published), record


def test_in_the_order_of_the_days() -> None:
    rows = events([found()], Filter())
    assert [(row["earliest"], row["latest"], row["text"], row["line"]) for row in rows] == [
        ("2019-03-01", "2019-03-31", "März 2019", 1),
        ("2026-01-23", "2026-01-23", "Freitag", 1),  # the evening is the same day in the same sentence
        ("2026-02-02", "2026-02-02", "Montag", 2),
        ("2026-02-04", "2026-02-04", "Mittwoch", 2),
    ]
    told = [row["sentence"] for row in rows[:2]]
    assert told == ["Im März 2019 war Ruhe.", "Am Freitag kam er, am Freitagabend sie."]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (Filter(since="2026"), ["Freitag", "Montag", "Mittwoch"]),
        (Filter(since="2019-03-31", until="2019"), ["März 2019"]),
        (Filter(since="2019-04", until="2026-01"), ["Freitag"]),
        (Filter(since="2026-02-03"), ["Mittwoch"]),
        (Filter(file="b*"), []),
    ],
)
def test_filters_go_by_the_day_named(filters: Filter, texts: list[str]) -> None:
    assert [row["text"] for row in events([found()], filters)] == texts


def test_a_text_in_two_files_comes_once() -> None:
    assert len(events([found(), found(file="b.txt")], Filter())) == len(events([found()], Filter()))


def test_without_a_publication_date_the_days_written_out_are_there() -> None:
    assert [row["text"] for row in events([found(published=None)], Filter())] == ["März 2019"]


def test_reasons_of_dates_that_the_rules_do_not_find_are_unknown() -> None:
    origin, record = found("Die Frist läuft bis Juni.")
    (row,) = explained(origin, record)[1]
    assert (row["value"], row["reason"]) == ("2026-06", "bis: coming June")
    older = replace(record, dates=(replace(record.dates[0], value="2025-06"),))
    assert [row["reason"] for row in explained(origin, older)[1]] == [None]
