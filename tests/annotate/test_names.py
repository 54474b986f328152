"""The component on Docs whose entities a weak model might have given, and on no entities at all."""

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from peacetalks_cli.annotate import names  # noqa: F401  (registers the component)

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")


@pytest.fixture(scope="module")
def nlp() -> Language:
    """No model at all: what a base model finds is set by hand."""
    pipeline = spacy.blank("de")
    pipeline.add_pipe("peacetalks_names")
    return pipeline


def found(nlp: Language, marked: str) -> list[tuple[str, str]]:
    """What the component makes of a text in which a model has marked [words|LABEL]."""
    text, spans, last = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    text += marked[last:]
    doc = nlp.make_doc(text)
    ents = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans]
    doc.set_ents([ent for ent in ents if ent is not None])
    doc = nlp.get_pipe("peacetalks_names")(doc)
    return [(ent.text, ent.label_) for ent in doc.ents]


EXTENTS = [
    # titles, roles and articles are not part of a name
    ("[US-Präsident Donald Trump|PER] reist ab.", [("Donald Trump", "PER")]),
    ("Das sagte [Generalleutnant Wadym Skibizkyj|PER] gestern.", [("Wadym Skibizkyj", "PER")]),
    ("[Kremlchef Wladimir Putin|PER] schweigt.", [("Wladimir Putin", "PER")]),
    ("[Hamas-Mann Chalil Abu Nasser|PER] ging.", [("Chalil Abu Nasser", "PER")]),
    ("[Generalstabschef Howhannes Petrosjan|PER] ging.", [("Howhannes Petrosjan", "PER")]),
    ("[Nothilfekoordinatorin Clementine Okello|PER] ging.", [("Clementine Okello", "PER")]),
    ("Das meldet der [Landkreistag|ORG].", [("Landkreistag", "ORG")]),
    ("[Putins Sprecher Dmitri Peskow|PER] sprach.", [("Putins", "PER"), ("Dmitri Peskow", "PER")]),
    ("Das äußerte [Selenskyj Zweifel|PER].", [("Selenskyj", "PER")]),
    ("[US-Präsident Donald Trump|ORG] reist ab.", [("Donald Trump", "PER")]),
    ("Das sagte er dem [Nachrichtenportal Axios|LOC].", [("Axios", "ORG")]),
    ("[Frau Barabasch|PER], wie geht es Ihnen?", [("Barabasch", "PER")]),
    ("[Papst Leo XIV.|PER] betete.", [("Leo XIV.", "PER")]),
    ("Er verließ [die Ukraine|LOC].", [("Ukraine", "LOC")]),
    ("Er kam [aus Kiew|LOC] zurück.", [("Kiew", "LOC")]),
    # of a kind and a name only the name; of some the whole
    ("Kämpfe in der [Region Donezk|LOC].", [("Donezk", "LOC")]),
    ("Kämpfe im [Gebiet Charkiw|LOC].", [("Charkiw", "LOC")]),
    ("Kämpfe in der [Oblast Luhansk|LOC].", [("Luhansk", "LOC")]),
    ("Das [Atomkraftwerk Saporischschja|LOC] steht still.", [("Atomkraftwerk Saporischschja", "LOC")]),
    ("Ein Abzug aus der [Donbass-Region|LOC].", [("Donbass-Region", "LOC")]),
    ("Die Wahl in der Republik [Moldau|LOC] ist vorbei.", [("Republik Moldau", "LOC")]),
    ("Das schrieb die [Staatsagentur Tass|ORG].", [("Tass", "ORG")]),
    ("Das [Kinderhilfswerk Unicef|ORG] liefert Tische.", [("Unicef", "ORG")]),
    ("Die [Universität Rostock|ORG] hilft.", [("Universität Rostock", "ORG")]),
    (
        "die [Organisation für Sicherheit und Zusammenarbeit in Europa|ORG] berät",
        [("Organisation für Sicherheit und Zusammenarbeit in Europa", "ORG")],
    ),
    # one span of a model may hold several names
    ("([APA/Reuters/dpa|PER])", [("APA", "ORG"), ("Reuters", "ORG"), ("dpa", "ORG")]),
    ("[Kiew/Moskau|LOC] (dpa)", [("Kiew", "LOC"), ("Moskau", "LOC"), ("dpa", "ORG")]),
    ("Die Achse [Moskau–Peking|LOC] hält.", [("Moskau", "LOC"), ("Peking", "LOC")]),
    ("[Steve Witkoff und Jared Kushner|PER] kommen.", [("Steve Witkoff", "PER"), ("Jared Kushner", "PER")]),
    ("auf der Plattform [X. Russland|ORG] schwieg.", [("X", "ORG"), ("Russland", "LOC")]),
    ("die taz und [Die Zeit|ORG] berichten", [("taz", "ORG"), ("Die Zeit", "ORG")]),
    ("[Demirels Anwalt|PER] und [Orhan las|PER] vor", [("Demirels", "PER"), ("Orhan", "PER")]),
    # who is behind a first name that nobody knows; what is no person though a person is called so
    ("Wirt [Tünnes|PER] Spatz (62) lacht.", [("Tünnes Spatz", "PER")]),
    ("Der Bürgermeister von [Kalwa|PER] bat.", [("Kalwa", "LOC")]),
    ("Das schrieb die [Bagdader Zeitung|ORG] „[Al-Sabah|ORG]“.", [("Al-Sabah", "ORG")]),
    ("Er kommt vom [Analysehaus Vortexo|ORG].", [("Vortexo", "ORG")]),
    ("Die [Tutsi-Miliz|ORG] [BXDR|ORG] rückt vor.", [("BXDR", "ORG")]),
    ("[Kevin Fuchs|PER] kam. [Fuchs|PER] sang. Ein Fuchs bellte.", [("Kevin Fuchs", "PER"), ("Fuchs", "PER")]),
    # a genitive belongs to the mention
    ("[Putins|PER] Sprecher", [("Putins", "PER")]),
]

