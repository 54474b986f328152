"""Units of measure and money beside a numeral: '45 Prozent', '2,7 Milliarden Dollar', 'CHF 20', '68-Jährige'."""

import re
from dataclasses import dataclass

_S = "[ \u00a0\u202f\u2009]"


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` as the contract writes it ('%', '°C', 'EUR', 'km'), the topic that it decides, and where it ends.

    `names_stuff`: a noun right after it is what is measured ('500 Tonnen Getreide').
    """

    name: str
    topic: str
    end: int
    names_stuff: bool = False


# (words as a pattern, unit, topic, whether a noun after it is what is measured)
_MEASURES: tuple[tuple[str, str, str, bool], ...] = (
    (r"Prozentpunkte?n?|Prozent|[Pp]rozentige?[nrsm]?|%|v\.H\.", "%", "percentage", True),
    (r"Promille|‰", "‰", "percentage", True),
    (rf"(?:Minus|Plus|Hitze|Kälte)?(?:[Gg]rade?n?|GRAD)(?:{_S}(?:Celsius|C\b))?(?!{_S}(?:n|s|ö|w)\w+{_S}(?:Breite|Länge))|"
    rf"°{_S}?C|°", "°C", "temperature", False),
    (r"Quadratkilometern?s?|km²|qkm|km2|sq\.?km", "km²", "territory", True),
    (r"Quadratmetern?s?|m²|qm|m2", "m²", "territory", True),
    (r"Hektare?n?s?|ha", "ha", "territory", True),
    (rf"Kilometern?{_S}pro{_S}Stunde|Stundenkilometern?|km/h", "km/h", "other", False),
    (rf"Metern?{_S}pro{_S}Sekunde|m/s", "m/s", "other", False),
    (r"Kilometern?s?|km", "km", "distance", True),
    (r"Zentimetern?s?|cm", "cm", "distance", True),
    (r"Millimetern?s?|mm", "mm", "distance", True),
    (r"Seemeilen?", "sm", "distance", False),
    (r"Meilen?", "mi", "distance", False),
    (r"(?:Höhen)?[Mm]etern?s?|m", "m", "distance", True),
    (r"Zoll", "in", "distance", False),
    (r"Kubikmetern?s?|m³|m3", "m³", "energy", True),
    (r"Gigawattstunden?|GWh", "GWh", "energy", True),
    (r"Terawattstunden?|TWh", "TWh", "energy", True),
    (r"Megawattstunden?|MWh", "MWh", "energy", True),
    (r"Kilowattstunden?|kWh", "kWh", "energy", True),
    (r"Gigawatt|GW", "GW", "energy", True),
    (r"Megawatt|MW", "MW", "energy", True),
    (r"Kilowatt|kW", "kW", "energy", True),
    (r"Barrels?|Fass(?![ \u00a0](?:Bier|Wein|Most))", "Barrel", "energy", True),
    (r"Kilogramms?|Kilos?|kg", "kg", "other", True),
    (r"Tonnen?|t", "t", "other", True),
    (r"Kilotonnen?|kt", "kt", "other", True),
    (r"Gramms?|g", "g", "other", True),
    (r"Milligramms?|mg", "mg", "other", True),
    (r"Litern?s?|l", "l", "other", True),
    (r"Hektolitern?s?|hl", "hl", "other", True),
    (r"Millilitern?s?|ml", "ml", "other", True),
    (r"Watt|W", "W", "energy", True),
    (r"Kilobytes?|KB|kB", "kB", "other", True),
    (r"Megabytes?|MB", "MB", "other", True),
    (r"Gigabytes?|GB", "GB", "other", True),
    (r"Terabytes?|TB", "TB", "other", True),
    (r"[Mm]egabit|M[Bb]it(?:/s)?", "Mbit", "other", False),
    (r"[Gg]igabit|G[Bb]it(?:/s)?", "Gbit", "other", False),
    (r"Megahertz|MHz|Mhz", "MHz", "other", False),
    (r"Gigahertz|GHz|Ghz", "GHz", "other", False),
    (r"Megapixeln?s?|MP", "MP", "other", False),
)  # fmt: skip
_MONEY: tuple[tuple[str, str], ...] = (
    (r"Euros?|EUR|€", "EUR"),
    (rf"(?:kanadischen?{_S}|kanadische[nr]?{_S}Dollar)Dollars?|CAD", "CAD"),
    (rf"australische[nr]?{_S}Dollars?|AUD", "AUD"),
    (rf"(?:US-|amerikanische[nr]?{_S})?Dollars?|USD|US\$|\$", "USD"),
    (r"Rubeln?|RUB", "RUB"),
    (r"Hr[iy]w[en]+j?[ae]n?|Griwna|UAH", "UAH"),
    (rf"(?:Schweizer{_S})?Frankens?|CHF|Fr\.|SFr\.?", "CHF"),
    (rf"(?:britische[nr]?{_S})?Pfund(?:{_S}Sterling)?|GBP|£", "GBP"),
    (r"Yen|JPY|¥", "JPY"),
    (r"(?:Yuan|Renminbi)|CNY", "CNY"),
    (r"Schekeln?|Shekel|ILS", "ILS"),
    (rf"(?:iranische[nr]?{_S})?Rials?|IRR", "IRR"),
    (rf"(?:türkische[nr]?{_S})?Lira|TRY", "TRY"),
    (r"Zloty|Złoty|PLN", "PLN"),
    (r"Forint|HUF", "HUF"),
    (rf"schwedische[nr]?{_S}Kronen|SEK", "SEK"),
    (rf"norwegische[nr]?{_S}Kronen|NOK", "NOK"),
    (rf"dänische[nr]?{_S}Kronen|DKK", "DKK"),
    (rf"tschechische[nr]?{_S}Kronen|CZK", "CZK"),
    (rf"indische[nr]?{_S}Rupien|INR", "INR"),
    (rf"pakistanische[nr]?{_S}Rupien|PKR", "PKR"),
    (rf"(?:südkoreanische[nr]?{_S})?Won|KRW", "KRW"),
    (r"Tenge|KZT", "KZT"),
    (r"MDL", "MDL"),
    (r"RON", "RON"),
    (r"Lewa?|BGN", "BGN"),
    (r"Lek|ALL", "ALL"),
    (r"Birr|ETB", "ETB"),
    (r"Naira|NGN", "NGN"),
    (r"Baht|THB", "THB"),
    (r"Kyat|MMK", "MMK"),
    (r"Ringgit|MYR", "MYR"),
    (r"Denare?|MKD", "MKD"),
    (r"Lari|GEL", "GEL"),
    (r"Dram|AMD", "AMD"),
    (r"Manat|AZN", "AZN"),
    (r"Afghanis?|AFN", "AFN"),
    (r"Dirham|AED", "AED"),
    (r"Riyals?|SAR", "SAR"),
    (r"Rand|ZAR", "ZAR"),
    (r"(?:D-|Deutsche )?Mark|DM|DEM", "DEM"),  # in older articles
    (r"Schillinge?n?|ATS", "ATS"),
    (r"CFA-Francs?|FCFA|XOF", "XOF"),
    (r"(?:französische[nr]?[ \u00a0])?Francs?|FRF", "FRF"),
    (r"Lire|ITL", "ITL"),
    (r"Cents?", "Cent"),
    (rf"(?:\w+e[nr]?{_S})?(?:Kronen|Rupien|Pesos?|Dinare?|Pfund|Lei|Leu)", ""),  # whose, the text may not say
)
_GAP = rf"(?:{_S}{{0,2}}|-)"
_END = r"(?![\w²³])"
_AFTER_MEASURE = re.compile(
    rf"{_GAP}(?:" + "|".join(f"(?P<u{i}>{words})" for i, (words, *_) in enumerate(_MEASURES)) + rf"){_END}"
)
_AFTER_MONEY = re.compile(
    rf"{_GAP}(?:" + "|".join(f"(?P<u{i}>{words})" for i, (words, _) in enumerate(_MONEY)) + rf"){_END}"
)
# Both of them without groups, of which each alternative takes its time: after most figures no unit stands.
_WORDS = "|".join([*(words for words, *_ in _MEASURES), *(words for words, _ in _MONEY)])
_HAS_UNIT = re.compile(rf"{_GAP}(?:{_WORDS}){_END}")
_NAMED_MONEY = re.compile(
    r"\b(?:" + "|".join(f"(?P<u{i}>{words})" for i, (words, code) in enumerate(_MONEY) if code) + r")(?![\w-])"
)
_BEFORE_MONEY = re.compile(rf"(?:^|[\s(])(?P<symbol>€|EUR|US\$|\$|USD|£|GBP|CHF|Fr\.|SFr\.?|¥){_S}?$")
_SYMBOLS = {"€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "Fr.": "CHF", "SFr": "CHF", "SFr.": "CHF", "¥": "JPY"}
_TIME = re.compile(
    rf"{_GAP}(?:\w+e[nrs]?{_S})?(?:Jahr(?:e[ns]?|zehnten?|hunderten?|tausenden?)?|Halbjahre?n?|Quartale?n?|Monate?[ns]?|Wochen?(?:enden?)?|"
    r"Tage?[ns]?|Nächten?|Stunden?|Minuten?|Sekunden?|Uhr|Millisekunden?)(?!\w)"
)
_YEARS_OLD = re.compile(
    rf"{_S}(?:und|bis|oder){_S}(?:\d+|[a-zäöü]+){_S}Jahre{_S}alt|{_S}(?:Jahre?n?|Monate?n?){_S}(?:alt|jung|älter)|{_S}Lebensjahre?n?"
)
_AGE_BEFORE = re.compile(
    rf"\b(?:im{_S}Alter{_S}(?:von{_S}|zwischen{_S})(?:(?:\d+|[a-zäöü]+){_S}(?:und|bis|oder){_S})?|Alter:?{_S}|"
    rf"(?:Kindern?|Jugendlichen?|Männern?|Frauen|Mädchen|Buben|Jungen|Personen|Menschen|Bürgern?|Zivilisten|Ukrainern?|Russen|"
    rf"Soldaten|Soldatinnen|Rekruten|Reservisten|Wehrpflichtigen?|Freiwilligen?|Kämpfern?|Gefangenen?|Kriegsgefangenen?|"
    rf"Verletzten?|Patienten|Flüchtlingen?|Bewohnern?|Einwohnern?|Arbeitern?|Schülern?|Studenten|Wählern?|Rentnern?|Leuten?){_S}"
    rf"(?:bis|unter|ab|über|von|(?:zwischen|von){_S}(?:(?:\d+|[a-zäöü]+){_S}(?:und|bis){_S})?){_S}?|(?<=[Mm]it){_S})(?:nur{_S}|erst{_S})?$"
)
_SOMEBODY = r"Mann(?:es)?|Frau|Mädchens?|Jungen?|Buben?|Bursche[n]?|Person|Kind(?:es)?|Greis|Dame|Herrn?|Knabe[n]?"
_BECOMES = re.compile(
    r"\bwird\s(?:(?:er|sie)\s|(?:ihr|sein|der|die)e?\s(?:Sohn|Tochter|Enkel\w*|Bruder|Schwester|Bub|Mädchen|Kind|Junge)\s(?:[A-ZÄÖÜ]\w+\s)?)$"
)
_TWO = 2  # digits
_AGE_LIMIT = re.compile(
    rf"\b(?:Alter|(?:Pensions|Pensionsantritts|Renten|Renteneintritts|Mindest|Wahl|Höchst|Durchschnitts|Eintritts|Antritts|"
    rf"Heirats|Wehrpflicht|Einberufungs|Mobilisierungs)alter)s?\b[^.;:]{{0,45}}\b(?:von|auf|bei|zwischen){_S}"
    rf"(?:(?:rund|etwa|derzeit){_S})?$"
)
_YOUNGEST = re.compile(
    rf"\b(?:[Jj]üngste|[Ää]lteste)[nr]?\b[^.;:\d]{{0,45}}(?:\b(?:ist|war|sei|wird|wurde)|,|(?<=[Jj]üngste)|(?<=[Ää]lteste)){_S}(?:erst{_S}|gerade{_S})?$"
)
_OLDER = re.compile(
    rf"\b(?:älter|jünger){_S}als{_S}(?:(?:rund|etwa|knapp){_S})?$|\b(?:{_SOMEBODY}){_S}von{_S}(?:(?:rund|etwa|knapp|fast|kaum|über|gut|erst|nur){_S}){{0,2}}$"
)
_IS_END = re.compile(rf"[,.;]|{_S}(?:und|als|oder){_S}[^\d]|{_S}(?:gewesen|geworden)\b")
_AGE_BRACKET_END = re.compile(r"\)|[,;.](?:\s|$)|\sund\s\d\d?\)")


def after(text: str, end: int) -> Unit | None:
    """The unit that follows a numeral which ends at `end`, None for a plain count."""
    if not _HAS_UNIT.match(text, end):
        return None
    if found := _AFTER_MEASURE.match(text, end):
        _, name, topic, stuff = _MEASURES[_index(found)]
        return Unit(name, topic, found.end(), stuff)
    if found := _AFTER_MONEY.match(text, end):
        return Unit(_MONEY[_index(found)][1], "money", found.end())
    return None


def named_before(text: str, begin: int, start: int) -> Unit | None:
    """The currency that a sum without one is in, named in its sentence: 'Kredite in Franken, gut 41 Millionen'."""
    last = None
    for last in _NAMED_MONEY.finditer(text, begin, start):  # noqa: B007
        pass
    return Unit(_MONEY[_index(last)][1], "money", start) if last else None


def before(text: str, start: int) -> Unit | None:
    """A currency sign before the numeral that begins at `start` ('€ 500'); its end is `start`."""
    found = _BEFORE_MONEY.search(text, max(0, start - 6), start)
    return Unit(_SYMBOLS.get(found["symbol"], found["symbol"]), "money", start) if found else None


def is_time(text: str, start: int, end: int) -> bool:
    """Whether a unit of time follows [start, end): a duration or a clock time, which is a date and no figure."""
    if not _TIME.match(text, end):
        return False
    if _YEARS_OLD.match(text, end) or _AGE_BEFORE.search(text, max(0, start - 45), start):
        return False
    return not _OLDER.search(text, max(0, start - 30), start)


def is_age(text: str, start: int, end: int, *, after_person: bool) -> bool:
    """Whether the bare number [start, end) is an age: '43 Jahre alt', 'im Alter von 15', 'Hanna (43)', 'Hanna, 43,'.

    `after_person`: a person's name ends right before the bracket or the comma.
    """
    if _YEARS_OLD.match(text, end):
        return True
    written = text[max(0, start - 80) : start]
    is_two = end - start == _TWO
    if is_two and "lter" in written and _AGE_LIMIT.search(text, max(0, start - 80), start) and not after(text, end):
        return True
    if _AGE_BEFORE.search(text, max(0, start - 45), start) and text[max(0, start - 4) : start].casefold() != "mit ":
        return True
    if "ste" in written and _YOUNGEST.search(text, max(0, start - 60), start) and _IS_END.match(text, end):
        return True
    is_to_be = "wird" in written and _BECOMES.search(text, max(0, start - 60), start)
    if is_to_be and re.match(r"[.,;]|\s(?:und|geworden)\b", text[end : end + 12]):
        return True
    if _OLDER.search(text, max(0, start - 30), start) and not after(text, end):
        return True
    return after_person and bool(_AGE_BRACKET_END.match(text, end))


def years_end(text: str, end: int) -> int:
    """Where 'Jahre alt' after an age ends."""
    found = _YEARS_OLD.match(text, end)
    return found.end() if found else end


def _index(found: re.Match[str]) -> int:
    return int((found.lastgroup or "u0")[1:])
