"""Every word that time expressions are made of, with its class and what it means there."""

from typing import Any

from peacetalks_cli.german.timex.calendar import COUNTED_HOLIDAYS, HOLIDAYS, PARTED_HOLIDAYS
from peacetalks_cli.german.timex.feasts import NATIONAL, SPELLINGS
from peacetalks_cli.german.timex.words import (
    APPROXIMATE,
    APPROXIMATE_ADJECTIVES,
    DAY_ADJECTIVES,
    DAYS,
    EDGES,
    LATER,
    LONG,
    MONTHS,
    PART_ADVERBS,
    PART_NOUNS,
    PARTS,
    PREPOSITIONS,
    RELATIONS,
    RELATIVE_NOUNS,
    SEASONS,
    SET_ADVERBS,
    SETS,
    UNIT_FRACTIONS,
    UNITS,
    VAGUE,
    VAGUE_ADJECTIVES,
    WEEKDAY_NAMES,
    inflected,
)

Entry = tuple[str, Any]
"""The class, a letter listed in patterns.py, and the meaning, by class."""


def _lexicon() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for letter, prepositions in PREPOSITIONS.items():
        words.update(dict.fromkeys(prepositions.split(), (letter, None)))
    words |= _calendar_words() | _relative_words() | _duration_words() | _vague_words()
    return words


def _calendar_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for n, names in enumerate(MONTHS, start=1):
        words.update(dict.fromkeys(names.split(), ("M", n)))
        for part, code in (("woche", "W"), ("wochenende", "WE"), ("hälfte", "H"), ("tag", "D")):
            words |= {f"{name}{part}": ("5", (n, code)) for name in names.split()}
    for name, n in WEEKDAY_NAMES.items():
        words |= {name: ("W", n), f"{name}s": ("W", n), f"{name.lower()}s": ("G", f"XXXX-WXX-{n}")}
        words[f"{name}en"] = ("G", f"XXXX-WXX-{n}")
        for part, code in PARTS.items():
            words[f"{name}{part}"] = words[f"{name}{part}s"] = ("P", (n, code))
    words.update({name: ("S", season) for name, season in SEASONS.items()})
    words.update({name: ("L", name) for name in HOLIDAYS if " " not in name})
    words |= {f"{name}s": ("L", name) for name in HOLIDAYS if " " not in name and not name.endswith("n")}
    words |= {NATIONAL: ("L", NATIONAL), f"{NATIONAL}s": ("L", NATIONAL)}
    words |= {spelling: ("L", name) for spelling, name in SPELLINGS.items()}
    words |= {f"{name}es": ("L", name) for name in HOLIDAYS if name.endswith("fest")}
    words |= {name + ending: ("1", name) for name in COUNTED_HOLIDAYS for ending in ("", "s", "es")}
    for stem, name in PARTED_HOLIDAYS.items():
        words |= {f"{stem}{part}{ending}": ("L", name) for part in PARTS for ending in ("", "s")}
    words |= dict.fromkeys(("Anfang", "Anfangs", "Beginn", "Jahresanfang"), ("B", "START"))
    words |= {"Mitte": ("B", "MID"), "Ende": ("B", "END")}
    for unit, stem in (("Y", "Jahres"), ("M", "Monats"), ("W", "Wochen")):
        for edge, (_, mod) in EDGES.items():
            if (stem, edge) != ("Wochen", "ende"):
                words[stem + edge] = words[f"{stem}{edge}s"] = ("e", (unit, mod))
    for season, (code, _) in SEASONS.items():
        for edge in ("beginn", "anfang", "ende"):
            words[f"{season}{edge}"] = ("e", (code, EDGES[edge][1]))
            words[f"{season}s{edge}"] = words[f"{season}{edge}"]
    words |= {"Jahreshälfte": ("q", "H"), "Halbjahr": ("q", "H"), "Halbjahres": ("q", "H"), "Halbjahrs": ("q", "H")}
    words |= dict.fromkeys(("Quartal", "Quartals", "Quartales"), ("q", "Q"))
    return words


