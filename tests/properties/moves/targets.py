"""The targets of steps, as people write them: by what is said there, or counted."""

from __future__ import annotations

import random
from typing import Any

from tests.properties.moves.nodes import Address, Node, nodes
from tests.properties.moves.sites import Site
from tests.properties.moves.world import World

WHY = "It is counted here, as nothing else tells it apart."


OURS = "ours"


def another(luck: random.Random, key: str, value: Any) -> Any:
    """A value for a keyword that is not the one it has."""
    if key == "type":
        kinds = ("string", "integer", "number", "boolean")
        return luck.choice([kind for kind in kinds if kind != value])
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + luck.randint(1, 5)
    if isinstance(value, list):
        return [*value[:1]] if len(value) > 1 else [*value, OURS]
    return f"{OURS}-{value}"


def at_place(world: World, node: Node, *more: Any) -> str:
    """The target of a place; a member of a list is told by what it says, or counted."""
    return query_of(world, (*node.address, *more))


def query_of(world: World, address: Address) -> str:
    """The target of an address."""
    made, value = "$", world.tree
    counts = world.luck.random() < 0.3
    for token in address:
        if isinstance(token, int):
            made += f"[{token}]" if counts else _member(value, token)
        else:
            made += f"['{token}']"
        value = value[token] if not isinstance(value, dict) or token in value else {}
    return made


def _member(members: Any, index: int) -> str:
    """The query of one member: by name, reference, URL or type where that is its own."""
    one = members[index]
    for key in ("name", "$ref", "url", "type"):
        said = one.get(key) if isinstance(one, dict) else None
        alike = sum(isinstance(m, dict) and m.get(key) == said for m in members)
        if isinstance(said, str) and alike == 1:
            return f"[?@['{key}']=='{said}']"
    return f"[{index}]"


def pick(world: World, *kinds: str, bare: bool = True) -> Node | None:
    """An object of one of the kinds."""
    found = [
        node
        for node in nodes(world.tree)
        if node.kind in kinds and not (bare and "$ref" in node.value)
    ]
    return world.luck.choice(found) if found else None


def give(world: World, *sites: Site) -> None:
    for site in sites:
        site.step = len(world.actions)
    world.sites += sites