NOTHING = [
    # times, one of which is called like a newspaper
    "Der Zug kam 20 Minuten später, am [3. Sept|ORG] war er pünktlich.",
    "Angriffe der [RSF-Miliz|ORG] wurden gemeldet.",
    "[Der Kremlchef|PER] empfing den [US-Präsidenten|PER].",
    "Die [US-Regierung|ORG] und die [Trump-Regierung|ORG] verhandeln.",
    "Der [Ukraine-Krieg|MISC] und der [Russland-Besuch|LOC] dauern an.",
    "Ein [Selenskyj-Berater|PER] und eine [Grünen-Politikerin|PER] kamen.",
    "[Ukrainer|PER], [Russen|PER] und [Amerikaner|LOC] trafen sich.",
    "Die [russische|LOC] [Armee|ORG] und die [ukrainische Luftwaffe|ORG] melden nichts.",
    "Das [Ministerium|ORG] schweigt.",
    "Der [Generalstab|ORG] und die [Nationalgarde|ORG] melden nichts.",
    "Eine [Rakete|LOC] traf ein [Gebäude|LOC], sagte ein [Sprecher|PER].",
    "[Russische|LOC] Truppen rücken vor.",
    "[Kiewer|LOC] Behörden warnen.",
    "Er fordert [Taurus|ORG] und [Patriot|ORG].",
    "[Stand|PER]: 07.02.2026 15:56 Uhr",
    "Das ist, als würde der [Sprecher|PER] mit seinem [Koch|PER] reden.",
    "Das [Verhandlungsgeschick|ORG] am [Karfreitag|ORG] war gut.",
    "Der Frachter „[Golden Harvest|ORG]“ und der Tanker [Aurora Mist|LOC] brennen.",
    "Text\nVon: [Agenturen|PER]\nMehr",
    # words in capitals because they begin a sentence
    "[Lieber|PER] bliebe sie. „[Erfrorene|PER] Zehen“, sagt er. [Früher|LOC] war es so.",
    # what is counted, storms, early in the morning, capitals for emphasis
    "Das kostet 33 Milliarden [Schilling|PER], nach 10.000 [Schilling|PER].",
    "Der Zyklon „[Hidaya|PER]“ zog ab. Seit [Mittwochfrüh|PER] ist es ruhig. [MINUS|ORG] 18 Grad!",
    "Am Tag des heiligen [Florian|PER] läutet es. Die Operation „[Simeon|PER]“ beginnt.",
    "Die Drohne „[Hassan|PER]“ flog, der Satellit „[Carl Gauß|PER]“ auch.",
    "Die Korvette „Kapitän [Usow|PER]“ sank. [Traurig|PER]. [Still|PER] blieben die Gassen.",
    # common nouns, known or by their letters
    "Sie führte [Buch|PER], er schrieb. Ob es [Jäger|PER] waren?",
    "Mit [Asylwerbern|PER] und [Habichtfallen|LOC], trotz der [Steuertricksereien|ORG].",
]

