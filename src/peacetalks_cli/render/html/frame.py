"""What every page has: the templates, the words, its style and script, and the policy that allows just these."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from peacetalks_cli.render.html.labels import Language, labels
from peacetalks_cli.render.html.reader import visible


@cache
def template(name: str) -> Template:
    """Of that name; it escapes by itself, and shows what could steer a page as a sign."""
    return _environment().get_template(f"{name}.html.jinja")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("peacetalks_cli.render.html"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else visible(value) if value is not None else "",
    )


@cache
def _asset(name: str) -> str:
    return files("peacetalks_cli.render.html").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def frame(language: Language) -> dict[str, Any]:
    """The values that the template of the frame asks for."""
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return {"t": labels(language), "style": Markup(style), "script": Markup(script), "policy": policy}
