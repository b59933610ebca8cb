"""What tells the members of a list apart that have no names, as the type of a branch."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.keywords import COMPOSITIONS, KEYWORDS, OF_KIND
from specmend.document.tree.values import MISSING, Tree, canonical, same

_DEEPEST: Final = 12


def _values_allowed(member: dict[str, Tree]) -> str:
    """The only values that a schema allows."""
    values = member.get("enum", MISSING)
    if "const" in member:
        values = [member["const"]]
    if not isinstance(values, list):
        return ""
    return canonical(sorted(map(canonical, values)))


def _type_and_format(member: dict[str, Tree]) -> str:
    if "format" not in member:
        return ""
    return canonical([member.get("type", ""), member["format"]])


def _type(member: dict[str, Tree]) -> str:
    return canonical(member["type"]) if "type" in member else ""


def _free_keys(member: dict[str, Tree]) -> str:
    """The keys of a mapping by free names, as the schemes of a security requirement."""
    if not member or member.keys() & KEYWORDS.keys():
        return ""
    return canonical(sorted(member))


TELLING: Final = (_values_allowed, _type_and_format, _type, _free_keys)
"""What tells members apart, the surest first; each is empty where a member does not say it."""


def is_of_another_kind(one: Tree, other: Tree) -> bool:
    """Whether two members say different things of what a member that changed says as before."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    both = one.keys() & other.keys()
    if not all(same(one[key], other[key]) for key in both.intersection(OF_KIND)):
        return True
    allowed, now = one.get("enum"), other.get("enum")
    if not isinstance(allowed, list) or not isinstance(now, list):
        return False
    return set(map(canonical, allowed)).isdisjoint(map(canonical, now))


def keeps_keys(one: Tree, other: Tree) -> bool:
    """Whether another mapping has each key of the one, maybe with other values."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    return one.keys() <= other.keys()


def has_as_branch(schema: Tree, member: Tree, depth: int = 0) -> bool:
    """Whether a schema has another one, as it is, among its branches or their branches."""
    if not isinstance(schema, dict) or not member or depth > _DEEPEST:
        return False
    lists = [schema[key] for key in COMPOSITIONS if isinstance(schema.get(key), list)]
    branches = [branch for branches in lists for branch in branches]
    return any(
        same(branch, member) or has_as_branch(branch, member, depth + 1) for branch in branches
    )
