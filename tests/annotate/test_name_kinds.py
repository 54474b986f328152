"""Names that the kind before them shows, bylines with their place, and what only looks like a name."""

import pytest
import spacy
from spacy.language import Language

from peacetalks_cli.annotate import names  # noqa: F401  (registers the component)
from tests.annotate.test_names import found


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("peacetalks_names")
    return pipeline


FOUND = [
    # plants, prisons and units with a number or a code
    ("Das Heizkraftwerk TEZ-6 fiel aus.", [("Heizkraftwerk TEZ-6", "LOC")]),
    ("Er saß in der Strafkolonie Nr. 12 ein.", [("Strafkolonie Nr. 12", "LOC")]),
    ("Sie dienten im Bataillon 275 und in der Division.", [("Bataillon 275", "ORG")]),
    # streets and squares by what they are named after
    ("Der Bus hielt an der Straße der Befreiung.", [("Straße der Befreiung", "LOC")]),
    ("Sie trafen sich am Platz der Deutschen Einheit.", [("Platz der Deutschen Einheit", "LOC")]),
    ("Ein Auto brannte auf der Straße des 17. Juni.", [("Straße des 17. Juni", "LOC")]),
    # who asks the people, schools by their patrons, houses by an adjective
    ("Nach einer Umfrage von Medianor liegt er vorn.", [("Medianor", "ORG")]),
    ("Die Ernst-Reuter-Schule blieb leer.", [("Ernst-Reuter-Schule", "ORG")]),
    ("Sie lag im Indonesischen Krankenhaus.", [("Indonesischen Krankenhaus", "ORG")]),
    ("Das meldet das Katastrophenhilfekorps.", [("Katastrophenhilfekorps", "ORG")]),
    # parks, bases, bridges and halls
    ("Im Ruaha-Nationalpark starben Tiere.", [("Ruaha-Nationalpark", "LOC")]),
    ("Sie gingen über die Freundschaftsbrücke.", [("Freundschaftsbrücke", "LOC")]),
    # rivers that rise
    ("Am Abend trat die Nister über die Ufer.", [("Nister", "LOC")]),
    # mothers and fathers by their eldest
    ("Dann hat Umm Chalil alles verloren.", [("Umm Chalil", "PER")]),
    # sites with the name of their land before them
    ("Das sagte er tirol.ORF.at am Telefon.", [("tirol.ORF.at", "ORG")]),
    # who writes from where
    ("Der Ernst der Lage\nAus Managua Sabine Brandes\nEs regnet.", [("Managua", "LOC"), ("Sabine Brandes", "PER")]),
    # who works for whom
    (
        "Das sagt Meteorologe [Paul Rainer von MeteoNova Austria|PER].",
        [("Paul Rainer", "PER"), ("MeteoNova Austria", "ORG")],
    ),
    ("Das sagte er dem Sender [Al Majadin|PER].", [("Al Majadin", "ORG")]),
    ("Die [Élysée|LOC] schwieg.", [("Élysée", "ORG")]),
]

NOTHING = [
    "Nur 41 Prozent der [Ungarn|LOC] sind dafür.",
    "Die [Polen|LOC] sind dagegen.",
    "Das erklärte der [Münchner Konzern|ORG] am Abend.",
    "[Grüne|ORG] Busse standen bereit.",
    "Die [Wangen|LOC] waren hohl.",
    "[Kahl|PER] der Schädel, müde der Blick.",
    "Sie befreiten 120 [Zivilisten|ORG].",
    "Um Abwerbungen vorzubeugen, zahlt er mehr.",
    "Die Straße der Nachbarn war leer, der Platz der Spieler auch.",
    "Das ergab eine Umfrage von Studenten.",
    "Heute zählt das Korps 47 Leute.",
    "Die Armee 1941 und drei Brigaden 2022.",
    "Das Kraftwerk der Firma stand still, der Bach trat über die Ufer.",
]


@pytest.mark.parametrize(("marked", "expected"), FOUND)
def test_what_kinds_show(nlp: Language, marked: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_what_is_mistaken_for_a_name(nlp: Language, marked: str) -> None:
    assert found(nlp, marked) == []


@pytest.mark.parametrize("words", ["Straße der ", "über die Ufer ", "Aus Anna Bern ", "Kraftwerk Nr. ", "Umfrage von "])
def test_long_rows_of_such_words_take_no_time(nlp: Language, words: str) -> None:
    assert nlp(words * 2000) is not None
