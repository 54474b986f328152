"""Numbers that name or order something: articles, ranks, years, items of a list, clock times, telephone numbers."""

import re

from peacetalks_cli.german.figures import units
from peacetalks_cli.german.numerals import Numeral

_S = "[ \u00a0\u202f\u2009]"
# Words that number something: 'Artikel 5', 'Platz vier', 'Leopard 2'.
_NUMBERED = re.compile(
    r"(?:\b(?:Nr\.|Nummer|Artikel|Art\.|Paragraf|Paragraph|Absatz|Abs\.|Kapitel|Ziffer|Seite|S\.|Band|Punkt|Platz|"
    r"Plätze|Rang|Ränge|Position|Tabellenplatz|Startplatz|Stufe|Kategorie|Level|Gleis|Plätzen|Rängen|Art|VfSlg|Ligue|Division|Linie|Block|Reaktor|Zimmer|"
    r"Halle|Saal|Raum|Zelle|Build|Studio|Kanal|Channel|Formel|Autobahn|Route|Bundesstraße|Highway|Hausnummer|Version|Typ|Modell|"
    r"Klasse|Staffel|Episode|Liga|Agenda|Resolution|Abschnitt|Tempo|Flug|"
    r"Baujahr|Jahr|Tel\.?|Telefon|Fax|Hotline|Postfach|PLZ|ISBN|Leopard|Leclerc|"
    r"Challenger|Boeing|Airbus|Mirage|Panzerhaubitze|Nord Stream|Windows|iPhone|Galaxy|Playstation|Xbox|"
    r"Euro(?=\s[456]\b)|"
    r"RTL|ORF|SRF|ARD|NDR|Apollo|Sojus|Ariane|Falcon|"
    r"Hyperloop|Covid|Pier|Bahnsteig|Terminal|Wahlkreis|Bezirk|Schacht|Opus|Sinfonie|Symphonie|Psalm|"
    r"Zeit im Bild|Pistole|Kaliber|Hepatitis|Steuerklasse|Pflegestufe|Pflegegrad|Chanel|"
    r"Bataillon|Brigade|Regiment|Kompanie|Geschwader|Checkpoint|Google|Hartz|Artikels|Paragrafen|Resolutionen|Ausgabe|Heft|Lit\.)|§§?|#|№)"
    rf"{_S}{{0,2}}$"
)
_LISTED = re.compile(r"\.[)/]|/\d")  # (15.), 1./2., 19.814/2013
_FILE = re.compile(rf"{_S}[A-Z][a-z]{{0,3}}{_S}\d+/\d")  # the number of a case: '1 R 77/15'
_A_LIST = 30
_LIST_MARK = re.compile(rf"(?:^|\n|[–:*•]{_S})$")
_COUNT_LABEL = re.compile(r"(?:^|[\n.!?]\s?)(?!Weiter|Ferner|Dann|Außerdem|Ausserdem)[A-ZÄÖÜ][\w ]{2,40}: $")
_LABEL = re.compile(rf"(?P<before>\S*){_S}(?P<word>[A-ZÄÖÜ][\w-]+){_S}$")
_ARTICLES = frozenset({"die", "der", "das", "den", "dem"})
_HAVING = frozenset(
    {
        "hat",
        "hatte",
        "habe",
        "zählt",
        "zählte",
        "meldet",
        "meldete",
        "stellt",
        "stellte",
        "schickt",
        "schickte",
        "verlor",
    }
)
_GAPPING = re.compile(r"\d[ \u00a0](?:[a-zäöüß]+[ \u00a0]){0,2}[A-ZÄÖÜ][^.!?\n]{2,90},[ \u00a0][^.,!?\n]*$")
# 'In Brixen sind 38 Eingriffe abgesagt, in Meran laut Primar Pircher 22.'
_GAPPED_AT = re.compile(
    r"(?:\d[ \u00a0](?:[a-zäöüß]+[ \u00a0]){0,2}[A-ZÄÖÜ][^.!?\n]{2,90}|[a-zäöüß][ \u00a0]\d{1,3}),[ \u00a0]"
    r"(?:in|im|am|bei|auf|an|aus|von|für|unter|gegen)[ \u00a0][^.,!?\n\d]*$"
)
_OUT_OF = re.compile(
    r"\d[^.!?\n]{2,90},[ \u00a0](?:an|von[ \u00a0](?:den|diesen|ihren))[ \u00a0][A-ZÄÖÜ][a-zäöüß]+n[ \u00a0]$"
)
_IN_PLACE = re.compile(r"(?:in|im|bei|aus|von|am|nach|um|ab|seit)$", re.IGNORECASE)
_SPANS = frozenset({"Woche", "Monat", "Monats", "Nacht", "Tages", "Stunde"})  # 'meldete binnen einer Woche 61'
_OWN_SIDE = re.compile(rf"\b(?:de[rnms]|die|das|\w+e|\w+e[rnms]){_S}\w+{_S}$")  # 'seine Seite 1400 Drohnen'
_ROAD = re.compile(rf"(?<!\w)[A-Z]{_S}$")  # 'die A 9', 'Vitamin B 12'
_PRICE = re.compile(
    rf"\b(?:kostet|kosten|kostete[n]?|zahlt|zahlen|zahlte[n]?|verdient|verdienen|verdiente[n]?|bekommt|beträgt|betrug){_S}"
    rf"(?:(?:er|sie|es|man|nur|noch|schon|etwa|rund|bis zu|jetzt|heute|dort|inzwischen|damals){_S}){{0,2}}$"
)
_CLOCK_BEFORE = re.compile(r"(?:\b(?:Viertel|halb)(?:\s(?:nach|vor))?|\bkurz\s(?:nach|vor))\s$")
_YEAR_CONTEXT = re.compile(
    rf"\b(?:[Ii]m|[Aa]b|[Bb]is|[Ss]eit|[Vv]on|[Nn]ach|[Vv]or|[Uu]m|[Aa]nfang|[Ee]nde|[Mm]itte|und|–|-){_S}$"
)
_EVENT = re.compile(r"\b[A-ZÄÖÜ]\w+(?:ung|krieg|beben|schlacht|friede|frieden|reform|vertrag|mord|brand)\s$")
_COUNTS_ON = re.compile(
    rf"{_S}(?:geworden|frei|heim|hinzu|zurück|ums|weitere|andere|davon|wurden|waren|seien|verletzt|getötet|tot|von)\b|,{_S}\d|"
    rf"{_S}(?:aus|an|drauf|dazu|bei|fest|ab)[.,;]"
)
_AND_SO_ON = re.compile(
    r"\d[ \u00a0][^.!?\n\d]{2,60},[ \u00a0][A-ZÄÖÜ][\w-]+[ \u00a0]\d+[ \u00a0]und[ \u00a0][A-ZÄÖÜ][\w-]+[ \u00a0]$"
)
_INFINITIVE = re.compile(rf"{_S}[a-zäöüß]+en[.,;]")
_IT_IS = re.compile(r"\b(?:(?:sind|waren|seien|wären)\ses|es\s(?:sind|waren|seien|wären))\b[^,.;:\d]*$")
_ABOUT = re.compile(
    rf"\b(?:rund|etwa|circa|knapp|fast|beinahe|mehr{_S}als|weniger{_S}als|mindestens|höchstens|insgesamt|bis{_S}zu|"
    rf"(?:sind|waren|seien|wären){_S}es(?:{_S}(?:noch|schon|bereits|sogar|nur|erst|heuer|zuletzt))?){_S}$"
)
_OF_SO_MANY = re.compile(rf"\b(?:von|mit|bei|um|auf|an|aus|durch){_S}$")  # 'sprach von 1971 Verletzungen'
_PLURAL_AFTER = re.compile(rf"{_S}[A-ZÄÖÜ][a-zäöüß]+(?:en|er|e|el|n|s)\b")
_THIS_YEAR = re.compile(rf"\b(?:dieses|jedes|\w+[etn](?:en|es)){_S}Jahr{_S}$|\b(?:Anfang|Mitte|Ende){_S}Jahr{_S}$")
# The words of both patterns above: another plain word before a number says nothing of the kind, as most do.
_NAMING = frozenset(re.findall(r"\w+", _NUMBERED.pattern + _CLOCK_BEFORE.pattern))
_TIME_BEFORE = re.compile(rf"(?<!\d)\d\d?[:.]\d\d{_S}$")
_HALF_TENS = re.compile(rf"\b(?:Anfang|Mitte|Ende){_S}$")
_NOUN_RIGHT_AFTER = re.compile(rf"{_S}[A-ZÄÖÜ]\w+")
NOUN_FOLLOWS = re.compile(
    rf"{_S}(?:(?!(?:die|eine[nrms]?|seine[nrms]?|ihre[nrms]?|diese[nrms]?|wurden?|werden|waren){_S})\w+e[nrsm]?{_S}){{0,2}}[A-ZÄÖÜ]\w"
)


