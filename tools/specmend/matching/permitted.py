"""What a schema lets through because it does not limit it: a value, a type, null or a branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specmend.document.openapi.keywords import (
    ANNOTATIONS,
    COMPOSITIONS,
    DEFINITIONS,
    IDENTITY,
    KEYWORDS,
    UNIONS,
    VALUES,
)
from specmend.document.openapi.references import follow, target_at
from specmend.document.openapi.schema_types import is_of_type
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.matching.sayings import Saying, sayings
from specmend.matching.spelling import BRANCH, NULL, NULLABLE, VALUE, is_null_alone

_TYPE: Final = "type"
_OF_BRANCHES: Final = frozenset(KEYWORDS) - {
    *(_TYPE, NULLABLE, *ANNOTATIONS, *IDENTITY, *DEFINITIONS, *COMPOSITIONS),
}
"""What says which values of a type are meant, where no branches say it."""


def lets_through(tree: Tree, at: Address, said: Saying, home: Tree) -> bool:
    """Whether the schema at an address allows what something says, for want of a limit.

    `home` is the document in which it is said.

    A schema that lists no values allows all, and one without a type those of every type (JSON
    Schema validation section 6.1).
    """
    if said.keyword == VALUE:
        return not limits(tree, at, VALUES) and _is_of_types(tree, at, said.value)
    if said.keyword == _TYPE:
        if limits(tree, at, VALUES):
            return any(is_of_type(value, said.value) for value in _said(tree, at, VALUE))
        return not limits(tree, at, (_TYPE,))
    if said.keyword in (NULL, NULLABLE):
        return not limits(tree, at, (_TYPE, *VALUES))
    if said.keyword != BRANCH or said.at[-2] not in UNIONS:
        return False
    return _is_open(tree, at, _names_in(_said(home, said.at, _TYPE)), frozenset())


def limits(tree: Tree, at: Address, keywords: Iterable[str]) -> bool:
    """Whether a schema says one of some keywords of every value, null aside."""
    return _limits(tree, at, frozenset(keywords), frozenset())


def _limits(tree: Tree, at: Address, keywords: frozenset[str], seen: frozenset[Address]) -> bool:
    schema = get(tree, at)
    if not isinstance(schema, dict) or at in seen:
        # `false` allows nothing.
        return schema is False
    if not keywords.isdisjoint(schema):
        return True
    seen |= {at}
    target = target_at(tree, at)
    if target is not None and _limits(tree, target, keywords, seen):
        return True
    if any(_limits(tree, branch, keywords, seen) for branch in _branches(tree, at, "allOf")):
        return True
    unions = [[*_branches(tree, at, union)] for union in UNIONS]
    return any(
        union and all(_limits(tree, branch, keywords, seen) for branch in union) for union in unions
    )


def _is_open(tree: Tree, at: Address, kinds: frozenset[str], seen: frozenset[Address]) -> bool:
    """Whether a schema, or a branch of its unions, allows all values of one of some types.

    Without types, those of any type.
    """
    schema = get(tree, at)
    if not isinstance(schema, dict) or at in seen:
        return schema is True
    listed = _names_in(schema.get(_TYPE, []))
    if not _OF_BRANCHES.isdisjoint(schema) or (kinds and listed and kinds.isdisjoint(listed)):
        return False
    seen |= {at}
    target = target_at(tree, at)
    within = [*_branches(tree, at, "allOf"), *([target] if target is not None else [])]
    unions = [[*_branches(tree, at, union)] for union in UNIONS]
    return all(_is_open(tree, one, kinds, seen) for one in within) and all(
        not union or any(_is_open(tree, branch, kinds, seen) for branch in union)
        for union in unions
    )


def _names_in(types: Tree) -> frozenset[str]:
    """The types of a list, or the only one."""
    listed = types if isinstance(types, list) else [types]
    return frozenset(kind for kind in listed if isinstance(kind, str))


def _branches(tree: Tree, at: Address, composition: str) -> Iterator[Address]:
    """The branches of a schema, those for null alone aside."""
    branches = get(tree, (*at, composition))
    for index in range(len(branches) if isinstance(branches, list) else 0):
        place = (*at, composition, index)
        if not is_null_alone(follow(tree, place)[1]):
            yield place


def _is_of_types(tree: Tree, at: Address, value: Tree) -> bool:
    """Whether a value has one of the types that a schema allows."""
    kinds = _said(tree, at, _TYPE)
    return not kinds or any(is_of_type(value, kind) for kind in kinds)


def _said(tree: Tree, at: Address, keyword: str) -> list[Tree]:
    said = sayings(tree, at)
    return [one.value for one in said if one.keyword == keyword and one.reach != "inside"]
