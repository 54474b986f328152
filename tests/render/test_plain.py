"""JSON, CSV, TSV, Markdown: what is written is what another program reads."""

import csv
import io
import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli import query, render
from peacetalks_cli.facts import Record
from peacetalks_cli.render.plain import COLUMNS, cell, no_formula, to_json


def written(kind: str, rows: list[dict[str, Any]], format: render.Format) -> str:
    return "".join(render.rows(kind, rows, format))


@pytest.mark.parametrize("kind", get_args(query.Kind))
def test_json_is_lossless(records: list[Record], kind: query.Kind) -> None:
    rows = query.select(kind, [query.of_record(record.as_json(), kind) for record in records])
    assert json.loads(written(kind, rows, "json")) == rows
    assert [json.loads(line) for line in written(kind, rows, "jsonl").splitlines()] == rows
    assert tuple(rows[0]) == COLUMNS[kind]


def test_columns_of_mentions(records: list[Record]) -> None:
    """The contract's columns, in its order."""
    header, first, *_ = written("mentions", query.mentions(records[1].as_json()), "tsv").splitlines()
    columns = "kind text name value topic counted modifier unit place date source file line start end"
    assert header == columns.replace(" ", "\t")
    assert first.split("\t") == ["date", "Zwei Tage", "", "P2D", *[""] * 7, "news/zweiter.txt", "1", "0", "9"]


def test_empty() -> None:
    assert written("people", [], "json") == "[]\n"
    assert written("people", [], "jsonl") == ""
    assert written("people", [], "csv") == ",".join(COLUMNS["people"]) + "\n"


CELLS: list[tuple[Any, str]] = [
    (None, ""),
    (0, "0"),
    (0.75, "0.75"),
    ("Genf", "Genf"),
    (["Präsident", "Machthaber"], "Präsident; Machthaber"),
    ([], ""),
    ({"text": "Rotem Kreuz", "name": "Rotes Kreuz", "cue": "laut"}, "Rotes Kreuz"),
]


@pytest.mark.parametrize(("value", "text"), CELLS)
def test_cells(value: Any, text: str) -> None:
    assert cell(value) == text


FORMULAS = [
    ("=1+1", "'=1+1"),
    ("+380", "'+380"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("-2+3", "'-2+3"),
    ("-A1", "'-A1"),
    ("  =1", "'  =1"),
    ("-", "-"),
    ("-:7", "-:7"),
    ("-x", "'-x"),
    ("-15", "-15"),
    ("-1.5", "-1.5"),
    ("-3,5", "-3,5"),
    ("minus 15", "minus 15"),
    ("Genf", "Genf"),
    ("a=b", "a=b"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "guarded"), FORMULAS)
def test_no_formula(text: str, guarded: str) -> None:
    assert no_formula(text) == guarded


def test_formulas_in_every_separated_format() -> None:
    row = {"id": "=HYPERLINK()", "name": "+1", "roles": ["@x"]}
    for format in ("csv", "tsv"):
        line = written("people", [row], format).splitlines()[1]
        assert line.startswith(("'=HYPERLINK(),'+1,'@x", "'=HYPERLINK()\t'+1\t'@x"))


def test_line_ends_and_tabs() -> None:
    row = {"name": 'Erste\r\nZeile\t"zwei"', "id": "a,b"}
    (_, read) = csv.reader(io.StringIO(written("people", [row], "csv"), newline=""))
    assert read[:2] == ["a,b", 'Erste\r\nZeile\t"zwei"']
    assert written("people", [row], "tsv").splitlines()[1].split("\t")[:2] == ["a,b", 'Erste Zeile "zwei"']
    assert written("people", [row], "md").splitlines()[2].startswith('| a,b | Erste Zeile "zwei" |')


def test_a_carriage_return_alone_ends_no_row() -> None:
    text = written("people", [{"name": "Anna\rBerg\r\nGenf\r", "id": "\r"}], "csv")
    _, read = csv.reader(io.StringIO(text, newline=""))
    assert read[:2] == ["\n", "Anna\nBerg\r\nGenf\n"]


def test_markdown_is_no_markup() -> None:
    row = {"name": "a|b *c* <script> `d` [e](f) \\"}
    assert r"a\|b \*c\* \<script\> \`d\` \[e\](f) \\ |" in written("people", [row], "md")


def test_json_of_what_no_terminal_should_see() -> None:
    text = to_json({"text": "a\x1bb\x9bc\x7fd\ud800"})
    assert "\x1b" not in text and "\x9b" not in text and "\x7f" not in text
    assert json.loads(text.encode("utf-8", "backslashreplace")) == {"text": "a\x1bb\x9bc\x7fd\ud800"}
    with pytest.raises(ValueError):
        to_json({"value": float("nan")})


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_tsv_is_a_row_a_line(names: list[str]) -> None:
    text = written("people", [{"name": name} for name in names], "tsv")
    lines = text.split("\n")[1:-1]
    assert len(lines) == len(names)
    assert all(line.count("\t") == len(COLUMNS["people"]) - 1 for line in lines)
