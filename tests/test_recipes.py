"""The recipes of docs/recipes.md run, where their tools are installed."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from handmade import first_record, second_record

from peacetalks_cli import query, render

PAGE = (Path(__file__).parents[1] / "docs" / "recipes.md").read_text(encoding="utf-8")
TOOLS = {"jq": "jq", "Miller": "mlr", "sqlite3": "sqlite3", "datasette": "datasette", "DuckDB": "duckdb"}
RECIPES = [
    (heading, command)
    for heading, body in re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", PAGE)
    for command in re.findall(r"(?s)```sh\n(.*?)```", body)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the recipes read, and a `peacetalks` that prints the second of them as CSV."""
    folder = tmp_path_factory.mktemp("recipes")
    records = [first_record().as_json(), second_record().as_json()]
    rows = query.select("numbers", [query.of_record(record, "numbers") for record in records])
    (folder / "facts.jsonl").write_text("".join(render.rows("records", records, "jsonl")))
    (folder / "numbers.jsonl").write_text("".join(render.rows("numbers", rows, "jsonl")))
    (folder / "numbers.csv").write_text("".join(render.rows("numbers", rows, "csv")))
    script = folder / "peacetalks"
    script.write_text('#!/bin/sh\ncase "$*" in *" -o "*) ;; *) cat numbers.csv ;; esac\n')
    script.chmod(0o755)
    return folder


def test_every_tool_has_a_recipe() -> None:
    assert {heading for heading, _ in RECIPES} == set(TOOLS)


@pytest.mark.parametrize(("heading", "command"), RECIPES, ids=lambda text: text.split("\n")[0][:40])
def test_recipe(folder: Path, heading: str, command: str) -> None:
    if shutil.which(TOOLS[heading]) is None:
        pytest.skip(f"{TOOLS[heading]} is not installed")
    for old in folder.glob("facts.sqlite"):
        old.unlink()
    env = {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder)}
    shell = ["bash", "-eo", "pipefail", "-c", command]
    done = subprocess.run(shell, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    topics = {number["topic"] for line in (folder / "facts.jsonl").open() for number in json.loads(line)["numbers"]}
    assert any(word in done.stdout for word in (*topics, "Anna Berg", "Haushalte"))
