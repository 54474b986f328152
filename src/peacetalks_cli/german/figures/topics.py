"""What a figure is about: the table data/topics.toml, read and asked."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from peacetalks_cli.facts import TOPICS

_INFLECTIONS = ("", "e", "n", "en", "er", "s", "es", "ern", "se", "sen", "nen")
_LONGEST_HEAD = 60  # characters
_SUFFIX_INFLECTIONS = ("", "e", "n", "en", "r", "s")
_KEYS = {
    "noun": ("topic", "heads", "names", "words", "suffixes", "traps", "needs", "near", "otherwise", "examples", "not"),
    "state": ("topic", "detail", "whom", "phrases", "near", "traps", "examples", "not"),
}
_OF_A_NAME = re.compile(r"\w*(?:-\w+)*-[a-zäöü]{5,}")  # Schahed-Angriffe are no Schaheds, Patriot-Raketen no launchers
_NAME = re.compile(r"[\w’]+(?:[-.][\w’]+)*")
_WORD = re.compile(r"\w+")
_BEGINNING = 3  # letters of a word by which the rows that may hold it are found
_OF_PHRASE = re.compile(r"(?<![\w*])(?P<word>\w+)(?P<open>\*?)")


@dataclass(frozen=True, slots=True)
class NounRow:
    topic: str
    heads: frozenset[str]
    names: tuple[str, ...]
    words: frozenset[str]
    suffixes: tuple[str, ...]
    traps: frozenset[str]
    needs: re.Pattern[str] | None
    near: re.Pattern[str] | None
    otherwise: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def is_met(self, sentence: str, around: str) -> bool:
        """Whether the text has one of the words that this row asks for, if it asks for any."""
        if self.needs is None and self.near is None:
            return True
        return bool((self.needs and self.needs.search(sentence)) or (self.near and self.near.search(around)))


@dataclass(frozen=True, slots=True)
class StateRow:
    """`beginnings`: so begins the longest word of each of its phrases; None where it may be shorter than that."""

    topic: str
    detail: str | None
    whom: frozenset[str]
    pattern: re.Pattern[str]
    beginnings: frozenset[str] | None
    near: re.Pattern[str] | None
    trap: re.Pattern[str] | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)  # known by identity: it keys a cache
class Topics:
    nouns: tuple[NounRow, ...]
    states: tuple[StateRow, ...]

    def of_noun(self, noun: str, sentence: str | None = None, around: str = "") -> str:
        """The topic of a counted noun; of a coordination the first that has one; 'other' where none is known.

        `sentence`, `around`: the text that must hold the words which some nouns need, or have near, to be of their
        topic; None: they are.
        """
        for word in _NAME.findall(noun):
            if word not in ("und", "sowie", "oder", "bzw") and (row := self._of_word(word)):
                return row.topic if sentence is None or row.is_met(sentence, around) else row.otherwise
        return "other"

    def of_state(self, noun_topic: str | None, clause: str, around: str | None = None) -> StateRow | None:
        """The first row whose phrase stands in `clause` and that may retype `noun_topic` (None: no noun).

        `around`: the text that must hold what a row has `near` it; None: the clause must.
        """
        whom = noun_topic or "none"
        lowered = clause[:1].lower() + clause[1:] if clause[:1].isupper() else ""  # 'Verletzt wurden 15'
        words = _WORD.findall(clause) + _WORD.findall(lowered)[:1]
        beginnings = {word[:_BEGINNING] for word in words}
        for row in self.states:
            if whom not in row.whom or (row.beginnings and row.beginnings.isdisjoint(beginnings)):
                continue  # as most rows are for most clauses
            is_said = row.pattern.search(clause) or (lowered and row.pattern.match(lowered))
            if not is_said or (row.trap and row.trap.search(clause)):
                continue
            if row.near is None or row.near.search(around or clause):
                return row
        return None

    def _of_word(self, word: str) -> NounRow | None:
        return _of_word(self, word.casefold().replace("ß", "ss"))


def load(own: str | None = None) -> Topics:
    """The table that ships with the package, after the rows of a user's `own` TOML text, which win.

    Raises ValueError, in one line, if that text is no such table.
    """
    shipped = _shipped()
    if own is None:
        return shipped
    try:
        table = tomllib.loads(own)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"no TOML: {error}") from error
    added = _read(_checked(table))
    return Topics(added.nouns + shipped.nouns, added.states + shipped.states)


def digest(own: str) -> str:
    """A short name for a user's own table, by which facts found with another one are told apart."""
    return f"topics.{sha256(own.encode()).hexdigest()[:8]}"


