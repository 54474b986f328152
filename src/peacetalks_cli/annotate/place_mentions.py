"""Where a text mentions a place: by its name, or by words that take it up again ('dort', 'in der Stadt')."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from peacetalks_cli.annotate.figure import Passage
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location, mention_form, place_cues, scene
from peacetalks_cli.german.figures.mention_form import BARE, DIRECTED, LOCATIVE

BACK = 8  # sentences back in which a place may stand that the text still goes on about
_THERE_BACK = 3  # sentences back in which what 'dort' means is looked for
_TOWN_BACK = 5000  # characters back in which the town of 'in der Stadt' is looked for
_NEAREST = 12  # places of a sentence
_MOST = 4  # places that are weighed for a figure
_HEADLINE = 150  # characters; a longer line is a paragraph of the text
_HEADING = 100
_NO_AREAS = ("sea", "river", "mountain", "building", "plant")  # what 'die Region', 'die Insel' never means
_WORD = re.compile(r"\w{2,}")
_LETTERS = re.compile(r"[^a-z0-9äöü ]")
_LINK = re.compile(
    r"(?:(?:,? |, eine[mr]? (?:[\w-]+ ){1,4})(?P<at>in|bei|nahe|an|am|im)(?: de[rm])?|"
    r"(?P<and> und| sowie| oder)(?: de[rmn]| die)?|,|,? \()"
    r"(?: (?:Grenze|Küste|Rand|Ufer|Nähe|Norden|Süden|Osten|Westen)(?: (?:zu|zur|zum|von|vom|der|des|mit))?)?"
    r" ?(?:(?:Gebiet|Oblast|Provinz|Region|Stadt|Kleinstadt|Stadtteil) )?"
)
_INNER_OF_PAIR = frozenset(f"second {link}" for link in ("in", "im", "bei", "nahe", "an", "am", ","))


class Mention(NamedTuple):
    """`start`, `end`: the words; `name`: the name that they are or mean. `key`: one for all forms of a name;
    `form`: how it is brought in; `kind`: city, country, region, facility or unknown. `phrase`: where its phrase
    begins; `lead`: what stands before it (`place_cues.lead`), '' where that says nothing; `pair`: its part in
    'Petersberg bei Bonn' (first bei, second bei), '' where it stands alone."""

    start: int
    end: int
    name: Interval
    key: str
    form: str
    kind: str
    sentence: int
    phrase: int
    lead: str = ""
    pair: str = ""


class Traits(NamedTuple):
    """What a sentence says of its scene (`german.figures.scene`)."""

    is_about_talks: bool
    is_overall: bool
    asks: bool
    is_on_the_spot: bool
    is_from_afar: bool
    looks_back: bool


@dataclass(slots=True)
class Mentions:
    """The mentions of a passage, read as they are asked for."""

    passage: Passage
    sources: Sources
    paragraphs: list[int] = field(init=False)
    _opening: list[int] = field(init=False)  # of each paragraph the first sentence
    first: int = field(init=False)  # the first sentence that belongs to no headline
    counts: Counter[str] = field(init=False)
    in_headline: frozenset[str] = field(init=False)
    _named: dict[int, list[Mention]] = field(default_factory=dict)
    _all: dict[int, list[Mention]] = field(default_factory=dict)
    _headings: dict[int, bool] = field(default_factory=dict)
    _traits: dict[int, Traits] = field(default_factory=dict)
    _told: dict[int, frozenset[str]] = field(default_factory=dict)
    _says: dict[Interval, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        passage = self.passage
        self.paragraphs, self._opening = [0] * len(passage.sentences), [0]
        for i in range(1, len(passage.sentences)):
            if not passage.same_paragraph(i - 1, i):
                self._opening.append(i)
            self.paragraphs[i] = len(self._opening) - 1
        starts = (i for i, (at, _) in enumerate(passage.sentences) if self._line(at)[1] - self._line(at)[0] > _HEADLINE)
        self.first = next(starts, 0)
        text = passage.text
        keys = [(name.start, key(text[name.start : name.end])) for name in passage.names if name.label == "LOC"]
        self.counts = Counter(one for _, one in keys)
        end = passage.sentences[self.first][0] if self.first else 0
        self.in_headline = frozenset(one for at, one in keys if at < end)

    def of(self, sentence: int) -> list[Mention]:
        """The mentions of a sentence in order, the meant ones too."""
        if sentence not in self._all:
            meant = list(self._meant(sentence))
            self._all[sentence] = sorted([*self.named(sentence), *meant], key=lambda one: one.start)
        return self._all[sentence]

    def named(self, sentence: int) -> list[Mention]:
        """The names of places in a sentence, and the nouns that name a region by themselves."""
        if sentence not in self._named:
            self._named[sentence] = self._paired(sorted(self._read(sentence), key=lambda one: one.start))
        return self._named[sentence]

    def candidates(self, sentence: int, offset: int) -> list[Mention]:
        """The places that a figure at `offset` may be about, the nearest mention of each: of its sentence (rather one
        that says where), of those before, of the headline."""
        found: dict[str, Mention] = {}
        own = self.of(sentence)
        at = bisect_right(own, offset, key=lambda one: one.start)
        beside = own[max(0, at - _NEAREST) : at + _NEAREST]
        for one in sorted(beside, key=lambda one: (one.form not in LOCATIVE, abs(one.start - offset)))[:_NEAREST]:
            if one.pair != "second und":
                found.setdefault(one.key, one)
        before = range(sentence - 1, max(sentence - BACK, 0) - 1, -1)
        headline = range(min(self.first, max(sentence - BACK, 0)) - 1, -1, -1)
        for i in (*before, *headline):
            if len(found) >= _MOST:
                break
            for one in reversed(self.of(i)):
                if one.form != "noun":
                    found.setdefault(one.key, one)
        return list(found.values())

    def traits(self, sentence: int) -> Traits:
        if sentence not in self._traits:
            text, (start, end) = self.passage.text, self.passage.sentences[sentence]
            told = self.told(sentence)
            self._traits[sentence] = Traits(
                is_about_talks="talks" in told,
                is_overall=scene.is_overall(text, start, end),
                asks=scene.asks_or_agrees(text, start, end),
                is_on_the_spot="spot" in told,
                is_from_afar="afar" in told,
                looks_back=scene.looks_back(text, start, end),
            )
        return self._traits[sentence]

    def told(self, sentence: int) -> frozenset[str]:
        """What the words of a sentence tell of (`german.figures.place_cues.tells_of`)."""
        if sentence not in self._told:
            words = _WORD.findall(self.passage.text, *self.passage.sentences[sentence])
            self._told[sentence] = place_cues.tells_of(words)
        return self._told[sentence]

    def says(self, part: Interval) -> bool:
        """Whether somebody says or agrees something in a part of a sentence."""
        if part not in self._says:
            self._says[part] = scene.says(self.passage.text, *part)
        return self._says[part]

    def is_heading(self, sentence: int) -> bool:
        """Whether a sentence stands in a short line without a full stop."""
        if sentence not in self._headings:
            line = self.passage.text[slice(*self._line(self.passage.sentences[sentence][0]))].strip()
            self._headings[sentence] = len(line) < _HEADING and not line.endswith((".", "“", '"', '!"'))
        return self._headings[sentence]

    def opens_paragraph(self, sentence: int) -> bool:
        return sentence == 0 or self.paragraphs[sentence] != self.paragraphs[sentence - 1]

    def _line(self, at: int) -> Interval:
        text = self.passage.text
        low, high = max(0, at - 2 * _HEADLINE), min(len(text), at + 2 * _HEADLINE)
        start = max(text.rfind("\n", low, at), text.rfind("\r", low, at)) + 1
        end = text.find("\n", at, high)
        return max(start, low), end if end >= 0 else high

    def _read(self, sentence: int) -> Iterator[Mention]:
        text, bounds = self.passage.text, self.passage.sentences[sentence]
        names = [name for name in self.passage.names_in(*bounds) if name.label == "LOC"]
        frames = self.sources.frames(sentence) if names else []
        for name in names:
            at = name.start, name.end
            if any(start <= name.start < end for start, end in frames):
                yield self._mention(at, at, sentence, "speaker", name.start)
            else:
                yield self._mention(at, at, sentence, *mention_form.form(text, bounds, at))
        for at in scene.nameless(text, *bounds):
            yield self._mention(at, at, sentence, "noun", at[0])

    def _mention(self, words: Interval, name: Interval, sentence: int, form: str, phrase: int) -> Mention:
        text, floor = self.passage.text, self.passage.sentences[sentence][0]
        named, is_bare, lead = text[slice(*name)], form in BARE, ""
        if is_bare or form in LOCATIVE or form in DIRECTED:
            lead = place_cues.lead(text, floor, phrase, is_bare)
        return Mention(*words, name, key(named), form, kind(named), sentence, phrase, lead)

    def _paired(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions, with what 'Petersberg bei Bonn' and 'Krim und Kertsch' are to each other."""
        pairs: dict[int, str] = {}
        for i, (one, other) in enumerate(pairwise(mentions)):
            link = _LINK.fullmatch(self.passage.text, one.end, other.start) if other.start - one.end < 30 else None
            if link:
                how = link["at"] or ("und" if link["and"] else ",")
                pairs[i], pairs[i + 1] = f"first {how}", f"second {how}"
        return [one._replace(pair=pairs[i]) if i in pairs else one for i, one in enumerate(mentions)]

    def _meant(self, sentence: int) -> Iterator[Mention]:
        for what, words in scene.taken_up(self.passage.text, *self.passage.sentences[sentence]):
            at = words[0]
            name = self._there(sentence, at) if what in ("there", "where") else self._that(what, sentence, at)
            if name:
                yield self._mention(words, name, sentence, what, words[0])

    def _there(self, sentence: int, at: int) -> Interval | None:
        """What 'dort' means: the last place named, not as an attribute and not of a speaker; of a pair the first."""
        other: Interval | None = None
        for i in range(sentence, max(-1, sentence - _THERE_BACK - 1), -1):
            for one in reversed(self.named(i)):
                if one.end > at or one.pair in _INNER_OF_PAIR or one.form in ("genitive", "speaker", "noun"):
                    continue
                if one.form in LOCATIVE or one.form in ("nach", "aus"):
                    return one.name
                other = other or one.name
            if other and i < sentence:
                break
        return other

    def _that(self, what: str, sentence: int, at: int) -> Interval | None:
        """What 'die Stadt', 'das Land', 'die Insel' means: the last of the paragraph, else the most frequent before."""
        kinds = {"town": ("unknown", "city"), "country": ("country",), "region": ("region", "unknown")}[what]
        before = [one for one in self._before(sentence, at) if one.kind in kinds and not self._is_no_area(one)]
        paragraph = self.paragraphs[sentence]
        near = [one for one in before if self.paragraphs[one.sentence] == paragraph]
        located = [one for one in near if one.form in LOCATIVE]
        if located:
            return located[-1].name
        if near or before:
            return max(near or before, key=lambda one: (self.counts[one.key], one.start)).name
        return None

    def _is_no_area(self, one: Mention) -> bool:
        return location.kind(self.passage.text[slice(*one.name)]) in _NO_AREAS

    def _before(self, sentence: int, at: int) -> Sequence[Mention]:
        """The places named in the last characters before `at`, without the seats of speakers."""
        found: list[Mention] = []
        for i in range(sentence, -1, -1):
            if self.passage.sentences[i][1] < at - _TOWN_BACK:
                break
            found[:0] = [one for one in self.named(i) if one.end <= at and one.form not in ("speaker", "noun")]
        return found


@lru_cache(maxsize=5_000)
def key(name: str) -> str:
    """One for all inflections of a name: its first letters."""
    return _LETTERS.sub("", name.casefold().replace("ß", "ss"))[:6].rstrip("s ")


def kind(name: str) -> str:
    """city, country, facility, region, or unknown."""
    found = location.kind(name)
    if found in ("city", "country"):
        return found
    return "facility" if location.is_facility(name) else "region" if found else "unknown"
