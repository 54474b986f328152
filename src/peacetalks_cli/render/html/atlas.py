"""Places on a map: Mercator's projection over outlines of land and borders."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

WIDTH, HEIGHT = 360, 250  # small enough to be legible on a telephone without being scaled
DETAIL = 4  # steps of a path to a unit of the picture
_MOST_NORTHERN = 84.0  # Mercator's projection has no pole
Anchor = Literal["start", "middle", "end"]
_START: Anchor = "start"
_LEAST_STEP = 6  # of a path: nearer points are not told apart
_LETTER, _LINE = 5.9, 12  # of a name, in units of the picture
_GAP = 4  # between a name and the dots of others, whose name it would seem to be
_LEAST_SPAN = 12.0  # in degrees: no closer than that to a single town


@dataclass(frozen=True, slots=True)
class Dot:
    """`label_x`, `label_y`, `label_anchor`: where its name stands; None where there is no room for it."""

    x: float
    y: float
    radius: float
    place: dict[str, Any]
    label_x: float | None
    label_y: float
    label_anchor: Anchor


@dataclass(frozen=True, slots=True)
class Map:
    """`land`, `borders`: path data of SVG; `dots`: the largest first, so that small ones lie on top."""

    land: str
    borders: str
    dots: list[Dot]
    is_world: bool


@dataclass(frozen=True, slots=True)
class _View:
    west: float
    north: float
    scale: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (math.radians(longitude) - self.west) * self.scale, (self.north - _mercator(latitude)) * self.scale


def maps(places: Sequence[dict[str, Any]]) -> list[Map]:
    """A map of where most of the places lie, and one of the world if some lie elsewhere; none without coordinates."""
    known = [place for place in places if place["latitude"] is not None and place["longitude"] is not None]
    if not known:
        return []
    near = _heart(known)
    found = [_map(near, _view(near), is_world=False)]
    if len(near) < len(known):
        found.append(_map(known, _view(known, is_world=True), is_world=True))
    return found


def _mercator(latitude: float) -> float:
    latitude = max(-_MOST_NORTHERN, min(_MOST_NORTHERN, latitude))
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _heart(places: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The places of the country with most mentions of its towns, and what lies near them; all if that is most."""
    local = [place for place in places if place["kind"] != "country"]
    if not local:
        return list(places)
    mentions: dict[str | None, int] = {}
    for place in local:
        mentions[place["country"]] = mentions.get(place["country"], 0) + place["mentions"]
    first = max(mentions, key=lambda country: (mentions[country], str(country)))
    core = [place for place in local if place["country"] == first]
    west, east = (pick(place["longitude"] for place in core) for pick in (min, max))
    south, north = (pick(place["latitude"] for place in core) for pick in (min, max))
    margin_x, margin_y = max(4.0, (east - west) / 3), max(2.5, (north - south) / 3)
    return [
        place
        for place in places
        if west - margin_x <= place["longitude"] <= east + margin_x
        and south - margin_y <= place["latitude"] <= north + margin_y
    ]


def _view(places: Sequence[dict[str, Any]], *, is_world: bool = False) -> _View:
    """The view that shows all of the places with a margin."""
    longitudes = [math.radians(place["longitude"]) for place in places]
    heights = [_mercator(place["latitude"]) for place in places]
    if is_world:
        longitudes += [math.radians(-125), math.radians(165)]
        heights += [_mercator(-40), _mercator(68)]
    least = math.radians(_LEAST_SPAN)
    middle_x, middle_y = (min(longitudes) + max(longitudes)) / 2, (min(heights) + max(heights)) / 2
    wide = max((max(longitudes) - min(longitudes)) * 1.25, least)
    high = max((max(heights) - min(heights)) * 1.3, least * HEIGHT / WIDTH)
    scale = min(WIDTH / wide, HEIGHT / high)
    return _View(middle_x - WIDTH / 2 / scale, middle_y + HEIGHT / 2 / scale, scale)


