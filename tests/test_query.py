"""Filters and aggregates, over the records of tests/conftest.py."""

from dataclasses import replace
from typing import Any

import pytest

from peacetalks_cli import query
from peacetalks_cli.errors import UsageError
from peacetalks_cli.facts import Mention, Person, Record
from peacetalks_cli.query import Filter

ALL = Filter()


def rows(kind: query.Kind, records: list[Record], filters: Filter = ALL) -> list[dict[str, Any]]:
    return query.select(kind, [query.of_record(record.as_json(), kind) for record in records], filters)


def test_people_over_articles(records: list[Record]) -> None:
    assert rows("people", records) == [
        {
            "id": "person:anna-berg",
            "name": "Anna Berg",
            "roles": ["Außenministerin", "Ministerin"],
            "variants": ["Berg"],  # no "Anna Bergs": the genitive of the name
            "articles": 2,
            "mentions": 3,
            "first": "2026-02-01",
            "last": "2026-03-04",
            "files": ["news/erster.txt", "news/zweiter.txt"],
        }
    ]


def test_places_most_mentions_first(records: list[Record]) -> None:
    found = rows("places", records)
    assert [(row["name"], row["mentions"], row["articles"]) for row in found] == [("Genf", 2, 2), ("Nordheim", 1, 1)]
    assert (found[0]["kind"], found[0]["country"], found[0]["latitude"]) == ("city", "CH", 46.2)
    assert found[1]["country"] is None


def test_the_same_text_in_two_files_is_one_article(records: list[Record]) -> None:
    twice = [*records, replace(records[0], article=replace(records[0].article, file="kopie.txt"))]
    (person,) = rows("people", twice)
    assert (person["articles"], person["mentions"]) == (2, 3)
    assert person["files"] == ["kopie.txt", "news/erster.txt", "news/zweiter.txt"]
    assert len(rows("numbers", twice)) == 2


def person(name: str, mentions: int, id: str = "") -> Person:
    return Person(
        id or f"person:{name.lower().replace(' ', '-')}", name, (),
        tuple(Mention(name, start, start + 1, 1) for start in range(mentions)),
    )  # fmt: skip


def test_spellings_of_one_name_are_one_person(records: list[Record]) -> None:
    first = replace(records[0], people=(person("Wolodymyr Selenskyj", 2),))
    second = replace(records[1], people=(person("Volodymyr Zelensky", 3),))
    (row,) = rows("people", [first, second])
    assert (row["name"], row["variants"]) == ("Volodymyr Zelensky", ["Wolodymyr Selenskyj"])
    assert row["id"] == "person:wolodymyr-selenskyj"  # the German spelling, whichever is more frequent


def test_a_full_name_is_shown_before_a_frequent_short_one(records: list[Record]) -> None:
    first = replace(records[0], people=(person("Putin", 9, "person:wladimir-putin"),))
    second = replace(records[1], people=(person("Wladimir Putin", 1),))
    assert [row["name"] for row in rows("people", [first, second])] == ["Wladimir Putin"]


def test_two_people_become_one_by_a_third(records: list[Record]) -> None:
    """Two ids with nothing in common are joined by an article that has the id of one and the name of the other."""
    one = replace(records[0], people=(person("Anna Berg", 1, "person:a"), person("Oskar Stein", 1, "person:b")))
    two = replace(records[1], people=(person("Oskar Stein", 1, "person:a"),))
    (row,) = rows("people", [one, two])
    assert (row["mentions"], row["articles"], row["variants"]) == (3, 2, ["Anna Berg"])


def test_dates_in_time_order_without_vague_ones(records: list[Record]) -> None:
    assert [row["value"] for row in rows("dates", records)] == ["2026-03-03", "P2D"]
    vague = rows("dates", records, Filter(vague=True))
    assert [row["value"] for row in vague] == ["2026-03-03", "P2D", "PAST_REF", "PX"]  # what has no day: by article
    assert (vague[0]["file"], vague[0]["published"]) == ("news/erster.txt", "2026-03-04")


def test_numbers_by_file_and_position(records: list[Record]) -> None:
    assert [row["text"] for row in rows("numbers", records[::-1])] == ["1.200", "40"]


FILTERS: list[tuple[Filter, list[str]]] = [
    (Filter(), ["1.200", "40"]),
    (Filter(since="2026-02-01"), ["1.200", "40"]),
    (Filter(since="2026-02-02"), ["1.200"]),
    (Filter(since="2026-03"), ["1.200"]),
    (Filter(since="2026-04"), []),
    (Filter(since="2026"), ["1.200", "40"]),
    (Filter(until="2026-02"), ["40"]),
    (Filter(until="2026-03-04"), ["1.200", "40"]),
    (Filter(until="2026-03-03"), ["40"]),
    (Filter(until="2025"), []),
    (Filter(file="*erster*"), ["1.200"]),
    (Filter(file="zweiter.txt"), ["40"]),
    (Filter(file="news/*"), ["1.200", "40"]),
    (Filter(file="NEWS/*"), []),
    (Filter(topics=frozenset({"drones"})), ["40"]),
    (Filter(topics=frozenset({"drones", "outage"})), ["1.200", "40"]),
]


