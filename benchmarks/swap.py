"""Whether people are found by method or by heart: PER before and after every person gets an unseen name.

    python benchmarks/swap.py [PIPELINE] [--rounds N]

In each gold article every person is renamed, in all short forms, genitives and compounds alike. A new name has
the origin of the old one (training/corpus/people.tsv); its surname is made of the beginning of one and the end of
another of that origin and stands in no list. The same at every run. Prints figures only.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a script, the project's folders are not on the path

from benchmarks import gold, names  # noqa: E402
from peacetalks_cli import annotate  # noqa: E402
from peacetalks_cli.annotate.lexicon import lexicon  # noqa: E402
from peacetalks_cli.german.gazetteer import lookup  # noqa: E402
from peacetalks_cli.german.transliteration import skeleton  # noqa: E402
from training import vary  # noqa: E402

_PARTICLES = {
    "von",
    "van",
    "der",
    "den",
    "de",
    "du",
    "da",
    "di",
    "la",
    "le",
    "al",
    "el",
    "bin",
    "ibn",
    "zu",
    "ter",
    "Al",
    "Le",
    "Abu",
}
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ROMAN = re.compile(r"[IVX]+")
_HISS = ("s", "x", "z", "ß")
_VOWEL = re.compile(r"(?<=[^aeiouyäöü])(?=[aeiouyäöü])")
_TRIES = 200
Parts = dict[str, str]
"""Each word of the old names and what stands for it, without genitive."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", nargs="?")
    parser.add_argument("--rounds", type=int, default=3, help="each with other names")
    options = parser.parse_args()
    annotator = annotate.load(options.pipeline)
    for half in ("dev", "test"):
        articles = gold.load(ROOT / "tests" / "gold" / half)
        before = names.measure(names.of_gold(articles), annotator)["PER"]
        after = [
            names.measure([swapped(each, Random(f"{each.id} {n}")) for each in articles], annotator)["PER"]
            for n in range(options.rounds)
        ]
        mean = sum(after) / len(after)
        print(f"{half:5} PER {100 * before:5.1f} -> {100 * mean:5.1f}  ({100 * (mean - before):+.1f})")


def swapped(article: gold.GoldArticle, rng: Random) -> tuple[str, names.Spans]:
    """The text with other people, and where its names now stand."""
    parts = _new_parts(article, rng)
    edits = sorted({*_mentions(article, parts), *_compounds(article, parts)})
    text, last = "", 0
    ends: list[tuple[int, int]] = []  # of the old text, and how far behind it the new text is moved
    for start, end, new in edits:
        text += article.text[last:start] + new
        last = end
        ends.append((end, len(text) - end))
    text += article.text[last:]
    renamed = {(start, end): new for start, end, new in edits}
    spans = set()
    for fact in article.entities:
        start, end = fact["span"]
        moved = next((shift for at, shift in reversed(ends) if at <= start), 0)
        length = len(renamed.get((start, end), article.text[start:end]))
        spans.add((start + moved, start + moved + length, fact["label"]))
    return text, spans


def _new_parts(article: gold.GoldArticle, rng: Random) -> Parts:
    parts: Parts = {}
    people = sorted(
        {fact["canonical"] for fact in article.entities if fact["label"] == "PER"}, key=lambda name: (-len(name), name)
    )
    for name in people:
        words = [word for word in _PART.findall(name) if word not in _PARTICLES and not _ROMAN.fullmatch(word)]
        origin = _origin(words)
        firsts, surnames = vary.people()[origin]
        is_mononym = len(words) == 1 and words[0] in _all_first_names()
        for word in words:
            if word in parts:
                continue
            is_surname = word == words[-1] or ("-" in name.rpartition(" ")[2] and word in name.rpartition(" ")[2])
            if is_surname and not is_mononym:
                parts[word] = _surname(surnames, rng)
            else:
                taken = {word, *parts.values()}
                parts[word] = rng.choice([first for first in firsts if first.isalpha() and first not in taken])
    return parts


