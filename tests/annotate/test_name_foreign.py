"""Names that a foreign word of their kind, or a word of a club, begins or ends; nothing is found by a model here."""

import pytest
import spacy
from spacy.language import Language

from peacetalks_cli.annotate import names  # noqa: F401  (registers the component)


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("peacetalks_names")
    return pipeline


FOUND = [
    ("Der Trauerzug bog in die Rue de Rivoli ein.", [("Rue de Rivoli", "LOC")]),
    ("Treffpunkt ist die Piazza Navona.", [("Piazza Navona", "LOC")]),
    ("Vom Campo de Gibraltar sieht man Frachter.", [("Campo de Gibraltar", "LOC")]),
    ("Der Marsch zog über die Avenida Paulista.", [("Avenida Paulista", "LOC")]),
    ("Polizisten riegelten die Oxford Street ab.", [("Oxford Street", "LOC")]),
    ("Man trug ihn durch die Howard Street.", [("Howard Street", "LOC")]),
    ("Sie landete auf der Ramstein Air Base.", [("Ramstein Air Base", "LOC")]),
    ("Die Banque de France senkt die Prognose.", [("Banque de France", "ORG")]),
    ("Am Abend stritt die Assemblée nationale.", [("Assemblée nationale", "ORG")]),
    ("Ein Helfer der Grupa Granica fror.", [("Grupa Granica", "ORG")]),
    ("Es lief auf Antenne Steiermark.", [("Antenne Steiermark", "ORG")]),
    ("Das Präsidium des 1. FC Nürnberg tagt.", [("1. FC Nürnberg", "ORG")]),
    ("Der TSV 1860 München steigt ab.", [("TSV 1860 München", "ORG")]),
    ("Das Spiel gegen den FSV Mainz 05 endete früh.", [("FSV Mainz 05", "ORG")]),
    ("Der Ararat FC spielt im Regen.", [("Ararat FC", "ORG")]),
    ("Dann kam Ballymena United FC.", [("Ballymena United FC", "ORG")]),
    # nothing
    ("Via Facebook sagte er ab.", [("Facebook", "ORG")]),
    ("Das Wall Street Journal schrieb das.", [("Wall Street Journal", "ORG")]),
    ("Den Film drehte Michael Bay.", []),
    ("Gegen die SV Ried Wiedergutmachung anzukündigen, fällt leicht.", [("SV Ried", "ORG")]),
    ("Auf der Bank saß niemand.", []),
    ("Das Radio lief.", []),
    ("Im Kino: Fury Road, ab Donnerstag.", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_words_of_a_kind_begin_and_end_names(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(ent.text, ent.label_) for ent in nlp(text).ents] == expected


@pytest.mark.parametrize("words", ["Rue de ", "FC ", "Street ", "1. FC ", "Banque de la "])
def test_long_rows_of_such_words_take_no_time(nlp: Language, words: str) -> None:
    doc = nlp(words * 2_000)
    assert all(len(ent) < 20 for ent in doc.ents)
