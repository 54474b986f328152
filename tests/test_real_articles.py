"""Whole records of real articles: valid, true to their offsets, and for the samples exactly as expected."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from peacetalks_cli.annotate import Annotator, load
from peacetalks_cli.errors import InputError
from peacetalks_cli.extract import extract
from peacetalks_cli.facts import KINDS, Article
from peacetalks_cli.read import read
from peacetalks_cli.schema import schema

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted(ROOT.glob("seeds/*.txt"))
CORPORA = Path(os.environ.get("PEACETALKS_CORPORA", ROOT.parent / "shared" / "corpora"))


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return load()


@pytest.fixture(scope="module")
def validator() -> jsonschema.protocols.Validator:
    return jsonschema.Draft202012Validator(schema())


def articles(*paths: Path) -> Iterator[Article]:
    def fail(error: InputError) -> None:
        raise error

    return read([str(path) for path in paths], on_error=fail, on_warning=print)


def facts(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in KINDS:
        for item in record[kind]:
            yield from item.get("mentions", [item])


def check(article: Article, record: dict[str, Any], validator: jsonschema.protocols.Validator) -> None:
    validator.validate(record)
    for fact in facts(record):
        assert article.text[fact["start"] : fact["end"]] == fact["text"] != ""
        assert fact["line"] >= 1
    for kind in ("dates", "numbers"):
        starts = [fact["start"] for fact in record[kind]]
        assert starts == sorted(starts)
    for number in record["numbers"]:
        assert number["sentence"] in article.text
        assert number["source"] is None or number["source"]["text"] in article.text
        assert number["place"] is None or number["place"] in article.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_as_expected(
    path: Path, annotator: Annotator, validator: jsonschema.protocols.Validator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make golden` writes the records anew; read the difference before you commit it."""
    monkeypatch.chdir(ROOT)
    (article,) = articles(path.relative_to(ROOT))
    record = extract(article, annotator).as_json()
    check(article, record, validator)
    assert record == json.loads((GOLDEN / f"{path.stem}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/gold/*/*.txt")), ids=lambda path: path.stem)
def test_gold_articles_are_true_to_the_text(
    path: Path, annotator: Annotator, validator: jsonschema.protocols.Validator
) -> None:
    (article,) = articles(path)
    check(article, extract(article, annotator).as_json(), validator)


@pytest.mark.skipif(not (CORPORA / "gnad10").is_dir(), reason="the corpus of real articles is not at hand")
@pytest.mark.parametrize("part", range(4))
def test_newspaper_articles_are_true_to_the_text(
    part: int, annotator: Annotator, validator: jsonschema.protocols.Validator
) -> None:
    """A sample; `benchmarks/robustness.py` does all 1,028."""
    with (CORPORA / "gnad10" / "test.csv").open(encoding="utf-8", newline="") as file:
        texts = [row[1] for row in csv.reader(file, delimiter=";", quotechar="'")]
    for text in texts[part::60]:
        article = Article(text, "x", published="2015-06-01", published_from="option")
        check(article, extract(article, annotator).as_json(), validator)
