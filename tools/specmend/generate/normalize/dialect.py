"""Marks a document of any 3.x version as OpenAPI 3.1.0, which both generators read in full."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.components import component_schemas, schema_named
from specmend.document.openapi.schemas import Node, Tree, content_holders, copy_tree
from specmend.document.openapi.version_32 import (
    ITEM_MARK,
    is_32,
    lowered_to_31,
    with_item_schemas,
)
from specmend.document.tree.values import replace
from specmend.generate.normalize.events import mark_events
from specmend.generate.normalize.media_order import framing_of, has_records, is_stream

_WRITTEN_IN: Final = "x-written-in"
"""Where a normalized document says which version it was written in."""


def mark_dialect(tree: Tree) -> Tree:
    """Write `openapi: 3.1.0`, and what is new in OpenAPI 3.2 in the words of 3.1.

    What 3.1 cannot hold and no client can heed was refused or reported before (module `support`).
    Operations under any method stay, for the client has them. Streams of events whose records are
    the events get a mark.
    """
    result = copy_tree(tree)
    result.pop("jsonSchemaDialect", None)
    for media_type, media in _media_types(result):
        _choose(result, media_type, media, whole=is_32(tree))
    lowered = lowered_to_31(result) if is_32(tree) else with_item_schemas(result)
    marked = copy_tree(replace(lowered, ("openapi",), "3.1.0"))
    if tree.get("openapi") != marked["openapi"]:
        marked[_WRITTEN_IN] = str(tree.get("openapi"))
    streams = _media_types(marked)
    mark_events(marked, [media for name, media in streams if _is_of_events(name, media)])
    return marked


def written_in(tree: Tree) -> str:
    """The version of OpenAPI that a document was written in before it was normalized."""
    return str(tree.get(_WRITTEN_IN, tree.get("openapi")))


def _media_types(tree: Tree) -> list[tuple[str, Node]]:
    return [
        (media_type, media)
        for holder in content_holders(tree)
        for media_type, media in holder["content"].items()
        if isinstance(media, dict)
    ]


def _choose(tree: Node, media_type: str, media: Node, *, whole: bool) -> None:
    """Of a stream the schema of one record counts, of any other body the schema of the whole.

    With `whole` the `schema` of a stream is that of a list of its records, where it is one of a
    list at all (OpenAPI 3.2, Sequential Media Types).
    """
    if not has_records(media_type, media):
        item = media.pop("itemSchema", None)
        if item is not None and media_type.lower().startswith("multipart/"):
            media.setdefault("schema", {"type": "array", "items": item})
    elif "itemSchema" in media:
        media.pop("schema", None)
    elif whole and is_stream(media_type) and "x-stream" not in media:
        items = _items(media.get("schema"), component_schemas(tree))
        if items is not None:
            media["itemSchema"] = items
            del media["schema"]


def _items(schema: Tree, components: dict[str, Tree]) -> Tree:
    """What a list holds; None for anything but a list."""
    seen: list[str] = []
    while isinstance(schema, dict) and schema_named(schema.get("$ref")) not in ("", *seen):
        seen.append(schema_named(schema["$ref"]))
        schema = components.get(seen[-1])
    if not isinstance(schema, dict) or schema.get("type") != "array":
        return None
    return schema.get("items", {})


def _is_of_events(media_type: str, media: Node) -> bool:
    """Whether the records of a stream can be events; `x-stream` says so, or the schema."""
    mark = media.get("x-stream")
    framing = mark.get("framing") if isinstance(mark, dict) else None
    if framing is not None:
        return bool(framing == "events")
    is_by_schema = mark is None or media.get(ITEM_MARK) is True
    return framing_of(media_type) == "sse" and is_by_schema
