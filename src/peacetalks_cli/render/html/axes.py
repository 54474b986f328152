"""The axes of a chart: from values to heights, and what is written beside them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

LOGARITHMIC_FROM = 40  # times the least value
_MOST_DAYS = 5  # have room below a chart
_LABEL = 52  # units wide at most

Step = Literal["day", "month", "year"]
_STEPS: tuple[tuple[Step, int], ...] = (
    ("day", 1), ("day", 2), ("day", 3), ("day", 5), ("day", 7), ("day", 14),
    ("month", 1), ("month", 2), ("month", 3), ("month", 6),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 500),
    ("year", 2000),
)  # fmt: skip
_DAYS: dict[Step, int] = {"day": 1, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True)
class ValueTick:
    at: float
    value: float


@dataclass(frozen=True, slots=True)
class DayTick:
    """`step`: how much of the day is to be named."""

    at: float
    day: date
    step: Step


class Scale:
    """From values to heights between `top` and `bottom` (which lies lower): from nought, or by powers of ten where
    the values lie far apart."""

    def __init__(self, values: Sequence[float], top: float, bottom: float) -> None:
        self._top, self._bottom = top, bottom
        positive = [value for value in values if value > 0] or [1.0]
        self.greatest = max(*values, 1e-9)
        self.least = min(0.0, *values)
        self.is_logarithmic = self.least == 0 and max(positive) / min(positive) >= LOGARITHMIC_FROM
        if self.is_logarithmic:
            self.least = 10.0 ** math.floor(math.log10(min(positive)))
            self.greatest = 10.0 ** math.ceil(math.log10(max(positive)))
        else:
            step = _nice_step(self.greatest - self.least)
            self.greatest = math.ceil(self.greatest / step) * step
            self.least = math.floor(self.least / step) * step

    def at(self, value: float) -> float:
        if self.is_logarithmic:
            value = math.log10(max(value, self.least) / self.least) / math.log10(self.greatest / self.least)
        else:
            value = (value - self.least) / (self.greatest - self.least)
        return round(self._bottom - value * (self._bottom - self._top), 1)

    def ticks(self) -> list[ValueTick]:
        if self.is_logarithmic:
            powers = range(round(math.log10(self.least)), round(math.log10(self.greatest)) + 1)
            every = math.ceil(len(powers) / 6)
            values = [10.0**power for power in powers][::every]
        else:
            step = _nice_step(self.greatest - self.least)
            values = [self.least + n * step for n in range(round((self.greatest - self.least) / step) + 1)]
        return [ValueTick(self.at(value), value) for value in values]


def _nice_step(span: float) -> float:
    """1, 2 or 5 times a power of ten, at most five of which make up the span."""
    rough = span / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(n * power for n in (1, 2, 5, 10) if n * power >= rough * 0.99)


def day_ticks(first: date, last: date, x_of: Callable[[date], float], *, room: float) -> list[DayTick]:
    """A few days evenly apart: days, first days of months, or new years' days. `room`: where the picture ends."""
    days: list[date] = []
    for step, every in _STEPS:
        if (last - first).days <= _DAYS[step] * every * _MOST_DAYS:
            days = _from(first, last, step, every)
            if len(days) <= _MOST_DAYS:
                break
    half = _LABEL / 2
    return [DayTick(round(min(max(x_of(day), half), room - half), 1), day, step) for day in days]


def _from(first: date, last: date, step: Step, every: int) -> list[date]:
    if step == "day":
        return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, every)]
    months = every if step == "month" else 12 * every
    start = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months) * months
    end = last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(start, end + 1, months) if month // 12 <= 9999]
