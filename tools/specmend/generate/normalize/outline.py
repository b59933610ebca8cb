"""Leaves out the parts of a document that no client is made of."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.keywords import EXAMPLES
from specmend.document.openapi.operations import operations
from specmend.document.openapi.schemas import Node, Tree, map_schemas

_KINDS_LEFT_OUT = ("callbacks", "links", "headers", "examples")
_KINDS_KEPT = ("parameters", "requestBodies", "responses", "mediaTypes")


def leave_out_what_clients_lack(tree: Tree) -> Tree:
    """Drop webhooks, callbacks, extensions among responses, shared links and headers, and examples.

    The links and headers of answers stand in their place already.

    The first example of each request body stays as `x-example`: the generators do not read it, and
    the README shows a call with it.
    """
    result = map_schemas(tree, _without_examples)
    result.pop("webhooks", None)
    for body in _request_bodies(result):
        _mark_example(body)
    components = result.get("components")
    for kind in _KINDS_LEFT_OUT if isinstance(components, dict) else ():
        components.pop(kind, None)
    for holder in _kept_parts(result):
        _mark_parameter(holder)
        _strip(holder)
    for operation in operations(result):
        operation.node.pop("callbacks", None)
        _drop_extensions(operation.node.get("responses"))
    return result


def _drop_extensions(responses: Tree) -> None:
    """Leave the responses alone by their status (OpenAPI 3.1 section 4.8.16)."""
    for key in [key for key in responses or () if str(key).startswith("x-")]:
        del responses[key]


def _shared(tree: Tree, kind: str) -> list[Tree]:
    components = tree.get("components")
    members = components.get(kind) if isinstance(components, dict) else None
    return list(members.values()) if isinstance(members, dict) else []


def _request_bodies(tree: Tree) -> Iterator[Tree]:
    yield from _shared(tree, "requestBodies")
    for operation in operations(tree):
        yield operation.node.get("requestBody")


def _kept_parts(tree: Tree) -> Iterator[Tree]:
    for kind in _KINDS_KEPT:
        yield from _shared(tree, kind)
    for operation in operations(tree):
        yield from operation.node.get("parameters", [])
        yield operation.node.get("requestBody")
        yield from operation.node.get("responses", {}).values()


def _mark_example(body: Tree) -> None:
    for media in _media_types(body):
        values = [value for value in _examples(media) if isinstance(value, dict)]
        if values:
            media["x-example"] = values[0]


def _mark_parameter(holder: Tree) -> None:
    """Keep the first example of a parameter, which its method shows."""
    if isinstance(holder, dict) and "in" in holder:
        values = [value for value in _examples(holder) if value is not None]
        if values:
            holder["x-example"] = values[0]


def _examples(media: Node) -> Iterator[Tree]:
    yield media.get("example")
    named = media.get("examples")
    for example in named.values() if isinstance(named, dict) else ():
        if isinstance(example, dict):
            yield example.get("value", example.get("dataValue"))


def _media_types(holder: Tree) -> Iterator[Node]:
    content = holder.get("content") if isinstance(holder, dict) else None
    for media in content.values() if isinstance(content, dict) else ():
        if isinstance(media, dict):
            yield media


def _strip(holder: Tree) -> None:
    if not isinstance(holder, dict):
        return
    for key in EXAMPLES:
        holder.pop(key, None)
    for media in _media_types(holder):
        for key in EXAMPLES:
            media.pop(key, None)


def _without_examples(schema: Node) -> Node:
    return {key: value for key, value in schema.items() if key not in EXAMPLES}
