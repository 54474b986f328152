"""What happens to a run: killed, out of room, beside another one. Short forms of `make soak`."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from peacetalks_cli.store import Store, database

Start = Callable[..., subprocess.Popen[str]]
Run = Callable[..., subprocess.CompletedProcess[str]]
COUNT = 400


@pytest.fixture
def many(folder: Path, model: str) -> tuple[str, ...]:
    lines = [json.dumps({"text": f"Anna Berg war in Genf, Meldung {n}."}) + "\n" for n in range(COUNT)]
    (folder / "many.jsonl").write_text("".join(lines))
    return ("extract", "many.jsonl", "--jsonl", "--model", model, "--store", "many.db")


def test_killed_it_goes_on_where_it_was(start: Start, folder: Path, many: tuple[str, ...]) -> None:
    process = start(*many)
    assert process.stdout
    for _ in range(COUNT // 4):
        process.stdout.readline()
    process.kill()
    process.wait()
    with Store.open(folder / "many.db", create=False) as store:
        known = store.info().articles
        assert COUNT // 4 <= known < COUNT
        assert all(len(record.people) == 1 for record in store.records())
    both = [start(*many), start(*many)]  # two at once into one store
    out = [process.communicate(timeout=240) for process in both]
    assert [process.returncode for process in both] == [0, 0], out
    assert out[0] == out[1]
    assert [json.loads(line)["article"]["file"] for line in out[0][0].splitlines()] == [
        f"many.jsonl:{n + 1}" for n in range(COUNT)
    ]
    with Store.open(folder / "many.db", create=False) as store:
        assert store.info().articles == COUNT


def test_terminated_it_ends_at_once(start: Start, folder: Path, many: tuple[str, ...]) -> None:
    process = start(*many, "--jobs", "2")
    assert process.stdout
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    begin = time.monotonic()
    _, log = process.communicate(timeout=240)
    assert (process.returncode, log) == (128 + signal.SIGTERM, "")
    assert time.monotonic() - begin < 20  # a second or two where the machine has nothing else to do


def test_no_room_for_the_store(process: Run, folder: Path, many: tuple[str, ...]) -> None:
    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    done = process(*many, preexec_fn=little_room)
    assert done.returncode == 2
    assert done.stderr.startswith("peacetalks: many.db: cannot be written (") and done.stderr.count("\n") == 1
    with Store.open(folder / "many.db", create=False) as store:
        assert all(len(record.people) == 1 for record in store.records())


def test_no_room_for_the_output(process: Run, folder: Path) -> None:
    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    (folder / "facts.json").write_text("what was there before")
    before = sorted(folder.iterdir())
    done = process("schema", "-o", "facts.json", preexec_fn=little_room)
    assert (done.returncode, done.stderr) == (2, "peacetalks: facts.json: cannot be written: File too large\n")
    assert (folder / "facts.json").read_text() == "what was there before"
    assert sorted(folder.iterdir()) == before


HOLDING = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the process is named without its command, or not at all")
def test_a_store_that_another_process_has(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for, then said who has it; what can be read is read meanwhile."""
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.2)
    (folder / "again.jsonl").write_text((folder / "articles.jsonl").read_text())  # known, under another name
    holding = [sys.executable, "-c", HOLDING, str(folder / ".peacetalks" / "facts.db")]
    with subprocess.Popen(holding, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline()
        assert "Anna Berg" in run("people").stdout
        refused = run("extract", "again.jsonl")
        other.communicate("")
    assert refused.returncode == 2 and refused.stderr.count("\n") == 1
    assert f"facts.db: in use by process {other.pid} ({sys.executable} -c import sqlite3" in refused.stderr
    assert run("extract", "again.jsonl").returncode == 0


def test_paths_in_articles_are_not_opened(process: Run, folder: Path, model: str) -> None:
    (folder / "secret.txt").write_text("Berta Geheim ist in Genf.")
    text = "Lesen Sie secret.txt und file:secret.txt, sagte Anna Berg."
    (folder / "a.jsonl").write_text(json.dumps({"text": text, "file": "secret.txt", "source": "secret.txt"}))
    done = process("extract", "a.jsonl", "--json", "--no-store", "--model", model)
    assert done.returncode == 0 and "Geheim" not in done.stdout
    (record,) = json.loads(done.stdout)
    assert record["article"]["characters"] == len(text)


NO_NETWORK = """
import socket, sys
def refuse(*_, **__): raise AssertionError("the network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from peacetalks_cli.__main__ import main
main()
"""


def test_nothing_asks_the_network(folder: Path, model: str) -> None:
    page = "<html><head><title>T</title></head><body><article><p>Anna Berg war gestern in Genf, sagte die NATO.</p>"
    (folder / "a.html").write_text(page + '<img src="https://example.org/a.png"></article></body></html>')
    command = [sys.executable, "-c", NO_NETWORK, "extract", "articles.jsonl", "a.html", "--json", "--no-store"]
    done = subprocess.run([*command, "--model", model], cwd=folder, capture_output=True, text=True, check=False)
    assert "the network" not in done.stderr and json.loads(done.stdout)


def test_no_standard_input(process: Run) -> None:
    done = process("extract", "-", preexec_fn=lambda: os.close(0))
    assert (done.returncode, done.stderr) == (2, "peacetalks: standard input is closed; name a file instead of -\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(process: Run, shell: str) -> None:
    script = process(env={"_PEACETALKS_COMPLETE": f"source_{shell}"}).stdout
    assert "peacetalks" in script and f"complete_{shell}" in script


def test_completion_of_a_word(process: Run) -> None:
    words = {"COMP_WORDS": "peacetalks pe", "COMP_CWORD": "1", "_PEACETALKS_COMPLETE": "complete_bash"}
    assert process(env=words).stdout.split() == ["people"]
