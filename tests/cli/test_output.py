"""What comes out, in every format and on every kind of standard output."""

import csv
import io
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from peacetalks_cli.schema import schema

KINDS = ("people", "places", "dates", "numbers")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_of_the_store_are_valid(run: Run, kind: str) -> None:
    done = run(kind, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(done.stdout)
    assert rows
    validator = Draft202012Validator({"$ref": f"#/$defs/{kind}_row", "$defs": schema()["$defs"]})
    for row in rows:
        validator.validate(row)


def test_paths_show_just_what_is_given(run: Run, folder: Path) -> None:
    assert run("numbers", "articles.jsonl", "--csv").stdout == run("numbers", "--csv").stdout
    (_, second) = (folder / "articles.jsonl").read_text().splitlines()
    (folder / "zweiter.jsonl").write_text(second)
    (row,) = json.loads(run("numbers", "zweiter.jsonl", "--json").stdout)
    assert (row["text"], row["file"]) == ("40", "zweiter.jsonl:1")


def test_extract_jsonl_is_valid_and_its_offsets_hold(run: Run, folder: Path) -> None:
    done = run("extract", "articles.jsonl", "--jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    texts = [json.loads(line)["text"] for line in (folder / "articles.jsonl").read_text().splitlines()]
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["article"]["file"] for record in records] == ["articles.jsonl:1", "articles.jsonl:2"]
    for record, text in zip(records, texts, strict=True):
        Draft202012Validator(schema()).validate(record)
        spans = [*record["dates"], *record["numbers"]]
        spans += [
            mention
            for kind in ("people", "places", "organizations")
            for one in record[kind]
            for mention in one["mentions"]
        ]
        assert spans
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert json.loads(run("extract", "articles.jsonl", "--json").stdout) == records


def test_vague_dates_only_when_asked_for(run: Run) -> None:
    def values(*args: str) -> list[str]:
        return [row["value"] for row in json.loads(run("dates", "--json", *args).stdout)]

    assert values() == ["2026-03-03", "P2D"]
    assert values("--vague") == ["2026-03-03", "P2D", "PAST_REF", "PX"]
    assert "PX" not in run("extract", "articles.jsonl").stdout
    assert "\tPX\t" in run("extract", "articles.jsonl", "--vague").stdout


def test_filters(run: Run) -> None:
    def texts(*args: str) -> list[str]:
        return [row["text"] for row in json.loads(run("numbers", "--json", *args).stdout)]

    assert texts("--topic", "drones") == ["40"]
    assert texts("--topic", "drones", "--topic", "outage", "--since", "2026-03") == ["1.200"]
    assert texts("--limit", "1", "--file", "*.jsonl:2", "--until", "2026") == ["40"]
    assert texts("--until", "2025-12-31") == []


def test_a_pipe_gets_tab_separated_values(process: Run) -> None:
    lines = process("extract", "articles.jsonl").stdout.splitlines()
    assert lines[0].split("\t")[:3] == ["kind", "text", "name"]
    assert len(lines) == 1 + 7 + 5
    assert {line.count("\t") for line in lines} == {14}


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.json", "[{"),
        ("x.jsonl", '{"id"'),
        ("x.CSV", "id,name"),
        ("x.tsv", "id\tname"),
        ("x.md", "| id | name"),
        ("x.txt", "Name "),
        ("x", "id\tname"),
    ],
)
def test_the_ending_of_the_file_says_the_format(run: Run, tmp_path: Path, name: str, begins: str) -> None:
    done = run("people", "-o", tmp_path / name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / name).read_text().startswith(begins)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_csv_is_read_by_the_csv_module(run: Run) -> None:
    header, *rows = csv.reader(io.StringIO(run("people", "--format", "csv").stdout, newline=""))
    assert dict(zip(header, rows[0], strict=True))["roles"] == "Außenministerin; Ministerin"


def test_table_in_a_pipe_is_plain_and_whole(run: Run) -> None:
    text = run("extract", "articles.jsonl", "--format", "table").stdout
    assert re.findall(r"(?m)^(\w+) \((\d+)\)$", text) == [
        ("People", "1"),
        ("Places", "2"),
        ("Dates", "2"),
        ("Numbers", "2"),
    ]
    assert "\x1b" not in text
    assert "…" not in text


@pytest.mark.parametrize("columns", [80, 120])
def test_table_on_a_terminal(on_terminal: Callable[..., str], columns: int) -> None:
    text = on_terminal("extract", "articles.jsonl", "--quiet", columns=columns)
    assert "\x1b[1m1.200\x1b[0m" in text
    lines = ESCAPE.sub("", text).splitlines()
    assert "People (1)" in lines
    assert max(map(len, lines)) <= columns
    assert "\x1b" not in ESCAPE.sub("", text)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}], ids=str)
