"""Where a figure holds, as far as the text says: the best of the places mentioned, or none.

A log-linear choice: each place, and no place, has features (`place_features`) whose learned weights
(`data/place_weights.tsv`, by `training/places.py`) are added up; the highest sum wins.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import inf

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.place_features import features, is_ruled_out
from peacetalks_cli.annotate.place_mentions import Mentions
from peacetalks_cli.annotate.place_view import Setting
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.facts import Interval


class Scenes:
    """Finds where the figures of a passage hold. To be asked for each in order of the text."""

    def __init__(self, passage: Passage, sources: Sources, weights: Mapping[str, float] | None = None) -> None:
        self._passage, self._mentions = passage, Mentions(passage, sources)
        self._weights = load() if weights is None else weights

    def place(self, figure: Figure, before: Sequence[Figure], following: Sequence[Figure]) -> Interval | None:
        """The name of the place, None where the text does not say it.

        `before`: the figures before with their places; `following`: the others of its sentence. An age is at no place.
        """
        if figure.topic == "age":
            return None
        if figure.topic == "percentage" and figure.counted and (base := self._base(figure.counted)):
            return base
        candidates = self._mentions.candidates(figure.sentence, figure.start)
        if not candidates:
            return None
        return self.choose(Setting(self._passage, self._mentions, figure, before, following, candidates))

    def _base(self, counted: Interval) -> Interval | None:
        """The place that a share is one of: '90 Prozent der Donbass-Region'."""
        names = self._passage.names_in(*counted)
        return next(((name.start, name.end) for name in names if name.label == "LOC"), None)

    def choose(self, setting: Setting) -> Interval | None:
        """The candidate whose features weigh most; None if 'no place' does."""
        nowhere, *sums = [self._weigh(found) for found in features(setting)]
        best = max(range(len(sums)), key=sums.__getitem__)
        return setting.candidates[best].name if sums[best] > nowhere else None

    def _weigh(self, features: Sequence[str]) -> float:
        weights = self._weights
        return -inf if is_ruled_out(features) else sum([weights.get(name, 0.0) for name in features])


@cache
def load() -> dict[str, float]:
    """The weight of each feature."""
    table = files("peacetalks_cli").joinpath("data/place_weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
