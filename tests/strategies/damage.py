"""Damage to a document, as people and tools do it: something is missing, or of another kind."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import remove, replace

VALUES: tuple[Any, ...] = (
    None, True, False, "x", "", 0, -1, 1.5, 10**30, [], {}, [None], ["x"], [{}], {"x": 1},
    {"$ref": "#/nowhere"}, {"$ref": 3}, {"type": "x"}, {"type": ["string"]},
)  # fmt: skip
"""What may stand where something else should."""


def damaged(tree: Any, chance: random.Random) -> Any:
    """The tree after one or two pieces of damage to its paths and components."""
    for _ in range(chance.choice((1, 1, 2))):
        places = [place for place in _below(tree) if place[0] in {"paths", "components"}]
        place = chance.choice(places)
        if chance.random() < 0.25:
            tree = remove(tree, [place])
        else:
            tree = replace(tree, place, deepcopy(chance.choice(VALUES)))
    return tree


def _below(tree: Any, above: Address = ()) -> Iterator[Address]:
    pairs: Any = ()
    if isinstance(tree, dict):
        pairs = tree.items()
    elif isinstance(tree, list):
        pairs = enumerate(tree)
    for token, value in pairs:
        yield (*above, token)
        yield from _below(value, (*above, token))
