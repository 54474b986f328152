"""The closed classes of words that German time expressions are made of, as tables; lexicon.py inflects them."""


def words(listed: str) -> frozenset[str]:
    """The words of a string of words."""
    return frozenset(listed.split())


ADJECTIVE = ("e", "en", "er", "es", "em")


def inflected(*stems: str, endings: tuple[str, ...] = ADJECTIVE) -> list[str]:
    return [stem + ending for stem in stems for ending in endings]


MONTHS = (
    "Januar Januars Jänner Jänners Jan.",
    "Februar Februars Feber Febers Feb.",
    "März Mär.",
    "April Aprils Apr.",
    "Mai Mais",
    "Juni Junis Jun.",
    "Juli Julis Jul.",
    "August Augusts Aug.",
    "September Septembers Sept. Sep.",
    "Oktober Oktobers Okt.",
    "November Novembers Nov.",
    "Dezember Dezembers Dez.",
)
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
WEEKDAY_NAMES = {name: n for n, name in enumerate(WEEKDAYS, start=1)} | {"Sonnabend": 6}

PARTS = {
    "morgen": "MO",
    "früh": "MO",
    "vormittag": "MO",
    "mittag": "MI",
    "nachmittag": "AF",
    "abend": "EV",
    "nacht": "NI",
}
PART_NOUNS = {
    "Morgen": "MO",
    "Früh": "MO",
    "Morgenstunden": "MO",
    "Morgengrauen": "MO",
    "Vormittag": "MO",
    "Vormittagsstunden": "MO",
    "Mittag": "MI",
    "Mittagszeit": "MI",
    "Mittagsstunden": "MI",
    "Nachmittag": "AF",
    "Nachmittagsstunden": "AF",
    "Spätnachmittag": "AF",
    "Abend": "EV",
    "Abendstunden": "EV",
    "Spätabend": "EV",
    "Nachtstunden": "NI",
}

UNITS = {
    "TS": ("Sekunde", "Sekunden Sek."),
    "TM": ("Minute", "Minuten Min."),
    "TH": ("Stunde", "Stunden Std."),
    "D": ("Tag Tages Arbeitstag Werktag", "Tage Tagen Arbeitstage Arbeitstagen Werktage Werktagen"),
    "TNI": ("", "Nächte Nächten"),
    "W": ("Woche", "Wochen"),
    "WE": ("Wochenende Wochenendes", "Wochenenden"),
    "M": ("Monat Monats Monates", "Monate Monaten"),
    "Q": ("", "Quartale Quartalen"),
    "Y": (
        "Jahr Jahres Jahrs Geschäftsjahr Geschäftsjahres Kalenderjahr Kalenderjahres Haushaltsjahr Haushaltsjahres "
        "Schuljahr Schuljahres Wirtschaftsjahr Wirtschaftsjahres Budgetjahr Finanzjahr Studienjahr Steuerjahr",
        "Jahre Jahren Geschäftsjahre Geschäftsjahren Kalenderjahre Kalenderjahren Schuljahre Schuljahren",
    ),
    "DE": ("Jahrzehnt Jahrzehnts Jahrzehnte", "Jahrzehnte Jahrzehnten"),
    "CE": ("Jahrhundert Jahrhunderts Jahrhundertes Jh. Jhdt. Jhd.", "Jahrhunderte Jahrhunderten"),
}
UNIT_STEMS = {
    "sekünd": "TS",
    "minüt": "TM",
    "stünd": "TH",
    "täg": "D",
    "wöch": "W",
    "monat": "M",
    "jähr": "Y",
}
"""'vierstünd|ig' -> the unit it counts."""

SEASONS = {
    "Frühling": ("SP", None),
    "Frühlings": ("SP", None),
    "Frühjahr": ("SP", None),
    "Frühjahrs": ("SP", None),
    "Sommer": ("SU", None),
    "Sommers": ("SU", None),
    "Herbst": ("FA", None),
    "Herbsts": ("FA", None),
    "Herbstes": ("FA", None),
    "Winter": ("WI", None),
    "Winters": ("WI", None),
    "Frühsommer": ("SU", "START"),
    "Hochsommer": ("SU", "MID"),
    "Spätsommer": ("SU", "END"),
    "Frühherbst": ("FA", "START"),
    "Spätherbst": ("FA", "END"),
}

DAYS = {"vorvorgestern": -3, "vorgestern": -2, "gestern": -1, "heute": 0, "heut": 0, "morgen": 1, "übermorgen": 2}
DAY_ADJECTIVES = {"gestrig": -1, "heutig": 0, "morgig": 1, "vorgestrig": -2}

RELATIONS = {
    -2: ("vorletzt", "vorvergangen"),
    -1: ("letzt", "vergangen", "vorig", "verflossen", "abgelaufen", "zurückliegend", "vorjährig", "letztjährig"),
    0: ("dies", "laufend", "jetzig", "aktuell", "derzeitig", "jung", "heurig", "diesjährig"),
    1: ("nächst", "kommend", "bevorstehend"),
    2: ("übernächst",),
}

