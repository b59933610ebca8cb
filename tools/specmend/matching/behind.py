"""What stands behind a name: by references, in branches, and in the items of a list or a map."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import target_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import remembered
from specmend.document.tree.values import Tree, get
from specmend.matching.parts import parts_of_value

_MOST: Final = 30
"""How many objects are looked at behind one name."""


@remembered(10_000)
def behind(tree: Tree, place: Address) -> tuple[Address, ...]:
    """The objects of its kind that one at a place leads to or is made of, but for itself."""
    spot = spot_at(place)
    todo, found = [place], dict.fromkeys([place])
    while todo and len(found) < _MOST:
        at = todo.pop(0)
        value = get(tree, at)
        if not isinstance(value, dict):
            continue
        target = target_at(tree, at)
        parts = [
            part
            for part, kind, _ in parts_of_value(tree, at, value, spot, "always")
            if kind == spot
        ]
        new = [part for part in [*([target] if target else []), *parts] if part not in found]
        found.update(dict.fromkeys(new))
        todo += new
    return tuple(found)[1:]