def _origin(words: list[str]) -> str:
    """The language whose lists a name is in, else the one whose names look most like it."""
    fit = {
        language: sum((word in firsts) + (word in surnames) for word in words) + _likeness(words, language)
        for language, (firsts, surnames) in vary.people().items()
    }
    return max(sorted(fit), key=lambda language: fit[language])


def _likeness(words: list[str], language: str) -> float:
    """The share of the words' trigrams that the names of the language have, too: 0 to 1."""
    ours = [gram for word in words for gram in _trigrams(word)]
    return sum(gram in _grams(language) for gram in ours) / max(len(ours), 1)


def _trigrams(word: str) -> list[str]:
    padded = f"^{word.lower()}$"
    return [padded[at : at + 3] for at in range(len(padded) - 2)]


@cache
def _grams(language: str) -> frozenset[str]:
    firsts, surnames = vary.people()[language]
    return frozenset(gram for name in (*firsts, *surnames) for gram in _trigrams(name))


@cache
def _all_first_names() -> frozenset[str]:
    return frozenset(name for firsts, _ in vary.people().values() for name in firsts)


def _surname(surnames: list[str], rng: Random) -> str:
    """One that stands in no list: the beginning of one surname and the end of another, joined before a vowel."""
    usable = [name for name in surnames if name.isalpha() and len(name) > 4] or surnames
    name = ""
    for _ in range(_TRIES):
        one, other = rng.choice(usable), rng.choice(usable)
        cuts, ends = [m.start() for m in _VOWEL.finditer(one)], [m.start() for m in _VOWEL.finditer(other)]
        if not cuts or not ends:
            continue
        name = one[: rng.choice(cuts)] + other[rng.choice(ends) :]
        if 5 <= len(name) <= 12 and name.isalpha() and not lexicon().knows(name) and not lookup(name):
            return name
    return name or rng.choice(surnames)


def _mentions(article: gold.GoldArticle, parts: Parts) -> Iterator[tuple[int, int, str]]:
    for fact in article.entities:
        if fact["label"] == "PER":
            start, end = fact["span"]
            yield start, end, _renamed(article.text[start:end], parts)


def _compounds(article: gold.GoldArticle, parts: Parts) -> Iterator[tuple[int, int, str]]:
    """The names inside "Selenskyj-Berater": no mention, but the same person."""
    taken = {at for fact in article.entities for at in range(*fact["span"])}
    for match in re.finditer(r"[^\W\d_]+(?=-[A-ZÄÖÜ])", article.text):
        if match[0] in parts and match.start() not in taken:
            yield match.start(), match.end(), parts[match[0]]


def _renamed(mention: str, parts: Parts) -> str:
    """`mention` with each of its words exchanged; genitives, capitals and initials stay what they are."""
    words = list(_PART.finditer(mention))
    new, last = "", 0
    for match in words:
        new += mention[last : match.start()] + _word(match[0], parts, is_last=match is words[-1])
        last = match.end()
    rest = mention[last:]
    if rest in {"'", "’"} and not new.endswith(_HISS):
        rest = "s"
    return new + rest


def _word(word: str, parts: Parts, *, is_last: bool) -> str:
    if word in _PARTICLES or _ROMAN.fullmatch(word):
        return word
    if word.isupper() and len(word) > 1:
        return _word(word.capitalize(), parts, is_last=is_last).upper().replace("ß", "SS")
    if len(word) == 1:
        return next((new[0] for old, new in parts.items() if old[0] == word), word)
    if word in parts:
        return parts[word]
    bare = word.removesuffix("s")
    if is_last and bare in parts:
        return parts[bare] + ("'" if parts[bare].endswith(_HISS) else "s")
    same: Callable[[str], bool] = lambda old: skeleton(old) in {skeleton(word), skeleton(bare)}  # noqa: E731
    return next((new for old, new in parts.items() if same(old)), word)


if __name__ == "__main__":
    main()
