"""The words of a report in both languages."""

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from peacetalks_cli.facts import TOPICS, Record
from peacetalks_cli.german import timex
from peacetalks_cli.query import Origin, figures, timeline
from peacetalks_cli.query.overview import Known
from peacetalks_cli.query.reading import marks
from peacetalks_cli.render.html.labels import labels

DE, EN = labels("de"), labels("en")


def amount(value: float, **more: Any) -> dict[str, Any]:
    return {"value": value, "low": None, "high": None, "modifier": None, "unit": None, **more}


def test_both_languages_have_the_same_words() -> None:
    assert set(DE.words) - {"rules", "names"} == set(EN.words)
    for table in ("topics", "details", "parts", "kinds", "units"):
        assert DE.words[table].keys() == EN.words[table].keys()
    assert set(DE.words["topics"]) == set(TOPICS)
    topics = files("peacetalks_cli.data").joinpath("topics.toml").read_text(encoding="utf-8")
    assert set(DE.words["details"]) == set(re.findall(r'(?m)^detail = "(.*)"', topics))


def test_no_word_is_idle() -> None:
    folder = files("peacetalks_cli.render.html")
    sources = [path for path in Path(str(folder)).rglob("*") if path.suffix in (".py", ".jinja")]
    written = "".join(path.read_text(encoding="utf-8") for path in sources)
    by_name = {*_meanings(), "unit", "relation", "source", "person", "organization", "number"}
    words = {key for key, value in DE.words.items() if isinstance(value, str)}
    assert {key for key in words - by_name if not re.search(rf"\bt\.{key}\b", written)} == set()


def _meanings() -> set[str]:
    """What is said of a mark: the labels that the cards look up by their names."""
    return {"name", "roles", "kind", "country", "value", "day", "counted", "place", "date", "topic", "who"}


@pytest.mark.parametrize(
    ("fact", "german", "english", "short"),
    [
        (amount(3000, modifier="approx"), "~ 3.000", "~ 3,000", "~ 3.000"),
        (amount(45, low=45, high=50, unit="%", modifier="min"), "≥ 45–50 %", "≥ 45–50 %", "≥ 45–50"),
        (amount(1234.5, unit="km²"), "1.234,5 km²", "1,234.5 km²", "1.234,5"),
        (amount(2_500_000_000, unit="EUR"), "2.500.000.000 Euro", "2,500,000,000 euros", "2,5 Mrd."),
        (amount(6e8, low=6e8, high=7e8), "600.000.000–700.000.000", "600,000,000–700,000,000", "600–700 Mio."),
        (amount(9e8, low=9e8, high=2e9), "900.000.000–2.000.000.000", "900,000,000–2,000,000,000", "900 Mio.–2 Mrd."),
        (amount(40, low=40, modifier="more_than"), "> 40", "> 40", "> 40"),
    ],
)
def test_amounts(fact: dict[str, Any], german: str, english: str, short: str) -> None:
    assert DE.amount(fact) == german
    assert EN.amount(fact) == english
    assert DE.amount(fact, short=True) == short


@pytest.mark.parametrize(
    ("first", "last", "german", "english"),
    [
        ("2026-01-24", "2026-01-24", "24. Jan. 2026", "24 Jan 2026"),
        ("2026-02-01", "2026-02-28", "Feb. 2026", "Feb 2026"),
        ("2026-01-01", "2026-12-31", "2026", "2026"),
        ("2026-01-22", "2026-02-07", "22. Jan. 2026 – 7. Feb. 2026", "22 Jan 2026 – 7 Feb 2026"),
        ("2025-12-01", "2026-02-28", "1. Dez. 2025 – 28. Feb. 2026", "1 Dec 2025 – 28 Feb 2026"),
    ],
)
def test_days(first: str, last: str, german: str, english: str) -> None:
    assert DE.days(first, last) == german
    assert EN.days(first, last) == english


@pytest.mark.parametrize(
    ("value", "german"),
    [
        ("2026-01-24TNI", "24. Jan. 2026, Nacht"),
        ("2026-01-24T20:00", "24. Jan. 2026, 20:00"),
        ("2026-01-24", "24. Jan. 2026"),
        ("2026-W04", "2026-W04"),
        ("2026-01", "2026-01"),
        ("P3D", "P3D"),
    ],
)
def test_moments(value: str, german: str) -> None:
    assert DE.said("date", value) == german


@pytest.mark.parametrize(
    ("reasons", "german"),
    [
        ([("", "bis: coming June")], "„bis“ weist voraus: Juni"),
        ([("", "counted from 2026-01-28, the article's date")], "gerechnet vom 28. Jan. 2026, dem Tag des Artikels"),
        ([("", "counted from 2018, which is told of")], "gerechnet von 2018, wovon erzählt wird"),
        ([("", "no year: nearest to 2026-01-28")], "ohne Jahr: das nächstliegende zum 28. Jan. 2026"),
        ([("", "the article's own Friday")], "Tag des Artikels selbst: Freitag"),
        ([("source", "named in the sentence by laut"), ("counted", "the noun after")],
         "Quelle: im Satz genannt mit „laut“; Was: Nomen danach"),
        ([("", "the surname alone, genitive ending cut")], "nur der Nachname, ohne die Endung des Genitivs"),
        ([("", "the surname alone in another spelling, which sounds the same (selenskyj)")],
         "nur der Nachname in anderer, gleich klingender Schreibweise (selenskyj)"),
        ([("", "what nobody has said yet")], "what nobody has said yet"),
    ],
)  # fmt: skip
def test_reasons_in_german(reasons: list[tuple[str, str]], german: str) -> None:
    assert DE.why(reasons) == german


def test_every_reason_in_the_seeds_has_german_words(records: list[Record]) -> None:
    rules = set()
    for record in records:
        origin = Origin(record.article.id, ("a",), record.article.published)
        _, dates = timeline.explained(origin, record)
        _, numbers = figures.explained(origin, record)
        for mark in marks(origin, record, dates, numbers, Known("p"), Known("l")):
            rules |= {rule for _, rule in mark["reasons"]}
    assert len(rules) > 20
    assert {rule for rule in rules if DE.rule(rule) == rule} == set(), "give them words in labels.toml, [de.rules]"


def test_every_reason_of_the_dates_has_german_words() -> None:
    texts = (
        "Die Frist läuft bis Juni. Am Freitag soll er sprechen. Freitag in Wien. Am Mittwoch kam er. Im Sommer trafen "
        "sie einander. Ein Brief vom 3. März 2019. Das Treffen von Ostern. Gestern kam er. Am 5. Jänner kam er, tags "
        "darauf sie. 2018 kam er, ein Jahr später sie. Am Montag kam er, am Abend sie. Nach drei Tagen kam er täglich, "
        "damals. In dieser Woche."
    )
    rules = {why for day in (date(2026, 1, 28), None) for _, why in timex.explain(texts, day) if why}
    assert len(rules) > 12
    assert {rule for rule in rules if DE.rule(rule) == rule} == set(), "give them words in labels.toml, [de.rules]"


def test_words_of_other_articles_are_not_mixed_up(records: list[Record]) -> None:
    """Anchors hold the article, so the same text elsewhere has others."""
    record = records[0]
    rows = [
        marks(origin, replace(record, numbers=(), dates=()), [], [], Known("p"), Known("l"))
        for origin in (Origin("a" * 16, ("a",), None), Origin("b" * 16, ("b",), None))
    ]
    assert not {row["id"] for row in rows[0]} & {row["id"] for row in rows[1]}
