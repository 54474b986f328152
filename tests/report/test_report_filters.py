"""Every filter, over everything, and how the address keeps them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peacetalks_cli.facts import Number, Record

Look = Callable[..., Any]
Filled = Callable[[Any], None]
LISTS = {
    "statements": "#statements tbody tr",
    "points": ".point",
    "people": "#people tbody tr",
    "places": "#places tbody tr",
    "dots": ".dot",
    "timeline": "#timeline li",
    "texts": "#texts article",
}


def counts(page: Any) -> dict[str, int]:
    return {name: len(shown(page, selector)) for name, selector in LISTS.items()}


def shown(page: Any, selector: str) -> list[str]:
    script = "(s) => [...document.querySelectorAll(s)].filter((e) => !e.closest('[hidden]')).map((e) => e.textContent)"
    return list(page.evaluate(script, selector))


def pick(page: Any, name: str, label: str) -> None:
    page.locator(f"#filters [name={name}]").select_option(label=label)


def fill(page: Any, name: str, value: str) -> None:
    page.locator(f"#filters [name={name}]").fill(value)


def day(record: Record, number: Number) -> str | None:
    """The day named or, without one, that of publication."""
    named = re.match(r"\d{4}-\d\d-\d\d", number.date or "")
    return named[0] if named else record.article.published


def figures(records: list[Record], wanted: Callable[[Record, Number], bool]) -> int:
    return sum(wanted(record, number) for record in records for number in record.numbers)


def test_topic(look: Look, page_file: Path, records: list[Record]) -> None:
    page = look(page_file)
    pick(page, "topic", "Drohnen")
    found = counts(page)
    assert found["statements"] == figures(records, lambda _, number: number.topic == "drones")
    assert found["points"] == found["statements"]
    assert page.locator("[data-chart]:visible").count() == 1
    assert found["texts"] == sum(any(n.topic == "drones" for n in record.numbers) for record in records)
    assert 0 < found["timeline"] < page.locator(LISTS["timeline"]).count()
    assert f"{found['statements']} von" in page.locator("#count").inner_text()


def test_topic_of_people_and_places_is_that_of_their_sentences(look: Look, page_file: Path) -> None:
    page = look(page_file)
    pick(page, "topic", "Ohne Strom, Wärme, Wasser")
    names = [text.split("\n")[0].strip() for text in shown(page, "#people tbody th")]
    assert "Oleksij Kuleba" in names
    assert "Donald Trump" not in names
    assert "Tschernihiw" in [text.strip() for text in shown(page, "#places tbody th")]


def test_person(look: Look, page_file: Path, records: list[Record]) -> None:
    page = look(page_file)
    pick(page, "person", "Vitali Klitschko")
    assert all("Klitschko" in row for row in shown(page, "#statements tbody tr .sentence span:first-child"))
    assert any(row.strip().startswith("Vitali Klitschko") for row in shown(page, LISTS["people"]))
    named = [record for record in records if any(one.name == "Vitali Klitschko" for one in record.people)]
    assert len(shown(page, LISTS["texts"])) == len(named) < len(records)
    assert all("Klitschko" in line for line in shown(page, "#timeline li .sentence"))


def test_place(look: Look, page_file: Path, records: list[Record]) -> None:
    page = look(page_file)
    pick(page, "place", "Tschernihiw")
    rows = shown(page, "#statements tbody tr .sentence span:first-child")
    assert rows
    assert all("Tschernihiw" in row for row in rows)
    named = [record for record in records if any(one.name == "Tschernihiw" for one in record.places)]
    assert len(shown(page, LISTS["texts"])) == len(named) < len(records)
    dots = shown(page, ".dot")
    assert any("Tschernihiw" in dot for dot in dots)
    assert len(dots) < page.locator(".dot").count()


def test_article(look: Look, page_file: Path, records: list[Record]) -> None:
    page = look(page_file)
    record = next(record for record in records if record.article.title)
    pick(page, "article", str(record.article.title))
    found = counts(page)
    assert found["texts"] == 1
    assert found["statements"] == len(record.numbers)
    assert found["people"] == len(record.people)
    assert found["places"] == len(record.places)


@pytest.mark.parametrize(("since", "until"), [("2026-01-25", ""), ("", "2026-01-24"), ("2026-01-24", "2026-01-24")])
def test_days(look: Look, page_file: Path, records: list[Record], since: str, until: str) -> None:
    page = look(page_file)
    fill(page, "from", since)
    fill(page, "until", until)

    def within(one: str | None) -> bool:
        return bool(one) and since <= str(one) <= (until or "9999")

    assert counts(page)["statements"] == figures(records, lambda record, number: within(day(record, number)))
    assert counts(page)["texts"] == sum(within(record.article.published) for record in records)


def test_text(look: Look, page_file: Path) -> None:
    page = look(page_file)
    fill(page, "text", "KRAMATORSK")
    found = [text for selector in LISTS.values() for text in shown(page, selector)]
    assert found
    assert all("kramatorsk" in text.lower() for text in found)
    fill(page, "text", "gibt es nirgends")
    assert sum(counts(page).values()) == 0
    assert page.locator("#count").inner_text() == "Nichts passt zu diesen Filtern."


def test_filters_together_are_kept_by_the_address_until_they_are_reset(look: Look, page_file: Path) -> None:
    page = look(page_file)
    everything = counts(page)
    pick(page, "topic", "Ohne Strom, Wärme, Wasser")
    pick(page, "person", "Oleksij Kuleba")
    pick(page, "place", "Kiew")
    fill(page, "from", "2026-01-25")
    fill(page, "text", "Menschen")
    kept = counts(page)
    assert 0 < kept["statements"] < everything["statements"]
    assert "topic=outage" in page.url
    page.reload()
    assert counts(page) == kept
    assert page.locator("[name=person]").evaluate("(e) => e.selectedOptions[0].label") == "Oleksij Kuleba"
    again = look(page_file, page.url.partition("report.html")[2])
    assert counts(again) == kept
    again.locator("#filters button").click()
    again.wait_for_timeout(50)
    assert counts(again) == everything
    assert "?" not in again.url


def test_days_and_charts_without_anything_left_are_not_shown(look: Look, page_file: Path) -> None:
    page = look(page_file, "?topic=troops")
    assert page.locator("[data-chart]:visible").count() == 1
    assert page.locator("#timeline h3:visible").count() == page.locator("#timeline [data-group]:not([hidden])").count()
