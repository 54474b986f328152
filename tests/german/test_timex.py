"""Time expressions: where they are and what they mean, by the table in tests/cases/dates.tsv."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from peacetalks_cli.facts import Date
from peacetalks_cli.german import timex
from peacetalks_cli.german.timex.finding import MEANINGS
from peacetalks_cli.german.timex.patterns import RULES, Rule, matches
from peacetalks_cli.german.timex.tokens import tokens

CASES = Path(__file__).parent.parent / "cases"


def _rows(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _shown(found: Date) -> str:
    return "|".join(filter(None, (found.text, found.type, found.value, found.mod)))


@pytest.mark.parametrize("row", _rows("dates.tsv"))
def test_means(row: str) -> None:
    published, sentence, expected = row.split("\t")
    found = timex.find(sentence, None if published == "-" else date.fromisoformat(published))
    assert " ; ".join(map(_shown, found)) == expected


@pytest.mark.parametrize("prose", _rows("dates_none.txt"))
def test_no_date(prose: str) -> None:
    assert timex.find(prose, date(2026, 1, 28)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_finds_its_example(rule: Rule) -> None:
    found = [f"ab in der {rule.example}", f"seit {rule.example}", f"binnen {rule.example}"]
    assert rule.name in [match.rule for text in found for match in matches(tokens(text, (0, len(text))))]


def test_every_rule_has_a_meaning() -> None:
    assert {rule.name for rule in RULES} == set(MEANINGS)


def test_offsets_lines_and_bounds() -> None:
    text = "Kiew, 3. Mai\r\n\r\nAm Freitag, den 23. Januar, in der\nNacht zum Montag und im November 2025."
    found = timex.find(text, date(2026, 1, 28))
    assert [text[d.start : d.end] for d in found] == [d.text for d in found]
    assert [d.line for d in found] == [1, 3, 4, 4]
    assert [(d.earliest, d.latest) for d in found[1:]] == [
        ("2026-01-23", "2026-01-23"),
        ("2026-01-26", "2026-01-26"),
        ("2025-11-01", "2025-11-30"),
    ]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_durations_and_sets_have_no_bounds() -> None:
    found = timex.find("Seit drei Tagen fährt er täglich, damals nicht.", date(2026, 1, 28))
    assert [d.type for d in found] == ["DURATION", "SET", "DATE"]
    assert {(d.earliest, d.latest) for d in found} == {(None, None)}


def test_masked_intervals_are_skipped() -> None:
    text = "Stand: 07.02.2026 15:56 Uhr\nAm Freitag kam er."
    header = (0, text.index("\n"))
    assert [d.text for d in timex.find(text, date(2026, 2, 7), masked=[header])] == ["Freitag"]
    assert [d.text for d in timex.find(text, date(2026, 2, 7), masked=[(3, 9), header])] == ["Freitag"]
    assert len(timex.find(text, date(2026, 2, 7))) == 3


@pytest.mark.parametrize(
    ("published", "value"),
    [("2026-01-26", "2026-W04-WE"), ("2026-01-31", "2026-W04-WE"), ("2026-02-01", "2026-W04-WE")],
)
def test_a_weekend_over_is_that_of_the_week_before(published: str, value: str) -> None:
    found = timex.find("Am vergangenen Wochenende schneite es.", date.fromisoformat(published))
    assert [d.value for d in found] == [value]


def test_a_time_in_a_line_of_its_own_heads_an_entry_of_today() -> None:
    found = timex.find("Fünf starben am Sonntag.\n\n06:05 Uhr\nDrohnen kommen.", date(2014, 3, 12))
    assert [d.value for d in found] == ["2014-03-09", "2014-03-12T06:05"]


def test_extremes_of_the_calendar_are_no_error() -> None:
    text = "Vorgestern, vor 5000 Jahren, in 9000 Jahren soll, zu Ostern, am 1. März, nächste Woche, Nacht zum Sonntag"
    for published in (date.min, date.max):
        for found in timex.find(text, published):
            assert not re.search(r"-\d-|^-", found.value)


def test_a_time_in_the_headline_is_of_the_day_told_further_on() -> None:
    text = "Das Beben kam um 3.24 Uhr\n\nIn der Nacht zum Dienstag gegen 3.24 Uhr wackelte die Wand."
    found = timex.find(text, date(2026, 1, 28))
    assert [(d.value, d.earliest) for d in found[::2]] == [("2026-01-27T03:24", "2026-01-27")] * 2
    assert timex.find(text.replace("gegen 3.24", "gegen 4"), date(2026, 1, 28))[0].value == "2026-01-28T03:24"


def test_the_year_of_an_issue_is_known_without_its_day() -> None:
    head = "Der Bote, Ausgabe 36/2008\n"
    body = (
        "Am 26. Mai begann es, am Montag darauf trat er ab. Im Oktober wird gewählt, nächstes Jahr auch; zu Pfingsten"
    )
    found = timex.find(
        head + body + " war Ruhe. Heuer, im Vorjahr und am Freitag nicht.", None, masked=[(0, len(head))]
    )
    assert [d.value for d in found] == [
        *("2008-05-26", "2008-06-02", "2008-10", "2009", "2008-05-11", "2008", "2007", "XXXX-WXX-5"),
    ]


def test_a_day_to_come_ends_with_its_paragraph() -> None:
    text = "Am 20. Juli wird gezahlt.\n\nDer Wirt sperrt am Abend trotzdem auf."
    assert [d.value for d in timex.find(text, date(2015, 7, 5))] == ["2015-07-20", "2015-07-05TEV"]


def test_a_day_to_come_goes_on_where_what_follows_is_to_come() -> None:
    text = "Am Dienstag kommen die Minister nach Wien.\n\nDie Sitzung beginnt um 9 Uhr."
    assert [d.value for d in timex.find(text, date(2026, 1, 25))] == ["2026-01-27", "2026-01-27T09:00"]
