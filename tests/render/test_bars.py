"""Figures as bars at the terminal."""

from typing import Any

import pytest
from rich.cells import cell_len

from peacetalks_cli.render import Screen
from peacetalks_cli.render.bars import bars


def figure(value: float, **fields: Any) -> dict[str, Any]:
    row = {
        "value": value, "low": value, "high": value, "modifier": None, "unit": None, "counted": "Drohnen",
        "topic": "drones", "place": None, "date": "2026-01-24TNI", "source": None, "published": "2026-01-25",
        "file": "a.txt", "start": 0,
    }  # fmt: skip
    return row | fields


def drawn(*rows: dict[str, Any], width: int = 80, is_ascii: bool = False) -> list[str]:
    return "".join(bars(rows, Screen(width), is_ascii=is_ascii)).splitlines()


def test_bars_of_a_topic_share_a_scale_and_a_day_is_named_once() -> None:
    title, first, second = drawn(figure(375), figure(104, start=9))
    assert title == "drones"
    assert first.startswith("2026-01-24 375 ████████████████████ Drohnen")
    assert second.startswith("           104 █████▌ Drohnen")


def test_units_are_not_mixed() -> None:
    lines = drawn(figure(5, topic="money", unit="EUR"), figure(7, topic="money", unit="USD"))
    assert [line for line in lines if line.startswith("money")] == ["money, EUR", "money, USD"]


def test_who_says_it_is_read_at_80_columns() -> None:
    source = {"text": "ukrainischen Luftwaffe", "name": "ukrainische Luftwaffe", "cue": "zufolge"}
    short = figure(1_234, counted="Raketen und Marschflugkörper", source=source)
    long = figure(1_234, counted="ballistische Raketen und Marschflugkörper", place="Saporischschja", source=source)
    assert [line[38:] for line in drawn(short, long)[1:]] == [
        "Raketen und Marsc… · ukrainische Luftwaffe",
        "Saporischschja · ukrainische Luftwaffe",
    ]
    assert max(cell_len(line) for line in drawn(short, long)) <= 80


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"modifier": "approx"}, "≈ 800 000"),
        ({"modifier": "max", "low": None}, "≤ 800 000"),
        ({"low": 45, "high": 50}, "45–50"),
    ],
)
def test_the_amount(fields: dict[str, Any], shown: str) -> None:
    assert f" {shown} " in drawn(figure(800_000, **fields))[1]


def test_below_nought_there_is_no_bar_and_of_little_there_is_some() -> None:
    cold = drawn(figure(-10, topic="temperature", unit="°C", counted=None))[1]
    assert cold == "2026-01-24 -10"
    assert "▏" in drawn(figure(800_000), figure(1, start=5))[2]


def test_ascii_has_no_other_signs() -> None:
    lines = drawn(figure(3_000, modifier="approx", place="Kiew"), figure(7, low=6, high=7, start=3), is_ascii=True)
    assert all(line.isascii() for line in lines)
    assert "~ 3 000 ####" in lines[1]


def test_what_comes_from_an_article_does_not_steer_the_terminal() -> None:
    lines = drawn(figure(3, counted="Droh\x1b[31mnen\nx", place="[red]Kiew"))
    assert "\x1b" not in "".join(lines)
    assert len(lines) == 2
    assert "[red]Kiew" in lines[1]


def test_nothing_found() -> None:
    assert drawn() == ["No numbers found."]
