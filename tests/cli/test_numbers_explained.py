"""peacetalks numbers --explain: in every format, from files and from the store."""

import json
import subprocess
from collections.abc import Callable

import jsonschema

from peacetalks_cli.schema import schema

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_rows_fit_the_schema(run: Run) -> None:
    done = run("numbers", "--explain", "--json")
    assert done.returncode == 0, done.stderr
    whole = {**schema(), **schema()["$defs"]["numbers_explained_row"]}
    for row in json.loads(done.stdout):
        jsonschema.validate(row, whole)


def test_every_format(run: Run) -> None:
    for format in ("table", "jsonl", "csv", "tsv", "md"):
        done = run("numbers", "--explain", "--format", format)
        assert (done.returncode, done.stderr) == (0, "")


def test_topics_filter_it(run: Run) -> None:
    rows = json.loads(run("numbers", "--explain", "--topic", "killed", "--json").stdout)
    assert {row["topic"] for row in rows} <= {"killed"}
