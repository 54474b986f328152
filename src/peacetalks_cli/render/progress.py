"""The progress bar, on standard error."""

import sys
from collections.abc import Generator, Iterable
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

T = TypeVar("T")


def counted(items: Iterable[T]) -> Generator[T, None, None]:
    """`items` unchanged, with a line on standard error that counts them and goes away at the end.

    What is written to `sys.stderr` meanwhile appears above that line.
    """
    console = Console(file=sys.stderr, no_color=True, highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=None)
        for item in items:
            progress.advance(task)
            yield item
