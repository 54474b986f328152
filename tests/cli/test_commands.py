"""Exit statuses, messages, standard input, interruption, what is imported"""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import handmade as made
import pytest

from peacetalks_cli import __version__
from peacetalks_cli.store import Store

Run = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., subprocess.Popen[str]]
COMMANDS = ("extract", "people", "places", "dates", "numbers", "timeline", "schema", "info")

IMPORTS: list[tuple[str, tuple[str, ...], set[str]]] = [
    ("help", ("--help",), {"spacy", "sqlite3", "rich"}),
    ("help of a command", ("extract", "--help"), {"spacy", "sqlite3", "rich"}),
    ("schema", ("schema",), {"spacy", "sqlite3", "rich"}),
    ("the store's facts", ("numbers",), {"spacy", "rich"}),
    ("the store's days", ("timeline",), {"spacy", "rich"}),
    ("the store's facts as a table", ("people", "--format", "table"), {"spacy"}),
    ("articles known to the store", ("extract", "articles.jsonl"), {"spacy", "rich"}),
    ("info", ("info",), {"spacy", "rich"}),
]


@pytest.mark.parametrize(("args", "unwanted"), [row[1:] for row in IMPORTS], ids=[row[0] for row in IMPORTS])
def test_imports_no_more_than_it_needs(start: Start, args: tuple[str, ...], unwanted: set[str]) -> None:
    process = start(*args, python=("-X", "importtime"))
    out, log = process.communicate("", timeout=240)
    assert process.returncode == 0, log
    assert out
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in log.splitlines()}
    assert "typer" in imported
    assert not imported & unwanted


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_80_columns(run: Run, command: str) -> None:
    done = run(*command.split(), "--help", env={"COLUMNS": "80"})
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert not re.search(r"list\[|None|\[/?bold", done.stdout)


def test_help_groups_the_options(run: Run) -> None:
    text = run("numbers", "--help").stdout
    parts = re.split(r"(?m)^(?=\S.*:$)", text)
    options = {part.split("\n")[0]: set(re.findall(r"(?m)^  (?:-\w, )?(--\w+)", part)) for part in parts[1:]}
    assert options["Options:"] == {"--topic", "--explain", "--chart", "--from"}
    assert options["Rows:"] == {"--since", "--until", "--file", "--limit"}
    assert options["Output:"] == {"--format", "--json", "--jsonl", "--csv", "--output"}
    assert {"--store", "--published", "--jobs"} < options["Articles and store:"]
    assert options["Other:"] >= {"--quiet", "--version", "--help"}


def test_version(run: Run) -> None:
    for args in (("--version",), ("extract", "--version"), ("schema", "--version")):
        assert run(*args).stdout == f"peacetalks {__version__}\n"


MISTAKES: list[tuple[tuple[str, ...], str]] = [
    (("extract",), "extract: no file named; try: peacetalks extract FILE…"),
    (("people", "--json", "--csv"), "--json and --csv exclude each other"),
    (("people", "--jsonl", "--format", "md"), "--jsonl and --format md exclude each other"),
    (("people", "--format", "xml"), "'xml' is not one of"),
    (("dates", "--since", "gestern"), "--since gestern: no date; write 2026-01-25"),
    (("dates", "--limit", "0"), "'--limit'"),
    (("numbers", "--topic", "drone"), "--topic drone: no such topic; did you mean drones?"),
    (("numbers", "--topic", "xyz"), "--topic xyz: no such topic; one of drones, missiles"),
    (("extract", "articles.jsonl", "--published", "2026-02-30"), "'2026-02-30' is no date; write it like 2026-01-25"),
    (("extract", "articles.jsonl", "--published", "20260225"), "'20260225' is no date"),
    (("extract", "articles.jsonl", "--jobs", "0"), "'--jobs'"),
    (("people", "--no-store"), "with --no-store name the articles"),
    (("people", "--no-store", "--store", "x.db"), "--store and --no-store exclude each other"),
    (("people", "--store", "none.db"), "none.db"),
    (("people", "--store", "articles.jsonl"), "articles.jsonl"),
    (("people", "--store", "x" * 300), "cannot be opened (File name too long); give another --store FILE"),
    (("extract", "articles.jsonl", "--no-store", "--model", "none"), "none: no spaCy pipeline of this name or path"),
    (("peopel",), "Did you mean 'people'?"),
    (("people", "--jason"), "--json"),
    ((), "Usage: peacetalks"),
]


@pytest.mark.parametrize(("args", "message"), MISTAKES, ids=[" ".join(args) for args, _ in MISTAKES])
def test_wrong_usage(run: Run, folder: Path, args: tuple[str, ...], message: str) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    if done.stderr.startswith("peacetalks: "):
        assert done.stderr.count("\n") == 1
    assert not (folder / "none.db").exists()


