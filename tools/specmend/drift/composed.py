"""The schemas that are made of the one which a step mends, where upstream changed them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import remembered
from specmend.document.tree.values import Tree, get, same
from specmend.matching.described import whole
from specmend.matching.index import referrers
from specmend.matching.locator import Locator

_MOST: Final = 200
"""How many schemas are looked at that are made of one component."""


def composed(locator: Locator, subject: Address) -> Iterator[tuple[Address, Address]]:
    """Where the same value is described by schemas that are made of the component of a place.

    A schema with a branch that refers to a component says something of the same value, and so may
    keep a fault that went from the component. Each has its place in the old document and in the
    new one; those that upstream left alone say what they said.
    """
    if subject[: len(SCHEMAS)] != SCHEMAS or len(subject) <= len(SCHEMAS):
        return
    inside = _inside(subject)
    for user in _users(locator.old, str(subject[len(SCHEMAS)])):
        match = locator.locate(user)
        if match.whole and not same(get(locator.old, user), get(locator.new, match.at)):
            yield (*user, *inside), (*match.at, *inside)


def _inside(subject: Address) -> Address:
    """The way from a component to a place inside of it, the branches of compositions aside."""
    way: list[str | int] = []
    for token in subject[len(SCHEMAS) + 1 :]:
        if isinstance(token, int) and way[-1:] and way[-1] in COMPOSITIONS:
            way.pop()
        else:
            way.append(token)
    return tuple(way)


@remembered(10_000)
def _users(tree: Tree, name: str) -> tuple[Address, ...]:
    """The schemas that refer to a component as a whole, or by a branch; and those of them."""
    users: dict[Address, None] = {}
    todo, seen = [name], {name}
    while todo and len(users) < _MOST:
        for place in referrers(tree, todo.pop()):
            user = whole(place[:-1])
            users[user] = None
            if user[: len(SCHEMAS)] == SCHEMAS and len(user) == len(SCHEMAS) + 1:
                named = str(user[-1])
                todo += [] if named in seen else [named]
                seen.add(named)
    return tuple(users)
