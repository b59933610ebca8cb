"""Makes compositions say everything in their members."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas

_OWN = ("type", "properties", "required", "additionalProperties")


def gather_compositions(tree: Tree) -> Tree:
    """Move properties beside `allOf` into a member of it; drop alternatives that only require other fields.

    openapi-python-client takes `allOf` with one reference for that reference, whatever stands beside it, and takes
    an object with `anyOf` or `oneOf` for a union.
    """
    return map_schemas(tree, _gather)


def _gather(schema: Node) -> Node:
    result = dict(schema)
    for keyword in ("anyOf", "oneOf"):
        if (
            keyword in result
            and result.get("properties")
            and all(_only_requires(m) for m in result[keyword])
        ):
            del result[keyword]
    members = result.get("allOf")
    if not isinstance(members, list) or not (result.get("properties") or result.get("required")):
        return result
    own = {key: result.pop(key) for key in _OWN if key in result}
    return {**result, "allOf": [*members, own]}


def _only_requires(member: Tree) -> bool:
    return isinstance(member, dict) and set(member) <= {
        "required",
        "not",
        "description",
        "title",
        "type",
    }
