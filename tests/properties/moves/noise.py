"""What upstream may do beside a fault: members and parts come, go and change their order."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from tests.properties.moves.documents import leaf, phrase
from tests.properties.moves.nodes import nodes, places, where
from tests.properties.moves.sites import same
from tests.properties.moves.world import World

Move = Callable[[World], bool]
LISTS = ("parameters", "anyOf", "oneOf", "allOf", "enum", "required", "tags", "servers", "security")


def _lists(world: World) -> list[tuple[str, list[Any]]]:
    """The lists on the way to the fault, or any list."""
    found: list[tuple[str, list[Any]]] = []
    marks = [where(world.tree, site.holder) for site in world.sites]
    for address, value in places(world.tree):
        if isinstance(value, list) and value and address[-1] in LISTS:
            near = any(mark is not None and mark[: len(address)] == address for mark in marks)
            below = any(mark is not None and address[: len(mark)] == mark for mark in marks)
            found += [(address[-1], value)] * (8 if near else 4 if below else 1)
    return found


def _kept(world: World, value: Any) -> bool:
    """Whether a member is or holds what the step is about."""
    inside = [v for _, v in places(value)]
    return any(
        any(site.holder is one for one in inside)
        or (site.op == "add" and site.is_mended and site.value == value)
        or site.key is value
        or (not isinstance(value, dict) and site.key == value)
        for site in world.sites
    )


def _new(world: World, name: str, members: list[Any]) -> Any:
    luck = world.luck
    new = f"new{luck.randint(0, 99)}"
    plain = {
        "parameters": {"name": new, "in": "query", "schema": leaf(luck)},
        "servers": {"url": f"https://{new}.test"},
        "security": {new: []},
        "tags": {"name": new} if isinstance(members[0], dict) else new,
    }
    if name in {"anyOf", "oneOf", "allOf"}:
        alike = [one for one in members if not _kept(world, one)]
        if alike and luck.random() < 0.3:
            made = copy.deepcopy(luck.choice(alike))
            made["description"] = phrase(luck)
            return made
        return leaf(luck)
    return plain.get(name, new)


def inserted(world: World) -> bool:
    """A new member anywhere in a list."""
    found = _lists(world)
    if not found:
        return False
    name, members = world.luck.choice(found)
    at = world.luck.choice((0, 0, len(members), world.luck.randint(0, len(members))))
    new = _new(world, name, members)
    if _is_fault_again(world, new):
        return False
    members.insert(at, new)
    return True


def _is_fault_again(world: World, new: Any) -> bool:
    """Whether a member is just what upstream mended: nobody could tell it from the fault."""
    if len(world.alive) == len(world.sites):
        return False
    return any(
        isinstance(address[-1], int) and same(value, new)
        for address, value in places(world.old)
        if address
    )


def taken_out(world: World) -> bool:
    """A member goes that the step is not about."""
    found = [(name, value) for name, value in _lists(world) if len(value) > 1]
    if not found:
        return False
    _, members = world.luck.choice(found)
    # Of two that say the same, nobody can tell which one went.
    kept = [one for one in members if _kept(world, one)]
    strangers = [i for i, one in enumerate(members) if not any(same(one, other) for other in kept)]
    if not strangers:
        return False
    del members[world.luck.choice(strangers)]
    return True


def replaced(world: World) -> bool:
    """A member that the step is not about becomes another one."""
    found = [(name, value) for name, value in _lists(world) if len(value) > 1]
    if not found:
        return False
    name, members = world.luck.choice(found)
    strangers = [i for i, one in enumerate(members) if not _kept(world, one)]
    if not strangers:
        return False
    new = _new(world, name, members)
    if _is_fault_again(world, new):
        return False
    members[world.luck.choice(strangers)] = new
    return True


def reordered(world: World) -> bool:
    """The members of a list change their order."""
    found = [value for _, value in _lists(world) if len(value) > 1]
    if not found:
        return False
    members = world.luck.choice(found)
    before = json.dumps(members)
    world.luck.shuffle(members)
    return json.dumps(members) != before


def beside(world: World) -> bool:
    """Another keyword of an object on the way says something else."""
    kinds = ("schema", "parameter", "operation", "response", "media", "header")
    found = [one for kind in kinds for one in world.around(kind) if not one.is_reference]
    if not found:
        return False
    node = world.luck.choice(found)
    # Also what a branch of it says: there upstream would say what a step wants.
    touched = {site.key for site in world.sites if isinstance(site.key, str)}
    key = {"schema": world.luck.choice(("description", "deprecated", "title"))}.get(
        node.kind, "description" if node.kind in {"parameter", "operation", "response"} else "x-new"
    )
    if key in touched:
        return False
    node.value[key] = True if key == "deprecated" else phrase(world.luck)
    return True


def new_property(world: World) -> bool:
    """A new property, now and then just like one that is there."""
    found = [n for n in nodes(world.tree) if n.kind == "schema" and "properties" in n.value]
    near = [one for one in world.around("schema") if "properties" in one.value]
    if not found:
        return False
    node = world.luck.choice(near * 3 or found)
    properties = node.value["properties"]
    name = f"extra{world.luck.randint(0, 99)}"
    if name in properties:
        return False
    alike = copy.deepcopy(world.luck.choice(list(properties.values()))) if properties else None
    properties[name] = alike if alike and world.luck.random() < 0.4 else leaf(world.luck)
    if world.luck.random() < 0.3 and isinstance(node.value.get("required"), list):
        node.value["required"].insert(0, name)
    return True


def new_twin(world: World) -> bool:
    """A copy of a schema, a path or an answer under another name."""
    kind = world.luck.choice(("schema", "path", "response"))
    found = [
        one
        for one in world.around(kind) + [n for n in nodes(world.tree) if n.kind == kind]
        if isinstance(one.holder, dict) and (kind != "schema" or len(one.address) == 3)
    ]
    if not found:
        return False
    node = found[0] if world.luck.random() < 0.6 else world.luck.choice(found)
    name = {"schema": f"{node.key}Twin", "path": f"/twin{node.key}", "response": "299"}[kind]
    if name in node.holder:
        return False
    node.holder[name] = copy.deepcopy(node.value)
    for _, value in places(node.holder[name]):
        if isinstance(value, dict) and "operationId" in value:
            value["operationId"] += "Twin"
    return True


def other_version(world: World) -> bool:
    """The version of the API is another one."""
    world.tree["info"]["version"] = str(world.luck.random())
    return True


def turned(world: World) -> bool:
    """The keys of all objects stand in another order."""
    for _, value in places(world.tree):
        if isinstance(value, dict):
            members = list(value.items())
            value.clear()
            value.update(reversed(members))
    return True


NOISE: tuple[Move, ...] = (
    inserted, inserted, inserted, taken_out, replaced, reordered, beside, new_property,
    new_twin, other_version, turned,
)  # fmt: skip
