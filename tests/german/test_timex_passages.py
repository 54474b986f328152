"""Where a text is from sentence to sentence: the last time of each passage, ¶ for a new paragraph."""

from datetime import date

import pytest

from peacetalks_cli.german import timex

LOOKING_BACK = [
    # what had been before the news ends with its sentence
    (
        "2019-06-27",
        "Der Zoll zählte 80 Lastwagen, am Dienstag seien es noch 300 gewesen. Am Abend waren es 20.",
        "27TEV",
    ),
    (
        "2019-06-27",
        "Die Bauern kamen am Donnerstag. Am Montag hatten sie den Hafen gesperrt. Am Abend war Ruhe.",
        "27TEV",
    ),
    ("2019-06-27", "Am Montag hatten sie den Hafen gesperrt. Am Abend räumte die Polizei die Zufahrt.", "27TEV"),
    ("2019-06-27", "Am Montag hatten sie den Hafen gesperrt. Am Abend hatten sie das Rathaus besetzt.", "24TEV"),
    ("2019-06-27", "Am Montag sperrten sie den Hafen. Am Abend besetzten sie das Rathaus.", "24TEV"),
    ("2019-06-27", "Bei der Messung am 3. Juni sei alles dicht gewesen. Am Vormittag kam der Bagger.", "27TMO"),
    # and with its paragraph, if it is older than the news
    ("2019-06-27", "Am Mittwoch kam der Minister. Am 12. Juni brach der Damm.¶Am Abend versprach er Hilfe.", "26TEV"),
    ("2019-06-27", "Am 12. Juni brach der Damm.¶Am Abend stand das Dorf unter Wasser.", "12TEV"),
    # before a court, what is said is said now
    (
        "2019-06-27",
        "Der Angeklagte schwieg gestern. Am 3. Mai 2015 fiel der Schuss. „Nein“, sagte er am Abend.",
        "26TEV",
    ),
    ("2015-08-27", "Der Rat schwieg gestern. Am 3. August 2015 fiel der Schuss. „Nein“, sagte er am Abend.", "03TEV"),
    # 'am selben Tag' is a day that was told of
    ("2019-06-27", "Am Mittwoch tagte der Rat. Er schwieg. Auch die Stadt schwieg. Am selben Tag fiel Pest.", "26"),
    (
        "2019-06-27",
        "Am Mittwoch tagte der Rat. Er schwieg. So auch sie. Und er. Und ich.¶Am selben Tag fiel Pest.",
        "26",
    ),
]


@pytest.mark.parametrize(("published", "passage", "day"), LOOKING_BACK)
def test_the_day_that_the_text_is_at(published: str, passage: str, day: str) -> None:
    found = timex.find(passage.replace("¶", "\n\n"), date.fromisoformat(published))
    assert found[-1].value == published[:8] + day


SPEAK = "„Nein“, sagt er. „Doch“, sagt sie. "
SCENES = [
    # what is on no calendar, told in the present tense of a reportage
    ("2019-06-27", SPEAK + "Am Dienstag klingelt das Telefon.", "25"),
    ("2019-06-27", SPEAK + "Am Dienstag gegen 12 Uhr klingelt das Telefon.", "25T12:00"),
    ("2019-06-27", SPEAK + "Am Dienstagmorgen kniet er im Gras.¶Am Abend laden sie ihr Gerät ein.", "25TEV"),
    ("2019-06-27", SPEAK + "Am Sonntag beginnt die Messe.", "30"),
    ("2019-06-27", SPEAK + "„Am Dienstag koche ich“, sagt er.", "02"),
    ("2019-06-27", "„Nein“, sagte er. Am Dienstag klingelt der Wecker wieder.", "02"),
    ("2019-06-27", SPEAK + "Am Mittwoch liegt Schnee. Um acht Uhr wird es finster.", "26T08:00"),
    (
        "2019-06-27",
        "Am Mittwoch kam Bewegung in die Sache. Er schweigt. Um acht Uhr rückt er den Stuhl zurecht.",
        "26T08:00",
    ),
    # the night to come ends on the day after
    ("2019-06-27", "In der Nacht soll es regnen.", "28TNI"),
    ("2019-06-27", "Für die Nacht sind Gewitter angesagt.", "28TNI"),
    ("2019-06-27", "Die Leute würden die Nacht im Turnsaal verbringen.", "28TNI"),
    ("2019-06-27", "In der Nacht sollen vier Drohnen gekommen sein.", "27TNI"),
    ("2019-06-27", "Die in der Nacht erwarteten Gewitter blieben aus.", "27TNI"),
    ("2019-06-27", "In der Nacht verschob der Rat die Wahl.", "27TNI"),
]


@pytest.mark.parametrize(("published", "passage", "day"), SCENES)
def test_scenes_and_nights(published: str, passage: str, day: str) -> None:
    found = timex.find(passage.replace("¶", "\n\n"), date.fromisoformat(published))
    assert found[-1].value == (f"2019-07-{day}" if day == "02" else f"2019-06-{day}")
