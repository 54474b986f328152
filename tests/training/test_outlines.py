"""Lines made simpler for the map of a report."""

import json
from importlib.resources import files

import pytest

from training.outlines import simplified

RING = [(0.0, 0.0), (5.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]


def test_a_straight_line_needs_its_ends_only() -> None:
    assert simplified([(0.0, 0.0), (1.0, 0.001), (2.0, 0.0)]) == [(0.0, 0.0), (2.0, 0.0)]


def test_a_ring_keeps_its_corners() -> None:
    assert simplified(RING) == [point for point in RING if point != (5.0, 0.0)]


@pytest.mark.parametrize(("far", "kept"), [(0.0, True), (-100.0, False)])
def test_lines_far_from_europe_are_drawn_more_coarsely(far: float, kept: bool) -> None:
    line = [(far, 50.0), (far + 1, 50.1), (far + 2, 50.0)]
    assert (line[1] in simplified(line)) == kept


def test_the_outlines_are_small_and_on_the_earth() -> None:
    written = files("peacetalks_cli.data").joinpath("outlines.json").read_text(encoding="utf-8")
    assert len(written) < 100_000
    packed = json.loads(written)
    assert len(packed["land"]) > 50
    assert len(packed["borders"]) > 100
    for lines in packed.values():
        for line in lines:
            x = y = 0
            for dx, dy in zip(line[::2], line[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -36_000 <= x <= 36_000
                assert -9_000 <= y <= 9_000
