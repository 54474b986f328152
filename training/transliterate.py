"""Cyrillic names in German spelling: Володимир -> Wolodymyr."""

import re
import unicodedata

_COMMON = {
    "а": "a", "б": "b", "в": "w", "г": "g", "ґ": "g", "д": "d", "е": "e", "ж": "sch", "з": "s", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ь": "", "ъ": "", "ю": "ju", "я": "ja",
    "й": "j", "’": "", "'": "", "ʼ": "",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dsch",
}  # fmt: skip
_UKRAINIAN = _COMMON | {"г": "h", "и": "y", "і": "i", "ї": "ji", "є": "je"}
_RUSSIAN = _COMMON | {"и": "i", "ы": "y", "э": "e", "ё": "jo"}
_VOWEL = "аеиіїєоуюяыэё"


def german(name: str, language: str) -> list[str]:
    """The German spellings of a name in Cyrillic letters; a name in Latin letters is given back.

    `language`: two letters; uk is read as Ukrainian, everything else as Russian. Other scripts: nothing.
    """
    scripts = {unicodedata.name(letter, "").split()[0] for letter in name if letter.isalpha()}
    if scripts <= {"LATIN"}:
        return [name]
    if scripts != {"CYRILLIC"}:
        return []
    table = _UKRAINIAN if language == "uk" else _RUSSIAN
    lower = name.lower()
    sharp = re.sub(rf"(?<=[{_VOWEL}])с(?=[{_VOWEL}])", "сс", lower)  # Lyssenko, Wassyl
    spellings = {"".join(table.get(letter, letter) for letter in form) for form in (lower, sharp)}
    spellings |= {re.sub(r"[iy]j$", "i" if language != "uk" else "yj", form) for form in spellings}
    return sorted({"-".join(part.capitalize() for part in form.split("-")) for form in spellings})
