"""Which single words can be names, by the guidelines and by what is known of the word."""

import re
from functools import lru_cache
from typing import Final

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_compounds import is_plain_compound
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import is_distinct, lookup

CANTONS: Final = frozenset(
    "AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH".split()  # noqa: SIM905
)
NAME_CLASSES: Final = FIRST_NAME | SURNAME | PLACE
_LONG: Final = 12  # letters: next to every German word of this length is a compound
MEMO: Final = 8192  # words; an article asks for the same ones again and again
_LONGEST: Final = 60  # letters; keeps the patterns below fast on what is no word
ADJECTIVE = re.compile(r"[\w-]{2,}(?:isch|lich|ehemalig|neu|alt|groß|link|recht)(?:e[rnsm]?)$", re.IGNORECASE)
_PLACE_ADJECTIVE = re.compile(r"[\w-]{3,}(?:er)$")
NAMED_BODY = re.compile(
    r"(?:EU|UN|Uno|UNO|US|Nato|NATO|OSZE|AU|[A-Z][a-z]{3,})-(?:Kommission|Parlament|Rat|Sicherheitsrat|Vollversammlung|"
    r"Generalversammlung|Senat|Kongress|Repräsentantenhaus|Miliz|Menschenrechtsrat|Brigade|Regiment|Bataillon|Division|Korps|\w{3,}(?:programm|hilfswerk)|"
    r"\w{3,}ministerium)s?|[A-Z]\w{3,}(?:oblener[gh]o|energo|enerho)s?"
)
_UNITS: Final = ("brigade", "regiment", "bataillon", "division", "armee", "korps", "flotte")
_UNIT_ENDS: Final = (*_UNITS, *(f"{unit}s" for unit in _UNITS))
MINISTRY = re.compile(r"[A-ZÄÖÜ][\w-]{3,}ministeriums?")
_NAMED_BODY = re.compile(
    r"(?:bundes|landes|schwarzmeer|nordmeer|verfassungs|grenz)\w+|[\w-]+(?:flotte|brigade|gericht|gerichtshof|korps)s?",
    re.IGNORECASE,
)
_BODY_END = re.compile(
    r"-(?:kommission|parlament|rat|sicherheitsrat|vollversammlung|generalversammlung|senat|kongress|repräsentantenhaus|"
    r"zentrum|institut|stiftung|universität|brigade|bataillon|regiment|division|flotte|bank|gruppe|partei|agentur|"
    r"\w*hilfswerk|\w*ministerium|miliz|\w{3,}programm|gericht|gerichtshof|ausschuss|verband|verein|fonds|"
    r"klinik|klinikum|hospital|krankenhaus|krankenhauses|kirche|seminar|werft|brigaden|armee|akademie|schule|union|liga|bewegung|zeitung|nachrichten|anzeiger|sda|afx|gmbh|ag)s?$",
    re.IGNORECASE,
)
_BODY_HEAD = re.compile(
    r"\w+(?:bund|amt|rat|tag|kammer|bank|werke?n?|hilfe|dienst|zeitung|blatt|bote|kurier|presse|verband|verein|gewerkschaft|"
    r"behörde|agentur|gesellschaft|stiftung|institut|kirche|garde|wehr|front|union|liga|klub|club|theater|oper|museum|"
    r"universität|schule|akademie|konzern|gruppe|werft|börse|polizei|gericht|anwaltschaft|ministerium|departement|"
    r"kommission|ausschuss|parlament|senat|partei|bewegung|bündnis|netz|dialog|forum|fonds|post|bahn|funk|sender)(?:e?s)?"
)
_PLACE_END = re.compile(
    r"-(?:region|gebiet|halbinsel|insel|provinz|brücke|palast|straße|strasse|platz|see|stausee|meer|kanal|tal|gebirge|"
    r"fluss|hafen|flughafen|bahnhof|stadt|stahlwerk|zementwerk|bergwerk|chemiewerk|hütte|haus|alm|mine|zeche|gefängnis|streifen|höhen|pass|pipeline|damm|kraftwerk|arm|delta|bucht|wüste|"
    r"korridor|berg|allee|gasse|ebene|untiefe|werk|werke|arena|schanze|gebäude|halle|inseln|gletscher|riff|schlucht|park|stadion|kathedrale|kloster|moschee|kaserne|boulevard|kirche|turm|viertel|höhe|linie|nationalpark|naturpark|basis|stützpunkt|grenzübergang|terminal|raffinerie|autobahn|tunnel|friedhof|denkmal|ölfeld|gasfeld|staudamm)s?$",
    re.IGNORECASE,
)


