"""German number words: one word in, its number out.

Austrian and Swiss spellings (ss for ß), ue/oe for umlauts, 'und' left in or out, inflection.
"""

import re
from collections.abc import Callable
from functools import lru_cache

_LONGEST = 120  # no number below 10^12 is spelled longer in one word

_UNITS = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = (
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn",
    "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS = ("zwanzig", "dreissig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_ONES = ("eins", "eine", "einen", "einem", "einer", "eines")


def _below_hundred() -> dict[str, int]:
    words = {word: n for n, word in enumerate((*_UNITS, *_TEENS))}
    for tens, word in enumerate(_TENS, start=2):
        words[word] = tens * 10
        words.update({f"{unit}und{word}": tens * 10 + n for n, unit in enumerate(_UNITS) if n})
        words[f"zwound{word}"] = tens * 10 + 2
    return words | dict.fromkeys(_ONES, 1) | {"zwo": 2}


_SMALL = _below_hundred()
_INFLECTED = {
    form: n
    for n, word in enumerate((*_UNITS, *_TEENS)[:13])
    if n > 1
    for form in (f"{word}en", *((f"{word}er",) if n < 4 else ()))
}  # mit dreien, zu viert does not count; aussagen zweier Zeugen
_IRREGULAR_ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8}
_ORDINAL_ENDINGS = ("e", "en", "er", "es", "em")
_SCALES = (("billion", 10**12), ("milliarde", 10**9), ("million", 10**6))


# One of these is in every number word, and in few other words.
_ROOT = re.compile("null|ein|zw|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|hundert|tausend|milli|billi|erst|dritt")


def fold(word: str) -> str:
    """`word` in the spelling of the tables: lower case, ss for ß, umlauts for ue and oe in number words."""
    return word.casefold().replace("fuenf", "fünf").replace("zwoelf", "zwölf")


@lru_cache(maxsize=4096)
def cardinal(word: str) -> int | None:
    """The number that one word spells, from 'null' to 'neunhundertneunundneunzigtausend…' and joined millions.

    The article forms 'ein', 'eine' … are 1. None for every other word.
    """
    if len(word) > _LONGEST:
        return None
    word = fold(word)
    return (_INFLECTED.get(word) or _joined(word)) if _ROOT.search(word) else None


@lru_cache(maxsize=1024)
def ordinal(word: str) -> int | None:
    """The place that one inflected word names ('siebente' 7, 'einundzwanzigsten' 21), None for another word."""
    if len(word) > _LONGEST:
        return None
    word = fold(word)
    if not _ROOT.search(word):
        return None
    for ending in _ORDINAL_ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        for irregular, n in _IRREGULAR_ORDINALS.items():
            head = stem.removesuffix(irregular)
            if head != stem and (base := _round_number(head)) is not None:
                return base + n
        for suffix, low, high in (("st", 20, None), ("t", 2, 19)):
            base = _joined(stem.removesuffix(suffix)) if stem.endswith(suffix) else None
            if base is not None and _takes(base, low, high):
                return base
    return None


def _round_number(head: str) -> int | None:
    """What stands before the last part of an ordinal: 'hundert' in 'hundertdritte', nothing in 'dritte'."""
    if not head:
        return 0
    base = _joined(head.removesuffix("und"))
    return base if base is not None and base % 100 == 0 and base else None


def _takes(n: int, low: int, high: int | None) -> bool:
    """Whether an ordinal of n is made with the suffix of low … high: zwölfte, hundertzwölfte, hundertste."""
    last = n % 100
    if high is None:
        return n > 0 and (last == 0 or last >= low)
    return low <= last <= high and last not in (3, 7)


def _joined(word: str) -> int | None:
    """Billions to units in one word."""
    for name, scale in _SCALES:
        head, found, tail = word.partition(name)
        if not found:
            continue
        many = _below_million(head) if head else 1
        tail = tail.removeprefix("en") if name != "milliarde" else tail.removeprefix("n")
        rest = 0 if not tail else _joined(tail.removeprefix("und"))
        return None if not many or rest is None or rest >= scale else many * scale + rest
    return _below_million(word)


def _below_million(word: str) -> int | None:
    return _split(word, "tausend", 1000, _below_ten_thousand)


def _below_ten_thousand(word: str) -> int | None:
    """'dreihundertzwölf', and years and prices counted in hundreds: 'neunzehnhundertelf', 'zwölfhundert'."""
    return _split(word, "hundert", 100, _SMALL.get)


def _split(word: str, name: str, scale: int, part: Callable[[str], int | None]) -> int | None:
    head, found, tail = word.partition(name)
    if not found:
        return part(word)
    many = part(head) if head else 1
    rest = part(tail.removeprefix("und")) if tail else 0
    if not many or rest is None or rest >= scale or (tail and not rest):
        return None
    return many * scale + rest
