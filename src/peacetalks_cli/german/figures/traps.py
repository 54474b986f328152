"""What looks like a figure and is none: names, scores, idioms, ordinals that count nothing."""

import re

from peacetalks_cli.german.figures import units
from peacetalks_cli.german.figures.labels import NOUN_FOLLOWS, is_label_or_time
from peacetalks_cli.german.numerals import Numeral

_S = "[ \u00a0\u202f\u2009]"
_CLOCK = re.compile(rf"{_S}?(?:Uhr\b|:\d\d|und{_S}(?:um{_S})?\d\d?(?:[.:]\d\d)?{_S}Uhr\b)")
_NAME_BEFORE = re.compile(r"[^\W\d_][-–/]$|[@#&=/\\_]$|\d[:/]$|www\S*$")
_ONLY = re.compile(rf"\b(?:[Mm]indestens|[Hh]öchstens|[Gg]enau|[Zz]umindest){_S}$")
_LIFE = re.compile(r"\d{4}[–-]\d{4}")
_MINUTE = re.compile(r"(?:(?<=\.)|\.)\s[A-ZÄÖÜ][\w.-]*\)")  # a line-up: '(63. Müller)'
_AS_FIRST = re.compile(
    r"\b(?:[Aa]ls|[Dd]as|[Dd]ie|[Dd]e[rms]|[Ii]m|[Aa]m|[Zz]um|[Zz]ur|[Vv]om|[Bb]eim|[Ss]ein\w*|[Ii]hr\w*)\s$"
)
_SINGULAR = re.compile(rf"{_S}(?:[a-zäöüß]+e[nrsm]?{_S})?(?P<noun>[A-ZÄÖÜ][\w-]+)")
_NO_SERIES = re.compile(
    r"(?:Mal|Schritt|Blick|Eindruck|Stelle|Platz|Rang|Tag|Zeit|Moment|Augenblick|Adresse|Wahl|Fall|Priorität|Quartett|"
    r"Linie|Hilfe|Liebe|Teil|Halbjahr|Jahr|Jahres|Monat|Vorsitzende[rn]?|Vizepräsident|Bürgermeister|Minister|Frau|Mann|"
    r"Herr|Dame|Weihnachtstag|Feiertag|Advent|Hauptsatz|Mai|Geige|Garnitur|Satz|Stunde[n]?|Reihe|Ebene|Instanz|Hand|Person|Nacht|Frage|Antwort|Mannschaft|Elf)$"
)
_NOT_FIRST = re.compile(
    rf"{_S}(?:\w+e[nrsm]?{_S})?(?:Weltkrieg\w*|Hilfe|Welt|Weg|Wege|Linie|Liga|Bundesliga|Bezirk\w*|Minute|Sekunde|Geige|Halbzeit|Hälfte|Klasse|"
    r"Generation|Instanz|Person|Hand|Wahl|Blick\w*|Reihe|Stunde|Sicht|Drittel\w*|Viertel\w*|Republik|Reich\w*|Zähne|Gang|"
    r"Lesung|Natur|Advent\w*|Bürgermeister\w*|Vorsitzende\w*|Präsident\w*|Vizepräsident\w*|Kammer|Senat\w*|"
    r"Mai|Kreis\w*|Bildungsweg\w*|Standbein\w*|Heimat|Chance|Lebensjahr\w*|Jahrhundert\w*|"
    r"Jahrzehnt\w*|Quartal\w*|Halbjahr\w*|Monat\w*|Woche\w*|Jahr|Jahre?s|Gemeindebezirk\w*|Säule|Ebene|Ordnung|Grades|Grad)(?!\w)"
)
_ROW = re.compile(rf"{_S}(?:\w+{_S})?Reihe\b")  # 'in der vierten Reihe', not 'in zweiter Reihe'
_COUNTED_FIRST = re.compile(
    rf"{_S}(?:\w+e[nrsm]?{_S}){{0,2}}(?:\w+-)?\w*(?:[Rr]unde|[Tt]reffen|[Bb]esuch|[Gg]espräch|[Aa]ustausch|[Kk]riegsjahr|[Gg]ipfel|"
    r"[Pp]aket|[Tt]ag|[Ff]lüge?|[Ss]itzung|[Aa]ngriff|[Ee]insatz|[Rr]eise|[Tt]elefonat|[Vv]erhandlungstag|[Kk]onferenz|[Aa]mtszeit|[Ww]ahlgang|[Tt]ranche|[Ee]tappe|[Pp]hase|(?<![Ww]elt)[Kk]rieg|[Tt]schetschenienkrieg|[Gg]olfkrieg)\w{0,2}(?!\w)"
)
_ALONE = re.compile(r"\b(?:die|der|das|dem|den|im|am|zum|beim|eine?|einen)\s$", re.IGNORECASE)
_NOUNS = frozenset({"null", "acht", "elf", "zwölf"})
_NOUN_BEFORE = re.compile(r"\b(?:der|die|das|Stunde|[Aa]ußer|[Ii]n)\s$")
_UNDER = re.compile(r"\b[Uu]nter\s$")
_IN = re.compile(r"(?<!\w)[Ii]n\s$")
_EIGHTH = re.compile(
    r"(?:\b(?:de[rmns]|die|das|zum|am|im|jede[rnms]?|vom|beim|bis|ihr\w*|sein\w*|und|bereits|schon))\s$"
)
_FUSED_OK = re.compile(
    r"(?:jährige?|prozentige?|fache?|mal|malige?|köpfige?|stöckige?|geschoss?ige?|gradige?)[nrsm]{0,2}$|"
    r"(?-i:km|m|cm|mm|kg|t|g|l|kWh|MW|GW|ha|x)$",
    re.IGNORECASE,
)
_HYPHENED_OK = re.compile(
    r"(?:Jährige?[nrsm]?|jährige?[nrsm]?|prozentige?[nrsm]?|Prozent|Punkte|Mann|Personen|Tonner|Tonnen|Seiten|Kilo|Kilogramm|Meter|Kilometer|"
    r"Euro|Dollar|US-Dollar|Rubel|Franken|Pfund|Megawatt|Gigawatt|Liter|Hektar|Grad|Millionen|Milliarden|köpfige?[nrsm]?|fache?[nrsm]?|"
    r"mal|malige?[nrsm]?|stöckige?[nrsm]?|Zoll|Megapixel|Quadratmeter|Quadratkilometer|Zentimeter|Millimeter|km|m|kg|PS|Cent)\b"
)
_SPELLED_ONLY = re.compile(
    r"(?:Augen|Staaten|Sterne|Gänge|Zimmer|Parteien|plus|Säulen|Felder|Tage|Stunden|Jahre?s?|Wochen|Monate?s?)\b"
)
_EVERY_SO_OFTEN = re.compile(rf"{_S}(?:im|pro|am|in{_S}der){_S}(?:Jahrhundert|Jahrzehnt|Jahr|Monat|Woche|Tag|Stunde)\b")


