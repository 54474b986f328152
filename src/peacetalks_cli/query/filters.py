"""Which articles and facts are shown."""

import re
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any, Literal

from peacetalks_cli.errors import UsageError

Kind = Literal["people", "places", "dates", "numbers"]
Row = dict[str, Any]
"""A fact or a line of an aggregate, with the JSON types and the keys of the contract."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The article that facts are from. `files`: where it lies, one or more."""

    id: str
    files: tuple[str, ...]
    published: str | None

    @property
    def file(self) -> str:
        """The file to name where there is room for one; standard input, where nobody can look, comes last."""
        return min(self.files, key=lambda file: re.match("-(?::|$)", file) is not None)


Facts = tuple[Origin, list[Row]]
"""An article and the facts of one kind found in it, as in the record."""

VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF", "PX"})
"""Values of dates that are references without a calendar value."""

_LINE_OF_FILE = re.compile(r"(.*):(\d+)", re.DOTALL)
_PART_OF_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown. `since`, `until`: 2026, 2026-01 or 2026-01-25, both inclusive, by the publication date; with
    either, articles without a date are left out. `file`: a glob for the whole path or for its last part.
    `topics`: of numbers, all where empty. `vague`: also time references without a calendar value.

    Raises UsageError if `since` or `until` is no date.
    """

    since: str | None = None
    until: str | None = None
    file: str | None = None
    topics: frozenset[str] = frozenset()
    vague: bool = False

    def __post_init__(self) -> None:
        for option, value in (("--since", self.since), ("--until", self.until)):
            if value is not None and not _is_date(value):
                raise UsageError(f"{option} {value}: no date; write 2026-01-25, 2026-01 or 2026")

    def passes(self, article: Origin) -> bool:
        published = article.published or ""
        if (self.since or self.until) and not published:
            return False
        # ISO dates sort as text, so a month is compared with the month of the article.
        if self.since and published[: len(self.since)] < self.since:
            return False
        if self.until and published[: len(self.until)] > self.until:
            return False
        return self.file is None or any(
            fnmatchcase(name, self.file) for file in article.files for name in (file, PurePath(file).name)
        )


def _is_date(value: str) -> bool:
    if not _PART_OF_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def file_and_line(file: str) -> tuple[str, int]:
    """Line 10 of a JSONL file comes after line 9."""
    in_file = _LINE_OF_FILE.fullmatch(file)
    return (in_file[1], int(in_file[2])) if in_file else (file, 0)
