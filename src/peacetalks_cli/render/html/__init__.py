"""Articles and what is said of them all as one page: HTML that needs nothing beside it.

The templates escape by themselves; what comes from an article goes through `visible`, too. The page forbids itself,
by a Content-Security-Policy with the digests of its own style and script, to load or to run anything else.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from peacetalks_cli.render.html import atlas, charts
from peacetalks_cli.render.html.labels import Language, labels
from peacetalks_cli.render.html.reader import Highlight, paragraphs, visible

__all__ = ["Language", "Overview", "Shown", "Texts", "article", "companion", "page"]

Texts = Literal["inline", "files", "none"]
"""Where the texts of the articles are: in the page, in files of their own beside it, nowhere."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of each a page shows; what it leaves out it says."""

    statements: int = 600
    points: int = 60
    people: int = 250
    places: int = 250
    sentences: int = 400


class Overview(Protocol):
    """The rows of all tables of a page."""

    @property
    def articles(self) -> list[dict[str, Any]]: ...
    @property
    def statements(self) -> list[dict[str, Any]]: ...
    @property
    def dated(self) -> list[dict[str, Any]]: ...
    @property
    def period(self) -> tuple[str, str] | None: ...
    def sources(self) -> list[tuple[str, int]]: ...
    def charted(self) -> list[tuple[str, list[dict[str, Any]]]]: ...
    def in_time(self, at_most: int | None = None) -> list[dict[str, Any]]: ...
    def timeline(self, at_most: int) -> list[dict[str, Any]]: ...
    def people(self) -> list[dict[str, Any]]: ...
    def places(self) -> list[dict[str, Any]]: ...


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


def _frame(language: Language) -> dict[str, Any]:
    """What every page has: its words, its style and script, and the policy that allows just these."""
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return {"t": labels(language), "style": Markup(style), "script": Markup(script), "policy": policy}


def article(
    line: Mapping[str, Any],
    text: str,
    marks: Sequence[Mapping[str, Any]],
    *,
    language: Language,
    is_open: bool,
    overview: str = "",
) -> str:
    """An article as a section: its text with the marks, and a table of what they mean. `overview`: the page that
    links to the tables of all articles go to, "" for this one."""
    t = labels(language)
    highlights = [
        Highlight(one["start"], one["end"], one["kind"], one["id"], f"row-{one['id']}" if one["meaning"] else None)
        for one in marks
    ]
    rows = [
        {**one, "meaning": [(label, t.said(label, value), target) for label, value, target in one["meaning"]]}
        for one in marks
        if one["meaning"]
    ]
    template = _environment().get_template("article.html.jinja")
    return template.render(
        line=line, paragraphs=paragraphs(text, highlights), rows=rows, t=t, overview=overview, is_open=is_open
    )


def companion(section: str, line: Mapping[str, Any], *, language: Language, version: str, overview: str) -> str:
    """A page with one article, of a report whose texts are files of their own."""
    template = _environment().get_template("companion.html.jinja")
    return template.render(**_frame(language), section=Markup(section), line=line, version=version, overview=overview)


def page(
    overview: Overview,
    sections: Iterable[str],
    *,
    language: Language,
    version: str,
    texts: Texts,
    folder: str,
    shown: Shown = Shown(),
) -> Iterator[str]:
    """The report in pieces. `sections`: the articles, as `article` gives them; `folder`: where they are instead."""
    people, places, statements = overview.people(), overview.places(), overview.in_time(shown.statements)
    in_table = {one["id"] for one in statements}
    charted = overview.charted()
    template = _environment().get_template("page.html.jinja")

    def text_page(fact: str) -> str:
        return f"{folder}/{fact.split('-')[1]}.html" if texts == "files" else ""

    def point_target(fact: str) -> str:
        return f"#statement-{fact}" if fact in in_table else f"{text_page(fact)}#{fact}"

    yield from template.generate(
        **_frame(language),
        period=overview.period,
        articles=overview.articles,
        sources=overview.sources(),
        statements=statements,
        people=people[: shown.people],
        places=places[: shown.places],
        sentences=overview.timeline(shown.sentences),
        all_statements=len(overview.statements),
        all_people=len(people),
        all_places=len(places),
        all_sentences=len(overview.dated),
        topics=sorted({one["topic"] for one in overview.statements}, key=labels(language).of_topic),
        charted_topics={topic for topic, _ in charted},
        drawn=list(_drawn(charted, shown.points)),
        maps=atlas.maps(places),
        texts=texts,
        folder=folder,
        text_page=text_page,
        point_target=point_target,
        sections=(Markup(section) for section in sections),
        version=version,
        charts=charts,
        atlas=atlas,
    )


def _drawn(charted: Iterable[tuple[str, list[dict[str, Any]]]], at_most: int) -> Iterator[dict[str, Any]]:
    """A chart for each topic and unit; of too many statements the latest."""
    for topic, statements in charted:
        for n, (unit, part) in enumerate(charts.by_unit(statements)):
            drawn = part[-at_most:]
            is_few = len(drawn) <= charts.FEW
            chart = charts.bars(drawn) if is_few else charts.over_time(drawn)
            yield {
                "topic": topic, "unit": unit, "chart": chart, "is_few": is_few, "is_first": n == 0,
                "drawn": len(drawn), "all": len(part),
            }  # fmt: skip
