"""Makes compositions say everything in their members."""

from __future__ import annotations

from specmend.document.openapi.keywords import OBJECT_KEYWORDS, PROSE_KEYWORDS, UNIONS
from specmend.document.openapi.schemas import Node, Tree, map_schemas

_OWN = ("type", *OBJECT_KEYWORDS)
_ONLY_REQUIRING = {"type", "required", "not", *PROSE_KEYWORDS}


def gather_compositions(tree: Tree) -> Tree:
    """Move properties beside `allOf` into a member; drop alternatives that only require fields.

    openapi-python-client takes `allOf` with one reference for that reference, whatever stands
    beside it, and takes an object with `anyOf` or `oneOf` for a union.
    """
    return map_schemas(tree, _gather)


def _gather(schema: Node) -> Node:
    result = dict(schema)
    for keyword in UNIONS if result.get("properties") else ():
        if keyword in result and all(_only_requires(member) for member in result[keyword]):
            del result[keyword]
    members = result.get("allOf")
    if not isinstance(members, list) or not (result.get("properties") or result.get("required")):
        return result
    own = {key: result.pop(key) for key in _OWN if key in result}
    return {**result, "allOf": [*members, own]}


def _only_requires(member: Tree) -> bool:
    return isinstance(member, dict) and set(member) <= _ONLY_REQUIRING
