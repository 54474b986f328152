"""A cluster beside processes of one command: the same records and answers, speed, memory as a collection grows."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import Any

import psutil  # type: ignore[import-untyped]
import pyarrow.parquet as pq
from distributed import Client

from benchmarks.articles import endless
from benchmarks.process import PEACETALKS, cost
from peacetalks_cli.dataset.tables import fact
from peacetalks_cli.facts import KINDS, SCHEMA_VERSION

EQUAL, FASTER, LONGER = 5_000, 900, 3_000  # articles
GROWING = (1_000, 5_000, 20_000)
TURNS = 3
PARTITION = "0.25"  # megabytes: what is in a worker's memory at once should be the same for all numbers of articles


def main(share: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        same_records(folder, round(EQUAL * share))
        speed(folder, round(FASTER * share), TURNS)
        speed(folder, round(LONGER * share), 1)
        memory(folder, [round(number * share) for number in GROWING])


def written(folder: Path, number: int) -> Path:
    """A JSONL file with that many articles."""
    path = folder / f"{number}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text, "file": f"{n}.txt"}) + "\n" for n, text in enumerate(_some(number)))
    return path


def _some(number: int) -> Iterator[str]:
    return islice(endless(), number)


def same_records(folder: Path, number: int) -> None:
    """The dataset of two workers against what one process prints, and against its store."""
    articles, alone, shared, store = (
        written(folder, number),
        folder / "alone.jsonl",
        folder / "same",
        folder / "facts.db",
    )
    cost([*PEACETALKS, "extract", str(articles), "--jobs", "1", "--store", str(store), "--jsonl", "-o", str(alone)])
    cost([*PEACETALKS, "extract", str(articles), "--cluster", "local:2", "--output", str(shared)])
    with alone.open(encoding="utf-8") as file:
        differ = sum(json.loads(one) != other for one, other in zip(file, records(shared), strict=True))
    parts = len(list((shared / "articles").glob("*.parquet")))
    print(f"{number:,} articles in {parts} partitions: {differ} records differ from those of one process", flush=True)
    wrong = [kind for kind in ("people", "places", "dates", "numbers") if not _answers_agree(kind, store, shared)]
    print(f"answers of the dataset that differ from the store's: {', '.join(wrong) or 'none'}", flush=True)
    if differ or wrong:
        sys.exit(1)


def records(dataset: Path) -> Iterator[dict[str, Any]]:
    """The article records of a dataset, put together of its tables, in their order."""
    for path in sorted((dataset / "articles").glob("*.parquet")):
        facts: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for kind in KINDS:
            for row in pq.read_table(dataset / kind / path.name).to_pylist():
                facts.setdefault((kind, row["number"]), []).append(fact(kind, row))
        for article in pq.read_table(path).to_pylist():
            number, pipeline = article.pop("number"), article.pop("pipeline")
            of = {kind: facts.get((kind, number), []) for kind in KINDS}
            yield {"schema": SCHEMA_VERSION, "article": article, "pipeline": pipeline, **of}


def _answers_agree(kind: str, store: Path, dataset: Path) -> bool:
    answers = []
    for way in (("--store", str(store)), ("--from", str(dataset))):
        path = store.with_name("answer.json")
        cost([*PEACETALKS, kind, *way, "--json", "-o", str(path)])
        answers.append(json.loads(path.read_text(encoding="utf-8")))
    return bool(answers[0] == answers[1])


def speed(folder: Path, number: int, turns: int) -> None:
    """Seconds of local:1, local:2 and --jobs 2 over the same articles, in turns, the start included; local:1 only where
    there are several turns."""
    articles = written(folder, number)
    seconds: dict[str, list[float]] = {}
    ways = ("--jobs 2", "--cluster local:2", "--cluster local:1")[: 3 if turns > 1 else 2]
    for turn in range(turns):
        for name in ways:
            way = [*name.split(), "--output", str(folder / f"{name}{number}.{turn}")]
            if name.startswith("--jobs"):
                way = [*name.split(), "--no-store", "--jsonl", "-o", str(folder / f"{turn}.jsonl")]
            seconds.setdefault(name, []).append(cost([*PEACETALKS, "extract", str(articles), *way]).seconds)
            print(f"  {number:,} articles, {name}: {seconds[name][-1]:.1f} s", flush=True)
    least = {name: min(values) for name, values in seconds.items()}
    jobs, two = least["--jobs 2"], least["--cluster local:2"]
    faster = f"; two workers {least['--cluster local:1'] / two:.2f} times one" if turns > 1 else ""
    print(f"{number:,} articles: local:2 {jobs / two:.2f} of --jobs 2{faster}", flush=True)


def memory(folder: Path, numbers: list[int]) -> None:
    """The peak of client, scheduler and workers, and what an article costs, as the collection grows: the processor's
    time of all of them, which a busy machine hardly changes, and the clock's."""
    first = 0.0
    for number in numbers:
        articles = written(folder, number)
        with running(folder / f"scheduler{number}.json") as (address, processes), watched(processes) as peak:
            command = [*PEACETALKS, "extract", str(articles), "--cluster", address, "--partition", PARTITION]
            before = _processor(processes)
            client = cost([*command, "--output", str(folder / f"memory{number}")])
            each = (client.processor + _processor(processes) - before) / number
        first = first or each
        scheduler, *workers = peak.values()
        print(
            f"{number:,} articles: {1_000 * each:.1f} ms of the processor an article, {each / first:.2f} of the first"
            f" ({1_000 * client.seconds / number:.1f} ms); peak in MB: client {client.megabytes:.0f},"
            f" scheduler {scheduler:.0f}, workers {' and '.join(f'{one:.0f}' for one in workers)}",
            flush=True,
        )


def _processor(processes: list[psutil.Process]) -> float:
    """Seconds of the processor that they have used so far."""
    return sum(sum(process.cpu_times()[:2]) for process in processes)


@contextmanager
def running(file: Path) -> Iterator[tuple[str, list[psutil.Process]]]:
    """A scheduler and two workers, each a process of its own, started as docs/scale.md has it; its address, and all
    three."""
    python, quiet = sys.executable, subprocess.DEVNULL
    environment = {
        **os.environ,
        "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
        "DASK_DISTRIBUTED__ADMIN__LOW_LEVEL_LOG_LENGTH": "10",
    }
    options = ["--scheduler-file", str(file), "--no-dashboard"]
    commands = [[python, "-m", "dask", "scheduler", "--port", "0", *options]]
    commands += [[python, "-m", "dask", "worker", "--nthreads", "1", "--no-nanny", *options]] * 2
    started = [subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment) for command in commands]
    try:
        with Client(scheduler_file=str(file), set_as_default=False, timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, [psutil.Process(process.pid) for process in started]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


@contextmanager
def watched(processes: list[psutil.Process]) -> Iterator[dict[int, float]]:
    """The peak of each process in megabytes, in their order."""
    peak = {process.pid: 0.0 for process in processes}
    stop = Event()

    def watch() -> None:
        while not stop.wait(0.5):
            for process in processes:
                peak[process.pid] = max(peak[process.pid], process.memory_info().rss / 1e6)

    thread = Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        stop.set()
        thread.join()
