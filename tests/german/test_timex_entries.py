"""Heads of entries: a day above a programme, a day or a year before what a chronology tells."""

from datetime import date

import pytest

from peacetalks_cli.german import timex

PUBLISHED = date(2014, 5, 9)  # a Friday


def _values(text: str, published: date | None = PUBLISHED) -> dict[str, str]:
    return {found.text: found.value for found in timex.find(text, published)}


PROGRAMMES = (
    ("Samstag, 24. Mai\n\nUm 14 Uhr öffnet der Stadl.", "14 Uhr", "2014-05-24T14:00"),
    ("Samstag, 24. Mai\nUm 14 Uhr öffnet der Stadl.", "14 Uhr", "2014-05-24T14:00"),
    ("Samstag, 24. Mai:\n\n9.30 Uhr: Festmesse in der Pfarrkirche.", "9.30 Uhr", "2014-05-24T09:30"),
    ("Samstag, 24. Mai\n\nAm Nachmittag Flohmarkt im Pfarrhof.", "Nachmittag", "2014-05-24TAF"),
    ("Samstag, 24. Mai\n\nDie Straße ist bis Montag früh gesperrt.", "Montag früh", "2014-05-26TMO"),
    ("Samstag, 24. Mai\n\nUm 21 Uhr spielt die Kapelle. Tanz im Zelt bis ein Uhr.", "ein Uhr", "2014-05-25T01:00"),
    ("Samstag, 24. Mai\n\nUm 14 Uhr läuten die Glocken.", "14 Uhr", "2014-05-24T14:00"),
)


@pytest.mark.parametrize(("text", "found", "value"), PROGRAMMES)
def test_what_stands_under_a_day_is_of_that_day(text: str, found: str, value: str) -> None:
    assert _values(f"Das Programm steht fest.\n\n{text}")[found] == value


CHRONOLOGIES = (
    ("3. März 2009. Das Archiv stürzt ein. Im Juni rollen Bagger an.", "Juni", "2009-06"),
    ("Mai 2011. Die Partei tritt an. Bis zum Jahresende zählt sie 900 Mitglieder.", "Jahresende", "2011"),
    (
        "2005 bis 2007. Man plant. Allein 2006 tagt der Rat oft. Am 1. März fällt der Beschluss.",
        "1. März",
        "2006-03-01",
    ),
    ("12. August 2010. Die Aktie sinkt im zweiten Halbjahr um ein Drittel.", "zweiten Halbjahr", "2010-H2"),
    ("16. März, Genf. Man redet. Frei kommen zehn sofort, die übrigen bis 25. April.", "25. April", "2014-04-25"),
    ("16. März, Genf, Palais. Man redet. Sie kommen am 1. April wieder.", "1. April", "2014-04-01"),
    ("20. November, Kiew. Reifen brennen. Am 22. November wird geräumt.", "22. November", "2013-11-22"),
    ("Oktober: Der Winter bleibt aus. November: Die Bauern säen.", "Oktober", "2013-10"),
    ("2008. Wir haben gestritten, und von Ende Juli bis Mitte November war es still.", "Mitte November", "2008-11"),
)


@pytest.mark.parametrize(("text", "found", "value"), CHRONOLOGIES)
def test_what_a_chronology_tells_is_of_the_year_of_its_entry(text: str, found: str, value: str) -> None:
    assert _values(text)[found] == value


NO_ENTRIES = (
    # The next paragraph but one is told as before.
    ("Samstag, 24. Mai\n\nFestmesse.\n\nSie sagte am Abend ab.", "Abend", "2014-05-09TEV"),
    # What is over is of no day to come.
    ("Samstag, 24. Mai\n\nGemeldet waren bis Mittwochabend 64 Boote.", "Mittwochabend", "2014-05-07TEV"),
    # A day soon to come may be announced in the same way.
    ("16. Juni, Genf. Der Rat tagt.", "16. Juni", "2014-06-16"),
    # A sentence that is more than a date is no head.
    ("Am Samstag, 24. Mai, ist Wahl.\n\nUm 14 Uhr wurde er verhaftet.", "14 Uhr", "2014-05-09T14:00"),
    # What is to come after a day long over is not of its week.
    ("20. Jänner 2013. Er zieht ein. Am Montag ist er in Linz.", "Montag", "2014-05-12"),
    # A year of the next paragraph is its own.
    ("3. März 2009. Das Archiv stürzt ein.\n\nIm Juni wird neu gebaut.", "Juni", "2014-06"),
)


@pytest.mark.parametrize(("text", "found", "value"), NO_ENTRIES)
def test_what_is_of_no_entry(text: str, found: str, value: str) -> None:
    assert _values(text)[found] == value


def test_no_date_of_publication() -> None:
    assert _values("3. März 2009. Der Turm stürzt ein. Im Juni kommen Bagger.", None)["Juni"] == "2009-06"
