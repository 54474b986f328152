"""The scorer: what is right, wrong and missed is counted as such."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks import gold
from benchmarks.krauts import normal

TEXT = "Laut Kiew starben am Freitag 12 Menschen. Kiew trauert mit Anna Berg, sagte Berg."


def _gold(tmp_path: Path, **layers: list[dict[str, Any]]) -> gold.GoldArticle:
    empty: dict[str, Any] = {"entities": [], "roles": [], "dates": [], "numbers": []}
    (tmp_path / "g1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "g1.json").write_text(json.dumps({"id": "g1", "published": "2026-01-24", **empty, **layers}))
    (article,) = gold.load(tmp_path)
    return article


def _record(**kinds: list[dict[str, Any]]) -> dict[str, Any]:
    empty: dict[str, Any] = {"people": [], "places": [], "organizations": [], "dates": [], "numbers": []}
    return {"article": {"published": "2026-01-24"}, **empty, **kinds}


def _mention(text: str, nth: int = 1) -> dict[str, Any]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(text, start + 1)
    return {"text": text, "start": start, "end": start + len(text)}


def test_names_count_by_exact_span(tmp_path: Path) -> None:
    kiew = [{"text": "Kiew", "nth": n, "label": "LOC", "canonical": "Kiew"} for n in (1, 2)]
    score = gold.Score()
    places = [{"name": "Kiew", "mentions": [_mention("Kiew", 2), _mention("Anna")]}]
    gold.score(_gold(tmp_path, entities=kiew), _record(places=places), score)
    assert score.found["LOC"] == [1, 2, 2]
    assert score.figures()["LOC"] == 50.0
    assert score.misses["missed LOC: Kiew"] == score.misses["wrong LOC: Anna"] == 1


def test_a_mention_linked_to_another_person_is_no_hit(tmp_path: Path) -> None:
    berg = [{"text": "Berg", "nth": 2, "label": "PER", "canonical": "Anna Berg"}]
    score = gold.Score()
    people = [{"name": "Otto Berg", "roles": [], "mentions": [_mention("Berg", 2)]}]
    gold.score(_gold(tmp_path, entities=berg), _record(people=people), score)
    assert score.found["PER"] == [1, 1, 1]
    assert score.right["linked"] == [0, 1]


def _figure(**fields: Any) -> dict[str, Any]:
    right = {
        **{"value": 12, "topic": "killed", "counted": "Menschen", "modifier": None, "unit": None},
        **{"source": "Kiew", "place": None},
    }
    return right | fields


@pytest.mark.parametrize(
    ("fields", "whole"),
    [
        ({}, 1),
        ({"value": 13}, 0),
        ({"topic": "people"}, 0),
        ({"source": None}, 0),
        ({"counted": "Mensch"}, 1),  # the same head
        ({"place": "Kiew"}, 1),  # asked for by itself
    ],
)
def test_a_figure_is_whole_if_its_fields_are_right(tmp_path: Path, fields: dict[str, Any], whole: int) -> None:
    article = _gold(tmp_path, numbers=[{"text": "12", "nth": 1, "high": None, **_figure()}])
    ours = {**_mention("12"), **_figure(**fields)}
    ours["source"] = ours["source"] and {"text": ours["source"]}
    score = gold.Score()
    gold.score(article, _record(numbers=[ours]), score)
    assert score.found["figures whole"] == [whole, 1, 1]
    assert score.found["numbers exact"] == [1, 1, 1]


def test_vague_dates_are_not_scored(tmp_path: Path) -> None:
    friday = {"text": "Freitag", "nth": 1, "type": "DATE", "value": "2026-01-23", "mod": None}
    ours = [
        {**_mention("Freitag"), "type": "DATE", "value": "2026-01-23", "mod": None},
        {**_mention("trauert"), "type": "DATE", "value": "PRESENT_REF", "mod": None},
    ]
    score = gold.Score()
    gold.score(_gold(tmp_path, dates=[friday]), _record(dates=ours), score)
    assert score.found["dates value"] == [1, 1, 1]


def test_a_lost_span_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no occurrence 3 of 'Kiew'"):
        _gold(tmp_path, entities=[{"text": "Kiew", "nth": 3, "label": "LOC", "canonical": "Kiew"}])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2010-02-25T20.30", "2010-02-25T20:30", True),
        ("P1Y", "P12M", True),
        ("P2W", "P14D", True),
        ("P1D", "PT24H", False),
        ("2016-W8", "2016-W08", True),
        ("PAST_REF", "PAST_REF", True),
        ("2010-02-25", "2010-02-26", False),
    ],
)
def test_values_that_mean_the_same(one: str, other: str, same: bool) -> None:
    assert (normal(one) == normal(other)) is same


def test_floors_can_be_read() -> None:
    floors = tomllib.loads((Path(__file__).parents[2] / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))
    assert {part.split(",")[0] for part in floors} >= {"dev", "test", "krauts"}
    assert all(0 < floor <= 100 for layers in floors.values() for floor in layers.values())
