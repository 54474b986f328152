"""What is written, without a browser: policy, links, size, the same bytes twice, and what is left out."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from time import process_time
from urllib.parse import unquote

import pytest
from running import peacetalks

from peacetalks_cli.facts import Record
from peacetalks_cli.query import Origin
from peacetalks_cli.query.overview import Overview
from peacetalks_cli.query.reading import marks
from peacetalks_cli.render import html

Make = Callable[..., Path]


class Links(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [found["href"]] if tag == "a" and found.get("href") else []


def dead_links(*pages: Path) -> list[str]:
    parsed = {page.resolve(): Links(page) for page in pages}
    ids = {page: set(links.ids) for page, links in parsed.items()}
    dead = []
    for page, links in parsed.items():
        for link in links.links:
            file, _, fragment = link.partition("#")
            target = (page.parent / unquote(file)).resolve() if file else page
            if target not in ids or (fragment and fragment not in ids[target]):
                dead.append(f"{page.name}: {link}")
    return dead


@pytest.mark.parametrize("kind", ["inline", "none"])
def test_every_link_leads_somewhere_and_no_id_comes_twice(make: Make, kind: str) -> None:
    page = make(f"links-{kind}.html", "--texts", kind)
    assert dead_links(page) == []
    ids = Links(page).ids
    assert len(ids) == len(set(ids))


def test_links_between_files_lead_somewhere_whatever_their_names(make: Make) -> None:
    page = make("eine Woche #1 & mehr?.html", "--texts", "files", "--language", "de")
    companions = sorted((page.parent / "eine Woche #1 & mehr?-texts").iterdir())
    assert len(companions) == 5
    assert dead_links(page, *companions) == []


def test_the_policy_allows_the_own_style_and_script_and_nothing_else(make: Make, page_file: Path) -> None:
    for page in (page_file, *make("apart.html", "--texts", "files", "--language", "en").parent.glob("apart-texts/*")):
        written = page.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)
        assert policy
        digests = set(re.findall(r"sha256-([A-Za-z0-9+/=]+)", policy[1].replace("&#43;", "+").replace("&#39;", "'")))
        parts = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", written, re.DOTALL)
        assert digests == {base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in parts}
        assert len(parts) == 2
        assert "default-src &#39;none&#39;" in policy[1]
        assert "style=" not in written
        assert not re.search(r"\son\w+=", written)


def test_the_page_is_small(page_file: Path, records: list[Record]) -> None:
    texts = sum(len(record.article.text.encode()) for record in records)
    assert page_file.stat().st_size - texts < 300_000


def test_the_same_bytes_from_the_store_and_from_files(newsroom: Path, page_file: Path) -> None:
    for name, *paths in (("again.html",), ("paths.html", "seeds")):
        assert peacetalks("report", *paths, "-q", "-o", name, "--language", "de", "--jobs", 1, cwd=newsroom) == 0
        assert (newsroom / name).read_bytes() == page_file.read_bytes()


def test_a_text_in_two_files_comes_once(newsroom: Path, tmp_path: Path) -> None:
    seed = next((newsroom / "seeds").glob("*donbass*")).read_bytes()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(seed)
    assert peacetalks("report", "a.txt", "b.txt", "--no-store", "-q", "--jobs", 1, "-o", "r.html", cwd=tmp_path) == 0
    assert (tmp_path / "r.html").read_text(encoding="utf-8").count("<article ") == 1


def test_only_articles_that_are_asked_for(make: Make) -> None:
    assert make("late.html", "--since", "2026-01-25").read_text(encoding="utf-8").count("<article ") == 3
    assert make("file.html", "--file", "*miami*").read_text(encoding="utf-8").count("<article ") == 1


@pytest.mark.parametrize(("locale", "language"), [("de_AT.UTF-8", "de"), ("en_GB.UTF-8", "en"), ("C", "en")])
def test_the_language_is_that_of_the_locale(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, locale: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert peacetalks("report", "--texts", "none", "-o", "locale.html", cwd=newsroom) == 0
    assert f'<html lang="{language}">' in (newsroom / "locale.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("--texts", "files"), 2, "--texts files needs a page to lie beside"),
        (("--texts", "files", "-o", "-"), 2, "--texts files needs a page to lie beside"),
        (("-o", "no/such/folder/r.html"), 2, "no/such/folder/r.html: cannot be written"),
        (("--no-store",), 2, "with --no-store name the articles"),
        (("--store", "empty.db"), 2, "empty.db"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    newsroom: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, message: str
) -> None:
    assert peacetalks("report", *arguments, cwd=newsroom) == status
    written = capsys.readouterr()
    assert written.out == ""
    assert message in written.err
    assert written.err.count("\n") == 1


def test_no_page_for_a_terminal(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("peacetalks_cli.cli.report.is_terminal", lambda _: True)
    assert peacetalks("report", cwd=newsroom) == 2
    assert "name a file: -o report.html" in capsys.readouterr().err


def test_a_file_in_the_place_of_the_folder(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (newsroom / "taken-texts").write_text("")
    assert peacetalks("report", "--texts", "files", "-o", "taken.html", cwd=newsroom) == 2
    assert "taken-texts: cannot be made" in capsys.readouterr().err
    assert not (newsroom / "taken.html").exists()


def many(records: list[Record], count: int) -> Iterator[tuple[Origin, Record]]:
    """The records again and again, as if of other articles."""
    for n in range(count):
        record = records[n % len(records)]
        yield Origin(f"{n:016x}"[::-1], (f"{n}.txt",), record.article.published), record


def written(records: list[Record], count: int) -> str:
    overview = Overview()
    sections = []
    for origin, record in many(records, count):
        line = overview.add(origin, record)
        dates = [{**vars_of(one), "reason": None} for one in record.dates]
        numbers = [{**vars_of(one), "reasons": []} for one in record.numbers]
        rows = marks(origin, record, dates, numbers, overview.people_ids, overview.place_ids)
        sections.append(html.article(line, record.article.text, rows, language="de", is_open=False))
    return "".join(html.Report(overview, "de", "1").page(sections))


def vars_of(fact: object) -> dict[str, object]:
    return {name: getattr(fact, name) for name in fact.__dataclass_fields__}  # type: ignore[attr-defined]


def test_many_articles_are_told_what_is_left_out_and_every_link_still_leads_somewhere(
    records: list[Record], tmp_path: Path
) -> None:
    page = tmp_path / "many.html"
    page.write_text(written(records, 120), encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    assert re.search(r"600 von \d{3,} gezeigt; alle: peacetalks numbers --csv", text)
    assert re.search(r"60 von \d+ gezeigt; alle: peacetalks numbers --topic outage", text)
    assert "400 von " in text
    assert dead_links(page) == []


def test_the_making_is_linear(records: list[Record]) -> None:
    took = []
    for count in (30, 120):
        before = process_time()
        written(records, count)
        took.append(process_time() - before)
    assert took[1] < 8 * took[0]
