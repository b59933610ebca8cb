"""The JSON Schemas of the standard without what rules of ours say better.

These are the names of components, the keys of responses, the names of further methods, a parameter
that is the whole query beside others, and extensions among names. What stands under such names is
compared like all else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_EXTENSION: Final = "^x-"
_KEPT: Final = ("Header", "header-or-reference")
"""What maps hold in which a name may begin with `x-`, whatever its value is."""


def loosened(schema: Any) -> Any:
    """The schema of a version, ready to be tried on any document."""
    made: dict[str, Any] = _loose(schema)
    definitions = made.get("definitions") or made["$defs"]
    components = definitions.get("Components") or definitions["components"]
    responses = definitions.get("Responses") or definitions["responses"]
    _free_keys(responses)
    for key in ("not", "contains", "minContains", "maxContains"):
        definitions.get("parameters", {}).pop(key, None)
    item = definitions.get("path-item", {}).get("properties", {})
    item.get("additionalOperations", {}).pop("propertyNames", None)
    # 3.0 has a pattern for the names of components, and later versions say it of all names.
    _free_names(components, in_patterns="Components" in definitions)
    return made


def _loose(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_loose(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _loose(value) for key, value in schema.items()}
    if _is_table(made):
        return _table(made, made["additionalProperties"])
    return made


def _is_table(schema: Mapping[str, Any]) -> bool:
    """Whether a schema is one of a map from names to objects of OpenAPI."""
    held = schema.get("additionalProperties")
    if not isinstance(held, dict) or "patternProperties" in schema:
        return False
    targets = [part["$ref"] for part in (held, held.get("else", {})) if "$ref" in part]
    names = [target.rpartition("/")[2] for target in targets]
    return bool(names) and not any(name in (*_KEPT, "Schema") for name in names)


def _table(schema: Mapping[str, Any], held: Any) -> dict[str, Any]:
    extension = {_EXTENSION: {"if": {"type": "object"}, "then": held}}
    return {**schema, "additionalProperties": held, "patternProperties": extension}


def _free_keys(responses: dict[str, Any]) -> None:
    """Let the responses have any key, and need one that is no extension."""
    held = responses["properties"]["default"]
    for key in ("if", "then", "unevaluatedProperties", "$ref"):
        responses.pop(key, None)
    responses["patternProperties"] = {_EXTENSION: True}
    responses["additionalProperties"] = held
    responses["if"] = {"minProperties": 1, "propertyNames": {"pattern": _EXTENSION}}
    responses["then"] = {"required": ["default"]}


def _free_names(components: dict[str, Any], *, in_patterns: bool) -> None:
    if not in_patterns:
        for patterned in components["patternProperties"].values():
            patterned.pop("propertyNames")
        tables = components["properties"]
        tables["schemas"] = _table(tables["schemas"], tables["schemas"]["additionalProperties"])
        return
    for kind, table in components["properties"].items():
        (held,) = table.pop("patternProperties").values()
        table["additionalProperties"] = held
        if kind != "headers":
            components["properties"][kind] = _table(table, held)
