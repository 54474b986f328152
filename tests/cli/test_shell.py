"""At home in the shell: pipes that close, terminals of every size and kind, locales, the examples of --help."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import handmade as made
import pytest

from peacetalks_cli.facts import KINDS, Pipeline, Record
from peacetalks_cli.read import read
from peacetalks_cli.store import Store

Run = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., subprocess.Popen[str]]
OnTerminal = Callable[..., str]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")  # bold, and the cursor that a progress bar hides
BESIDE = Path(sys.executable).parent  # where `peacetalks` is


@pytest.fixture
def shell(folder: Path) -> Run:
    """Runs a line of bash in `folder`; of a pipe, what comes of every program counts."""

    def shell(line: str, **env: str) -> subprocess.CompletedProcess[str]:
        given = os.environ | {"PATH": f"{folder}:{BESIDE}:{os.environ['PATH']}"} | env
        command = ["bash", "-o", "pipefail", "-c", line]
        return subprocess.run(
            command, cwd=folder, env=given, capture_output=True, text=True, check=False, timeout=240, stdin=-3
        )

    return shell


@pytest.fixture
def thousands(folder: Path) -> Path:
    """Known articles, so many lines of them that no pipe holds what is printed."""
    line = json.loads((folder / "articles.jsonl").read_text().splitlines()[0])
    lines = (json.dumps(line | {"file": f"{n}.txt"}) + "\n" for n in range(1_000))
    (folder / "thousands.jsonl").write_text("".join(lines))
    return folder


@pytest.mark.parametrize("args", [("extract", "--jsonl"), ("extract",), ("show",)], ids=" ".join)
def test_a_pager_that_is_left_early(thousands: Path, start: Start, args: tuple[str, ...]) -> None:
    process = start(args[0], "thousands.jsonl", *args[1:])
    assert process.stdout and process.stderr
    assert process.stdout.readline()
    process.stdout.close()  # the program goes on writing, or is waiting to
    assert (process.stderr.read(), process.wait(240)) == ("", 0)


def test_head(thousands: Path, shell: Run) -> None:
    model = str(thousands / "model")
    done = shell("peacetalks extract thousands.jsonl --jsonl | head -n 2 | wc -l", PEACETALKS_MODEL=model)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "2", "")


@pytest.fixture(params=["full", "closed"])
def nowhere(request: pytest.FixtureRequest) -> Iterator[int]:
    """What cannot be written to: a disk that is full, or a pipe that nobody reads."""
    if request.param == "full":
        if not Path("/dev/full").exists():
            pytest.skip("only Linux has a disk that is always full")
        writing = os.open("/dev/full", os.O_WRONLY)
    else:
        reading, writing = os.pipe()
        os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize("args", [("--help",), ("people", "--store", "none.db"), ("peopel",)], ids=" ".join)
def test_no_traceback_where_nothing_can_be_written(process: Run, nowhere: int, args: tuple[str, ...]) -> None:
    done = process(*args, stdout=nowhere)
    assert "Traceback" not in done.stderr
    assert done.returncode in ((1, 2) if args == ("--help",) else (2,))
    assert process(*args, stderr=nowhere).returncode == (0 if args == ("--help",) else 2)


def test_messages_that_cannot_be_written_stop_nothing(process: Run, nowhere: int, folder: Path) -> None:
    done = process("extract", "none.txt", "articles.jsonl", "-o", "facts.csv", stderr=nowhere)
    assert done.returncode == 1
    assert len((folder / "facts.csv").read_text().splitlines()) == 1 + 7 + 5


@pytest.mark.parametrize("columns", [1, 40, 60, 79, 200])
def test_every_table_fits_the_terminal(on_terminal: OnTerminal, columns: int) -> None:
    text = on_terminal("extract", "articles.jsonl", columns=columns)
    assert max(map(len, ESCAPE.sub("", text).splitlines())) <= max(40, columns)
    assert "Anna" in text


def test_columns_win_over_the_terminal(on_terminal: OnTerminal) -> None:
    text = on_terminal("extract", "articles.jsonl", columns=200, COLUMNS="60")
    assert max(map(len, ESCAPE.sub("", text).splitlines())) <= 60


def test_colours_where_they_are_forced(process: Run) -> None:
    forced = process("numbers", "--format", "table", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[1m1.200\x1b[0m" in forced
    assert "\x1b[1;31m40\x1b[0m" in process("show", "articles.jsonl", env={"FORCE_COLOR": "1"}).stdout
    plain = process("numbers", "--format", "table").stdout
    assert ESCAPE.sub("", forced) == plain
    for wins in ("NO_COLOR", "TERM"):
        env = {"FORCE_COLOR": "1", wins: "dumb"}
        assert process("numbers", "--format", "table", env=env).stdout == plain
    for data in (("--csv",), ("--jsonl",), ()):
        assert "\x1b" not in process("numbers", *data, env={"FORCE_COLOR": "1"}).stdout


def test_a_file_is_never_coloured(process: Run, folder: Path) -> None:
    process("numbers", "-o", "facts.txt", env={"FORCE_COLOR": "1"})
    assert "\x1b" not in (folder / "facts.txt").read_text()


LOCALES = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "cp437"},  # a code page of Windows
]


@pytest.mark.parametrize("env", LOCALES, ids=lambda env: " ".join(map("=".join, env.items())))
def test_all_is_utf8_on_every_code_page(process: Run, env: dict[str, str], folder: Path) -> None:
    help_ = process("extract", "--help", env=env)
    assert (help_.returncode, help_.stderr) == (0, "")
    assert "s3://…" in help_.stdout
    done = process("extract", "articles.jsonl", "fehlt-ä.txt", env=env)
    assert "Außenministerin" in process("people", env=env).stdout
    assert done.returncode == 1
    if "LC_ALL" not in env:  # else Python could not read the name
        assert done.stderr == "peacetalks: fehlt-ä.txt: no such file or folder; check the path\n"


EXAMPLES = re.findall(
    r"(?m)^    ((?:curl .*?\| )?peacetalks .+?)(?:   +.*)?$",
    (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8"),
)


@pytest.fixture
def newsroom(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that the examples name, their facts in a store, a web that has one article, and a pager."""
    monkeypatch.chdir(folder)
    shutil.rmtree(".peacetalks")
    for name in ("articles/a.txt", "archive/b.txt", "article.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(made.SECOND if "b" in name else made.FIRST)
    curl = Path("curl")
    curl.write_text("#!/bin/sh\ncat article.txt\n")
    curl.chmod(0o755)
    records: dict[str, Record] = {made.FIRST: made.first_record(), made.SECOND: made.second_record()}
    with Store.open(Path(".peacetalks/facts.db"), create=True) as store:
        for article in read(["articles", "archive", "article.txt"], on_error=print, on_warning=print):
            one = records[article.text]
            store.save(Record(article, Pipeline("de_test", "1.0.0"), *(getattr(one, kind) for kind in KINDS)))
    return folder


def test_every_command_has_an_example() -> None:
    commands = set(re.findall(r"peacetalks (\w+)", " ".join(EXAMPLES)))
    assert commands == {"extract", "people", "places", "dates", "numbers", "timeline", "show", "report"}


@pytest.mark.parametrize("example", [one for one in EXAMPLES if "--cluster" not in one])  # tests/cluster has those
def test_an_example(newsroom: Path, run: Run, shell: Run, example: str) -> None:
    if "|" not in example:
        done = run(*shlex.split(example)[1:])
    elif all(shutil.which(program) for program in re.findall(r"\| (jq|less)", example)):
        done = shell(example, PEACETALKS_MODEL=str(newsroom / "model"))
    else:
        pytest.skip("not installed: what it is piped to")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or " -o " in example
