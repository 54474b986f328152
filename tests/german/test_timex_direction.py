"""Which way a bare weekday points, and the word that says so."""

import pytest

from peacetalks_cli.german.timex.direction import direction
from peacetalks_cli.german.timex.tokens import tokens

CASES = [  # clause with one weekday, way, reason
    ("Das Treffen soll am Freitag folgen", "future", "soll"),
    ("Das Treffen wird am Freitag fortgesetzt", "future", "wird"),
    ("Er kündigt für Freitag ein Treffen an", "future", "für"),
    ("Ein Treffen ist am Freitag geplant", "future", "geplant"),
    ("Am Freitag steht die Wahl bevor", "future", "bevor"),
    ("Am Freitag beginnt der Gipfel", "future", "beginnt"),
    ("Bis Freitag ist Zeit", "future", "bis"),
    ("Ab Freitag gilt das Verbot", "future", "ab"),
    ("Er verlangte, bis Freitag abzuziehen", "future", "bis"),
    ("Bis Freitag hatten alle bezahlt", "past", "hatten"),
    ("Seit Freitag wird gekämpft", "past", "seit"),
    ("Er sagte am Freitag nichts", "past", "sagte"),
    ("Am Freitag wurde er verhaftet", "past", "wurde"),
    ("Er hat am Freitag unterschrieben", "past", "hat"),
    ("Er soll am Freitag gelogen haben", "past", "haben"),
    ("Nach dem Treffen vom Freitag herrscht Ruhe", "past", "vom"),
    ("Nach einem Treffen am Freitag reist er weiter", "past", "nach"),
    ("Er erklärte am Freitag, die Truppen würden abziehen", "past", "erklärte"),
    ("Er sagte am Freitag ab und will in Wien bleiben", "past", "sagte"),
    ("Die besetzte Stadt soll am Freitag geräumt werden", "future", "soll"),
    ("Freitag in Wien", None, None),
]


@pytest.mark.parametrize(("clause", "way", "reason"), CASES)
def test_direction(clause: str, way: str | None, reason: str | None) -> None:
    words = tokens(clause, (0, len(clause)))
    at = next(n for n, token in enumerate(words) if token.text == "Freitag")
    found = direction(words, at, at + 1)
    assert (found.way, found.reason) == (way, reason)