def is_figure(text: str, numeral: Numeral) -> bool:
    """Whether the numeral found at its place in `text` states a quantity (dates and names apart)."""
    start, end = numeral.start, numeral.end
    if numeral.bare and not _ONLY.search(text, max(0, start - 14), start):
        return False  # most often an article
    if text[start - 1 : start] != " " and _NAME_BEFORE.search(text, max(0, start - 12), start):
        return False
    if _CLOCK.match(text, end):
        return False
    if text[start - 1 : start] == "(" and (_LIFE.fullmatch(text, start, end) or _MINUTE.match(text, end)):
        return False
    if numeral.rest and not _is_quantity_with(numeral, text):
        return False
    if numeral.bare:
        return NOUN_FOLLOWS.match(text, end) is not None
    return _CHECKS.get(numeral.kind, _is_plain_quantity)(text, numeral)


def _is_plain_quantity(text: str, numeral: Numeral) -> bool:
    return not (_is_word_of_idiom(text, numeral) or is_label_or_time(text, numeral))


def _is_half_of_unit(text: str, numeral: Numeral) -> bool:
    """'ein halbes Kilo', not 'halb voll'."""
    return units.after(text, numeral.end) is not None


def _is_share(text: str, numeral: Numeral) -> bool:
    return True


def _is_quantity_with(numeral: Numeral, text: str) -> bool:
    """Whether what the numeral is written together with leaves it a quantity."""
    if numeral.rest == "x" and text[numeral.end + 1 : numeral.end + 2].isdigit():
        return False  # 4x100
    if text[numeral.end : numeral.end + 1] == "-":
        if numeral.rest.startswith("in-"):
            return False  # 2-in-1
        if _HYPHENED_OK.match(numeral.rest):
            return True
        is_digits = text[numeral.start].isdigit()
        return is_digits and len(numeral.rest) > 3 and not _SPELLED_ONLY.match(numeral.rest)
    return bool(_FUSED_OK.match(numeral.rest))