_PLACE_HEAD = re.compile(
    r"\w{3,}(?:platz|straße|strasse|gasse|allee|bahnhof|brücke|kirche|dom|palast|schloss|burg|park|turm|tor|kaserne|"
    r"stadion|berg|tal|see|meer|kanal|insel|halbinsel|gebirge|wald|moor|heide|bucht|küste|ufer|viertel|garten|hof)(?:e?s)?"
)
_TOWN_END = re.compile(
    r"(?!Feld|Berg|Nachbar|Bauern|Ferien|Heimat|Olympi|Land|Kinder|Flüchtlings|Alten|Senioren|Pflege|Wohn|Tier|Schul|"
    r"Jugend)[A-ZÄÖÜ][a-zäöüß]{2,}"
    r"(?:dorf|gau|burg|heim|hausen|ingen|hofen|kirchen|felden|brunn|weiler|rode|stedt|büttel|bach|wil)s?"
)
_STREET = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:gasse|straße|strasse|platz|allee|kreis|kaserne|kirche|schanze)s?")
# Saints, orders, feasts and the like, from which squares and churches have their names.
_NAMED_BUILDING = re.compile(
    r"(?:Karls|Peters|Pauls|Paulus|Johannis|Johannes|Marien|Nikolai|Thomas|Elisabeth|Petri|Jakobi|Jakobs|Katharinen|"
    r"Michaelis|Michaels|Antoniter|Dreifaltigkeits|Gedächtnis|Frauen|Minoriten|Augustiner|Dominikaner|Franziskaner|"
    r"Kapuziner|Jesuiten|Ursulinen|Lukas|Markus|Matthäus|Stephans|Georgs|Martins|Votiv|Erlöser|Auferstehungs|Christus|"
    r"Kreuz|Heiliggeist|Grabes|Geburts|Helden|Ballhaus|Schweden|Friedens|Freiheits|Unabhängigkeits|Revolutions|"
    r"Freundschafts|Völker|Märtyrer|Sieges|Schiller|Goethe|Lessing|Mozart|Beethoven)"
    r"(?:kirche|platz|platzes|straße|strasse|allee|brücke|dom|kathedrale|basilika|kapelle|münster)"
)
_LANE = re.compile(r"([A-ZÄÖÜ][a-zäöüß]{2,30})(?:autobahn|tunnel)s?")
_QUARTERS: Final = {"Süd", "West", "Ost", "Nord", "Südost", "Nordost", "Südwest", "Nordwest", "Tauern", "Pyhrn"}
_LANDSCAPE = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:bergs?|burgs?|see|rhein|main|saale|elbe|oder|gau|wald|hof|land|tal|heide)kreis"
)
_NO_LANES: Final = {"Sackgasse", "Rettungsgasse", "Seitengasse", "Nebengasse", "Quergasse", "Hintergasse", "Gasse"}
_NO_DISTRICTS: Final = {"Landkreis", "Waldkreis"}
_PLAIN_PLACE = re.compile(
    r"(?:park|arbeits|spiel|sport|fußball|markt|haupt|land|bundes|neben|seiten|einkaufs|fußgänger|camping|flug|stell|"
    r"schau|ausbildungs|studien|steh|sitz|lager|rast|bau|dorf|wasser|treff|regional|güter|einkaufs|park|kinder|alten|bei|"
    r"gerichts|bauern|nachbar|fried(?=hof)|innen|hinter|national|frei|stadt|rohr|fernseh|leucht|vulkan|stau|bade|fluss|strom|meeres|"
    r"kampf|schul|flughafen|verkehrs|zug|bus|umschlag|verbindungs|autobahn|zufahrts|pfarr|wohn|regierungs|arbeiter|"
    r"\w{2,20}isten|industrie|geschäfts|panzer|schieß|übungs|truppenübungs|parade|abstell|lande|tabellen|start|eisen|haltestellen)\w{0,3}"
    r"(?:platz|straße|strasse|gasse|allee|bahnhof|brücke|kirche|palast|park|turm|tor|see|insel|wald|küste|ufer|viertel|"
    r"garten|hof|stadion|kaserne|kanal|berg|tal)(?:e?s)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:mon|diens|donners|frei|sams|sonn|palmsonn|ostersonn)tags?|mittwochs?|sonnabends?)?"
    r"(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht|mitternacht)s?|(?:jahres|monats|wochen)(?:ende|anfang|beginn)s?",
    re.IGNORECASE,
)


_TRADE = re.compile(r"[a-zäöüß]{3}(?:ologe|ologin|gogin|gogen|iker|ikerin|nomin|sophin|urgin|istin|eurin)(?:e?[ns])?$")
_CAMEL = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
_SHORTEST_SHOUT = 4  # letters
_LEAST_FEMININE = 6  # letters
_ABSTRACT = re.compile(r"\w{6,}(?:ung|heit|keit|schaft|tion|tät|ismus)(?:s|en)?")


