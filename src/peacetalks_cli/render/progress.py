"""The progress bar, on standard error, where the work is long."""

import sys
import time
from collections.abc import Generator, Iterable
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

T = TypeVar("T")

LONG = 2.0  # seconds: what takes less shows no bar


def counted(items: Iterable[T], total: int | None) -> Generator[T, None, None]:
    """`items` unchanged, with a line on standard error that counts them and goes away at the end: how many a second,
    and how long the rest of `total` will take; None where that is not known.

    What is written to `sys.stderr` meanwhile appears above that line.
    """
    console = Console(file=sys.stderr, no_color=True, highlight=False)
    of = "" if total is None else f" of {total}"
    columns = (SpinnerColumn(), TextColumn("{task.completed}" + of + " articles"), _Rate(), TimeElapsedColumn())
    begin = time.monotonic()
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, auto_refresh=False) as progress:
        task = progress.add_task("", total=total, visible=False)
        for item in items:
            progress.advance(task)
            if time.monotonic() - begin >= LONG:
                progress.update(task, visible=True)
                progress.refresh()
            yield item


class _Rate(ProgressColumn):
    """12.3 a second, 1:05 left."""

    def render(self, task: Task) -> Text:
        seconds = task.elapsed or 0.0
        if not seconds or not task.completed:
            return Text("")
        rate = task.completed / seconds
        left = "" if task.total is None else f", {_minutes((task.total - task.completed) / rate)} left"
        return Text(f"{rate:.1f} a second{left}")


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
