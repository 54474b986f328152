"""The smallest parts of a numeral in a text: digits, number words, scales, fractions, signs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from peacetalks_cli.german.numerals.words import cardinal, fold, ordinal

Kind = Literal[
    "digits",  # 3.000, 1,5
    "word",  # dreitausend, anderthalb
    "article",  # ein, eine: 1 only beside a scale, a fraction, or in a range
    "scale",  # Million, Mrd., Dutzend, hundert
    "half",  # halbe
    "fraction",  # Drittel
    "vague",  # Dutzende: twice a dozen at least
    "some",  # mehrere: twice what follows
    "sign",  # minus
    "ordinal",  # siebente
    "times",  # zweimal, doppelt
]


class Atom(NamedTuple):
    """[start, end) of one part in the text. `rest`: letters fused to its right ('jährige' of 'sechsjährige')."""

    start: int
    end: int
    kind: Kind
    value: int | float
    rest: str = ""


_SPACE = "\u00a0\u202f\u2009\u2007 "
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_]+\.?)|(?P<digits>(?<![\w,.:/])(?:\d{{1,3}}(?P<gap>[.'’{_SPACE}])\d{{3}}(?:(?P=gap)\d{{3}})*(?!\d)(?:[,.]\d{{1,2}}(?!\d))?"
    rf"|\d+(?:[.,:/]\d+)*)[½¼¾]?)|(?P<vulgar>[½¼¾⅓⅔])"
)
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_LARGE = {"million": 10**6, "milliarde": 10**9, "billion": 10**12, "billiarde": 10**15, "trillion": 10**18}
_SCALES: dict[str, int] = (
    {f"{name}{ending}": n for name, n in _LARGE.items() for ending in ("", "en", "n") if name[-1] + ending != "nn"}
    | {"mio": 10**6, "mio.": 10**6, "mill.": 10**6, "mrd": 10**9, "mrd.": 10**9, "bio.": 10**12, "bill.": 10**12}
    | {"tsd": 1000, "tsd.": 1000, "dutzend": 12, "dutzends": 12, "hundert": 100, "tausend": 1000}
    | {"viertelmillion": 250_000, "viertelmilliarde": 250_000_000, "halbmillion": 500_000}
)
_VAGUE = {
    f"{prefix}{name}{ending}": 2 * factor * n
    for name, n in (("hundert", 100), ("tausend", 1000), ("dutzend", 12))
    for prefix, factor in (("", 1), ("zehn", 10), ("hundert", 100), ("aber", 1))
    if n == 1000 or not prefix or (prefix, n) == ("aber", 100)
    for ending in ("e", "en", "er", "ern")
}
_HALVES = {"halb": 0.5} | {f"halbe{ending}": 0.5 for ending in ("", "n", "r", "s", "m")}
_SOME = {
    "mehrere",
    "mehreren",
    "mehrerer",
    "einige",
    "einigen",
    "einiger",
    "paar",
    "etliche",
    "etlichen",
    "viele",
    "vielen",
}
_ARTICLES = {"ein", "eine", "einen", "einem", "einer", "eines"}
_ODD_FRACTIONS = {"drittel": 3, "siebtel": 7, "siebentel": 7, "achtel": 8, "viertel": 4, "hälfte": 2}
_MIXED = re.compile(r"(?P<whole>\w{3,40}?)(?:und)?(?P<part>halb|einhalb|einviertel|dreiviertel)(?P<ending>e[nrsm]?)?$")
_MIXED_PARTS = {"halb": 0.5, "einhalb": 0.5, "einviertel": 0.25, "dreiviertel": 0.75}
_TIMES = re.compile(
    r"(?P<many>\w{3,60}?)(?P<rest>mal|malig\w{1,2}|fache?[nrsm]?|prozentige?[nrsm]?|jährige?[nrsm]?|köpfige?[nrsm]?|stöckige?[nrsm]?|"
    r"geschossige?[nrsm]?|stellige?[nrsm]?|gradige?[nrsm]?)$"
)
_DOUBLE = {"doppelt": 2, "doppelte": 2, "doppelten": 2, "doppelter": 2, "doppeltes": 2}
# One of these is in every word of the tables and in every word that is made of number words.
_MAY_COUNT = re.compile(
    "ein|zw|drei|dritt|vier|fünf|fuenf|sech|sieb|acht|neun|zehn|elf|hundert|tausend|null|erst|milli|mio|mill|mrd|billi|bio|bill|"
    "trilli|tsd|dutzend|halb|hälfte|mehrere|paar|etliche|viel|minus|plus|doppelt"
)
# The first two letters of all those words.
_TWO_LETTERS = "ab ac an bi do dr du ei el er et fu fü ha hu hä me mi mr ne nu pa pl se si ta tr ts vi ze zw"
_BEGINNINGS = frozenset(_TWO_LETTERS.split())
_FUSED = re.compile(r"[^\W\d_]{1,40}")


def atoms(text: str) -> Iterator[Atom]:
    """Every atom of `text`, in order. Whether they make a numeral is for their neighbours to say."""
    for token in _TOKEN.finditer(text):
        written = token.group()
        if token.lastgroup == "word":
            if written[:2].casefold() in _BEGINNINGS and (found := _part(written)):
                start, end = token.span()
                kind, number, rest = found
                if written.endswith(".") and fold(written) not in _SCALES:
                    end -= 1
                yield Atom(start, end, kind, number, rest)
        elif token.lastgroup == "vulgar":
            yield Atom(*token.span(), "digits", _VULGAR[written])
        elif (number_ := digits(written)) is not None:
            fused = _FUSED.match(text, token.end())
            yield Atom(*token.span(), "digits", number_, fused.group() if fused else "")


def digits(written: str) -> int | float | None:
    """The number of digits in German, Austrian or Swiss grouping; None for clock times, scores, dates, fractions."""
    extra = _VULGAR.get(written[-1], 0)
    if extra:
        whole = digits(written[:-1])
        return None if whole is None else whole + extra
    plain = re.sub(rf"(?<=\d)[.'’{_SPACE}](?=\d{{3}}(?!\d))", "", written) if _is_grouped(written) else written
    if plain.isdecimal():
        return int(plain) if len(plain) <= 15 else None
    whole_part, comma, decimals = plain.replace(",", ".").partition(".")
    if comma and whole_part.isdecimal() and decimals.isdecimal() and len(plain) <= 20:
        return float(f"{whole_part}.{decimals}")
    return None


_GROUPED = re.compile(rf"\d{{1,3}}([.'’{_SPACE}])\d{{3}}(?:\1\d{{3}})*(?:[,.]\d{{1,2}})?")


def _is_grouped(written: str) -> bool:
    return _GROUPED.fullmatch(written) is not None


@lru_cache(maxsize=8192)
def _part(written: str) -> tuple[Kind, int | float, str] | None:
    """What a word is, with the full stop that may belong to it; None for a word that is no part of a numeral."""
    if not _MAY_COUNT.search(written.casefold()):
        return None  # most words: asked first, since it takes a tenth of the time
    return _word(written) or (_word(written[:-1]) if written.endswith(".") else None)


def _word(word: str) -> tuple[Kind, int | float, str] | None:
    """Kind, value and fused rest of one word, None for a word that is no part of a numeral."""
    if len(word) > 120:
        return None
    folded = fold(word)
    for table, kind in _TABLES:
        if folded in table:
            return kind, table[folded], ""
    if (n := ordinal(folded)) is not None:  # before the cardinals: 'achten' is more often the eighth
        return "ordinal", n, ""
    if (n := cardinal(folded)) is not None:
        return "word", n, ""
    return _fraction(folded) or _mixed(folded) or _fused(folded)


def _fraction(word: str) -> tuple[Kind, int | float, str] | None:
    """Drittel, Zwanzigstel; 'dreiviertel' is three of them."""
    bare = word.removesuffix("n").removesuffix("s") if word.endswith(("ln", "ls")) else word
    if not bare.endswith(("tel", "hälfte")):
        return None
    if bare in _ODD_FRACTIONS:
        return "fraction", 1 / _ODD_FRACTIONS[bare], ""
    for odd, parts in _ODD_FRACTIONS.items():
        if bare.endswith(odd) and (many := cardinal(bare.removesuffix(odd))):
            return ("word", many / parts, "") if many < parts else None
    for suffix in ("tel", "stel"):  # Fünftel, Zwanzigstel; Sechstel is sechs and tel
        parts_ = cardinal(bare.removesuffix(suffix)) if bare.endswith(suffix) else None
        if parts_ and parts_ > 1:
            return "fraction", 1 / parts_, ""
    return None


def _mixed(word: str) -> tuple[Kind, int | float, str] | None:
    """anderthalb, eineinhalb, zweieinhalbes."""
    found = _MIXED.match(word)
    if not found:
        return None
    whole = 1 if found["whole"] == "andert" else cardinal(found["whole"])
    if whole is None or (found["part"] == "halb" and found["whole"] != "andert"):
        return None
    return "word", whole + _MIXED_PARTS[found["part"]], ""


def _fused(word: str) -> tuple[Kind, int | float, str] | None:
    """zweimal, dreifach, zehnprozentig, sechsjährig: the number is a part of an adjective or adverb."""
    found = _TIMES.match(word)
    if not found:
        return None
    many = 1.5 if found["many"] == "anderthalb" else cardinal(found["many"])
    if many is None or (found["many"] in _ARTICLES and found["rest"].startswith(("mal", "fach")) and word != "einmal"):
        return None
    return "times", many, found["rest"]


_TABLES: tuple[tuple[dict[str, int | float], Kind], ...] = (
    (dict(_SCALES), "scale"),
    (dict(_VAGUE), "vague"),
    (dict(_HALVES), "half"),
    (dict.fromkeys(_SOME, 2), "some"),
    (dict.fromkeys(_ARTICLES, 1), "article"),
    ({"minus": -1, "plus": 1}, "sign"),
    (dict(_DOUBLE), "times"),
    ({"hälfte": 0.5}, "fraction"),
)
