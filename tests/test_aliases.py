"""What a user decides in aliases.toml, and what --explain says of it."""

import re
from pathlib import Path
from typing import Any

import pytest

from peacetalks_cli import query
from peacetalks_cli.errors import UsageError
from peacetalks_cli.german.transliteration import person_slug
from peacetalks_cli.query import Aliases, Filter
from peacetalks_cli.query.explain import explain


def people(*articles: dict[str, list[str]], roles: dict[str, list[str]] | None = None) -> list[query.Facts]:
    """An article each, of names and the words of their mentions."""
    return [
        (
            query.Origin(f"{n:016}", (f"{n}.txt",), f"2026-01-{n + 1:02}"),
            [
                {
                    "id": f"person:{person_slug(name)}",
                    "name": name,
                    "roles": (roles or {}).get(name, []),
                    "mentions": [{"text": text, "start": i, "end": i + 1, "line": 1} for i, text in enumerate(texts)],
                }
                for name, texts in names.items()
            ],
        )
        for n, names in enumerate(articles)
    ]


def names_of(found: list[query.Facts], aliases: Aliases) -> dict[str, int]:
    return {row["name"]: row["mentions"] for row in query.select("people", found, Filter(), aliases)}


def read(folder: Path, text: str, kind: query.Kind = "people") -> Aliases:
    (folder / "aliases.toml").write_text(text, encoding="utf-8")
    return Aliases.beside(folder / "facts.db", kind)


NONE = Aliases()
TWO = people({"Andrij Hnatow": ["Andrij Hnatow", "Hnatow", "Hnatows"]}, {"Hnatow": ["Hnatow"]})


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("", {"Andrij Hnatow": 4}),
        ('[[split]]\nnames = ["Hnatow"]', {"Andrij Hnatow": 1, "Hnatow": 3}),
        ('[[split]]\nnames = ["Andrij Hnatow", "hnatow"]', {"Andrij Hnatow": 1, "hnatow": 3}),
        ('[[ignore]]\nnames = ["Andrij Hnatow"]', {"Hnatow": 1}),
        ('[[ignore]]\nnames = ["Hnatows"]', {"Andrij Hnatow": 3}),
        ('[[ignore]]\nnames = ["person:andrij-hnatow", "Hnatow"]', {}),
        ('[[merge]]\nnames = ["General Hnatow", "Andrij Hnatow"]', {"General Hnatow": 4}),
        ('[[split]]\nkind = "places"\nnames = ["Hnatow"]', {"Andrij Hnatow": 4}),
    ],
)
def test_rules(tmp_path: Path, rules: str, expected: dict[str, int]) -> None:
    assert names_of(TWO, read(tmp_path, rules)) == expected


def test_merge_takes_other_spellings_with_it(tmp_path: Path) -> None:
    found = people({"Wolodymyr Selenskyj": ["Selenskyj"]}, {"Volodymyr Zelensky": ["Zelensky"]}, {"Ze": ["Ze"]})
    aliases = read(tmp_path, '[[merge]]\nnames = ["Wolodymyr Selenskyj", "Ze"]')
    assert names_of(found, aliases) == {"Wolodymyr Selenskyj": 3}


def test_split_of_two_spellings(tmp_path: Path) -> None:
    found = people({"Sergej Iwanow": ["Sergej Iwanow"]}, {"Sergei Ivanov": ["Sergei Ivanov"]}, {"Iwanow": ["Iwanow"]})
    assert names_of(found, Aliases()) == {"Sergei Ivanov": 3}
    aliases = read(tmp_path, '[[split]]\nnames = ["Sergej Iwanow", "Sergei Ivanov"]')
    assert names_of(found, aliases) == {"Sergei Ivanov": 1, "Sergej Iwanow": 1, "Iwanow": 1}


