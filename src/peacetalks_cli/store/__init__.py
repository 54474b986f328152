"""What was extracted, remembered in one SQLite file: the cache of `extract` and what the queries read.

An article is kept with its text, its files and, a row a kind, its facts as the JSON of the record. Each is
written in one transaction, so that killing the program loses at most the article in work.
"""

import json
import os
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from peacetalks_cli.facts import KINDS, Article, Pipeline, Record
from peacetalks_cli.store.database import damaged, open_database, transaction, translated
from peacetalks_cli.store.rules import answers_version, rules_version

__all__ = ["Info", "Kind", "Store", "StoredArticle", "default_path", "rules_version"]

Kind = Literal["people", "places", "organizations", "dates", "numbers"]

_FOLDER, _FILE = ".peacetalks", "facts.db"


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article without its text. `files`: all names it was given under, sorted; `file` is the first."""

    id: str
    files: tuple[str, ...]
    title: str | None
    published: str | None
    source: str | None
    characters: int

    @property
    def file(self) -> str:
        return self.files[0]


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds; `facts`: how many of each kind (mentions for dates and numbers), `bytes` on disk."""

    path: Path
    version: int
    articles: int
    files: int
    facts: dict[str, int]
    bytes: int


def default_path(start: Path) -> Path:
    """The store of the folder `start` or of the nearest one above that has one; else where one would be made."""
    for folder in (start, *start.absolute().parents):
        path = folder / _FOLDER / _FILE
        if os.path.isfile(path):  # noqa: PTH113  (of one that may not be looked at: False, and no error)
            return path
    return start / _FOLDER / _FILE


