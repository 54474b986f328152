"""When figures hold, on the sentences of tests/cases/figure_dates.txt."""

import re
import time
from pathlib import Path

import pytest

from peacetalks_cli.annotate.figure import Passage
from peacetalks_cli.annotate.numbers import analyse
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.facts import Date
from peacetalks_cli.german.figures import topics

CASES = Path(__file__).parent.parent / "cases" / "figure_dates.txt"
MARK = re.compile(r"\[(?P<date>[^|\]]+)\|(?P<value>[^\]]+)\]|\{(?P<figure>[^=}]+)=(?P<when>[^}]*)\}")


def cases() -> list[str]:
    return [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def unmarked(marked: str) -> tuple[str, tuple[Date, ...], dict[int, str | None]]:
    """The text, its dates, and the expected date of each figure by where it starts."""
    text, dates, wanted, at = "", [], {}, 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        start, at = len(text), mark.end()
        text += mark["date"] or mark["figure"]
        if mark["date"]:
            kind = "TIME" if "T" in mark["value"] else "DATE"
            dates.append(Date(mark["date"], start, len(text), 1, kind, mark["value"], None, None, None))  # type: ignore[arg-type]
        else:
            wanted[start] = mark["when"] or None
    return text + marked[at:], tuple(dates), wanted


def found(text: str, dates: tuple[Date, ...]) -> dict[int, str | None]:
    passage = Passage.over(text, [], dates, ())
    return {figure.start: figure.date for figure in analyse(passage, Sources(passage), topics.load())}


@pytest.mark.parametrize("marked", cases())
def test_date_of_figure(marked: str) -> None:
    text, dates, wanted = unmarked(marked)
    assert found(text, dates) == wanted


def test_long_sentences_take_no_longer_for_their_length() -> None:
    """One sentence of a thousand dates and figures: the time grows with its length, not with its square."""

    def seconds(times: int) -> float:
        text, dates, _ = unmarked("Seit dem Fall von Basra im [Mai|2024-05] starben {zwei=} Soldaten im Kampf " * times)
        start = time.process_time()
        found(text, dates)
        return time.process_time() - start

    seconds(10)
    assert seconds(800) < 16 * max(seconds(200), 0.005)
