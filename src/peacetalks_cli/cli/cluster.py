"""peacetalks extract --cluster: a dataset of a collection, made by many processes."""

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from peacetalks_cli.cli.articles import Problems, own_topics
from peacetalks_cli.cli.options import Cluster, Input, Output
from peacetalks_cli.cli.output import is_terminal, say
from peacetalks_cli.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from peacetalks_cli.cluster.run import Progress

_EVERY = 5.0  # seconds between two lines of progress


def extract_on_cluster(paths: Sequence[str], *, vague: bool, cluster: Cluster, output: Output, input: Input) -> None:
    """Makes a dataset, and says on standard error what was done. Raises UsageError if the extra is not installed."""
    if output.output is None or str(output.output) == "-":
        raise UsageError("extract --cluster: name the folder or URL of the dataset: --output DIR_OR_URL")
    if "-" in paths:
        raise UsageError("extract --cluster: standard input cannot be shared; name files, folders or URLs")
    if output.csv or output.format not in (None, "jsonl"):
        raise UsageError("extract --cluster: a dataset is Parquet, or JSONL with --jsonl; leave out the other format")
    assert cluster.cluster is not None
    try:
        from peacetalks_cli.cluster import local  # noqa: PLC0415

        local.warm_up(cluster.cluster, input.model)
        from peacetalks_cli.cluster import inputs, run, work  # noqa: PLC0415  (imports Dask)
    except ImportError as error:
        raise UsageError("--cluster needs more than is installed: pip install 'peacetalks-cli[cluster]'") from error
    from peacetalks_cli.dataset.folder import url  # noqa: PLC0415

    problems = Problems(input.quiet)
    job = work.Job(
        output=url(str(output.output)),
        format="jsonl" if output.jsonl or output.format == "jsonl" else "parquet",
        model=input.model,
        topics=own_topics(input),
        published=input.published,
        vague=vague,
        text_column=cluster.text_column,
        published_column=cluster.published_column,
    )
    parts = inputs.inputs(paths, problems.error)
    progress = run.extract(
        parts,
        job,
        address=cluster.cluster,
        size=max(1, round(cluster.partition * 1_000_000)),
        told=_Teller(input.quiet).tell,
    )
    _sum_up(progress, job.output, input.quiet)
    problems.end()
    if progress.errors or progress.lost:
        raise typer.Exit(ExitStatus.INPUT)


class _Teller:
    """Says now and then how far it is: on a terminal, and on long work only."""

    def __init__(self, quiet: bool) -> None:
        self._is_wanted = not quiet and is_terminal(sys.stderr)
        self._last = time.monotonic()

    def tell(self, progress: "Progress") -> None:
        now = time.monotonic()
        if self._is_wanted and now - self._last >= _EVERY:
            self._last = now
            rate = progress.articles / progress.seconds if progress.seconds else 0
            left = f", {_duration(progress.left)} left" if progress.left is not None else ""
            say(f"{progress.articles:,} articles, {rate:.1f} a second, {progress.share:.0%}{left}")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _sum_up(progress: "Progress", output: str, quiet: bool) -> None:
    for lost in progress.lost:
        say(f"{lost}: ended every worker that read it; leave it out or look for the article, then run it again")
    if not quiet:
        kept = f", {progress.skipped} were there" if progress.skipped else ""
        bad = f"; {progress.errors} inputs could not be used: see its table errors" if progress.errors else ""
        say(f"{output}: {progress.articles:,} articles in {progress.partitions} new partitions{kept}{bad}")
