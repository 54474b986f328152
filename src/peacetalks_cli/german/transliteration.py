"""One name in many spellings: what Selenskyj, Selenskij and Zelensky have in common."""

import re
import unicodedata
from functools import lru_cache

# Order matters: the longest spelling of a sound first (tsch before sch). Capitals stand for one sound each.
_SOUNDS = (
    ("schtsch", "X"), ("shch", "X"), ("tsch", "C"), ("sch", "S"), ("sh", "S"), ("zh", "S"), ("tch", "C"),
    ("ch", "h"), ("kh", "h"), ("ts", "s"), ("tz", "s"), ("z", "s"), ("c", "s"), ("w", "v"), ("g", "h"),
    ("ph", "f"), ("x", "ks"),
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i"})
_VOWEL_RUN = re.compile(r"[iyj]+")
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"(?<=[aeou])i|i(?=[aeou])")
_NO_LETTER = re.compile(r"[^\w\s]|_")
# English spelling of a Slavic or Arabic name: there ch is tsch. German writes w, j, sch.
_ENGLISH = re.compile(r"v\b|sh|zh|kh|sky\b|[^aeou]yi\b|chuk\b|chko\b")
_GERMAN = re.compile(r"w|sch|j")

_SLAVIC = re.compile(
    r"(?:[oe][vw]a?|[iy]na?|sk(?:[iyj]+|aja|aya|a)|enko|t?s?chuk|[iyj]uk|chko|tschko|[oe]?[vw][iy]t?s?ch)$"
)
# From any spelling of a Slavic name to one that reads like the German one; only for ids.
_RESPELLED = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("shch", "schtsch"), ("zh", "sch"), ("(?<!s)ch(?=uk|ko|e|i)", "tsch"), ("(?<!s)sh", "sch"),
        ("kh", "ch"), ("ts(?!ch)|tz", "z"), ("v", "w"), ("ks", "x"), (r"\bz(?=[aeou])", "s"),
        (r"\by(?=[aeou])", "j"), ("[iyj]+a", "ja"), (r"(?<=[aeou])[iyj]+\b", "j"), (r"(?<![aeou])[iyj]+\b", "ij"),
        ("(?<=[^aeou ])[ijy](?=e)", ""), ("y", "i"),
    )
)  # fmt: skip


def skeleton(name: str) -> str:
    """The sounds of `name` without the habits of a transliteration; words stay apart, "" for no letters.

    Skeletons that are equal are spellings of one name (Umjerow, Umerov); others are not, however near.
    """
    words = plain(name)
    if _ENGLISH.search(words) and not _GERMAN.search(words):
        words = words.replace("sch", "sh").replace("ch", "tsch").replace("shtsch", "shch").replace("tstsch", "tsch")
    return _sounds(words)


@lru_cache(maxsize=4096)
def skeletons(name: str) -> frozenset[str]:
    """`skeleton` and the other reading of ch, which is tsch where the spelling is English (Klychko)."""
    words = plain(name)
    return frozenset((skeleton(name), _sounds(words), _sounds(re.sub("(?<![st])ch", "tsch", words))))


def slug(name: str) -> str:
    """ASCII, lower case, words joined by hyphens: "Österreich" gives "oesterreich"; "x" for no letters."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-") or "x"


def person_slug(name: str) -> str:
    """`slug`, in one spelling for a Slavic name: Volodymyr Zelensky gives "wolodimir-selenskij" as
    Wolodymyr Selenskyj does."""
    words = plain(name)
    if _SLAVIC.search(words):
        for pattern, by in _RESPELLED:
            words = pattern.sub(by, words)
    return slug(words)


def plain(name: str) -> str:
    """Lower case, ß as ss, umlauts as ae, oe, ue, no other accents or marks; white space becomes one space."""
    words = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(_NO_LETTER.sub(" ", words).split())


def _sounds(words: str) -> str:
    for spelling, sound in _SOUNDS:
        words = words.replace(spelling, sound)
    words = _DOUBLED.sub(r"\1", _VOWEL_RUN.sub("i", words))
    return _GLIDE.sub("", words)