def _checked(table: dict[str, Any]) -> dict[str, Any]:
    """The rows of a user's table as `_read` needs them; their topics must be ours."""
    for key, rows in table.items():
        if key not in _KEYS:
            raise ValueError(f"[{key}] is neither [[noun]] nor [[state]]")
        if not isinstance(rows, list):
            raise ValueError(f"write [[{key}]], in two brackets, for each row")
    return {kind: [_row(kind, i, row) for i, row in enumerate(table.get(kind, ()), 1)] for kind in _KEYS}


def _row(kind: str, i: int, row: dict[str, Any]) -> dict[str, Any]:
    where = f"[[{kind}]] {i}"
    for key, value in row.items():
        if key not in _KEYS[kind]:
            raise ValueError(f"{where}: {key} is none of {', '.join(_KEYS[kind])}")
        is_text = key in ("topic", "detail", "otherwise")
        if not (isinstance(value, str) if is_text else _are_words(value)):
            raise ValueError(f"{where}: {key} must be {'a text' if is_text else 'a list of texts that are not empty'}")
    for key in ("topic", "otherwise"):
        if row.get(key, "other") not in TOPICS or (key == "topic" and key not in row):
            raise ValueError(f"{where}: {key} {row.get(key)!r} is none of {', '.join(TOPICS)}")
    if kind == "state" and not (row.get("phrases") and row.get("whom")):
        raise ValueError(f"{where}: phrases and whom are needed")
    if kind == "noun" and not any(row.get(key) for key in ("heads", "names", "words", "suffixes")):
        raise ValueError(f"{where}: one of heads, names, words, suffixes is needed")
    return {"examples": [], **row}


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)


@cache
def _shipped() -> Topics:
    text = files("peacetalks_cli").joinpath("data", "topics.toml").read_text(encoding="utf-8")
    return _read(tomllib.loads(text))


def _read(table: dict[str, Any]) -> Topics:
    nouns = tuple(
        NounRow(
            row["topic"],
            frozenset(_folded(row.get("heads", ()))),
            _folded(row.get("names", ())),
            frozenset(
                _folded(
                    word + end for word in row.get("words", ()) for end in _INFLECTIONS if word != "mann" or not end
                )
            ),
            _folded(row.get("suffixes", ())),
            frozenset(_folded(row.get("traps", ()))),
            _phrases(row["needs"]) if "needs" in row else None,
            _phrases(row["near"]) if "near" in row else None,
            row.get("otherwise", "other"),
            tuple(row["examples"]),
            tuple(row.get("not", ())),
        )
        for row in table.get("noun", ())
    )
    states = tuple(
        StateRow(
            row["topic"],
            row.get("detail"),
            frozenset(row["whom"]),
            _phrases(row["phrases"]),
            _beginnings(row["phrases"]),
            _phrases(row["near"]) if "near" in row else None,
            _phrases(row["traps"]) if "traps" in row else None,
            tuple(row["examples"]),
            tuple(row.get("not", ())),
        )
        for row in table.get("state", ())
    )
    return Topics(nouns, states)


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def _beginnings(phrases: Iterable[str]) -> frozenset[str] | None:
    """How the longest word of each phrase begins; None where one is shorter than that, with any ending."""
    words = [_OF_PHRASE.findall(phrase) for phrase in phrases]
    longest = [max(of_phrase, key=lambda found: len(found[0]), default=("", "")) for of_phrase in words]
    if any(not word or (is_open and len(word) < _BEGINNING) for word, is_open in longest):
        return None
    return frozenset(word[:_BEGINNING] for word, _ in longest)


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """'Licht … aus' as a pattern: * is any ending of a word, … at most 110 characters, $ the end of the clause."""
    parts = (
        re.escape(phrase)
        .replace(r"\ …\ ", r"\b[^;\n]{1,110}?\b")
        .replace(r"\*", r"\w*")
        .replace(r"\ ", r"\s")
        .replace(r"\$", r"(?=[.!?]?\s*$)")
        for phrase in phrases
    )
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


