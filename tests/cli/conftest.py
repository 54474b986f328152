"""The program as a process, in a folder with articles whose facts the store already has: so spaCy is not needed."""

import ctypes
import fcntl
import json
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import handmade as made
import pytest

from peacetalks_cli.cli import main
from peacetalks_cli.facts import Pipeline
from peacetalks_cli.read import read
from peacetalks_cli.store import Store

Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(**changes: str) -> dict[str, str]:
    """This one without what steers the program or its terminal."""
    steering = ("PEACETALKS_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(steering)}
    return kept | {"TERM": "xterm-256color"} | changes


def command(*args: object, python: tuple[str, ...] = ()) -> list[str]:
    return [sys.executable, *python, "-m", "peacetalks_cli", *map(str, args)]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "model").mkdir()
    (folder / "model" / "meta.json").write_text('{"lang": "de", "name": "test", "version": "1.0.0"}')
    lines = [{"text": made.FIRST, "published": "2026-03-04"}, {"text": made.SECOND, "published": "2026-02-01"}]
    (folder / "articles.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))

    before = Path.cwd()
    os.chdir(folder)  # names of files are as they are given
    try:
        articles = list(read(["articles.jsonl"], on_error=_never, on_warning=_never))
        with Store.open(Path(".peacetalks/facts.db"), create=True) as store:
            for article, record in zip(articles, (made.first_record(), made.second_record()), strict=True):
                store.save(replace(record, article=article, pipeline=Pipeline("de_test", "1.0.0")))
    finally:
        os.chdir(before)
    return folder


@pytest.fixture
def folder(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """articles.jsonl with two articles, a store with their facts, and model/, which says which pipeline they are
    of but cannot be loaded."""
    return Path(shutil.copytree(template, tmp_path_factory.mktemp("folder") / "articles"))


def _never(problem: object) -> None:
    raise AssertionError(problem)


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs a command in `folder`, in this process for speed; returns what it wrote and its exit status."""
    before = signal.getsignal(signal.SIGTERM)

    def run(*args: object, env: dict[str, str] | None = None, cwd: Path = folder) -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(cwd)
        for name in ("PEACETALKS_STORE", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"PEACETALKS_MODEL": str(folder / "model")} | (env or {})).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["peacetalks", *map(str, args)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return subprocess.CompletedProcess(sys.argv, int(ended.value.code or 0), *capsys.readouterr())

    yield run
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def process(folder: Path) -> Run:
    """The same as a process: for what needs real pipes."""

    def run(
        *args: object, stdin: str = "", env: dict[str, str] | None = None, **more: Any
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command(*args),
            input=stdin.encode(),
            stdout=more.pop("stdout", subprocess.PIPE),
            stderr=more.pop("stderr", subprocess.PIPE),
            env=environment(**{"PEACETALKS_MODEL": str(folder / "model")} | (env or {})),
            cwd=folder,
            timeout=240,
            check=False,
            **more,
        )
        out = (done.stdout or b"").decode()
        return subprocess.CompletedProcess(done.args, done.returncode, out, (done.stderr or b"").decode())

    return run


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a command in `folder` whose standard input, output and error are pipes."""
    started = []

    def start(*args: object, python: tuple[str, ...] = (), group: bool = False) -> subprocess.Popen[str]:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        env = environment(PEACETALKS_MODEL=str(folder / "model"))
        started.append(
            subprocess.Popen(
                command(*args, python=python), text=True, env=env, cwd=folder, start_new_session=group, **pipes
            )
        )
        return started[-1]

    yield start
    for process in started:
        with process:
            process.kill()


@pytest.fixture
def on_terminal(folder: Path) -> Callable[..., str]:
    """Runs a command on a terminal of `columns` and returns what appears there, escape sequences and all."""

    def run(*args: object, columns: int = 80, **env: str) -> str:
        here, there = pty.openpty()
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        environ = environment(**{"PEACETALKS_MODEL": str(folder / "model")} | env)
        process = subprocess.Popen(command(*args), stdin=there, stdout=there, stderr=there, env=environ, cwd=folder)
        os.close(there)
        shown = b""
        while True:
            try:
                piece = os.read(here, 65536)
            except OSError:  # how Linux ends a terminal
                break
            if not piece:
                break
            shown += piece
        os.close(here)
        assert process.wait(240) == 0
        return shown.decode().replace("\r\n", "\n")

    return run


@pytest.fixture(scope="session")
def unprivileged() -> Callable[[], None]:
    """To be called in a new process: from then on permissions of files apply to it, though it may be root's."""

    def give_up() -> None:
        if os.geteuid() == 0:
            library = ctypes.CDLL(None, use_errno=True)
            for capability in (1, 2):  # to write, and to read and search, whatever the permissions
                if library.prctl(24, capability, 0, 0, 0) != 0:  # PR_CAPBSET_DROP: obeyed by what is executed next
                    raise OSError(ctypes.get_errno(), "no permission to give up permissions")

    return give_up
