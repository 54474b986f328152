"""Where a figure holds, as far as the text says: the best of the places mentioned, or none.

A log-linear choice: each place, and no place, has features (`place_features`) whose learned weights
(`data/place_weights.tsv`, by `training/places.py`) are added up; the highest sum wins.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.place_blocks import Block, weigher
from peacetalks_cli.annotate.place_features import features
from peacetalks_cli.annotate.place_mentions import Mentions
from peacetalks_cli.annotate.place_view import Setting
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.facts import Interval

_DIGITS = 6  # of a sum; what is less comes from adding up


class Scenes:
    """Finds where the figures of a passage hold. To be asked for each in order of the text.

    `weigh`: what a block of features weighs, if not ours.
    """

    def __init__(self, passage: Passage, sources: Sources, weigh: Callable[[Block], float] | None = None) -> None:
        self._passage, self._mentions = passage, Mentions(passage, sources)
        self._weigh = weigh or load()

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
        nowhere, *sums = [round(sum(map(self._weigh, found)), _DIGITS) for found in features(setting)]
        best = max(range(len(sums)), key=sums.__getitem__)
        return setting.candidates[best].name if sums[best] > nowhere else None


@cache
def load() -> Callable[[Block], float]:
    """What a block of features weighs by our table."""
    table = files("peacetalks_cli").joinpath("data/place_weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return weigher({name: float(weight) for name, weight in rows})
