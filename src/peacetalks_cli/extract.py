"""The whole flow: an article is annotated, its names are linked, its facts are remembered."""

import json
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from itertools import chain
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING

from peacetalks_cli.errors import PeacetalksError
from peacetalks_cli.facts import Article, Pipeline, Record
from peacetalks_cli.german.figures.topics import digest
from peacetalks_cli.link import link, name_sources

if TYPE_CHECKING:  # spaCy takes over a second to import: only an article that must be annotated pays for it
    from peacetalks_cli.annotate import Annotator
    from peacetalks_cli.store import Store

BUNDLED = Path(__file__).parent / "pipelines" / "de_peacetalks_news"
FEW = 32  # articles that one process finishes while further processes would still be loading the pipeline
AHEAD = 4  # articles in the queue for each process: enough to keep it busy, little enough for any memory


def extract(article: Article, annotator: "Annotator") -> Record:
    """Everything found in one article, the vague time references included."""
    (found,) = annotator.annotate([article])
    linked = link(article.text, found.names)
    numbers = name_sources(found.numbers, linked.people, linked.organizations)
    return Record(
        article=article,
        pipeline=annotator.pipeline,
        people=linked.people,
        places=linked.places,
        organizations=linked.organizations,
        dates=found.dates,
        numbers=numbers,
    )


def extract_all(
    articles: Iterable[Article],
    *,
    model: str | None = None,
    topics: str | None = None,
    store: "Store | None" = None,
    jobs: int = 1,
) -> Generator[Record, None, None]:
    """One Record an article, in their order, each as soon as it is done.

    What `store` has of the same article and pipeline is taken from there, the rest is saved in it, an article at
    a time. With `jobs` > 1 that many processes share what comes after the first few articles; what they find is
    the same. `topics`: a user's own table as a TOML text, whose rows win over ours. Raises ModelError if an article
    must be annotated and there is no pipeline `model`.
    """
    with_what = (model, topics)
    known = _Known(store, _with_topics(installed(model), topics))
    remaining = iter(articles)
    yield from _alone(remaining, with_what, known, FEW if jobs > 1 else None)
    if (first := next(remaining, None)) is not None:
        yield from _together(chain([first], remaining), with_what, known, jobs)


_WithWhat = tuple[str | None, str | None]
"""A pipeline (None: the bundled one), and a user's own topics, a TOML text."""


def installed(model: str | None) -> Pipeline | None:
    """Name and version of a pipeline (None: the bundled one), not loaded; None where its meta.json is not found."""
    folder = BUNDLED if model is None else Path(model)
    if model is not None and not folder.is_dir() and model.isidentifier():
        spec = find_spec(model)
        folder = Path(next(iter(spec.submodule_search_locations or ()), "")) if spec else folder
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return Pipeline(f"{meta['lang']}_{meta['name']}", meta["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _with_topics(pipeline: Pipeline | None, topics: str | None) -> Pipeline | None:
    """The pipeline as it is called with a user's own topics."""
    if pipeline is None or topics is None:
        return pipeline
    return replace(pipeline, version=f"{pipeline.version}+{digest(topics)}")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store has of this pipeline; nothing without a store."""

    store: "Store | None"
    pipeline: Pipeline | None

    def get(self, article: Article) -> Record | None:
        return self.store.get(article, self.pipeline) if self.store and self.pipeline else None

    def keep(self, record: Record) -> Record:
        if self.store:
            self.store.save(record)
        return record


@cache
def _annotator(model: str | None) -> "Annotator":
    from peacetalks_cli import annotate  # noqa: PLC0415  (imports spaCy)

    return annotate.load(model)


@cache
def _knowing(model: str | None, topics: str) -> "Annotator":
    from peacetalks_cli import annotate  # noqa: PLC0415

    return annotate.with_topics(_annotator(model), topics)


def _extracted(article: Article, with_what: _WithWhat) -> Record:
    model, topics = with_what
    return extract(article, _annotator(model) if topics is None else _knowing(model, topics))


def _alone(articles: Iterator[Article], with_what: _WithWhat, known: _Known, at_most: int | None) -> Iterator[Record]:
    """Records of this process, until the articles end or `at_most` of them had to be annotated."""
    annotated = 0
    for article in articles:
        record = known.get(article)
        if record is None:
            record = known.keep(_extracted(article, with_what))
            annotated += 1
        yield record
        if annotated == at_most:
            return


def _together(articles: Iterable[Article], with_what: _WithWhat, known: _Known, jobs: int) -> Iterator[Record]:
    """Records of `jobs` processes, in the order of the articles."""
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_end_with_parent)
    window: deque[Record | Future[Record]] = deque()
    try:
        for article in articles:
            window.append(known.get(article) or _submit(pool, article, with_what))
            yield from _finished(window, known, at_most=AHEAD * jobs)
        yield from _finished(window, known, at_most=0)
    except BrokenProcessPool as error:
        raise PeacetalksError("a process of --jobs ended before its work was done; try --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, article: Article, with_what: _WithWhat) -> Future[Record]:
    # A new process inherits the mask: Ctrl-C goes to this process alone, which then ends the others.
    with _interrupts_blocked():
        return pool.submit(_work, article, with_what)


def _work(article: Article, with_what: _WithWhat) -> Record:
    return _extracted(article, with_what)


def _finished(window: deque[Record | Future[Record]], known: _Known, *, at_most: int) -> Iterator[Record]:
    """What is done at the front of `window`; waits until no more than `at_most` are left in it.

    What is done out of turn is saved at once, so that it is not lost if the program is killed.
    """
    while window:
        for place, item in enumerate(window):
            if isinstance(item, Future) and item.done():
                window[place] = known.keep(item.result())
        front = window[0]
        if isinstance(front, Record):
            window.popleft()
            yield front
        elif len(window) > at_most:
            wait([item for item in window if isinstance(item, Future)], return_when=FIRST_COMPLETED)
        else:
            return


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Ends this process when the one that started it is killed, which nothing else would tell it."""

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