@lru_cache(maxsize=MEMO)
def is_role(word: str) -> bool:
    if is_genitive_of_person(word):
        return False
    if name_lists.is_title(word) or name_lists.has_common_end(word) or name_lists.is_person_noun(word):
        return True
    if is_feminine(word) or _TRADE.search(word):
        return True  # Nothilfekoordinatorin, Logistiker
    _, hyphen, part = word.rpartition("-")
    if hyphen and lexicon().classes_of(part) & NOUN:
        return True  # Hamas-Mann
    return lexicon().is_noun(word) and not lexicon().classes_of(word) & NAME_CLASSES


def is_feminine(word: str) -> bool:
    """Nothilfekoordinatorin, Nationalrätin: a noun with -in, its vowel back without the dots."""
    if not word.endswith("in") or not _LEAST_FEMININE < len(word) < _LONGEST:
        return False
    bare = word.removesuffix("in")
    return lexicon().is_noun(bare) or ("ä" in bare[-5:] and lexicon().is_noun(bare[:-5] + bare[-5:].replace("ä", "a")))


def is_street(word: str) -> bool:
    """Schellengasse, Vogelsbergkreis: a compound that is no common noun, with a kind of place as its end."""
    if word.endswith("kreis"):
        return word not in _NO_DISTRICTS and bool(lookup(word) or _LANDSCAPE.fullmatch(word))
    if word.endswith(("gasse", "gassen")):
        return word not in _NO_LANES and bool(_STREET.fullmatch(word))
    if _NAMED_BUILDING.fullmatch(word):
        return True
    lane = _LANE.fullmatch(word)
    if lane:
        return bool(lookup(word)) or is_distinct(lane[1]) or lane[1].endswith("tal") or lane[1] in _QUARTERS
    return bool(_STREET.fullmatch(word)) and not _PLAIN_PLACE.fullmatch(word) and not lexicon().classes_of(word) & NOUN


def is_place_with_hyphen(word: str) -> bool:
    """Kodori-Tal, Greifen-Kaserne; not: Gas-Pipeline, EU-Gebäude."""
    first, hyphen, _ = word.rpartition("-")
    if not hyphen or len(word) > _LONGEST or not _PLACE_END.search(word) or first.isupper() or not first[:1].isupper():
        return False
    if name_organizations.is_organization(first) or name_lists.is_kind_of_organization(word):
        return False  # Telegram-Kanal
    return not lexicon().is_noun(first) or bool(lexicon().classes_of(first) & NAME_CLASSES)


def is_unit(word: str) -> bool:
    """Brigade, Sturmregiment: with a number before it, the name of a military unit."""
    return word.lower().endswith(_UNIT_ENDS) and word.isalnum()


def is_place_by_its_end(word: str) -> bool:
    """Heldenplatz, Gedächtniskirche."""
    return bool(_PLACE_HEAD.fullmatch(word))


def is_common_in_capitals(word: str) -> bool:
    """MINUS 18 Grad: a word of the language, in capitals for emphasis."""
    if len(word) < _SHORTEST_SHOUT or not word.isupper() or name_organizations.needs_cue(word):
        return False
    return lexicon().knows(word.lower()) and lexicon().is_far_from_names(word.lower())


def is_body_by_its_end(word: str) -> bool:
    """Landesbank, Verteidigungsministerium"""
    return bool(_BODY_HEAD.fullmatch(word) or _NAMED_BODY.fullmatch(word) or MINISTRY.fullmatch(word))


@lru_cache(maxsize=MEMO)
def is_word_a_name(word: str, label: Label) -> bool:
    """Whether one capitalised word can be a name: no adjective, inhabitant, role, compound, common noun."""
    if len(word) <= _LONGEST and "-" in word.strip("-"):
        return _is_compound_a_name(word, label)
    if label == "PER" and _TRADE.search(word) and not lexicon().classes_of(word) & NAME_CLASSES:
        return False  # Wirtschaftspädagogin
    if (
        word.endswith("Innen")
        or len(word) > _LONGEST
        or word.endswith("-")
        or (len(word) < 2 and label != "ORG")
        or _TIME.fullmatch(word)
    ):
        return False
    if label == "LOC" and (lookup(word) or name_lists.is_kind_of_place(word) or _is_like_town(word)):
        return not name_lists.is_kind_of_place(word) or bool(lookup(word))
    if _is_adjective(word, label) or (name_lists.is_inhabitant(word) and not lookup(word)):
        return False
    if _says_what_it_is(word, label):
        return True
    is_role = name_lists.has_common_end(word) and not lexicon().classes_of(word) & NAME_CLASSES
    return not is_role and not _is_common_noun(word, label)


def _is_like_town(word: str) -> bool:
    """Stronsdorf, Attergau; den Niederlanden"""
    if word.endswith("en") and lookup(word[:-1]):
        return True
    return bool(_TOWN_END.fullmatch(word)) and not lexicon().classes_of(word)


