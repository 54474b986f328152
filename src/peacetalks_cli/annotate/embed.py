"""The feature layer of the bundled pipeline: spaCy's hashed attributes, and beside them what the lexicon knows."""

from collections.abc import Callable
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d, Ragged

from peacetalks_cli.annotate.lexicon import COLUMNS, lexicon

_FEATURES = "lexicon_features"
_MOST = 10_240  # words whose vectors a half of the memory keeps: 5 MB
_AT_ONCE = 512  # words whose vectors are worked out at once, which takes 12 kB each
_ODD = np.uint64(0x9E3779B97F4A7C15)  # any odd number: keeps a word with a norm apart from one with another
_FIRST_SEED = 8  # each table hashes its own way, as in spaCy's MultiHashEmbed


@registry.architectures("peacetalks.LexiconEmbed.v1")  # type: ignore[untyped-decorator]
def lexicon_embed(
    width: int, attrs: list[str], rows: list[int], lexicon_rows: list[int]
) -> Model[list[Doc], list[Floats2d]]:
    """A vector of `width` a token, from spaCy's `attrs` and the lexicon's columns.

    `rows`, `lexicon_rows`: the size of the hash table of each attribute and of each lexicon column; 0 leaves
    that column out.
    """
    columns = [column for column, size in zip(COLUMNS, lexicon_rows, strict=False) if size]
    sizes = [*rows, *(size for size in lexicon_rows if size)]
    if len(rows) != len(attrs):
        raise ValueError(f"{len(attrs)} attributes, but {len(rows)} table sizes")
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(width, size, column=at, seed=_FIRST_SEED + at, dropout=0.0) for at, size in enumerate(sizes)
    ]
    return chain(
        _features(attrs, columns),
        cast(Model[list[Ints2d], Ragged], list2ragged()),
        with_array(concatenate(*tables)),
        with_array(Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True)),
        ragged2list(),
    )


def remember(model: Model[list[Doc], list[Floats2d]]) -> None:
    """Makes a `model` that holds such a layer keep the vectors of the words that it has seen, for the next article.

    The vector of a token is that of its word alone, and the layer is half of the network's work. A model without
    such a layer stays as it is.
    """
    for node in list(model.walk()):
        if node.layers and node.layers[0].name == _FEATURES:
            model.replace_node(node, Model("remembered", _Memory(node.get_dim("nO")).forward, layers=[node]))


class _Memory:
    """Vectors of the last words seen, in two halves: `places` tells which row of `vectors` a word has had lately,
    `before` those that were in use before the half at `begin` was begun. A half is begun anew when the other is full,
    so that words that come again stay and the others go."""

    def __init__(self, width: int) -> None:
        self.places: dict[int, int] = {}
        self.before: dict[int, int] = {}
        self.begin = 0
        self.vectors: NDArray[np.float32] = np.empty((2 * _MOST, width), dtype=np.float32)

    def forward(
        self, model: Model[list[Doc], list[Floats2d]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
        layer: Model[list[Doc], list[Floats2d]] = model.layers[0]
        if is_train or any(len(doc) > _MOST for doc in docs):
            return layer(docs, is_train)
        return [cast(Floats2d, self._of(doc, layer)) for doc in docs], lambda _: []

    def _of(self, doc: Doc, layer: Model[list[Doc], list[Floats2d]]) -> NDArray[np.float32]:
        words, norms = doc.to_array(["ORTH", "NORM"]).T
        keys = (words + norms * _ODD).tolist()  # the tokenizer gives a few words another norm than their own
        new = {key: at for at, key in enumerate(keys) if key not in self.places}
        if len(self.places) + len(new) > _MOST:
            self.places, self.before, self.begin = {}, self.places, _MOST - self.begin
            new = {key: at for at, key in enumerate(keys)}
        if new:
            self._learn(new, doc, layer)
        return self.vectors[[self.places[key] for key in keys]]

    def _learn(self, new: dict[int, int], doc: Doc, layer: Model[list[Doc], list[Floats2d]]) -> None:
        """The vectors of `new` words, which stand at tokens of `doc`: from the other half, else from `layer`."""
        first = self.begin + len(self.places)
        self.places.update((key, first + row) for row, key in enumerate(new))
        again = [key for key in new if key in self.before]
        self.vectors[[self.places[key] for key in again]] = self.vectors[[self.before[key] for key in again]]
        unknown = [key for key in new if key not in self.before]
        for begin in range(0, len(unknown), _AT_ONCE):
            some = unknown[begin : begin + _AT_ONCE]
            at = np.fromiter((new[key] for key in some), dtype=np.intp)
            self.vectors[[self.places[key] for key in some]] = _vectors(layer, doc, at)


def _vectors(layer: Model[list[Doc], list[Floats2d]], doc: Doc, at: NDArray[np.intp]) -> NDArray[np.float32]:
    """What `layer` gives for the tokens `at` of `doc`."""
    features, *rest = layer.layers
    found = [_rows(features, doc, at)]
    for model in rest:
        found = model.predict(found)
    return cast(NDArray[np.float32], found[0])


def _features(attrs: list[str], columns: list[str]) -> Model[list[Doc], list[Ints2d]]:
    return Model(_FEATURES, _forward, attrs={"attrs": attrs, "columns": [COLUMNS.index(c) for c in columns]})


def _forward(
    model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
    return [_rows(model, doc, slice(None)) for doc in docs], lambda _: []


def _rows(model: Model[list[Doc], list[Ints2d]], doc: Doc, at: NDArray[np.intp] | slice) -> Ints2d:
    """One row for each of the tokens `at`: spaCy's attributes, then the lexicon's columns."""
    attrs, columns = model.attrs["attrs"], model.attrs["columns"]
    lexical = doc.to_array(attrs).reshape((len(doc), len(attrs)))[at]
    rows = np.hstack([lexical, lexicon().features(doc, at)[:, columns]])
    return model.ops.asarray2i(cast(Ints2d, rows), dtype="uint64")