BROKEN = [
    ("[[merge]]\nnames = [", "no TOML"),
    ('[[join]]\nnames = ["A", "B"]', r"\[\[join\]\] is no rule"),
    ('[merge]\nnames = ["A", "B"]', "two brackets"),
    ('merge = ["A"]', r"below it names"),
    ('[[merge]]\nnames = ["A"]', "a merge needs two"),
    ('[[split]]\nnames = "A"', "must be a list"),
    ("[[split]]\nnames = []", "must be a list"),
    ("[[ignore]]\nnames = [3]", "must be a list"),
    ('[[ignore]]\nname = ["A"]', "name is not known"),
    ('[[ignore]]\nkind = "dates"\nnames = ["A"]', "people or places"),
    ('[[merge]]\nnames = ["A", "B"]\n[[merge]]\nnames = ["b", "C"]', "two"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_file_is_one_line_of_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(str(tmp_path / "aliases.toml"))
    assert "\n" not in str(error.value)


def test_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="not UTF-8"):
        Aliases.beside(tmp_path / "facts.db", "people")


def test_no_file_no_rules(tmp_path: Path) -> None:
    assert Aliases.beside(tmp_path / "facts.db", "people") == Aliases.beside(None, "places") == Aliases()


def why(name: str, found: list[query.Facts], aliases: Aliases = NONE) -> dict[str, str]:
    return {row["text"]: row["why"] for row in explain("people", name, found, Filter(), aliases)}


def test_explain_names_the_reason_of_every_form() -> None:
    found = people(
        {"Wolodymyr Selenskyj": ["Wolodymyr Selenskyj", "Selenskyj", "Selenskyjs", "SELENSKYJ", "Selenskij"]},
        {"Volodymyr Zelensky": ["Volodymyr Zelensky"]},
        {"Selenskyj": ["Selenskyj"]},
    )
    reasons = [(row["text"], row["why"]) for row in explain("people", "Selenskyj", found, Filter(), Aliases())]
    assert len({row[0] for row in reasons}) == 6
    expected = {
        "Selenskyj": r"the surname alone, in an article with one Wolodymyr|of one person only in all articles",
        "Selenskyjs": "genitive ending cut",
        "SELENSKYJ": "in capital letters",
        "Selenskij": r"another spelling, which sounds the same \(selenski\)",
        "Volodymyr Zelensky": "the name itself",
    }
    for text, pattern in expected.items():
        assert all(re.search(pattern, reason) for found_text, reason in reasons if found_text == text), text


def test_a_conflict_is_shown() -> None:
    found = people(
        {"Andrij Hnatow": ["Andrij Hnatow"]},
        {"Jurij Hnatow": ["Jurij Hnatow"]},
        {"Hnatow": ["Hnatow"]},
        roles={"Andrij Hnatow": ["Generalstabschef"], "Jurij Hnatow": ["Generalstabschef"]},
    )
    reasons = why("Andrij Hnatow", found)
    assert reasons["Jurij Hnatow"] == "conflict: same surname and role (Generalstabschef), another first name"
    assert reasons["Hnatow"] == "kept apart: the surname of Andrij Hnatow and Jurij Hnatow"
    assert why("Nobody", found) == {}


def test_explain_names_the_rule(tmp_path: Path) -> None:
    aliases = read(tmp_path, '[[split]]\nnames = ["Hnatow"]\n[[merge]]\nnames = ["Andrij Hnatow", "Der General"]')
    found = people({"Andrij Hnatow": ["Andrij Hnatow"]}, {"Hnatow": ["Hnatow"]}, {"Der General": ["Der General"]})
    reasons = why("Andrij Hnatow", found, aliases)
    assert reasons["Hnatow"] == "kept apart: split in aliases.toml"
    assert "merged in aliases.toml" in why("Andrij Hnatow", found, aliases)["Der General"]


def test_places_explained() -> None:
    mentions = [{"text": text, "start": 0, "end": 1, "line": 1} for text in ("Kyjiw", "Kiews", "Kiew")]
    kiev: dict[str, Any] = {"id": "place:kyiv", "name": "Kiew", "kind": "city", "country": "UA", "mentions": mentions}
    found = [(query.Origin("0", ("a.txt",), None), [kiev | {"latitude": 50.4, "longitude": 30.5}])]
    rows = explain("places", "Kyjiw", found, Filter(), Aliases())
    assert {row["text"]: row["why"] for row in rows if row["mentions"]} == {
        "Kiew": "the name itself",
        "Kiews": "the gazetteer knows it by this name too",
        "Kyjiw": "the gazetteer knows it by this name too",
    }


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("Wladimir Putin", ["Vladimir Putin", "Vladimir Putin", "Putin"]),
        ("Benjamin Netanjahu", ["Benjamin Netanyahu", "Netanyahu", "Benjamin Netanyahu"]),
        ("Donald Trump", ["Donald J. Trump", "Donald J. Trump", "Trump", "D. Trump"]),
        ("António Guterres", ["Antonio Guterres"]),
    ],
)
def test_ids_stay_when_articles_are_added(first: str, more: list[str]) -> None:
    before = query.select("people", people({first: [first]}))
    articles = [{name: [name] * 3} for name in more]
    for order in ([{first: [first]}, *articles], [*articles[::-1], {first: [first]}]):
        after = query.select("people", people(*order))
        assert [row["id"] for row in after] == [before[0]["id"]]
