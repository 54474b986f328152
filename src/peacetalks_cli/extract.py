"""The whole flow: an article is annotated, its names are linked, its facts are remembered."""

import gc
import json
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from multiprocessing import active_children, get_context, parent_process
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
# Characters for which another process is started: it needs seconds to load the pipeline, and so much takes longer.
WORTH = 300_000
AHEAD = 512  # articles read ahead at most, to know how much there is to do
QUEUED = 8  # articles that another process has been given, so that it never waits for the next


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
    a time. With `jobs` 1 each comes before the next article is read; with more, some articles are read ahead, and
    that many processes share the work if there is much; what they find is the same. `topics`: a user's own table as
    a TOML text, whose rows win over ours. Raises ModelError if an article must be annotated and there is no pipeline
    `model`.
    """
    with_what = (model, topics)
    known = _Known(store, _with_topics(installed(model), topics))
    if jobs == 1:
        yield from _alone(iter(articles), with_what, known)
    else:
        yield from _together(iter(articles), with_what, known, jobs)


def cores() -> int:
    """How many processes this one may keep busy."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
def _annotator(model: str | None, topics: str | None) -> "Annotator":
    from peacetalks_cli import annotate  # noqa: PLC0415  (imports spaCy)

    annotator = annotate.load(model)
    return annotator if topics is None else annotate.with_topics(annotator, topics)


def _extracted(article: Article, with_what: _WithWhat) -> Record:
    annotator = _annotator(*with_what)
    record = extract(article, annotator)
    if annotator.full:
        _annotator.cache_clear()
        del annotator
        gc.collect()  # at once: else the memory of the next one is another
    return record


def _alone(articles: Iterator[Article], with_what: _WithWhat, known: _Known) -> Iterator[Record]:
    """Records of this process alone, each before the next article is read."""
    for article in articles:
        yield known.get(article) or known.keep(_extracted(article, with_what))


def _together(articles: Iterator[Article], with_what: _WithWhat, known: _Known, jobs: int) -> Iterator[Record]:
    """Records of this process and `jobs` - 1 others, which are started when there is work enough for them."""
    ahead = _Ahead(articles, known)
    pool: ProcessPoolExecutor | None = None
    before = set(active_children())
    try:
        while ahead.read():
            if pool is None and ahead.characters >= WORTH:
                pool = ProcessPoolExecutor(jobs - 1, get_context("spawn"), initializer=_end_with_parent)
            if pool is not None:
                ahead.give(pool, with_what, at_most=QUEUED * (jobs - 1))
            ahead.collect()
            while (record := ahead.first()) is not None:
                yield record
            ahead.do_one(with_what)
        if pool is not None:
            pool.shutdown()
    except BrokenProcessPool as error:
        raise PeacetalksError("a process of --jobs ended before its work was done; try --jobs 1") from error
    finally:
        # Interrupted, or nobody wants more: what the others are at is not waited for.
        for process in set(active_children()) - before:
            process.kill()
        if pool is not None:
            pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Ahead:
    """Articles that were read and whose records were not taken yet, in their order: each a record already, or given
    to another process, or still to be annotated. `characters`: of those not annotated yet."""

    articles: Iterator[Article]
    known: _Known
    items: deque[Record | Future[Record] | Article] = field(default_factory=deque)
    characters: int = 0

    def read(self) -> bool:
        """Reads on, as long as there is too little to do; False if there is nothing left."""
        while self.characters < WORTH and len(self.items) < AHEAD and self._first_is_open():
            article = next(self.articles, None)
            if article is None:
                break
            record = self.known.get(article)
            self.items.append(record or article)
            self.characters += 0 if record else len(article.text)
        return bool(self.items)

    def give(self, pool: ProcessPoolExecutor, with_what: _WithWhat, *, at_most: int) -> None:
        """Gives articles to the processes, until they have `at_most`: the last ones that were read, so that this
        process, which does the first ones, need not wait for others to print the next record."""
        free = at_most - sum(isinstance(item, Future) for item in self.items)
        todo = [place for place, item in enumerate(self.items) if isinstance(item, Article)]
        for place in todo[1:][::-1][: max(0, free)]:
            article = self.items[place]
            assert isinstance(article, Article)
            self.items[place] = _submit(pool, article, with_what)

    def collect(self) -> None:
        """Takes what the processes have done. Done out of turn it is saved at once, so that it is not lost if the
        program is killed."""
        for place, item in enumerate(self.items):
            if isinstance(item, Future) and item.done():
                self._put(place, item.result())

    def first(self) -> Record | None:
        """The next record, which is taken; None if it is not done yet, or there is none."""
        if not self.items or not isinstance(self.items[0], Record):
            return None
        record = self.items.popleft()
        assert isinstance(record, Record)
        return record

    def do_one(self, with_what: _WithWhat) -> None:
        """Annotates the first article that was given to nobody; if there is none, waits for the others."""
        for place, item in enumerate(self.items):
            if isinstance(item, Article):
                self._put(place, _extracted(item, with_what))
                return
        wait([item for item in self.items if isinstance(item, Future)], return_when=FIRST_COMPLETED)

    def _put(self, place: int, record: Record) -> None:
        self.items[place] = self.known.keep(record)
        self.characters -= len(record.article.text)

    def _first_is_open(self) -> bool:
        return not (self.items and isinstance(self.items[0], Record))


def _submit(pool: ProcessPoolExecutor, article: Article, with_what: _WithWhat) -> Future[Record]:
    # A new process inherits the mask: Ctrl-C goes to this process alone, which then ends the others.
    with _interrupts_blocked():
        return pool.submit(_extracted, article, with_what)


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
