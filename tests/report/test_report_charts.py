"""The geometry of charts and maps."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacetalks_cli.render.html import atlas, charts
from peacetalks_cli.render.html.axes import Scale, day_ticks


def statement(
    value: float, day: str = "2026-01-24", high: float | None = None, unit: str | None = None, detail: str | None = None
) -> dict[str, Any]:
    return {"value": value, "low": value, "high": high, "day": day, "unit": unit, "detail": detail}


def place(name: str, longitude: float, latitude: float, mentions: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "name": name, "longitude": longitude, "latitude": latitude, "mentions": mentions, "kind": "city",
        "country": "UA", "ids": [name], **more,
    }  # fmt: skip


KIEW, CHARKIW, ODESSA = place("Kiew", 30.5, 50.45, 9), place("Charkiw", 36.2, 50.0), place("Odessa", 30.7, 46.5)
WASHINGTON = place("Washington", -77.0, 38.9, country="US")
UKRAINE = place("Ukraine", 31.2, 48.4, kind="country")


def test_bars_stand_by_day_and_say_how_long_they_are_of_the_longest() -> None:
    days = charts.bars([statement(50), statement(100, high=200), statement(0, "2026-01-25")])
    assert [(day, [(bar.width, bar.width_high) for bar in bars]) for day, bars in days] == [
        ("2026-01-24", [(50.0, 50.0), (25.0, 0.0)]),
        ("2026-01-25", [(0.8, 0.0)]),
    ]


def test_bars_of_one_day_stand_beside_their_like() -> None:
    shot, flown = statement(350, detail="intercepted"), statement(375, detail="launched")
    ((_, bars),) = charts.bars([flown, shot, statement(20, detail="launched"), flown])
    assert [bar.statement["value"] for bar in bars] == [350, 375, 375, 20]


def test_units_share_no_axis() -> None:
    euros, dollars = statement(1, unit="EUR"), statement(2, unit="USD")
    assert list(charts.by_unit([euros, dollars, euros])) == [("EUR", [euros, euros]), ("USD", [dollars])]


values = st.floats(0, 1e12, allow_nan=False).map(lambda value: round(value, 2))
days = st.dates(date(1000, 1, 1), date(9999, 12, 31)).map(date.isoformat)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.builds(statement, values, days, st.none() | values), min_size=1, max_size=30))
def test_points_and_labels_stay_within_the_picture_and_apart(statements: list[dict[str, Any]]) -> None:
    chart = charts.over_time(statements, lambda one: f"{one['value']:g}")
    assert len(chart.points) == len(statements)
    for point in chart.points:
        assert 0 <= point.x <= charts.WIDTH
        assert 0 <= min(point.y, point.y_high) <= max(point.y, point.y_high) <= charts.HEIGHT
    for tick in chart.days:
        assert 0 <= tick.at <= charts.WIDTH
    labels = [point for point in chart.points if point.label_x is not None]
    for n, one in enumerate(labels):
        for other in labels[:n]:
            widths = sum(6.9 * len(f"{each.statement['value']:g}") / 2 for each in (one, other))
            is_beside = abs((one.label_x or 0) - (other.label_x or 0)) >= widths - 0.2
            assert is_beside or abs(one.y_high - other.y_high) >= 12.9


@pytest.mark.parametrize(
    ("values", "ticks", "is_logarithmic"),
    [
        ([0, 7], [0, 2, 4, 6, 8], False),
        ([375, 104], [0, 100, 200, 300, 400], False),
        ([3_000, 800_000], [1e3, 1e4, 1e5, 1e6], True),
        ([-5, 10], [-5, 0, 5, 10], False),
        ([0], [0], False),
    ],
)
def test_scale(values: list[float], ticks: list[float], is_logarithmic: bool) -> None:
    scale = Scale(values, 20, 200)
    assert scale.is_logarithmic == is_logarithmic
    found = [tick.value for tick in scale.ticks()]
    assert found == ticks or values == [0]
    assert all(20 <= scale.at(value) <= 200 for value in values)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-01-24", "2026-01-24", ["2026-01-24"]),
        ("2026-01-22", "2026-02-07", ["2026-01-22", "2026-01-27", "2026-02-01", "2026-02-06"]),
        ("2025-11-10", "2026-03-20", ["2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01"]),
        ("2023-05-01", "2026-02-01", ["2024-01-01", "2025-01-01", "2026-01-01"]),
        ("1914-06-28", "2026-01-01", ["1950-01-01", "2000-01-01"]),
    ],
)
def test_days_below_a_chart(first: str, last: str, expected: list[str]) -> None:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    ticks = day_ticks(start, end, lambda day: (day - start).days, room=10_000)
    assert [tick.day.isoformat() for tick in ticks] == expected


def test_sparks_are_bars_by_time_and_all_by_one_measure() -> None:
    often = {"seen": [{"published": "2026-01-22", "mentions": 6}, {"published": "2026-01-23", "mentions": 3}]}
    once = {"seen": [{"published": "2026-01-24", "mentions": 1}, {"published": None, "mentions": 5}]}
    sparks = charts.Sparks.over(("2026-01-22", "2026-01-24"), [often, once])
    assert sparks.counts(often["seen"]) == [6, 3, 0]
    assert sparks.path(often["seen"]) == "M12 18v-18M36 18v-9"
    assert sparks.path(once["seen"]) == "M60 18v-3"
    assert charts.Sparks.over(None, [often]).path(often["seen"]) == ""


def test_sparks_of_many_years_have_no_more_bars_than_there_is_room() -> None:
    sparks = charts.Sparks.over(("1999-01-01", "2026-12-31"), [])
    seen = [{"published": day, "mentions": 1} for day in ("1999-01-01", "2026-12-31")]
    assert sparks.counts(seen) == [1, *[0] * 22, 1]


def test_a_map_of_the_area_and_one_of_the_world_if_something_lies_elsewhere() -> None:
    assert [one.is_world for one in atlas.maps([KIEW, CHARKIW, UKRAINE])] == [False]
    near, world = atlas.maps([KIEW, CHARKIW, WASHINGTON])
    assert (near.is_world, world.is_world) == (False, True)
    assert {dot.place["name"] for dot in near.dots} == {"Kiew", "Charkiw"}
    assert {dot.place["name"] for dot in world.dots} == {"Kiew", "Charkiw", "Washington"}
    assert atlas.maps([{**KIEW, "latitude": None, "longitude": None}]) == []


def test_dots_lie_as_on_the_earth_and_are_sized_by_mentions() -> None:
    (one,) = atlas.maps([KIEW, CHARKIW, ODESSA])
    dots = {dot.place["name"]: dot for dot in one.dots}
    assert dots["Charkiw"].x > dots["Kiew"].x
    assert dots["Odessa"].y > dots["Kiew"].y
    assert dots["Kiew"].radius > dots["Odessa"].radius
    assert one.land.startswith("M")
    assert one.borders


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.floats(20, 45), st.floats(40, 60), st.integers(1, 40)), min_size=1, max_size=40))
def test_names_on_a_map_touch_neither_one_another_nor_a_dot(where: list[tuple[float, float, int]]) -> None:
    places = [place(f"Ort{n}", x, y, mentions) for n, (x, y, mentions) in enumerate(where)]
    for one in atlas.maps(places):
        boxes = []
        for dot in one.dots:
            assert -1 <= dot.x <= atlas.WIDTH + 1
            assert -1 <= dot.y <= atlas.HEIGHT + 1
            if dot.label_x is not None:
                length = 5.9 * len(dot.place["name"])
                left = dot.label_x - {"start": 0, "middle": length / 2, "end": length}[dot.label_anchor]
                boxes.append((left + 0.2, dot.label_y - 9, left + length - 0.2, dot.label_y + 2, dot))
        for n, (left, top, right, bottom, own) in enumerate(boxes):
            for other in boxes[:n]:
                assert left >= other[2] or other[0] >= right or top >= other[3] or other[1] >= bottom
            for dot in one.dots:
                if dot is not own:
                    assert not (left < dot.x < right and top < dot.y < bottom)