FOUND_WITHOUT_A_MODEL = [
    ("Dann kam O’Brien, dann Massimo D’Alema.", [("O’Brien", "PER"), ("Massimo D’Alema", "PER")]),
    ("An der Côte d’Azur sagte er: D’accord.", []),
    ("Er war bei der 3. Brigade der Nationalgarde.", [("3. Brigade der Nationalgarde", "ORG")]),
    ("J. R. Moehringer half ihm.", [("J. R. Moehringer", "PER")]),
    ("Da schwieg KP Sharma Oli.", [("KP Sharma Oli", "PER")]),
    ("Pak Yong Nam, so heißt er, schwieg.", [("Pak Yong Nam", "PER")]),
    ("Die Brüder Castro regierten lange.", [("Castro", "PER")]),
    ("Am Ufer des Flusses Ansobra suchen sie.", [("Ansobra", "LOC")]),
    ("Sie sah Rossija 1. Danach schlief sie.", [("Rossija 1", "ORG")]),
    ("Es kam Mainz 05. Das Spiel endete.", [("Mainz", "LOC")]),
    ("Das Hochwasser traf Ybbsitz und Linz.", [("Ybbsitz", "LOC"), ("Linz", "LOC")]),
    ("Kim Tag für Tag.", []),
    ("Er kam am 1. Mai, er ging am 3. Juni.", []),
    # a first name and a surname; a role and what stands behind it
    ("Auch Viktor Orbán und Ursula von der Leyen kamen.", [("Viktor Orbán", "PER"), ("Ursula von der Leyen", "PER")]),
    ("Es sprach John F. Kennedy.", [("John F. Kennedy", "PER")]),
    ("Der Minister Faisal bin Farhan sprach.", [("Faisal bin Farhan", "PER")]),
    ("Die Agronomin Tamila Hontschar fährt.", [("Tamila Hontschar", "PER")]),
    ("Der Brite Keir Starmer kam.", [("Keir Starmer", "PER")]),
    ("Der Politologe Samuel Charap von der Partei sprach.", [("Samuel Charap", "PER")]),
    ("Außenminister Araghchi sprach mit Bischof Nikodim.", [("Araghchi", "PER"), ("Nikodim", "PER")]),
    ("Dann sang Emir Kurtović.", [("Emir Kurtović", "PER")]),
    ("Man suchte Osama bin Boden.", [("Osama bin Boden", "PER")]),
    ("Bei Hugo Boss wird gestreikt.", [("Hugo Boss", "ORG")]),
    ("Will Deutschland das?", [("Deutschland", "LOC")]),
    ("Die Premier League beginnt.", []),
    ("Der Betreiber Prykarpat schweigt.", [("Prykarpat", "ORG")]),
    # bodies with their field, federal bodies, abbreviations, numbered units
    (
        "die Internationale Organisation für Migration und das Zentrum für humanitären Dialog",
        [("Internationale Organisation für Migration", "ORG"), ("Zentrum für humanitären Dialog", "ORG")],
    ),
    (
        "Die Europäische Bank für Wiederaufbau und Entwicklung zahlt.",
        [("Europäische Bank für Wiederaufbau und Entwicklung", "ORG")],
    ),
    ("Das Bundesverwaltungsgericht und die Bundesbank", [("Bundesverwaltungsgericht", "ORG"), ("Bundesbank", "ORG")]),
    ("Nach Angaben von UKMTO fuhr das Schiff.", [("UKMTO", "ORG")]),
    ("ZWEI TOTE BEI PROTESTEN", []),
    ("Ein LKW mit GPS.", []),
    ("Soldaten des Panzerbataillons 393 übten.", [("Panzerbataillons 393", "ORG")]),
    (
        "Die Grünen und die Union streiten, auf der Grünen Linie auch.",
        [("Grünen", "ORG"), ("Union", "ORG"), ("Grünen Linie", "LOC")],
    ),
    ("Die Grünen und die Union streiten auf der Grünen Welle.", [("Grünen", "ORG"), ("Union", "ORG")]),
    ("Das sagte er der Tageszeitung Der Standard.", [("Der Standard", "ORG")]),
    ("DIE ZEIT, Nr. 8", [("DIE ZEIT", "ORG")]),
    ("Sie sagte, die Zeit sei knapp. Die Zeit drängt.", []),
    # places that no list knows
    (
        "Das Kodori-Tal und die Schellengasse",
        [
            ("Kodori-Tal", "LOC"),
            ("Schellengasse", "LOC"),
        ],
    ),
    ("Die Gas-Pipeline und die Hauptstraße im Landkreis", []),
    ("Ein Mann aus Qysyl Adoba und das Dorf Jaryksuka", [("Qysyl Adoba", "LOC"), ("Jaryksuka", "LOC")]),
    ("CELLENBURG. Sieben Lastwagen fuhren.", [("CELLENBURG", "LOC")]),
    ("Von: APA/Reuters/dpa", [("APA", "ORG"), ("Reuters", "ORG"), ("dpa", "ORG")]),
    ("Das teilte er auf Telegram mit.", [("Telegram", "ORG")]),
    ('Das berichtete die "Financial Times".', [("Financial Times", "ORG")]),
    ("Er schrieb auf der Online-Plattform X.", [("X", "ORG")]),
    ("Das X steht für nichts.", []),
    ("Der Zeitung „Bild“ sagte er das.", [("Bild", "ORG")]),
    ("Ein Bild der Zerstörung.", []),
    ("Das Verteidigungsministerium bestätigte das.", [("Verteidigungsministerium", "ORG")]),
    ("Kritik an der NATO und der EU-Kommission.", [("NATO", "ORG"), ("EU-Kommission", "ORG")]),
    ("Ein Treffen in Abu Dhabi.", [("Abu Dhabi", "LOC")]),
    ("Moskau droht, Kiews Führung lehnt ab.", [("Moskau", "LOC"), ("Kiews", "LOC")]),
    ("KIEW (dpa) - Es wird kalt.", [("KIEW", "LOC"), ("dpa", "ORG")]),
    ("Die Huthi-Miliz griff das Gaskraftwerk Safer an.", [("Huthi-Miliz", "ORG"), ("Gaskraftwerk Safer", "LOC")]),
    (
        "Die 47. Mechanisierte Brigade und das 225. Sturmregiment kämpfen, die Spartan-Brigade auch.",
        [("47. Mechanisierte Brigade", "ORG"), ("225. Sturmregiment", "ORG"), ("Spartan-Brigade", "ORG")],
    ),
    ("Zum 80. Mal tagte die Division.", []),
    ("Das teilte Sumyoblenergo mit.", [("Sumyoblenergo", "ORG")]),
    ("In den Vereinigten Arabischen Emiraten wird beraten.", [("Vereinigten Arabischen Emiraten", "LOC")]),
]

