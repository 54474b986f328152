"""How fast, as ratios within one run: absolute times say more about the machine than about us.

    python benchmarks/speed.py [--articles N] [--rounds N] [--only start|words|jobs|again]

start: whole processes, `python -c "import typer"` is 1. words: annotating in this process, the words per second of the
bare pipeline's `nlp.pipe` (tok2vec and ner), as spaCy loads it, are 1; the same network as `extract` runs it, which
remembers the vectors of words and reads all tokens at once, stands there too. jobs: two processes beside one. again: a
second run over unchanged articles, and over ones of which one changed, beside the first. Each figure is the median of
several rounds, taken in turns. Where the machine is busy, the processor's time (in brackets) tells more than the
clock's.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy

from benchmarks.articles import endless, write
from benchmarks.process import PEACETALKS, Cost, cost
from peacetalks_cli import annotate
from peacetalks_cli.annotate.pipeline import BUNDLED, COMPONENTS
from peacetalks_cli.extract import extract
from peacetalks_cli.facts import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("start", "words", "jobs", "again"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles", options.articles)
        print(f"{options.articles} articles, {options.rounds} rounds")
        for part in (start, jobs, again, words):
            if options.only in (None, part.__name__):
                print(f"\n{part.__name__}")
                part(folder, options.rounds)


def start(folder: Path, rounds: int) -> None:
    """--help, a question to the store, other commands without spaCy; the store is filled by the first."""
    cost([*PEACETALKS, "extract", "articles", "--jsonl"], folder)
    commands = {
        'python -c "import typer"': [sys.executable, "-c", "import typer"],
        "--help": [*PEACETALKS, "--help"],
        "extract --help": [*PEACETALKS, "extract", "--help"],
        "people --json": [*PEACETALKS, "people", "--json"],
        "people --since 2000 --json": [*PEACETALKS, "people", "--since", "2000", "--json"],
        "numbers --json": [*PEACETALKS, "numbers", "--json"],
        "schema": [*PEACETALKS, "schema"],
    }
    shown(turns({name: partial(cost, command, folder) for name, command in commands.items()}, 4 * rounds))


def jobs(folder: Path, rounds: int) -> None:
    """The same bytes, and how long they take; each round without a store."""
    alone = [*PEACETALKS, "extract", "articles", "--no-store", "--jsonl"]
    ways = {f"--jobs {n}": partial(cost, [*alone, "--jobs", str(n), "-o", f"{n}.jsonl"], folder) for n in (1, 2)}
    shown(turns(ways, max(1, rounds // 2)))
    same = (folder / "1.jsonl").read_bytes() == (folder / "2.jsonl").read_bytes()
    print("the same bytes" if same else "NOT THE SAME BYTES")


def again(folder: Path, rounds: int) -> None:
    command = [*PEACETALKS, "extract", "articles", "--jsonl", "--jobs", "1", "--store", "again.db"]
    first = cost(command, folder)
    second = turns({"second run": partial(cost, command, folder)}, rounds)["second run"]
    changed = folder / "articles" / "00000.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nNeu.", encoding="utf-8")
    shown({"first run": [first], "second run": second, "one article changed": [cost(command, folder)]})


def words(folder: Path, rounds: int) -> None:
    """Words per second of the processor, article by article as `extract` does; every fifth of 1,000 articles."""
    texts = list(islice(endless(), 0, 1000, 5))
    bare = spacy.load(BUNDLED)
    annotator = annotate.load()
    nlp = annotator.nlp
    ways: dict[str, Callable[[], Iterable[object]]] = {
        f"bare pipeline, batches of {size}": partial(bare.pipe, texts, batch_size=size)
        for size in (bare.batch_size, 16)
    }
    ways["the same, as extract runs it"] = partial(nlp.pipe, texts, disable=COMPONENTS, batch_size=1)
    for last in range(1, len(COMPONENTS) + 1):
        ways[f"with {COMPONENTS[last - 1]}"] = partial(nlp.pipe, texts, disable=COMPONENTS[last:], batch_size=1)
    ways["whole extraction"] = lambda: [extract(Article(text, "x"), annotator) for text in texts]
    number = sum(len(text.split()) for text in texts)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            begin = time.process_time()
            for _result in way():
                pass
            times[name].append(time.process_time() - begin)
    first = statistics.median(next(iter(times.values())))
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"  {name:40} {number / middle:8.0f} words/s  {first / middle:6.2f}")


def turns(ways: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, list[Cost]]:
    """The costs of each way; the ways take turns, so that noise hits them alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            costs[name].append(way())
    return costs


def shown(costs: dict[str, list[Cost]]) -> None:
    """A line a way: the median, and its ratio to the first way's; in brackets the same of the processor's time."""

    def middle(taken: Sequence[Cost]) -> tuple[float, float]:
        return statistics.median(one.seconds for one in taken), statistics.median(one.processor for one in taken)

    first = middle(next(iter(costs.values())))
    for name, taken in costs.items():
        clock, processor = middle(taken)
        ratios = f"{clock / first[0]:6.2f} ({processor / first[1]:.2f})"
        print(f"  {name:28} {clock * 1000:8.0f} ms ({processor * 1000:.0f}) {ratios}")


if __name__ == "__main__":
    main()
