"""Tables: every line fits, nothing wraps, what matters is there, and no text of an article steers the terminal."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from peacetalks_cli import query, render
from peacetalks_cli.facts import Record
from peacetalks_cli.render import Screen

BOLD = re.compile(r"\x1b\[(?:1|1;4|4|0)m")


def rows(kind: query.Kind, records: list[Record]) -> list[dict[str, Any]]:
    return query.select(kind, [query.of_record(record.as_json(), kind) for record in records])


def table(kind: str, found: list[dict[str, Any]], width: int | None, *, styled: bool = False) -> str:
    return "".join(render.rows(kind, found, "table", Screen(width, styled)))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("kind", get_args(query.Kind))
def test_every_line_fits(records: list[Record], kind: query.Kind, width: int) -> None:
    lines = table(kind, rows(kind, records), width).splitlines()
    assert len(lines) == 1 + len(rows(kind, records)) * (3 if kind == "numbers" else 1)
    assert max(Text(line).cell_len for line in lines) <= width
    assert all(line == line.rstrip() for line in lines)


def test_a_figure_at_80_columns(records: list[Record]) -> None:
    lines = table("numbers", rows("numbers", records), 80).splitlines()
    assert lines[0].split() == ["Figure", "Topic", "Source", "Place"]  # no Date: none is known
    assert lines[1] == "— erster, published 2026-03-04"
    assert lines[2].split("  ") == ["> 1.200 Haushalte", "outage, power", "Rotes Kreuz", "Nordheim"]
    assert lines[3] == "    2  Laut Rotem Kreuz waren über 1.200 Haushalte in Nordheim ohne Strom. Berg…"


def test_the_figure_is_bold_and_nothing_coloured(records: list[Record]) -> None:
    text = table("numbers", rows("numbers", records), 80, styled=True)
    assert "über \x1b[1m1.200\x1b[0m Haushalte" in text
    assert "\x1b" not in BOLD.sub("", text)


def test_nothing_is_cut_where_there_is_no_terminal(records: list[Record]) -> None:
    (row,) = rows("people", records)
    row["roles"] = ["Sonderbeauftragte für alles und jedes"] * 9
    text = table("people", [row], None)
    assert ", ".join(row["roles"]) in text
    assert "…" not in text


def test_columns_by_width(records: list[Record]) -> None:
    found = rows("people", records)
    assert table("people", found, 120).splitlines()[0].split("  ")[-1].strip() == "Also written"
    narrow = table("people", found, 50).splitlines()
    assert narrow[0].split() == ["Name", "Roles", "Mentions", "Articles"]
    assert narrow[1].endswith("3         2")


WHAT_STAYS_WHOLE: list[tuple[query.Kind, dict[str, Any], int, list[str]]] = [
    (
        "numbers",
        {"text": "21", "modifier": None, "counted": "Raketen und Marschflugkörper", "date": "2026-01-24TNI"},
        100,
        ["21 Raketen und Marschflugkörper", "Rotes Kreuz", "Nordheim", "2026-01-24TNI"],
    ),
    ("numbers", {"place": "Tschernihiw", "date": "2026-01-24TNI"}, 80, ["outage, power", "2026-01-24TNI"]),
    ("people", {"name": "Wolodymyr Selenskyj", "roles": ["Amtskollege", "Präsident"] * 3}, 80, ["Wolodymyr Selenskyj"]),
    ("places", {"name": "Krankenhaus Lindenberg", "kind": "building"}, 80, ["Krankenhaus Lindenberg", "building"]),
    (
        "dates",
        {"text": "in der Nacht zum Sonntag", "value": "2026-03-03TNI", "file": "2026-03-03-ein-langer-name.txt"},
        80,
        ["2026-03-03TNI", ":1"],
    ),
]


@pytest.mark.parametrize(("kind", "changed", "width", "whole"), WHAT_STAYS_WHOLE)
def test_what_stays_whole(
    records: list[Record], kind: query.Kind, changed: dict[str, Any], width: int, whole: list[str]
) -> None:
    row = rows(kind, records)[0] | changed
    text = table(kind, [row], width)
    for words in whole:
        assert words in text


def test_where_is_cut_before_its_line(records: list[Record]) -> None:
    row = rows("dates", records)[0] | {"file": f"{'x' * 90}.txt", "line": 1234}
    assert "x…:1234" in table("dates", [row], 80)
    assert "x…:1234" in table("dates", [row], 44)


def test_short_names_of_files(records: list[Record]) -> None:
    found = [
        {**rows("dates", records)[0], "file": file} for file in ("a/x.txt", "b/x.txt", "a/y.html", "z.jsonl:7", "-")
    ]
    lines = table("dates", found, None).splitlines()[1:]
    assert [line.split()[-2] for line in lines] == ["a/x.txt:1", "b/x.txt:1", "y:1", "z:7:1", "-:1"]


def test_excerpt_of_a_long_sentence(records: list[Record]) -> None:
    (row, _) = rows("numbers", records)
    for before, after in ((0, 500), (500, 0), (500, 500), (3, 3)):
        row["sentence"] = "Wort " * before + "um 1.200 Uhr" + " Wort" * after
        line = table("numbers", [row], 80).splitlines()[3]
        assert "1.200" in line
        assert len(line) <= 80
        assert ("…" in line) == (before + after > 10)


def test_the_right_figure_is_emphasised(records: list[Record]) -> None:
    (row, _) = rows("numbers", records)
    row |= {"text": "2", "sentence": "Von 21 Orten sind 2 leer."}
    assert "sind \x1b[1m2\x1b[0m leer" in table("numbers", [row], 80, styled=True)


def test_text_is_data(records: list[Record]) -> None:
    (row,) = rows("people", records)
    row["name"] = "[bold]Anna[/bold] :smile: \x1b[31mB\x1b]0;title\x07erg\u202e\n\x9b2J"
    text = table("people", [row], 120)
    assert "[bold]Anna[/bold] :smile: Berg  " in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


def test_nothing_found() -> None:
    assert table("dates", [], 80) == "No dates found.\n"


def test_overview_says_how_many_more(records: list[Record]) -> None:
    found = rows("places", records) * 15
    text = "".join(render.overview("places", found, Screen(), at_most=20, all_by="peacetalks places seeds/"))
    assert text.startswith("Places (30)\n")
    assert text.endswith("… and 10 more: peacetalks places seeds/\n\n")
    assert text.count("Genf") + text.count("Nordheim") == 20


@given(name=st.text(max_size=80), width=st.integers(40, 130))
def test_any_name_fits(name: str, width: int) -> None:
    row = {
        "name": name, "roles": [name], "variants": [name], "mentions": 1, "articles": 1, "first": None, "last": None,
    }  # fmt: skip
    lines = table("people", [row], width).splitlines()
    assert len(lines) == 2
    assert max(Text(line).cell_len for line in lines) <= width


def test_the_name_of_a_file_stands_once_above_its_figures(records: list[Record]) -> None:
    first, second = rows("numbers", records)
    text = table("numbers", [first, first, second, {**second, "published": None}], 80)
    assert [line for line in text.splitlines() if line.startswith("—")] == [
        "— erster, published 2026-03-04",
        "— zweiter, published 2026-02-01",
    ]


def test_a_span_of_days_is_never_cut(records: list[Record]) -> None:
    row = rows("dates", records)[0] | {
        "latest": "2026-03-31",
        "text": "in den ersten Tagen des Monats März",
        "mod": "START",
    }
    for width in (60, 80, 120):
        assert "2026-03-03–2026-03-31" in table("dates", [row], width)


WHEN: list[tuple[str, str | None, str | None, list[str]]] = [
    ("2026-02-01", "2026-02-01", "2026-02-01", ["2026-02-01"]),
    ("2026-02-01TNI", "2026-02-01", "2026-02-01", ["2026-02-01", "2026-02-01TNI"]),
    ("2026-02", "2026-02-01", "2026-02-28", ["2026-02"]),
    ("2026", "2026-01-01", "2026-12-31", ["2026"]),
    ("2026-02", "2026-02-01", "2026-02-10", ["2026-02-01–2026-02-10", "2026-02"]),
    ("2026", "2026-01-01", "2026-06-30", ["2026-01-01–2026-06-30", "2026"]),
    ("PAST_REF", None, "2026-06-30", ["–2026-06-30", "PAST_REF"]),
    ("2026-W06", "2026-02-02", "2026-02-08", ["2026-02-02–2026-02-08", "2026-W06"]),
    ("P2D", None, None, ["P2D"]),
    ("XXXX-WXX-5", None, None, ["XXXX-WXX-5"]),
]


@pytest.mark.parametrize(("value", "first", "last", "shown"), WHEN)
def test_when(records: list[Record], value: str, first: str | None, last: str | None, shown: list[str]) -> None:
    row = rows("dates", records)[0] | {"value": value, "earliest": first, "latest": last, "text": "Wort"}
    cells = table("dates", [row], 120).splitlines()[1].split()
    assert [cell for cell in cells if cell not in ("Wort", "erster:1", "2026-03-04")] == shown
