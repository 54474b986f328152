"""The geometry of charts of statements over time: a bar for each statement or, if they are many, a point."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from peacetalks_cli.render.html.axes import DayTick, Scale, ValueTick, day_ticks

WIDTH, HEIGHT = 320, 220  # small enough to be legible on a telephone without being scaled
LEFT, RIGHT, TOP, BOTTOM = 50, 10, 24, 28
FEW = 14  # statements have room for a bar with words each
SIDE = 8  # from one point of a day to the next, in units of the chart
SPARK_WIDTH, SPARK_HEIGHT = 72, 18
_LEAST_BAR = 0.8  # per cent
_RADIUS = 5
_LETTER, _LINE = 6.9, 13  # of a label, in units of the chart
_SPARKS = 24

Statement = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """`width`: to the value, `width_high`: from there to the upper end of a range; in per cent of the longest."""

    width: float
    width_high: float
    statement: Statement


@dataclass(frozen=True, slots=True)
class Point:
    """`x`, `y`: the middle, `y_high`: of the upper end of a range (else as `y`); `label_x`, `anchor`: of its label,
    None where there is no room for one."""

    x: float
    y: float
    y_high: float
    statement: Statement
    label_x: float | None = None
    anchor: Literal["start", "middle", "end"] = "middle"


@dataclass(frozen=True, slots=True)
class Chart:
    points: list[Point]
    values: list[ValueTick]
    days: list[DayTick]
    is_logarithmic: bool


def by_unit(statements: Sequence[Statement]) -> Iterator[tuple[str | None, list[Statement]]]:
    """Those of one unit together: dollars and euros share no axis."""
    units: dict[str | None, list[Statement]] = {}
    for one in statements:
        units.setdefault(one["unit"], []).append(one)
    yield from units.items()


def bars(statements: Sequence[Statement]) -> list[tuple[str, list[Bar]]]:
    """By day a bar for each statement, the like ones side by side: of what happened the longest first. They all have
    a `day` (ISO) and a `value`, with `high` for ranges."""
    top = max(*(_high(one) for one in statements), 1e-9)

    def bar(one: Statement) -> Bar:
        low, high = (max(_LEAST_BAR, round(100 * value / top, 1)) for value in (one["value"], _high(one)))
        return Bar(low, round(max(0.0, high - low), 1), one)

    def likeness(one: Statement) -> tuple[str, float]:
        return one["detail"] or "", -_high(one)

    by_day = groupby(statements, key=lambda one: str(one["day"]))
    return [(day, list(map(bar, sorted(of_day, key=likeness)))) for day, of_day in by_day]


def over_time(statements: Sequence[Statement], written: Callable[[Statement], str]) -> Chart:
    """A point for each statement, as for `bars`. `written`: what its label says."""
    days = [date.fromisoformat(one["day"]) for one in statements]
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    scale = Scale([number for one in statements for number in (one["value"], _high(one))], TOP, HEIGHT - BOTTOM)
    usable = WIDTH - LEFT - RIGHT - 2 * SIDE

    def x_of(day: date) -> float:
        return LEFT + SIDE + (usable * (day - first).days / span if last > first else usable / 2)

    points: list[Point] = []
    for day in sorted(set(days)):
        of_day = [one for one, own in zip(statements, days, strict=True) if own == day]
        step = min(SIDE, usable / max(1, len(of_day)))
        for n, one in enumerate(of_day):
            x = x_of(day) + (n - (len(of_day) - 1) / 2) * step
            x = min(max(x, LEFT + 4), WIDTH - RIGHT - 4)
            points.append(Point(round(x, 1), scale.at(one["value"]), scale.at(_high(one)), one))
    ticks = day_ticks(first, last, x_of, room=WIDTH)
    return Chart(_labelled(points, written), scale.ticks(), ticks, scale.is_logarithmic)


def _high(statement: Statement) -> float:
    high = statement["high"]
    return float(high if high is not None else statement["value"])


_Box = tuple[float, float, float, float]


def _labelled(points: Sequence[Point], written: Callable[[Statement], str]) -> list[Point]:
    """The same points, with a label where it touches no other point and no other label; the highest come first."""
    r = _RADIUS
    marks = [(point.x - r, point.y_high - r, point.x + r, point.y + r) for point in points]
    labels: list[_Box] = []
    found = list(points)
    for n, point in sorted(enumerate(points), key=lambda pair: (pair[1].y_high, pair[0])):
        width = _LETTER * len(written(point.statement))
        left = min(max(point.x - width / 2, 2.0), WIDTH - 2 - width)
        box = (left, point.y_high - r - _LINE, left + width, point.y_high - r)
        if left >= 2 and not any(_touch(box, other) for other in (*labels, *marks[:n], *marks[n + 1 :])):
            labels.append(box)
            found[n] = Point(point.x, point.y, point.y_high, point.statement, round(left + width / 2, 1))
    return found


def _touch(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@dataclass(frozen=True, slots=True)
class Sparks:
    """Mentions over the time of a report, as small bars: for all people by one measure."""

    period: tuple[str, str] | None
    most: int

    @classmethod
    def over(cls, period: tuple[str, str] | None, entities: Sequence[dict[str, Any]]) -> "Sparks":
        """`entities`: each with what was `seen` of it, `published` and `mentions` of every article."""
        empty = cls(period, 1)
        return cls(period, max((max(empty.counts(one["seen"]), default=0) for one in entities), default=1) or 1)

    @property
    def width(self) -> float:
        """Of a bar and the gap after it."""
        return round(SPARK_WIDTH / self._bins, 2)

    @property
    def _bins(self) -> int:
        return min(_SPARKS, self._days + 1)

    @property
    def _days(self) -> int:
        if self.period is None:
            return 0
        first, last = map(date.fromisoformat, self.period)
        return (last - first).days

    def counts(self, seen: Sequence[dict[str, Any]]) -> list[int]:
        found = [0] * self._bins
        for one in seen:
            if one["published"] and self.period:
                days = (date.fromisoformat(one["published"]) - date.fromisoformat(self.period[0])).days
                found[days * self._bins // (self._days + 1)] += one["mentions"]
        return found

    def path(self, seen: Sequence[dict[str, Any]]) -> str:
        """SVG path data, to be drawn with strokes of `width`."""
        heights = [math.ceil(SPARK_HEIGHT * count / self.most) for count in self.counts(seen)]
        return "".join(
            f"M{round((n + 0.5) * self.width, 1):g} {SPARK_HEIGHT}v-{max(2, height)}"
            for n, height in enumerate(heights)
            if height
        )