def _says_what_it_is(word: str, label: Label) -> bool:
    """Verteidigungsministerium, Schwarzmeerflotte; Heldenplatz, Gedächtniskirche."""
    if label == "ORG":
        return bool(MINISTRY.fullmatch(word) or _NAMED_BODY.fullmatch(word))
    return label == "LOC" and is_place_by_its_end(word) and not _PLAIN_PLACE.fullmatch(word)


def _is_adjective(word: str, label: Label) -> bool:
    """Russische; of places also: Kiewer, Donezker."""
    if ADJECTIVE.fullmatch(word):
        return lexicon().knows(word.lower())
    return label == "LOC" and bool(_PLACE_ADJECTIVE.fullmatch(word)) and bool(lookup(word[:-2]))


def _is_common_noun(word: str, label: Label) -> bool:
    if label == "ORG":
        forms = (word, word.removesuffix("s"))
        if any(form.casefold() in _PLAIN_BODIES or name_lists.is_said_of_organization(form) for form in forms):
            return True
        is_thing = lexicon().is_noun(word) or (len(word) >= _LONG and lexicon().is_far_from_names(word))
        is_compound = len(word) >= _LONG or not lexicon().knows(word)
        return is_thing and is_compound and not _BODY_HEAD.fullmatch(word) and not is_camel(word)
    known = lexicon().classes_of(word)
    if is_distinct(word) or (is_genitive_of_person(word) if label == "PER" else _is_genitive_of_place(word)):
        return False
    is_thing = label == "LOC" and not known and (lexicon().is_far_from_names(word) or _is_plain(word))
    if is_thing or (label == "PER" and _is_abstract(word)):
        return True
    if not (known & NOUN or (label == "LOC" and lexicon().is_noun(word))):
        return False
    return not known & (PLACE if label == "LOC" else FIRST_NAME | SURNAME)


def _is_plain(word: str) -> bool:
    """Wellnessurlaub, Schlussquartal; not: Wiesendorf."""
    return not _PLACE_HEAD.fullmatch(word) and not _TOWN_END.fullmatch(word) and is_plain_compound(word)


def is_camel(word: str) -> bool:
    """FragDenStaat, DeepState; not: BürgerInnen."""
    return bool(_CAMEL.search(word)) and not word.endswith("In")


def _is_abstract(word: str) -> bool:
    """Splitterverletzungen"""
    return bool(_ABSTRACT.fullmatch(word)) and not lexicon().knows(word) and lexicon().is_noun(word)


def is_genitive_of_person(word: str) -> bool:
    """Erdogans: a list of nouns may hold it by mistake."""
    bare = word.removesuffix("s")
    return bare != word and lexicon().is_like_surnames(bare)


def _is_genitive_of_place(word: str) -> bool:
    """Konstantinopels"""
    bare = word.removesuffix("s")
    return bare != word and lexicon().classes_of(bare) & (PLACE | NOUN) == PLACE


_PLAIN_BODIES: Final = {
    "armee", "luftwaffe", "militär", "marine", "regierung", "opposition", "polizei", "generalstab", "geheimdienst",
    "militärgeheimdienst", "nationalgarde", "parlament", "ministerium", "behörde", "partei", "gericht", "feuerwehr",
    "präsidialamt", "staatsanwaltschaft", "justiz", "grenzschutz", "heer", "küstenwache", "streitkräfte", "luftabwehr",
    "wasserrettung", "bergrettung", "flugrettung", "seenotrettung",
    "präsidentschaft", "außenamt", "zentralbank", "agentur", "zeitung", "sender", "fernsehen", "staatsfernsehen",
    "verwaltung", "militärverwaltung", "bundesregierung", "stadtverwaltung", "krankenhaus", "universität", "kirche",
    "luftverteidigung", "sicherheitsrat", "europäer", "westen", "allianz", "bündnis", "koalition", "staat", "land",
    "waffenruhe", "delegation", "truppen", "staatschef", "rettungsdienst", "zivilschutz", "staatsmedien", "gipfel",
}  # fmt: skip


def _is_compound_a_name(word: str, label: Label) -> bool:
    """Donbass-Region, EU-Kommission, Meinl-Reisinger; not: Ukraine-Krieg, US-Regierung, Selenskyj-Berater."""
    if lookup(word) and label == "LOC":
        return True
    if name_lists.has_common_end(word):
        return False
    if label == "ORG" and (_BODY_END.search(word) or name_organizations.is_organization(word)):
        return True
    if _PLACE_END.search(word):
        return label == "LOC"
    end = word.rpartition("-")[2]
    known = lexicon().classes_of(end)
    return not known & NOUN or bool(known & NAME_CLASSES)
