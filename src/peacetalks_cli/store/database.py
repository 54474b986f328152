"""Opening the file: is it ours, is it sound, has it this version's tables; and what SQLite says when it is not."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from peacetalks_cli.errors import StoreError
from peacetalks_cli.store.holder import holder

_APPLICATION = 0x50544C4B  # "PTLK" in the file's header: ours
_BUSY_SECONDS = 10.0  # how long to wait for another process that writes

# Forward only: a store of version n has run the first n. Never change one that was released; add the next.
_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE articles (
            id TEXT PRIMARY KEY, title TEXT, published TEXT, published_from TEXT, source TEXT,
            characters INTEGER NOT NULL, masked TEXT NOT NULL,
            pipeline TEXT NOT NULL, version TEXT NOT NULL, rules TEXT NOT NULL,
            text BLOB NOT NULL)""",
        """CREATE TABLE files (
            path TEXT PRIMARY KEY, name TEXT NOT NULL,
            article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE)""",
        "CREATE INDEX files_article ON files (article)",
        """CREATE TABLE facts (
            article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
            kind TEXT NOT NULL, count INTEGER NOT NULL, json TEXT NOT NULL,
            PRIMARY KEY (article, kind))""",
    ),
    (
        "CREATE TABLE answers (question TEXT PRIMARY KEY, json TEXT NOT NULL)",
        *(
            f"CREATE TRIGGER {table}_{change} AFTER {change} ON {table} BEGIN DELETE FROM answers; END"
            for table in ("files", "facts")
            for change in ("insert", "update", "delete")
        ),
    ),
)


def open_database(path: Path, create: bool) -> sqlite3.Connection:
    """A connection to the store at `path`, brought to this version; made if missing and `create`.

    Raises StoreError, or errors that `translated` makes one of.
    """
    _check_file(path, create)
    connection = _connect(path, create)
    try:
        # In WAL a killed program loses nothing by NORMAL; a power cut the last articles, never the store.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(path, connection, create)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, *, writes: bool) -> Iterator[None]:
    """All or nothing of what is written inside; what is read inside is of one moment."""
    connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's errors as StoreError, with the way out."""
    try:
        yield
    except sqlite3.ProgrammingError:  # our own mistake, not the file's
        raise
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            reason = f"in use by {_user(path)}; try again when it is done, or use --no-store"
        elif name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
            reason = "no permission to write there; give another --store FILE, or use --no-store"
        elif name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_TOOBIG", "SQLITE_NOMEM")):
            reason = f"cannot be written ({error}); make room, or use --no-store"
        else:
            raise damaged(path) from error
        raise StoreError(f"{path}: {reason}") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened ({error.strerror}); give another --store FILE") from error


def _user(path: Path) -> str:
    found = holder(path)
    if found is None:
        return "another peacetalks"
    process, command = found
    return f"process {process} ({command})" if command else f"process {process}"


def damaged(path: Path) -> StoreError:
    return StoreError(f"{path}: damaged; move it away and run `peacetalks extract PATHS` again")


def _check_file(path: Path, create: bool) -> None:
    """Raises StoreError for what SQLite would not name as clearly; makes the folder of a new store."""
    if not path.exists():
        if not create:
            raise StoreError(f"{path}: no store here; `peacetalks extract PATHS` makes one")
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.is_file():
        raise StoreError(f"{path}: not a file; give another --store FILE")
    else:
        with path.open("rb") as file:
            if file.read(16) not in (b"", b"SQLite format 3\0"):
                raise StoreError(f"{path}: no peacetalks store; give another --store FILE, it is left as it is")


def _connect(path: Path, create: bool) -> sqlite3.Connection:
    mode = "rwc" if create else "rw"
    if not create and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        # SQLite needs to write beside a WAL database even to read it, unless it is told that nobody writes.
        mode = "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)


def _migrate(path: Path, connection: sqlite3.Connection, create: bool) -> None:
    version = _version(path, connection)
    if version > len(_MIGRATIONS):
        raise StoreError(
            f"{path}: made by a newer peacetalks (store {version}, this one knows {len(_MIGRATIONS)}); "
            "upgrade peacetalks-cli, or give another --store FILE"
        )
    if version == 0 and not create:
        raise StoreError(f"{path}: an empty store; `peacetalks extract PATHS` fills it")
    if version < len(_MIGRATIONS):
        with transaction(connection, writes=True):
            _run_migrations(connection, _version(path, connection))
    if create:
        # Refused while another process is in the store; then it does this, or the next one that opens it.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")


def _run_migrations(connection: sqlite3.Connection, version: int) -> None:
    """From `version`, looked at inside the transaction: another process may have done it while this one waited."""
    for number, statements in enumerate(_MIGRATIONS[version:], start=version + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")


def _version(path: Path, connection: sqlite3.Connection) -> int:
    """Of the store; 0 for a file with nothing in it. Raises StoreError for a database that is not ours."""
    read = connection.execute
    (version,) = read("PRAGMA user_version").fetchone()
    (application,) = read("PRAGMA application_id").fetchone()
    (tables,) = read("SELECT COUNT(*) FROM sqlite_master").fetchone()
    if application != _APPLICATION and (version or application or tables):
        raise StoreError(f"{path}: the database of another program; give another --store FILE")
    return int(version)
