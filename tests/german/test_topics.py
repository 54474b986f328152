"""Every row of data/topics.toml finds its examples and none of its counterexamples."""

import pytest

from peacetalks_cli.german.figures import topics

TABLE = topics.load()
CONTRACT_WORDS = (
    "drones missiles bombs aircraft vehicles ships troops killed wounded missing displaced prisoners outage buildings "
    "territory temperature money percentage age distance energy ordinal people other"
)
CONTRACT = set(CONTRACT_WORDS.split())


@pytest.mark.parametrize("row", TABLE.nouns, ids=lambda row: row.topic)
def test_noun_rows_find_their_examples(row: topics.NounRow) -> None:
    assert row.topic in CONTRACT
    assert row.examples
    for noun in row.examples:
        assert TABLE.of_noun(noun) == row.topic, noun
    for noun in row.counterexamples:
        assert TABLE.of_noun(noun) != row.topic, noun


@pytest.mark.parametrize("row", TABLE.states, ids=lambda row: f"{row.topic}-{row.detail}")
def test_state_rows_find_their_examples(row: topics.StateRow) -> None:
    assert row.topic in CONTRACT
    assert row.examples
    whom = sorted(row.whom)[0]
    for clause in row.examples:
        assert TABLE.of_state(whom, clause) == row, clause
    for clause in row.counterexamples:
        assert TABLE.of_state(whom, clause) != row, clause


@pytest.mark.parametrize(
    ("noun", "topic"),
    [
        ("Raketen und Marschflugkörpern", "missiles"),
        ("Drohnen und Raketen", "drones"),
        ("Soldatinnen und Soldaten", "troops"),
        ("Geländewagen", "vehicles"),
        ("Todesopfer", "killed"),
        ("Staatshaushalte", "people"),
        ("Angriffe", "other"),
        ("Etappen", "other"),
        ("Su-57", "aircraft"),
        ("Geschoße", "bombs"),
        ("", "other"),
    ],
)
def test_nouns(noun: str, topic: str) -> None:
    assert TABLE.of_noun(noun) == topic


def test_a_table_of_the_user_is_read() -> None:
    own = topics.load('[[noun]]\ntopic = "ships"\nheads = ["kutter"]\nexamples = ["Fischkutter"]\n')
    assert own.of_noun("Fischkuttern") == "ships"
    assert own.of_state("people", "ohne Strom") is not None  # ours stay