LABELS = [
    ("Der [Mobilfunkanbieter Salto|ORG] wächst.", [("Salto", "ORG")]),
    ("Das Auktionshaus Gray Owl Group wächst.", [("Gray Owl Group", "ORG")]),
    ("In der [Ziltendorfer|LOC] Niederung stieg das Wasser.", [("Ziltendorfer Niederung", "LOC")]),
    ("Das sagte [Bundesrat|ORG] [Martin Pfister|PER].", [("Martin Pfister", "PER")]),
    ("Die Farben sind [Schwarz|ORG] und [Weiß|PER].", []),
    ("Frau [Jana Weiß|PER] kam. [Weiß|PER] ging in Schwarz und Weiß.", [("Jana Weiß", "PER"), ("Weiß", "PER")]),
    # what is cut off or left out
    ("Das sagte [Omar M. Dem Staatsanwalt|PER] sagte er mehr.", [("Omar M.", "PER")]),
    ("Es kam Hilfe des [Roten Kreuzes für|ORG] 76 Leute.", [("Roten Kreuzes", "ORG")]),
    ("[War Kohlmann|LOC] zu laut?", [("Kohlmann", "PER")]),
    ("Am [Salzburger Flughafen|LOC] und im [Welser Rathaus|LOC] war es still.", []),
    (
        "In der [Mariahilfer Straße|LOC] und an der [Berliner Mauer|LOC] war es still.",
        [("Mariahilfer Straße", "LOC"), ("Berliner Mauer", "LOC")],
    ),
    ("Seine Frau, eine [Wirtschaftspädagogin|PER], kam.", []),
    ("Das sagte [Coach|PER] Arsene Wenger.", [("Arsene Wenger", "PER")]),
    # joined to names whose label is sure
    (
        "Busse kamen aus [Linz|LOC], [Steyr|LOC], [Pibbs|PER] und [Wels|LOC].",
        [("Linz", "LOC"), ("Steyr", "LOC"), ("Pibbs", "LOC"), ("Wels", "LOC")],
    ),
    (
        "Die Aktien von [Rheinmetall|ORG], [Krugg|PER] und [Airbus|ORG] fielen.",
        [("Rheinmetall", "ORG"), ("Krugg", "ORG"), ("Airbus", "ORG")],
    ),
    (
        "Es fehlten [Olga Hofer|PER] (Knie), [Emma Gruber|PER] (krank) und [Njie|LOC] (gesperrt).",
        [("Olga Hofer", "PER"), ("Emma Gruber", "PER"), ("Njie", "PER")],
    ),
    (
        "[Jan Krugg|PER] kam. Mit [SPD|ORG], [Krugg|PER] und [FDP|ORG] sprach er.",
        [("Jan Krugg", "PER"), ("SPD", "ORG"), ("Krugg", "PER"), ("FDP", "ORG")],
    ),
    # a nickname, an apposition that says who it is, a cantonal abbreviation
    ("Der Rapper, den alle nur [Tomba|LOC] nennen, zahlte.", [("Tomba", "PER")]),
    ("[Tibor Kun|PER], genannt [Zwibbl|ORG], floh.", [("Tibor Kun", "PER"), ("Zwibbl", "PER")]),
    ("[Bolo Tinibu|LOC], Präsident [Nigerias|LOC], reiste ab.", [("Bolo Tinibu", "PER"), ("Nigerias", "LOC")]),
    (
        "Nationalrat [Urs Graf|PER] ([Grüne|ORG], [BS|ORG]) fragte.",
        [("Urs Graf", "PER"), ("Grüne", "ORG"), ("BS", "LOC")],
    ),
    ("Er war Bischof von [Homs|LOC].", [("Homs", "LOC")]),
    ("Dann lieferte [Kasogaz|LOC] wieder.", [("Kasogaz", "ORG")]),
    # ships and storms, in rows too
    ("Die Schiffe „[Kairos|LOC]“ und „[Virat|ORG]“ brannten.", []),
    ("An Bord der „[Gorch Fock|ORG]“ wurde gesungen.", []),
    ("Sturm „[Paula|PER]“ zog ab.", []),
    ("Das Segelschiff „Alexander von Humboldt“ liegt fest.", []),
    ("Im [Istanbuler Dolmabahçe-Palast|LOC] war Licht.", [("Dolmabahçe-Palast", "LOC")]),
    # what the word before says it is
    ("Die Modekette [Marani|PER] wächst.", [("Marani", "ORG")]),
    ("Der Autobauer [Vestra|PER] klagt.", [("Vestra", "ORG")]),
    ("Der Fonds [Warburg|PER] stieg ein.", [("Warburg", "ORG")]),
    ("Das Portal [NetzWerkStadt|ORG] fand das heraus.", [("NetzWerkStadt", "ORG")]),
    ("Die [BürgerInnen|ORG] zahlen.", []),
    ("Laut Rotem Kreuz fehlt Wasser.", [("Rotem Kreuz", "ORG")]),
    ("Der Naturschutzbund klagt, der Städtetag auch.", [("Naturschutzbund", "ORG"), ("Städtetag", "ORG")]),
    ("[WIEN|LOC] (APA/Reuter) – Er schwieg.", [("WIEN", "LOC"), ("APA", "ORG"), ("Reuter", "ORG")]),
    ("Am [Stefanitag|LOC] und zu [Fronleichnam|LOC] ist zu.", []),
    ("Man traf sich auf dem [Jüdischen Friedhof|LOC].", []),
    (
        "In der Friedensstraße, der Karlskirche und auf der Tauernautobahn brannte es.",
        [("Friedensstraße", "LOC"), ("Karlskirche", "LOC"), ("Tauernautobahn", "LOC")],
    ),
    ("Auf der Datenautobahn, in der Pfarrkirche und am Parkplatz war es still.", []),
    ("in den [Niederlanden|LOC] und im [Attergau|LOC]", [("Niederlanden", "LOC"), ("Attergau", "LOC")]),
    ("Das schrieb das Blatt „[Koha Ditore|PER]“.", [("Koha Ditore", "ORG")]),
    ("Die Mission „Eastern Sentry“ begann.", []),
    ("Um zehn Uhr [New Yorker|LOC] Zeit", []),
    # an apposition says what a name is
    ("Auch [Tarnex|PER], die kleine Oppositionspartei, stimmte zu.", [("Tarnex", "ORG")]),
    ("Vor allem [Qulqala|ORG], die Provinzhauptstadt, leidet.", [("Qulqala", "LOC")]),
    # bodies of English name, chambers, a paper in its own header line, staffs with their field
    (
        "Der britische Halo Trust räumt, das National Peace Council nicht.",
        [("Halo Trust", "ORG"), ("National Peace Council", "ORG")],
    ),
    (
        "in der Kommission des Nationalrats, im Ständerat, für Nationalrat Urs Bühler",
        [("Nationalrats", "ORG"), ("Ständerat", "ORG"), ("Urs Bühler", "PER")],
    ),
    ("Der Tagesspiegel, Montag, 3. März", [("Der Tagesspiegel", "ORG")]),
    ("wie der Koordinationsstab für Kriegsgefangene mitteilte", [("Koordinationsstab für Kriegsgefangene", "ORG")]),
    ("Die Oppositionspartei PDI-P warnte.", [("PDI-P", "ORG")]),
    ("Experte Karl Roth (Bundeswehr-Uni [Hamburg|LOC])", [("Karl Roth", "PER"), ("Bundeswehr-Uni Hamburg", "ORG")]),
    # people in capitals, behind "heißt", with a common noun as surname
    ("Von JAN FELLNER und OKSANA HRYTSAJ", [("JAN FELLNER", "PER"), ("OKSANA HRYTSAJ", "PER")]),
    ("Sein Problem heißt Tamika Oludara.", [("Tamika Oludara", "PER")]),
    ("Polizeivizepräsident [Franz|PER] Eigner kam.", [("Franz Eigner", "PER")]),
    # clubs, brothers, what someone calls himself, a list of places, a lane
    ("Der Meister [Larnbrook FC|PER] und [Tolgan Celtic|LOC]", [("Larnbrook FC", "ORG"), ("Tolgan Celtic", "ORG")]),
    ("Er verlor seine Brüder Mossadu und Tolan.", [("Mossadu", "PER")]),
    ("Ein Mann, der sich [Dauruk|LOC] nennt, kam.", [("Dauruk", "PER")]),
    (
        "[Kufstein|LOC], [Ebbsing|PER] und [Wörgl|LOC]",
        [("Kufstein", "LOC"), ("Ebbsing", "LOC"), ("Wörgl", "LOC")],
    ),
    ("Händler in der Neubaugasse und in der Sackgasse", [("Neubaugasse", "LOC")]),
    # rivers; a canton behind its town
    ("Die Aare und die Wowtscha stiegen.", [("Aare", "LOC"), ("Wowtscha", "LOC")]),
    ("Oberhalb von [Guttannen BE|LOC] rutscht es.", [("Guttannen", "LOC")]),
    # a facility with its kind, a district by its landscape
    ("Ein Brand im Umspannwerk [Tolbach|LOC]", [("Umspannwerk Tolbach", "LOC")]),
    ("im Donnersbergkreis, im Bekanntenkreis", [("Donnersbergkreis", "LOC")]),
    # what goes on behind a person, and the person before a relation
    ("[Samir Haddad am Montag|PER] in Genf", [("Samir Haddad", "PER"), ("Genf", "LOC")]),
    ("[Ilja Krawtschuk Vertreter|PER] kamen.", [("Ilja Krawtschuk", "PER")]),
    ("Laut [Tarnuks Schwager|ORG] regnet es.", [("Tarnuks", "PER")]),
    ("[Nationalrätin Ruth Zgraggen|PER] fragte.", [("Ruth Zgraggen", "PER")]),
    ("[Wildtierbiologin Ruth Zgraggen|PER] warnte.", [("Ruth Zgraggen", "PER")]),
    ("Das sagte Finanzminister Richter gestern.", [("Richter", "PER")]),
    ("„Nein“, so [Denise|PER] Nachtigall, Sprecherin.", [("Denise Nachtigall", "PER")]),
    ("[Hotel-Koch Bruno Maus|PER] (51)", [("Bruno Maus", "PER")]),
    ("[Jugoslawien|ORG] zerfiel.", [("Jugoslawien", "LOC")]),
    ("Das sagte die [Grazer Ärztin Veronika Sommer|LOC] gestern.", [("Veronika Sommer", "PER")]),
    ("Kämpfe nahe [Ansongolo|ORG] dauern an.", [("Ansongolo", "LOC")]),
    ("Die Lehrerin [Fatimetu Mohamed Salem|ORG] kam.", [("Fatimetu Mohamed Salem", "PER")]),
    ("Der [Imam Schamil|PER] betete.", [("Schamil", "PER")]),
    ("die [EU 62 Millionen Euro|ORG]", [("EU", "ORG")]),
    ("laut [Welthungerhilfe Brot|ORG]", [("Welthungerhilfe", "ORG")]),
    ("seit [Kundus 2010|LOC]", [("Kundus", "LOC")]),
    ("Ein Treffen in [Abu Dhabi|PER].", [("Abu Dhabi", "LOC")]),
    ("[Reuters|PER] meldet", [("Reuters", "ORG")]),
    ("wie der [Kreml|LOC] mitteilte", [("Kreml", "ORG")]),
    ("Er wurde im [Kreml|ORG] empfangen.", [("Kreml", "LOC")]),
    ("Das sagte Verteidigungsminister [Pete Hegseth|ORG].", [("Pete Hegseth", "PER")]),
    ("Der Sender [Telegram|MISC] schweigt.", [("Telegram", "ORG")]),
    ("Die Zeitung [Dagens Nyheter|LOC] berichtet.", [("Dagens Nyheter", "ORG")]),
    ("vor dem [Bezirksgericht Visby|LOC]", [("Bezirksgericht Visby", "ORG")]),
    ("die [Fuldatal Handels GmbH|LOC]", [("Fuldatal Handels GmbH", "ORG")]),
    ("[BELGRAD|LOC] ([Tanjug|LOC]) – Es regnet.", [("BELGRAD", "LOC"), ("Tanjug", "ORG")]),
    ("[Friedrich Merz|PER] (CDU) spricht.", [("Friedrich Merz", "PER"), ("CDU", "ORG")]),
    ("[Uschakow|PER] und [Witkoff|LOC] kamen.", [("Uschakow", "PER"), ("Witkoff", "PER")]),
]

