"""Dates against KRAUTS (gold TIMEX3 in German newspaper articles), where the corpus is at hand.

TempEval-3 counting: extents overlap (relaxed) or are equal (exact), values are compared after `normal`.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.gold import Fact, Score, pairs
from peacetalks_cli.facts import Date
from peacetalks_cli.german.timex import find

_PERIOD = re.compile(
    r"P(?:(?P<Y>\d+(?:\.\d+)?)(?P<scale>CE|DE|Y))?(?:(?P<M>\d+(?:\.\d+)?)M)?(?:(?P<W>\d+(?:\.\d+)?)W)?"
    r"(?:(?P<D>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?)?"
)


def measure(corpus: Path, into: Score) -> None:
    """Scores dates, the vague layer included, over `gold.jsonl`."""
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        theirs = [t | {"span": _tight(gold["text"], t["start"], t["end"])} for t in gold["timexes"]]
        ours = [_as_fact(gold["text"], d) for d in find(gold["text"], date.fromisoformat(gold["dct"]))]
        both = list(pairs(theirs, ours))
        sizes = len(ours), len(theirs)
        into.count("overlap", len(both), *sizes)
        into.count("exact", sum(g["span"] == o["span"] for g, o in both), *sizes)
        into.count("value", sum(normal(g["value"]) == normal(o["value"]) for g, o in both), *sizes)
        for g, o in both:
            into.ask("type", g["type"] == o["type"])


def _as_fact(text: str, found: Date) -> Fact:
    return {"type": found.type, "value": found.value, "span": _tight(text, found.start, found.end)}


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The interval without white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def normal(given: Any) -> str:
    """One spelling for values that mean the same: T20.30 and T20:30, P1Y and P12M, XXXX-06-XX and XXXX-06."""
    value: str = str(given or "").strip().replace("PRESNT", "PRESENT")
    period = _PERIOD.fullmatch(value)
    if period and value not in ("P", "PT", ""):
        n = {unit: float(amount or 0) for unit, amount in period.groupdict().items() if unit != "scale"}
        months = n["Y"] * {"CE": 1200, "DE": 120}.get(period["scale"], 12) + n["M"]
        return f"P:{months:g}M:{n['W'] * 7 + n['D']:g}D:{n['h'] * 3600 + n['m'] * 60 + n['s']:g}S"
    if value.endswith("_REF"):
        return value
    value = re.sub(r"T(\d{1,2})(?:[.:](\d{2}))?(?:[.:]00)?$", lambda m: f"T{int(m[1]):02}:{m[2] or '00'}", value)
    value = re.sub(r"-W(\d)(?=$|-)", r"-W0\1", value)
    value = re.sub(r"(-W(?:\d\d|XX))-0?(\d)(?=$|-?T)", r"\1-\2", value).replace("-T", "T")
    return re.sub(r"(\d{4}-\d\d|XXXX-\d\d)-XX$", r"\1", value)
