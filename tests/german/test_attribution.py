"""Who states it: cues on either side, the phrase that names the source, what is stated."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.cues import attributions
from peacetalks_cli.german.speech.source_phrase import NameAt

_NAME = re.compile(r"\[([^|\]]+)\|(PER|LOC|ORG)\]")

# (sentence with names marked, the sources named: text and cue; None where a pronoun points back)
CASES = [
    ("Der ukrainischen Luftwaffe zufolge griff Russland mit 21 Raketen an.", [("ukrainischen Luftwaffe", "zufolge")]),
    (
        "Dem ukrainischen Minister [Oleksij Kuleba|PER] zufolge ließen die Angriffe 800 000 Menschen ohne Strom.",
        [("Oleksij Kuleba", "zufolge")],
    ),
    ("Die Delegation wird [Selenskyj|PER] zufolge zwölf Leute umfassen.", [("Selenskyj", "zufolge")]),
    ("Einem Bericht der Zeitung vom Montag zufolge fehlen 300.", [("Zeitung", "zufolge")]),
    ("In einer Erhebung vom Dezember lehnten 70 Prozent ab.", []),
    ("Einem Sprecher der Armee zufolge starben 30.", [("Sprecher der Armee", "zufolge")]),
    ("Medienberichten zufolge starben 30.", [("Medienberichten", "zufolge")]),
    ("Angaben der Polizei zufolge starben 30.", [("Polizei", "zufolge")]),
    ("Der Zeitung [Haaretz|ORG] zufolge waren es 30.", [("Haaretz", "zufolge")]),
    ("Laut [Ärzte ohne Grenzen|ORG] waren es 27.", [("Ärzte ohne Grenzen", "Laut")]),
    ("Laut Ausländerbehörde in der Stadt sind es 87.", [("Ausländerbehörde", "Laut")]),
    ("Gemäss Gouverneur [Sultan al-Arada|PER] sieben Kämpfer.", [("Sultan al-Arada", "Gemäss")]),
    ("Laut dem von der [Hamas|ORG] kontrollierten Ministerium waren es 30.", [("Ministerium", "Laut")]),
    ("Es seien 60 Raketen, so Armeesprecher [Gadi Lewin|PER].", [("Gadi Lewin", "so")]),
    ("Sind nach Angaben des Versorgers [DTEK|ORG] 210 000 ohne Strom?", [("DTEK", "nach Angaben")]),
    ("Nach Angaben von [Issats|PER] Sprecher waren es 14.", [("Issats Sprecher", "Nach Angaben")]),
    ("Nach [Selenskyjs|PER] Aussagen waren es 40.", [("Selenskyjs", "Nach Aussagen")]),
    ("Nach Angaben [Selenskyjs|PER] waren es 40.", [("Selenskyjs", "Nach Angaben")]),
    ("Nach palästinensischen Angaben starben 30 Menschen.", [("palästinensischen Angaben", "nach")]),
    ("Nach Behördenangaben starben 30 Menschen.", [("Behördenangaben", "nach")]),
    ("Nach ersten Angaben der Retter starben 30 Menschen.", [("Retter", "Nach Angaben")]),
    ("Nach einer Zählung der [UN|ORG] flohen 30 Menschen.", [("UN", "Nach Zählung")]),
    (
        "Die Hilfe steigt, wie der Sprecher des [Auswärtigen Amtes|ORG], [Jan Bock|PER], in [Berlin|LOC] ankündigte.",
        [("Jan Bock", "wie")],
    ),
    (
        "Der Plan sei zu zwölf Prozent finanziert, kritisierte [Clementine Okello|PER].",
        [("Clementine Okello", "kritisierte")],
    ),
    ("[Melnytschuk|PER] sagte am Nachmittag, man habe sich auf 250 geeinigt.", [("Melnytschuk", "sagte")]),
    ("Der Versorger [DTEK|ORG] meldete 92.000 Haushalte.", [("DTEK", "meldete")]),
    (
        "Das [Verteidigungsministerium|ORG] in [Moskau|LOC] erklärte, es seien 66.",
        [("Verteidigungsministerium", "erklärte")],
    ),
    (
        "Das von der [Hamas|ORG] kontrollierte Gesundheitsministerium spricht von mindestens 41 Todesopfern.",
        [("Gesundheitsministerium", "spricht")],
    ),
    ("Armeechef [Abdel al-Burhan|PER] hatte am Montag erklärt, es seien drei.", [("Abdel al-Burhan", "erklärt")]),
    ("Am Sonntag hatte [Holloway|PER] geschwärmt: „Wir sind zu 95 Prozent durch.“", [("Holloway", "geschwärmt")]),
    (
        "Der Bürgermeister von [Kiew|LOC], [Vitali Klitschko|PER], sprach von 30 Toten.",
        [("Vitali Klitschko", "sprach")],
    ),
    ("30 Tote, teilte die Polizei am Montag mit.", [("Polizei", "teilte")]),
    ("Die Zahl liege bei 40, gab das Innenministerium bekannt.", [("Innenministerium", "gab")]),
    ("„Wir haben 40 Tote“, sagte die Ärztin [Anna Bauer|PER].", [("Anna Bauer", "sagte")]),
    ("Es seien 30, sagte er.", [(None, "sagte")]),
    ("Demnach waren es 30.", [(None, "Demnach")]),
    ("Es gab 30 Tote, hieß es.", [(None, "hieß es")]),
    ("Das teilte der Gesandte [Idris Benhalima|PER] mit.", [("Idris Benhalima", "teilte")]),
    # nobody says anything
    ("Die Regierung gab 30 Millionen aus.", []),
    ("Nach dem Angriff flohen 30 Menschen.", []),
    ("Er kam so wie 30 andere.", []),
    ("Die Regierung teilte das Land in 30 Bezirke.", []),
    ("Einschläge gab es an 27 Orten.", []),
    ("30 Schüsse wurden gemeldet.", []),
]


def found(written: str) -> tuple[str, list[Attribution]]:
    text, names, at = "", [], 0
    for name in _NAME.finditer(written):
        text += written[at : name.start()]
        names.append(NameAt(len(text), len(text) + len(name[1]), name[2]))  # type: ignore[arg-type]
        text += name[1]
        at = name.end()
    text += written[at:]
    return text, attributions(text, (0, len(text)), names)


@pytest.mark.parametrize(("written", "expected"), CASES)
def test_sources_and_cues(written: str, expected: list[tuple[str | None, str]]) -> None:
    text, attributed = found(written)
    assert [(text[slice(*one.source)] if one.source else None, one.cue) for one in attributed] == expected


def test_what_is_stated_comes_after_the_verb() -> None:
    text, (one,) = found("Der 68-Jährige traf 30 Leute und [Trump|PER] sagte, es seien 40.")
    assert text[slice(*one.scope)].strip() == ", es seien 40."


def test_a_quotation_is_stated_before_the_verb() -> None:
    text, (one,) = found("„Es sind 40“, sagte [Trump|PER], der 30 Berater hat.")
    assert one.comes_after
    assert text[slice(*one.frame)].startswith("sagte Trump")


def test_das_sagte_points_to_the_sentence_before() -> None:
    _, (one,) = found("Das sagte [Trump|PER].")
    assert one.points_to == "before"


def _verbs() -> list[dict[str, Any]]:
    table = files("peacetalks_cli").joinpath("data", "speech_verbs.toml").read_text("utf-8")
    return list(tomllib.loads(table)["verb"])


@pytest.mark.parametrize("row", _verbs(), ids=lambda row: row["lemma"])
def test_every_speech_verb_finds_the_source_of_its_example(row: dict[str, Any]) -> None:
    text, attributed = found(row["example"].replace("X", "[Xaver Xu|PER]"))
    assert "Xaver Xu" in [text[slice(*one.source)] for one in attributed if one.source]
