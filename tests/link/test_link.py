"""Mentions joined to people, places and organizations; sources of figures named."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.facts import Label, Name, Number, Source
from peacetalks_cli.link import Linked, link, name_sources, person_key, same_person

TAG = re.compile(r"\[([^\[\]|]+)\|(PER|LOC|ORG)\]")


def linked(marked: str) -> Linked:
    """Links a text whose names are marked as [name|LABEL]."""
    names: list[Name] = []
    parts: list[str] = []
    at = done = 0
    for tag in TAG.finditer(marked):
        parts += [marked[done : tag.start()], tag[1]]
        start = at + tag.start() - done
        label: Label = tag[2]  # type: ignore[assignment]
        names.append(Name(tag[1], start, start + len(tag[1]), label))
        at, done = start + len(tag[1]), tag.end()
    return link("".join(parts) + marked[done:], names)


def people_in(marked: str) -> dict[str, list[str]]:
    return {person.name: [mention.text for mention in person.mentions] for person in linked(marked).people}


PEOPLE = [  # text, name -> mentions
    ("[Steve Witkoff|PER] kam. [Witkoff|PER] ging.", {"Steve Witkoff": ["Steve Witkoff", "Witkoff"]}),
    ("[Witkoff|PER] ging, wie [Steve Witkoff|PER] sagte.", {"Steve Witkoff": ["Witkoff", "Steve Witkoff"]}),
    ("[Putins|PER] Sprecher; [Wladimir Putin|PER].", {"Wladimir Putin": ["Putins", "Wladimir Putin"]}),
    ("Nach Angaben [Umjerows|PER] war es gut.", {"Umjerow": ["Umjerows"]}),
    ("Nach [Selenskyjs|PER] Aussagen. [Selenskij|PER] sagte.", {"Selenskyj": ["Selenskyjs", "Selenskij"]}),
    ("[Klaus Müller|PER], [Müller|PER], [Müllers|PER] Amt", {"Klaus Müller": ["Klaus Müller", "Müller", "Müllers"]}),
    ("[James Meadows|PER] und [Meadows|PER] lachten.", {"James Meadows": ["James Meadows", "Meadows"]}),
    ("Das sagte [Boris Pistorius|PER] im Amt.", {"Boris Pistorius": ["Boris Pistorius"]}),
    ("Der Sprecher [Zoltán Kovács|PER] sagte es.", {"Zoltán Kovács": ["Zoltán Kovács"]}),
    ("Präsident [Edgars Rinkēvičs|PER] sagte es.", {"Edgars Rinkēvičs": ["Edgars Rinkēvičs"]}),
    ("[Anna von der Leyen|PER], [Von der Leyen|PER]", {"Anna von der Leyen": ["Anna von der Leyen", "Von der Leyen"]}),
    ("[Xi Jinping|PER] sprach, [Xi|PER] ging.", {"Xi Jinping": ["Xi Jinping", "Xi"]}),
    ("[Fattah al-Sisi|PER]; [Al-Sisi|PER]; [Sisi|PER]", {"Fattah al-Sisi": ["Fattah al-Sisi", "Al-Sisi", "Sisi"]}),
    ("[SELENSKYJ|PER] DA! [Wolodymyr Selenskyj|PER]", {"Wolodymyr Selenskyj": ["SELENSKYJ", "Wolodymyr Selenskyj"]}),
    ("[PUTIN|PER] TOBT", {"Putin": ["PUTIN"]}),
    ("Imam [Schamil|PER]. [Schamil Basajew|PER]", {"Schamil": ["Schamil"], "Schamil Basajew": ["Schamil Basajew"]}),
    ("[Xi|PER] reist. [Xi Jinping|PER] kam.", {"Xi Jinping": ["Xi", "Xi Jinping"]}),
    ("[D. Trump|PER] und [Donald Trump|PER]", {"Donald Trump": ["D. Trump", "Donald Trump"]}),
    ("[Sybiha|PER], [Sibiga|PER]", {"Sybiha": ["Sybiha", "Sibiga"]}),
    # who is named as somebody's son or wife is not meant by the surname alone
    ("[Ada Lund|PER] kam. [Lunds|PER] Sohn [Erik Lund|PER] ging. [Lund|PER] blieb.",
     {"Ada Lund": ["Ada Lund", "Lunds", "Lund"], "Erik Lund": ["Erik Lund"]}),
    ("Wirt [Jo Berg|PER] und seine Frau [Mia Berg|PER] kamen. [Berg|PER] sang.",
     {"Jo Berg": ["Jo Berg", "Berg"], "Mia Berg": ["Mia Berg"]}),
    ("[Ada Lund|PER] und [Erik Lund|PER] kamen. [Lund|PER] blieb.",
     {"Ada Lund": ["Ada Lund"], "Erik Lund": ["Erik Lund"], "Lund": ["Lund"]}),
    # what someone is called, too
    ("[Ramon Ortiz|PER], genannt „[Chepe|PER]“, floh. [Chepe|PER] lebt.",
     {"Ramon Ortiz": ["Ramon Ortiz", "Chepe", "Chepe"]}),
    ("[Ramon Ortiz|PER] (Kampfname: [Chepe|PER]) floh.", {"Ramon Ortiz": ["Ramon Ortiz", "Chepe"]}),
    ("Der Rebell „[Chepe|PER]“ heißt eigentlich [Ramon Ortiz|PER].", {"Ramon Ortiz": ["Chepe", "Ramon Ortiz"]}),
    ("[Ramon Ortiz|PER], der dort vermittelt und den bei uns jeder [Chepe|PER] ruft, ging.",
     {"Ramon Ortiz": ["Ramon Ortiz", "Chepe"]}),
    # half of a double surname; the first name alone in the lines of the title; the surname in front
    ("[Ada Lund-Berger|PER] kam. Frau [Lund|PER] sprach.", {"Ada Lund-Berger": ["Ada Lund-Berger", "Lund"]}),
    ("[Ada Lund-Berger|PER] traf [Erik Lund|PER]. [Lund|PER] sprach.",
     {"Ada Lund-Berger": ["Ada Lund-Berger"], "Erik Lund": ["Erik Lund", "Lund"]}),
    ("Der Kurier, 3. Mai\n\nHeim, sagt [Stana|PER]\n\nSeine Mutter [Stana|PER] saß da. [Stana Lund|PER] rief.",
     {"Stana Lund": ["Stana", "Stana", "Stana Lund"]}),
    ("[Franz Vogel|PER] kam. Da stand der [Vogel Jakob|PER]. [Vogel|PER] lachte.",
     {"Franz Vogel": ["Franz Vogel", "Vogel"], "Jakob Vogel": ["Vogel Jakob"]}),
    ("[Josef Berg|PER] kam, der [Berg Sepp|PER] blieb.", {"Josef Berg": ["Josef Berg", "Berg Sepp"]}),
    ("[Ramon Ortiz|PER] traf [Chepe|PER].", {"Ramon Ortiz": ["Ramon Ortiz"], "Chepe": ["Chepe"]}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), PEOPLE, ids=lambda case: str(case)[:60])
def test_people(marked: str, expected: dict[str, list[str]]) -> None:
    assert people_in(marked) == expected


def test_spellings_of_one_person_are_one() -> None:
    found = people_in("[Wolodymyr Selenskyj|PER], [Wolodimir Selenskij|PER], [Zelensky|PER], [Wolodymyr Selenskyj|PER]")
    assert list(found) == ["Wolodymyr Selenskyj"]
    assert len(found["Wolodymyr Selenskyj"]) == 4


def test_one_surname_two_people() -> None:
    found = people_in(
        "[Vitali Klitschko|PER] kam. [Klitschko|PER] ging. [Wladimir Klitschko|PER] kam. [Klitschko|PER] blieb."
    )
    assert found == {
        "Klitschko": ["Klitschko"],  # two antecedents: nobody knows
        "Vitali Klitschko": ["Vitali Klitschko", "Klitschko"],
        "Wladimir Klitschko": ["Wladimir Klitschko"],
    }


def test_a_man_and_a_woman_of_one_surname_are_two() -> None:
    people = linked("Herr [Lund|PER] kam, Frau [Lund|PER] ging. [Lund|PER] log, Herrn [Lunds|PER] Anwalt auch.").people
    assert sorted(len(person.mentions) for person in people) == [2, 2]
    assert len(people_in("Herr [Lund|PER] kam. Herr [Lund|PER] ging, wie [Lund|PER] sagt.")) == 1


def test_same_surname_another_first_name_is_another_person() -> None:
    assert len(people_in("[Andrij Hnatow|PER] und [Jurij Hnatow|PER]")) == 2


def test_ids() -> None:
    people = linked("[Wladimir Putin|PER], [Dmitri Peskow|PER]").people
    assert {person.id for person in people} == {"person:wladimir-putin", "person:dmitrij-peskow"}
    other = linked("[Vladimir Putin|PER], [Dmitry Peskov|PER]").people
    assert {person.id for person in other} == {person.id for person in people}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky", True),
        ("Selenskyj", "Wolodymyr Selenskij", True),
        ("Andrij Hnatow", "Jurij Hnatow", False),
        ("Donald Trump", "Donald J. Trump", True),
        ("Donald Trump", "Donald Trump Jr.", False),
        ("Kyrylo Budanow", "Bulatow", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_person_key() -> None:
    assert person_key("Wolodymyr Selenskyj") == person_key("Volodymyr Zelensky") != person_key("Selenskyj")


PLACES = [  # text, (name, kind, country) of the places, most mentions first
    ("[Kiew|LOC], [Kyjiw|LOC], [Kiews|LOC]", [("Kiew", "city", "UA")]),
    ("[Donbass|LOC] und [Donbass-Region|LOC]", [("Donbass", "region", "UA")]),
    ("[USA|LOC]; in den [Vereinigten Staaten|LOC]", [("USA", "country", "US")]),
    ("in der Region [Donezk|LOC]", [("Donezk", "region", "UA")]),
    ("in den Gebieten [Donezk|LOC] und [Luhansk|LOC]", [("Donezk", "region", "UA"), ("Luhansk", "region", "UA")]),
    ("in der Stadt [Donezk|LOC]", [("Donezk", "city", "UA")]),
    ("im [Weißen Haus|LOC]", [("Weißes Haus", "building", "US")]),
    ("das Dorf [Nowosilja|LOC]; [Nowosiljas|LOC] Kirche", [("Nowosilja", "city", None)]),
    ("die Gemeinde [Davo|LOC]", [("Davo", "city", None)]),
    ("in [Qwertz|LOC]", [("Qwertz", None, None)]),
    ("[Qwertz|LOC], ein kleines Dorf bei Sumy, brennt", [("Qwertz", "city", None)]),
    ("der Bürgermeister von [Qwertz|LOC]", [("Qwertz", "city", None)]),
    ("am Ufer der [Qwertz|LOC]", [("Qwertz", "river", None)]),
    ("das Atomkraftwerk [Qwertz|LOC]", [("Qwertz", "plant", None)]),
    ("auf dem [Qwertz-Boulevard|LOC]", [("Qwertz-Boulevard", "building", None)]),
    ("im westgeorgischen [Qwertz|LOC]", [("Qwertz", None, "GE")]),
    ("im russischen [Donezk|LOC]", [("Donezk", "city", "RU")]),
    ("in [Donezk|LOC]", [("Donezk", "city", "UA")]),
    ("[Qwertz|LOC], die Region um den Ort", [("Qwertz", "region", None)]),
    ("aus [Qwertz|LOC], der ohne Pass kam", [("Qwertz", None, None)]),
    ("[Qwertz|LOC], wo das Dorf brennt", [("Qwertz", None, None)]),
    ("am [Flughafen Qwertz|LOC]", [("Flughafen Qwertz", "building", None)]),
]


@pytest.mark.parametrize(("marked", "expected"), PLACES)
def test_places(marked: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(place.name, place.kind, place.country) for place in linked(marked).places] == expected


def test_an_unknown_place_has_no_coordinates() -> None:
    (place,) = linked("in [Qwertz|LOC]").places
    assert (place.id, place.latitude, place.longitude) == ("place:qwertz", None, None)


ORGANIZATIONS = [
    ("die [Vereinten Nationen|ORG]", ["Vereinte Nationen"]),
    ("[NATO|ORG] und [Nato|ORG] und [Nato|ORG]", ["Nato"]),
    ("[Internationale Atomenergiebehörde|ORG] ([IAEA|ORG]). [IAEA|ORG]", ["Internationale Atomenergiebehörde"]),
    ("die [IAEA|ORG] ([Internationale Atomenergiebehörde|ORG])", ["Internationale Atomenergiebehörde"]),
    ("[Tass|ORG], [Reuters|ORG]", ["Reuters", "Tass"]),
    ("des [Roten Kreuzes|ORG] und dem [Roten Kreuz|ORG]", ["Rotes Kreuz"]),
    ("die [Grünen|ORG]", ["Grüne"]),
    ("[Der Standard|ORG]", ["Der Standard"]),
    ("das [Auswärtige Amt|ORG], des [Auswärtigen Amtes|ORG]", ["Auswärtiges Amt"]),
    ("([APA|ORG]/[dpa|ORG])", ["APA", "dpa"]),
    ("[CDU|ORG] ([SPD|ORG])", ["CDU", "SPD"]),
    ("[Reuters|ORG] ([APA|ORG])", ["APA", "Reuters"]),
]


@pytest.mark.parametrize(("marked", "expected"), ORGANIZATIONS)
def test_organizations(marked: str, expected: list[str]) -> None:
    assert [organization.name for organization in linked(marked).organizations] == expected


SOURCES = [  # words of the source, name
    ("Selenskyj", "Wolodymyr Selenskyj"),
    ("Selenskyjs", "Wolodymyr Selenskyj"),
    ("Zelensky", "Wolodymyr Selenskyj"),
    ("Präsident Selenskyj", "Wolodymyr Selenskyj"),
    ("Selenskyjs Sprecher Peskow", "Dmitri Peskow"),
    ("Peskows", "Dmitri Peskow"),
    ("Vitali Klitschko", "Vitali Klitschko"),
    ("Klitschko", "as it was"),
    ("der Vereinten Nationen", "Vereinte Nationen"),
    ("Tass", "Tass"),
    ("Tasse", "as it was"),
    ("Stab", "as it was"),
    ("", "as it was"),
]


@pytest.mark.parametrize(("words", "expected"), SOURCES)
def test_name_sources(words: str, expected: str) -> None:
    found = linked(
        "[Wolodymyr Selenskyj|PER] [Dmitri Peskow|PER] [Vitali Klitschko|PER] [Wladimir Klitschko|PER] "
        "[Vereinten Nationen|ORG] [Tass|ORG]"
    )
    source = Source(words, "as it was", "zufolge")
    number = Number("3", 0, 1, 1, 3, 3, 3, None, None, None, "other", None, None, None, source, "3")
    (named,) = name_sources([number], found.people, found.organizations)
    assert named == replace(number, source=replace(source, name=expected))


def test_a_number_without_source_stays() -> None:
    number = Number("3", 0, 1, 1, 3, 3, 3, None, None, None, "other", None, None, None, None, "3")
    assert name_sources([number], (), ()) == (number,)


_TEXT = """Putin Putins Wladimir Selenskyj Zelensky Selenskyjs Klitschko Vitali Davos Kiew Kyjiw der Präsident
Außenminister, Chef des Dienstes, und von NATO (IAEA) Vereinten Nationen USA s . Hans Wolodymyr ’ - ß Xi III."""
WORDS = st.sampled_from(_TEXT.split())


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Name]]:
    """Any text of such words with names that do not overlap, as a model may find them, also wrong ones."""
    words = draw(st.lists(WORDS, min_size=1, max_size=25))
    text = " ".join(words)
    names, at, i = [], 0, 0
    while i < len(words):
        size = draw(st.integers(0, 3))
        chunk = words[i : i + max(size, 1)]
        length = len(" ".join(chunk))
        if size and text[at : at + length].strip():
            label: Label = draw(st.sampled_from(["PER", "LOC", "ORG"]))
            names.append(Name(text[at : at + length], at, at + length, label))
        at, i = at + length + 1, i + len(chunk)
    return text, names


@given(annotated())
def test_every_mention_is_kept_once_and_unchanged(case: tuple[str, list[Name]]) -> None:
    text, names = case
    found = link(text, names)
    for label, things in (("PER", found.people), ("LOC", found.places), ("ORG", found.organizations)):
        mentions = sorted((m.start, m.end, m.text) for thing in things for m in thing.mentions)
        assert mentions == sorted((n.start, n.end, n.text) for n in names if n.label == label)
        assert len({thing.id for thing in things}) == len(things)
        assert [len(thing.mentions) for thing in things] == sorted((len(t.mentions) for t in things), reverse=True)
        for thing in things:
            assert thing.name.strip() and thing.id.isascii()
            assert list(thing.mentions) == sorted(thing.mentions, key=lambda mention: mention.start)


@given(annotated(), st.randoms())
def test_the_order_of_names_does_not_matter(case: tuple[str, list[Name]], random: Random) -> None:
    text, names = case
    shuffled = random.sample(names, len(names))
    assert link(text, shuffled) == link(text, names)


def test_a_title_taken_for_a_given_name_is_none() -> None:
    found = people_in("[Wladimir Putin|PER] schwieg. [Kremlherr Putin|PER] bleibt. [Emir Kusturica|PER] kam.")
    assert found == {"Wladimir Putin": ["Wladimir Putin", "Kremlherr Putin"], "Emir Kusturica": ["Emir Kusturica"]}
