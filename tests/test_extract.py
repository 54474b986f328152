"""The flow for one article and for many: order, cache, processes."""

import json
import multiprocessing
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from peacetalks_cli import extract as flow
from peacetalks_cli.extract import extract, extract_all, installed
from peacetalks_cli.facts import Article, Name, Number, Pipeline, Record
from peacetalks_cli.store import Store

PIPELINE = Pipeline("de_test", "1.0.0")


class FakeAnnotator:
    """Finds the name in the article's first words; counts what it was given."""

    pipeline = PIPELINE
    full = False

    def __init__(self) -> None:
        self.seen: list[str] = []

    def annotate(self, articles: Iterable[Article]) -> Iterator[Any]:
        for article in articles:
            self.seen.append(article.file)
            names = (Name("Anna Berg", 0, 9, "PER"), Name("Genf", 25, 29, "LOC"))
            number = Number(
                "40", 36, 38, 1, 40, 40, 40, None, None, "Drohnen", "drones", None, None, None, None, article.text
            )
            yield SimpleNamespace(names=names, dates=(), numbers=(number,))


def articles(count: int) -> Iterator[Article]:
    for n in range(count):
        yield Article(f"Anna Berg nannte heute in Genf etwa 40 Drohnen, Meldung {n}.", f"{n}.txt")


@pytest.fixture
def annotator(monkeypatch: pytest.MonkeyPatch) -> FakeAnnotator:
    fake = FakeAnnotator()
    monkeypatch.setattr(flow, "_annotator", lambda model, topics: fake)
    monkeypatch.setattr(flow, "installed", lambda model: PIPELINE)
    return fake


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "facts.db", create=True) as store:
        yield store


def test_one_article(annotator: FakeAnnotator) -> None:
    article = Article("Anna Berg nannte heute in Genf etwa 40 Drohnen.", "a.txt")
    record = extract(article, annotator)  # type: ignore[arg-type]
    assert record.article is article
    assert record.pipeline == PIPELINE
    assert [(person.name, person.mentions[0].text) for person in record.people] == [("Anna Berg", "Anna Berg")]
    assert [number.value for number in record.numbers] == [40]


def test_known_articles_are_not_annotated_again(annotator: FakeAnnotator, store: Store) -> None:
    first = list(extract_all(articles(3), store=store))
    assert annotator.seen == ["0.txt", "1.txt", "2.txt"]
    again = list(extract_all(articles(5), store=store))
    assert annotator.seen[3:] == ["3.txt", "4.txt"]
    assert again[:3] == first
    assert [record.article.file for record in again] == [f"{n}.txt" for n in range(5)]


def test_another_pipeline_annotates_again(
    annotator: FakeAnnotator, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(extract_all(articles(1), store=store))
    monkeypatch.setattr(flow, "installed", lambda model: Pipeline("de_test", "1.0.1"))
    list(extract_all(articles(1), store=store))
    assert len(annotator.seen) == 2


def test_nothing_is_loaded_for_known_articles(
    annotator: FakeAnnotator, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(extract_all(articles(2), store=store))
    monkeypatch.setattr(flow, "_annotator", lambda model, topics: pytest.fail("loaded"))
    assert len(list(extract_all(articles(2), store=store))) == 2


def test_each_record_comes_and_is_saved_before_the_next_article_is_read(annotator: FakeAnnotator, store: Store) -> None:
    read: list[str] = []

    def watched() -> Iterator[Article]:
        for article in articles(3):
            read.append(article.file)
            yield article

    records = extract_all(watched(), store=store)
    for done in range(1, 4):
        next(records)
        assert len(read) == done
        assert store.info().articles == done


@pytest.mark.parametrize("count", [1, flow.AHEAD + 5])
def test_little_work_starts_no_process(annotator: FakeAnnotator, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(flow, "ProcessPoolExecutor", lambda *_, **__: pytest.fail("started"))
    assert [record.article.file for record in extract_all(articles(count), jobs=4)] == [
        f"{n}.txt" for n in range(count)
    ]


def test_what_is_known_is_no_work(annotator: FakeAnnotator, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    list(extract_all(articles(40), store=store))
    monkeypatch.setattr(flow, "WORTH", 100)
    monkeypatch.setattr(flow, "ProcessPoolExecutor", lambda *_, **__: pytest.fail("started"))
    read = 0

    def watched() -> Iterator[Article]:
        nonlocal read
        for article in articles(41):
            read += 1
            yield article

    for done, _record in enumerate(extract_all(watched(), store=store, jobs=4), start=1):
        assert read <= done + 1  # nothing piles up


META = [
    ({"lang": "de", "name": "x", "version": "2"}, Pipeline("de_x", "2")),
    ({"lang": "de"}, None),
    ([], None),
]


@pytest.mark.parametrize(("meta", "pipeline"), META)
def test_name_and_version_without_loading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meta: Any, pipeline: Pipeline | None
) -> None:
    (tmp_path / "meta.json").write_text(json.dumps(meta))
    assert installed(str(tmp_path)) == pipeline
    package = tmp_path / "de_some_model"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('must not be imported')")
    (package / "meta.json").write_text(json.dumps(meta))
    monkeypatch.syspath_prepend(str(tmp_path))
    assert installed("de_some_model") == pipeline


def test_no_such_pipeline(tmp_path: Path) -> None:
    assert installed("no_such_pipeline") is None
    assert installed("no such pipeline") is None
    assert installed(str(tmp_path)) is None
    assert installed("") is None


def test_processes_find_the_same_in_the_same_order(model: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "WORTH", 200)
    alone = list(extract_all(articles(12), model=model))
    list(
        extract_all(
            (article for article in articles(12) if article.file in ("4.txt", "7.txt")), model=model, store=store
        )
    )
    given: list[object] = []
    submit = flow._submit
    monkeypatch.setattr(flow, "_submit", lambda pool, article, how: given.append(article) or submit(pool, article, how))
    together = list(extract_all(articles(12), model=model, store=store, jobs=3))
    assert given
    assert together == alone
    assert [record.people[0].name for record in together] == ["Anna Berg"] * 12
    assert store.info().articles == 12
    assert together[0].pipeline == Pipeline("de_tiny", "3.2.1") == installed(model)
    assert multiprocessing.active_children() == []


def test_processes_end_when_nobody_wants_more(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "WORTH", 300)
    read: list[str] = []

    def watched() -> Iterator[Article]:
        for article in articles(1000):
            read.append(article.file)
            yield article

    records = extract_all(watched(), model=model, jobs=2)
    kept: list[Record] = [next(records) for _ in range(3)]
    records.close()
    assert [record.article.file for record in kept] == ["0.txt", "1.txt", "2.txt"]
    assert len(read) <= 3 + flow.AHEAD
    assert multiprocessing.active_children() == []
