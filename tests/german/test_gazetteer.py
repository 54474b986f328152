"""Places: what a name in a German text may mean."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.german.gazetteer import Entry, is_distinct, lookup

FIRST = [  # name, German name, kind, country of the first reading
    ("Kiew", "Kiew", "city", "UA"),
    ("Kyjiw", "Kiew", "city", "UA"),
    ("Kyiv", "Kiew", "city", "UA"),
    ("KIEW", "Kiew", "city", "UA"),
    ("Kiews", "Kiew", "city", "UA"),
    ("Donezk", "Donezk", "city", "UA"),
    ("Charkow", "Charkiw", "city", "UA"),
    ("Tschernihiw", "Tschernihiw", "city", "UA"),
    ("Saporischschja", "Saporischschja", "city", "UA"),
    ("Mykolajiw", "Mykolajiw", "city", "UA"),
    ("Wowtschansk", "Wowtschansk", "city", "UA"),
    ("Slowjansk", "Slowjansk", "city", "UA"),
    ("Kramatorsk", "Kramatorsk", "city", "UA"),
    ("Donbass", "Donbass", "region", "UA"),
    ("Abruzzen", "Abruzzen", "region", "IT"),
    ("Kanaren", "Kanaren", "island", "ES"),
    ("Wojwodina", "Vojvodina", "region", "RS"),
    ("Gardasees", "Gardasee", "sea", "IT"),
    ("Neusiedler See", "Neusiedler See", "sea", None),
    ("Donbass-Region", "Donbass", "region", "UA"),
    ("Krim-Halbinsel", "Krim", "region", "UA"),
    ("Ostukraine", "Ostukraine", "region", "UA"),
    ("Atomkraftwerk Saporischschja", "Atomkraftwerk Saporischschja", "plant", "UA"),
    ("Moskau", "Moskau", "city", "RU"),
    ("Russlands", "Russland", "country", "RU"),
    ("Kreml", "Kreml", "building", "RU"),
    ("Belgorod", "Belgorod", "city", "RU"),
    ("USA", "USA", "country", "US"),
    ("US", "USA", "country", "US"),
    ("Vereinigten Staaten", "USA", "country", "US"),
    ("Weißen Haus", "Weißes Haus", "building", "US"),
    ("Weiße Haus", "Weißes Haus", "building", "US"),
    ("Weisses Haus", "Weißes Haus", "building", "US"),
    ("Washington", "Washington", "city", "US"),
    ("Georgia", "Georgia", "region", "US"),
    ("Georgien", "Georgien", "country", "GE"),
    ("Vereinigten Arabischen Emiraten", "Vereinigte Arabische Emirate", "country", "AE"),
    ("Emirate", "Vereinigte Arabische Emirate", "country", "AE"),
    ("Abu Dhabi", "Abu Dhabi", "city", "AE"),
    ("Dschidda", "Dschidda", "city", "SA"),
    ("Riad", "Riad", "city", "SA"),
    ("Davos", "Davos", "city", "CH"),
    ("Genf", "Genf", "city", "CH"),
    ("Wien", "Wien", "city", "AT"),
    ("Frankfurt", "Frankfurt", "city", "DE"),
    ("Rom", "Rom", "city", "IT"),
    ("Gazastreifens", "Gazastreifen", "region", "PS"),
    ("Golanhöhen", "Golanhöhen", "region", "SY"),
    ("Schwarzen Meeres", "Schwarzes Meer", "sea", None),
    ("Nahen Osten", "Naher Osten", "region", None),
    ("Europas", "Europa", "region", None),
    ("Moldawien", "Moldau", "country", "MD"),
    ("Großbritanniens", "Großbritannien", "country", "GB"),
    ("Srebrenica", "Srebrenica", "city", "BA"),
    ("Vukovars", "Vukovar", "city", "HR"),
    ("Knin", "Knin", "city", "HR"),
    ("Preševo", "Preševo", "city", "RS"),
    ("Amselfeld", "Amselfeld", "region", "XK"),
    ("Kobani", "Kobane", "city", "SY"),
    ("Deraa", "Daraa", "city", "SY"),
    ("Falludscha", "Falludscha", "city", "IQ"),
    ("Shingal", "Sindschar", "city", "IQ"),
    ("Marib", "Marib", "city", "YE"),
    ("Saatari", "Zaatari", "other", "JO"),
    ("Dadaab", "Dadaab", "other", "KE"),
    ("Kidal", "Kidal", "city", "ML"),
    ("Tora Bora", "Tora Bora", "mountain", "AF"),
    ("Mae Sot", "Mae Sot", "city", "TH"),
    ("Bürgenstock", "Bürgenstock", "mountain", "CH"),
    ("Wuhledar", "Wuhledar", "city", "UA"),
    ("Ugledar", "Wuhledar", "city", "UA"),
    ("Krynky", "Krynky", "city", "UA"),
    ("Makijiwka", "Makijiwka", "city", "UA"),
    ("AKW Temelin", "Atomkraftwerk Temelin", "plant", "CZ"),
    ("St. Pölten", "St. Pölten", "city", "AT"),
    ("St. Gallen", "St. Gallen", "city", "CH"),
    ("Klagenfurt", "Klagenfurt", "city", "AT"),
    ("Toten Gebirge", "Totes Gebirge", "mountain", "AT"),
    ("Wien-Ottakring", "Ottakring", "district", "AT"),
    ("Berlin-Neukölln", "Neukölln", "district", "DE"),
    ("Hohen Venn", "Hohes Venn", "region", None),
    ("Greifswalds", "Greifswald", "city", "DE"),
    ("Palu", "Palu", "city", "ID"),
    ("Arabischen Meer", "Arabisches Meer", "sea", None),
    ("Mosambiks", "Mosambik", "country", "MZ"),
    ("Oblast Swerdlowsk", "Swerdlowsk", "region", "RU"),
]


@pytest.mark.parametrize(("name", "german", "kind", "country"), FIRST)
def test_best_reading(name: str, german: str, kind: str, country: str | None) -> None:
    best = lookup(name)[0]
    assert (best.name, best.kind, best.country) == (german, kind, country)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Davo",
        "Reuter",
        "Witkoff",
        "Verhandlungen",
        "der",
        "Ostfriede",
        "-Region",
        "s",
        "Brega",
        "Schwarzenberg",
        "Franken",
    ],
)
def test_unknown(name: str) -> None:
    assert lookup(name) == ()


def test_entry_of_the_contract() -> None:
    assert lookup("Kiew")[0] == Entry("place:kyiv", "Kiew", "city", "UA", 50.45, 30.52)


def test_other_readings_follow() -> None:
    assert [(place.kind, place.country) for place in lookup("Donezk")][:3] == [
        ("city", "UA"),
        ("city", "RU"),
        ("region", "UA"),
    ]


COMMON = ["Essen", "Oder", "Main", "Bar", "Split", "Wladimir", "Hagen", "Ende", "Deal", "Runde"]
COMMON += ["Duma", "Schwaben", "Erez", "Spielfeld", "Mokka", "Babylon", "Alberta", "Lichtenberg"]


@pytest.mark.parametrize("name", COMMON)
def test_common_words_are_not_distinct(name: str) -> None:
    assert not is_distinct(name)


@pytest.mark.parametrize(
    "name", ["Kiew", "Abu Dhabi", "Rom", "Paris", "USA", "Kiews", "Donbass-Region", "Kidal", "Srebrenicas", "Idomeni"]
)
def test_places_are_distinct(name: str) -> None:
    assert is_distinct(name)


def test_table() -> None:
    text = files("peacetalks_cli").joinpath("data", "places.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len(text.encode()) < 1_000_000
    assert {len(row) for row in rows} == {8}
    assert len({row[0] for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row[0]) for row in rows)
    assert all(re.fullmatch(r"[A-Z]{2}|", row[3]) for row in rows)
    kinds = {
        "country",
        "region",
        "city",
        "district",
        "sea",
        "river",
        "mountain",
        "island",
        "building",
        "plant",
        "other",
    }
    assert {row[2] for row in rows} <= kinds
    assert all(-90 <= float(row[4] or 0) <= 90 and -180 <= float(row[5] or 0) <= 180 for row in rows)
    assert all(bool(row[4]) == bool(row[5]) for row in rows)


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(name: str) -> None:
    for place in lookup(name):
        assert place.id.isascii() and place.id.startswith("place:") and place.name
