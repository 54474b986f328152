"""A small cluster on this machine, and a collection of a few dozen articles for it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cluster_collection import text
from distributed import LocalCluster

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """24 text files, and a JSONL file with 16 articles more, two of them of no use."""
    folder = tmp_path_factory.mktemp("collection") / "articles"
    folder.mkdir()
    for n in range(24):
        (folder / f"a{n:02}.txt").write_text(text(n))
    lines = [json.dumps({"text": text(100 + n), "published": f"2026-02-{n + 1:02}"}) for n in range(16)]
    lines[3:3] = ["{broken", json.dumps({"text": ""})]
    (folder / "more.jsonl").write_text("\n".join(lines) + "\n")
    return folder


@pytest.fixture(scope="module")  # its processes are gone before others count theirs
def cluster() -> Iterator[LocalCluster]:
    """Two workers, each a process, which a nanny starts again when it is killed."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as running:
        yield running


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command as a process, in a folder of its own."""

    def run(*args: object, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "peacetalks_cli", *map(str, args)],
            cwd=tmp_path, env=os.environ | {"PEACETALKS_STORE": str(tmp_path / "facts.db")} | env,
            capture_output=True, text=True, check=False, timeout=100,
        )  # fmt: skip

    return run
