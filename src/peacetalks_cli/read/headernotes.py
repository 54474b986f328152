"""What has been noted of the head and the foot of an article while they are read."""

import re
from dataclasses import dataclass, field

from peacetalks_cli.facts import Interval
from peacetalks_cli.read.headerline import HeaderLine
from peacetalks_cli.read.headerwords import AGENCIES, iso

# The best evidence first; `published_from` is one of these, or jsonl, html, option.
EVIDENCE = (
    "front_matter",  # --- date: 2026-02-07 ---
    "header",  # date 2026-01-25 Die Gespräche …
    "published",  # Veröffentlicht am 7. Februar 2026
    "dateline",  # 17.02.2026 16:20; DIE ZEIT, 19.09.2002, Nr. 39; KIEW, 3. März 2025 (dpa) – …
    "closing",  # … teilte er mit. (APA, 24.3.2015)
    "broadcast",  # Diese Nachricht wurde am 23.01.2026 … gesendet.
    "stand",  # Stand: 07.02.2026 15:56 Uhr
    "updated",  # Aktualisiert am 7. Februar 2026
    "programme",  # Über dieses Thema berichtete die tagesschau am 07. Februar 2026 um 20:00 Uhr.
    "dpa",  # © dpa-infocom, dpa:260207-930-654321/1; dpa abc/xy n1 071556 Feb 26
    "issue",  # DIE ZEIT 32/2000
)


@dataclass(slots=True)
class Header:
    """`dates`: evidence (one of `EVIDENCE`) -> ISO date, the first of its kind. `masked`: sorted, not overlapping.

    `year`: of the issue or the copyright. `days`: (month, day) and where they stand, of lines that lack the year.
    """

    dates: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    source: str | None = None
    masked: list[Interval] = field(default_factory=list)
    year: int | None = None
    days: list[tuple[tuple[int, int], Interval]] = field(default_factory=list)

    def best(self) -> str | None:
        """The best evidence that there is."""
        return next((kind for kind in EVIDENCE if kind in self.dates), None)

    def note(self, evidence: str, day: str | None) -> None:
        if day and evidence != "other":
            self.dates.setdefault(evidence, day)

    def note_line(self, line: HeaderLine, where: Interval) -> None:
        """What a header line says; a bare day without its year says nothing until the year is known."""
        for label, day in line.dates:
            self.note(label, day)
        self.year = self.year or line.year
        if line.day:
            self.days.append((line.day, where))
        if line.dates or not line.bare:
            self.masked.append(where)

    def sent_by(self, agencies: str) -> None:
        """Notes agencies as the source; the newsroom itself ("red") is none."""
        if re.fullmatch(AGENCIES, agencies) and agencies.lower().rstrip(".") != "red":
            self.source = self.source or agencies

    def finish(self) -> None:
        """Completes a day without a year ('Kiew, 07. Feb (Reuters)') by the year that stands elsewhere."""
        if self.year and not self.dates and len({day for day, _ in self.days}) == 1:
            month, day = self.days[0][0]
            self.note("dateline", iso(f"{day}.{month}.{self.year}"))
        evidence = self.best()
        published = self.dates[evidence] if evidence else ""
        self.masked += [where for (month, day), where in self.days if published.endswith(f"-{month:02}-{day:02}")]
        self.masked = _merged(self.masked)


def _merged(intervals: list[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
