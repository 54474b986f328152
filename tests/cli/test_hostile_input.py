"""Input that means harm or bad luck, given to the program as a process: bombs, lengths, names, files that go away,
words that steer a terminal."""

import json
import os
import re
import resource
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., subprocess.Popen[str]]
OnTerminal = Callable[..., str]

SENTENCE = "Anna Berg sprach am Freitag in Genf mit der NATO über einen Plan. "
HONEST = f"<p>{SENTENCE * 3}</p>"
DEEP = 20_000
ENTITIES = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
SECRET = '<!ENTITY secret SYSTEM "secret.txt">'


def page(body: str, before: str = "<!DOCTYPE html>") -> str:
    return f'{before}<html lang="de"><head><title>T</title></head><body><article>{body}</article></body></html>'


# A page; whether the honest paragraph in it is found.
BOMBS: dict[str, tuple[str, bool]] = {
    "laughs": (page(f"{HONEST}<p>&l9;</p>", f'<?xml version="1.0"?><!DOCTYPE html [{ENTITIES}]>'), True),
    "square": (page(HONEST + "<p>" + "&a;" * DEEP, f'<!DOCTYPE html [<!ENTITY a "{"a" * DEEP}">]>'), True),
    "secret": (page(f"{HONEST}<p>&secret;</p>", f'<?xml version="1.0"?><!DOCTYPE html [{SECRET}]>'), True),
    "include": (page(f'{HONEST}<xi:include href="secret.txt" parse="text"/><iframe src="secret.txt"></iframe>'), True),
    "deep": (page("<div>" * DEEP + HONEST + "</div>" * DEEP), False),
    "tables": (page("<table><tr><td>" * DEEP + HONEST), False),
    "crossed": (page("<a><b>" * DEEP + HONEST), False),
    "attributes": (page("<p " + " ".join(f"a{n}" for n in range(60_000)) + f">x</p>{HONEST}"), False),
    "paragraphs": (page("<p>Wort.</p>" * 60_000 + HONEST), False),
    "comments": (page(HONEST + "<!--" * DEEP), True),
    "data": (page(HONEST + "<script type='application/ld+json'>" + "[" * DEEP + "</script>"), True),
}  # fmt: skip


MEASURED = """
import atexit, resource, sys
def told():
    spent = resource.getrusage(resource.RUSAGE_SELF)
    print(round(spent.ru_utime + spent.ru_stime), spent.ru_maxrss // 1024, file=sys.stderr)
atexit.register(told)
from peacetalks_cli.__main__ import main
main()
"""


