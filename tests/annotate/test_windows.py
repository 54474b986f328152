"""A long article through the network piece by piece: the same vectors, of fewer tokens at once."""

import numpy as np
import pytest
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Model
from thinc.types import Floats2d

from peacetalks_cli.annotate import windows

WIDTH = 16
AT_ONCE = 20
REACH = 4  # a token a layer


def encoder(rows: Floats2d) -> Model[list[Floats2d], list[Floats2d]]:
    model = MaxoutWindowEncoder(width=WIDTH, window_size=1, maxout_pieces=3, depth=REACH)
    model.initialize(X=[rows], Y=[rows])
    return model


@pytest.fixture
def rows() -> Floats2d:
    return np.random.default_rng(1).standard_normal((213, WIDTH)).astype(np.float32)  # type: ignore[return-value]


@pytest.mark.parametrize("length", [0, 1, 19, 20, 21, 24, 25, 40, 213])
def test_windows_give_what_the_whole_gives(length: int, rows: Floats2d, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MOST", AT_ONCE)
    model = encoder(rows)
    (whole,) = model.predict([rows[:length]])
    windows.by_windows(model)
    (pieces,) = model.predict([rows[:length]])
    assert pieces.shape == (length, WIDTH)
    assert np.asarray(pieces).tobytes() == np.asarray(whole).tobytes()


def test_no_layer_sees_more_than_a_window(rows: Floats2d, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MOST", AT_ONCE)
    model = encoder(rows)
    layer: Model[Floats2d, Floats2d] = model.layers[0].layers[0]
    seen = []

    def watched(model: Model[Floats2d, Floats2d], rows: Floats2d, is_train: bool) -> object:
        seen.append(len(rows))
        return model.layers[0](rows, is_train)

    model.layers[0].replace_node(layer, Model("watched", watched, layers=[layer]))
    windows.by_windows(model)
    model.predict([rows])
    assert max(seen) == AT_ONCE + 2 * REACH
    assert sum(seen) < len(rows) * 2
