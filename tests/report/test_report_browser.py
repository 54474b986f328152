"""The page in a real browser: it asks for nothing, and all of it can be seen by everybody."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peacetalks_cli.facts import Record

Look = Callable[..., Any]
CARD = ".prose .number a"


@pytest.fixture
def one_article(make: Callable[..., Path]) -> Path:
    """The engine of accessibility looks at every element, so there are to be few (see `violations`)."""
    return make("one.html", "--file", "*donbass*", "--language", "de")


_FEW_OF_EACH = """
for (const [parents, kept] of [["tbody", 6], ["#timeline", 6], ["#timeline ul", 3], [".prose", 8], ["select", 5]])
  for (const parent of document.querySelectorAll(parents))
    [...parent.children].slice(kept).forEach((one) => one.remove());
"""


def violations(page: Any) -> list[str]:
    """What axe-core finds in the page, of which only a few of each kind of row are left."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  (only where there is a browser)

    page.evaluate(_FEW_OF_EACH)
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['failureSummary']}" for one in found for node in one["nodes"]]


def overflow(page: Any) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_highlights_are_those_of_the_records(look: Look, page_file: Path, records: list[Record]) -> None:
    page = look(page_file)
    marked = page.eval_on_selector_all(
        "article mark[id]",
        "marks => marks.map((m) => [m.closest('article').dataset.article, m.classList[1], m.textContent])",
    )
    expected = []
    for record in records:
        article = record.article.id[:8]
        for kind, entities in (
            ("person", record.people), ("place", record.places), ("organization", record.organizations),
        ):  # fmt: skip
            expected += [(article, kind, mention.text) for one in entities for mention in one.mentions]
        expected += [(article, "date", one.text) for one in record.dates]
        expected += [(article, "number", one.text) for one in record.numbers]
    assert len(expected) > 200
    assert sorted(tuple(one) for one in marked if one[1] != "source") == sorted(expected)
    assert page.locator("#statements tbody tr").count() == sum(len(record.numbers) for record in records)


def test_sources_are_marked_where_they_are_named(look: Look, page_file: Path, records: list[Record]) -> None:
    texts = look(page_file).locator("mark.source[id]").all_text_contents()
    named = {number.source.text for record in records for number in record.numbers if number.source}
    assert named
    assert set(texts) == named


def test_toggles_take_a_kind_of_highlight_away_and_leave_the_words(look: Look, page_file: Path) -> None:
    page = look(page_file)
    mark = page.locator(".prose mark.person").first
    background = "getComputedStyle(document.querySelector('.prose mark.person')).backgroundColor"
    before = page.evaluate(background)
    page.uncheck("#show-person")
    assert page.evaluate(background) == "rgba(0, 0, 0, 0)" != before
    assert mark.is_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 360)])
def test_no_violation_of_accessibility(look: Look, one_article: Path, scheme: str, width: int) -> None:
    page = look(one_article, color_scheme=scheme, width=width)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.locator(CARD).first.click()
    assert page.locator("#card").is_visible()
    assert violations(page) == []


def test_colours_follow_the_scheme(look: Look, one_article: Path) -> None:
    light, dark = (
        look(one_article, color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    )
    brightness = [sum(map(int, colour[4:-1].split(","))) for colour in (light, dark)]
    assert brightness[0] > 700
    assert brightness[1] < 150


@pytest.mark.parametrize("width", [360, 1440])
def test_no_width_makes_the_page_scroll_sideways(look: Look, one_article: Path, width: int) -> None:
    page = look(one_article, width=width)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert overflow(page) <= 0
    if width == 360:
        page.locator(CARD).first.click()
        box = page.locator("#card").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_print_has_all_texts_and_no_filters(look: Look, page_file: Path) -> None:
    page = look(page_file)
    assert page.locator("details.text:not([open])").count() == 2
    assert page.pdf().startswith(b"%PDF")
    assert page.locator("details.text:not([open])").count() == 0
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("#filters").is_visible()
    assert not page.locator(".toggles").first.is_visible()
    assert page.locator("#texts .prose").last.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert overflow(page) <= 0


def test_without_script_all_can_be_read_and_every_link_leads_somewhere(look: Look, page_file: Path) -> None:
    page = look(page_file, java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    assert page.locator("#statements tbody tr").last.is_visible()
    page.locator("article summary").nth(-2).click()
    assert page.locator("article .prose").last.is_visible()
    link = page.locator(CARD).first
    row = page.locator(link.get_attribute("href"))
    assert not row.is_visible()
    link.click()
    row.wait_for(state="visible")  # what it means: in the table below the text


def test_keyboard_alone(look: Look, page_file: Path) -> None:
    page = look(page_file)
    order = []
    for _ in range(14):
        page.keyboard.press("Tab")
        order.append(page.evaluate("(({ hash, name }) => hash || name)(document.activeElement)"))
    assert order[:6] == ["#content", "#figures", "#people", "#places", "#timeline", "#texts"]
    assert order[6:] == ["text", "topic", "person", "place", "from", "from", "from", "from"]

    page.locator(CARD).first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#card").is_visible()
    assert page.evaluate("document.activeElement.id") == "card-close"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#card-body') !== null")
    page.keyboard.press("Escape")
    assert not page.locator("#card").is_visible()
    assert page.evaluate("document.activeElement === document.querySelector('.prose .number a')")


def test_focus_is_seen(look: Look, page_file: Path) -> None:
    page = look(page_file)
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize(("language", "title"), [("de", "Fakten aus Artikeln"), ("en", "Facts from articles")])
def test_language_of_the_labels(look: Look, make: Callable[..., Path], language: str, title: str) -> None:
    page = look(make(f"{language}.html", "--language", language, "--texts", "none"))
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").inner_text() == title
    assert page.locator("#texts article").count() == 0
    assert page.locator("a[href^='#fact-']").count() == 0
    assert page.locator("#texts li").count() == 5


def test_texts_in_files_of_their_own(look: Look, make: Callable[..., Path]) -> None:
    page = look(make("apart.html", "--texts", "files", "--language", "en"), width=360)
    page.locator("#statements .amount a").first.click()
    page.wait_for_url("**/apart-texts/*.html#fact-*")
    assert page.locator(":target").is_visible()
    assert overflow(page) <= 0
    page.locator(":target a").click()
    page.locator("#card-body a.up").first.click()
    page.wait_for_url("**/apart.html#statement-fact-*")
    assert page.locator("tr:target").is_visible()
    page.locator("#texts li a").last.click()
    page.locator("header a").click()
    page.wait_for_url("**/apart.html")
    page.go_back()
    assert violations(page) == []
