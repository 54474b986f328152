"""A cluster beside processes of one command: the same records, its speed, its memory as a collection grows."""

import json
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Any

from distributed import Client, LocalCluster

from benchmarks.articles import endless
from benchmarks.process import PEACETALKS, cost

EQUAL, FASTER = 5_000, 2_000  # articles
GROWING = (1_000, 5_000, 20_000)


def main(share: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        same_records(folder, round(EQUAL * share))
        speed(folder, round(FASTER * share))
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
    """The dataset of two workers against what one process prints."""
    articles = written(folder, number)
    alone, shared = folder / "alone.jsonl", folder / "same"
    cost([*PEACETALKS, "extract", str(articles), "--jobs", "1", "--no-store", "--jsonl", "-o", str(alone)])
    cost([*PEACETALKS, "extract", str(articles), "--cluster", "local:2", "--output", str(shared), "--jsonl"])
    parts = sorted((shared / "records").glob("*.jsonl"))
    lines = (line for part in parts for line in part.open(encoding="utf-8"))
    with alone.open(encoding="utf-8") as file:
        differ = sum(json.loads(one) != json.loads(other) for one, other in zip(file, lines, strict=True))
    print(
        f"{number:,} articles in {len(parts)} partitions: {differ} records differ from those of one process", flush=True
    )
    if differ:
        sys.exit(1)


def speed(folder: Path, number: int) -> None:
    """Seconds of local:1, local:2 and --jobs 2 over the same articles, in turns."""
    articles = written(folder, number)
    seconds: dict[str, list[float]] = {}
    for turn in range(3):
        for name in ("--cluster local:1", "--cluster local:2", "--jobs 2"):
            way = [*name.split(), "--output", str(folder / f"{name}{turn}"), "--jsonl", "--partition", "0.5"]
            if name.startswith("--jobs"):
                way = [*name.split(), "--no-store", "--jsonl", "-o", str(folder / f"{turn}.jsonl")]
            seconds.setdefault(name, []).append(cost([*PEACETALKS, "extract", str(articles), *way]).seconds)
    least = {name: min(values) for name, values in seconds.items()}
    one, two, jobs = least.values()
    print(
        f"{number:,} articles: two workers {one / two:.2f} times one; local:2 {jobs / two:.2f} of --jobs 2", flush=True
    )


def memory(folder: Path, numbers: list[int]) -> None:
    """The peak of scheduler and workers, and seconds an article, as the collection grows."""
    for number in numbers:
        articles = written(folder, number)
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as cluster:
            peak, stop = _watched(cluster)
            begun = perf_counter()
            command = [*PEACETALKS, "extract", str(articles), "--cluster", cluster.scheduler_address]
            client = cost([*command, "--output", str(folder / f"memory{number}")])
            seconds = perf_counter() - begun
            stop.set()
        workers = " and ".join(f"{megabytes:.0f}" for megabytes in sorted(peak.values()))
        print(
            f"{number:,} articles: {1_000 * seconds / number:.0f} ms an article;"
            f" peak in MB: client {client.megabytes:.0f}, workers {workers}",
            flush=True,
        )


def _watched(cluster: LocalCluster) -> tuple[dict[str, float], Event]:
    """The peak of each worker in megabytes, looked at until the event is set."""
    peak: dict[str, float] = {}
    stop = Event()

    def watch() -> None:
        with Client(cluster, set_as_default=False) as client:
            while not stop.wait(1):
                workers: dict[str, Any] = client.scheduler_info(n_workers=-1)["workers"]
                for address, about in workers.items():
                    peak[address] = max(peak.get(address, 0), about["metrics"]["memory"] / 1e6)

    Thread(target=watch, daemon=True).start()
    return peak, stop
