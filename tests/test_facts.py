"""Line numbers, ids and the JSON of a record."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.facts import Article, Lines, Pipeline, Record


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [
        ("", 0, 1),
        ("ab", 1, 1),
        ("a\nb", 1, 1),
        ("a\nb", 2, 2),
        ("a\r\nb", 3, 2),
        ("a\rb\rc", 4, 3),
        ("\n\n\n", 3, 4),
    ],
)
def test_line_of_an_offset(text: str, offset: int, line: int) -> None:
    assert Lines.of(text).at(offset) == line


@given(st.text(alphabet="ab\r\n", max_size=40))
def test_lines_rise_by_the_line_ends_before(text: str) -> None:
    lines = Lines.of(text)
    for offset in range(len(text) + 1):
        before = text[:offset]
        split = before.endswith("\r") and text[offset : offset + 1] == "\n"
        assert lines.at(offset) == 1 + len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1 - split


def test_id_is_the_digest_of_the_text() -> None:
    text = "Kiew – ‚Größe‘ 😀"
    assert Article(text, "a.txt").id == sha256(text.encode()).hexdigest()[:16] == Article(text, "b.txt").id


def test_a_lone_surrogate_still_has_an_id() -> None:
    assert len(Article("a\ud800b", "x").id) == 16


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    article = Article("Text", "a.txt", title="T", published="2026-01-25", published_from="header", source="dpa")
    record = json.loads(json.dumps(Record(article, Pipeline("de_x", "1.0.0")).as_json()))
    assert list(record) == [
        "schema", "article", "pipeline", "people", "places", "organizations", "dates", "numbers",
    ]  # fmt: skip
    assert record["article"] == {
        "id": article.id,
        "file": "a.txt",
        "title": "T",
        "published": "2026-01-25",
        "published_from": "header",
        "source": "dpa",
        "characters": 4,
    }