def is_label_or_time(text: str, numeral: Numeral) -> bool:
    """Numbers that name or order something, years, clock times, durations."""
    start, end = numeral.start, numeral.end
    before, word = text[max(0, start - 24) : start], text[start:end]
    last = before.split()[-1:]
    is_named = not last or not last[0].isalpha() or last[0] in _NAMING
    is_clock = is_named and _CLOCK_BEFORE.search(before) and not NOUN_FOLLOWS.match(text, end)
    if is_clock or _is_listed(text, numeral) or _is_label(text, numeral) or units.is_time(text, start, end):
        return True
    if (is_named and _NUMBERED.search(before) and not _counts_on(text, numeral)) or _is_dialled(text, numeral):
        return True
    if word.isdecimal():
        if _ROAD.search(before) and len(word) < 4 and not NOUN_FOLLOWS.match(text, end):
            return True
        if _PRICE.search(text, max(0, start - 40), start):
            return False
        return _is_year(text, numeral, before) or (len(word) > 1 and word[0] == "0")
    return _is_decimal_point(text, numeral)


def _counts_on(text: str, numeral: Numeral) -> bool:
    """Whether a numeral after 'Seite', 'Jahr' … counts all the same: 'habe seine Seite 1400 Drohnen gezählt'."""
    if units.after(text, numeral.end) or numeral.scale > 1:
        return True
    if _THIS_YEAR.search(text, max(0, numeral.start - 30), numeral.start):
        return bool(_NOUN_RIGHT_AFTER.match(text, numeral.end))  # 'hat dieses Jahr 1800 Kisten verladen'
    before = text[max(0, numeral.start - 40) : numeral.start]
    return bool(_OWN_SIDE.search(before) and _NOUN_RIGHT_AFTER.match(text, numeral.end))


