"""The schema describes what is printed, and nothing else."""

import copy
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, ValidationError

from peacetalks_cli import query
from peacetalks_cli.facts import Article, Pipeline, Record
from peacetalks_cli.schema import schema


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_records_are_valid(records: list[Record]) -> None:
    for record in [*records, Record(Article("", "leer.txt"), Pipeline("de_test", "1"))]:
        Draft202012Validator(schema()).validate(record.as_json())


BROKEN: list[tuple[str, list[str | int], Any]] = [
    ("negative offset", ["dates", 0, "start"], -1),
    ("line 0", ["numbers", 0, "line"], 0),
    ("unknown topic", ["numbers", 0, "topic"], "tanks"),
    ("value as text", ["numbers", 0, "value"], "1200"),
    ("place kind", ["places", 0, "kind"], "town"),
    ("id of another kind", ["people", 0, "id"], "place:genf"),
    ("date of publication", ["article", "published"], "3. März 2026"),
    ("another version", ["schema"], "peacetalks/2"),
    ("unknown field", ["people", 0, "age"], 40),
    ("no mention", ["people", 0, "mentions"], []),
]


@pytest.mark.parametrize(("path", "value"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_finds_what_is_wrong(records: list[Record], path: list[str | int], value: Any) -> None:
    record = copy.deepcopy(records[0].as_json())
    parent: Any = record
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate(record)


@pytest.mark.parametrize("key", ["article", "pipeline", "people", "dates", "numbers"])
def test_nothing_may_be_missing(records: list[Record], key: str) -> None:
    record = records[0].as_json()
    del record[key]
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate(record)


@pytest.mark.parametrize("kind", get_args(query.Kind))
def test_rows_are_valid(records: list[Record], kind: query.Kind) -> None:
    rows = query.select(kind, [query.of_record(record.as_json(), kind) for record in records])
    assert rows
    validator = Draft202012Validator({"$ref": f"#/$defs/{kind}_row", "$defs": schema()["$defs"]})
    for row in rows:
        validator.validate(row)
        with pytest.raises(ValidationError):
            validator.validate({**row, "surplus": 1})
