"""Documents for the tables of the rules: a schema or an operation with the document around it."""

from __future__ import annotations

from typing import Any

Tree = dict[str, Any]


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
