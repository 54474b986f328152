"""Sentence boundaries in German news text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.german.sentences import sentences

CASES = [
    ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
    ("Am 19. Januar begann es. Am 20. endete es.", ["Am 19. Januar begann es.", "Am 20. endete es."]),
    ("Dr. Anna Wolf sprach. Prof. Berg schwieg.", ["Dr. Anna Wolf sprach.", "Prof. Berg schwieg."]),
    ("Es kostete 3,5 Mio. Euro. Das ist viel.", ["Es kostete 3,5 Mio. Euro.", "Das ist viel."]),
    ("„Wir gehen.“ Dann ging er.", ["„Wir gehen.“", "Dann ging er."]),
    ("Warum? Weil es geht! So sei es …", ["Warum?", "Weil es geht!", "So sei es …"]),
    ("Schlagzeile ohne Punkt\nDer Text folgt.", ["Schlagzeile ohne Punkt", "Der Text folgt."]),
    ("Die 47. Mechanisierte Brigade hielt stand.", ["Die 47. Mechanisierte Brigade hielt stand."]),
    ("Es war die 3. Runde der Gespräche.", ["Es war die 3. Runde der Gespräche."]),
    ("Es gab 12 Tote, u. a. Kinder. Mehr nicht.", ["Es gab 12 Tote, u. a. Kinder.", "Mehr nicht."]),
    ("Im Jahr 2024. Danach kam nichts.", ["Im Jahr 2024.", "Danach kam nichts."]),
    ("George W. Bush war da. Er blieb.", ["George W. Bush war da.", "Er blieb."]),
    ("Zeile eins\r\nZeile zwei.", ["Zeile eins", "Zeile zwei."]),
    ("Die EU beschloss ihr 19. Sanktionspaket. Es gilt.", ["Die EU beschloss ihr 19. Sanktionspaket.", "Es gilt."]),
    ("Es war sein 3. Besuch.", ["Es war sein 3. Besuch."]),
    ("Um Kidal waren es 2.700. Neun starben.", ["Um Kidal waren es 2.700.", "Neun starben."]),
    ("", []),
    ("  \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@given(st.text(alphabet="aA1. !?\n\r„“Dr", max_size=80))
def test_nothing_but_space_is_lost(text: str) -> None:
    found = list(sentences(text))
    assert all(a < b and text[a:b].strip() == text[a:b] for a, b in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    inside = {i for a, b in found for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)
