"""Heads without a year: when the text says it, and when it must not be guessed."""

import pytest

from peacetalks_cli.read.header import article

NEAR = "Am Dienstag sprach der Rat. Zuletzt hatte er am 27. November 2018 getagt."
FAR = "Am Dienstag sprach der Rat. Seit dem 24. Februar 2009 hatte er nicht getagt."

CERTAIN = [
    ("Dienstag, 18. Dezember, 21.40 Uhr\n\n" + NEAR, "2018-12-18"),
    ("Stand: 18.12., 21.40 Uhr\n\nDer Rat sprach am Dienstag, dem 18. Dezember, vor. " + NEAR, "2018-12-18"),
    ("Di., 18.12., 21.40 Uhr\n\n" + NEAR, "2018-12-18"),
    ("Mittwoch, 2. Jänner, 9 Uhr\n\n" + NEAR, "2019-01-02"),
]
OPEN = [
    "Dienstag, 18. Dezember, 21.40 Uhr\n\n" + FAR,  # nothing near
    "Stand: 18.12., 21.40 Uhr\n\n" + NEAR,  # no weekday beside the day
    "Montag, 18. Dezember, 21.40 Uhr\n\n" + NEAR,  # not in that year
    "Stand: 24.2., 21.40 Uhr\n\n" + FAR,  # years after
    "Montag, 29. Februar, 9 Uhr\n\nAm 3. März 2019 war es anders.",
    "Stand: 18.12., 9 Uhr\n\nEr kam am Dienstag, 18. Dezember, nicht am Montag, 18. Dezember. " + NEAR,
]


@pytest.mark.parametrize(("text", "day"), CERTAIN)
def test_year_that_the_text_says(text: str, day: str) -> None:
    found = article(text, "a.txt")
    assert (found.published, found.published_from) == (day, "dateline")
    assert found.masked


@pytest.mark.parametrize("text", OPEN)
def test_year_that_stays_open(text: str) -> None:
    assert article(text, "a.txt").published is None
