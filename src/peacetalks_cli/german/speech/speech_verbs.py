"""The verbs by which a source states something, from data/speech_verbs.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from peacetalks_cli.german.speech.attribution import SPACE


@cache
def speech_verbs() -> tuple[re.Pattern[str], frozenset[str], dict[str, re.Pattern[str]]]:
    """All speech verbs as one pattern, those that take a figure as object, and what others need beside them."""
    rows = tomllib.loads(files("peacetalks_cli").joinpath("data", "speech_verbs.toml").read_text("utf-8"))["verb"]
    forms = sorted({form for row in rows for form in row["forms"]}, key=len, reverse=True)
    objects = frozenset(form for row in rows if row.get("object") for form in row["forms"])
    particles = {
        form: re.compile(rf"\b(?:{row['particle']})(?=[,.;:“”\"»]|$|{SPACE}und\b)")
        for row in rows
        if "particle" in row
        for form in row["forms"]
    }
    needs = particles | {
        form: re.compile(rf"\b(?:{row['needs']})\b") for row in rows if "needs" in row for form in row["forms"]
    }
    return re.compile(rf"(?<![\w-])(?P<cue>{'|'.join(forms)})(?![\w-])"), objects, needs
