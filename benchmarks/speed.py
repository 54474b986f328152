"""How fast, as ratios within one run: absolute times say more about the machine than about us.

    python benchmarks/speed.py [--articles N] [--rounds N]

Layers: the time of the base pipeline (tokenizer, tok2vec, ner) over the same texts is 1. Start-up: the time of
`python -c "import typer"` is 1. Each figure is the median of several rounds, taken in turns.
"""

import argparse
import csv
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from peacetalks_cli import annotate
from peacetalks_cli.annotate.pipeline import COMPONENTS
from peacetalks_cli.extract import extract
from peacetalks_cli.facts import Article

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("PEACETALKS_CORPORA", ROOT.parent / "shared" / "corpora"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = list(islice(cycle(sample()), options.articles))
    print(f"{len(texts)} articles, {sum(len(text.split()) for text in texts)} words")
    for name, ratio in layers(texts, options.rounds).items():
        print(f"{name:32} {ratio:6.2f}")
    for name, ratio in start_up(options.rounds).items():
        print(f"{name:32} {ratio:6.2f}")


def sample() -> list[str]:
    """Our own articles, and real ones where the corpus is at hand."""
    ours = [*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/gold/dev/*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(ours)]
    if (CORPORA / "gnad10" / "test.csv").exists():
        with (CORPORA / "gnad10" / "test.csv").open(encoding="utf-8", newline="") as file:
            texts += [row[1] for row in csv.reader(file, delimiter=";", quotechar="'")]
    return texts


def layers(texts: list[str], rounds: int) -> dict[str, float]:
    """The time of each way to annotate `texts`, by that of the base pipeline alone."""
    annotator = annotate.load()
    nlp = annotator.nlp
    ways: dict[str, Callable[[], Iterable[object]]] = {}
    for last in range(len(COMPONENTS) + 1):
        ways[" + ".join(["base", *COMPONENTS[:last]])] = partial(nlp.pipe, texts, disable=COMPONENTS[last:])
    ways["whole extraction"] = lambda: [extract(Article(text, "x"), annotator) for text in texts]
    return medians(ways, rounds)


def start_up(rounds: int) -> dict[str, float]:
    commands = {
        "import typer": [sys.executable, "-c", "import typer"],
        "peacetalks --help": [sys.executable, "-m", "peacetalks_cli", "--help"],
        "peacetalks schema": [sys.executable, "-m", "peacetalks_cli", "schema"],
    }
    return medians({name: partial(run, command) for name, command in commands.items()}, rounds)


def run(command: list[str]) -> Iterable[object]:
    return [subprocess.run(command, capture_output=True, check=True)]


def medians(ways: dict[str, Callable[[], Iterable[object]]], rounds: int) -> dict[str, float]:
    """The median time of each way, by that of the first; the ways take turns, so that noise hits them alike."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            begin = time.perf_counter()
            for _result in way():
                pass
            times[name].append(time.perf_counter() - begin)
    first = statistics.median(next(iter(times.values())))
    return {name: statistics.median(taken) / first for name, taken in times.items()}


if __name__ == "__main__":
    main()
