"""Documents for the tables of the rules, and what must hold for every row of them."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

Tree = dict[str, Any]
Rule = Callable[[Any], Any]

STRING = {"type": "string"}
NULL = {"type": "null"}
FREE = {"type": "object", "additionalProperties": True}
CHOICE = {"type": "string", "enum": ["a", "b"]}
INSTANCE = {
    "title": "t",
    "nullable": True,
    "type": "object",
    "format": "byte",
    "exclusiveMinimum": True,
}
"""Instance data that looks like a schema; no rule may touch it."""


def of_schemas(**schemas: Any) -> Tree:
    return {"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}}


def of_schema(schema: Any) -> Tree:
    return of_schemas(Thing=schema)


def of_operation(operation: Any, method: str = "post", **components: Any) -> Tree:
    tree: Tree = {"openapi": "3.1.0", "paths": {"/things/{id}": {method: operation}}}
    return {**tree, "components": components} if components else tree


def ref(name: str, **words: Any) -> Tree:
    return {"$ref": f"#/components/schemas/{name}", **words}


def thing(**properties: Any) -> Tree:
    return {"type": "object", "properties": properties}


def json_body(schema: Any, media_type: str = "application/json") -> Any:
    return {"content": {media_type: {"schema": schema}}}


def mapped(member: str, **mapping: str) -> Any:
    words = {"propertyName": "kind", **({"mapping": mapping} if mapping else {})}
    return {"oneOf": [ref(member)], "discriminator": words}


def check_rule(rule: Rule, before: Any, after: Any) -> None:
    """A row of a table of whole documents."""
    given = deepcopy(before)
    made = rule(before)
    assert made == after
    assert _ordered(made) == _ordered(after), "the order of media types and components counts"
    assert before == given, "the given document was changed"
    assert rule(made) == made, "a second time changed something"


def check_schema_rule(rule: Rule, before: Any, after: Any) -> None:
    """A row of a table of single schemas."""
    check_rule(rule, of_schema(before), of_schema(after))


def check_everywhere(rule: Rule, rows: list[tuple[Any, Any]]) -> None:
    """The rule changes a schema wherever a document can hold one."""
    before, after = next(row for row in rows if row[0] != row[1])
    assert rule(everywhere(before)) == everywhere(after)


def _ordered(tree: Any) -> Any:
    return {
        path: {
            code: list(answer.get("content", ()))
            for code, answer in operation.get("responses", {}).items()
        }
        for path, item in tree.get("paths", {}).items()
        for operation in item.values()
        if isinstance(operation, dict)
    }


def everywhere(schema: Any) -> Any:
    """A document with one schema in every place that can hold one."""
    content = {"content": {"application/json": {"schema": schema}}}
    records = {"content": {"application/jsonl": {"itemSchema": schema}}}
    parameters = [
        {"name": "p", "in": "query", "schema": schema},
        {"name": "q", "in": "query", **content},
    ]
    operation = {
        "parameters": parameters,
        "requestBody": content,
        "responses": {"200": {**content, "headers": {"X-A": {"schema": schema}}}, "201": records},
    }
    item = {
        "parameters": parameters,
        "post": operation,
        "query": operation,
        "additionalOperations": {"LINK": operation},
    }
    return {
        "paths": {"/x": item},
        "webhooks": {"x": item},
        "components": {
            "schemas": {
                "A": {"items": schema},
                "B": {"additionalProperties": schema},
                "C": {"not": schema},
                "D": {"unevaluatedItems": schema, "dependentSchemas": {"a": schema}},
                "E": {"prefixItems": [schema], "$defs": {"a": schema}},
            },
            "parameters": {"P": parameters[0]},
            "headers": {"H": {"schema": schema}},
            "requestBodies": {"B": content},
            "responses": {"R": content},
            "callbacks": {"C": {"{$request.body#/url}": item}},
            "pathItems": {"I": item},
            "mediaTypes": {"M": {"schema": schema}},
        },
    }
