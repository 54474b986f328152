"""The reason that is given for what an expression means."""

from datetime import date

import pytest

from peacetalks_cli.german import timex

CASES = [  # sentence, the reasons of its expressions
    ("Die Frist läuft bis Juni.", ["bis: coming June"]),
    ("Er sprach am Freitag.", ["sprach: last Friday"]),
    ("Am Freitag soll er sprechen.", ["soll: coming Friday"]),
    ("Freitag in Wien.", ["nothing says otherwise: last Friday, as in a daily"]),
    ("Am Mittwoch kam er.", ["the article's own Wednesday"]),
    ("Im Sommer trafen sie einander.", ["trafen: last summer"]),
    ("Ein Brief vom 3. März 2019.", ["as written"]),
    ("Die 1990er-Jahre.", ["as written"]),
    ("Das Treffen von Ostern.", ["no year: nearest to 2026-01-28"]),
    ("Am 4. und 5. Februar Schnee.", ["no year: nearest to 2026-01-28"] * 2),
    ("Gestern kam er.", ["counted from 2026-01-28, the article's date"]),
    ("Vor drei Wochen kam er.", ["counted from 2026-01-28, the article's date"]),
    ("Am 5. Jänner kam er, tags darauf sie.", ["kam: last January", "counted from 2026-01-05, which is told of"]),
    ("2018 kam er, ein Jahr später sie.", ["as written", "counted from 2018, which is told of"]),
    ("Am Montag kam er, am Abend sie.", ["kam: last Monday", "with the day before it, 2026-01-26"]),
    ("Um 20 Uhr kam er.", ["on the article's day"]),
    (
        "Am Montag kam er. Es regnete. Er blieb. Sie schwieg. Am Abend ging er.",
        ["kam: last Monday", "on the day that the news is of, 2026-01-26"],
    ),
    ("Am Montag kam er. Ein Satz vom Bericht am Montag.", ["kam: last Monday", "the Monday spoken of before"]),
    ("Nach drei Tagen kam er täglich, damals.", ["a length of time", "what recurs", "no calendar value"]),
    (
        "Als er am Montag ankommt, ruht die Arbeit. Am Dienstag nimmt er Platz.",
        ["als: last Monday", "a scene of last Tuesday, told in the present tense"],
    ),
    (
        "„Heute ruht alles“, sagte er am Montag.",
        ["counted from 2026-01-26, the day on which it was said", "sagte: last Monday"],
    ),
]


@pytest.mark.parametrize(("sentence", "reasons"), CASES, ids=[sentence for sentence, _ in CASES])
def test_reasons(sentence: str, reasons: list[str]) -> None:
    explained = timex.explain(sentence, date(2026, 1, 28))
    assert [reason for _, reason in explained] == reasons
    assert [found for found, _ in explained] == timex.find(sentence, date(2026, 1, 28))


def test_without_a_date_there_is_nothing_to_read_it_against() -> None:
    explained = timex.explain("Am Freitag kam er um 20 Uhr, im März 2019 nicht.", None)
    assert [reason for _, reason in explained] == [
        "no publication date to read it against",
        "a time of no day",
        "as written",
    ]
