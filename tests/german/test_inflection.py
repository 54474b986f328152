"""Nominatives of nouns for people and of short noun phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.german.inflection import genitive_cut, nominative, nominative_phrase

NOUNS = [  # as written, the word that decides the gender, nominative
    ("Präsidenten", None, "Präsident"),
    ("Vize-Ministerpräsidenten", "dem", "Vize-Ministerpräsident"),
    ("Präsidentin", "die", "Präsidentin"),
    ("Sprecherinnen", "die", "Sprecherin"),
    ("Sprechers", "des", "Sprecher"),
    ("Botschaftern", "den", "Botschafter"),
    ("Chefs", "des", "Chef"),
    ("Generals", "des", "General"),
    ("Generäle", "die", "General"),
    ("Schwiegersohnes", "des", "Schwiegersohn"),
    ("Schwiegersöhnen", "den", "Schwiegersohn"),
    ("Experten", "den", "Experte"),
    ("Amtskollegen", "seinen", "Amtskollege"),
    ("Analysten", "dem", "Analyst"),
    ("Diplomaten", "des", "Diplomat"),
    ("Kommandanten", "den", "Kommandant"),
    ("Patriarchen", "dem", "Patriarch"),
    ("Enkels", "ihres", "Enkel"),
    ("US-Sondergesandte", "der", "US-Sondergesandter"),
    ("US-Sondergesandten", "dem", "US-Sondergesandter"),
    ("US-Sondergesandten", "den", "US-Sondergesandter"),
    ("US-Sondergesandter", None, "US-Sondergesandter"),
    ("Sondergesandte", "die", "Sondergesandte"),
    ("Sondergesandten", "der", "Sondergesandte"),
    ("Vorsitzende", "der", "Vorsitzender"),
    ("Vorsitzende", "seine", "Vorsitzende"),
    ("Vertrauter", None, "Vertrauter"),
    ("Oberst", "der", "Oberst"),
    ("Minister", "der", "Minister"),
    ("Boss", None, "Boss"),
    ("Agent", None, "Agent"),
]
PHRASES = [
    ("ukrainischen Luftwaffe", "ukrainische Luftwaffe"),
    ("der ukrainischen Luftwaffe", "ukrainische Luftwaffe"),
    ("dem ukrainischen Generalstab", "ukrainischer Generalstab"),
    ("des Generalstabs", "Generalstab"),
    ("ukrainischen Verteidigungsministeriums", "ukrainisches Verteidigungsministerium"),
    ("örtlichen Behörden", "örtliche Behörden"),
    ("lokaler Medien", "lokale Medien"),
    ("Rettungsdiensten", "Rettungsdienste"),
    ("Präsidenten Wolodymyr Selenskyj", "Präsident Wolodymyr Selenskyj"),
    ("Gouverneurs Oleh Synjehubow", "Gouverneur Oleh Synjehubow"),
    ("Vereinten Nationen", "Vereinte Nationen"),
    ("Roten Kreuzes", "Rotes Kreuz"),
    ("Auswärtigen Amtes", "Auswärtiges Amt"),
    ("Weltwirtschaftsforums", "Weltwirtschaftsforum"),
    ("Internationalen Atomenergiebehörde", "Internationale Atomenergiebehörde"),
    ("dem Diplomaten", "Diplomat"),
    ("den Präsidenten", "Präsident"),
    ("den örtlichen Diensten", "örtliche Dienste"),
    # what must stay as it is
    ("Diplomaten", "Diplomaten"),
    ("Polen", "Polen"),
    ("Financial Times", "Financial Times"),
    ("Institute for the Study of War", "Institute for the Study of War"),
    ("Allgemeinen Krankenhaus", "Allgemeines Krankenhaus"),
    ("Kiewer Militärverwaltung", "Kiewer Militärverwaltung"),
    ("Reuters", "Reuters"),
    ("Selenskyj", "Selenskyj"),
    ("", ""),
]


@pytest.mark.parametrize(("noun", "determiner", "expected"), NOUNS)
def test_nominative(noun: str, determiner: str | None, expected: str) -> None:
    assert nominative(noun, determiner) == expected


@pytest.mark.parametrize(("noun", "determiner", "expected"), NOUNS)
def test_nominative_is_one_already(noun: str, determiner: str | None, expected: str) -> None:
    assert nominative(expected) == expected


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_nominative_phrase(phrase: str, expected: str) -> None:
    assert nominative_phrase(phrase) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Putins", "Putin"), ("Collins’", "Collins"), ("Biden's", "Biden"), ("Putin", None), ("Os", None), ("s", None)],
)
def test_genitive_cut(name: str, expected: str | None) -> None:
    assert genitive_cut(name) == expected


@given(st.text(max_size=60))
def test_any_text_has_a_nominative(text: str) -> None:
    assert isinstance(nominative(text), str)
    assert len(nominative_phrase(text)) <= len(text) + 4
