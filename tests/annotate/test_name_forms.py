"""Names that a line, an order of words or what somebody is called shows, with what a model might have marked."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
import spacy
from spacy.language import Language

from peacetalks_cli.annotate import names  # noqa: F401  (registers the component)
from peacetalks_cli.annotate.lexicon import FIRST_NAME, lexicon
from peacetalks_cli.annotate.name_landscapes import is_landscape
from tests.annotate.test_names import found

GIVEN: list[dict[str, Any]] = tomllib.loads(
    files("peacetalks_cli").joinpath("data", "given_names.toml").read_text(encoding="utf-8")
)["given"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("peacetalks_names")
    return pipeline


LINES = [
    # the paper in the first line, set apart from the day or the number of the issue
    ("Teckländer Bote, 3. März 2011\n\nEs regnet.", [("Teckländer Bote", "ORG")]),
    ("OBERMAINER     Freitag, 7. Mai 2004     LOKALES\nEs regnet.", [("OBERMAINER", "ORG")]),
    ("Hochwald-Kurier | Dienstag, 2. Mai\nEs regnet.", [("Hochwald-Kurier", "ORG")]),
    ("Der Landfreund\nAusgabe 3/1999\n\nEs regnet.", [("Der Landfreund", "ORG")]),
    # where something is written, and what is no paper
    ("Linz, 3. Mai 2011\n\nEs regnet.", [("Linz", "LOC")]),
    ("Es regnet wieder, 3. Mai 2011", []),
    ("Liebe Leute, am 3. Mai regnet es.", []),
    # towns before short items
    (
        "Dornbirn. Der Rat tagt.\nFrastanz. Zu einem Brand fuhr man aus.\nReportage. Es regnet.",
        [("Dornbirn", "LOC"), ("Frastanz", "LOC")],
    ),
    ("Nein. Der Rat tagt.\nDoch. Er tagt.", []),
    # sites of the net are called so; an address for more is none
    ("Das meldete gestern ortsnews.at am Abend.", [("ortsnews.at", "ORG")]),
    ("Karten gibt es unter ortsnews.at oder www.ortsnews.at am Abend.", []),
]

CALLED = [
    ("Der Wirt, den alle nur „Keks“ nennen, kam.", [("Keks", "PER")]),
    ("Den Matrosen, den an Bord jeder Kiwuli ruft, traf es.", [("Kiwuli", "PER")]),
    ("Eine Hebamme, ich nenne sie Tamikala, schwieg.", [("Tamikala", "PER")]),
    ("Er schwieg. „Luchs“ nennen sie ihn. Es regnete.", [("Luchs", "PER")]),
    ("Ein Mann mit dem Kampfnamen „Hexer“ kam.", [("Hexer", "PER")]),
    ("„Student“, so sein Rufname, lachte.", [("Student", "PER")]),
    ("Die Kommandeurin „Mawka“ lachte.", [("Mawka", "PER")]),
    # a town, an insult, a thing, a plural, the list of media
    ("Die Zone, die alle „Niemandsland“ nennen, ist leer.", []),
    ("Man nannte ihn Lügner und nannte ihn „Verräter“.", []),
    ("Das Gesetz, das man „Lexum“ nennt, gilt.", []),
    ("Die Autoren „Streit“ und „Ende“ nannte er nicht.", []),
]

FAMILY_FIRST = [
    ("Der Funker Park Ji-hoon und Zhang Youxia kamen.", [("Park Ji-hoon", "PER"), ("Zhang Youxia", "PER")]),
    ("Dann sprach Nguyễn Thị Hoa mit Tsai Ing-wen.", [("Nguyễn Thị Hoa", "PER"), ("Tsai Ing-wen", "PER")]),
    ("Han Solo und He Man, Sun Valley, Song Contest", []),
]

NOBLE = [
    ("Der Freiherr von Schrenckwitz-Notzing schwieg.", [("Freiherr von Schrenckwitz-Notzing", "PER")]),
    ("Von Christoph Freiherr von Lüdinghausen", [("Christoph Freiherr von Lüdinghausen", "PER")]),
    ("Es kam Karla Gräfin von Thun und Hohenstein.", [("Karla Gräfin von Thun und Hohenstein", "PER")]),
    ("Otto Graf Lambsdorff und Anna Huber kamen.", [("Otto Graf Lambsdorff", "PER"), ("Anna Huber", "PER")]),
    ("Der Fürst von Monaco schwieg.", [("Monaco", "LOC")]),
]

ORDER = [
    ("[Franz Vogel|PER] kam. Da stand der Vogel Andi da.", [("Franz Vogel", "PER"), ("Vogel Andi", "PER")]),
    ("Beim Brunnen saß die Moser Resi.", [("Moser Resi", "PER")]),
    ("Da kam der Bauer Andi.", [("Andi", "PER")]),
    ("[Mandy W.|PER] weinte. Später lachte W. laut.", [("Mandy W.", "PER"), ("W.", "PER")]),
    ("[Thomas B.|PER] kam z. B. Heimlich.", [("Thomas B.", "PER")]),
]

PLACES = [
    # a river or a pass with its article, though it is another word, too; a noun is none
    ("Die Ill kam, Eis lag auf der Oder, bis zum Brenner.", [("Ill", "LOC"), ("Oder", "LOC"), ("Brenner", "LOC")]),
    ("Ja oder Nein? Oder der Main Event?", []),
    ("Der Präsident in [Pale|ORG] drohte.", [("Pale", "LOC")]),
    ("Man wartete in [Saint-Calmin|ORG] auf Nachricht.", [("Saint-Calmin", "LOC")]),
    ("Dann floh er nach [Han Pijesnik|PER] zurück.", [("Han Pijesnik", "LOC")]),
    ("Sie eroberten [Maungdor|PER] am Abend.", [("Maungdor", "LOC")]),
    ("Das Konzert im Montfarthaus, das Hochwasser im Lesaxtal", [("Montfarthaus", "LOC"), ("Lesaxtal", "LOC")]),
    ("In der Pfarrkirche [St. Peter|LOC] und [Paul|PER] singt man.", [("Pfarrkirche St. Peter und Paul", "LOC")]),
    ("In [Hryschatne|PER] wohnt er. [Hryschatne|PER] fiel. [Hryschatne|PER] brennt.", [("Hryschatne", "LOC")] * 3),
    # of two names each; of a name and its seat both
    ("Der Entwurf nahm [Österreich Südtirol|ORG].", [("Österreich", "LOC"), ("Südtirol", "LOC")]),
    ("Von Eva Roth, [ARD-Studio Istanbul|ORG]", [("Eva Roth", "PER"), ("Istanbul", "LOC")]),
    ("Sie lehrt an der [Führungsakademie in Wien|ORG].", [("Führungsakademie", "ORG"), ("Wien", "LOC")]),
    ("Im [Krankenhaus SMKT|ORG] fehlt Blut.", [("SMKT", "ORG")]),
    ("Im [Kreml|LOC] sieht man das anders, im [Kreml|LOC] heißt es: nein.", [("Kreml", "ORG"), ("Kreml", "ORG")]),
    ("Das [Bayerische|MISC] Rote Kreuz half.", [("Bayerische Rote Kreuz", "ORG")]),
    ("Das sagte er dem Sender [TA7.|ORG] Es regnet.", [("TA7", "ORG")]),
    # ships, where captains and owners are spoken of
    ("Der Kapitän und der Reeder der „[Ocean Pearl|ORG]“ schwiegen. Die „[Ocean Pearl|PER]“ sank.", []),
    ("Die „[Politika|ORG]“ schrieb das.", [("Politika", "ORG")]),
    ("Das Landgericht und der Kassationshof urteilten.", [("Landgericht", "ORG"), ("Kassationshof", "ORG")]),
]

BODIES = [
    (
        "Die Genossenschaft Bördenkorn klagt, die Stickerei [Ammerl|PER] auch.",
        [("Bördenkorn", "ORG"), ("Ammerl", "ORG")],
    ),
    ("Das Urteil des [Landesgerichts Feldkirch|LOC] gilt.", [("Landesgerichts Feldkirch", "ORG")]),
    ("Er liegt im Clemenshospital, nicht im [Regionalspital|LOC].", [("Clemenshospital", "ORG")]),
    ("Dem Mineralölwirtschaftsverband zufolge fehlt Benzin.", [("Mineralölwirtschaftsverband", "ORG")]),
    ("Der Bauer aus der Bauerschaft [Weiner|PER] klagt.", [("Weiner", "LOC")]),
    ("Am Montag lief die „USS [Abraham Lincoln|PER]“ ein, auch die „[Emmakris|PER] [II|ORG]“ der Reeder an Bord.", []),
    ("Es gilt.\n[Kurz|PER] notiert\nEs regnet.", []),
    ("Der Filipino Rodel Abanto kam.", [("Rodel Abanto", "PER")]),
]


@pytest.mark.parametrize(("marked", "expected"), BODIES + LINES + CALLED + FAMILY_FIRST + NOBLE + ORDER + PLACES)
def test_forms(nlp: Language, marked: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, marked) == expected


@pytest.mark.parametrize("row", GIVEN, ids=lambda row: row["where"])
def test_given_names(nlp: Language, row: dict[str, Any]) -> None:
    assert len(set(row["names"])) == len(row["names"])
    assert all(lexicon().classes_of(name) & FIRST_NAME for name in row["names"])
    assert found(nlp, f"Gestern sprach {row['example']} dort.") == [(row["example"], "PER")]


@pytest.mark.parametrize("word", ["Lesaxtal", "Grimselpass", "Hessenhalle", "Carolabrücke", "Watzmannhaus"])
def test_landscapes(word: str) -> None:
    assert is_landscape(word)


@pytest.mark.parametrize(
    "word", ["Seitental", "Reisepass", "Rathaus", "Stadthalle", "Altstadtbrücke", "Internetportal", "Kinderspital"]
)
def test_no_landscapes(word: str) -> None:
    assert not is_landscape(word)