@pytest.mark.parametrize(("filters", "texts"), FILTERS, ids=range(len(FILTERS)))
def test_filters(records: list[Record], filters: Filter, texts: list[str]) -> None:
    assert [row["text"] for row in rows("numbers", records, filters)] == texts


def test_an_article_without_a_date_is_outside_every_time(records: list[Record]) -> None:
    undated = replace(records[0], article=replace(records[0].article, published=None))
    assert len(rows("numbers", [undated])) == 1
    assert rows("numbers", [undated], Filter(since="1900")) == []
    assert rows("numbers", [undated], Filter(until="2999")) == []


@pytest.mark.parametrize(
    "value", ["", "26", "2026-1", "2026-13", "2026-02-30", "heute", "2026-01-25T10", "01.02.2026", "0000"]
)
def test_no_date(value: str) -> None:
    for given in ({"since": value}, {"until": value}):
        with pytest.raises(UsageError, match="no date"):
            Filter(**given)


def test_mentions_in_the_order_of_the_text(records: list[Record]) -> None:
    found = query.mentions(query.without_vague(records[0].as_json()))
    assert [(row["kind"], row["text"]) for row in found] == [
        ("date", "3. März"), ("place", "Genf"), ("person", "Anna Bergs"), ("organization", "Rotem Kreuz"),
        ("number", "1.200"), ("place", "Nordheim"), ("person", "Berg"),
    ]  # fmt: skip
    assert found[2]["name"] == "Anna Berg"
    assert all(row["text"] == records[0].article.text[row["start"] : row["end"]] for row in found)


def test_without_vague(records: list[Record]) -> None:
    record = records[0].as_json()
    assert [timex["value"] for timex in query.without_vague(record)["dates"]] == ["2026-03-03"]
    assert query.without_vague(record, keep=True) == record


def test_the_file_to_name(records: list[Record]) -> None:
    for files, file in (
        (("-", "a.txt"), "a.txt"),
        (("-:3", "a.jsonl:1"), "a.jsonl:1"),
        (("-",), "-"),
        (("-a", "b"), "-a"),
    ):
        assert query.Origin("0", files, None).file == file


def test_lines_of_a_file_in_their_order(records: list[Record]) -> None:
    found = [(query.Origin(str(n), (f"x.jsonl:{n}",), None), records[0].as_json()["numbers"]) for n in (10, 9, 100)]
    assert [row["file"] for row in query.select("numbers", found)] == ["x.jsonl:9", "x.jsonl:10", "x.jsonl:100"]


def test_files_of_a_person_in_their_order(records: list[Record]) -> None:
    people = records[0].as_json()["people"]
    (row,) = query.select("people", [(query.Origin(str(n), (f"x.jsonl:{n}",), None), people) for n in (10, 9)])
    assert row["files"] == ["x.jsonl:9", "x.jsonl:10"]


def _people(*names: str) -> list[query.Facts]:
    """One article each, with one person."""
    mention = {"text": "x", "start": 0, "end": 1, "line": 1}
    return [
        (
            query.Origin(f"{n:016}", (f"{n}.txt",), None),
            [{"id": f"person:{name}", "name": name, "roles": [], "mentions": [{**mention, "text": name}]}],
        )
        for n, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Steve Witkoff", "Witkoff"), ["Steve Witkoff"]),
        (("Selenskij", "Wolodymyr Selenskyj"), ["Wolodymyr Selenskyj"]),
        (("Hnatow", "Andrij Hnatow", "Jurij Hnatow"), ["Andrij Hnatow", "Hnatow", "Jurij Hnatow"]),
        (("Witkoff", "Witkow"), ["Witkoff", "Witkow"]),
        (("Putin", "Peskow"), ["Peskow", "Putin"]),
    ],
)
def test_a_surname_joins_the_one_full_name_of_the_collection(names: tuple[str, ...], expected: list[str]) -> None:
    for order in (names, names[::-1]):
        assert sorted(row["name"] for row in query.select("people", _people(*order))) == expected


def test_what_most_articles_say_of_a_place_in_whatever_order() -> None:
    mention = {"text": "Ebbs", "start": 0, "end": 4, "line": 1}
    nothing = dict.fromkeys(("kind", "country", "latitude", "longitude"))
    said: list[dict[str, Any]] = [nothing, {**nothing, "kind": "region"}, *[{**nothing, "kind": "city"}] * 2]
    for order in (said, said[::-1]):
        found = [
            (
                query.Origin(f"{n:016}", (f"{n}.txt",), None),
                [{"id": "place:ebbs", "name": "Ebbs", **known, "mentions": [mention]}],
            )
            for n, known in enumerate(order)
        ]
        (row,) = query.select("places", found)
        assert (row["kind"], row["country"], row["articles"]) == ("city", None, 4)