class Store:
    """A context manager, for one thread; several processes may have the same store open."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool) -> Self:
        """The store at `path`, brought to this version; made if missing and `create`.

        Raises StoreError if it is missing, damaged, no store of ours, of a newer version, in use for longer than
        ten seconds, or must not be written. Without `create`, a store in a read-only folder can be read.
        """
        with translated(path):
            return cls(path, open_database(path, create))

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, article: Article, pipeline: Pipeline) -> Record | None:
        """The record of `article` if this very text, with this header, was extracted by this pipeline and this code.

        A text that was known under other names only is known under `article.file` from then on.
        """
        with translated(self.path):
            with transaction(self._connection, writes=False):
                row = self._connection.execute(
                    "SELECT title, published, published_from, source, masked, text FROM articles"
                    " WHERE id = ? AND pipeline = ? AND version = ? AND rules = ?",
                    (article.id, pipeline.name, pipeline.version, rules_version()),
                ).fetchone()
                facts = self._facts_of(article.id) if row else {}
                noted = self._article_at(article) == article.id
            if row is None or self._article(article.file, row) != article:
                return None
            if not noted:
                with transaction(self._connection, writes=True):
                    self._put_file(article)
        return self._record(article, pipeline, facts)

    def save(self, record: Record) -> None:
        """Remembers `record`; what its file held before is forgotten unless it lies elsewhere too."""
        article = record.article
        written = record.as_json()
        facts = [(article.id, kind, len(written[kind]), _json(written[kind])) for kind in KINDS]
        row = (
            *(article.id, article.title, article.published, article.published_from, article.source),
            *(len(article.text), json.dumps(article.masked), record.pipeline.name, record.pipeline.version),
            *(rules_version(), zlib.compress(article.text.encode("utf-8", "surrogatepass"))),
        )
        with translated(self.path), transaction(self._connection, writes=True):
            # No REPLACE here: it would delete the row first, and by the foreign keys its files with it.
            self._connection.execute(
                "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET"
                " (title, published, published_from, source, characters, masked, pipeline, version, rules, text) ="
                " (excluded.title, excluded.published, excluded.published_from, excluded.source,"
                " excluded.characters, excluded.masked, excluded.pipeline, excluded.version, excluded.rules,"
                " excluded.text)",
                row,
            )
            self._connection.executemany("INSERT OR REPLACE INTO facts VALUES (?,?,?,?)", facts)
            self._put_file(article)

    def articles(self) -> Iterator[StoredArticle]:
        """All articles by the name of their file, the lines of a JSONL file in their order."""
        with translated(self.path):
            names: dict[str, set[str]] = {}
            for article, name in self._connection.execute("SELECT article, name FROM files"):
                names.setdefault(article, set()).add(name)
            rows = self._connection.execute("SELECT id, title, published, source, characters FROM articles")
            found = [
                StoredArticle(id_, tuple(sorted(names[id_], key=_by_line)), *rest)
                for id_, *rest in rows
                if id_ in names
            ]
        yield from sorted(found, key=lambda article: (_by_line(article.file), article.id))

    def facts(self, kind: Kind) -> Iterator[tuple[StoredArticle, list[dict[str, Any]]]]:
        """The facts of one kind, as in the record's JSON, an article at a time in the order of `articles()`."""
        for article in self.articles():
            with translated(self.path):
                row = self._connection.execute(
                    "SELECT json FROM facts WHERE article = ? AND kind = ?", (article.id, kind)
                ).fetchone()
            if row is not None:  # else another process has just replaced the article
                yield article, self._parsed(row[0])

    def records(self) -> Iterator[Record]:
        """All records with their texts, in the order of `articles()`; each under its first file."""
        for stored in self.articles():
            with translated(self.path), transaction(self._connection, writes=False):
                row = self._connection.execute(
                    "SELECT title, published, published_from, source, masked, text, pipeline, version"
                    " FROM articles WHERE id = ?",
                    (stored.id,),
                ).fetchone()
                facts = self._facts_of(stored.id)
            if row is not None:
                yield self._record(self._article(stored.file, row[:6]), Pipeline(*row[6:]), facts)

    def answered(self, question: str, ask: Callable[[], list[dict[str, Any]]]) -> list[dict[str, Any]]:
        """The rows that `ask` finds in the facts, remembered under `question` until any article or file changes."""
        question = f"{question} {answers_version()}"
        with translated(self.path):
            known = self._connection.execute("SELECT json FROM answers WHERE question = ?", (question,)).fetchone()
            before = self._changes()
        if known:
            return self._parsed(known[0])
        rows = ask()
        # Only to save time: in a store that must not be written, or just now is, the next one asks again.
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA busy_timeout = 0")
            with transaction(self._connection, writes=True):
                if self._changes() == before:
                    self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?,?)", (question, _json(rows)))
        return rows

    def info(self) -> Info:
        with translated(self.path):
            articles, files = self._connection.execute(
                "SELECT (SELECT COUNT(*) FROM articles), (SELECT COUNT(*) FROM files)"
            ).fetchone()
            counted = dict(self._connection.execute("SELECT kind, SUM(count) FROM facts GROUP BY kind"))
            return Info(
                self.path,
                version=self._connection.execute("PRAGMA user_version").fetchone()[0],
                articles=articles,
                files=files,
                facts={kind: counted.get(kind, 0) for kind in KINDS},
                bytes=self.path.stat().st_size,
            )

    def _changes(self) -> int:
        """A number that is another one after another process has changed the store."""
        number: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return number

    def _facts_of(self, id_: str) -> dict[str, str]:
        return dict(self._connection.execute("SELECT kind, json FROM facts WHERE article = ?", (id_,)))

    def _article_at(self, article: Article) -> str | None:
        """The id of the article that the file of `article` held last."""
        row = self._connection.execute("SELECT article FROM files WHERE path = ?", (self._key(article),)).fetchone()
        return row[0] if row else None

    def _put_file(self, article: Article) -> None:
        before = self._article_at(article)
        self._connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?,?,?)", (self._key(article), article.file, article.id)
        )
        if before not in (None, article.id):
            self._connection.execute(
                "DELETE FROM articles WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM files WHERE article = ?1)",
                (before,),
            )

    def _key(self, article: Article) -> str:
        """What tells a file from others of its name: where it lies, seen from the store, which may move with it.

        Standard input is no place: what came through it before stays.
        """
        if article.file == "-" or article.file.startswith("-:"):
            return f"-:{article.id}"
        try:
            return os.path.relpath(article.place or article.file, self.path.parent)
        except ValueError:  # another drive
            return os.path.abspath(article.place or article.file)  # noqa: PTH100

    def _article(self, file: str, row: tuple[Any, ...]) -> Article:
        try:
            text = zlib.decompress(row[5]).decode("utf-8", "surrogatepass")
            masked = tuple((start, end) for start, end in json.loads(row[4]))
        except (zlib.error, ValueError, TypeError) as error:
            raise damaged(self.path) from error
        title, published, published_from, source = row[:4]
        return Article(text, file, title, published, published_from, source, masked)

    def _record(self, article: Article, pipeline: Pipeline, facts: dict[str, str]) -> Record:
        try:
            return Record.from_json(article, pipeline, {kind: self._parsed(facts[kind]) for kind in KINDS})
        except (KeyError, TypeError) as error:
            raise damaged(self.path) from error

    def _parsed(self, facts: str) -> list[dict[str, Any]]:
        try:
            parsed: list[dict[str, Any]] = json.loads(facts)
        except ValueError as error:
            raise damaged(self.path) from error
        return parsed


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, separators=(",", ":"))


def _by_line(name: str) -> tuple[str, int]:
    """Sorts articles.jsonl:9 before articles.jsonl:10."""
    line = re.fullmatch(r"(.*):(\d{1,18})", name, re.DOTALL)
    return (line[1], int(line[2])) if line else (name, 0)
