"""The feature layer of the bundled pipeline: spaCy's hashed attributes, and beside them what the lexicon knows."""

from collections.abc import Callable
from typing import cast

import numpy as np
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


def _features(attrs: list[str], columns: list[str]) -> Model[list[Doc], list[Ints2d]]:
    return Model("lexicon_features", _forward, attrs={"attrs": attrs, "columns": [COLUMNS.index(c) for c in columns]})


def _forward(
    model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
    attrs, columns = model.attrs["attrs"], model.attrs["columns"]
    known = lexicon()
    features = []
    for doc in docs:
        lexical = doc.to_array(attrs).reshape((len(doc), len(attrs)))
        rows = np.hstack([lexical, known.features(doc)[:, columns]])
        features.append(model.ops.asarray2i(cast(Ints2d, rows), dtype="uint64"))
    return features, lambda _: []
