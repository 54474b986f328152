"""peacetalks timeline, peacetalks dates --explain: from the store and from files."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from peacetalks_cli.schema import schema

Run = Callable[..., subprocess.CompletedProcess[str]]

SENTENCE = "Die Außenministerin traf am 3. März in Genf ein."


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("paths", [(), ("articles.jsonl",)], ids=["store", "paths"])
def test_a_row_a_sentence_and_day(run: Run, paths: tuple[str, ...]) -> None:
    (row,) = rows(run("timeline", *paths, "--json"))
    jsonschema.validate(row, {**schema(), **schema()["$defs"]["timeline_row"]})
    assert (row["earliest"], row["value"], row["text"]) == ("2026-03-03", "2026-03-03", "3. März")
    assert (row["sentence"], row["people"], row["places"], row["figures"]) == (SENTENCE, [], ["Genf"], [])
    assert row["file"] == "articles.jsonl:1"


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--since", "2026-03-03"), 1),
        (("--since", "2026-03-04"), 0),  # though the article is of that day
        (("--until", "2026-03"), 1),
        (("--until", "2026-02"), 0),
        (("--file", "*:2"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_filters_go_by_the_day_of_the_event(run: Run, options: tuple[str, ...], count: int) -> None:
    assert len(rows(run("timeline", "--json", *options))) == count


def test_as_a_table_and_as_csv(run: Run) -> None:
    table = run("timeline", "--format", "table").stdout
    assert table.splitlines()[1] == "— 2026-03-03"
    assert SENTENCE in table
    (row,) = csv.DictReader(io.StringIO(run("timeline", "--csv").stdout))
    assert (row["earliest"], row["places"]) == ("2026-03-03", "Genf")
    assert run("timeline", "--format", "table", "--until", "1900").stdout == "No dates found.\n"


def test_dates_say_why(run: Run) -> None:
    found = rows(run("dates", "--explain", "--json"))
    whole = {**schema(), **schema()["$defs"]["dates_explained_row"]}
    for row in found:
        jsonschema.validate(row, whole)
    # What the store has of an older version and the rules of today read otherwise has no reason.
    assert [(row["text"], row["reason"]) for row in found] == [("3. März", "traf: last March"), ("Zwei Tage", None)]
    assert "traf: last March" in run("dates", "--explain", "--format", "table").stdout


def test_no_store_needs_files(run: Run) -> None:
    for command in ("timeline", "dates"):
        done = run(command, *(["--explain"] if command == "dates" else []), "--no-store")
        assert (done.returncode, done.stdout) == (2, "")
        assert f"peacetalks {command} --no-store FILE" in done.stderr
