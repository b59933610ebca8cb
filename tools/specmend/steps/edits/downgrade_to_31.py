"""Turn a document of OpenAPI 3.2 into one of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.objects import map_objects, objects
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get, replace
from specmend.steps.edits.edit import (
    NO_PARAMETERS,
    Edited,
    NamedEdit,
    changed_places,
    check_version,
    check_whole,
    refuse_all,
    stay,
)

_UNKNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "document": ("$self",),
    "components": ("mediaTypes",),
    "path item": ("query", "additionalOperations"),
    "server": ("name",),
    "encoding": ("encoding", "prefixEncoding", "itemEncoding"),
    "media type": ("prefixEncoding", "itemEncoding"),
    "example": ("dataValue", "serializedValue"),
    "security scheme": ("oauth2MetadataUrl", "deprecated"),
    "tag": ("summary", "parent", "kind"),
    "discriminator": ("defaultMapping",),
    "xml": ("nodeType",),
}
"""The fields that are new in OpenAPI 3.2 and have no counterpart in 3.1, by kind of object."""


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Write the document in OpenAPI 3.1: what has an exact counterpart there is put in its words.

    The `itemSchema` of a stream becomes its `schema`, marked by `x-itemSchema: true`; a response without a description
    gets its summary, or an empty one. Refuses, listing every place, whatever else is new in OpenAPI 3.2.
    """
    check_whole(targets)
    check_version(tree, "3.2")
    faults = [(address, f"{words} at {format_path(address)}") for address, words in _faults(tree)]
    if faults:
        refuse_all(
            "these have no counterpart in OpenAPI 3.1",
            faults,
            advice="mend them in steps before this one",
        )
    made = map_objects(map_objects(tree, "media type", _media_type), "response", _response)
    made = replace(made, ("openapi",), "3.1.0")
    return Edited(tree=made, places=stay(list(changed_places(tree, made))))


def _faults(tree: Tree) -> Iterator[tuple[Address, str]]:
    for kind, fields in _UNKNOWN.items():
        for address, value in _objects(tree, kind):
            yield from (
                ((*address, field), field)
                for field in fields
                if isinstance(value, dict) and field in value
            )
    yield from _values(tree)
    for address, media in objects(tree, "media type"):
        if isinstance(media, dict) and "itemSchema" in media and "schema" in media:
            yield (*address, "itemSchema"), "itemSchema beside schema"
        if isinstance(media, dict) and "$ref" in media:
            yield (*address, "$ref"), "a reference to a media type"


def _values(tree: Tree) -> Iterator[tuple[Address, str]]:
    """Fields that 3.1 knows, with values that it does not know."""
    for address, parameter in objects(tree, "parameter"):
        if isinstance(parameter, dict) and parameter.get("in") == "querystring":
            yield (*address, "in"), "a parameter in querystring"
        if isinstance(parameter, dict) and parameter.get("style") == "cookie":
            yield (*address, "style"), "the style cookie"
    for address, scheme in objects(tree, "security scheme"):
        if "deviceAuthorization" in _flows(scheme):
            yield (*address, "flows", "deviceAuthorization"), "the flow deviceAuthorization"


def _objects(tree: Tree, kind: str) -> Iterator[tuple[Address, Tree]]:
    if kind == "document":
        yield (), tree
    elif kind == "tag":
        tags = get(tree, ("tags",))
        yield from (
            (("tags", i), tag) for i, tag in enumerate(tags if isinstance(tags, list) else ())
        )
    elif kind == "server":
        servers = get(tree, ("servers",))
        yield from (
            (("servers", i), one)
            for i, one in enumerate(servers if isinstance(servers, list) else ())
        )
        yield from objects(tree, kind)
    elif kind in {"discriminator", "xml"}:
        for address, schema in objects(tree, "schema"):
            if isinstance(schema, dict) and kind in schema:
                yield (*address, kind), schema[kind]
    else:
        yield from objects(tree, kind)


def _flows(scheme: Tree) -> Mapping[str, Tree]:
    """The flows of a security scheme, none where it has none."""
    flows = scheme.get("flows") if isinstance(scheme, dict) else None
    return flows if isinstance(flows, dict) else {}


def _media_type(media: dict[str, Tree]) -> Tree:
    if "itemSchema" not in media:
        return media
    made: dict[str, Tree] = {}
    for key, value in media.items():
        made |= {"schema": value, "x-itemSchema": True} if key == "itemSchema" else {key: value}
    return made


def _response(response: dict[str, Tree]) -> Tree:
    """In OpenAPI 3.1 every response has a description, and none a summary (section 4.8.17)."""
    if "$ref" in response or ("description" in response and "summary" not in response):
        return response
    rest = {key: value for key, value in response.items() if key != "summary"}
    return rest if "description" in rest else {"description": response.get("summary", ""), **rest}


EDIT = NamedEdit(
    name="downgrade-to-3.1",
    help="Convert an OpenAPI 3.2 document to OpenAPI 3.1.",
    parameters=NO_PARAMETERS,
    apply=apply,
)
