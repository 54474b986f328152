"""What a report shows of all its articles together: statements with figures, people, places, dated sentences."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import PurePath

from peacetalks_cli.facts import TOPICS, Number, Record
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.query.aliases import Aliases
from peacetalks_cli.query.entities import Group, groups
from peacetalks_cli.query.filters import Facts, Filter, Kind, Origin, Row
from peacetalks_cli.query.timeline import events

MATTERS = (*TOPICS[: TOPICS.index("temperature")], "money", "energy")
"""The topics that are charted; what is left (ages, percentages, ordinals …) stands in the table alone."""
_LATER = tuple(topic for topic in TOPICS if topic not in MATTERS)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def anchor(article: str, kind: str, start: int) -> str:
    """The name of a fact's place in a report, the same in every report: `fact-`, the article's id, p(erson),
    l(ocation), o(rganization), d(ate), n(umber) or s(ource), and the offset at which it starts."""
    return f"fact-{article[:8]}-{kind}{start}"


def title(origin: Origin, record: Record) -> str:
    """What to call an article: its title or, without one, the name of its file."""
    return record.article.title or PurePath(origin.file).stem or origin.file


@dataclass(slots=True)
class Known:
    """Short names for ids within one report: p1, p2 … for people, l1, l2 … for places."""

    letter: str
    short: dict[str, str] = field(default_factory=dict)

    def of(self, id: str) -> str:
        return self.short.setdefault(id, f"{self.letter}{len(self.short) + 1}")


@dataclass(slots=True)
class Overview:
    """Fed an article at a time; then asked for its rows. Of the texts it keeps the sentences that it shows."""

    people_aliases: Aliases = field(default_factory=Aliases)
    places_aliases: Aliases = field(default_factory=Aliases)
    articles: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    dated: list[Row] = field(default_factory=list)
    people_ids: Known = field(default_factory=lambda: Known("p"))
    place_ids: Known = field(default_factory=lambda: Known("l"))
    _facts: dict[Kind, list[Facts]] = field(default_factory=lambda: {"people": [], "places": []})
    _together: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def add(self, origin: Origin, record: Record) -> Row:
        """Takes the facts of an article; gives its line: file, title, date, people, places and topics in it."""
        for kind in ("people", "places"):
            self._facts[kind].append((origin, [asdict(fact) for fact in getattr(record, kind)]))
        sentence_of = _Sentences(record, self.people_ids, self.place_ids)
        statements = [self._statement(origin, record, number, sentence_of) for number in record.numbers]
        self.statements += statements
        for row in events([(origin, record)], Filter()):
            people, places = sentence_of.names(row["start"])
            topics = {one["topic"] for one in statements if sentence_of.same(one["start"], row["start"])}
            row |= {
                "id": anchor(origin.id, "d", row["start"]),
                "article": origin.id[:8],
                "title": title(origin, record),
            }
            self.dated.append(row | {"people_ids": people, "place_ids": places, "topics": sorted(topics)})
        article = record.article
        line: Row = {
            "id": origin.id[:8],
            "file": origin.file,
            "title": title(origin, record),
            "published": article.published,
            "source": article.source,
            "people": [self.people_ids.of(one.id) for one in record.people],
            "places": [self.place_ids.of(one.id) for one in record.places],
            "topics": sorted({number.topic for number in record.numbers}),
            "figures": len(record.numbers),
        }
        self.articles.append(line)
        return line

    def _statement(self, origin: Origin, record: Record, number: Number, sentence_of: "_Sentences") -> Row:
        people, places = sentence_of.names(number.start)
        for one in {*people, *places}:
            near = self._together.setdefault(one, {"topics": set(), "near": set()})
            near["topics"].add(number.topic)
            near["near"].update(people, places)
        day = _DAY.match(number.date or "")
        return {
            **asdict(number),
            "id": anchor(origin.id, "n", number.start),
            "article": origin.id[:8],
            "file": origin.file,
            "title": title(origin, record),
            "published": record.article.published,
            "day": day[0] if day else record.article.published,
            "source": number.source.name if number.source else None,
            "people_ids": people,
            "place_ids": places,
        }

    @property
    def period(self) -> tuple[str, str] | None:
        """The first and the last publication date; None if no article has one."""
        days = sorted(article["published"] for article in self.articles if article["published"])
        return (days[0], days[-1]) if days else None

    def sources(self) -> list[tuple[str, int]]:
        """Who states figures, and how many, most first."""
        named = Counter(one["source"] for one in self.statements if one["source"])
        return sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))

    def charted(self) -> list[tuple[str, list[Row]]]:
        """The topics that matter, each with its statements that have a day, in the order of time."""
        by_topic: dict[str, list[Row]] = {}
        for one in self.in_time():
            if one["topic"] in MATTERS and one["day"]:
                by_topic.setdefault(one["topic"], []).append(one)
        return [(topic, by_topic[topic]) for topic in MATTERS if topic in by_topic]

    def in_time(self, at_most: int | None = None) -> list[Row]:
        """The statements by day; where there are more than `at_most`, those of the topics that matter come first."""
        chosen = self.statements
        if at_most is not None and len(chosen) > at_most:
            rank = {topic: n for n, topic in enumerate(MATTERS + _LATER)}
            chosen = sorted(chosen, key=lambda one: rank[one["topic"]] >= len(MATTERS))[:at_most]
        return sorted(chosen, key=lambda one: (one["day"] or "9999", one["topic"], one["file"], one["start"]))

    def timeline(self, at_most: int) -> list[Row]:
        """The dated sentences by day; of more than `at_most` those with figures first."""
        chosen = self.dated
        if len(chosen) > at_most:
            chosen = sorted(chosen, key=lambda row: not row["figures"])[:at_most]
        return sorted(chosen, key=lambda row: (row["earliest"], row["latest"], row["file"], row["start"]))

    def people(self) -> list[Row]:
        return self._entities("people", self.people_aliases, self.people_ids, "p")

    def places(self) -> list[Row]:
        return self._entities("places", self.places_aliases, self.place_ids, "l")

    def _entities(self, kind: Kind, aliases: Aliases, ids: Known, letter: str) -> list[Row]:
        found = groups(kind, self._facts[kind], aliases)
        first_mention = _first_mentions(self._facts[kind], letter)
        rows = [self._entity(kind, group, ids, first_mention) for group in found]
        return sorted(rows, key=lambda row: (-row["mentions"], row["name"], row["id"]))

    def _entity(self, kind: Kind, group: Group, ids: Known, first_mention: dict[tuple[str, str], Row]) -> Row:
        own = sorted({fact["id"] for fact in group.facts.values()} | (group.keys & ids.short.keys()))
        short = [ids.of(id) for id in own]
        seen = [
            first_mention[article, id] for article in group.articles for id in own if (article, id) in first_mention
        ]
        near = [self._together[one] for one in short if one in self._together]
        return group.row(kind) | {
            "ids": short,
            "seen": sorted(seen, key=lambda one: (one["published"] or "", one["file"])),
            "topics": sorted(set().union(*(one["topics"] for one in near))),
            "near": sorted(set().union(*(one["near"] for one in near))),
        }


def _first_mentions(found: Iterable[Facts], letter: str) -> dict[tuple[str, str], Row]:
    """By article and fact: where it is first mentioned there, and how often it is."""
    return {
        (origin.id, fact["id"]): {
            "id": anchor(origin.id, letter, fact["mentions"][0]["start"]),
            "article": origin.id[:8],
            "file": origin.file,
            "published": origin.published,
            "mentions": len(fact["mentions"]),
        }
        for origin, facts in found
        for fact in facts
        if fact["mentions"]
    }


class _Sentences:
    """Who and what is named in the same sentence of an article."""

    def __init__(self, record: Record, people: Known, places: Known) -> None:
        self._starts = [start for start, _ in sentences(record.article.text)]
        self._people = self._by_sentence((people.of(one.id), one.mentions) for one in record.people)
        self._places = self._by_sentence((places.of(one.id), one.mentions) for one in record.places)

    def _by_sentence(self, named: Iterable[tuple[str, Sequence[object]]]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for short, mentions in named:
            for sentence in dict.fromkeys(self._at(mention.start) for mention in mentions):  # type: ignore[attr-defined]
                found.setdefault(sentence, []).append(short)
        return found

    def _at(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def names(self, offset: int) -> tuple[list[str], list[str]]:
        """The short names of the people and of the places in the sentence at `offset`."""
        sentence = self._at(offset)
        return self._people.get(sentence, []), self._places.get(sentence, [])

    def same(self, one: int, other: int) -> bool:
        return self._at(one) == self._at(other)
