"""The words of a report, and how numbers and days are written, in German or in English."""

import re
import tomllib
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from peacetalks_cli.facts import SIGNS

Language = Literal["de", "en"]
_POWERS = {"de": {9: "Mrd.", 6: "Mio."}, "en": {9: "bn", 6: "m"}}
_MONTHS = {
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_SIGNS = SIGNS | {"approx": "~"}
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Labels:
    language: Language
    words: Mapping[str, Any]

    def __getitem__(self, key: str) -> str:
        return str(self.words[key])

    def of_topic(self, topic: str) -> str:
        return str(self.words["topics"].get(topic, topic))

    def of_detail(self, detail: str | None) -> str:
        return str(self.words["details"].get(detail, detail)) if detail else ""

    def of_kind(self, kind: str | None) -> str:
        return str(self.words["kinds"].get(kind, kind)) if kind else ""

    def of_unit(self, unit: str | None) -> str:
        return str(self.words["units"].get(unit, unit)) if unit else ""

    def why(self, reasons: Sequence[tuple[str, str]]) -> str:
        """Pairs of a field, or "", and the rule behind it, in words."""
        return "; ".join(f"{self[field]}: {self.rule(rule)}" if field else self.rule(rule) for field, rule in reasons)

    def rule(self, rule: str) -> str:
        """In the words of this language; what has none there as it is."""
        names: Mapping[str, str] = self.words.get("names", {})
        for pattern, words in _rules(self.language):
            if found := pattern.fullmatch(rule):
                return words.format(*(names.get(part) or self.on(part) for part in found.groups()))
        return rule

    def count(self, value: float) -> str:
        """1.234,5 in German, 1,234.5 in English."""
        written = f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
        return written.translate(str.maketrans(",.", ".,")) if self.language == "de" else written

    def short(self, value: float) -> str:
        """As short as an axis needs it: 1,5 Mio."""
        for power, name in _POWERS[self.language].items():
            if abs(value) >= 10**power:
                return f"{self.count(round(value / 10**power, 2))} {name}"
        return self.count(round(value, 2))

    def _short_range(self, low: float, high: float) -> str:
        """600–700 Mio."""
        first, last = self.short(low), self.short(high)
        number, _, power = first.partition(" ")
        return f"{number if power and last.endswith(' ' + power) else first}–{last}"

    def tick(self, day: date, step: str) -> str:
        """A day on an axis: 24. Jan., Jan. 2026 or 2026."""
        if step == "day":
            return self.on(day, year=False)
        return str(day.year) if step == "year" else f"{_MONTHS[self.language][day.month - 1]} {day.year}"

    def on(self, day: str | date | None, *, year: bool = True) -> str:
        """24. Jan. 2026; what is no ISO day (a month, a year) as it is."""
        found = _ISO_DAY.match(str(day or ""))
        if not found:
            return str(day or "")
        month = _MONTHS[self.language][int(found[2]) - 1]
        dot = "." if self.language == "de" else ""
        return f"{int(found[3])}{dot} {month}" + (f" {found[1]}" if year else "")

    def days(self, first: str, last: str) -> str:
        """From one day to another: 24. Jan. 2026; Jan. 2026; 2026; 22. Jan. 2026 – 7. Feb. 2026."""
        if first == last:
            return self.on(first)
        day, end = date.fromisoformat(first), date.fromisoformat(last)
        if day.day == 1 and end.day == monthrange(end.year, end.month)[1] and day.year == end.year:
            if day.month == end.month:
                return self.tick(day, "month")
            if (day.month, end.month) == (1, 12):
                return self.tick(day, "year")
        return f"{self.on(first)} – {self.on(last)}"

    def _moment(self, value: str) -> str:
        """Of a TIMEX3 value a day and a time of day in words: 24. Jan. 2026, Nacht. Another value as it is."""
        day, _, time = value.partition("T")
        if not _ISO_DAY.fullmatch(day):
            return value
        return ", ".join(filter(None, (self.on(day), self.words["parts"].get(time, time))))

    def amount(self, fact: Mapping[str, Any], *, short: bool = False) -> str:
        """The value of a figure with its sign and unit: ~ 3.000, ≥ 45–50 %."""
        write = self.short if short else self.count
        sign = _SIGNS.get(fact["modifier"] or "", "")
        low, high = fact["low"], fact["high"]
        value = f"{write(low)}–{write(high)}" if low is not None and high not in (None, low) else write(fact["value"])
        if short and low is not None and high not in (None, low):
            value = self._short_range(low, high)
        unit = "" if short else self.of_unit(fact["unit"])
        return " ".join(part for part in (sign, value, unit) if part)

    def said(self, label: str, value: Any) -> str:
        """What is said of a mark, `value`, in words."""
        match label:
            case "value" if not isinstance(value, str):
                return self.amount(asdict(value))
            case "day":
                first, last = value
                return self.days(first, last)
            case "date":
                return self._moment(value)
            case "topic":
                topic, detail = value
                return ", ".join(filter(None, (self.of_topic(topic), self.of_detail(detail))))
            case "kind":
                return self.of_kind(value)
        return str(value)


@cache
def labels(language: Language) -> Labels:
    return Labels(language, _words()[language])


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("peacetalks_cli.render.html").joinpath("labels.toml").read_text(encoding="utf-8"))


@cache
def _rules(language: Language) -> list[tuple[re.Pattern[str], str]]:
    """The rules that have words in a language; * stands for what differs from case to case."""
    return [
        (re.compile(re.escape(rule).replace(r"\*", "(.*?)")), words)
        for rule, words in _words()[language].get("rules", {}).items()
    ]
