"""peacetalks schema, peacetalks info: about the program and its output."""

import os
import platform
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from peacetalks_cli import __version__
from peacetalks_cli.cli.options import Model, OutputFile, StoreFile, Version
from peacetalks_cli.cli.output import write
from peacetalks_cli.facts import SCHEMA_VERSION
from peacetalks_cli.render.clean import one_line
from peacetalks_cli.render.plain import to_json


def schema(output: OutputFile = None, version: Version = False) -> None:
    """Print the JSON Schema of the output.

    Of an article record; its $defs have the rows of people, places, dates and numbers.
    """
    from peacetalks_cli.schema import schema as of_records  # noqa: PLC0415

    write([to_json(of_records(), indent=2) + "\n"], output)


def info(
    store: StoreFile = None,
    model: Model = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    output: OutputFile = None,
    version: Version = False,
) -> None:
    """Show versions, the pipeline, the store."""
    about = {
        "peacetalks": __version__,
        "schema": SCHEMA_VERSION,
        "pipeline": _pipeline(model),
        "store": _store(store),
        "versions": _versions(),
    }
    write([to_json(about, indent=2) + "\n"] if json else _lines(about), output)


def _pipeline(model: str | None) -> dict[str, Any] | None:
    from peacetalks_cli.extract import installed  # noqa: PLC0415  (not for schema)

    pipeline = installed(model)
    return {"name": pipeline.name, "version": pipeline.version} if pipeline else None


def _store(path: Path | None) -> dict[str, Any]:
    from peacetalks_cli.store import Store, default_path  # noqa: PLC0415  (imports sqlite3)

    path = path or default_path(Path())
    exists = os.path.exists(path)  # noqa: PTH110  (of a name that no file can have: False, and no error)
    empty: dict[str, Any] = {"path": str(path), "exists": exists, "version": None, "articles": 0, "files": 0}
    if not exists:
        return {**empty, "facts": {}, "bytes": 0}
    with Store.open(path, create=False) as store:
        return {**empty, **asdict(store.info()), "path": str(path)}


def _versions() -> dict[str, str]:
    from importlib.metadata import version  # noqa: PLC0415  (takes longer than all of schema)

    return {"python": platform.python_version()} | {name: version(name) for name in ("spacy", "typer", "rich")}


def _lines(about: dict[str, Any]) -> Iterator[str]:
    """The same for a reader: a name and a value a line."""
    pipeline, store = about["pipeline"], about["store"]
    yield f"peacetalks  {about['peacetalks']}, output {about['schema']}\n"
    yield f"pipeline    {pipeline['name']} {pipeline['version']}\n" if pipeline else "pipeline    not found\n"
    yield f"store       {one_line(store['path'])}\n"
    yield (
        f"articles    {store['articles']}\n" if store["exists"] else "articles    none yet: peacetalks extract FILE…\n"
    )
    yield f"versions    {', '.join(f'{name} {number}' for name, number in about['versions'].items())}\n"
