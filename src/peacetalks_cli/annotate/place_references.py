"""What words mean that take a place up again: 'dort', 'in der Stadt', 'im Land', 'auf der Insel'."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from peacetalks_cli.annotate.figure import Passage
from peacetalks_cli.annotate.place_mention import Mention
from peacetalks_cli.facts import Interval
from peacetalks_cli.german import capitals
from peacetalks_cli.german.figures import location, place_cues
from peacetalks_cli.german.figures.mention_form import LOCATIVE

_THERE_BACK = 3  # sentences back in which what 'dort' means is looked for
_PARAGRAPH = 40  # sentences; of a longer paragraph only the last ones are read
_BACK = 5000  # characters back in which the town of 'in der Stadt' is looked for
_NO_AREAS = ("sea", "river", "mountain", "building", "plant")  # what 'die Region', 'die Insel' never means
_NOT_MEANT = frozenset(f"second {link}" for link in ("in", "im", "bei", "nahe", "an", "am", "inner", ",", "und"))
_INNER = _NOT_MEANT - {"second und"}
_ASIDE = re.compile(r"\b(?:davon|ihnen|weitere[nrs]?|allein|darunter|andere[nr]?)\b[^.;:,\n]{0,30}$")
_SEAT_OF_HOUSE = re.compile(
    r"(?:haus|klinik|spital|werk|flughafen|museum|schule|universität|lager)\s(?:von|in)\s$", re.IGNORECASE
)
_STREET = re.compile(r"(?:stra(?:ß|ss)e|allee|gasse|boulevard|platz)s?$", re.IGNORECASE)
_NOUNS = frozenset(["talks", "local", "abstract", "plain"])  # before an attribute: 'die Opfer in Kuwait'
_BREAK = re.compile(r"[,;:–]")
_ACTORS = frozenset(["subject", "bare", "speaks"])
_NO_PLACE = frozenset(["genitive", "speaker", "noun"])
_WEIGHT_OF_SCENE = 3  # times that a country is named, which a town of it right before is worth
_OF_COUNTRY = {"bundes": "DE", "österr": "AT", "schwei": "CH"}
_ISLANDS = frozenset(
    ["CY", "TW", "CU", "LK", "HT", "IS", "MT", "JM", "IE", "MG", "PH", "JP", "TL", "BH", "BB", "MU", "SC", "CV"]
)
_AREA = re.compile(
    r"(?:Region|Provinz|Gebiet|Insel|Kreis|Bezirk|Landkreis|Riff|Tal|Halbinsel|Enklave|Oblast)\w{0,2}\s(?:de[rs]\s|von\s)?$"
)


@dataclass(slots=True)
class References:
    """The places that words of a passage take up. `of`: the mentions of a sentence, as far as they are read; `told`:
    what a sentence tells of; `counts`: how often the name of a `key` stands in the passage."""

    passage: Passage
    paragraphs: Sequence[int]
    counts: Counter[str]
    of: Callable[[int], Sequence[Mention]]
    told: Callable[[int], frozenset[str]]
    _countries: Counter[str] | None = field(default=None, init=False)

    def place(self, what: str, sentence: int, words: Interval) -> Interval | None:
        """The name that words of a kind (`german.figures.scene.taken_up`) mean, None where none is named."""
        if what == "where" and not any(one.end == words[0] - 2 for one in self.of(sentence)):
            return None  # 'am Bahnhof, wo'
        if what in ("there", "where"):
            word = self.passage.text[slice(*words)].lower()
            return self._here(sentence, words[0]) if word.startswith("hier") else self._there(sentence, words[0])
        before = self._before(sentence, words[0])
        found = {
            "town": self._town,
            "site": self._site,
            "country": self._country,
            "region": self._region,
            "capital": self._capital,
        }[what](before, sentence, words)
        return found.name if found else None

    def _there(self, sentence: int, at: int) -> Interval | None:
        """The last place named, not as an attribute, nor of a speaker, nor who acts there; of a pair the first."""
        others: list[Mention] = []
        capital: Mention | None = None
        for i in range(sentence, max(-1, sentence - _THERE_BACK - 1), -1):
            for one in reversed(self.of(i)):
                if one.end > at or one.form in _NO_PLACE or one.pair in _NOT_MEANT or self._is_by_the_way(one):
                    continue
                if i == sentence and one.form in _ACTORS and not _BREAK.search(self.passage.text, one.end, at):
                    continue
                if one.form in LOCATIVE and not (i < sentence and self._is_capital(one)):
                    return one.name
                capital = capital or (one if one.form in LOCATIVE else None)
                others.append(one)
            if others and i < sentence:
                break
        directed = (one for one in others if one.form in ("nach", "aus"))
        found = next(directed, capital or (others[0] if others else None))
        return found.name if found else None

    def _here(self, sentence: int, at: int) -> Interval | None:
        """The place of the paragraph, else the one that most is said of: who says 'hier' is there."""
        for i in range(sentence, self._first_of_paragraph(sentence) - 1, -1):
            if "talks" in self.told(i):
                continue
            for one in reversed(self.of(i)):
                is_place = one.form in LOCATIVE and one.pair not in _NOT_MEANT and not self._is_street(one)
                if one.end <= at and is_place:
                    return one.name
        found = self._town(self._before(sentence, at), sentence, (at, at))
        return found.name if found else None

    def _town(self, before: Sequence[Mention], sentence: int, words: Interval) -> Mention | None:
        """The last one told of in the paragraph, else the most frequent before."""
        towns = [one for one in before if self._is_town(one)]
        near = [one for one in towns if self.paragraphs[one.sentence] == self.paragraphs[sentence]]
        located = [one for one in near if one.form in LOCATIVE and not self._is_aside(one)]
        if located and located[-1].sentence == sentence:
            return self._of_two(located[-1])
        last = [one for one in towns if one.sentence == sentence - 1 and not self._is_government(one)]
        last = [one for one in last if (one.start, one.end) == one.name] or last
        if near and last and len({one.key for one in last}) == 1 and not self._is_aside(last[0]):
            return last[-1]
        if located:
            return self._of_two(located[-1])
        if not near and last and last[0].phrase == self.passage.sentences[sentence - 1][0]:
            return last[0]
        usual = [one for one in near or towns if not self._is_government(one)]
        return self._most(self._of_main_country(usual, sentence) or usual or near or towns)

    def _site(self, before: Sequence[Mention], sentence: int, words: Interval) -> Mention | None:
        """The town of the paragraph, which a hospital or a camp there need not name."""
        near = [one for one in before if self.paragraphs[one.sentence] == self.paragraphs[sentence]]
        return self._town(near, sentence, words) if near else None

    def _of_two(self, one: Mention) -> Mention:
        """Of two joined places the one that more of the text is about, the first if neither."""
        if one.pair != "second und":
            return one
        earlier = [other for other in self.of(one.sentence) if other.end <= one.start and self._is_town(other)]
        two = [earlier[-1], one] if earlier else [one]
        return max(two, key=lambda other: (not self._is_capital(other), self.counts[other.key]))

    def _is_town(self, one: Mention) -> bool:
        return one.kind in ("unknown", "city") and self._is_area(one) and one.pair not in _INNER

    def _of_main_country(self, mentions: Sequence[Mention], sentence: int) -> list[Mention]:
        """Those in the country that most of the text is about."""
        votes = self._votes(mentions, sentence)
        main = max(votes, key=lambda code: (votes[code], code or ""), default=None)
        return [one for one in mentions if self._country_of(one) == main]

    def _country(self, before: Sequence[Mention], sentence: int, words: Interval) -> Mention | None:
        """The one that most of the text is about, or that of the town right before."""
        word = self.passage.text[slice(*words)].lower()
        named = [one for one in before if one.kind == "country"]
        if its := next((code for stem, code in _OF_COUNTRY.items() if word.startswith(stem)), None):
            return next((one for one in reversed(named) if self._country_of(one) == its), None)
        for first in (sentence - 1, self._first_of_paragraph(sentence)):
            codes = self._codes_since(max(first, self._first_of_paragraph(sentence)), sentence, words[0])
            if len(codes) == 1:
                found = next((one for one in reversed(named) if self._country_of(one) in codes), None)
                if found and not self._is_attribute(found):
                    return found
        votes = self._votes(before, sentence)
        return max(named, key=lambda one: (votes[self._country_of(one)], one.start), default=None)

    def _codes_since(self, first: int, sentence: int, at: int) -> set[str]:
        """The countries named in the sentences from `first` on, by names and adjectives."""
        codes = {code for i in range(first, sentence) for code in place_cues.countries(self.told(i))}
        ones = (one for i in range(first, sentence + 1) for one in self.of(i) if one.end <= at)
        return codes.union(code for one in ones if (code := self._country_of(one)))

    def _first_of_paragraph(self, sentence: int) -> int:
        first, floor = sentence, max(0, sentence - _PARAGRAPH)
        while first > floor and self.paragraphs[first - 1] == self.paragraphs[sentence]:
            first -= 1
        return first

    def _capital(self, before: Sequence[Mention], sentence: int, words: Interval) -> Mention | None:
        """The capital, named before, of the country that most of the text is about."""
        text, votes = self.passage.text, self._votes(before, sentence)
        named = [one for one in before if one.kind != "country" and capitals.is_capital(text[slice(*one.name)])]
        return max(named, key=lambda one: (votes[self._country_of(one)], one.start), default=None)

    def _region(self, before: Sequence[Mention], sentence: int, words: Interval) -> Mention | None:
        """The last one of the paragraph that is called so, else another region, else what else is unknown there."""
        text = self.passage.text
        areas = [one for one in before if one.kind in ("region", "unknown", "city") and self._is_area(one)]
        if text[slice(*words)].endswith("nsel"):
            found = [one for one in before if self._is_island(one)]
            return self._most(found) if found else None
        called = [one for one in areas if _AREA.search(text, max(0, one.name[0] - 20), one.name[0])]
        regions = (
            called or [one for one in areas if one.kind == "region"] or [one for one in areas if one.kind == "unknown"]
        )
        for some in (called, regions, areas):
            near = [one for one in some if self.paragraphs[one.sentence] == self.paragraphs[sentence]]
            located = [one for one in near if one.form in LOCATIVE]
            if located or near:
                return (located or near)[-1]
        return self._most(regions)

    def _votes(self, before: Sequence[Mention], sentence: int) -> Counter[str | None]:
        """How much of the text is about each country: its names and those of its towns, and who is told of last."""
        if self._countries is None:
            text = self.passage.text
            codes = (
                location.country(text[name.start : name.end]) for name in self.passage.names if name.label == "LOC"
            )
            self._countries = Counter(code for code in codes if code)
        votes: Counter[str | None] = Counter(self._countries)
        last = next((one for one in reversed(before) if one.form in LOCATIVE and one.sentence >= sentence - 1), None)
        if last and (code := self._country_of(last)):
            votes[code] += _WEIGHT_OF_SCENE
        for i in {sentence, max(0, sentence - 1)}:
            for code in place_cues.countries(self.told(i)):
                votes[code] += 1
        return votes

    def _most(self, mentions: Iterable[Mention]) -> Mention | None:
        return max(mentions, key=lambda one: (self.counts[one.key], one.start), default=None)

    def _country_of(self, one: Mention) -> str | None:
        return location.country(self.passage.text[slice(*one.name)])

    def _is_island(self, one: Mention) -> bool:
        name = self.passage.text[slice(*one.name)]
        if location.kind(name) == "island" or (one.kind == "country" and location.country(name) in _ISLANDS):
            return True
        return "nsel" in self.passage.text[max(0, one.name[0] - 8) : one.name[1]]

    def _is_government(self, one: Mention) -> bool:
        """Whether a town stands for who governs there, or where one talks."""
        return (one.form in _ACTORS and self._is_capital(one)) or "talks" in self.told(one.sentence)

    def _is_capital(self, one: Mention) -> bool:
        return capitals.is_capital(self.passage.text[slice(*one.name)])

    def _is_aside(self, one: Mention) -> bool:
        """Whether a place is only that of some ('zwei von ihnen in Poltawa') or of a house ('im Spital von Sumy')."""
        text, at = self.passage.text, one.phrase
        low = max(self.passage.sentences[one.sentence][0], one.start - 60)
        return bool(_ASIDE.search(text, min(low, at), at) or _SEAT_OF_HOUSE.search(text, low, one.start))

    def _is_attribute(self, one: Mention) -> bool:
        """Whether a place says of which thing another one is: 'die Opfer in Kuwait', but not 'Auch in Kuwait'."""
        opening = self.passage.text[self.passage.sentences[one.sentence][0] : one.phrase]
        return one.lead in _NOUNS and opening.count(" ") > 1

    def _is_by_the_way(self, one: Mention) -> bool:
        """Whether a place only says where another one is: a street, 'des Landes'."""
        return self._is_street(one) or self.passage.text.startswith("des ", one.start)

    def _is_street(self, one: Mention) -> bool:
        return one.kind == "facility" and _STREET.search(self.passage.text, *one.name) is not None

    def _is_area(self, one: Mention) -> bool:
        return location.kind(self.passage.text[slice(*one.name)]) not in _NO_AREAS

    def _before(self, sentence: int, at: int) -> Sequence[Mention]:
        """The places named in the last characters before `at`, without the seats of speakers."""
        found: list[list[Mention]] = []
        for i in range(sentence, -1, -1):
            if self.passage.sentences[i][1] < at - _BACK:
                break
            found.append([one for one in self.of(i) if one.end <= at and one.form not in ("speaker", "noun")])
        return [one for some in reversed(found) for one in some]
