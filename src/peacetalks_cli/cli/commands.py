"""Which commands there are. Each is imported when it is run, not when the others are, nor to be listed in --help."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from peacetalks_cli.cli.options import Sections, light

# Name: the module of this package that has a function of that name, and the first line of its docstring.
COMMANDS = {
    "extract": ("extract", "Read articles, find their facts, remember and print them."),
    "people": ("kinds", "People: names, roles, how often, where."),
    "places": ("kinds", "Places: names, countries, coordinates, how often."),
    "dates": ("kinds", "Dates, times, durations, in the order of time."),
    "numbers": ("kinds", "Figures: what is counted, who says so, where, when."),
    "timeline": ("timeline", "What happened when: sentences by the day they name."),
    "show": ("show", "Articles with their facts marked in the text."),
    "report": ("report", "One page to open, mail and keep: charts, map, timeline, texts."),
    "schema": ("about", "Print the JSON Schema of the output."),
    "info": ("about", "Show versions, the pipeline, the store."),
}


class Commands(TyperGroup):
    """The group of all `COMMANDS`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        # Typer looks for what was meant by a mistyped name among the keys.
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]

    def get_params(self, ctx: Any) -> list[Any]:
        return list(map(light, super().get_params(ctx)))

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        if name not in COMMANDS:
            return None
        module = import_module(f"peacetalks_cli.cli.{COMMANDS[name][0]}")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name, cls=Sections, epilog=getattr(module, "EPILOGS", {}).get(name))(getattr(module, name))
        return typer.main.get_command(alone)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])
