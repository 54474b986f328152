"""What rich draws on: a screen that gives its lines as text."""

import io

from rich.console import Console
from rich.text import Text

from peacetalks_cli.render import Screen


def console(screen: Screen) -> Console:
    return Console(
        file=io.StringIO(),
        width=screen.width or 10_000,
        force_terminal=screen.styled,
        color_system="standard" if screen.styled else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def printed(on: Console, text: Text) -> str:
    with on.capture() as capture:
        on.print(text, soft_wrap=True)
    printed: str = capture.get()
    return printed