CONSISTENT = [
    # a day or a common noun that is also a surname, where no common noun stands so
    (
        "Landrat [Manfred Sonntag|PER] sprach. Bis Mai will Sonntag bauen. Am Sonntag ist Wahl.",
        [("Manfred Sonntag", "PER"), ("Sonntag", "PER")],
    ),
    (
        "[Anna Herbst|PER] sprach. Herbsts Verwaltung kauft ein. Im Herbst ist Wahl.",
        [("Anna Herbst", "PER"), ("Herbsts", "PER")],
    ),
    ("[Bert König|PER] kam. König steuerte. Der König ging.", [("Bert König", "PER"), ("König", "PER")]),
    # what the word before says outweighs a guess
    (
        "Die Gewerkschaft [Torvidi|PER] streikt. [Torvidi|PER] will mehr, [Torvidi|PER] droht, [Torvidi|PER] geht.",
        [("Torvidi", "ORG")] * 4,
    ),
    (
        "Die Organisation [Wostokhilf|ORG] kam. [Wostokhilf|PER] ging.",
        [("Wostokhilf", "ORG"), ("Wostokhilf", "ORG")],
    ),
    # found once, found everywhere: genitive, surname alone, capitals
    (
        "[Steve Witkoff|PER] kam. Witkoff ging. Witkoffs Auto fuhr. WITKOFF SCHWEIGT",
        [("Steve Witkoff", "PER"), ("Witkoff", "PER"), ("Witkoffs", "PER"), ("WITKOFF", "PER")],
    ),
    # the full name says what the surname is
    (
        "[Wolodimir Selenskij|PER] kam. [Selenskij|LOC] ging.",
        [("Wolodimir Selenskij", "PER"), ("Selenskij", "PER")],
    ),
    # the majority decides
    (
        "[Umjerow|PER] kam, [Umjerow|ORG] blieb, [Umjerow|PER] ging.",
        [("Umjerow", "PER"), ("Umjerow", "PER"), ("Umjerow", "PER")],
    ),
    # not inside a compound, and no common noun
    ("[Steve Witkoff|PER] kam. Der Witkoff-Plan lag vor.", [("Steve Witkoff", "PER")]),
    ("[Holger Sommer|PER] kam. Im Sommer ist es heiß.", [("Holger Sommer", "PER")]),
    (
        "[Holger Sommer|PER] kam. Das sagte Sommer.",
        [("Holger Sommer", "PER"), ("Sommer", "PER")],
    ),
    ("Der Unterhändler Abdulkader [al-Murtada|PER] kam.", [("Abdulkader al-Murtada", "PER")]),
    # a surname that is a common noun: with an article or a number it is the noun
    (
        "Außenminister [Joschka Fischer|PER] kam. Für Fischer war es spät. Drei Fischer fehlten.",
        [("Joschka Fischer", "PER"), ("Fischer", "PER")],
    ),
    (
        "Anwalt [Heribert Schwan|PER] kam. Er hörte, wie Schwan zwischen Meyer und Schwan vermittelte.",
        [("Heribert Schwan", "PER"), ("Schwan", "PER"), ("Schwan", "PER")],
    ),
    # the adjective from which a surname comes
    (
        "[Dirk Lustig|PER] geht. [Lustig|PER] finde er das nicht, sagte Lustig.",
        [("Dirk Lustig", "PER"), ("Lustig", "PER")],
    ),
    # two names side by side
    (
        "[Doris Palmer|PER] und [Uwe von der Tann|PER] kamen. Dann rief [Palmer Von der Tann|PER] an.",
        [("Doris Palmer", "PER"), ("Uwe von der Tann", "PER"), ("Palmer", "PER"), ("Von der Tann", "PER")],
    ),
    (
        "[Lutz Palmer|PER] kam. Das sagte in [Österreich Palmer|ORG] selbst.",
        [("Lutz Palmer", "PER"), ("Österreich", "LOC"), ("Palmer", "PER")],
    ),
    # particles, small and big
    (
        "[Jorge da Costa|PER] kam. Da sagte da Costa etwas. Da Costa ging.",
        [("Jorge da Costa", "PER"), ("da Costa", "PER"), ("Da Costa", "PER")],
    ),
    (
        "[Nasser al-Harthi|PER] kam. Al-Harthi ging.",
        [("Nasser al-Harthi", "PER"), ("Al-Harthi", "PER")],
    ),
    # a space too many
    ("Der Sprecher Nikos  Skourletis kam.", [("Nikos  Skourletis", "PER")]),
    ("Das schrieb die Gratiszeitung „20 Minuten“ am Montag.", [("20 Minuten", "ORG")]),
    # the first name that a model left out
    ("Auch Jared [Kushner|PER] ist dabei.", [("Jared Kushner", "PER")]),
]