APPROXIMATE = {
    "fast": "LESS_THAN",
    "beinahe": "LESS_THAN",
    "nahezu": "LESS_THAN",
    "knapp": "LESS_THAN",
    "unter": "LESS_THAN",
    "rund": "APPROX",
    "etwa": "APPROX",
    "ungefähr": "APPROX",
    "circa": "APPROX",
    "ca.": "APPROX",
    "zirka": "APPROX",
    "schätzungsweise": "APPROX",
    "gut": "MORE_THAN",
    "über": "MORE_THAN",
    "mindestens": "MORE_THAN",
    "wenigstens": "MORE_THAN",
    "zumindest": "MORE_THAN",
    "höchstens": "LESS_THAN",
    "maximal": "LESS_THAN",
}
APPROXIMATE_ADJECTIVES = {"knapp": "LESS_THAN", "gut": "MORE_THAN", "voll": None, "ganz": None, "rund": "APPROX"}

SETS = {
    "allabendlich": "PT1EV",
    "allnächtlich": "PT1NI",
    "täglich": "P1D",
    "alltäglich": "P1D",
    "stündlich": "PT1H",
    "minütlich": "PT1M",
    "wöchentlich": "P1W",
    "allwöchentlich": "P1W",
    "monatlich": "P1M",
    "allmonatlich": "P1M",
    "jährlich": "P1Y",
    "alljährlich": "P1Y",
    "halbjährlich": "P6M",
    "vierteljährlich": "P3M",
}
SET_ADVERBS = {
    "frühmorgens": "PT1MO",
    "tagsüber": "XXXX-XX-XXTDT",
    "tagtäglich": "P1D",
    "werktags": "P1D",
    "sonntags": "XXXX-WXX-7",
    "sonnabends": "XXXX-WXX-6",
}

PART_ADVERBS = {
    "nachts": ("PT1NI", "NI"),
    "morgens": ("PT1MO", "MO"),
    "vormittags": ("PT1MO", "MO"),
    "mittags": ("XXXX-XX-XXTMI", "MI"),
    "nachmittags": ("PT1AF", "AF"),
    "abends": ("PT1EV", "EV"),
}
"""Alone a SET; after a day ('am Freitag abends') and a clock time ('20 Uhr abends') the part of that day."""

LONG = {
    "sekundenlang": "PTXS",
    "minutenlang": "PTXM",
    "stundenlang": "PTXH",
    "tagelang": "PXD",
    "wochenlang": "PXW",
    "monatelang": "PXM",
    "jahrelang": "PXY",
    "jahrzehntelang": "PXDE",
    "jahrhundertelang": "PXCE",
    "mehrminütig": "PTXM",
    "mehrstündig": "PTXH",
    "mehrtägig": "PXD",
    "mehrwöchig": "PXW",
    "mehrmonatig": "PXM",
    "mehrjährig": "PXY",
    "halbstündig": "PT30M",
    "dreiviertelstündig": "PT45M",
    "halbjährig": "P6M",
    "ganztägig": "P1D",
    "ganzjährig": "P1Y",
}
UNIT_FRACTIONS = {
    "Viertelstunde": "PT15M",
    "Dreiviertelstunde": "PT45M",
    "Vierteljahr": "P3M",
    "Dreivierteljahr": "P9M",
    "Wochenfrist": "P1W",
    "Monatsfrist": "P1M",
    "Jahresfrist": "P1Y",
    "Halbjahr": "P6M",
    "Vierteljahrhundert": "P25Y",
}

VAGUE = {
    "PAST_REF": "damals einst einstmals zuletzt kürzlich jüngst unlängst neulich vormals ehedem seinerzeit "
    "Vergangenheit",
    "PRESENT_REF": "jetzt derzeit zurzeit gegenwärtig momentan heutzutage Gegenwart",
    "FUTURE_REF": "bald demnächst künftig zukünftig Zukunft",
}
VAGUE_ADJECTIVES = {
    "PAST_REF": ("ehemalig", "einstig", "damalig"),
}

EDGES = {
    "ende": ("Y", "END"),
    "beginn": ("Y", "START"),
    "anfang": ("Y", "START"),
    "mitte": ("Y", "MID"),
    "wechsel": ("Y", "END"),
}

PREPOSITIONS = {
    "v": "vor",
    "s": "seit",
    "i": "in im binnen innerhalb",
    "b": "bis",
    "z": "zu zum auf",
    "f": "am an um ab von vom für gegen nach beim zur über während mit aus laut spätestens frühestens zwischen "
    "übers fürs per anno gegenüber trotz ans schon bereits noch erst",
    "%": "pro je",
    "t": "der die das den dem des",
    "u": "und oder sowie",
    "&": "statt",
}

LATER = {
    "später": 1,
    "danach": 1,
    "darauf": 1,
    "drauf": 1,
    "zuvor": -1,
    "davor": -1,
    "vorher": -1,
    "früher": -1,
}

NOUNS_OF_YEARS = {"Vorjahr": ("Y", -1), "Vorjahres": ("Y", -1), "Vorjahrs": ("Y", -1)}
RELATIVE_NOUNS = NOUNS_OF_YEARS | {
    "Vormonat": ("M", -1),
    "Vormonats": ("M", -1),
    "Vorwoche": ("W", -1),
    "Folgejahr": ("Y", 1),
    "Folgejahres": ("Y", 1),
    "Vortag": ("D", -1),
    "Vortags": ("D", -1),
    "Vortages": ("D", -1),
    "Folgetag": ("D", 1),
    "Folgetages": ("D", 1),
    "Vorabend": ("EV", -1),
    **dict.fromkeys(("Vorjahresmonat", "Vorjahresmonats"), ("YM", -1)),
    **dict.fromkeys(("Vorjahresquartal", "Vorjahresquartals"), ("YQ", -1)),
    **dict.fromkeys(("Vorjahreszeitraum", "Vorjahreszeitraums", "Vorjahresperiode"), ("YP", -1)),
}
