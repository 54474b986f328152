"""The pages of a report: the one with all tables and, if the texts are to be files of their own, one for each text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, Protocol
from urllib.parse import quote

from markupsafe import Markup

from peacetalks_cli.render.html import atlas, charts
from peacetalks_cli.render.html.frame import frame, template
from peacetalks_cli.render.html.labels import Labels, Language, labels
from peacetalks_cli.render.html.reader import Highlight, paragraphs

Texts = Literal["inline", "files", "none"]
"""Where the texts of the articles are: in the page, in files of their own beside it, nowhere."""
_Row = dict[str, Any]
_UP = re.compile(r'<a class="up" href="[^"#]*#([^"]*)">([^<]*)</a>')


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
    def articles(self) -> list[_Row]: ...
    @property
    def statements(self) -> list[_Row]: ...
    @property
    def dated(self) -> list[_Row]: ...
    @property
    def period(self) -> tuple[str, str] | None: ...
    def sources(self) -> list[tuple[str, int]]: ...
    def charted(self) -> list[tuple[str, list[_Row]]]: ...
    def in_time(self, at_most: int | None = None) -> list[_Row]: ...
    def timeline(self, at_most: int) -> list[_Row]: ...
    def people(self) -> list[_Row]: ...
    def places(self) -> list[_Row]: ...


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
        {
            **one,
            "meaning": [(label, t.said(label, value), target) for label, value, target in one["meaning"]],
            "reason": t.why(one["reasons"]),
        }
        for one in marks
        if one["meaning"]
    ]
    return template("article").render(
        line=line, paragraphs=paragraphs(text, highlights), rows=rows, t=t, overview=overview, is_open=is_open
    )


@dataclass(frozen=True)
class Report:
    """The pages over what is in `overview`, which is complete. `folder`: of the texts' own files."""

    overview: Overview
    language: Language
    version: str
    texts: Texts = "inline"
    folder: str = ""
    shown: Shown = field(default_factory=Shown)

    def page(self, sections: Iterable[str]) -> Iterator[str]:
        """In pieces. `sections`: the articles, as `article` gives them; asked for only with the texts inline."""
        overview, charted = self.overview, self._charted
        yield from template("page").generate(
            **frame(self.language),
            report=self,
            texts=self.texts,
            folder=self.folder,
            period=overview.period,
            articles=overview.articles,
            sources=overview.sources(),
            statements=self._statements,
            people=self._people[: self.shown.people],
            places=self._places,
            sentences=[
                (days, list(rows)) for days, rows in groupby(self._sentences, key=itemgetter("earliest", "latest"))
            ],
            shown_sentences=len(self._sentences),
            all_statements=len(overview.statements),
            all_people=len(self._people),
            all_places=len(self._all_places),
            all_sentences=len(overview.dated),
            topics=sorted({one["topic"] for one in overview.statements}, key=self._labels.of_topic),
            charted=charted,
            charted_topics={chart["topic"] for chart in charted},
            points={one["id"] for chart in charted for one in chart["statements"]},
            maps=self._maps,
            on_map=self._on_map,
            sparks=charts.Sparks.over(overview.period, [*self._people, *self._places]),
            has_years=bool(overview.period and overview.period[0][:4] != overview.period[1][:4]),
            sections=(Markup(self.linked(section)) for section in sections),
            version=self.version,
            charts=charts,
            atlas=atlas,
        )

    def companion(self, section: str, line: Mapping[str, Any], page: str) -> str:
        """A page with one article. `page`: where the one with the tables is, from there."""
        shown = Markup(self.linked(section))
        return template("companion").render(
            **frame(self.language), section=shown, line=line, version=self.version, overview=page
        )

    def linked(self, section: str) -> str:
        """An article without its links to rows that the page leaves out."""
        return _UP.sub(lambda link: link[0] if link[1] in self._targets else link[2], section)

    def text_page(self, fact: str) -> str:
        """Where the text of a fact is, from the page."""
        return f"{quote(self.folder)}/{fact.split('-')[1]}.html" if self.texts == "files" else ""

    @property
    def _labels(self) -> Labels:
        return labels(self.language)

    @cached_property
    def _statements(self) -> list[_Row]:
        return self.overview.in_time(self.shown.statements)

    @cached_property
    def _people(self) -> list[_Row]:
        return self.overview.people()

    @cached_property
    def _all_places(self) -> list[_Row]:
        return self.overview.places()

    @cached_property
    def _places(self) -> list[_Row]:
        return self._all_places[: self.shown.places]

    @cached_property
    def _sentences(self) -> list[_Row]:
        return self.overview.timeline(self.shown.sentences)

    @cached_property
    def _maps(self) -> list[atlas.Map]:
        return atlas.maps(self._places)

    @cached_property
    def _on_map(self) -> dict[str, int]:
        """By place the first map that shows it."""
        numbered = [(dot.place["ids"][0], n) for n, one in enumerate(self._maps) for dot in one.dots]
        return dict(reversed(numbered))

    @cached_property
    def _targets(self) -> frozenset[str]:
        """What a text may link to in the tables."""
        entities = (*self._people[: self.shown.people], *self._places)
        return frozenset(
            [f"statement-{one['id']}" for one in self._statements]
            + [f"dated-{one['id']}" for one in self._sentences]
            + [id for one in entities for id in one["ids"]]
        )

    @cached_property
    def _charted(self) -> list[_Row]:
        """A chart for each topic and unit; of too many statements the latest. Those that the table leaves out have
        no row to follow."""
        rows = {one["id"] for one in self._statements}
        found = []
        for topic, statements in self.overview.charted():
            for unit, part in charts.by_unit(statements):
                drawn = part[-self.shown.points :]
                is_few = len(drawn) <= charts.FEW
                found.append(
                    {
                        "topic": topic,
                        "unit": unit,
                        "statements": [one for one in drawn if one["id"] in rows],
                        "bars": charts.bars(drawn) if is_few else None,
                        "points": None if is_few else charts.over_time(drawn, self._written),
                        "drawn": len(drawn),
                        "all": len(part),
                    }
                )
        return found

    def _written(self, statement: _Row) -> str:
        return self._labels.amount(statement, short=True)
