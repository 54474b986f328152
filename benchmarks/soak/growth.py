"""Time and memory by the number of articles, and by the length of one; adversarial texts."""

import random
import string
import sys
import tempfile
from itertools import islice
from pathlib import Path

from benchmarks.articles import endless, write
from benchmarks.process import PEACETALKS, Cost, cost

EXTRACT = (*PEACETALKS, "extract", "--no-store", "--jsonl", "--jobs", "1")
NUMBERS = (100, 1000, 10_000)
LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 50_000_000)
HOSTILE = 1_000_000
_WORDS = (
    "und ",
    "Kiew ",
    "am 3. Mai ",
    "375 Drohnen ",
    "sagte Putin. ",
    "„",
    "(",
    "-",
    ".",
    "1.",
    "a.b",
    "eine Million ",
)


def main(share: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        by_number(folder, [number for number in NUMBERS if number <= max(100, NUMBERS[-1] * share)])
        by_length(folder, [length for length in LENGTHS if length <= max(1000, LENGTHS[-1] * share)])
        by_kind(folder, round(HOSTILE * share))


def by_number(folder: Path, numbers: list[int]) -> None:
    rows = []
    for number in numbers:
        write(folder / str(number), number)
        rows.append((f"{number} articles", number, cost([*EXTRACT, str(number)], folder)))
    shown(rows, "article")


def by_length(folder: Path, lengths: list[int]) -> None:
    """News prose, one article after the other in one."""
    rows = []
    for length in lengths:
        text = "\n\n".join(islice(endless(), 2 + length // 500))[:length]
        (folder / "long.txt").write_text(text, encoding="utf-8")
        rows.append((f"{length} characters", length, cost([*EXTRACT, "long.txt"], folder)))
    shown(rows, "character")


def by_kind(folder: Path, length: int) -> None:
    chance = random.Random(1)
    texts = {
        "digits": "".join(chance.choices(string.digits, k=length)),
        "capitals": "".join(chance.choices(string.ascii_uppercase, k=length)),
        "lines of capitals": "\n".join(
            "".join(chance.choices(string.ascii_uppercase, k=9)) for _ in range(length // 10)
        ),
        **{f"{word!r} again and again": (word * length)[:length] for word in _WORDS},
    }
    for name, text in texts.items():
        rows = []
        for part in (length // 4, length):
            (folder / "hostile.txt").write_text(text[:part], encoding="utf-8")
            rows.append((f"{name}, {part}", part, cost([*EXTRACT, "hostile.txt"], folder)))
        shown(rows, "character")


def shown(rows: list[tuple[str, int, Cost]], unit: str) -> None:
    """A line each; the time for one more `unit` than in the line before shows the curve without the start-up."""
    before: tuple[int, Cost] | None = None
    for name, size, spent in rows:
        more = ""
        if before:
            slope = (spent.processor - before[1].processor) / (size - before[0])
            more = f", each further {unit} {slope * 1e6:.1f} µs"
        print(f"{name}: {spent.processor:.1f} s, {spent.megabytes:.0f} MB{more}")
        sys.stdout.flush()
        before = size, spent