@pytest.mark.parametrize(("marked", "expected"), EXTENTS + FOUND_WITHOUT_A_MODEL + LABELS + CONSISTENT)
def test_names(nlp: Language, marked: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_no_names(nlp: Language, marked: str) -> None:
    assert found(nlp, marked) == []


def test_only_the_three_labels_are_left(nlp: Language) -> None:
    assert found(nlp, "Der [Eurovision Song Contest|MISC] begann.") == []


def test_on_top_of_a_ruler() -> None:
    pipeline = spacy.blank("de")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Rustem Umjerow"}])  # type: ignore[attr-defined]
    pipeline.add_pipe("peacetalks_names")
    doc = pipeline("Rustem Umjerow sprach. Umjerows Worte blieben.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Rustem Umjerow", "PER"), ("Umjerows", "PER")]


WORDS = st.sampled_from(
    [
        *(
            "Putin",
            "Putins",
            "Kiew",
            "KIEW",
            "Kreml",
            "Reuters/dpa",
            "Moskau–Kiew",
            "X.",
            "auf",
            "der",
            "die",
            "Region",
        ),
        *("Donezk", "Steve", "Witkoff", "Sommer", "„Bild“", "US-Präsident", "und", "(", ")", "/", ".", ",", "\n", "'"),
        *(
            "Herr",
            "Ukrainer",
            "Taurus",
            "Vereinigten",
            "Staaten",
            "Financial",
            "Times",
            "Leo",
            "XIV.",
            "Cassis'",
            "-",
            "",
        ),
    ]
)


