"""The operation that a request is of, and all values of it: the way into this parser."""

from __future__ import annotations

from typing import Any

from tests.wire.bodies import read_body
from tests.wire.parameters import read_parameters
from tests.wire.raw import Raw, Unreadable, Values
from tests.wire.schemas import Root


def read_request(tree: Any, template: str, method: str, raw: Raw, base: str = "") -> Values:
    """What a call of an operation was given, by nothing but the document and the request.

    Raises Unreadable where the request does not follow the document.
    """
    root = Root(tree=tree)
    item = root.follow(tree["paths"][template])
    operation = item.get(method.lower()) or item["additionalOperations"][method]
    if raw.method != method.upper():
        raise Unreadable(f"{raw.method} in place of {method.upper()}")
    listed = {_key(root, node): node for node in item.get("parameters", ())}
    listed |= {_key(root, node): node for node in operation.get("parameters", ())}
    values = Values(given=read_parameters(root, template, [*listed.values()], raw, base))
    if "requestBody" in operation:
        values.has_body, values.body = read_body(root, operation["requestBody"], raw)
    elif raw.body:
        raise Unreadable("a body where the operation has none")
    return values


def _key(root: Root, node: Any) -> tuple[str, str]:
    found = root.follow(node)
    return str(found["in"]), str(found["name"])
