"""What an article says is shown and never done."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from running import peacetalks

from peacetalks_cli.facts import Record
from peacetalks_cli.store import Store

Look = Callable[..., Any]
EVIL = (
    "<script>document.title = 'taken'</script></script><!-- </style> --> "
    "<img src=https://example.org/x onerror=\"document.title = 'taken'\"> ]]> {{ 7 * 7 }} {% raw %} &amp; &#60;b&#62;"
)
TEXT = "\n\n".join(
    (
        "Drohnen über Kiew",
        f"Olena Bondar sagte am Dienstag in Kiew, 375 Drohnen {EVIL} seien abgeschossen worden.",
        "In \u202eCharkiw\u202c waren\u2066 nach Angaben von Olena Bondar 1.200 Menschen\u200b ohne Strom.",
        "Nichts\x00 \x07als \ud83d Zeichen: \udc00 und in Odessa 12 Tote.",
        "x" * 10_000 + " meldete 14 Verletzte in Poltawa.",
        "(" * 1_000 + "40 Raketen" + ")" * 1_000 + " trafen Sumy.",
        "<mark class='hl person' id='card'>" * 50 + " 60 Soldaten",
    )
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    line = {"text": TEXT, "title": f"{EVIL} \u202e\x00\ud800", "published": "2026-02-03", "source": EVIL}
    (folder / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    done = peacetalks("report", "a.jsonl", "-q", "--jobs", 1, "--language", "de", "-o", "report.html", cwd=folder)
    assert done == 0
    return folder / "report.html"


@pytest.fixture(scope="module")
def record(hostile: Path) -> Record:
    with Store.open(hostile.parent / ".peacetalks" / "facts.db", create=False) as store:
        (one,) = store.records()
    return one


@pytest.mark.parametrize("width", [360, 1440])
def test_it_is_inert_and_keeps_its_place(look: Look, hostile: Path, record: Record, width: int) -> None:
    page = look(hostile, width=width)
    assert page.title().startswith("Fakten aus Artikeln")
    assert page.locator("body img, body b:not(.track b), article script").count() == 0
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    prose = page.locator(".prose").text_content()
    assert "<script>document.title = 'taken'</script>" in prose
    assert "{{ 7 * 7 }} {% raw %} &amp; &#60;b&#62;" in prose
    for kind, facts in (("number", record.numbers), ("date", record.dates)):
        assert page.locator(f"mark.{kind}[id]").count() == len(facts) > 0
    assert page.locator("mark.place[id]").count() == sum(len(place.mentions) for place in record.places) > 0
    assert page.locator("#statements tbody tr").count() == len(record.numbers) >= 5


def test_a_card_over_it_is_inert_too(look: Look, hostile: Path) -> None:
    page = look(hostile, "?text=drohnen")
    page.locator(".prose .number a").first.click()
    assert "375" in page.locator("#card-title").inner_text()
    assert page.locator("#card script").count() == 0


def test_no_character_is_left_that_could_turn_a_line_or_hide(hostile: Path) -> None:
    written = hostile.read_bytes().decode("utf-8")  # lone surrogates would not be UTF-8
    allowed = set("\n\t")
    odd = {c for c in written if (ord(c) < 32 and c not in allowed) or c in "\u202e\u202c\u2066\u200b\x7f\ufeff"}
    assert odd == set()
    assert "\\ud8" not in written


def test_an_article_without_anything(look: Look, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nichts.", encoding="utf-8")
    done = peacetalks(
        "report", "a.txt", "--no-store", "-q", "--jobs", 1, "--language", "en", "-o", "r.html", cwd=tmp_path
    )
    assert done == 0
    page = look(tmp_path / "r.html")
    assert page.locator("article").count() == 1
    assert page.locator("svg").count() == 0
    assert page.locator("#count").inner_text() == "0 of 0 statements, 1 of 1 articles"
