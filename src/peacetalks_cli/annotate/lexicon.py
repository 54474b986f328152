"""What is known of a word by itself: its Brown cluster and the lists it stands in.

The table is built by training/lexicon.py (sources and licences: NOTICE). A word that is not in it is read as a
form of one that is: KIEW as Kiew, Kiews as Kiew, Präsidialkanzleichef as Chef.
"""

import tomllib
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.vocab import Vocab

from peacetalks_cli.annotate.letters import letters

DATA = Path(__file__).parent.parent / "data" / "lexicon.npz"
GIVEN_NAMES = DATA.with_name("given_names.toml")

FIRST_NAME, SURNAME, PLACE, NOUN = 1, 2, 4, 8  # bits: the lists that a word stands in
AS_WRITTEN, TITLE_CASE, LOWER_CASE, GENITIVE, PART, HEAD, UNKNOWN = range(7)  # how it was found in the table

COLUMNS: Final = ("cluster", "cluster_11", "cluster_8", "cluster_5", "classes", "letters")
_PREFIXES = (11, 8, 5)  # bits of the path: the shorter, the wider the group of words
_NOTHING = 0
_SOME_NAMES, _HARDLY_ANY_NAMES, _MOST = 0.3, 0.05, 0.7  # shares
_SHORTEST_HEAD = 4
_SHORTEST_MODIFIER = 3
_LONGEST_WORD = 60  # German has no longer ones; keeps the search for a head short
_MEMO = 8192

Row = NDArray[np.uint64]