def _is_listed(text: str, numeral: Numeral) -> bool:
    """'(15.)', 'Paragraph 19.814/2013', and '– 3. Watabe' in a table of results."""
    start, end = numeral.start, numeral.end
    if not text[end - 1].isdigit():
        return False
    if _LISTED.match(text, end, end + 2) or _FILE.match(text, end):
        return True
    if text[end : end + 2] == ") " and numeral.value < _A_LIST and "(" not in text[max(0, start - 60) : start]:
        return True  # '2) Am Abend …'
    is_item = text[end : end + 2] == ". " and numeral.value < 100
    if is_item and text[start - 2 : start] == ", " and f" {numeral.value - 1}. " in text[max(0, start - 60) : start]:
        return True  # '1. Huber, 2. Maier'
    if not is_item or not _LIST_MARK.search(text, max(0, start - 2), start):
        return False
    # 'Verletzte: 14. Anrufe: 310.' are counts, 'Ergebnis: 1. Huber, 2. Maier' are ranks.
    is_count = numeral.value > 1 and _COUNT_LABEL.search(text, max(0, start - 48), start)
    return not is_count or f" {numeral.value + 1}. " in text[end : end + 60]


def _is_label(text: str, numeral: Numeral) -> bool:
    """'Darmstadt 98', 'Ligue 1': small digits right after a noun or name, with no noun or unit of their own."""
    start, end = numeral.start, numeral.end
    if not text[start:end].isdecimal() or end - start > 3 or numeral.high is not None:
        return False
    if _HALF_TENS.search(text, max(0, start - 8), start) and numeral.value % 10 == 0:
        return False  # 'Mitte 50'
    if NOUN_FOLLOWS.match(text, end) or units.after(text, end) or _COUNTS_ON.match(text, end):
        return False
    label = _LABEL.search(text, max(0, start - 40), start)
    if label and label["before"] == "und" and _AND_SO_ON.search(text, max(0, start - 90), start):
        return False  # '800 Soldaten, Peru 200 und Ecuador 50'
    if label and label["before"] in _ARTICLES and _INFINITIVE.match(text, end):
        return False  # 'solle die Stadt 60 bekommen'
    if label and label["before"] in _HAVING:
        return False  # 'heute hat Graz 25'
    if label and _IT_IS.search(text, max(0, start - 100), start):
        return False  # 'waren es nach Zahlen des Ministeriums 41'
    if label and (
        _GAPPED_AT.search(text, max(0, start - 120), start) or _OUT_OF.search(text, max(0, start - 120), start)
    ):
        return False
    is_gapped = label and (label["before"] in _ARTICLES or label["before"][-1:] == ",")
    if is_gapped and _GAPPING.search(text, max(0, start - 100), start):
        return False  # 'In Kiew zählt die Stadt 30 Tote, im Umland das Rote Kreuz 55.'
    return bool(
        label
        and label["before"]
        and label["before"][-1:] not in tuple('.:;!?“"')
        and not _IN_PLACE.match(label["before"])
        and label["word"] not in _SPANS
        and not label["word"].endswith(("üngste", "lteste"))
    )