def _relative_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {word: ("R", days) for word, days in DAYS.items()}
    for stem, days in DAY_ADJECTIVES.items():
        words.update(dict.fromkeys(inflected(stem), ("H", days)))
    for steps, stems in RELATIONS.items():
        words.update(dict.fromkeys(inflected(*stems), ("A", steps)))
    words.update(dict.fromkeys(inflected("neu"), ("c", 1)))
    words.update(dict.fromkeys(inflected("folgend", "darauffolgend", "darauf folgend"), ("F", 1)))
    words.update(dict.fromkeys(inflected("vorangegangen", "vorhergehend"), ("F", -1)))
    words.update(dict.fromkeys(inflected("selb", "gleich"), ("I", 0)))
    words |= {"jenes": ("I", 0), "jener": ("I", 0)}
    words |= {"selben": ("I", 0), "jenem": ("I", 0), "jenen": ("I", 0), "derselben": ("I", 0)}
    words |= {"demselben": ("I", 0), "desselben": ("I", 0)}
    words.update({word: ("l", sign) for word, sign in LATER.items()})
    words |= {noun: ("p", code) for noun, code in PART_NOUNS.items()}
    words |= {part: ("r", code) for part, code in PARTS.items() if part != "morgen"}
    words |= {"Nacht": ("k", None), "Mitternacht": ("m", None), "Uhr": ("T", None)}
    words.update({noun: ("V", meaning) for noun, meaning in RELATIVE_NOUNS.items()})
    words.update(dict.fromkeys(inflected("früh", "spät", "später", "früher"), ("h", None)))
    words |= {"frühesten": ("h", None), "früher": ("l", -1), "später": ("l", 1)}
    words |= {"tags": ("U", ("D", False)), "anderntags": ("V", ("D", 1))}
    words |= {"heuer": ("V", ("Y", 0))}
    return words


def _duration_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for unit, forms in UNITS.items():
        for plural, nouns in zip((False, True), forms, strict=True):
            words.update(dict.fromkeys(nouns.split(), ("U", (unit, plural))))
    words |= {word: ("a", mod) for word, mod in APPROXIMATE.items()}
    for stem, approximate in APPROXIMATE_ADJECTIVES.items():
        words |= dict.fromkeys(inflected(stem), ("g", approximate))
    words.update(dict.fromkeys(inflected("halb"), ("Q", 0.5)))
    words |= {"halb": ("Q", 0.5), "viertel": ("4", 15), "Viertel": ("4", 15), "Zeit": ("0", None), "beiden": ("2", 2)}
    words |= dict.fromkeys(("KW", "Kalenderwoche", "Kalenderwochen"), ("6", None))
    words |= {"Kurzem": ("w", None), "Langem": ("w", None), "Längerem": ("w", None)}
    words.update(
        dict.fromkeys(inflected("lang", "länger", "kurz", "geraum", "weiter", "aufeinanderfolgend"), ("w", None))
    )
    words.update(dict.fromkeys(inflected("mehrer", "einig", "etlich", "wenig", "viel", "zahlreich"), ("K", None)))
    words |= {"viele": ("K", None), "paar": ("K", None), "zig": ("K", None)}
    words.update(dict.fromkeys(inflected("jed"), ("J", None)))
    words |= {"alle": ("J", None)}
    words |= dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines"), ("E", 1))
    for stem, value in SETS.items():
        words |= dict.fromkeys([stem, *inflected(stem)], ("G", value))
    words |= {word: ("G", value) for word, value in SET_ADVERBS.items()}
    words |= {word: ("3", value) for word, value in PART_ADVERBS.items()}
    for stem, value in LONG.items():
        words |= dict.fromkeys([stem, *inflected(stem)], ("j", value))
    for noun, value in UNIT_FRACTIONS.items():
        if noun != "Halbjahr":  # 'im ersten Halbjahr' is a date; it is class q
            words |= dict.fromkeys((noun, f"{noun}n", f"{noun}s", f"{noun}es"), ("d", value))
    return words


def _vague_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for value, listed in VAGUE.items():
        words.update(dict.fromkeys(listed.split(), ("X", value)))
    for value, stems in VAGUE_ADJECTIVES.items():
        words.update(dict.fromkeys(inflected(*stems), ("X", value)))
    return words


LEXICON = _lexicon()