class Lexicon:
    """The table. `keys`: the low half of spaCy's hash of the word, sorted; `paths`: the clusters' paths in the
    tree, the root in the lowest bit; `clusters`: a number of a path, or 0 for none; `classes`: bits."""

    def __init__(self, path: Path = DATA) -> None:
        with np.load(path) as table:
            self.keys: NDArray[np.uint32] = np.cumsum(table["key_steps"], dtype=np.uint32)
            self.clusters: NDArray[np.uint16] = table["clusters"]
            self.classes: NDArray[np.uint8] = table["classes"]
            self.paths: NDArray[np.uint32] = table["paths"]
        self._found: dict[int, tuple[int, int]] = {}
        self._place: Callable[[str], int] = lru_cache(maxsize=_MEMO)(self._place_in_table)
        self.classes_of: Callable[[str], int] = lru_cache(maxsize=_MEMO)(self._classes_in_lists)

    def _classes_in_lists(self, word: str) -> int:
        """`classes_of`: the bits of `word` as written; 0 if it is not in the table or in none of the lists."""
        place = self._place(word)
        known = 0 if place < 0 else int(self.classes[place])
        return known | FIRST_NAME if word in self._given_names else known

    def is_surely_given(self, word: str) -> bool:
        """Whether `word` is a first name of our own list, which is nothing else: Thabo; not Brown, Stanford."""
        return word in self._given_names

    @cached_property
    def _given_names(self) -> frozenset[str]:
        """Further first names, which rules see and the network does not: it was trained without them."""
        rows = tomllib.loads(GIVEN_NAMES.read_text(encoding="utf-8"))["given"]
        return frozenset(name for row in rows for name in row["names"])

    def knows(self, word: str) -> bool:
        return self._place(word) >= 0

    def is_noun(self, word: str) -> bool:
        """Whether `word` is a form of a common noun or a compound with one (names may be so too: Sommer)."""
        place = self._place(word)
        if place >= 0:
            return bool(self.classes[place] & NOUN)
        place, how = self._search(word)
        return how in {PART, HEAD, GENITIVE} and bool(self.classes[place] == NOUN)

    def keeps_company_with_names(self, word: str) -> bool:
        """Whether the words of its cluster are often names; True for a word without a cluster."""
        return self._share_of_names(word) >= _SOME_NAMES

    def is_far_from_names(self, word: str) -> bool:
        """Whether next to no word of its cluster is a name."""
        return self._share_of_names(word) < _HARDLY_ANY_NAMES

    def is_like_surnames(self, word: str) -> bool:
        """Whether the words of its cluster are mostly surnames: Putin, Kagame."""
        place = self._place(word)
        return (
            place >= 0 and self.clusters[place] != _NOTHING and bool(self._surname_shares[self.clusters[place]] > _MOST)
        )

    @cached_property
    def _surname_shares(self) -> NDArray[np.float64]:
        """By cluster: of the words that stand in a list, the share of surnames that are no places."""
        surnames = np.bincount(self.clusters, (self.classes & (SURNAME | PLACE)) == SURNAME, len(self.paths))
        listed = np.bincount(self.clusters, self.classes > 0, len(self.paths))
        return surnames / np.maximum(listed, 1)

    def _share_of_names(self, word: str) -> float:
        place = self._place(word)
        cluster = int(self.clusters[place]) if place >= 0 else _NOTHING
        return 1.0 if cluster == _NOTHING else float(self._name_shares[cluster])

    @cached_property
    def _name_shares(self) -> NDArray[np.float64]:
        """By cluster: of the words that stand in a list, the share of names."""
        names = np.bincount(self.clusters, (self.classes & ~np.uint8(NOUN)) > 0, len(self.paths))
        nouns = np.bincount(self.clusters, self.classes == NOUN, len(self.paths))
        return names / np.maximum(names + nouns, 1)  # type: ignore[no-any-return]

    def features(self, doc: Doc, at: NDArray[np.intp] | slice = slice(None)) -> Row:
        """One row for each of the tokens `at`, COLUMNS across."""
        orths = doc.to_array("ORTH")[at]
        unique, back = np.unique(orths, return_inverse=True)
        keys = unique.astype(np.uint32)
        places = np.searchsorted(self.keys, keys)
        places[places == len(self.keys)] = 0
        how = np.where(self.keys[places] == keys, AS_WRITTEN, UNKNOWN)
        for row in np.flatnonzero(how == UNKNOWN):
            places[row], how[row] = self._form(int(unique[row]), doc.vocab)
        found = how != UNKNOWN
        clusters = np.where(found, self.clusters[places], _NOTHING)
        paths = self.paths[clusters].astype(np.uint64)
        classes = np.where(found, self.classes[places], 0).astype(np.uint64)
        prefixes = [paths & np.uint64((1 << bits) - 1) for bits in _PREFIXES]
        looks = np.zeros(len(unique), dtype=np.uint64)
        for row in np.flatnonzero((classes == 0) | (how == HEAD)):
            looks[row] = letters().degree(doc.vocab.strings[int(unique[row])])
        rows = np.stack([paths, *prefixes, classes * np.uint64(8) + how.astype(np.uint64), looks], axis=1)
        return rows[back]

    def _place_in_table(self, word: str) -> int:
        key = np.uint32(get_string_id(word) & 0xFFFFFFFF)
        place = int(self.keys.searchsorted(key))
        return place if place < len(self.keys) and self.keys[place] == key else -1

    def _form(self, orth: int, vocab: Vocab) -> tuple[int, int]:
        """Place in the table and the way there, for a word that is not in it as written."""
        found = self._found.get(orth)
        if found is None:
            if len(self._found) >= _MEMO:
                self._found.clear()
            found = self._found[orth] = self._search(vocab.strings[orth])
        return found

    def _search(self, word: str) -> tuple[int, int]:
        if not word[:1].isalpha() or len(word) > _LONGEST_WORD:
            return 0, UNKNOWN
        forms = [(word.lower(), LOWER_CASE)]
        if word.isupper():
            forms.insert(0, (word.capitalize(), TITLE_CASE))
        if word[0].isupper() and word.endswith("s"):
            forms.insert(0, (word[:-1], GENITIVE))
        if "-" in word:
            forms.insert(0, (word.rstrip("-").rpartition("-")[2], PART))
        for form, how in forms:
            place = self._place(form)
            if place >= 0:
                return place, how
        return self._head(word)

    def _head(self, word: str) -> tuple[int, int]:
        """The last part of a compound, the longest that is a noun: Waffenruheverhandlung -> Verhandlung."""
        for start in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1):
            if word[0].isupper():
                place = self._place(word[start].upper() + word[start + 1 :])
                if place >= 0 and self.classes[place] & NOUN:
                    return place, HEAD
        return 0, UNKNOWN


@cache
def lexicon() -> Lexicon:
    """The one table of this process, read when it is first needed."""
    return Lexicon()
