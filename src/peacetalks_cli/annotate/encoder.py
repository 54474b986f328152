"""The layers of a network that look at neighbours, with numpy's matrix product, which takes half the time of the one
that thinc calls, and over a long article piece by piece: what they need at once is bounded."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model
from thinc.types import Floats2d
from threadpoolctl import ThreadpoolController

MOST = 512  # tokens at once; most articles have fewer
_LOOKS_AROUND = "expand_window"
_LIKE = f"residual({_LOOKS_AROUND}>>maxout>>layernorm"  # each layer of spaCy's MaxoutWindowEncoder
_ROWS = 32  # rows that the product takes are a multiple of this, by which a row's result does not hang on how many
_LEAST_VARIANCE = np.float32(1e-8)  # as in thinc's LayerNorm
_BLAS = ThreadpoolController().select(user_api="blas")
Array = NDArray[np.float32]


def on_one_thread() -> AbstractContextManager[object]:
    """Keeps numpy's products on one thread: for products this small several take a multiple of the processor's time."""
    return cast(AbstractContextManager[object], _BLAS.limit(limits=1))


class _Layer(NamedTuple):
    """A residual layer of a width of n: `weights` (3 n, pieces n) and `bias`, piece after piece; `scale`, `shift`."""

    weights: Array
    bias: Array
    scale: Array
    shift: Array


def replace(model: Model[Any, Any]) -> None:
    """Puts the faster layers in the place of spaCy's MaxoutWindowEncoder in `model`; not for training.

    The vector of a token depends on as many neighbours as there are layers, so each window of at most MOST tokens is
    given that many more on both sides, whose own vectors are then left out. A model without such an encoder, or with
    one that looks further than one word a layer, stays as it is.
    """
    for node in list(model.walk()):
        if not node.name.startswith(f"with_array({_LIKE}"):
            continue
        encoder: Model[Floats2d, Floats2d] = node.layers[0]
        if all(_is_read(layer) for layer in encoder.layers):
            layers = [_read(layer) for layer in encoder.layers]
            node.replace_node(encoder, Model("windows", _forward, attrs={"layers": layers}))


def _is_read(layer: Model[Any, Any]) -> bool:
    around = [inner.attrs["window_size"] for inner in layer.walk() if inner.name == _LOOKS_AROUND]
    return layer.name.startswith(_LIKE) and around == [1]


def _read(layer: Model[Any, Any]) -> _Layer:
    (maxout,) = (inner for inner in layer.walk() if inner.name == "maxout")
    (norm,) = (inner for inner in layer.walk() if inner.name == "layernorm")
    weights = np.asarray(maxout.get_param("W"))  # (width, pieces, 3 width)
    width, pieces, inputs = weights.shape
    by_piece = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inputs).T)
    bias = np.asarray(maxout.get_param("b")).T.reshape(-1)
    return _Layer(by_piece, bias, np.asarray(norm.get_param("G")), np.asarray(norm.get_param("b")))


def _forward(
    model: Model[Floats2d, Floats2d], rows: Floats2d, is_train: bool
) -> tuple[Floats2d, Callable[[Floats2d], Floats2d]]:
    if is_train:
        raise NotImplementedError("the layers were replaced by ones that do not learn")
    layers = model.attrs["layers"]
    given = np.asarray(rows)
    found = np.empty_like(given)
    with on_one_thread():
        for start in range(0, len(given), MOST):
            end = min(start + MOST, len(given))
            begin = max(0, start - len(layers))
            found[start:end] = _through(layers, given[begin : end + len(layers)])[start - begin : end - begin]
    return cast(Floats2d, found), lambda _: rows


def _through(layers: Sequence[_Layer], rows: Array) -> Array:
    """What the layers make of `rows` (tokens, width), one a token."""
    number, width = rows.shape
    around = np.zeros((-(-number // _ROWS) * _ROWS, 3 * width), dtype=np.float32)
    for layer in layers:
        around[1:number, :width] = rows[:-1]
        around[:number, width : 2 * width] = rows
        around[: number - 1, 2 * width :] = rows[1:]
        rows = rows + _layer(layer, around, number, width)
    return rows


def _layer(layer: _Layer, around: Array, number: int, width: int) -> Array:
    """Maxout over the pieces, then to mean 0 and variance 1, scaled and shifted."""
    pieces = (around @ layer.weights)[:number]
    pieces += layer.bias
    best = pieces[:, :width]
    for start in range(width, pieces.shape[1], width):
        best = np.maximum(best, pieces[:, start : start + width])
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + _LEAST_VARIANCE
    best *= (1 / np.sqrt(variance))[:, np.newaxis]
    best *= layer.scale
    best += layer.shift
    return best