def measured(folder: Path, *args: str) -> tuple[subprocess.CompletedProcess[str], int, int]:
    """Runs a command; with the seconds of a processor and the megabytes that it took. More than a minute ends it."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *args, "--jsonl", "--no-store", "--jobs", "1"],
        cwd=folder, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)),
    )  # fmt: skip
    *said, cost = done.stderr.splitlines()
    seconds, megabytes = map(int, cost.split())
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout, "\n".join(said)), seconds, megabytes


def records(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, object]]:
    return {record["article"]["file"]: record for record in map(json.loads, done.stdout.splitlines())}


def test_bombs_of_html_and_xml_are_bounded(folder: Path, model: str) -> None:
    (folder / "secret.txt").write_text("Berta Geheim ist in Genf.")
    (folder / "pages").mkdir()
    for name, (text, _) in BOMBS.items():
        (folder / "pages" / f"{name}.html").write_text(text)
    (folder / "pages" / "zuletzt.html").write_text(page(HONEST))
    done, seconds, megabytes = measured(folder, "extract", "pages", "--model", model)
    assert seconds < 40 and megabytes < 500
    assert done.returncode == 1, done.stderr[-500:]
    found = {Path(file).stem for file in records(done)}
    assert found == {name for name, (_, whole) in BOMBS.items() if whole} | {"zuletzt"}
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [
        f"pages/{name}.html" for name in sorted(BOMBS) if name not in found
    ]
    assert "Geheim" not in done.stdout and "lollol" not in done.stdout


def test_a_line_of_a_million_characters_and_megabytes_of_text(folder: Path, model: str) -> None:
    """In short: longer prose takes seconds a megabyte (`make soak`)."""
    (folder / "zeile.txt").write_text("x" * 1_000_000 + " " + SENTENCE)
    (folder / "zeilen.txt").write_text(SENTENCE + "\n" * 300_000 + SENTENCE)
    (folder / "lang.jsonl").write_text(json.dumps({"text": SENTENCE, "body": "x" * 50_000_000}))
    done, seconds, megabytes = measured(folder, "extract", "zeile.txt", "zeilen.txt", "lang.jsonl", "--model", model)
    assert (done.returncode, done.stderr) == (0, "")
    assert seconds < 40 and megabytes < 1_000
    people = [len(record["people"]) for record in records(done).values()]  # type: ignore[arg-type]
    assert people == [1, 1, 1]


def test_files_that_go_away_while_the_folder_is_read(start: Start, folder: Path, model: str) -> None:
    """The program waits where nobody reads on: nothing of it goes by how fast it is."""
    count = 300
    for part in ("a", "b"):
        (folder / "viele" / part).mkdir(parents=True)
        for n in range(count):
            (folder / "viele" / part / f"{n:03}.txt").write_text(SENTENCE * 4 + str(n))
    process = start("extract", "viele", "--jsonl", "--jobs", "1", "--no-store", "--model", model)
    assert process.stdout and process.stdout.readline()
    for gone in range(200, count):
        (folder / "viele" / "a" / f"{gone}.txt").unlink()
    for path in (folder / "viele" / "b").iterdir():
        path.unlink()
    (folder / "viele" / "b").rmdir()
    out, log = process.communicate(timeout=240)
    assert process.returncode == 1
    assert len(out.splitlines()) == 199
    lost = [*(f"viele/a/{gone}.txt" for gone in range(200, count)), "viele/b"]
    assert log.splitlines() == [f"peacetalks: {name}: no such file or folder; check the path" for name in lost]


NAMES = [
    b"zeile\numbruch.txt",
    b"an\"f'uehrung.txt",
    b"K\xf6ln.txt",
    "Köln ü.txt".encode(),
    b"$(rm x);`y`.txt",
    b"-n.txt",
]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux")
def test_every_name_that_a_file_can_have(process: Run, folder: Path, model: str) -> None:
    (folder / "n").mkdir()
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/n/" + name)).write_text(SENTENCE)
        Path(os.fsdecode(os.fsencode(folder) + b"/n/leer-" + name)).touch()
    done = process("extract", "n", "--jsonl", "--store", "n.db", "--model", model)
    assert done.returncode == 1
    expected = {"n/" + name.decode("utf-8", "backslashreplace") for name in NAMES}
    assert set(records(done)) == expected
    assert len(done.stderr.splitlines()) == len(NAMES)  # a line each, whatever the name
    rows = json.loads(process("people", "--json", "--store", "n.db").stdout)
    assert set(rows[0]["files"]) == expected
    assert process("people", "--store", "n.db").stdout.count("\n") == 2
    assert process("extract", "n", "--jsonl", "--store", "n.db", "--model", model).stdout == done.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_pipes_devices_and_folders_that_are_links(process: Run, folder: Path, model: str) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "ring").symlink_to(".")
    (folder / "texte").mkdir()
    os.mkfifo(folder / "texte" / "niemand.txt")  # nobody will ever write to it
    (folder / "texte" / "a.txt").write_text(SENTENCE)
    thread = threading.Thread(target=(folder / "pipe.txt").write_text, args=(SENTENCE,))
    thread.start()
    paths = ("pipe.txt", "/dev/null", "/dev/zero", "texte", "ring/texte")
    done = process("extract", *paths, "--jsonl", "--no-store", "--model", model)
    thread.join()
    assert list(records(done)) == ["pipe.txt", "texte/a.txt", "ring/texte/a.txt"]
    assert done.returncode == 1
    assert [line.split(": ")[-2:] for line in done.stderr.splitlines()] == [
        ["/dev/null", "a device or socket; give a file, a folder, or - for standard input"],
        ["/dev/zero", "a device or socket; give a file, a folder, or - for standard input"],
        ["texte/niemand.txt", "left out, not a regular file"],
        ["ring/texte/niemand.txt", "left out, not a regular file"],
    ]


def test_lines_of_no_use_are_named_and_the_others_are_done(process: Run, folder: Path, model: str) -> None:
    half = '{"text": "Anna Berg \\ud83d war in Genf.", "title": "\\udc00", "source": "\\ud800\\ud800"}'
    lines = [
        json.dumps({"text": SENTENCE}),
        "{broken",
        half,
        '{"text": "\x00"}',
        "[" * 50_000,
        json.dumps({"text": "Genf."}),
    ]
    (folder / "a.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"text": "K\xf6ln und Genf."}\n\xff\xfe\n')
    done = process("extract", "a.jsonl", "--jsonl", "--model", model)
    assert done.returncode == 1
    assert [file.rpartition(":")[2] for file in records(done)] == ["1", "3", "6", "7"]
    named = re.findall(r"a\.jsonl:(\d+): ", done.stderr)
    assert named == ["2", "3", "4", "5", "7", "8"] and len(done.stderr.splitlines()) == 6
    assert "\\ud" not in done.stdout  # each half has become one sign that UTF-8 has
    with_tables = process("extract", "a.jsonl", "--model", model, "--format", "table")
    assert "Anna Berg" in with_tables.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="rights of root that can be given up")
def test_no_permission(process: Run, folder: Path, unprivileged: Callable[[], None], model: str) -> None:
    (folder / "zu.txt").write_text(SENTENCE)
    (folder / "zu.txt").chmod(0)
    (folder / "zu").mkdir(mode=0)
    (folder / ".peacetalks" / "facts.db").chmod(0o444)
    (folder / ".peacetalks").chmod(0o555)
    folder.chmod(0o555)
    try:
        read = process("extract", "zu.txt", "zu", "articles.jsonl", "--no-store", "--csv", preexec_fn=unprivileged)
        asked = process("people", preexec_fn=unprivileged)
        written = process("people", "-o", "people.csv", preexec_fn=unprivileged)
        stored = process("extract", "articles.jsonl", "--model", model, preexec_fn=unprivileged)
    finally:
        for path in (folder, folder / ".peacetalks", folder / "zu"):
            path.chmod(0o755)
    hint = "no permission to read it; change its permissions or leave it out"
    assert read.stderr.splitlines()[:2] == [f"peacetalks: zu.txt: {hint}", f"peacetalks: zu: {hint}"]
    assert (asked.returncode, asked.stderr) == (0, "") and "Anna Berg" in asked.stdout
    assert written.stderr == "peacetalks: people.csv: cannot be written: Permission denied\n"
    store = (
        "peacetalks: .peacetalks/facts.db: no permission to write there; give another --store FILE, or use --no-store"
    )
    assert (stored.returncode, stored.stderr) == (2, f"{store}\n")


STEERING = (
    "\x1b[31mrot\x1b[0m", "\x1b]0;Titel\x07", "\x1b]8;;https://example.org\x1b\\Link\x1b]8;;\x1b\\", "\x9b2J", "\x1bc",
    "\r\x08\x08", "\x0e", "\x7f", "\u202elinks\u202c", "\u2066x\u2069",
)  # fmt: skip
MARKUP = "[bold red]fett[/] [link=https://example.org]Link[/link] :smile: [/]"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SHOWN = [
    ("extract",), ("extract", "--format", "table"), ("extract", "--csv"), ("extract", "--format", "md"),
    ("people", "--format", "table"), ("people", "--explain", "Anna Berg"), ("places",), ("dates", "--explain"),
    ("numbers",), ("numbers", "--explain"), ("numbers", "--chart"), ("timeline",), ("timeline", "--format", "md"),
    ("show",),
]  # fmt: skip


@pytest.fixture
def hostile(folder: Path, model: str) -> Path:
    """An article in whose names, figures, days, title and file name there is everything that steers a terminal."""
    evil = "".join(STEERING)
    text = (
        f"Anna Berg {evil} nannte am 3. März in Genf {evil} 40 Drohnen {evil} {MARKUP}.\n"
        f"Laut Außenminister {MARKUP} {evil} trafen 12 Raketen {evil} die NATO {evil} am Freitag."
    )
    line = {"text": text, "title": f"{evil}{MARKUP}", "source": evil, "file": f"{evil}{MARKUP}.txt"}
    (folder / "evil.jsonl").write_text(json.dumps(line | {"published": "2026-02-01"}))
    return folder


@pytest.mark.parametrize("args", SHOWN, ids=" ".join)
def test_no_word_of_an_article_steers_a_terminal(hostile: Path, run: Run, model: str, args: tuple[str, ...]) -> None:
    done = run(args[0], "evil.jsonl", *args[1:], "--no-store", "--model", model, env={"COLUMNS": "200"})
    assert (done.returncode, done.stderr) == (0, "")
    assert any(word in done.stdout for word in ("Anna", "Genf", "40", "Freitag"))
    assert not CONTROL.search(done.stdout.replace("\r\n", "\n"))


def test_nor_on_a_real_one(hostile: Path, on_terminal: OnTerminal, model: str) -> None:
    """Bold is ours; what looks like rich's markup or an emoji's name stands there as it is."""
    for args in (("extract",), ("show",), ("numbers",)):
        text = on_terminal(args[0], "evil.jsonl", "--quiet", "--model", model, columns=160)
        ours = re.sub(r"\x1b\[(?:0|1|2|4|1;\d\d?|\d\d?;?4?)m", "", text)
        assert not CONTROL.search(ours), args
    assert "[bold red]fett[/]" in re.sub(r"\s+", " ", on_terminal("show", "evil.jsonl", "--model", model, NO_COLOR="1"))


def test_messages_and_file_names_do_not_steer_it_either(process: Run, folder: Path) -> None:
    evil = "".join(STEERING).replace("/", "")
    (folder / "broken.jsonl").write_text(json.dumps({"text": "Genf.", "published": evil, "title": 5}))
    for args in (
        ("extract", evil),
        ("people", "--store", evil),
        ("people", "-o", f"{evil}/x"),
        ("numbers", "--topic", evil),
    ):
        done = process(*args)
        assert done.returncode in (1, 2) and done.stderr.startswith("peacetalks: ")
        assert not CONTROL.search(done.stderr) and done.stderr.count("\n") == 1
    done = process("extract", "broken.jsonl", "--no-store", "--model", "none")
    assert not CONTROL.search(done.stderr)
