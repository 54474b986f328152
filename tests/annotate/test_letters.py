"""What the letters of unknown words say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.annotate.letters import NOUN, PERSON, PLACE, grams, letters


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Nowoandrijiwka", PLACE),
        ("Werchnjopillja", PLACE),
        ("Oberhinterbach", PLACE),
        ("Tscherednytschenko", PERSON),
        ("Papadimitriou", PERSON),
        ("Wassiljewitsch", PERSON),
        ("Speicherplatzmängel", NOUN),
        ("Bewerbungsfristen", NOUN),
    ],
)
def test_kind(word: str, kind: int) -> None:
    shares = letters().shares(word)
    assert shares.index(max(shares)) == kind


@given(st.text(max_size=80))
def test_any_text_has_shares_and_a_degree(word: str) -> None:
    assert 0 <= letters().degree(word) <= 12
    assert sum(letters().shares(word)) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("word", ["", "kiew", "F-16", "Ab", "A" * 41])
def test_no_capitalised_word_has_no_degree(word: str) -> None:
    assert letters().degree(word) == 0


def test_the_same_buckets_in_any_case() -> None:
    assert grams("Genf") == grams("GENF")
