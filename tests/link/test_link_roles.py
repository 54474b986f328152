"""Roles beside a name, on sentences; names are given in brackets."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from peacetalks_cli.facts import Name
from peacetalks_cli.link import link
from peacetalks_cli.link.rolewords import role_word

DATA = tomllib.loads(files("peacetalks_cli").joinpath("data", "roles.toml").read_text(encoding="utf-8"))

CASES = [  # sentence, roles of each person in order of the names
    ("US-Präsident [Donald Trump] sagte das.", [["US-Präsident"]]),
    ("Der ukrainische Präsident [Wolodymyr Selenskyj] sagte das.", [["Präsident"]]),
    ("Der US-Sondergesandte [Steve Witkoff] kam an.", [["US-Sondergesandter"]]),
    ("Die Sondergesandte [Morgan Ortagus] kam an.", [["Sondergesandte"]]),
    ("Er sprach mit der Sondergesandten [Morgan Ortagus].", [["Sondergesandte"]]),
    ("Er sprach mit dem US-Sondergesandten [Steve Witkoff].", [["US-Sondergesandter"]]),
    ("Generalstabschef [Andrij Hnatow] nahm teil.", [["Generalstabschef"]]),
    ("Dem Vize-Ministerpräsidenten [Oleksij Kuleba] zufolge fiel der Strom aus.", [["Vize-Ministerpräsident"]]),
    ("[Putins] Sprecher [Dmitri Peskow] schwieg.", [[], ["Sprecher"]]),
    ("Außenminister [Johann Wadephul] (CDU) reist ab.", [["Außenminister"]]),
    ("[Uwe Harms], 61, war zwölf Jahre lang Hafenmeister von Cuxhaven.", [["Hafenmeister"]]),
    ("Der letzte hieß [Danylo Kos], er war Monteur, 31 Jahre alt.", [["Monteur"]]),
    (
        "Neben ihm saß [Ravi Menon], Verkehrsminister in Delhi, früher Richter, vier Kinder.",
        [["Verkehrsminister", "Richter"]],
    ),
    ("Direktorin: [Lena Ohm] (52)\nSitz: Kiel", [["Direktorin"]]),
    ("Minister: [Lena Ohm] bleibt dabei", [[]]),
    ("Von unserem Korrespondenten [Jan Roth]\nKiel", [[]]),
    ("Russland wird vom Chef des Dienstes, [Igor Kostjukow], vertreten.", [["Chef"]]),
    ("Der Chef des Geheimdienstes, General [Igor Kostjukow], schwieg.", [["Chef", "General"]]),
    ("Der Gouverneur, [Jegor Gladkow], schwieg.", [["Gouverneur"]]),
    ("Gouverneur der Region Charkiw [Oleh Synjehubow] warnte.", [["Gouverneur"]]),
    ("Der Bürgermeister von Kiew, [Vitali Klitschko], warnte.", [["Bürgermeister"]]),
    (
        "Der Sondergesandte des Präsidenten [Wladimir Putin], [Kirill Dmitrijew], flog.",
        [["Präsident"], ["Sondergesandter"]],
    ),
    ("Der für das Heer zuständige Staatssekretär [Daniel Driscoll] kam.", [["Staatssekretär"]]),
    ("Mit [David Arachamija], Chef der Präsidentenpartei, sprach er.", [["Chef"]]),
    ("[Mark Rutte], der Generalsekretär der Nato, warnte.", [["Generalsekretär"]]),
    ("[Anna Kern] (44), Sprecherin des Ministeriums, widersprach.", [["Sprecherin"]]),
    ("Die Delegation wurde von [Rustem Umjerow] geleitet, dem Sekretär des Rates.", [["Sekretär"]]),
    ("Oppositionsführer und CDU-Chef [Friedrich Merz] redete.", [["Oppositionsführer", "CDU-Chef"]]),
    ("Die Außenminister [Sergej Lawrow] und [Marco Rubio] sprachen.", [["Außenminister"], ["Außenminister"]]),
    ("Außenminister [Sergej Lawrow] und [Wladimir Putin] sprachen.", [["Außenminister"], []]),
    ("Seine Unterhändler [Witkoff] und [Jared Kushner] flogen.", [["Unterhändler"], ["Unterhändler"]]),
    ("[Trumps] Schwiegersohn [Jared Kushner] kam.", [[], ["Schwiegersohn"]]),
    ("Seine Frau [Olena Selenska] begleitete ihn.", [["Frau"]]),
    ("Die stellvertretende Ministerin [Anna Koval] ging.", [["stellvertretende Ministerin"]]),
    ("Der frühere Minister [Iwan Koval] ging.", [["Minister"]]),
    ("Ex-Minister [Iwan Koval] und Grünen-Politikerin [Anna Kern] kamen.", [["Ex-Minister"], ["Grünen-Politikerin"]]),
    ("Es schrieb Prof. Dr. [Anna Kern] aus Wien, Militärexperte Dr. [Karl Lang] antwortete.", [[], ["Militärexperte"]]),
    ("First Lady [Melania Trump] schrieb.", [["First Lady"]]),
    # what else stands between, and joined nouns
    ("Unternehmer, Stifter und Schwiegersohn [Jared Kern] kam.", [["Unternehmer", "Stifter", "Schwiegersohn"]]),
    ("Generalmajor a. D. [Iwan Koval] mahnte.", [["Generalmajor"]]),
    ("Ein Wachmann namens [Billy] schloss ab.", [["Wachmann"]]),
    ("Die alt Bundesrätin [Ruth Berg] kam.", [["alt Bundesrätin"]]),
    ("Klubobfrau [Eva Moser] und Landeshauptmann [Jo Lang] kamen.", [["Klubobfrau"], ["Landeshauptmann"]]),
    ("Der Haushälter [Oskar Sommer] rechnete.", [["Haushälter"]]),
    ("Der Vater des Kindes, der Matrose [Ilja Koval], kam.", [["Vater", "Matrose"]]),
    ("Die Witwe eines Mitarbeiters, die Lehrerin [Ida Haddad], kam.", [["Witwe", "Lehrerin"]]),
    ("Geschäftsführer der Firma ist der 61-jährige [Beat Iten].", [["Geschäftsführer"]]),
    ("Ihr Stellvertreter wird [Emre Polat].", [["Stellvertreter"]]),
    # behind the name
    ("[Anna Kern], Juristin und Abgeordnete von Fortschritt, sprach.", [["Juristin", "Abgeordnete"]]),
    ("[Iwan Koval], seit März Chef der Verwaltung, warnte.", [["Chef"]]),
    ("[Iwan Koval], 34, vor dem Krieg Lehrer in Sumy, dient.", [["Lehrer"]]),
    ("[Iwan Koval], selbst ein früherer General, drängte.", [["General"]]),
    ("[Ilja Koval], der serbische Parteichef und spätere Präsident Serbiens, kam.", [["Parteichef", "Präsident"]]),
    ("[Anna Kern] von der Universität Wien, Leiterin des Instituts, kam.", [["Leiterin"]]),
    ("[Anna Kern] (34, Bäckerin) half.", [["Bäckerin"]]),
    ("[Anna Kern] – die Chefin der Feuerwehr – half.", [["Chefin"]]),
    ("[Anna Kern], die bis zur Flucht Bürgermeisterin von Cherson war, half.", [["Bürgermeisterin"]]),
    ("[Anna Kern] war zuvor Anklägerin in Bern und Richterin in Genf.", [["Anklägerin", "Richterin"]]),
    ("Er ernannte den Ex-General [Keith Kern] zum Sondergesandten.", [["Ex-General", "Sondergesandter"]]),
    ("[Iwan Koval] tritt als Minister zurück.", [["Minister"]]),
    ("Sie entsandte [Iwan Koval] als Botschafter.", [["Botschafter"]]),
    ("[Berg] und [Lang] kamen, der eine Moldaus Vizepremier, der andere Chef in Genf.", [["Vizepremier"], ["Chef"]]),
    ("[Anna Berg], die als Ministerin Drohungen erhält, kam.", [["Ministerin"]]),
    ("Die Witwe eines in Haft gestorbenen Mitarbeiters, die Lehrerin [Ida Haddad], kam.", [["Witwe", "Lehrerin"]]),
    ("Er sprach mit [Ilja Koval], dem Stabschef, der einst als Oberst gedient hatte.", [["Stabschef", "Oberst"]]),
    ("Am Treffen nahm [Nils Aune] teil, der Sonderbeauftragte für den Sudan.", [["Sonderbeauftragter"]]),
    ("Die Mutter des Oppositionellen [Artur Koval], [Ida Koval], weinte.", [["Oppositioneller"], ["Mutter"]]),
    ("[Ramon Ortiz], genannt „El Mono“, war Kommandant der Guerilla.", [["Kommandant"]]),
    ("[Ada Lund] ist die vierte Direktorin in drei Jahren.", [["Direktorin"]]),
    ("Es kam [Ilja Koval], der 1995 als Unterhändler in Dayton saß.", [["Unterhändler"]]),
    ("Verein, dessen Gründerin [Ada Lund] gestern schwieg.", [["Gründerin"]]),
    ("Zur neuen Präsidentin des Gerichts wurde [Ada Lund] gewählt.", [["Präsidentin"]]),
    ("Vom Präsidenten wurde [Ada Lund] ernannt.", [[]]),
    ("Der Anwalt von [Karl M.], [Jo Kern], schwieg.", [[], ["Anwalt"]]),
    # what gives no role
    ("Geschrieben hat das Papier [Ada Lund] allein.", [[]]),
    ("Die Brüder [Castillo] flohen.", [[]]),
    ("Der Norweger [Jens Berg] und die Salzburgerin [Ida Lang] kamen.", [[], []]),
    ("Dort standen die Fahrzeuge [Ida Langs].", [[]]),
    ("Im Sommer [Jens Berg] zu treffen, misslang.", [[]]),
    ("[Iwan Koval] bot sich als Vermittler an.", [[]]),
    ("Er bezeichnete [Iwan Koval] als Diktator.", [[]]),
    ("[Iwan Koval] ist kein Diplomat.", [[]]),
    ("[Iwan Koval], den der Präsident entließ, schwieg.", [[]]),
    ("[Trump] ernannte einen Vertrauten zum Botschafter.", [[]]),
    ("Die Älteste, [Ida Haddad], weinte.", [[]]),
    ("Der Sprecher [Putins] schwieg.", [[]]),
    ("Ein Berater [Selenskyjs] schwieg.", [[]]),
    ("Frau [Anna Kern] und Herr [Karl Lang] kamen.", [[], []]),
    ("Der Republikaner [Ted Cruz] kam.", [[]]),
    ("Am Donnerstag [Donald Trump] zu treffen, misslang.", [[]]),
    ("Das sagte [Dmitri Peskow], der Präsident werde reisen.", [[]]),
    ("Das sagte [Dmitri Peskow], Präsident [Wladimir Putin] reise.", [[], ["Präsident"]]),
    ("Es kamen [Anna Kern], der Chef des Dienstes, [Karl Lang], und andere.", [[], ["Chef"]]),
    ("Er lobte den Präsidenten. [Donald Trump] dankte.", [[]]),
    ("Kremlchef\n[Wladimir Putin]", [[]]),
]


def people_of(marked: str) -> list[list[str]]:
    """Roles of the people whose names stand in brackets, in order of their first mention."""
    names, parts, at = [], [], 0
    for part in re.split(r"(\[[^\]]*\])", marked):
        bare = part.strip("[]") if part.startswith("[") else part
        if part.startswith("["):
            names.append(Name(bare, at, at + len(bare), "PER"))
        parts.append(bare)
        at += len(bare)
    people = link("".join(parts), names).people
    return [list(person.roles) for person in sorted(people, key=lambda person: person.mentions[0].start)]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence for sentence, _ in CASES])
def test_roles(sentence: str, expected: list[list[str]]) -> None:
    assert people_of(sentence) == expected


def _rows() -> list[tuple[str, str]]:
    lines = Path(__file__).parents[1].joinpath("cases", "roles.txt").read_text(encoding="utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), _rows())
def test_roles_of_a_table(text: str, expected: str) -> None:
    wanted = [sorted(one.split(", ")) if one != "-" else [] for one in expected.split(" | ")]
    assert [sorted(roles) for roles in people_of(text.replace("\\n", "\n"))] == wanted


def test_relation_of_a_title_in_the_genitive() -> None:
    assert people_of("US-Präsident [Donald Trumps] Plan. [Donald Trump] schwieg.") == [["US-Präsident"]]


@pytest.mark.parametrize("row", DATA["head"], ids=[row["head"] for row in DATA["head"]])
def test_every_head_is_found_in_its_example(row: dict[str, str]) -> None:
    words = re.findall(r"First Lady|[\w-]+", row["example"])
    found = [role_word(word, determiner, has_owner=True) for determiner, word in zip(["", *words], words, strict=False)]
    heads = {row["head"], row.get("feminine", ""), row["head"].removesuffix("e") + "in", row["head"].removesuffix("r")}
    assert any(role.text.lower().endswith(tuple(heads - {""})) for role in found if role)


@pytest.mark.parametrize("row", DATA["office"], ids=[row["words"][0] for row in DATA["office"]])
def test_every_office_takes_up_the_last_name_of_its_example(row: dict[str, str]) -> None:
    last = people_of(row["example"])[-1]
    assert len(last) == 1
    assert last[0].lower().endswith(tuple(row["words"]))


TAKEN_UP = [
    ("[Amal Haddad] ist eine von ihnen. Die Lehrerin aus Tyros, 41, hat die Schule geöffnet.", ["Lehrerin"]),
    (
        "Da kam [Madeleine Albright]. Lange redete die amerikanische Außenministerin auf [Thaçi] ein.",
        ["Außenministerin"],
    ),
    ("Präsident [Jo Selenskyj] kam. Der Staatschef dankte.", ["Präsident", "Staatschef"]),
    ("[Anna Berg] und [Karl Lang] kamen. Lange rangen die Moskauer Ministerin und der General.", ["Ministerin"]),
    (
        "Machthaber [Wladimir Putin] bat. So habe der Kremlherrscher in der letzten Stunde Präsident [Lang] gelobt.",
        ["Machthaber", "Kremlherrscher"],
    ),
    # whoever speaks on
    ("Da kam [Ida Kern]. Es war kalt. „Ich friere“, sagt die frühere Buchhalterin.", ["Buchhalterin"]),
    ("Die Juristin [Ida Kern] zögert. Es fehle Zeit, sagte die Diplomatin.", ["Juristin", "Diplomatin"]),
    ("Die Juristin [Ida Kern] zögert. Es fehle Zeit, sagte der Diplomat.", ["Juristin"]),
    ("Präsident [Jo Kern] zögert. Es fehle Zeit, sagte der UN-Beauftragte.", ["Präsident"]),
    ("[Ida Kern] zögert.\nEs fehle Zeit, sagte die Diplomatin.", []),
    ("[Ida Kern] zögert. Es fehle Zeit, sagte die Sprecherin.", []),
    ("[Ida Kern] zögert. Es fehle Zeit, sagte die Diplomatin [Ada Lund].", []),
    ("[Ida Kern] zögert. Es fehle Zeit, sagte die Leiterin des Amtes.", []),
    # nobody, or somebody else
    ("[Jo Lang] kam. Der Botschafter in London dankte.", []),
    ("[Jo Lang] kam. Der General, der neben ihm stand, lächelte.", []),
    ("[Macron] blieb dabei. Der Kanzler sagte Nein.", []),
    ("Minister [Jo Lang] kam. Der Präsident dankte.", ["Minister"]),
    ("[Jo Lang] kam mit [Jo Berg] und [Jo Kern]. Präsident [Jo Moser] blieb. Der Präsident dankte.", []),
    ("[Jo Lang] und [Jo Berg] kamen. Dann dankte der Präsident.", []),
    ("[Jo Lang] kam. [Jo Berg] hörte, wie der Präsident dankte.", []),
    ("[Jo Lang] kam. Der Präsident Serbiens dankte. Der Präsident des Gerichts auch.", []),
    ("[Jo Lang] kam. Der Präsident, [Jo Moser], dankte.", []),
    ("[Jo Lang] kam. Ein Präsident dankte, sein Präsident auch.", []),
    ("[Jo Lang] kam.\nDer Präsident dankte.", []),
    ("US-Präsident [Jo Trump] kam. [Jo Lang] ging. Der Präsident dankte.", ["US-Präsident"]),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_offices_that_take_up_the_first_person(text: str, expected: list[str]) -> None:
    assert people_of(text)[0] == expected


def test_heads_are_there_once() -> None:
    heads = [row["head"] for row in DATA["head"]]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize("word", DATA["traps"]["words"])
def test_traps(word: str) -> None:
    assert role_word(word) is None


@pytest.mark.parametrize("word", ["Sonntag", "Treffen", "Kiew", "Moment", "Parlament", "Termin", "Berlin", "chef", ""])
def test_no_roles(word: str) -> None:
    assert role_word(word) is None