def _map(places: Sequence[dict[str, Any]], view: _View, *, is_world: bool) -> Map:
    outlines = _outlines()
    land = "".join(_path(line, view, closed=True) for line in outlines["land"])
    borders = "".join(_path(line, view, closed=False) for line in outlines["borders"])
    return Map(land, borders, list(_dots(places, view)), is_world)


@cache
def _outlines() -> dict[str, list[list[tuple[float, float]]]]:
    packed = json.loads(files("peacetalks_cli.data").joinpath("outlines.json").read_text(encoding="utf-8"))
    return {kind: [_unpacked(line) for line in lines] for kind, lines in packed.items()}


def _unpacked(packed: Sequence[int]) -> list[tuple[float, float]]:
    line = []
    x = y = 0
    for dx, dy in zip(packed[::2], packed[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / 100, y / 100))
    return line


def _path(line: Sequence[tuple[float, float]], view: _View, *, closed: bool) -> str:
    """SVG path data in steps, DETAIL to a unit; empty if the line is wholly outside of the view."""
    points = [view.at(*point) for point in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > HEIGHT:
        return ""
    steps: list[str] = []
    last: tuple[int, int] | None = None
    for n, (x, y) in enumerate(points):
        # What lies far outside is drawn to the edge of a frame around the view: the path stays short.
        now = round(max(-WIDTH, min(2 * WIDTH, x)) * DETAIL), round(max(-HEIGHT, min(2 * HEIGHT, y)) * DETAIL)
        if last is None:
            steps.append(f"M{now[0]} {now[1]}l")
        elif abs(now[0] - last[0]) + abs(now[1] - last[1]) < _LEAST_STEP and n < len(points) - 1:
            continue
        elif now != last:
            steps.append(f"{now[0] - last[0]} {now[1] - last[1]} ")
        last = now
    return "".join(steps).rstrip() + ("z" if closed else "") if len(steps) > 1 else ""


_Box = tuple[float, float, float, float]


def _dots(places: Sequence[dict[str, Any]], view: _View) -> Iterator[Dot]:
    ordered = sorted(places, key=lambda place: (-place["mentions"], place["name"], place["ids"]))
    where = [(place, *view.at(place["longitude"], place["latitude"])) for place in ordered]
    sizes = [min(10.0, 1.8 + math.sqrt(place["mentions"])) for place in ordered]
    marks = [(x - r, y - r, x + r, y + r) for (_, x, y), r in zip(where, sizes, strict=True)]
    names: list[_Box] = []
    for n, ((place, x, y), radius) in enumerate(zip(where, sizes, strict=True)):
        label_x: float | None = None
        label_y, anchor = y + 4, _START
        others = [
            *names,
            *((left - _GAP, top, right + _GAP, bottom) for left, top, right, bottom in marks[:n] + marks[n + 1 :]),
        ]
        for box, label in _labels(x, y, radius, _LETTER * len(place["name"])):
            inside = box[0] >= 2 and box[2] <= WIDTH - 2 and box[1] >= 0 and box[3] <= HEIGHT
            if inside and not any(_touch(box, other) for other in others):
                names.append(box)
                label_x, label_y, anchor = label
                break
        yield Dot(
            round(x, 1), round(y, 1), round(radius, 1), place, label_x and round(label_x, 1), round(label_y, 1),
            anchor,
        )  # fmt: skip


def _labels(x: float, y: float, radius: float, length: float) -> Iterator[tuple[_Box, tuple[float, float, Anchor]]]:
    """Where the name of a dot may stand, best first: its box, and the text's place and anchor."""
    half = _LINE / 2
    right, left = x + radius + 3, x - radius - 3
    yield (right, y - half, right + length, y + half), (right, y + 4, "start")
    yield (left - length, y - half, left, y + half), (left, y + 4, "end")
    for top in (y - radius - 1 - _LINE, y + radius + 1):
        yield (x - length / 2, top, x + length / 2, top + _LINE), (x, top + _LINE - 3, "middle")


def _touch(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
