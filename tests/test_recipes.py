"""The recipes of docs/recipes.md run, where their tools are installed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import first_record, second_record

from peacetalks_cli import query, render
from peacetalks_cli.store import Store

PAGE = (Path(__file__).parents[1] / "docs" / "recipes.md").read_text(encoding="utf-8")
TOOLS = {
    "jq": ("jq",),
    "Miller": ("mlr",),
    "sqlite3": ("sqlite3",),
    "datasette": ("sqlite3", "datasette"),
    "DuckDB": ("duckdb",),
}
# datasette and duckdb are among the packages for development, beside this Python; so is `peacetalks`.
PATH = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
RECIPES = [
    (heading, command)
    for heading, body in re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", PAGE)
    for command in re.findall(r"(?s)```sh\n(.*?)```", body)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the recipes read, and a store for `peacetalks`."""
    folder = tmp_path_factory.mktemp("recipes")
    with Store.open(folder / ".peacetalks" / "facts.db", create=True) as store:
        for record in (first_record(), second_record()):
            store.save(record)
        records = [record.as_json() for record in store.records()]
    rows = query.select("numbers", [query.of_record(record, "numbers") for record in records])
    (folder / "facts.jsonl").write_text("".join(render.rows("records", records, "jsonl")))
    for format in ("jsonl", "csv"):
        (folder / f"numbers.{format}").write_text("".join(render.rows("numbers", rows, format)))
    return folder


def test_every_tool_has_a_recipe() -> None:
    assert {heading for heading, _ in RECIPES} == set(TOOLS)


@pytest.mark.parametrize(("heading", "command"), RECIPES, ids=lambda text: text.split("\n")[0][:40])
def test_recipe(folder: Path, heading: str, command: str) -> None:
    missing = [tool for tool in TOOLS[heading] if shutil.which(tool, path=PATH) is None]
    if missing and os.environ.get("RECIPE_TESTS") == "required":
        pytest.fail(f"not installed: {', '.join(missing)}; make tools")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}; make tools")
    for old in folder.glob("facts.sqlite"):
        old.unlink()
    env = {"PATH": PATH, "HOME": str(folder)}
    shell = ["bash", "-eo", "pipefail", "-c", command]
    done = subprocess.run(shell, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    topics = {number["topic"] for line in (folder / "facts.jsonl").open() for number in json.loads(line)["numbers"]}
    assert any(word in done.stdout for word in (*topics, "Anna Berg", "Haushalte"))
