"""Whose rupee, pound, crown: a currency of one name in several countries, by the country that the text names."""

import re

# The word of the currency, and for each country that has it: how its names begin, and the code of ISO 4217.
_SHARED: dict[str, dict[str, str]] = {
    "Schilling": {
        "Keni": "KES", "Nairobi": "KES", "Tansani": "TZS", "Daressalam": "TZS", "Uganda": "UGX", "ugand": "UGX",
        "Kampala": "UGX", "Somali": "SOS", "Mogadischu": "SOS", "Österreich": "ATS", "österreich": "ATS", "Wien": "ATS",
    },
    "Rupie": {
        "Indien": "INR", "indisch": "INR", "Srinagar": "INR", "Jammu": "INR", "Lahore": "PKR", "Karatschi": "PKR",
        "Delhi": "INR", "Mumbai": "INR", "Pakistan": "PKR", "pakistan": "PKR",
        "Islamabad": "PKR", "Lanka": "LKR", "Colombo": "LKR", "Jaffna": "LKR", "Nepal": "NPR", "Kathmandu": "NPR",
        "Mauriti": "MUR", "Seychell": "SCR",
    },
    "Krone": {
        "Schwed": "SEK", "schwed": "SEK", "Stockholm": "SEK", "Norweg": "NOK", "norweg": "NOK", "Oslo": "NOK",
        "Dän": "DKK", "dän": "DKK", "Kopenhagen": "DKK", "Tschechi": "CZK", "tschechi": "CZK", "Prag": "CZK",
        "Isl[aä]nd": "ISK", "isländ": "ISK", "Reykjav": "ISK",
    },
    "Pfund": {
        "Großbritann": "GBP", "Grossbritann": "GBP", "London": "GBP", "[Bb]rit": "GBP", "Schott": "GBP", "Engl": "GBP",
        "Ägypt": "EGP", "ägypt": "EGP", "Kairo": "EGP", "Syr": "SYP", "syrisch": "SYP", "Damaskus": "SYP",
        "Libano": "LBP", "libanes": "LBP", "Beirut": "LBP", "Südsudan": "SSP", "Dschuba": "SSP", "Sudan": "SDG",
        "sudanes": "SDG", "Khartum": "SDG",
    },
    "Dinar": {
        "Serbi": "RSD", "serbisch": "RSD", "Belgrad": "RSD", "Irak": "IQD", "irakisch": "IQD", "Bagdad": "IQD",
        "Kuwait": "KWD", "Jordani": "JOD", "jordanisch": "JOD", "Amman": "JOD", "Tunesi": "TND", "Tunis": "TND",
        "Algeri": "DZD", "Algier": "DZD", "Libye": "LYD", "libysch": "LYD", "Tripolis": "LYD", "Bahrain": "BHD",
    },
    "Peso": {
        "Mexik": "MXN", "mexikan": "MXN", "Argentini": "ARS", "argentini": "ARS", "Buenos": "ARS", "Chile": "CLP",
        "Kolumbi": "COP", "kolumbi": "COP", "Bogot": "COP", "Philippin": "PHP", "philippin": "PHP", "Manila": "PHP",
        "Kuba": "CUP",
    },
    "Franc": {
        "Kongo": "CDF", "Kinshasa": "CDF", "Goma": "CDF", "Ruanda": "RWF", "Kigali": "RWF", "Burundi": "BIF",
        "Guinea": "GNF", "Dschibuti": "DJF", "Frankreich": "FRF", "französisch": "FRF", "Paris": "FRF",
    },
    "Le[iu]": {
        "Moldau": "MDL", "Moldaw": "MDL", "moldauisch": "MDL", "Chi[sș]in[aă]u": "MDL", "Transnistri": "MDL",
        "Gagausi": "MDL", "Rumäni": "RON", "rumänisch": "RON", "Bukarest": "RON",
    },
    "Rial": {
        "Iran": "IRR", "iranisch": "IRR", "Teheran": "IRR", "Jemen": "YER", "jemenitisch": "YER", "Sanaa": "YER",
        "Oman": "OMR", "Katar": "QAR", "Saudi": "SAR",
    },
}  # fmt: skip
_NAMES = {
    word: re.compile(r"\b(?:" + "|".join(f"(?P<c{i}>{stem})" for i, stem in enumerate(codes)) + ")")
    for word, codes in _SHARED.items()
}
_FAR = 6000  # characters before a sum that may say where it is paid


def code(written: str, text: str, end: int) -> str | None:
    """The ISO 4217 code of the currency `written` right before `end`, by the country named nearest before it, else
    first after it; None for a currency of one country, or where the text names none that has it."""
    word = next((word for word in _NAMES if re.search(word, written)), None)
    if word is None or "CFA" in written:
        return None
    codes = list(_SHARED[word].values())
    last = None
    for last in _NAMES[word].finditer(text, max(0, end - _FAR), end):  # noqa: B007
        pass
    last = last or _NAMES[word].search(text, end, end + _FAR)
    return codes[int((last.lastgroup or "c0")[1:])] if last else None