def _counts_times(text: str, numeral: Numeral) -> bool:
    if not numeral.rest:  # doppelt so viele, das Doppelte
        return text.startswith(" so ", numeral.end) or text[numeral.start].isupper()
    word = text[numeral.start : numeral.end].casefold()
    if word == "einmal":
        return _EVERY_SO_OFTEN.match(text, numeral.end) is not None
    return word != "hundertprozentig" and not word.endswith("stellig")


def _is_counting_ordinal(text: str, numeral: Numeral) -> bool:
    """Ordinals that count a noun; the first of many only where it is an event of a series."""
    if numeral.value == 8 and not _EIGHTH.search(text, max(0, numeral.start - 12), numeral.start):
        return False  # achten is a verb, too
    if not NOUN_FOLLOWS.match(text, numeral.end) and not NOUN_FOLLOWS.match(text, numeral.end - 1):
        is_written = text[numeral.start].islower() or text[numeral.start].isdigit()
        if text.startswith(" von ", numeral.end):  # 'als fünftes von acht Kindern'
            return is_written
        return is_written and bool(_ALONE.search(text, max(0, numeral.start - 7), numeral.start))
    if _NOT_FIRST.match(text, numeral.end) and not (numeral.value > 2 and _ROW.match(text, numeral.end)):
        return False
    if numeral.value == 1:  # of 'der erste von 14 Flügen' no noun follows
        return bool(_COUNTED_FIRST.match(text, numeral.end)) or _is_one_of_series(text, numeral)
    if text[numeral.start].isupper() and text[numeral.start].isalpha():
        before = text[max(0, numeral.start - 2) : numeral.start]
        return not before or before[-1] in '\n“„"' or before[0] in ".!?:\n"
    return True


def _is_one_of_series(text: str, numeral: Numeral) -> bool:
    """'der erste Einschlag', 'als erster Zeuge': one of several; not 'die ersten Häuser', not 'der erste Schritt'."""
    noun = _SINGULAR.match(text, numeral.end)
    if noun is None or _NO_SERIES.search(noun["noun"]):
        return False
    if text[numeral.end - 1] != "e" and text[max(0, numeral.start - 4) : numeral.start].casefold() == "die ":
        return False  # 'die ersten Häuser'
    return _AS_FIRST.search(text, max(0, numeral.start - 8), numeral.start) is not None


def _is_part(text: str, numeral: Numeral) -> bool:
    """'ein Viertel' of something, not a quarter of the town, not 'Viertel nach drei'."""
    words = text[numeral.start : numeral.end].split()
    name = words[-1].casefold()
    if len(words) == 1 and name != "hälfte":
        return False
    if name == "hälfte":
        before = text[max(0, numeral.start - 14) : numeral.start]
        return not re.search(r"\b(?:erste|zweite)[nr]?\s$", before)
    if name.startswith("viertel") and words[0].casefold() in ("ein", "einem", "eines"):
        if _IN.search(text, max(0, numeral.start - 3), numeral.start):
            return False
        return not re.match(r"\s(?:nach|vor|in)\s", text[numeral.end : numeral.end + 6])
    return True


def _is_word_of_idiom(text: str, numeral: Numeral) -> bool:
    """'außer Acht', 'Stunde Null', 'die Elf', 'Nummer eins', 'unter vier Augen'."""
    start, end = numeral.start, numeral.end
    before, word = text[max(0, start - 24) : start], text[start:end]
    name = word.casefold()
    if name == "eins" or (name == "null" and not units.after(text, end)):
        return True
    if text.startswith(" Augen", end) and _UNDER.search(before):
        return True
    return bool(
        name in _NOUNS
        and _NOUN_BEFORE.search(before)
        and (word[0].isupper() or (name == "acht" and not NOUN_FOLLOWS.match(text, end)))
    )


_CHECKS = {
    "half": _is_half_of_unit,
    "times": _counts_times,
    "ordinal": _is_counting_ordinal,
    "fraction": _is_part,
    "share": _is_share,
}
