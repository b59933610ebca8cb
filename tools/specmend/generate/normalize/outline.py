"""Leaves out the parts of a document that no client is made of."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas, operations

_EXAMPLES = ("example", "examples", "externalDocs", "xml")


def leave_out_what_clients_lack(tree: Tree) -> Tree:
    """Drop webhooks, callbacks, links, response headers and every example but the first one of each request body.

    That one stays as `x-example`: the generators do not read it, and the README shows a call with it.
    """
    result = map_schemas(tree, _without_examples)
    result.pop("webhooks", None)
    _mark_examples(result)
    components = result.get("components")
    if isinstance(components, dict):
        for kind in ("callbacks", "links", "headers", "examples"):
            components.pop(kind, None)
        for section in ("parameters", "requestBodies", "responses"):
            for holder in components.get(section, {}).values():
                _strip(holder)
    for _, _, operation in operations(result):
        operation.pop("callbacks", None)
        parts = [*operation.get("parameters", []), operation.get("requestBody")]
        for holder in [*parts, *operation.get("responses", {}).values()]:
            _strip(holder)
    return result


def _mark_examples(tree: Tree) -> None:
    shared = (tree.get("components") or {}).get("requestBodies", {}).values()
    for body in [*shared, *(operation.get("requestBody") for _, _, operation in operations(tree))]:
        content = body.get("content") if isinstance(body, dict) else None
        for media in content.values() if isinstance(content, dict) else ():
            several = media.get("examples")
            named = several.values() if isinstance(several, dict) else ()
            shown = [
                media.get("example"),
                *(found.get("value") for found in named if isinstance(found, dict)),
            ]
            values = [value for value in shown if isinstance(value, dict)]
            if values:
                media["x-example"] = values[0]


def _strip(holder: Tree) -> None:
    if not isinstance(holder, dict):
        return
    for key in ("links", "headers", *_EXAMPLES):
        holder.pop(key, None)
    content = holder.get("content")
    for media in content.values() if isinstance(content, dict) else ():
        for key in _EXAMPLES:
            media.pop(key, None)


def _without_examples(schema: Node) -> Node:
    return {key: value for key, value in schema.items() if key not in _EXAMPLES}
