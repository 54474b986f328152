"""Where a text mentions a place: by its name, or by words that take it up again ('dort', 'in der Stadt')."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from peacetalks_cli.annotate.figure import Passage
from peacetalks_cli.annotate.place_mention import Mention, key, kind
from peacetalks_cli.annotate.place_references import References
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import mention_form, place_cues, scene
from peacetalks_cli.german.figures.mention_form import BARE, DIRECTED, LOCATIVE

BACK = 8  # sentences back in which a place may stand that the text still goes on about
_NEAREST = 12  # places of a sentence
_MOST = 4  # places that are weighed for a figure
_HEADLINE = 150  # characters; a longer line is a paragraph of the text
_HEADING = 100
_IS_NO_SEAT = re.compile(r", (?:wo|in de[mr]|aus de[mr]|zu de[mr])\b")
_ONE_SAYS = re.compile(r"\bman\b")
_SPEAKS = ("subject", "bare", "owner", "label")  # forms of a place that speaks itself: 'Gambia meldet 40 Tote'
_WORD = re.compile(r"\w{2,}")
_LINK_REACH = 48  # characters between two names that are joined
_TOWARDS = r"(?:nord|süd)?(?:nörd|süd|öst|west)lich"
_LINK = re.compile(
    rf"(?:(?:,? |, eine[mr]? (?:[\w-]+ ){{1,4}})(?P<at>in|bei|nahe|an|am|im)(?: de[rm])?|"
    rf",? (?P<far>(?:(?:[\w.,-]+ ){{1,3}}(?:Kilometern?|km|Metern?|Autostunden?) )?(?:weiter )?"
    rf"(?:{_TOWARDS}(?: von| vom| der| des| de[nr]?)?|(?:unweit|oberhalb)(?: von| der| des)?|entlang de[rs]|"
    rf"(?<= )(?:von|vor)))|"
    r"(?P<and> und| sowie| oder)(?: in| bei| nahe| auf| aus| nach)?(?: de[rmn]| die)?|,|,? \()"
    r"(?: (?:[A-ZÄÖÜ]\w*(?:grenze|küste|ufer|rand|lauf)|Grenze|Küste|Rand|Ufer|Nähe|Mündung|Fuß|Norden|Süden|Osten|"
    r"Westen)(?: (?:zu|zur|zum|von|vom|der|des|mit))?)?"
    r" ?(?:(?:Gebiet|Oblast|Provinz|Region|Stadt|Kleinstadt|Stadtteil|Flusses|Flüsschens?|Sees) )?"
)
_NO_SCENE = ("second und", "second nahe", "second an", "second am")
_INNER_OF_PAIR = frozenset(f"second {link}" for link in ("in", "im", "bei", "nahe", "an", "am", ","))
# What a place may be of that another word names: 'in der Stadt am Dnipro'.
_KNOWN_BY = re.compile(r"(?:[Ss]tadt|[Dd]orf|[Oo]rt|[Ss]iedlung|Gemeinde|Städtchen|Metropole)\s$")
_LIES = ("an", "bei", "nahe", "in", "inner")


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
    _all: list[list[Mention]] = field(default_factory=list)
    _references: References = field(init=False)
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
        self._references = References(passage, self.paragraphs, self.counts, self._all.__getitem__, self.told)

    def of(self, sentence: int) -> list[Mention]:
        """The mentions of a sentence in order, the meant ones too."""
        for i in range(len(self._all), sentence + 1):  # in order: what is meant may have been taken up before
            self._all.append(self.named(i))
            taken_up = scene.taken_up(self.passage.text, *self.passage.sentences[i])
            for what, words in sorted(taken_up, key=lambda one: one[1]):
                if name := self._references.place(what, i, words):
                    meant = self._mention(words, name, i, what, words[0])
                    self._all[i] = sorted([*self._all[i], meant], key=lambda one: one.start)
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
            if one.pair not in _NO_SCENE:
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
            form, phrase = mention_form.form(text, bounds, at)
            frame = next((frame for frame in frames if frame[0] <= name.start < frame[1]), None)
            if frame and not _IS_NO_SEAT.match(text, name.end) and not _ONE_SAYS.search(text, *frame):
                form, phrase = ("speaks" if form in _SPEAKS else "speaker"), name.start
            yield self._mention(at, at, sentence, form, phrase)
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
            is_near = other.start - one.end < _LINK_REACH
            link = _LINK.fullmatch(self.passage.text, one.end, other.start) if is_near else None
            if link and not (link["at"] and one.kind == "country"):  # 'Russland und die USA in Abu Dhabi'
                how = link["at"] or ("nahe" if link["far"] else "und" if link["and"] else ",")
                if pairs.get(i) not in _INNER_OF_PAIR:
                    pairs[i] = f"first {how}"
                pairs[i + 1] = f"second {how}"
        for i, one in enumerate(mentions):
            if (
                i not in pairs
                and one.form in _LIES
                and _KNOWN_BY.search(self.passage.text, one.phrase - 14, one.phrase)
            ):
                pairs[i] = f"second {one.form}"
        return [one._replace(pair=pairs[i]) if i in pairs else one for i, one in enumerate(mentions)]
