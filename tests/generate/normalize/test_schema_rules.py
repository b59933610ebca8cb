"""Rules that change single schemas: for each a table of before and after, first a schema that must stay as it is."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from tests.generate.normalize.documents import of_schema, ref, thing

from specmend.generate.normalize.arrays import complete_arrays
from specmend.generate.normalize.binary import spell_binary
from specmend.generate.normalize.bounds import spell_bounds
from specmend.generate.normalize.branches import split_type_lists
from specmend.generate.normalize.compositions import gather_compositions
from specmend.generate.normalize.defaults import drop_trapping_defaults
from specmend.generate.normalize.enums import split_mixed_enums
from specmend.generate.normalize.formats import drop_unshared_formats
from specmend.generate.normalize.nullable import spell_nullable
from specmend.generate.normalize.objects import open_objects
from specmend.generate.normalize.patterns import drop_patterns
from specmend.generate.normalize.titles import drop_titles

STRING = {"type": "string"}
NULL = {"type": "null"}
INSTANCE = {
    "title": "t",
    "nullable": True,
    "type": "object",
    "format": "byte",
    "exclusiveMinimum": True,
}
"""Instance data that looks like a schema; no rule may touch it."""

Table = list[tuple[Any, Any]]

TABLES: dict[Callable[[Any], Any], Table] = {
    complete_arrays: [
        ({"type": "array", "items": STRING}, {"type": "array", "items": STRING}),
        (thing(items=STRING, allOf=STRING), thing(items=STRING, allOf=STRING)),
        ({"type": "array"}, {"type": "array", "items": {}}),
        ({"type": ["array", "null"], "items": True}, {"type": ["array", "null"], "items": {}}),
        (
            {"type": "array", "prefixItems": [STRING, True], "items": False},
            {"type": "array", "prefixItems": [STRING, {}]},
        ),
        (thing(a=True, b=False, c=STRING), thing(a={}, c=STRING)),
        ({"anyOf": [True, False, STRING]}, {"anyOf": [{}, STRING]}),
    ],
    spell_nullable: [
        ({"type": "string", "default": INSTANCE}, {"type": "string", "default": INSTANCE}),
        (thing(nullable=STRING), thing(nullable=STRING)),
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, STRING),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (ref("Other", nullable=True), {"anyOf": [ref("Other"), NULL]}),
        ({"allOf": [ref("Other")], "nullable": True}, {"anyOf": [{"allOf": [ref("Other")]}, NULL]}),
        ({"nullable": True, "description": "d"}, {"description": "d"}),
        (
            {"type": "array", "items": {"type": "integer", "nullable": True}},
            {"type": "array", "items": {"type": ["integer", "null"]}},
        ),
    ],
    spell_bounds: [
        ({"type": "integer", "exclusiveMinimum": 1}, {"type": "integer", "exclusiveMinimum": 1}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
        (
            {"maximum": 0, "exclusiveMaximum": True, "minimum": 0},
            {"exclusiveMaximum": 0, "minimum": 0},
        ),
        ({"exclusiveMaximum": True}, {}),
    ],
    spell_binary: [
        ({"type": "string", "format": "binary"}, {"type": "string", "format": "binary"}),
        ({"type": "string", "format": "byte"}, STRING),
        (
            {
                "type": "string",
                "contentEncoding": "base64",
                "contentMediaType": "application/octet-stream",
            },
            STRING,
        ),
        ({"contentMediaType": "application/octet-stream"}, {"type": "string", "format": "binary"}),
        ({"type": "string", "contentMediaType": "text/html"}, STRING),
        (thing(contentMediaType=STRING), thing(contentMediaType=STRING)),
    ],
    drop_unshared_formats: [
        (
            {"type": ["string", "null"], "format": "date-time"},
            {"type": ["string", "null"], "format": "date-time"},
        ),
        (thing(format=STRING), thing(format=STRING)),
        ({"type": "string", "format": "email"}, STRING),
        ({"type": "integer", "format": "int64"}, {"type": "integer"}),
        ({"type": "number", "format": "date-time"}, {"type": "number"}),
        ({"format": "uuid"}, {"format": "uuid"}),
    ],
    drop_patterns: [
        (thing(pattern=STRING), thing(pattern=STRING)),
        ({"type": "string", "pattern": "^(?!x)"}, STRING),
        ({"patternProperties": {"^x-": STRING}}, {"additionalProperties": STRING}),
        ({"patternProperties": {"^x-": STRING, "y": {}}}, {"additionalProperties": True}),
        (
            {"patternProperties": {"^x-": STRING}, "additionalProperties": {}},
            {"additionalProperties": {}},
        ),
    ],
    split_mixed_enums: [
        ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"]}),
        (
            {"enum": ["a"], "description": "d"},
            {"type": "string", "enum": ["a"], "description": "d"},
        ),
        ({"type": "number", "enum": [1, 2]}, {"type": "integer", "enum": [1, 2]}),
        ({"type": "boolean", "enum": [True]}, {"type": "boolean"}),
        (
            {"type": ["string", "null"], "enum": ["a", None]},
            {"anyOf": [{"type": "string", "enum": ["a"]}, NULL]},
        ),
        (
            {"enum": ["a", 1, True, 2.5, [], {}], "default": "a"},
            {
                "default": "a",
                "anyOf": [
                    {"type": "string", "enum": ["a"]},
                    {"type": "integer", "enum": [1]},
                    {"type": "boolean"},
                    {"type": "number"},
                    {"type": "array", "items": {}},
                    {"type": "object"},
                ],
            },
        ),
    ],
    gather_compositions: [
        ({"allOf": [ref("A"), thing(b=STRING)]}, {"allOf": [ref("A"), thing(b=STRING)]}),
        ({"allOf": [ref("A")], "description": "d"}, {"allOf": [ref("A")], "description": "d"}),
        (
            {"allOf": [ref("A")], **thing(b=STRING), "description": "d"},
            {"allOf": [ref("A"), thing(b=STRING)], "description": "d"},
        ),
        ({"allOf": [ref("A")], "required": ["x"]}, {"allOf": [ref("A"), {"required": ["x"]}]}),
        ({**thing(a=STRING), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, thing(a=STRING)),
        (
            {**thing(a=STRING), "oneOf": [thing(b=STRING)]},
            {**thing(a=STRING), "oneOf": [thing(b=STRING)]},
        ),
    ],
    open_objects: [
        (thing(a=STRING), thing(a=STRING)),
        (
            {"type": "object", "additionalProperties": STRING},
            {"type": "object", "additionalProperties": STRING},
        ),
        ({"type": "object", "allOf": [ref("A")]}, {"type": "object", "allOf": [ref("A")]}),
        ({"type": "object"}, {"type": "object", "additionalProperties": True}),
        ({"type": "object", "properties": {}}, {"type": "object", "additionalProperties": True}),
        (
            {"type": "object", "additionalProperties": False, "required": ["x"]},
            {"type": "object", "additionalProperties": True},
        ),
        ({"type": ["object", "null"]}, {"type": ["object", "null"], "additionalProperties": True}),
        ({**thing(a=STRING), "additionalProperties": False}, thing(a=STRING)),
        ({"properties": {"a": STRING}, "unevaluatedProperties": False}, thing(a=STRING)),
    ],
    drop_trapping_defaults: [
        (thing(a={"type": "string", "default": "x"}), thing(a={"type": "string", "default": "x"})),
        (
            {**thing(a={"type": "string", "default": "x"}, b=STRING), "required": ["a", "b"]},
            {**thing(a=STRING, b=STRING), "required": ["a", "b"]},
        ),
        (thing(kind={"const": "cat", "default": "cat"}), thing(kind={"const": "cat"})),
        (
            thing(kind={"type": "string", "enum": ["cat"], "default": "cat"}),
            thing(kind={"type": "string", "enum": ["cat"]}),
        ),
        (thing(default=STRING), thing(default=STRING)),
    ],
    split_type_lists: [
        ({"type": ["string", "null"]}, {"type": ["string", "null"]}),
        ({"type": ["string"]}, STRING),
        (
            {**thing(a=STRING), "type": ["object", "null"], "description": "d"},
            {"description": "d", "anyOf": [thing(a=STRING), NULL]},
        ),
        (
            {"type": ["array", "object"], "items": STRING, "additionalProperties": True},
            {
                "anyOf": [
                    {"type": "array", "items": STRING},
                    {"type": "object", "items": STRING, "additionalProperties": True},
                ]
            },
        ),
    ],
    drop_titles: [
        (thing(title=STRING, default=STRING), thing(title=STRING, default=STRING)),
        ({"type": "object", "default": INSTANCE}, {"type": "object", "default": INSTANCE}),
        ({"enum": [INSTANCE], "const": INSTANCE}, {"enum": [INSTANCE], "const": INSTANCE}),
        ({**thing(title={"type": "string", "title": "T"}), "title": "U"}, thing(title=STRING)),
        ({"oneOf": [{"type": "string", "title": "T"}]}, {"oneOf": [STRING]}),
    ],
}

ROWS = [
    pytest.param(rule, before, after, id=f"{rule.__name__}-{number}")
    for rule, table in TABLES.items()
    for number, (before, after) in enumerate(table)
]


@pytest.mark.parametrize(("rule", "before", "after"), ROWS)
def test_rule(rule: Callable[[Any], Any], before: Any, after: Any) -> None:
    tree = of_schema(before)
    given = deepcopy(tree)
    made = rule(tree)
    assert made == of_schema(after)
    assert tree == given, "the given document was changed"
    assert rule(made) == made, "a second time changed something"


@pytest.mark.parametrize("rule", TABLES, ids=lambda rule: rule.__name__)
def test_the_first_row_of_every_table_stays_as_it_is(rule: Callable[[Any], Any]) -> None:
    before, after = TABLES[rule][0]
    assert before == after


@pytest.mark.parametrize("rule", TABLES, ids=lambda rule: rule.__name__)
def test_rules_reach_schemas_everywhere(rule: Callable[[Any], Any]) -> None:
    before, after = next(row for row in TABLES[rule] if row[0] != row[1])
    assert rule(_everywhere(before)) == _everywhere(after)


def _everywhere(schema: Any) -> Any:
    """A document with one schema in every place that can hold one."""
    content = {"content": {"application/json": {"schema": schema}}}
    parameters = [
        {"name": "p", "in": "query", "schema": schema},
        {"name": "q", "in": "query", **content},
    ]
    operation = {
        "parameters": parameters,
        "requestBody": content,
        "responses": {"200": content},
    }
    return {
        "paths": {"/x": {"parameters": parameters, "post": operation}},
        "components": {
            "schemas": {
                "A": {"items": schema},
                "B": {"additionalProperties": schema},
                "C": {"not": schema},
            },
            "parameters": {"P": parameters[0]},
            "requestBodies": {"B": content},
            "responses": {"R": content},
        },
    }