def test_no_escape_sequences_where_they_are_not_wanted(on_terminal: Callable[..., str], env: dict[str, str]) -> None:
    text = on_terminal("numbers", **env)
    assert "> 1.200 Haushalte" in text
    assert "\x1b" not in text


def test_short_work_shows_no_progress(on_terminal: Callable[..., str]) -> None:
    assert "a second" not in on_terminal("people", "articles.jsonl")


@pytest.mark.parametrize("args", [("numbers", "--jsonl"), ("extract", "articles.jsonl"), ("schema",)], ids=str)
def test_nobody_reads_any_more(process: Run, args: tuple[str, ...]) -> None:
    """What `| head` does at last."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = process(*args, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_and_a_closed_output(process: Run) -> None:
    with Path("/dev/full").open("w") as full:
        done = process("people", stdout=full)
    assert (done.returncode, done.stderr) == (2, "peacetalks: standard output: No space left on device\n")
    closed = process("people", preexec_fn=lambda: os.close(1))
    assert (closed.returncode, closed.stderr) == (2, "peacetalks: standard output is closed; name a file: -o FILE\n")


def test_output_is_utf8_in_every_locale(process: Run) -> None:
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    assert "Außenministerin" in process("people", env=env).stdout


def test_a_file_is_written_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "facts.tsv"
    target.write_text("before")
    target.chmod(0o640)
    (tmp_path / "new.txt").write_text("Ein neuer Artikel, für den ein Modell nötig ist.")
    failed = run("extract", "articles.jsonl", tmp_path / "new.txt", "-o", target)
    assert failed.returncode == 2
    assert target.read_text() == "before"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["facts.tsv", "new.txt"]

    link = tmp_path / "link.tsv"
    link.symlink_to(target)
    assert run("people", "-o", link).returncode == 0
    assert link.is_symlink()
    assert target.read_text().startswith("id\tname")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("no/such/folder/x.csv", "no/such/folder/x.csv: cannot be written: No such file or directory"),
        ("model", "model: cannot be written: it is a folder"),
        ("x" * 300, f"{'x' * 300}: cannot be written: File name too long"),
        ("circle", "circle: cannot be written: Too many levels of symbolic links"),
    ],
)
def test_output_that_cannot_be_written(run: Run, folder: Path, output: str, message: str) -> None:
    (folder / "circle").symlink_to("circle")
    done = run("people", "-o", output)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"peacetalks: {message}\n")


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("people", "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()
    assert run("people", "-o", "-").stdout.startswith("id\tname")


def test_articles_as_a_user_has_them(process: Run, model: str, folder: Path) -> None:
    """At first the pipeline is loaded and the facts are remembered; then all comes from the store."""
    seeds = Path(__file__).parents[2] / "seeds"
    env = {"PEACETALKS_MODEL": model, "PEACETALKS_STORE": str(folder / "new.db")}
    first = process("extract", seeds, "--jsonl", env=env)
    assert (first.returncode, first.stderr) == (0, "")
    records = [json.loads(line) for line in first.stdout.splitlines()]
    assert [Path(record["article"]["file"]).name for record in records] == sorted(
        file.name for file in seeds.glob("*.txt")
    )
    for record in records:
        Draft202012Validator(schema()).validate(record)
        text = Path(record["article"]["file"]).read_bytes().decode()
        assert all(text[fact["start"] : fact["end"]] == fact["text"] for fact in (*record["dates"], *record["numbers"]))
    assert all(record["dates"] and record["numbers"] for record in records)
    assert process("extract", seeds, "--jsonl", env=env).stdout == first.stdout
    rows = json.loads(process("numbers", "--json", env=env).stdout)
    assert len(rows) == sum(len(record["numbers"]) for record in records)
