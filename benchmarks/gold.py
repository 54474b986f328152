"""Gold articles, and how a record of ours is scored against them.

Names are scored by exact span and label; dates and numbers are paired one to one by overlap, the longest first,
and then asked for their fields. References without a calendar value are a layer of their own and not scored.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.transliteration import skeleton

LABELS = {"people": "PER", "places": "LOC", "organizations": "ORG"}
NUMBER_FIELDS = ("topic", "counted", "modifier", "unit", "source", "place")

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    id: str
    path: Path
    text: str
    published: str | None
    entities: list[Fact]
    roles: list[Fact]
    dates: list[Fact]
    numbers: list[Fact]


@dataclass(slots=True)
class Score:
    """Counts a layer: `found[layer]` is [right, ours, gold]; `right[field]` is [right, asked]."""

    found: dict[str, list[int]] = field(default_factory=dict)
    right: dict[str, list[int]] = field(default_factory=dict)
    misses: Counter[str] = field(default_factory=Counter)

    def count(self, layer: str, right: int, ours: int, gold: int) -> None:
        row = self.found.setdefault(layer, [0, 0, 0])
        for place, n in enumerate((right, ours, gold)):
            row[place] += n

    def ask(self, name: str, right: bool) -> None:
        row = self.right.setdefault(name, [0, 0])
        row[0] += right
        row[1] += 1

    def figures(self) -> dict[str, float]:
        """F1 a layer and accuracy a field, in percent, one decimal."""
        found = {layer: round(100 * f1(*row)[2], 1) for layer, row in self.found.items()}
        return found | {name: round(100 * right / asked, 1) for name, (right, asked) in self.right.items()}


def f1(right: int, ours: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision, recall = right / (ours or 1), right / (gold or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def load(folder: Path) -> list[GoldArticle]:
    """The gold articles of a folder (ID.json beside ID.txt), spans resolved. Raises ValueError on a lost span."""
    articles = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8-sig")
        layers = {
            layer: [fact | {"span": _nth(text, fact["text"], fact["nth"])} for fact in gold[layer]]
            for layer in ("entities", "dates", "numbers")
        }
        articles.append(
            GoldArticle(gold["id"], path.with_suffix(".txt"), text, gold["published"], roles=gold["roles"], **layers)
        )
    return articles


def _nth(text: str, part: str, n: int) -> Interval:
    start = -len(part)
    for _ in range(n):
        start = text.find(part, start + len(part))
        if start < 0:
            raise ValueError(f"no occurrence {n} of {part!r}")
    return start, start + len(part)


def score(gold: GoldArticle, record: Mapping[str, Any], into: Score) -> None:
    """Adds what `record` (the JSON of the contract) got right of `gold`."""
    _score_names(gold, record, into)
    _score_roles(gold, record, into)
    into.ask("published", record["article"]["published"] == gold.published)
    for layer in ("dates", "numbers"):
        _score_spans(layer, [g for g in getattr(gold, layer) if not _vague(g)], record[layer], into)


def _score_names(gold: GoldArticle, record: Mapping[str, Any], into: Score) -> None:
    everything = [0, 0, 0]
    for kind, label in LABELS.items():
        ours = {(m["start"], m["end"]): item["name"] for item in record[kind] for m in item["mentions"]}
        theirs = {g["span"]: g["canonical"] for g in gold.entities if g["label"] == label}
        both = ours.keys() & theirs.keys()
        counts = (len(both), len(ours), len(theirs))
        into.count(label, *counts)
        everything = [a + b for a, b in zip(everything, counts, strict=True)]
        for start, end in theirs.keys() - ours.keys():
            into.misses[f"missed {label}: {gold.text[start:end]}"] += 1
        for start, end in ours.keys() - theirs.keys():
            into.misses[f"wrong {label}: {gold.text[start:end]}"] += 1
        if kind == "people":
            for span in both:
                linked = skeleton(ours[span]) == skeleton(theirs[span])
                into.ask("linked", linked)
                if not linked:
                    into.misses[f"linked: {theirs[span]} not {ours[span]}"] += 1
        if kind != "organizations":
            named, wanted = ({skeleton(n) for n in names.values()} for names in (ours, theirs))
            into.count(f"{kind} a set", len(named & wanted), len(named), len(wanted))
    into.count("names", *everything)


def _score_roles(gold: GoldArticle, record: Mapping[str, Any], into: Score) -> None:
    wanted = {(skeleton(row["person"]), fold(row["role"])) for row in gold.roles}
    ours = {(skeleton(person["name"]), fold(role)) for person in record["people"] for role in person["roles"]}
    into.count("roles", len(ours & wanted), len(ours), len(wanted))
    for who, role in wanted - ours:
        into.misses[f"missed role: {who} {role}"] += 1
    for who, role in ours - wanted:
        into.misses[f"wrong role: {who} {role}"] += 1


def _score_spans(layer: str, gold: list[Fact], found: Sequence[Mapping[str, Any]], into: Score) -> None:
    ours = [{**fact, "span": (fact["start"], fact["end"])} for fact in found if not _vague(fact)]
    both = list(pairs(gold, ours))
    sizes = len(ours), len(gold)
    into.count(f"{layer} found", len(both), *sizes)
    into.count(f"{layer} exact", sum(g["span"] == o["span"] for g, o in both), *sizes)
    answer = _answer_date if layer == "dates" else _answer_number
    right = [answer(g, o, into) for g, o in both]
    into.count(f"{layer} value", sum(value for value, _ in right), *sizes)
    if layer == "numbers":
        into.count("figures whole", sum(whole for _, whole in right), *sizes)
    paired_gold, paired_ours = {g["span"] for g, _ in both}, {o["span"] for _, o in both}
    for g in gold:
        if g["span"] not in paired_gold:
            into.misses[f"missed {layer}: {g['text']}"] += 1
    for o in ours:
        if o["span"] not in paired_ours:
            into.misses[f"wrong {layer}: {o['text']}"] += 1


def pairs(gold: list[Fact], ours: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Facts of both sides that overlap, one to one, the longest overlap first. Each fact has a `span`."""
    overlaps = sorted(
        (
            (min(g["span"][1], o["span"][1]) - max(g["span"][0], o["span"][0]), i, j)
            for i, g in enumerate(gold)
            for j, o in enumerate(ours)
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    for overlap, i, j in overlaps:
        if overlap > 0 and i not in used_gold and j not in used_ours:
            used_gold.add(i)
            used_ours.add(j)
            yield gold[i], ours[j]


def _answer_date(gold: Fact, ours: Fact, into: Score) -> tuple[bool, bool]:
    value = str(gold["value"]) == str(ours["value"])
    if not value:
        into.misses[f"date value: {gold['text']}: {gold['value']} not {ours['value']}"] += 1
    for name in ("type", "mod"):
        into.ask(f"date {name}", gold[name] == ours[name])
        if gold[name] != ours[name]:
            into.misses[f"date {name}: {gold['text']}: {gold[name]} not {ours[name]}"] += 1
    return value, value


def _answer_number(gold: Fact, ours: Fact, into: Score) -> tuple[bool, bool]:
    value = abs(float(ours["value"]) - gold["value"]) <= 0.01 * abs(gold["value"]) + 1e-9
    if not value:
        into.misses[f"number value: {gold['text']}: {gold['value']} not {ours['value']}"] += 1
    right = {name: _same_field(name, gold[name], ours[name]) for name in NUMBER_FIELDS}
    for name, same in right.items():
        into.ask(name, same)
        if not same:
            into.misses[f"{name}: {gold['text']} {gold['counted']}: {gold[name]} not {ours[name]}"] += 1
    return value, value and all(right[name] for name in ("topic", "counted", "modifier", "source"))


def _same_field(name: str, gold: Any, ours: Any) -> bool:
    if name == "source":
        ours = (ours or {}).get("text")
    return same_phrase(gold, ours) if name in ("counted", "source", "place") else (gold or None) == (ours or None)


def same_phrase(a: str | None, b: str | None) -> bool:
    """Whether two noun phrases have the same head, inflection and spelling aside."""
    if not a or not b:
        return not a and not b
    one, other = fold(a).split(), fold(b).split()
    if not one or not other:
        return False
    last, first = (one[-1], other[-1]), (one[0], other[0])
    return (
        last[0][:6] == last[1][:6]
        or last[0][-5:] == last[1][-5:]
        or (first[0][:6] == first[1][:6] and len(one) == len(other))
    )


def fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold().replace("ß", "ss")
    return re.sub(r"[^a-z0-9äöü ]", "", text).strip()


def _vague(fact: Mapping[str, Any]) -> bool:
    value = str(fact["value"])
    return value.endswith("_REF") or value == "PX"
