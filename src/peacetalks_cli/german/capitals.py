"""Capitals by their usual German names: what 'in der Hauptstadt' means, and which towns stand for a government."""

from functools import cache

CAPITALS = {
    "AE": "Abu Dhabi", "AF": "Kabul", "AL": "Tirana", "AM": "Jerewan|Eriwan", "AO": "Luanda", "AR": "Buenos Aires",
    "AT": "Wien", "AU": "Canberra", "AZ": "Baku", "BA": "Sarajewo|Sarajevo", "BD": "Dhaka", "BE": "Brüssel",
    "BF": "Ouagadougou", "BG": "Sofia", "BI": "Bujumbura|Gitega", "BJ": "Porto-Novo", "BO": "La Paz",
    "BR": "Brasília|Brasilia", "BY": "Minsk", "CA": "Ottawa", "CD": "Kinshasa", "CF": "Bangui", "CG": "Brazzaville",
    "CH": "Bern", "CI": "Yamoussoukro", "CL": "Santiago", "CM": "Yaoundé|Jaunde", "CN": "Peking",
    "CO": "Bogotá|Bogota", "CU": "Havanna", "CY": "Nikosia", "CZ": "Prag", "DE": "Berlin", "DJ": "Dschibuti",
    "DK": "Kopenhagen", "DZ": "Algier", "EC": "Quito", "EE": "Tallinn", "EG": "Kairo", "ER": "Asmara",
    "ES": "Madrid", "ET": "Addis Abeba", "FI": "Helsinki", "FR": "Paris", "GB": "London", "GE": "Tiflis|Tbilissi",
    "GH": "Accra", "GN": "Conakry", "GR": "Athen", "GT": "Guatemala-Stadt", "HN": "Tegucigalpa", "HR": "Zagreb",
    "HT": "Port-au-Prince", "HU": "Budapest", "ID": "Jakarta", "IE": "Dublin", "IL": "Jerusalem|Tel Aviv",
    "IN": "Neu-Delhi|Delhi", "IQ": "Bagdad", "IR": "Teheran", "IS": "Reykjavik", "IT": "Rom", "JO": "Amman",
    "JP": "Tokio", "KE": "Nairobi", "KG": "Bischkek", "KH": "Phnom Penh", "KP": "Pjöngjang", "KR": "Seoul",
    "KW": "Kuwait-Stadt", "KZ": "Astana", "LA": "Vientiane", "LB": "Beirut", "LK": "Colombo", "LR": "Monrovia",
    "LT": "Vilnius", "LV": "Riga", "LY": "Tripolis", "MA": "Rabat", "MD": "Chișinău|Chisinau", "ME": "Podgorica",
    "MG": "Antananarivo", "MK": "Skopje", "ML": "Bamako", "MM": "Naypyidaw|Rangun", "MN": "Ulan-Bator|Ulaanbaatar",
    "MR": "Nouakchott", "MT": "Valletta", "MW": "Lilongwe", "MX": "Mexiko-Stadt", "MY": "Kuala Lumpur",
    "MZ": "Maputo", "NA": "Windhoek", "NE": "Niamey", "NG": "Abuja", "NI": "Managua", "NL": "Den Haag|Amsterdam",
    "NO": "Oslo", "NP": "Kathmandu", "OM": "Maskat", "PE": "Lima", "PH": "Manila", "PK": "Islamabad",
    "PL": "Warschau", "PS": "Ramallah", "PT": "Lissabon", "QA": "Doha", "RO": "Bukarest", "RS": "Belgrad",
    "RU": "Moskau", "RW": "Kigali", "SA": "Riad", "SD": "Khartum", "SE": "Stockholm", "SI": "Ljubljana",
    "SK": "Bratislava", "SL": "Freetown", "SN": "Dakar", "SO": "Mogadischu", "SS": "Juba", "SV": "San Salvador",
    "SY": "Damaskus", "TD": "N’Djamena", "TH": "Bangkok", "TJ": "Duschanbe", "TL": "Dili", "TN": "Tunis",
    "TR": "Ankara", "TW": "Taipeh", "TZ": "Dodoma", "UA": "Kiew|Kyjiw", "UG": "Kampala", "US": "Washington",
    "UY": "Montevideo", "UZ": "Taschkent", "VE": "Caracas", "VN": "Hanoi", "XK": "Pristina", "YE": "Sanaa",
    "ZA": "Pretoria", "ZM": "Lusaka", "ZW": "Harare",
}  # fmt: skip


def is_capital(name: str) -> bool:
    """Whether `name` is that of a capital, a genitive -s included."""
    return name in _names() or name.removesuffix("s") in _names()


def is_of(name: str, country: str) -> bool:
    """Whether `name` is that of the capital of a country (ISO code)."""
    capitals = CAPITALS.get(country, "").split("|")
    return name in capitals or name.removesuffix("s") in capitals


@cache
def _names() -> frozenset[str]:
    return frozenset(name for names in CAPITALS.values() for name in names.split("|"))