def _is_year(text: str, numeral: Numeral, before: str) -> bool:
    """A bare 1850 … 2100 that the dates left over: a year unless it plainly counts a noun."""
    if numeral.end - numeral.start != 4 or not 1000 <= numeral.value <= 2100:
        return False
    if numeral.value < 1850:  # 'die Belagerung 1683', not 'die Opferzahl 1500'
        return bool(_EVENT.search(before)) and not _NOUN_RIGHT_AFTER.match(text, numeral.end)
    if units.after(text, numeral.end) or _ABOUT.search(before):
        return False
    if _OF_SO_MANY.search(before) and _PLURAL_AFTER.match(text, numeral.end):
        return False
    return bool(_YEAR_CONTEXT.search(before)) or not NOUN_FOLLOWS.match(text, numeral.end)


def _is_dialled(text: str, numeral: Numeral) -> bool:
    """Groups of digits side by side are telephone or account numbers."""
    if not text[numeral.end - 1].isdigit():
        return False
    if _TIME_BEFORE.search(text, max(0, numeral.start - 7), numeral.start):
        return False  # '+++ 09:20 236 Gefangene frei +++'
    around = text[max(0, numeral.start - 3) : numeral.start], text[numeral.end : numeral.end + 3]
    return bool(re.search(r"\d[ /-]\Z|\+\Z", around[0]) or re.match(r"[ /]\d\d|-\d", around[1]))


def _is_decimal_point(text: str, numeral: Numeral) -> bool:
    """'12.15' is a clock time or a section unless a unit says that it is a Swiss decimal."""
    word = text[numeral.start : numeral.end]
    return bool(re.fullmatch(r"\d+\.\d{1,2}", word)) and units.after(text, numeral.end) is None
