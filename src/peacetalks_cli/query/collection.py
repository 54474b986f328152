"""The answers of `query.select` over a dataset, which need not fit into memory."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from peacetalks_cli.dataset.ask import Questions, Wanted
from peacetalks_cli.dataset.folder import Dataset
from peacetalks_cli.dataset.tables import fact
from peacetalks_cli.query.aliases import Aliases
from peacetalks_cli.query.entities import Group, groups
from peacetalks_cli.query.filters import VAGUE, Filter, Kind, Origin, Row, file_and_line

_IN_TIME = (
    "facts.earliest IS NULL, coalesce(facts.earliest, facts.published, ''),"
    " CASE WHEN facts.earliest IS NULL THEN '' ELSE facts.value END,"
)


def select(kind: Kind, path: str, filters: Filter, aliases: Aliases) -> Iterator[Row]:
    """The rows of people, places, dates or numbers in the dataset at a folder or URL, as `query.select` has them of
    articles: the same rows in the same order, whatever the partitions. Raises StoreError if it cannot be read."""
    with Questions(Dataset.at(path), Wanted(filters.since, filters.until, filters.file)) as questions:
        match kind:
            case "dates":
                where = "TRUE" if filters.vague else "NOT list_contains(?, facts.value)"
                rows = questions.facts(
                    "dates", where=where, values=[] if filters.vague else [sorted(VAGUE)], order=_IN_TIME
                )
                yield from (_of_fact("dates", row) for row in rows)
            case "numbers":
                topics = sorted(filters.topics)
                where = "list_contains(?, facts.topic)" if topics else "TRUE"
                rows = questions.facts("numbers", where=where, values=[topics] if topics else [])
                yield from (_of_fact("numbers", row) for row in rows)
            case _:
                yield from _entities(kind, questions, aliases)


def _of_fact(kind: Literal["dates", "numbers"], row: Row) -> Row:
    return fact(kind, row) | {"file": row["file"], "published": row["published"]}


def _entities(kind: Literal["people", "places"], questions: Questions, aliases: Aliases) -> list[Row]:
    """Names are compared once each, however many articles have them; the counting is left to SQL."""
    known = "" if kind == "people" else ", kind, country, latitude, longitude"
    names = questions.rows(
        f"SELECT id, name, sum(len(mentions))::BIGINT AS weight, count(*) AS facts{known} FROM facts"
        f" GROUP BY id, name{known} ORDER BY id, name{known}",
        kind,
    )
    alone = Origin("", (), None)
    pairs = [row | {"mentions": []} for row in names]
    found = groups(kind, [(alone, pairs)], aliases)
    numbers = _numbers(found)
    placed = [
        (row["id"], row["name"], numbers.get((row["id"], row["name"]), numbers.get((row["id"], "")))) for row in pairs
    ]
    questions.group(list(dict.fromkeys((id, name, number) for id, name, number in placed if number is not None)))
    rows = list(_counted(kind, found, questions))
    return sorted(rows, key=lambda row: (-row["mentions"], row["name"], row["id"]))


def _numbers(found: list[Group]) -> dict[tuple[str, str], int]:
    """The number of the group of each id and name; of an id alone, where a name of it was met before."""
    numbers: dict[tuple[str, str], int] = {}
    for number, group in enumerate(found):
        numbers.update({(key, ""): number for key in group.keys})
    for number, group in enumerate(found):
        numbers.update({(one["id"], name): number for name, one in group.facts.items()})
    return numbers


def _counted(kind: Literal["people", "places"], found: list[Group], questions: Questions) -> Iterator[Row]:
    joined = "FROM facts JOIN pairs ON facts.id = pairs.id AND facts.name = pairs.name"
    texts: dict[int, Counter[tuple[str, str]]] = {}
    for row in questions.rows(
        f"SELECT pairs.number AS grouped, m.text AS text, facts.name AS name, count(*) AS n {joined},"
        " unnest(facts.mentions) AS t(m) GROUP BY ALL",
        kind,
    ):
        texts.setdefault(row["grouped"], Counter())[row["text"], row["name"]] = row["n"]
    roles: dict[int, Counter[str]] = {}
    if kind == "people":
        sql = (
            f"SELECT pairs.number AS grouped, role, count(*) AS n {joined}, unnest(facts.roles) AS t(role) GROUP BY ALL"
        )
        for row in questions.rows(sql, kind):
            roles.setdefault(row["grouped"], Counter())[row["role"]] = row["n"]
    files = {row["grouped"]: row["files"] for row in questions.files_of(kind)}
    sums = questions.rows(
        "SELECT pairs.number AS grouped, count(DISTINCT facts.article) AS articles, min(facts.published) AS first,"
        f" max(facts.published) AS last {joined} GROUP BY pairs.number",
        kind,
    )
    for row in sums:
        group = found[row["grouped"]]
        group.texts, group.roles = texts.get(row["grouped"], Counter()), roles.get(row["grouped"], Counter())
        yield group.row(kind) | {
            "articles": row["articles"],
            "first": row["first"],
            "last": row["last"],
            "files": sorted(files[row["grouped"]], key=file_and_line),
        }
