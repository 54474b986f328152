"""The layers that look at neighbours: what spaCy's give, by windows as at once, of fewer tokens at once."""

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Model
from thinc.types import Floats2d

from peacetalks_cli.annotate import encoder

WIDTH = 128  # that of the bundled pipeline
AT_ONCE = 20
DEPTH = 4  # layers, by each of which a token sees one further
LENGTHS = [0, 1, 2, 19, 20, 21, 24, 25, 40, 213]


def theirs(window: int = 1) -> Model[list[Floats2d], list[Floats2d]]:
    model = MaxoutWindowEncoder(width=WIDTH, window_size=window, maxout_pieces=3, depth=DEPTH)
    model.initialize(X=[some(5)], Y=[some(5)])
    random = np.random.default_rng(2)
    for layer in model.walk():
        for name in ("b", "G"):
            if layer.has_param(name):
                layer.set_param(name, random.standard_normal(layer.get_param(name).shape).astype(np.float32))
    return model


def some(length: int) -> Floats2d:
    return np.random.default_rng(1).standard_normal((length, WIDTH)).astype(np.float32)  # type: ignore[return-value]


def of(model: Model[list[Floats2d], list[Floats2d]], length: int) -> NDArray[np.float32]:
    (found,) = model.predict([some(length)])
    return np.asarray(found)


@pytest.mark.parametrize("length", LENGTHS)
def test_the_vectors_are_those_of_spacy(length: int) -> None:
    model = theirs()
    before = of(model, length)
    encoder.replace(model)
    after = of(model, length)
    assert after.shape == before.shape == (length, WIDTH)
    assert np.allclose(after, before, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("length", LENGTHS)
def test_windows_give_what_the_whole_gives(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    model = theirs()
    encoder.replace(model)
    whole = of(model, length)
    monkeypatch.setattr(encoder, "MOST", AT_ONCE)
    assert of(model, length).tobytes() == whole.tobytes()


def test_no_layer_sees_more_than_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    through = encoder._through

    def watched(layers: list[encoder._Layer], rows: encoder.Array) -> encoder.Array:
        seen.append(len(rows))
        return through(layers, rows)

    monkeypatch.setattr(encoder, "MOST", AT_ONCE)
    monkeypatch.setattr(encoder, "_through", watched)
    model = theirs()
    encoder.replace(model)
    of(model, 213)
    assert max(seen) == AT_ONCE + 2 * DEPTH
    assert sum(seen) < 213 * 2


def test_an_encoder_that_looks_further_stays() -> None:
    model = theirs(window=2)
    names = [layer.name for layer in model.walk()]
    encoder.replace(model)
    assert [layer.name for layer in model.walk()] == names


def test_what_was_replaced_does_not_learn() -> None:
    model = theirs()
    encoder.replace(model)
    with pytest.raises(NotImplementedError):
        model.begin_update([some(3)])
