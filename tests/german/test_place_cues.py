"""What the words of a sentence say of where its figures hold."""

import re

import pytest

from peacetalks_cli.german.figures import location, place_cues

TOLD = [
    ("Die Armee setzte vier Hubschrauber ein.", {"uses"}, set()),
    ("Zwei Granaten schlugen in ein Lager ein, elf Hirten wurden verletzt.", {"hits", "harms"}, set()),
    ("Das kenianische Innenministerium schätzt den Bedarf auf 40 Tonnen.", {"reckons", "lacks"}, {"KE"}),
    ("Philippinische und japanische Schiffe fuhren nach Norden.", {"moves"}, {"PH", "JP"}),
    ("Auf dem Tisch standen acht Tassen.", set(), set()),
]


@pytest.mark.parametrize(("sentence", "cues", "countries"), TOLD, ids=[row[0] for row in TOLD])
def test_what_a_sentence_tells_of(sentence: str, cues: set[str], countries: set[str]) -> None:
    told = place_cues.tells_of(re.findall(r"\w+", sentence))
    assert (set(place_cues.cues(told)), set(place_cues.countries(told))) == (cues, countries)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("Wohnungen", "local"), ("Grundschülern", "local"), ("Gesprächsrunde", "abstract"), ("Säcke", "plain")],
)
def test_kinds_of_nouns(noun: str, kind: str) -> None:
    assert place_cues.noun_class(noun) == kind


# The phrase of place begins at the asterisk; whether its name has no preposition.
LEADS = [
    ("*In Luanda fehlt Wasser.", False, "start"),
    ("Beim Gipfel *in Bled saßen 40 Gäste.", False, "talks"),
    ("Die Wohnungen *in Tartu sind kalt.", False, "local"),
    ("Er wohnte *in Tartu.", False, "verb"),
    ("Am Abend, *in Tartu, brannte es.", False, "stop"),
    ("Derzeit verfügt die *Mongolei über 30 Boote.", True, "die verb"),
    ("Es fehlen der *Mongolei 30 Boote.", True, "der verb"),
    ("30 Boote der *Mongolei sanken.", True, "der plain"),
    ("Kein Land ist so arm wie *Gambia.", True, "word"),
    ("Er kam in das *Tartu.", False, "word"),
]


@pytest.mark.parametrize(("marked", "is_bare", "expected"), LEADS, ids=[row[0] for row in LEADS])
def test_what_stands_before_a_place(marked: str, is_bare: bool, expected: str) -> None:
    assert place_cues.lead(marked.replace("*", ""), 0, marked.index("*"), is_bare) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hotel Miramar", True),
        ("Lindenallee", True),
        ("Wasserkraftwerk Inga", True),
        ("Flughafen Bangui", True),
        ("Bangui", False),
        ("Ludwigshafen", False),
        ("Gelsenkirchen", False),
        ("Osnabrück", False),
    ],
)
def test_facilities(name: str, expected: bool) -> None:
    assert location.is_facility(name) is expected


# The figure stands between asterisks.
CONTINUATIONS = [
    ("Darunter sind *zwölf* Lehrer.", "part"),
    ("Ein Schiff sank, *drei* weitere liefen auf.", "part"),
    ("*Zwei* davon fahren wieder.", "part"),
    ("Im Vorjahr waren es *210* gewesen.", "again"),
    ("Am Hafen warten *neun* Boote.", "new"),
]


@pytest.mark.parametrize(("marked", "expected"), CONTINUATIONS, ids=[row[0] for row in CONTINUATIONS])
def test_continuation(marked: str, expected: str) -> None:
    text, start, end = figure(marked)
    assert place_cues.continuation(text, (0, len(text)), start, end) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("Die Freilassung von *60* Geiseln verzögert sich.", True), ("In der Halle schlafen *60* Leute.", False)],
)
def test_is_embedded(marked: str, expected: bool) -> None:
    text, start, _ = figure(marked)
    assert place_cues.is_embedded(text, (0, len(text)), start) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Der Hof liegt *30 Kilometer* von der Grenze entfernt.", "apart"),
        ("Ein Beben, *30 Kilometer* östlich von Quito.", "apart"),
        ("Das Heer ist bei Gao *30 Kilometer* vorgerückt.", "spread"),
        ("Der Pegel stieg in Passau auf *neun Meter*.", "spread"),
        ("Sie lief *neun Kilometer*.", "plain"),
    ],
)
def test_distance_kind(marked: str, expected: str) -> None:
    text, _, end = figure(marked)
    assert location.distance_kind(text, (0, len(text)), end) == expected


def figure(marked: str) -> tuple[str, int, int]:
    """A text without its asterisks, and where what they enclose stands."""
    return marked.replace("*", ""), marked.index("*"), marked.rindex("*") - 1
