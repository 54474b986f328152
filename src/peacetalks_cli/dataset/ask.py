"""The facts of a dataset, asked for by SQL: DuckDB reads what it needs of the files, and sorts on disk if it must."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any, Self

import duckdb

from peacetalks_cli.dataset.folder import Dataset
from peacetalks_cli.dataset.tables import Row
from peacetalks_cli.errors import StoreError

_MEMORY = "400MB"  # what DuckDB takes before it sorts on disk
_AT_ONCE = 2_000  # rows taken from DuckDB at a time
# Line 10 of a JSONL file comes after line 9.
_ORDER = r"regexp_replace({0}, ':\d+$', ''), coalesce(try_cast(regexp_extract({0}, ':(\d+)$', 1) AS BIGINT), 0)"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles: by publication date (prefixes of ISO dates, inclusive), by a glob for their path or file name."""

    since: str | None = None
    until: str | None = None
    file: str | None = None

    def condition(self) -> tuple[str, list[Any]]:
        """SQL about a row of `articles`, and its parameters."""
        parts, values = ["TRUE"], []
        for date, sign in ((self.since, ">="), (self.until, "<=")):
            if date:
                parts.append(f"published IS NOT NULL AND substr(published, 1, ?) {sign} ?")
                values += [len(date), date]
        if self.file:
            pattern = _regex(self.file)
            parts.append("(regexp_full_match(file, ?) OR regexp_full_match(regexp_extract(file, '[^/]*$'), ?))")
            values += [pattern, pattern]
        return " AND ".join(parts), values


_GLOB = re.compile(r"(\*|\?|\[!?\]?[^\]]*\])")


def _regex(glob: str) -> str:
    """The regular expression of DuckDB that matches what the glob does in Python."""
    parts = _GLOB.split(glob)
    signs = {"*": ".*", "?": "."}
    written = [
        signs.get(part) or "[" + part[1:].replace("\\", r"\\").replace("!", "^", part[1] == "!")
        if n % 2
        else re.escape(part)
        for n, part in enumerate(parts)
    ]
    return f"(?s:{''.join(written)})"


class Questions:
    """Questions to the articles of a dataset that are wanted; each text once, though it lie in several files.

    Raises StoreError if there is no dataset, none of Parquet, or one that cannot be read.
    """

    def __init__(self, dataset: Dataset, wanted: Wanted) -> None:
        run = dataset.run()
        if run is None:
            raise StoreError(
                f"{dataset.name}: no dataset there; make one: peacetalks extract INPUT --cluster local:2 --output DIR"
            )
        if run.get("format") != "parquet":
            raise StoreError(f"{dataset.name}: a dataset of JSONL; --from reads Parquet: make it without --jsonl")
        self._dataset = dataset
        self._spilled = TemporaryDirectory(prefix="peacetalks-", ignore_cleanup_errors=True)
        self._connection = duckdb.connect(
            config={
                "memory_limit": _MEMORY,
                "temp_directory": self._spilled.name,
                "preserve_insertion_order": False,  # every order that matters is asked for
            }
        )
        if "file" not in dataset.fs.protocol:
            self._connection.register_filesystem(dataset.fs)
        self._numbers = dataset.numbers()
        if not self._numbers:
            raise StoreError(f"{dataset.name}: no partition is complete yet; run its extract --cluster again")
        condition, values = wanted.condition()
        first = _ORDER.format("file")
        self._run(
            f"""CREATE TEMP TABLE chosen AS
            WITH copies AS (SELECT *, filename AS part FROM read_parquet(?, filename = true)),
            passing AS (SELECT DISTINCT id FROM copies WHERE {condition})
            SELECT id, part, number, file, published FROM copies SEMI JOIN passing USING (id)
            QUALIFY row_number() OVER (PARTITION BY id ORDER BY {first}, part, number) = 1""",
            [self._list("articles"), *values],
        )

    def _list(self, table: str) -> list[str]:
        files = [self._dataset.file(table, number) for number in self._numbers]
        return files if "file" in self._dataset.fs.protocol else list(map(self._dataset.fs.unstrip_protocol, files))

    def _run(self, sql: str, values: Sequence[Any] = ()) -> duckdb.DuckDBPyConnection:
        try:
            return self._connection.execute(sql, list(values))
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise StoreError(f"{self._dataset.name}: cannot be read ({reason}); is it whole?") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._spilled.cleanup()

    def facts(self, kind: str, *, where: str = "TRUE", values: Sequence[Any] = (), order: str = "") -> Iterator[Row]:
        """The rows of dates or numbers, each with its file and the date of publication; `order`: SQL, before the order
        of the files and of the text."""
        sql = f"""SELECT facts.* EXCLUDE (number, filename, article)
            FROM read_parquet(?, filename = true) AS facts
            JOIN chosen ON facts.article = chosen.id AND facts.number = chosen.number AND {self._same_part(kind)}
            WHERE {where}
            ORDER BY {order} {_ORDER.format("facts.file")}, facts.start"""
        yield from self._rows(sql, [self._list(kind), *values])

    def _same_part(self, kind: str) -> str:
        """SQL: a file of this table is of the same partition as the chosen one of `articles`."""
        return f"replace(facts.filename, '/{kind}/part-', '/articles/part-') = chosen.part"

    def rows(self, sql: str, kind: str) -> Iterator[Row]:
        """Rows of a query over `facts`, a view of the facts of a kind in the articles wanted."""
        view = f"""WITH facts AS MATERIALIZED (
            SELECT facts.* FROM read_parquet(?, filename = true) AS facts
            JOIN chosen ON facts.article = chosen.id AND facts.number = chosen.number AND {self._same_part(kind)}) """
        yield from self._rows(view + sql, [self._list(kind)])

    def files_of(self, kind: str) -> Iterator[Row]:
        """Each group of `groups` with the files, all copies counted, that its articles lie in."""
        sql = f"""WITH facts AS (
            SELECT DISTINCT pairs.number AS grouped, facts.article FROM read_parquet(?, filename = true) AS facts
            JOIN chosen ON facts.article = chosen.id AND facts.number = chosen.number AND {self._same_part(kind)}
            JOIN pairs ON facts.id = pairs.id AND facts.name = pairs.name)
            SELECT grouped, list(DISTINCT copies.file) AS files FROM facts
            JOIN read_parquet(?) AS copies ON copies.id = facts.article GROUP BY grouped"""
        yield from self._rows(sql, [self._list(kind), self._list("articles")])

    def group(self, pairs: Sequence[tuple[str, str, int]]) -> None:
        """Makes the table `pairs`: to which group (a number) the facts of an id and a name belong."""
        self._run("CREATE OR REPLACE TEMP TABLE pairs (id VARCHAR, name VARCHAR, number BIGINT)")
        if pairs:
            import pyarrow as pa  # noqa: PLC0415

            ids, names, numbers = zip(*pairs, strict=True)
            grouped = pa.table({"id": ids, "name": names, "number": numbers})
            self._connection.register("grouped", grouped)
            self._run("INSERT INTO pairs SELECT id, name, number FROM grouped")

    def _rows(self, sql: str, values: Sequence[Any]) -> Iterator[Row]:
        found = self._run(sql, values)
        names = [column[0] for column in found.description or ()]
        while rows := found.fetchmany(_AT_ONCE):
            for row in rows:
                yield dict(zip(names, row, strict=True))
