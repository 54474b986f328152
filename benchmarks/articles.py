"""Articles to measure with: our own, and real ones where the corpus gnad10 is at hand."""

import csv
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("PEACETALKS_CORPORA", ROOT.parent / "shared" / "corpora"))


def sample() -> list[str]:
    """The different texts there are."""
    ours = [*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/gold/dev/*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(ours)]
    if (CORPORA / "gnad10" / "test.csv").exists():
        with (CORPORA / "gnad10" / "test.csv").open(encoding="utf-8", newline="") as file:
            texts += [row[1] for row in csv.reader(file, delimiter=";", quotechar="'")]
    return texts


def endless() -> Iterator[str]:
    """The texts again and again, each time as others."""
    texts = sample()
    for edition in count(1):
        yield from (text if edition == 1 else f"{text}\n{edition}. Fassung." for text in texts)


def write(folder: Path, number: int) -> None:
    """That many articles as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for index, text in zip(range(number), endless(), strict=False):
        (folder / f"{index:05}.txt").write_text(text, encoding="utf-8")
