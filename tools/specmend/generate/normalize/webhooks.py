"""Makes components of what webhooks send, so that the client has models for who receives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import schema_reference
from specmend.document.openapi.operations import operations_in
from specmend.document.openapi.references import resolve
from specmend.document.openapi.schemas import Node, Tree, content_schemas, copy_tree
from specmend.generate.normalize.wording import class_name

RECEIVED: Final = "x-received"
"""Beside the schema of a component: a webhook sends it, and who has the client receives it."""


def keep_webhook_payloads(tree: Tree) -> Tree:
    """Move the inline schemas of the bodies of webhooks into components, `NewPetPayload`.

    A webhook is no method of a client: the server calls it (OpenAPI 3.1 section 4.8.1).
    """
    if not isinstance(tree.get("webhooks"), dict):
        return tree
    result = copy_tree(tree)
    components = result.setdefault("components", {})
    schemas = components.setdefault("schemas", {}) if isinstance(components, dict) else {}
    for name, schema in _payloads(result):
        own = schema_reference(schema)
        payload = class_name(f"{class_name(name)}Payload") if "$ref" not in schema else own
        if payload != own:
            schemas.setdefault(payload, schema)
        if isinstance(schemas.get(payload), dict):
            schemas[payload] = {**schemas[payload], RECEIVED: True}
    return result


def _payloads(tree: Tree) -> Iterator[tuple[str, Node]]:
    for name, item in tree["webhooks"].items():
        for _, operation in operations_in(_behind(tree, item)):
            body = _behind(tree, operation.get("requestBody"))
            yield from ((str(name), holder[key]) for holder, key in content_schemas(body))


def _behind(tree: Tree, part: Tree) -> Tree:
    """What a reference leads to; anything else is itself."""
    reference = part.get("$ref") if isinstance(part, dict) else None
    return resolve(tree, reference) if isinstance(reference, str) else part
