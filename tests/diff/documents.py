"""Small documents around one schema or one operation, for the tests of the comparison."""

from __future__ import annotations

from typing import Any

from specmend.diff.api_changes import api_changes

Tree = dict[str, Any]


def refer(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def document(schemas: Tree | None = None, version: str = "3.1.0", **more: Any) -> Tree:
    """A document with component schemas."""
    return {"openapi": version, "paths": {}, "components": {"schemas": schemas or {}}, **more}


def sending(schema: Any, schemas: Tree | None = None, version: str = "3.1.0") -> Tree:
    """A document with one operation that sends a schema."""
    body = {"content": {"application/json": {"schema": schema}}}
    paths = {"/pets": {"post": {"requestBody": body, "responses": {}}}}
    return {**document(schemas, version), "paths": paths}


def calling(path: str = "/pets", method: str = "get", **operation: Any) -> Tree:
    """A document with one operation."""
    return {"openapi": "3.1.0", "paths": {path: {method: operation}}}


def lines(old: Any, new: Any) -> list[str]:
    return [change.line for change in api_changes(old, new)]


def of_schema(old: Any, new: Any) -> list[str]:
    """What changed between two schemas that are components of one name."""
    return [one.message for one in api_changes(document({"S": old}), document({"S": new}))]
