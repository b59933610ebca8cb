"""The JSON Schema of OpenAPI 3.0 without choices: each object is compared with what it is.

The standard writes "a schema or a reference" as `oneOf`, and what is wrong inside is then wrong in
two ways. Since 3.1 it tells by `$ref` which of both an object is, and so do we in 3.0. A parameter
is told by `in`, and a security scheme by `type`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

_REFERENCE: Final = {"$ref": "#/definitions/Reference"}
_IS_REFERENCE: Final = {"type": "object", "required": ["$ref"]}
_BOOLEAN: Final = {"type": "boolean"}


def direct(schema: Any) -> Any:
    """The schema of a version; that of 3.0 in the words of JSON Schema 2020-12, without choices."""
    if "definitions" not in schema:
        return schema
    made: dict[str, Any] = _changed(schema)
    identity = made.pop("id")
    definitions = made["definitions"]
    for name, change in _DEFINITIONS.items():
        definitions[name] = change(definitions[name], definitions)
    return {**made, "$id": identity, "$schema": "https://json-schema.org/draft/2020-12/schema"}


def _changed(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_changed(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _changed(value) for key, value in schema.items()}
    if made.get("exclusiveMinimum") is True:
        return {**made, "exclusiveMinimum": made.pop("minimum")}
    choices = made.get("oneOf")
    if isinstance(choices, list) and _REFERENCE in choices:
        del made["oneOf"]
        return {**made, **_told_by_reference(choices)}
    return made


def _told_by_reference(choices: list[Any]) -> dict[str, Any]:
    (other,) = [choice for choice in choices if choice not in (_REFERENCE, _BOOLEAN)]
    told = {"if": _IS_REFERENCE, "then": _REFERENCE, "else": other}
    if _BOOLEAN not in choices:
        return told
    return {"type": ["object", "boolean"], "if": {"type": "object"}, "then": told}


def _parameter(parameter: Any, definitions: Mapping[str, Any]) -> Any:
    places = [place for branch in definitions["ParameterLocation"]["oneOf"]
              for place in branch["properties"]["in"]["enum"]]  # fmt: skip
    return {**parameter, "properties": {**parameter["properties"], "in": {"enum": places}}}


def _location(location: Any, _: Mapping[str, Any]) -> Any:
    return {"allOf": [_where(branch, "in") for branch in location["oneOf"]]}


def _scheme(scheme: Any, definitions: Mapping[str, Any]) -> Any:
    kinds = [definitions[branch["$ref"].rpartition("/")[2]] for branch in scheme["oneOf"]]
    types = [kind for branch in kinds for kind in branch["properties"]["type"]["enum"]]
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": types}},
        "allOf": [_where(kind, "type") for kind in kinds],
    }


def _where(branch: Mapping[str, Any], field: str) -> dict[str, Any]:
    """A branch for the objects in which a field has the value that the branch has for it."""
    told = {"required": [field], "properties": {field: branch["properties"][field]}}
    return {"if": told, "then": branch}


def _http(scheme: Any, _: Mapping[str, Any]) -> Any:
    """Only a scheme called bearer has the format of its tokens."""
    bearer, _other = scheme["oneOf"]
    others = {key: value for key, value in scheme.items() if key != "oneOf"}
    return {**others, "if": bearer, "else": {"properties": {"bearerFormat": False}}}


_DEFINITIONS: Final[Mapping[str, Callable[[Any, Mapping[str, Any]], Any]]] = {
    "Parameter": _parameter,
    "ParameterLocation": _location,
    "HTTPSecurityScheme": _http,
    "SecurityScheme": _scheme,
}
