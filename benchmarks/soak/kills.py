"""`extract` is killed at random moments: what is in the store is whole, and the next run ends as an undisturbed one."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.articles import write
from benchmarks.process import PEACETALKS, cost
from peacetalks_cli.query import without_vague
from peacetalks_cli.store import Store

Record = dict[str, Any]
KILLS, ARTICLES, A_RUN = 50, 200, 5


def main(share: float) -> None:
    """Runs are killed until `A_RUN` kills are done; then one may end, and the next begins with an empty store."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles", max(20, round(ARTICLES * share)))
        seconds, truth = undisturbed(folder)
        kills = max(A_RUN, round(KILLS * share))
        kept = 0
        for number in range(kills):
            last = number % A_RUN == A_RUN - 1
            # Of a run that goes on where the one before was killed less is left.
            killed(folder, chance.uniform(0.1, seconds / A_RUN if not last else seconds), jobs=1 + number % 2)
            kept = check(folder, truth)
            if last:
                finish(folder, truth)
        print(f"{kills} kills of {len(truth)} articles: the store whole each time (last: {kept} articles in it),")
        print(f"{kills // A_RUN} times run to the end afterwards: the same as undisturbed")


def extraction(jobs: int = 1) -> list[str]:
    return [
        *PEACETALKS,
        "extract",
        "articles",
        "--jsonl",
        "--jobs",
        str(jobs),
        "--store",
        "facts.db",
        "-o",
        "out.jsonl",
    ]


def undisturbed(folder: Path) -> tuple[float, list[Record]]:
    spent = cost(extraction(), folder)
    remove(folder)
    return spent.seconds, records(folder)


def killed(folder: Path, after: float, jobs: int) -> None:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(extraction(jobs), cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        time.sleep(after)
        process.send_signal(signal.SIGKILL)


def check(folder: Path, truth: list[Record]) -> int:
    """Ends this process if the store holds anything but whole articles; else how many it has."""
    path = folder / "facts.db"
    if not path.exists():
        return 0
    with sqlite3.connect(path) as connection:
        state = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    if state != ("ok",):
        sys.exit(f"{path}: {state}")
    if path.stat().st_size == 0:
        return 0
    with Store.open(path, create=True) as store:
        found = [without_vague(record.as_json()) for record in store.records()]
    if strange := [one for one in found if one not in truth]:
        sys.exit(f"{strange[0]['article']['file']}: in the store is not what was found undisturbed")
    return len(found)


def finish(folder: Path, truth: list[Record]) -> None:
    cost(extraction(), folder)
    if records(folder) != truth:
        sys.exit("after a kill the next run found something else")
    left = [path.name for path in folder.iterdir() if path.suffix == ".tmp"]
    remove(folder)
    for name in left:  # of a killed `-o`; nothing can take it away then
        (folder / name).unlink()


def records(folder: Path) -> list[Record]:
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def remove(folder: Path) -> None:
    for path in folder.glob("facts.db*"):
        path.unlink()
