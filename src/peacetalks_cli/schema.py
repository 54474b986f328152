"""The JSON Schema of the article record and of the rows of the aggregates: the contract, for programs."""

from typing import Any, get_args

from peacetalks_cli.facts import SCHEMA_VERSION, TOPICS, Modifier, PlaceKind, TimexMod, TimexType

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_COUNT = {"type": "integer", "minimum": 1}
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DEGREES = {"type": "number", "minimum": -180, "maximum": 180}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12): the record at the root; in `$defs` also a row of each aggregate."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{SCHEMA_VERSION}: the facts of one article",
        "description": "Offsets: half-open, in Unicode code points of the article's decoded text; lines count from 1.",
        **_record(),
        "$defs": {
            "mention": _object(**_SPAN),
            "person": _object(**_entity("person"), roles=_TEXTS, mentions=_MENTIONS),
            "place": _object(**_entity("place"), **_ON_THE_MAP, mentions=_MENTIONS),
            "organization": _object(**_entity("organization"), mentions=_MENTIONS),
            "date": _object(**_SPAN, **_DATE),
            "number": _object(**_SPAN, **_NUMBER),
            "people_row": _object(**_entity("person"), roles=_TEXTS, **_OVER_ARTICLES),
            "places_row": _object(**_entity("place"), **_ON_THE_MAP, **_OVER_ARTICLES),
            "dates_row": _object(**_SPAN, **_DATE, **_OF_ARTICLE),
            "dates_explained_row": _object(**_SPAN, **_DATE, reason=_or_null(_TEXT), **_OF_ARTICLE),
            "timeline_row": _object(**_SPAN, **_EVENT, **_OF_ARTICLE),
            "numbers_row": _object(**_SPAN, **_NUMBER, **_OF_ARTICLE),
            "numbers_explained_row": _object(**_SPAN, **_NUMBER, **_WHY, **_OF_ARTICLE),
        },
    }


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(values: Any) -> dict[str, Any]:
    return {"enum": list(values)}


def _list_of(definition: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{definition}"}}


def _entity(kind: str) -> dict[str, Any]:
    return {"id": {"type": "string", "pattern": f"^{kind}:."}, "name": _TEXT}


_MENTIONS = _list_of("mention") | {"minItems": 1}
_SPAN: dict[str, Any] = {
    "text": {"type": "string", "minLength": 1},
    "start": {"type": "integer", "minimum": 0},
    "end": _COUNT,
    "line": _COUNT,
}
_ON_THE_MAP: dict[str, Any] = {
    "kind": _one_of([*get_args(PlaceKind), None]),
    "country": _or_null({"type": "string", "description": "ISO 3166-1 alpha-2"}),
    "latitude": _or_null(_DEGREES | {"minimum": -90, "maximum": 90}),
    "longitude": _or_null(_DEGREES),
}
_DATE: dict[str, Any] = {
    "type": _one_of(get_args(TimexType)),
    "value": {"type": "string", "minLength": 1, "description": "as in TIMEX3 (ISO-TimeML)"},
    "mod": _one_of([*get_args(TimexMod), None]),
    "earliest": _or_null(_DAY | {"description": "first calendar day, inclusive"}),
    "latest": _or_null(_DAY | {"description": "last calendar day, inclusive"}),
}
_EVENT: dict[str, Any] = {
    "value": _DATE["value"],
    "earliest": _DAY | {"description": "first calendar day, inclusive"},
    "latest": _DAY | {"description": "last calendar day, inclusive"},
    "sentence": _TEXT,
    "people": _TEXTS,
    "places": _TEXTS,
    "figures": _TEXTS | {"description": "as written, with unit and what is counted"},
}
_NUMBER: dict[str, Any] = {
    "value": {"type": "number"},
    "low": {"type": ["number", "null"], "description": "null: open towards less"},
    "high": {"type": ["number", "null"], "description": "null: open towards more"},
    "modifier": _one_of([*get_args(Modifier), None]),
    "unit": _or_null({"type": "string", "description": "%, °C, km, ISO 4217 codes …; null: a plain count"}),
    "counted": _or_null({"type": "string", "description": "the noun counted, as written"}),
    "topic": _one_of(TOPICS),
    "detail": _or_null(_TEXT),
    "place": _or_null({"type": "string", "description": "where it holds"}),
    "date": _or_null({"type": "string", "description": "when it holds, as in TIMEX3"}),
    "source": _or_null(_object(text=_TEXT, name=_TEXT, cue=_or_null(_TEXT))),
    "sentence": _TEXT,
}
_STANCES = ("stated", "reported", "quoted", "hedged", "negated", "planned")
_WHY: dict[str, Any] = {
    "stance": _one_of([*_STANCES, None]),
    "relation": _one_of(["total", "addition", "part", None]),
    "reasons": {
        "type": "array",
        "items": _object(field=_TEXT, text=_TEXT, start=_SPAN["start"], end=_COUNT, rule=_TEXT),
    },
}
_OVER_ARTICLES: dict[str, Any] = {
    "variants": _TEXTS,
    "articles": _COUNT,
    "mentions": _COUNT,
    "first": _or_null(_DAY | {"description": "the earliest publication date of its articles"}),
    "last": _or_null(_DAY | {"description": "the latest publication date of its articles"}),
    "files": _TEXTS | {"minItems": 1},
}
_OF_ARTICLE: dict[str, Any] = {"file": _TEXT, "published": _or_null(_DAY)}


def _record() -> dict[str, Any]:
    return _object(
        schema={"const": SCHEMA_VERSION},
        article=_object(
            id={"type": "string", "pattern": "^[0-9a-f]{16}$"},
            file=_TEXT,
            title=_or_null(_TEXT),
            published=_or_null(_DAY),
            published_from=_or_null(_TEXT),
            source=_or_null(_TEXT),
            characters={"type": "integer", "minimum": 0},
        ),
        pipeline=_object(name=_TEXT, version=_TEXT),
        people=_list_of("person"),
        places=_list_of("place"),
        organizations=_list_of("organization"),
        dates=_list_of("date"),
        numbers=_list_of("number"),
    )
