"""What the letters of a word say: does one that nobody knows look like a person, a place or a common noun?

A softmax over hashed n-grams of letters, learned by training/letters.py from lists of names and nouns
(sources and licences: NOTICE). Riwnopillja looks like a village, Bewerbungsmails like a noun.
"""

from functools import cache
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent.parent / "data" / "letters.npz"

KINDS: Final = ("person", "place", "noun")
PERSON, PLACE, NOUN = range(3)
BUCKETS: Final = 1 << 15
_SIZES: Final = (2, 3, 4, 5)  # letters of an n-gram
_LEVELS: Final = (0.6, 0.8, 0.95)  # shares that part four degrees of certainty
_LONGEST, _SHORTEST = 40, 3
_MEMO = 8192

Shares = tuple[float, float, float]


class Letters:
    """`weights`: a row a bucket of n-grams, a column a kind."""

    def __init__(self, path: Path = DATA) -> None:
        with np.load(path) as table:
            self.weights: NDArray[np.float32] = table["weights"].astype(np.float32) * table["scale"]
        self._known: dict[str, Shares] = {}

    def shares(self, word: str) -> Shares:
        """How much `word` looks like each of KINDS; the three add up to 1."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MEMO:
                self._known.clear()
            rows = grams(word)
            scores = self.weights[rows].sum(axis=0) / len(rows) ** 0.5
            scores = np.exp(scores - scores.max())
            person, place, noun = (float(share) for share in scores / scores.sum())
            found = self._known[word] = (person, place, noun)
        return found

    def degree(self, word: str) -> int:
        """1 to 12: the kind that `word` looks like most, and how surely; 0 for what is no capitalised word."""
        if not word[:1].isupper() or not word.isalpha() or not _SHORTEST <= len(word) <= _LONGEST:
            return 0
        shares = self.shares(word)
        best = max(range(len(KINDS)), key=shares.__getitem__)
        return 1 + best * (len(_LEVELS) + 1) + sum(shares[best] >= level for level in _LEVELS)


def grams(word: str) -> list[int]:
    """The buckets of the n-grams of `word`, each once, in order."""
    marked = f"^{word.lower()}$"
    return sorted(
        {crc32(marked[at : at + size].encode()) % BUCKETS for size in _SIZES for at in range(len(marked) - size + 1)}
    )


@cache
def letters() -> Letters:
    """The one table of this process, read when it is first needed."""
    return Letters()