@settings(deadline=None)  # the first example reads the lists
@given(words=st.lists(WORDS, max_size=25), data=st.data())
def test_spans_never_overlap_and_keep_their_text(nlp: Language, words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    doc = nlp.make_doc(text)
    marks = data.draw(st.lists(st.tuples(st.integers(0, len(doc)), st.integers(1, 4)), max_size=4))
    at, ents = 0, []
    for start, length in sorted(marks):
        if at <= start < len(doc):
            at = min(start + length, len(doc))
            ents.append(doc[start:at])
            ents[-1].label_ = data.draw(st.sampled_from(["PER", "LOC", "ORG", "MISC"]))
    doc.set_ents(ents)
    doc = nlp.get_pipe("peacetalks_names")(doc)
    assert doc.text == text
    assert all(text[ent.start_char : ent.end_char] == ent.text for ent in doc.ents)
    ends = [0, *(ent.end_char for ent in doc.ents)]
    assert all(ent.start_char >= end for ent, end in zip(doc.ents, ends, strict=False))
    assert {ent.label_ for ent in doc.ents} <= {"PER", "LOC", "ORG"}
    assert not any(ent.text != ent.text.strip() for ent in doc.ents)


def test_empty(nlp: Language) -> None:
    assert nlp("").ents == ()


@pytest.mark.parametrize("word", ["a" * 100_000, "A" * 100_000, "Ab-" * 30_000, "platz" * 20_000, "A/" * 30_000])
def test_a_word_without_end_takes_no_time(nlp: Language, word: str) -> None:
    doc = nlp.make_doc(f"In {word} war es kalt.")
    doc.set_ents([Span(doc, 0, len(doc) - 4, label="LOC")])
    assert nlp.get_pipe("peacetalks_names")(doc).text == doc.text


def test_many_repeated_names_take_no_time(nlp: Language) -> None:
    doc: Doc = nlp("Steve Witkoff " * 5_000)
    assert len(doc) == 10_000
