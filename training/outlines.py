"""Builds `src/peacetalks_cli/data/outlines.json`, the land and the borders under the map of a report.

    python -m training.outlines countries-50m.json

The input is the TopoJSON of the npm package `world-atlas` 2.0.2 (`npm pack world-atlas@2.0.2`), made of Natural Earth
4.1, which is in the public domain. Output: integers in hundredths of a degree, longitude and latitude in turn, each
pair as the difference from the one before: {"land": [ring, …], "borders": [line, …]}.

Natural Earth draws the borders that are held, and so counts the Crimea to Russia. Most states, and German news, count
it to Ukraine: that ring is given back.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from peacetalks_cli.errors import PeacetalksError

TARGET = Path(__file__).parents[1] / "src" / "peacetalks_cli" / "data" / "outlines.json"
UKRAINE, RUSSIA = "804", "643"
CRIMEA = (34.1, 45.3)  # longitude, latitude of a point inland
NEAR = (-25.0, 20.0, 65.0, 72.0)  # west, south, east, north: Europe and the Near East, drawn more finely
SOUTHERNMOST = -60.0  # no news from there, and no place on Mercator's map
FINE, COARSE = 0.04, 0.25  # tolerance of the simplification, in degrees
LEAST_AREA = {FINE: 0.05, COARSE: 1.0}  # of an island, in square degrees

Point = tuple[float, float]
Line = list[Point]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=Path)
    topology = json.loads(parser.parse_args().topology.read_text(encoding="utf-8"))
    arcs = [simplified(line) for line in _arcs(topology)]
    land = [ring for ring in _rings(topology["objects"]["land"], arcs) if _is_large(ring)]
    borders = [arcs[index] for index in _shared(topology["objects"]["countries"]["geometries"], arcs)]
    outlines = {"land": [_packed(ring) for ring in land], "borders": [_packed(line) for line in borders]}
    TARGET.write_text(json.dumps(outlines, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(land)} rings, {len(borders)} borders, {TARGET.stat().st_size:,} bytes")


def _arcs(topology: dict[str, Any]) -> Iterator[Line]:
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale_x + left, y * scale_y + bottom))
        yield line


def _tolerance(line: Sequence[Point]) -> float:
    west, south, east, north = NEAR
    return FINE if any(west <= x <= east and south <= y <= north for x, y in line) else COARSE


def simplified(line: Sequence[Point]) -> Line:
    """The line by Douglas and Peucker's method; its ends stay, so that what met still meets."""
    tolerance = _tolerance(line)
    kept = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    if len(line) > 2 and line[0] == line[-1]:  # a ring in one piece: the point farthest from its seam stays too
        far = max(range(len(line)), key=lambda i: _squared(line[i], line[0]))
        kept.add(far)
        open_parts = [(0, far), (far, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: _from_segment(line[i], line[first], line[last]))
        if _from_segment(line[far], line[first], line[last]) > tolerance**2:
            kept.add(far)
            open_parts += [(first, far), (far, last)]
    return [line[i] for i in sorted(kept)]


def _squared(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _from_segment(point: Point, start: Point, end: Point) -> float:
    """The squared distance of a point from a segment."""
    length = _squared(start, end)
    if not length:
        return _squared(point, start)
    (px, py), (sx, sy), (ex, ey) = point, start, end
    along = max(0.0, min(1.0, ((px - sx) * (ex - sx) + (py - sy) * (ey - sy)) / length))
    return _squared(point, (sx + along * (ex - sx), sy + along * (ey - sy)))


def _polygons(geometry: dict[str, Any]) -> Iterable[list[list[int]]]:
    if geometry["type"] == "GeometryCollection":
        return [polygon for part in geometry["geometries"] for polygon in _polygons(part)]
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])


def _joined(indices: Iterable[int], arcs: Sequence[Line]) -> Line:
    """The ring of those arcs; ~i is arc i backwards."""
    ring: Line = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _rings(geometry: dict[str, Any], arcs: Sequence[Line]) -> Iterator[Line]:
    for polygon in _polygons(geometry):
        for indices in polygon:
            yield list(_unwrapped(_joined(indices, arcs)))


def _unwrapped(ring: Iterable[Point]) -> Iterator[Point]:
    """The ring with longitudes beyond 180 degrees where it crosses that meridian: no leap around the world."""
    turns, before = 0, None
    for x, y in ring:
        if before is not None and abs(x - before) > 180:
            turns += -1 if x > before else 1
        yield x + 360 * turns, y
        before = x


def _area(ring: Sequence[Point]) -> float:
    pairs = pairwise(ring)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _is_large(ring: Sequence[Point]) -> bool:
    is_antarctica = max(y for _, y in ring) < SOUTHERNMOST
    return not is_antarctica and len(ring) > 3 and _area(ring) >= LEAST_AREA[_tolerance(ring)]


def _shared(countries: Iterable[dict[str, Any]], arcs: Sequence[Line]) -> list[int]:
    """The arcs between two countries."""
    owners: dict[int, set[str]] = {}
    crimea_was_given_back = False
    for country in countries:
        for polygon in _polygons(country):
            owner = country.get("id", country["properties"]["name"])
            if owner == RUSSIA and _contains(_joined(polygon[0], arcs), CRIMEA):
                owner, crimea_was_given_back = UKRAINE, True
            for ring in polygon:
                for index in ring:
                    owners.setdefault(index if index >= 0 else ~index, set()).add(owner)
    if not crimea_was_given_back:
        raise PeacetalksError("the Crimea is no polygon of Russia in this topology; look how it is drawn here")
    return [index for index, of in sorted(owners.items()) if len(of) > 1]


def _contains(ring: Sequence[Point], point: Point) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _packed(line: Sequence[Point]) -> list[int]:
    packed: list[int] = []
    before_x = before_y = 0
    for x, y in line:
        now_x, now_y = round(x * 100), round(y * 100)
        packed += (now_x - before_x, now_y - before_y)
        before_x, before_y = now_x, now_y
    return packed


if __name__ == "__main__":
    main()
