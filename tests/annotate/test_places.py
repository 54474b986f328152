"""Where figures hold: the words that take a place up, and to which of several figures a place belongs."""

import pytest

from peacetalks_cli.annotate import place_mentions, place_view
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.german.numerals import find
from peacetalks_cli.german.speech.source_phrase import NameAt

# Places stand in [brackets]; the last one taken up is what is asked for.
TAKEN_UP = [
    ("In [Tulcea], einem Hafen bei [Galati], fehlt Wasser. Dort wohnt er.", "Tulcea"),
    ("In [Basra] stieg der [Tigris]. Dort wird gepumpt.", "Basra"),
    ("Bei [Gao] wird gekämpft. [Bamako] will dort siegen.", "Gao"),
    ("In [Tartu] brennt es. Das meldete ein Sprecher in [Narva]. In der Stadt herrscht Ruhe.", "Tartu"),
    ("In [Guben] am Ufer der [Neiße] brennt es. Dort wird gelöscht.", "Guben"),
    ("In [Guben], keine drei Kilometer von [Gubin] entfernt, brennt es. Die Stadt ist leer.", "Guben"),
    ("In [Gao] und [Mopti] wird gekämpft. Dort sind Söldner.", "Gao"),
    ("Die Boote kamen bei [Lampedusa] aus [Tunesien] an. Die Helfer brachten 40 Leute dorthin.", "Lampedusa"),
    ("Neue Angriffe meldet [Mopti]. In der Stadt fehlt Mehl.", "Mopti"),
    ("In [Guben] brennt es. Bis [Cottbus] sind es 40 Kilometer. In der Stadt ist es still.", "Cottbus"),
    ("In [Mopti] fielen Schüsse. Elf Verletzte liegen dort, zwei von ihnen in [Gao]. Die Stadt ist leer.", "Mopti"),
    ("In [Nairobi] regnet es. Auch in [Tansania] steigen die Flüsse. Landesweit fehlen Zelte.", "Tansania"),
    ("In [Sudan] hungern die Leute. [Sudan] bittet. Die Hilfe aus [Kenia] traf ein. Im Land fehlt Mehl.", "Sudan"),
    ("In [Mali] wird gewählt. [Bamako] ist ruhig. [Gao] auch. In der Hauptstadt schlossen die Läden.", "Bamako"),
    ("Auf der Insel [Mafia] steht Wasser. [Mtwara] ist trocken. Auf der Insel leben 40.000 Menschen.", "Mafia"),
    ("Im Kreis [Guben] brannte es. In [Cottbus] nicht. Im Kreis verbrannten Wälder.", "Guben"),
    ("In [Mopti] fielen Schüsse. Im Krankenhaus liegen elf Verletzte.", "Mopti"),
    ("In [Sofia] brennt es, auch in der [Lindenallee]. Hier wohnt er.", "Sofia"),
]
# Words that take no place up.
NOT_TAKEN_UP = [
    "[Luanda] ist voll. Die Tür, wo Leute warten, ist zu.",
    "Aus [Mali] kamen Händler. Bundesweit fehlen Fahrer.",
]


@pytest.mark.parametrize(("marked", "expected"), TAKEN_UP, ids=[row[0] for row in TAKEN_UP])
def test_what_is_taken_up(marked: str, expected: str) -> None:
    passage = _passage(marked)
    mentions = place_mentions.Mentions(passage, Sources(passage))
    last = next(one for one in mentions.of(len(passage.sentences) - 1) if (one.start, one.end) != one.name)
    assert passage.text[slice(*last.name)] == expected


@pytest.mark.parametrize("marked", NOT_TAKEN_UP)
def test_what_is_not_taken_up(marked: str) -> None:
    passage = _passage(marked)
    mentions = place_mentions.Mentions(passage, Sources(passage))
    assert not [one for one in mentions.of(len(passage.sentences) - 1) if (one.start, one.end) != one.name]


# The part of the last place in what it is named with.
PAIRS = [
    ("In [Guben] am Unterlauf der [Neiße] brennt es.", "second am"),
    ("In [Guben] nördlich von [Cottbus] brennt es.", "second nahe"),
    ("In [Guben], rund 40 Kilometer westlich von [Posen], brennt es.", "second nahe"),
    ("In der Stadt an der [Neiße] brennt es.", "second an"),
    ("In [Goma] und in [Sake] brennt es.", "second und"),
    ("[Guben] liegt still, in [Cottbus] brennt es.", ""),
    ("Die Runde zwischen [Estland] und [Finnland] in [Bern] ist vorbei.", ""),
    ("In [Guben] fuhr er 40 Kilometer weiter nach [Cottbus].", ""),
]


@pytest.mark.parametrize(("marked", "expected"), PAIRS, ids=[row[0] for row in PAIRS])
def test_what_places_are_to_each_other(marked: str, expected: str) -> None:
    passage = _passage(marked)
    assert place_mentions.Mentions(passage, Sources(passage)).named(0)[-1].pair == expected


# How the first place is brought in where somebody speaks.
SPOKEN = [
    ("[Gambia] zählte nach eigenen Angaben 40 Tote.", "speaks"),
    ("Die meisten Toten meldet [Gambia].", "speaks"),
    ("Der Bürgermeister von [Luanda] zählte 40 Tote.", "speaker"),
    ("An der Grenze bei [Luanda] zählte man 40 Laster.", "bei"),
]


@pytest.mark.parametrize(("marked", "form"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_places_that_speak(marked: str, form: str) -> None:
    passage = _passage(marked)
    assert place_mentions.Mentions(passage, Sources(passage)).named(0)[0].form == form


# The first figure; whether the last place is that of a later one.
LATER = [
    ("40.000 Minen, allein um [Kidal] 2.700.", True),
    ("Ohne Strom waren 740 Kunden, in [Guben] etwa 310.", True),
    ("Vier Busse und drei Wagen fuhren nach [Sumy].", False),
    ("Sechs der acht Boote liegen in [Tulcea].", False),
    ("Elf Lampen hängen über drei Straßen und dem [Roten Platz].", False),
]


@pytest.mark.parametrize(("marked", "expected"), LATER, ids=[row[0] for row in LATER])
def test_places_of_later_figures(marked: str, expected: bool) -> None:
    passage = _passage(marked)
    mentions = place_mentions.Mentions(passage, Sources(passage))
    first, *following = (Figure(numeral, 0) for numeral in find(passage.text))
    candidates = mentions.candidates(0, first.start)
    view = place_view.View(place_view.Setting(passage, mentions, first, [], following, candidates))
    assert view.is_of_later(candidates[-1]) is expected


# Of several mentions of a place in the sentence of the first figure the one that counts.
NEAREST = [
    ("[Bled] (apa) – Die achte Runde ging in [Bled] zu Ende.", "in"),
    ("[Gambia] meldet 40 Tote in [Gambia].", "in"),
    ("In [Gambia] sind 40 Boote aus [Gambia] gesunken.", "in"),
]


@pytest.mark.parametrize(("marked", "form"), NEAREST, ids=[row[0] for row in NEAREST])
def test_mention_that_says_where(marked: str, form: str) -> None:
    passage = _passage(marked)
    mentions = place_mentions.Mentions(passage, Sources(passage))
    (candidate,) = mentions.candidates(0, next(iter(find(passage.text))).start)
    assert candidate.form == form


def _passage(marked: str) -> Passage:
    names, text = [], ""
    for i, piece in enumerate(marked.replace("]", "[").split("[")):
        if i % 2:
            names.append(NameAt(len(text), len(text) + len(piece), "LOC"))
        text += piece
    return Passage.over(text, names, (), ())
