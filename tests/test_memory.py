"""What is remembered from one article for the next has a bound."""

import importlib
import inspect
import pkgutil
import weakref
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any

import pytest

import peacetalks_cli
from peacetalks_cli import extract as flow
from peacetalks_cli.annotate import letters, lexicon, pipeline
from peacetalks_cli.facts import Article

MOST = 10_000  # entries: the words of some hundred articles
ROOMS = ("annotate", "german", "link")  # where the words of articles go
# Asked for by what stands in the code, not in articles.
OF_OUR_OWN = {"annotate.name_lists._read", "link.rolewords._listed"}


def memos() -> Iterator[tuple[str, "_lru_cache_wrapper[Any]"]]:
    for room in ROOMS:
        package = importlib.import_module(f"peacetalks_cli.{room}")
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(info.name)
            for name, found in vars(module).items():
                if isinstance(found, _lru_cache_wrapper) and found.__module__ == info.name:
                    yield f"{info.name}.{name}".removeprefix(f"{peacetalks_cli.__name__}."), found


@pytest.mark.parametrize(("name", "memo"), [pytest.param(*found, id=found[0]) for found in memos()])
def test_a_memo_of_words_is_bounded(name: str, memo: "_lru_cache_wrapper[Any]") -> None:
    if name not in OF_OUR_OWN and inspect.signature(memo.__wrapped__).parameters:
        bound = memo.cache_parameters()["maxsize"]
        assert bound is not None, "a cache without a bound keeps every word of every article"
        assert bound <= MOST


def test_tables_forget_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "_MEMO", 3)
    table = letters.Letters()
    words = ["Kiew", "Genf", "Riad", "Doha", "Kairo"]
    first = [table.shares(word) for word in words]
    assert len(table._known) <= 3
    assert [table.shares(word) for word in words] == first
    assert lexicon._MEMO <= MOST


def test_a_pipeline_full_of_words_is_left_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [Article(f"Der Minister war in {place}, wo 14 Menschen starben.", "") for place in ("Kiew", "Genf")]
    flow._annotator.cache_clear()
    kept = list(flow.extract_all(articles))
    first = weakref.ref(flow._annotator(None, None).nlp)
    monkeypatch.setattr(pipeline, "_FULL", len(first().vocab.strings) - 1)  # type: ignore[union-attr]
    assert list(flow.extract_all(articles)) == kept
    assert first() is None, "nothing holds the words of the first pipeline any longer"
    assert flow._annotator(None, None).nlp is not None
