"""Turn a document of OpenAPI 3.0 into one of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import ANNOTATIONS
from specmend.document.openapi.objects import map_objects, objects
from specmend.document.openapi.version_30 import NULL
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, replace
from specmend.steps.edits.checks import check_version, check_whole, refuse_all
from specmend.steps.edits.edit import NO_PARAMETERS, Edited, NamedEdit, changed_places, stay

_BOUNDS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_FORMATS: Final[Mapping[str, dict[str, Tree]]] = {
    "byte": {"contentEncoding": "base64"},
    "binary": {"contentMediaType": "application/octet-stream"},
}


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Write the document in OpenAPI 3.1: what has an exact counterpart there is put in its words.

    `nullable` beside a type becomes the type null, a boolean `exclusiveMinimum` or
    `exclusiveMaximum` the bound itself, `example` of a schema `examples`, the formats `byte` and
    `binary` contentEncoding and contentMediaType. Refuses, listing every place, `nullable` without
    a type, which OpenAPI 3.0.3 gives no meaning (section 4.7.24.1), and keywords beside a
    reference, which are not read in 3.0 (section 4.7.23) and would be in 3.1.
    """
    check_whole(targets)
    check_version(tree, "3.0")
    faults = [
        (address, f"{words} at {format_path(address)}")
        for address, schema in objects(tree, "schema")
        if isinstance(schema, dict)
        for words in _faults(schema)
    ]
    if faults:
        refuse_all(
            "these have no counterpart in OpenAPI 3.1",
            faults,
            advice="mend them in steps before this one",
        )
    raised = replace(map_objects(tree, "schema", _raised), ("openapi",), "3.1.0")
    return Edited(tree=raised, places=stay(list(changed_places(tree, raised))))


def _faults(schema: dict[str, Tree]) -> Iterator[str]:
    if "$ref" in schema:
        read = [
            key
            for key in schema
            if key != "$ref" and key not in ANNOTATIONS and not key.startswith("x-")
        ]
        yield from (f"{key} beside a reference" for key in read)
    elif schema.get("nullable") is True and "type" not in schema:
        yield "nullable without a type"
    for key, bound in _BOUNDS:
        if schema.get(key) is True and bound not in schema:
            yield f"{key} without {bound}"


def _raised(schema: dict[str, Tree]) -> Tree:
    if schema == NULL:
        return {"type": "null"}
    raised: dict[str, Tree] = {}
    for key, value in schema.items():
        raised |= _keyword(schema, key, value)
    same_keys = list(raised) == list(schema)
    return schema if same_keys and all(raised[key] is schema[key] for key in raised) else raised


def _keyword(schema: dict[str, Tree], key: str, value: Tree) -> dict[str, Tree]:
    """What one keyword becomes."""
    if key == "nullable" and isinstance(value, bool):
        return {}
    if key == "type" and schema.get("nullable") is True and isinstance(value, str):
        return {"type": [value, "null"]}
    if key == "example" and "examples" not in schema:
        return {"examples": [value]}
    if key == "format" and schema.get("type") == "string" and value in _FORMATS:
        return _FORMATS[value]
    return _bound(schema, key, value)


def _bound(schema: dict[str, Tree], key: str, value: Tree) -> dict[str, Tree]:
    """An exclusive bound is a number of its own in OpenAPI 3.1 (JSON Schema section 6.2)."""
    for exclusive, bound in _BOUNDS:
        if key == bound and schema.get(exclusive) is True:
            return {exclusive: value}
        if key == exclusive and isinstance(value, bool):
            return {}
    return {key: value}


EDIT = NamedEdit(
    name="upgrade-to-3.1",
    help="Convert an OpenAPI 3.0 document to OpenAPI 3.1.",
    parameters=NO_PARAMETERS,
    apply=apply,
)
