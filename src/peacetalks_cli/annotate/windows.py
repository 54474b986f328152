"""The layers of a network that look at neighbours, over a long article piece by piece: what they need at once is
bounded, what they give is the same."""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from thinc.api import Model
from thinc.types import Floats2d

MOST = 512  # tokens at once; most articles have fewer
_LOOKS_AROUND = "expand_window"


def by_windows(model: Model[Any, Any]) -> None:
    """Makes spaCy's MaxoutWindowEncoder in `model` see at most MOST tokens and those just beside them at once.

    The vector of a token depends on as many neighbours as there are layers, so each window is given that many more
    on both sides, whose own vectors are then left out. A model without such an encoder stays as it is.
    """
    for node in list(model.walk()):
        if node.name.startswith(f"with_array(residual({_LOOKS_AROUND}>>"):
            encoder: Model[Floats2d, Floats2d] = node.layers[0]
            sizes = [inner.attrs["window_size"] for inner in encoder.walk() if inner.name == _LOOKS_AROUND]
            node.replace_node(encoder, Model("windows", _forward, layers=[encoder], attrs={"reach": sum(sizes)}))


def _forward(
    model: Model[Floats2d, Floats2d], rows: Floats2d, is_train: bool
) -> tuple[Floats2d, Callable[[Floats2d], Floats2d]]:
    encoder: Model[Floats2d, Floats2d] = model.layers[0]
    if is_train:
        return encoder(rows, is_train)
    reach = model.attrs["reach"]
    found = np.empty_like(rows)
    for start in range(0, len(rows), MOST):
        end = min(start + MOST, len(rows))
        begin = max(0, start - reach)
        found[start:end] = _predicted(encoder, rows[begin : end + reach])[start - begin : end - begin]
    return cast(Floats2d, found), lambda _: rows


def _predicted(encoder: Model[Floats2d, Floats2d], rows: Floats2d) -> Floats2d:
    for layer in encoder.layers:  # one after the other, so that none keeps what learning would need
        rows = layer.predict(rows)
    return rows