def test_an_empty_or_missing_store_says_what_fills_it(run: Run, tmp_path: Path) -> None:
    missing = run("people", cwd=tmp_path)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "peacetalks extract" in missing.stderr
    (tmp_path / "leer").mkdir()
    assert run("extract", "leer", cwd=tmp_path).returncode == 1  # makes a store, though there is no article
    empty = run("people", cwd=tmp_path)
    assert (empty.returncode, empty.stdout) == (2, "")
    assert "peacetalks extract" in empty.stderr


def test_what_has_no_effect_on_the_store_is_said(run: Run) -> None:
    done = run("people", "--published", "2026-01-25")
    assert done.returncode == 0
    assert done.stderr == (
        "peacetalks: warning: --published is for articles that are read; without PATHS the store is shown as it is\n"
    )
    assert done.stdout == run("people", "--published", "2026-01-25", "--quiet").stdout
    assert run("people", "articles.jsonl", "--published", "2026-01-25").stderr == ""
    said = run("people", "--jobs", "2", "--model", "other").stderr.splitlines()
    assert [line.split(" is for")[0] for line in said] == [
        "peacetalks: warning: --model",
        "peacetalks: warning: --jobs",
    ]


def test_a_bad_input_is_named_and_the_rest_goes_on(run: Run) -> None:
    done = run("extract", "missing.txt", "articles.jsonl", "m\x1b[31m\n.txt", "--quiet")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1 + 7 + 5
    first, second = done.stderr.splitlines()
    assert first.startswith("peacetalks: missing.txt: ")
    assert "\x1b" not in second


def test_standard_input(process: Run) -> None:
    line = json.dumps({"text": made.SECOND, "published": "2026-02-01"})
    done = process("extract", "-", "--input", "jsonl", "--jsonl", stdin=line)
    (record,) = map(json.loads, done.stdout.splitlines())
    assert record["article"]["file"] == "-:1"
    assert record["numbers"][0]["text"] == "40"
    closed = process("extract", "-", preexec_fn=lambda: os.close(0))
    assert (closed.returncode, closed.stderr) == (2, "peacetalks: standard input is closed; name a file instead of -\n")


def test_each_record_is_printed_when_it_is_done_and_ctrl_c_ends(start: Start, folder: Path) -> None:
    process = start("extract", "-", "--input", "jsonl", "--jsonl")
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(json.dumps({"text": made.FIRST, "published": "2026-03-04"}) + "\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["numbers"][0]["text"] == "1.200"  # though the input goes on
    process.send_signal(signal.SIGINT)
    assert process.wait(240) == 130
    assert process.stderr.read() == ""


def test_ctrl_c_before_anything_is_imported() -> None:
    program = """
import sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "typer":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from peacetalks_cli.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_killing_it_leaves_no_half_file(start: Start, tmp_path: Path) -> None:
    process = start("extract", "-", "--input", "jsonl", "-o", tmp_path / "x.jsonl")
    assert process.stdin and process.stderr
    process.stdin.write("kein JSON\n" + json.dumps({"text": made.FIRST, "published": "2026-03-04"}) + "\n")
    process.stdin.flush()
    assert "-:1" in process.stderr.readline()  # it is at work
    process.terminate()
    assert process.wait(240) == 143
    assert list(tmp_path.iterdir()) == []


def test_info(run: Run, tmp_path: Path) -> None:
    about = json.loads(run("info", "--json").stdout)
    assert about["peacetalks"] == __version__
    assert about["pipeline"] == {"name": "de_test", "version": "1.0.0"}
    assert about["store"]["articles"] == 2
    assert "articles    2\n" in run("info").stdout
    nothing = run("info", cwd=tmp_path, env={"PEACETALKS_MODEL": "no-such-model"})
    assert nothing.returncode == 0
    assert "not found" in nothing.stdout
    assert list(tmp_path.iterdir()) == []


def test_store_by_the_environment(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("people", "--json", cwd=tmp_path, env={"PEACETALKS_STORE": str(folder / ".peacetalks/facts.db")})
    assert [row["name"] for row in json.loads(done.stdout)] == ["Anna Berg"]


def test_ctrl_c_ends_the_processes_of_jobs_too(start: Start, folder: Path, model: str) -> None:
    """The interrupt reaches the whole group, as from a terminal; what was done by then is in the store."""
    lines = "".join(json.dumps({"text": f"Anna Berg war in Genf, Meldung {n}."}) + "\n" for n in range(3000))
    (folder / "many.jsonl").write_text(lines)
    process = start(
        "extract", "many.jsonl", "--jsonl", "--model", model, "--jobs", "2", "--store", "many.db", group=True
    )
    assert process.stdout and process.stderr
    for n in range(60):  # by now the processes are at work
        assert json.loads(process.stdout.readline())["article"]["file"] == f"many.jsonl:{n + 1}"
    os.killpg(process.pid, signal.SIGINT)
    _, log = process.communicate(timeout=240)  # comes to an end only when no process has standard output open
    assert (process.returncode, log) == (130, "")
    with Store.open(folder / "many.db", create=False) as store:
        assert 60 <= store.info().articles < 3000
