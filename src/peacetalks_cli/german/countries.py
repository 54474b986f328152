"""Adjectives of countries, without their ending: 'russisch' is of RU (ISO 3166-1)."""

from typing import Final

COUNTRY_OF: Final = {
    "russisch": "RU", "ukrainisch": "UA", "polnisch": "PL", "belarussisch": "BY", "belarusisch": "BY",
    "georgisch": "GE", "armenisch": "AM", "aserbaidschanisch": "AZ", "moldauisch": "MD", "rumänisch": "RO",
    "ungarisch": "HU", "türkisch": "TR", "syrisch": "SY", "libanesisch": "LB", "israelisch": "IL", "iranisch": "IR",
    "irakisch": "IQ", "saudisch": "SA", "ägyptisch": "EG", "sudanesisch": "SD", "jemenitisch": "YE",
    "libysch": "LY", "deutsch": "DE", "österreichisch": "AT", "schweizerisch": "CH", "französisch": "FR",
    "italienisch": "IT", "spanisch": "ES", "britisch": "GB", "amerikanisch": "US", "kanadisch": "CA",
    "chinesisch": "CN", "japanisch": "JP", "indisch": "IN", "pakistanisch": "PK", "afghanisch": "AF",
    "serbisch": "RS", "bosnisch": "BA", "kroatisch": "HR", "finnisch": "FI", "schwedisch": "SE", "norwegisch": "NO",
    "dänisch": "DK", "estnisch": "EE", "lettisch": "LV", "litauisch": "LT", "kongolesisch": "CD", "ruandisch": "RW",
    "äthiopisch": "ET", "nigerianisch": "NG", "kasachisch": "KZ", "griechisch": "GR", "palästinensisch": "PS",
    "venezolanisch": "VE", "kolumbianisch": "CO", "mexikanisch": "MX", "bulgarisch": "BG", "tschechisch": "CZ",
    "slowakisch": "SK", "somalisch": "SO", "eritreisch": "ER", "kenianisch": "KE", "philippinisch": "PH",
}  # fmt: skip
