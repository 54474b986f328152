"""A log-linear choice between candidates: learns a weight for each feature, with a penalty on large ones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]
_KEPT = 10  # steps from which the next direction is worked out
_STEPS = 150
_HALVINGS = 20
_RARE = 2  # examples' candidates a feature must be of
_ENOUGH = 1e-4  # a step that gains no more is the last one


@dataclass(frozen=True, slots=True)
class Example:
    """The features of each candidate, and which of them are right (at least one)."""

    candidates: list[list[str]]
    right: list[bool]


def learn(examples: Sequence[Example], penalty: float) -> dict[str, float]:
    """The weights under which the right candidates are likeliest, less `penalty` times half their squares' sum."""
    counts = Counter(name for example in examples for features in example.candidates for name in features)
    names = sorted(name for name, count in counts.items() if count >= _RARE)
    index = {name: i for i, name in enumerate(names)}
    weights = _minimise(_problem(examples, index, penalty))
    return dict(zip(names, weights.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Problem:
    """`rows`, `columns`: candidate and feature, for each feature that is there; `owner`: each candidate's example."""

    rows: Indices
    columns: Indices
    owner: Indices
    right: Floats
    features: int
    penalty: float

    def loss(self, weights: Floats) -> tuple[float, Floats]:
        """The loss under `weights`, and its gradient."""
        sums = np.bincount(self.rows, weights[self.columns], len(self.owner))
        examples = int(self.owner[-1]) + 1
        highest = np.full(examples, -np.inf)
        np.maximum.at(highest, self.owner, sums)
        likely = np.exp(sums - highest[self.owner])
        whole = np.bincount(self.owner, likely, examples)
        part = np.bincount(self.owner, likely * self.right, examples)
        expected = likely / whole[self.owner] - likely * self.right / part[self.owner]
        gradient = np.bincount(self.columns, expected[self.rows], self.features) + self.penalty * weights
        return float(np.log(whole / part).sum() + self.penalty / 2 * (weights @ weights)), gradient


def _problem(examples: Sequence[Example], index: dict[str, int], penalty: float) -> _Problem:
    rows: list[int] = []
    columns: list[int] = []
    owner: list[int] = []
    right: list[bool] = []
    for i, example in enumerate(examples):
        for features, is_right in zip(example.candidates, example.right, strict=True):
            found = [index[name] for name in features if name in index]
            rows += [len(owner)] * len(found)
            columns += found
            owner.append(i)
            right.append(is_right)
    marks = np.array(right, dtype=np.float64)
    return _Problem(np.array(rows), np.array(columns), np.array(owner), marks, len(index), penalty)


def _minimise(problem: _Problem) -> Floats:
    """L-BFGS."""
    weights: Floats = np.zeros(problem.features)
    loss, gradient = problem.loss(weights)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(_STEPS):
        direction = _direction(gradient, steps)
        size = 1.0
        for _ in range(_HALVINGS):
            there = weights - size * direction
            lower, slope = problem.loss(there)
            if lower <= loss - _ENOUGH * size * float(gradient @ direction):
                break
            size /= 2
        else:
            break
        step, change, gain = there - weights, slope - gradient, loss - lower
        if float(step @ change) > 0:
            steps = [*steps, (step, change)][-_KEPT:]
        weights, loss, gradient = there, lower, slope
        if gain < _ENOUGH:
            break
    return weights


def _direction(gradient: Floats, steps: Sequence[tuple[Floats, Floats]]) -> Floats:
    """The gradient, bent by the curvature that the last steps met."""
    if not steps:
        return gradient / float(np.linalg.norm(gradient))
    direction = gradient.copy()
    shares = []
    for step, change in reversed(steps):
        share = float(step @ direction) / float(step @ change)
        direction -= share * change
        shares.append(share)
    step, change = steps[-1]
    direction *= float(step @ change) / float(change @ change)
    for (step, change), share in zip(steps, reversed(shares), strict=True):
        direction += step * (share - float(change @ direction) / float(step @ change))
    return direction
