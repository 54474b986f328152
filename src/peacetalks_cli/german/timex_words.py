"""The closed classes of words that German time expressions are made of.

`LEXICON` maps a word to its class (one letter, listed in timex_patterns.py) and what it means.
"""

from typing import Any

from peacetalks_cli.german.calendar import COUNTED_HOLIDAYS, HOLIDAYS

Entry = tuple[str, Any]


def words(listed: str) -> frozenset[str]:
    """The words of a string of words."""
    return frozenset(listed.split())


_ADJECTIVE = ("e", "en", "er", "es", "em")


def _inflected(*stems: str, endings: tuple[str, ...] = _ADJECTIVE) -> list[str]:
    return [stem + ending for stem in stems for ending in endings]


_MONTHS = (
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
_WEEKDAY_NAMES = {name: n for n, name in enumerate(WEEKDAYS, start=1)} | {"Sonnabend": 6}

PARTS = {
    "morgen": "MO",
    "früh": "MO",
    "vormittag": "MO",
    "mittag": "MI",
    "nachmittag": "AF",
    "abend": "EV",
    "nacht": "NI",
}
_PART_NOUNS = {
    "Morgen": "MO",
    "Morgens": "MO",
    "Früh": "MO",
    "Morgenstunden": "MO",
    "Morgengrauen": "MO",
    "Vormittag": "MO",
    "Vormittags": "MO",
    "Vormittagsstunden": "MO",
    "Mittag": "MI",
    "Mittagszeit": "MI",
    "Mittagsstunden": "MI",
    "Nachmittag": "AF",
    "Nachmittags": "AF",
    "Nachmittagsstunden": "AF",
    "Spätnachmittag": "AF",
    "Abend": "EV",
    "Abends": "EV",
    "Abendstunden": "EV",
    "Spätabend": "EV",
    "Nachtstunden": "NI",
}

_UNITS = {
    "TS": ("Sekunde", "Sekunden Sek."),
    "TM": ("Minute", "Minuten Min."),
    "TH": ("Stunde", "Stunden Std."),
    "D": ("Tag Tages Arbeitstag Werktag", "Tage Tagen Arbeitstage Arbeitstagen Werktage Werktagen"),
    "TNI": ("", "Nächte Nächten"),
    "W": ("Woche", "Wochen"),
    "WE": ("Wochenende Wochenendes", "Wochenenden"),
    "M": ("Monat Monats Monates", "Monate Monaten"),
    "Q": ("", "Quartale Quartalen"),
    "Y": ("Jahr Jahres Jahrs", "Jahre Jahren"),
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

_SEASONS = {
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

_DAYS = {"vorvorgestern": -3, "vorgestern": -2, "gestern": -1, "heute": 0, "heut": 0, "morgen": 1, "übermorgen": 2}
_DAY_ADJECTIVES = {"gestrig": -1, "heutig": 0, "morgig": 1, "vorgestrig": -2}

_RELATIONS = {
    -2: ("vorletzt", "vorvergangen"),
    -1: ("letzt", "vergangen", "vorig", "verflossen", "abgelaufen", "zurückliegend"),
    0: ("dies", "laufend", "jetzig", "aktuell", "derzeitig", "jung", "heurig"),
    1: ("nächst", "kommend", "bevorstehend"),
    2: ("übernächst",),
}

_APPROXIMATE = {
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
    "höchstens": "LESS_THAN",
    "maximal": "LESS_THAN",
}
_APPROXIMATE_ADJECTIVES = {"knapp": "LESS_THAN", "gut": "MORE_THAN", "voll": None, "ganz": None, "rund": "APPROX"}

_SETS = {
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
_SET_ADVERBS = {
    "nachts": "PT1NI",
    "morgens": "PT1MO",
    "frühmorgens": "PT1MO",
    "vormittags": "PT1MO",
    "mittags": "XXXX-XX-XXTMI",
    "nachmittags": "PT1AF",
    "abends": "PT1EV",
    "allabendlich": "PT1EV",
    "allnächtlich": "PT1NI",
    "tagsüber": "XXXX-XX-XXTDT",
    "tagtäglich": "P1D",
    "werktags": "P1D",
    "sonntags": "XXXX-WXX-7",
    "sonnabends": "XXXX-WXX-6",
}

_LONG = {
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
_UNIT_FRACTIONS = {
    "Viertelstunde": "PT15M",
    "Dreiviertelstunde": "PT45M",
    "Vierteljahr": "P3M",
    "Halbjahr": "P6M",
    "Vierteljahrhundert": "P25Y",
}

_VAGUE = {
    "PAST_REF": "damals einst einstmals zuletzt kürzlich jüngst unlängst neulich vormals ehedem seinerzeit "
    "Vergangenheit",
    "PRESENT_REF": "jetzt derzeit zurzeit gegenwärtig momentan heutzutage Gegenwart",
    "FUTURE_REF": "bald demnächst künftig zukünftig Zukunft",
}
_VAGUE_ADJECTIVES = {
    "PAST_REF": ("ehemalig", "einstig", "damalig"),
}

_EDGES = {
    "ende": ("Y", "END"),
    "beginn": ("Y", "START"),
    "anfang": ("Y", "START"),
    "mitte": ("Y", "MID"),
    "wechsel": ("Y", "END"),
}

_PREPOSITIONS = {
    "v": "vor",
    "s": "seit",
    "i": "in im binnen innerhalb",
    "b": "bis",
    "z": "zu zum auf",
    "f": "am an um ab von vom für gegen nach beim zur über während mit aus laut spätestens frühestens zwischen "
    "per anno ans schon bereits noch erst",
    "%": "pro je",
    "t": "der die das den dem des",
    "u": "und oder sowie",
    "&": "statt",
}

_LATER = {
    "später": 1,
    "danach": 1,
    "darauf": 1,
    "drauf": 1,
    "zuvor": -1,
    "davor": -1,
    "vorher": -1,
    "früher": -1,
}

_NOUNS_OF_YEARS = {"Vorjahr": ("Y", -1), "Vorjahres": ("Y", -1), "Vorjahrs": ("Y", -1)}
_RELATIVE_NOUNS = _NOUNS_OF_YEARS | {
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
}


def _lexicon() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for letter, prepositions in _PREPOSITIONS.items():
        words.update(dict.fromkeys(prepositions.split(), (letter, None)))
    words |= _calendar_words() | _relative_words() | _duration_words() | _vague_words()
    return words


def _calendar_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for n, names in enumerate(_MONTHS, start=1):
        words.update(dict.fromkeys(names.split(), ("M", n)))
    for name, n in _WEEKDAY_NAMES.items():
        words |= {name: ("W", n), f"{name}s": ("W", n), f"{name.lower()}s": ("G", f"XXXX-WXX-{n}")}
        for part, code in PARTS.items():
            words[f"{name}{part}"] = words[f"{name}{part}s"] = ("P", (n, code))
    words.update({name: ("S", season) for name, season in _SEASONS.items()})
    words.update({name: ("L", name) for name in HOLIDAYS if " " not in name})
    words |= {f"{name}s": ("L", name) for name in HOLIDAYS if " " not in name and not name.endswith("n")}
    words |= {name + ending: ("1", name) for name in COUNTED_HOLIDAYS for ending in ("", "s", "es")}
    words |= dict.fromkeys(("Anfang", "Anfangs", "Beginn", "Jahresanfang"), ("B", "START"))
    words |= {"Mitte": ("B", "MID"), "Ende": ("B", "END")}
    for unit, stem in (("Y", "Jahres"), ("M", "Monats"), ("W", "Wochen")):
        for edge, (_, mod) in _EDGES.items():
            if (stem, edge) != ("Wochen", "ende"):
                words[stem + edge] = words[f"{stem}{edge}s"] = ("e", (unit, mod))
    words |= {"Jahreshälfte": ("q", "H"), "Halbjahr": ("q", "H"), "Halbjahres": ("q", "H"), "Halbjahrs": ("q", "H")}
    words |= dict.fromkeys(("Quartal", "Quartals", "Quartales"), ("q", "Q"))
    return words


def _relative_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {word: ("R", days) for word, days in _DAYS.items()}
    for stem, days in _DAY_ADJECTIVES.items():
        words.update(dict.fromkeys(_inflected(stem), ("H", days)))
    for steps, stems in _RELATIONS.items():
        words.update(dict.fromkeys(_inflected(*stems), ("A", steps)))
    words.update(dict.fromkeys(_inflected("neu"), ("c", 1)))
    words.update(dict.fromkeys(_inflected("folgend", "darauffolgend", "darauf folgend"), ("F", 1)))
    words.update(dict.fromkeys(_inflected("vorangegangen", "vorhergehend"), ("F", -1)))
    words.update(dict.fromkeys(_inflected("selb", "gleich"), ("I", 0)))
    words |= {"selben": ("I", 0), "jenem": ("I", 0), "jenen": ("I", 0), "derselben": ("I", 0)}
    words |= {"demselben": ("I", 0)}
    words.update({word: ("l", sign) for word, sign in _LATER.items()})
    words |= {noun: ("p", code) for noun, code in _PART_NOUNS.items()}
    words |= {part: ("r", code) for part, code in PARTS.items() if part != "morgen"}
    words |= {"Nacht": ("k", None), "Mitternacht": ("m", None), "Uhr": ("T", None)}
    words.update({noun: ("V", meaning) for noun, meaning in _RELATIVE_NOUNS.items()})
    words.update(dict.fromkeys(_inflected("früh", "spät"), ("h", None)))
    words |= {"frühesten": ("h", None), "früher": ("l", -1), "später": ("l", 1)}
    words |= {"tags": ("U", ("D", False)), "anderntags": ("V", ("D", 1))}
    words |= {"heuer": ("V", ("Y", 0))}
    return words


def _duration_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for unit, forms in _UNITS.items():
        for plural, nouns in zip((False, True), forms, strict=True):
            words.update(dict.fromkeys(nouns.split(), ("U", (unit, plural))))
    words |= {word: ("a", mod) for word, mod in _APPROXIMATE.items()}
    for stem, approximate in _APPROXIMATE_ADJECTIVES.items():
        words |= dict.fromkeys(_inflected(stem), ("g", approximate))
    words.update(dict.fromkeys(_inflected("halb"), ("Q", 0.5)))
    words |= {"halb": ("Q", 0.5), "viertel": ("4", 15), "Viertel": ("4", 15), "Zeit": ("0", None), "beiden": ("2", 2)}
    words |= {"Kurzem": ("w", None), "Langem": ("w", None), "Längerem": ("w", None)}
    words.update(
        dict.fromkeys(_inflected("lang", "länger", "kurz", "geraum", "weiter", "aufeinanderfolgend"), ("w", None))
    )
    words.update(dict.fromkeys(_inflected("mehrer", "einig", "etlich", "wenig", "viel", "zahlreich"), ("K", None)))
    words |= {"viele": ("K", None), "paar": ("K", None), "zig": ("K", None)}
    words.update(dict.fromkeys(_inflected("jed"), ("J", None)))
    words |= {"alle": ("J", None)}
    words |= dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines"), ("E", 1))
    for stem, value in _SETS.items():
        words |= dict.fromkeys([stem, *_inflected(stem)], ("G", value))
    words |= {word: ("G", value) for word, value in _SET_ADVERBS.items()}
    for stem, value in _LONG.items():
        words |= dict.fromkeys([stem, *_inflected(stem)], ("j", value))
    for noun, value in _UNIT_FRACTIONS.items():
        if noun != "Halbjahr":  # 'im ersten Halbjahr' is a date; it is class q
            words |= dict.fromkeys((noun, f"{noun}n", f"{noun}s", f"{noun}es"), ("d", value))
    return words


def _vague_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for value, listed in _VAGUE.items():
        words.update(dict.fromkeys(listed.split(), ("X", value)))
    for value, stems in _VAGUE_ADJECTIVES.items():
        words.update(dict.fromkeys(_inflected(*stems), ("X", value)))
    return words


LEXICON = _lexicon()
