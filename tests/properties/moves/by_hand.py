"""A document of OpenAPI 3.0 raised to 3.1 by hand: by code of the tests, in several tastes."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from typing import Any

from tests.properties.moves.nodes import Tree, nodes

BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


@dataclass(frozen=True)
class Taste:
    """How somebody writes OpenAPI 3.1, where it has several words for one thing."""

    version: str = "3.1.0"
    lists_null: bool = False
    has_const: bool = False
    has_dialect: bool = False


TASTES = (
    Taste(),
    Taste(version="3.1.1", lists_null=True),
    Taste(has_const=True, has_dialect=True),
)


def raised_by_hand(tree: Tree, taste: Taste) -> Tree:
    """The document in the words of OpenAPI 3.1."""
    made = copy.deepcopy(tree)
    made["openapi"] = taste.version
    if taste.has_dialect:
        made["jsonSchemaDialect"] = "https://spec.openapis.org/oas/3.1/dialect/base"
    # What holds others comes last: it may put them into branches.
    for node in reversed(nodes(made)):
        if node.kind == "schema":
            _raise(node.value, taste)
    return made


def _raise(schema: Tree, taste: Taste) -> None:
    if "$ref" in schema:
        # OpenAPI 3.0.3 section 4.7.23: nothing else is read beside a reference.
        for key in [key for key in schema if key != "$ref"]:
            del schema[key]
        return
    if schema.get("enum") == [None] and schema.get("nullable"):
        # Null alone: OpenAPI 3.0 has no type for it.
        for key in ("enum", "nullable"):
            del schema[key]
        schema["type"] = "null"
        return
    _raise_bounds(schema)
    _raise_bytes(schema)
    if "example" in schema and "examples" not in schema:
        schema["examples"] = [schema.pop("example")]
    if schema.pop("nullable", False) is True:
        _raise_null(schema, taste)
    values = schema.get("enum")
    if taste.has_const and isinstance(values, list) and len(values) == 1:
        schema["const"] = schema.pop("enum")[0]


def _raise_bounds(schema: Tree) -> None:
    for exclusive, bound in BOUNDS.items():
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)


def _raise_bytes(schema: Tree) -> None:
    if schema.get("type") != "string":
        return
    if schema.get("format") == "byte":
        del schema["format"]
        schema["contentEncoding"] = "base64"
    elif schema.get("format") == "binary":
        del schema["format"]
        schema["contentMediaType"] = "application/octet-stream"


def _raise_null(schema: Tree, taste: Taste) -> None:
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
        if taste.lists_null and isinstance(schema.get("enum"), list) and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]
        return
    for key in ("anyOf", "oneOf"):
        if isinstance(schema.get(key), list):
            schema[key] = [*schema[key], {"type": "null"}]
            return
    if isinstance(schema.get("allOf"), list):
        branches = schema.pop("allOf")
        inner = branches[0] if len(branches) == 1 else {"allOf": branches}
        schema["anyOf"] = [inner, {"type": "null"}]


def in_one_spelling(value: Any) -> Any:
    """A document of 3.1 with one word for each thing, as far as tastes differ in it."""
    if isinstance(value, list):
        return [in_one_spelling(member) for member in value]
    if not isinstance(value, dict):
        return value
    made = {key: in_one_spelling(member) for key, member in value.items()}
    for key in ("anyOf", "oneOf"):
        if isinstance(made.get(key), list):
            made[key] = sorted(made[key], key=lambda branch: json.dumps(branch, sort_keys=True))
    if "const" in made:
        made["enum"] = [made.pop("const")]
    if "example" in made and isinstance(made.get("examples", []), list):
        made["examples"] = [*made.get("examples", []), made.pop("example")]
    if made.get("contentEncoding") == "base64":
        del made["contentEncoding"]
        made["format"] = "byte"
    if made.get("contentMediaType") == "application/octet-stream":
        del made["contentMediaType"]
        made["format"] = "binary"
    return made
