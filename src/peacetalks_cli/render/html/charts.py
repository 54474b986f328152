"""The geometry of charts of statements over time: a bar for each statement or, if they are many, a point."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

WIDTH, HEIGHT = 360, 240  # small enough to be legible on a telephone without being scaled
LEFT, RIGHT, TOP, BOTTOM = 52, 12, 20, 30
LOGARITHMIC_FROM = 40  # times the least value
FEW = 14  # statements have room for a bar with words each
ROW, DAY_ROW = 34, 20  # the height of a bar with its words, and of a day above its bars
_BAR_ROOM = 96  # at the end of the longest bar, for its value
_WORDS = 56  # characters below a bar
SIDE = 9  # from one point of a day to the next, in units of the chart


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    value: float | date


@dataclass(frozen=True, slots=True)
class Point:
    """`x`, `y`: the middle, `y_high`: of the upper end of a range (else as `y`); `label`: whether there is room for
    one above it."""

    x: float
    y: float
    y_high: float
    statement: dict[str, Any]
    label: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """`is_long`: days of several years, so that the year is to be named."""

    points: list[Point]
    values: list[Tick]
    days: list[Tick]
    is_logarithmic: bool
    is_long: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """`y`: its upper edge; `width`: to the value, `width_high`: to the upper end of a range; `words`: what stands
    below; `day`: the day of this bar and the next ones, None if it is that of the bar before."""

    y: float
    width: float
    width_high: float
    statement: dict[str, Any]
    words: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Bars:
    bars: list[Bar]
    height: float


def bars(statements: Sequence[dict[str, Any]]) -> Bars:
    """A bar for each statement, below one another by day: as for `over_time`."""
    top = max(*(_high(one) for one in statements), 1e-9)
    found: list[Bar] = []
    y, before = 0.0, None
    for one in statements:
        day = one["day"] if one["day"] != before else None
        before = one["day"]
        y += DAY_ROW if day else 0
        low, high = (max(2.0, round(value / top * (WIDTH - _BAR_ROOM), 1)) for value in (one["value"], _high(one)))
        words = " · ".join(part for part in (one["counted"], one["place"], one["source"]) if part)
        found.append(Bar(y, low, high, one, words if len(words) <= _WORDS else words[: _WORDS - 1] + "…", day))
        y += ROW
    return Bars(found, y)


def over_time(statements: Sequence[dict[str, Any]]) -> Chart:
    """The chart of statements that all have a `day` (ISO) and a `value`, with `high` for ranges."""
    days = [date.fromisoformat(one["day"]) for one in statements]
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    scale = _Scale([number for one in statements for number in (one["value"], _high(one))])
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
            points.append(Point(round(x, 1), scale.at(one["value"]), scale.at(_high(one)), one, False))
    return Chart(_labelled(points), scale.ticks(), _day_ticks(first, last, x_of), scale.is_logarithmic, span > 300)


def _high(statement: dict[str, Any]) -> float:
    high = statement["high"]
    return float(high if high is not None else statement["value"])


class _Scale:
    """From values to heights: from nought, or by powers of ten where the values lie far apart."""

    def __init__(self, values: Sequence[float]) -> None:
        positive = [value for value in values if value > 0] or [1.0]
        self.top = max(*values, 1e-9)
        self.bottom = min(0.0, *values)
        self.is_logarithmic = self.bottom == 0 and max(positive) / min(positive) >= LOGARITHMIC_FROM
        if self.is_logarithmic:
            self.bottom = 10.0 ** math.floor(math.log10(min(positive)))
            self.top = 10.0 ** math.ceil(math.log10(max(positive)))
        else:
            step = _nice_step(self.top - self.bottom)
            self.top = math.ceil(self.top / step) * step
            self.bottom = math.floor(self.bottom / step) * step

    def at(self, value: float) -> float:
        if self.is_logarithmic:
            value = math.log10(max(value, self.bottom) / self.bottom) / math.log10(self.top / self.bottom)
        else:
            value = (value - self.bottom) / (self.top - self.bottom)
        return round(HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM), 1)

    def ticks(self) -> list[Tick]:
        if self.is_logarithmic:
            powers = range(round(math.log10(self.bottom)), round(math.log10(self.top)) + 1)
            every = max(1, len(powers) // 5)
            values = [10.0**power for power in powers][::every]
        else:
            step = _nice_step(self.top - self.bottom)
            values = [self.bottom + n * step for n in range(round((self.top - self.bottom) / step) + 1)]
        return [Tick(self.at(value), value) for value in values]


def _nice_step(span: float) -> float:
    """1, 2 or 5 times a power of ten, at most five of which make up the span."""
    rough = span / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(n * power for n in (1, 2, 5, 10) if n * power >= rough * 0.99)


def _day_ticks(first: date, last: date, x_of: Any) -> list[Tick]:
    """At most four days, evenly apart."""
    span = (last - first).days
    every = max(1, math.ceil(span / 3))
    return [Tick(round(x_of(day), 1), day) for day in (first + timedelta(days=n) for n in range(0, span + 1, every))]


def _labelled(points: Sequence[Point]) -> list[Point]:
    """The same points; a label only where it touches no other point and no other label; the highest come first."""
    taken: list[tuple[float, float]] = []

    def is_free(point: Point) -> bool:
        near_labels = any(abs(point.x - x) < 46 and abs(point.y_high - y) < 13 for x, y in taken)
        near_points = any(
            other is not point and abs(other.x - point.x) < 22 and 0 <= point.y_high - other.y < 16 for other in points
        )
        return not near_labels and not near_points

    with_label: set[int] = set()
    for n, point in sorted(enumerate(points), key=lambda pair: (pair[1].y_high, pair[0])):
        if is_free(point):
            taken.append((point.x, point.y_high))
            with_label.add(n)
    return [Point(p.x, p.y, p.y_high, p.statement, n in with_label) for n, p in enumerate(points)]


def by_unit(statements: Sequence[dict[str, Any]]) -> Iterator[tuple[str | None, list[dict[str, Any]]]]:
    """Those of one unit together: dollars and euros share no axis."""
    units: dict[str | None, list[dict[str, Any]]] = {}
    for one in statements:
        units.setdefault(one["unit"], []).append(one)
    yield from units.items()
