"""The options that several commands share: each group a dataclass, each field an option."""

import inspect
import os
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import typer
from typer.core import TyperCommand

from peacetalks_cli import __version__
from peacetalks_cli.errors import UsageError
from peacetalks_cli.render import Format

InputFormat = Literal["text", "jsonl"]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"peacetalks {__version__}")
        raise typer.Exit


def _day(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        if date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise typer.BadParameter(f"{value!r} is no date; write it like 2026-01-25.")


# Typer would describe it as <list[str]>; the help of each command says what PATHS are.
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATHS", hidden=True)]
Version = Annotated[
    bool,
    typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit."),
]
StoreFile = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        readable=False,  # whether it is: the store says so itself, and the way out
        envvar="PEACETALKS_STORE",
        show_default=False,
        help="Where facts are remembered; without it .peacetalks/facts.db here or in a folder above.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME_OR_PATH",
        envvar="PEACETALKS_MODEL",
        show_default=False,
        help="A German spaCy pipeline instead of the bundled one.",
    ),
]
Topics = Annotated[
    Path | None,
    typer.Option(
        "--topics",
        metavar="FILE",
        readable=False,
        envvar="PEACETALKS_TOPICS",
        show_default=False,
        help="Your own words for topics of figures, before ours; without it topics.toml beside the store.",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write to FILE, whole or not at all."),
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """What the result looks like and where it goes."""

    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="By default as the ending of -o FILE says; else table on a terminal, tsv in a file or a pipe.",
        ),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Short for --format jsonl.")] = False
    csv: Annotated[bool, typer.Option("--csv", help="Short for --format csv.")] = False
    output: OutputFile = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """How articles are read and extracted."""

    input: Annotated[
        InputFormat | None,
        typer.Option("--input", help="What standard input holds: a text, or an article a line in JSON."),
    ] = None
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=_day, help="Publication date of articles that give none."),
    ] = None
    store: StoreFile = None
    no_store: Annotated[bool, typer.Option("--no-store", help="Neither look facts up nor remember them.")] = False
    model: Model = None
    topics: Topics = None
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes to share much work; by default one a core."),
    ] = None
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Neither warnings nor a progress bar; errors are still shown.")
    ] = False
    version: Version = False

    def __post_init__(self) -> None:
        if self.no_store and self.store and str(self.store) != os.environ.get("PEACETALKS_STORE"):
            raise UsageError("--store and --no-store exclude each other")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """Which rows are shown."""

    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Articles of this day, month or year and later.")
    ] = None
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Articles of this day, month or year and earlier.")
    ] = None
    file: Annotated[str | None, typer.Option(metavar="GLOB", help="Articles whose path or file name matches.")] = None
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most N rows.")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownDays(Shown):
    """The same by the day that a sentence names."""

    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="What was on this day, in this month or year, or later.")
    ] = None
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="What was on this day, in this month or year, or earlier.")
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cluster:
    """How a collection is shared by many processes. `partition`: in megabytes."""

    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="ADDRESS",
            help="Of a Dask scheduler, tcp://HOST:PORT, or local:N for N processes here.",
        ),
    ] = None
    text_column: Annotated[
        str, typer.Option(metavar="NAME", help="The column of Parquet files that has the texts.")
    ] = "text"
    published_column: Annotated[
        str, typer.Option(metavar="NAME", help="The column that has the dates of publication.")
    ] = "published"
    partition: Annotated[
        float, typer.Option(metavar="MB", min=0.0001, help="How much of the input makes a partition of the dataset.")
    ] = 2.0


class Sections(TyperCommand):
    """A command whose help has a section for each group of options."""

    def get_params(self, ctx: Any) -> list[Any]:
        return list(map(light, super().get_params(ctx)))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        titles = {field.name: title for group, title in _TITLES.items() for field in fields(group)}
        sections: dict[str, list[tuple[str, str]]] = {title: [] for title in ("Options", *_TITLES.values(), "Other")}
        for parameter in self.get_params(ctx):
            lines = parameter.get_help_record(ctx)
            if lines is not None:
                title = "Other" if parameter.name in _OTHER else titles.get(str(parameter.name), "Options")
                sections[title].append(lines)
        for title, options in sections.items():
            if options:
                with formatter.section(title):
                    formatter.write_dl(options)


def light(parameter: Any) -> Any:
    """`parameter`, which no longer imports Pydantic (a tenth of a second) where there is nothing to convert."""
    if "process_value" not in vars(parameter):
        parameter.process_value = partial(_processed, parameter, parameter.process_value)
    return parameter


def _processed(parameter: Any, convert: Callable[[Any, Any], Any], ctx: Any, value: Any) -> Any:
    """The value of a parameter: what was not given and what stays a text as it is, the rest as Typer has it."""
    if value is None and not parameter.required:  # our callbacks give None for None
        return () if parameter.nargs == -1 or parameter.multiple else None
    kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if kind in (str, Path) and isinstance(value, str):
        plain = kind(value)
        return parameter.callback(ctx, parameter, plain) if parameter.callback else plain
    return convert(ctx, value)


_TITLES = {Shown: "Rows", Output: "Output", Input: "Articles and store", Cluster: "Many machines"}
_OTHER = {"quiet", "version", "help"}


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Lets a command take whole groups: a parameter annotated with a dataclass becomes an option for each field."""
    groups: dict[str, type[Any]] = {}
    parameters = []
    for parameter in inspect.signature(command).parameters.values():
        if parameter.annotation in (Output, Input, Shown, ShownDays, Cluster):
            groups[parameter.name] = parameter.annotation
            parameters += _of_fields(parameter.annotation)
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(command)
    def regrouped(**options: Any) -> None:
        for name, group in groups.items():
            options[name] = group(**{field.name: options.pop(field.name) for field in fields(group)})
        command(**options)

    regrouped.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    regrouped.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return regrouped


def _of_fields(group: type[Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=hints[field.name],
        )
        for field in fields(group)
    ]
