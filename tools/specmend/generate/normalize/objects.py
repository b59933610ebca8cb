"""Makes objects say what their unknown fields are."""

from __future__ import annotations

from specmend.document.openapi.keywords import COMPOSITIONS, VALUES
from specmend.document.openapi.schemas import Node, Tree, map_schemas

_COMPOSED = (*COMPOSITIONS, "$ref", *VALUES)


def open_objects(tree: Tree) -> Tree:
    """Free-form objects get `additionalProperties: true`.

    Objects with properties lose a boolean one.

    datamodel-code-generator makes a class without fields of a bare `type: object`, and data sent to
    it is lost. The generated classes keep unknown fields whatever a document says, so that a newer
    server does not break a client.
    """
    return map_schemas(tree, _open)


def _open(schema: Node) -> Node:
    result = {key: value for key, value in schema.items() if key != "unevaluatedProperties"}
    if result.get("properties"):
        result.setdefault("type", "object")
        if not isinstance(result.get("additionalProperties"), dict):
            result.pop("additionalProperties", None)
        return result
    result.pop("properties", None)
    if "object" not in _types(result) or any(key in result for key in _COMPOSED):
        return result
    if not result.get("additionalProperties"):
        # Required names without properties have nothing that could be typed.
        result.pop("required", None)
        result["additionalProperties"] = True
    return result


def _types(schema: Node) -> list[object]:
    types = schema.get("type")
    return types if isinstance(types, list) else [types]
