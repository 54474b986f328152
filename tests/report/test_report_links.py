"""From charts, map and tables to the text and back, and links that others have kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Look = Callable[..., Any]


def target(page: Any) -> Any:
    """The id of what the address points at, which must be in sight."""
    found = page.locator(":target")
    found.wait_for()
    page.wait_for_timeout(50)
    box = found.bounding_box()
    assert 0 <= box["y"] + box["height"] / 2 <= page.viewport_size["height"]
    return found.get_attribute("id")


def test_from_a_chart_to_the_table_to_the_text_and_back(look: Look, page_file: Path) -> None:
    page = look(page_file)
    page.locator("[data-chart=outage] .point").nth(3).click()
    statement = target(page)
    assert statement.startswith("statement-fact-")
    page.locator("tr:target td.amount a").click()
    fact = target(page)
    assert statement == f"statement-{fact}"
    page.locator("mark:target a").click()
    page.locator("#card-body a.up").click()
    assert target(page) == statement
    assert not page.locator("#card").is_visible()
    page.locator("tr:target td a").first.click()
    assert target(page) == f"point-{fact}"


def test_from_the_map_to_the_table_to_the_text_and_back(look: Look, page_file: Path) -> None:
    page = look(page_file)
    dot = page.locator("a.dot[id]", has_text="Charkiw")
    place = dot.get_attribute("href")
    dot.locator("circle").click()
    assert f"#{target(page)}" == place
    page.locator("tr:target th a[href]").click()
    assert target(page) == f"map-{place[1:]}"
    page.locator(f"{place} td a").first.click()
    assert page.locator("mark:target").inner_text() == "Charkiw"
    page.locator("mark:target a").click()
    page.locator("#card-body a.up").click()
    assert f"#{target(page)}" == place


def test_from_people_to_the_text_and_back(look: Look, page_file: Path) -> None:
    page = look(page_file)
    row = page.locator("#people tr", has_text="Vitali Klitschko")
    row.locator("td a").first.click()
    assert "Klitschko" in page.locator("mark:target").inner_text()
    page.locator("mark:target a").click()
    assert "Vitali Klitschko" in page.locator("#card-body").inner_text()
    page.locator("#card-body a.up").click()
    assert target(page) == row.get_attribute("id")


def test_from_the_timeline_to_the_text_and_back(look: Look, page_file: Path) -> None:
    page = look(page_file)
    line = page.locator("#timeline li").nth(2)
    words = line.locator("a").inner_text()
    line.locator("a").click()
    assert page.locator("mark:target").inner_text() == words
    page.locator("mark:target a").click()
    page.locator("#card-body a.up").click()
    assert target(page) == line.get_attribute("id")


def test_a_fact_opens_its_text_and_survives_reloading(look: Look, page_file: Path) -> None:
    closed = look(page_file).locator("article details.text:not([open]) mark.number[id]").last.get_attribute("id")
    page = look(page_file, f"#{closed}")
    assert target(page) == closed
    page.reload()
    assert target(page) == closed
    assert page.url.endswith(f"#{closed}")


def test_the_card_links_to_the_fact_itself(look: Look, page_file: Path) -> None:
    page = look(page_file)
    mark = page.locator("mark.date[id]").first
    mark.locator("a").first.click()
    page.locator("#card-body a:not(.up)").last.click()
    assert target(page) == mark.get_attribute("id")
    assert not page.locator("#card").is_visible()


def test_a_link_leads_out_of_the_filters(look: Look, page_file: Path) -> None:
    page = look(page_file, "?topic=drones")
    hidden = page.locator("#statements tr[hidden]").first.get_attribute("id")
    page.goto(f"{page.url}#{hidden}")
    assert target(page) == hidden
    assert "topic" not in page.url


@pytest.mark.parametrize("fragment", ["#", "#fact-00000000-n1", "#%E0%A4%A", "?length=3&topic=nonsense&x=1"])
def test_addresses_that_lead_nowhere_do_no_harm(look: Look, page_file: Path, fragment: str) -> None:
    page = look(page_file, fragment)
    assert page.locator("#statements tbody tr").first.is_visible()