@dataclass(frozen=True, slots=True)
class _Index:
    """Where each word of the table stands: the numbers of its rows."""

    heads: dict[str, list[int]]
    names: dict[str, list[tuple[str, int]]]  # by their first two letters
    words: dict[str, list[int]]
    suffixes: tuple[tuple[str, int], ...]


@lru_cache(maxsize=4)
def _index(topics: Topics) -> _Index:
    heads: dict[str, list[int]] = {}
    names: dict[str, list[tuple[str, int]]] = {}
    words: dict[str, list[int]] = {}
    for i, row in enumerate(topics.nouns):
        for head in row.heads:
            heads.setdefault(head, []).append(i)
        for name in row.names:
            names.setdefault(name[:2], []).append((name, i))
        for word in row.words:
            words.setdefault(word, []).append(i)
    suffixes = tuple((suffix, i) for i, row in enumerate(topics.nouns) for suffix in row.suffixes)
    return _Index(heads, names, words, suffixes)


@lru_cache(maxsize=4096)
def _of_word(topics: Topics, word: str) -> NounRow | None:
    """The row with the longest match, the first of several; one whose trap is as long is none."""
    index, ends = _index(topics), _ends(word)
    lengths: dict[int, int] = {}
    for end in ends & index.heads.keys():
        if _ends_with(word, end):
            for i in index.heads[end]:
                lengths[i] = max(lengths.get(i, 0), len(end))
    by_head = frozenset(lengths)
    for suffix, i in index.suffixes:
        if i not in by_head and _has_suffix(word, suffix):
            lengths[i] = max(lengths.get(i, 0), len(suffix))
    for name, i in index.names.get(word[:2], ()):
        if _begins_with(word, name):
            lengths[i] = max(lengths.get(i, 0), len(name))
    last = word.rpartition("-")[2]
    for i in index.words.get(last, ()):
        lengths[i] = max(lengths.get(i, 0), len(last))
    best, longest = None, 0
    for i in sorted(lengths):
        if lengths[i] > longest and _longest_end(topics.nouns[i].traps, word, ends) < lengths[i]:
            best, longest = topics.nouns[i], lengths[i]
    return best


def _ends(word: str) -> frozenset[str]:
    """Everything that the word ends in before an inflection: what a head can be, of hundreds."""
    bare = (word[: len(word) - len(ending)] for ending in _INFLECTIONS if word.endswith(ending))
    return frozenset(stem[at:] for stem in bare for at in range(max(0, len(stem) - _LONGEST_HEAD), len(stem)))


def _longest_end(heads: frozenset[str], word: str, ends: frozenset[str]) -> int:
    return max((len(head) for head in heads & ends if _ends_with(word, head)), default=0)


def _ends_with(word: str, head: str) -> bool:
    at = word.rfind(head)
    if word[at + len(head) :] not in _INFLECTIONS:  # 'en' in 'Frauen' once more, as its inflection
        return False
    # Short heads ('ort', 'bus', 'zug') end too many other words to be trusted inside one.
    return at == 0 or word[at - 1] == "-" or len(head) > 3


def _has_suffix(word: str, suffix: str) -> bool:
    at = word.rfind(suffix)
    return at > 2 and word[at + len(suffix) :] in _SUFFIX_INFLECTIONS


def _begins_with(word: str, name: str) -> bool:
    is_name = word == name or word.startswith((name + "-", name if "-" in name else name + "s"))
    return is_name and not _OF_A_NAME.fullmatch(word, len(name))
