"""A keyword says something wrong, too much, or nothing."""

from __future__ import annotations

from typing import Any

from tests.properties.moves.documents import REF
from tests.properties.moves.nodes import Node, Tree
from tests.properties.moves.sites import Site
from tests.properties.moves.targets import OURS, another, at_place, give, pick
from tests.properties.moves.world import World

SIMPLE = {
    "schema": (
        "type", "format", "default", "minimum", "maxLength", "enum", "description", "readOnly",
        "example",
    ),
    "parameter": ("required", "description", "name"),
    "operation": ("deprecated", "operationId"),
    "response": ("description",),
    "server": ("url",),
    "tag": ("description",),
    "info": ("title",),
}  # fmt: skip


NEW: dict[str, Tree] = {
    "schema": {
        "nullable": True,
        "deprecated": True,
        "maximum": 99,
        "pattern": "^a",
        "format": OURS,
    },
    "parameter": {"deprecated": True, "style": "form", "example": 5, "description": "Ours."},
    "operation": {"deprecated": True, "summary": "Ours.", "x-ours": {"a": 1}},
    "response": {"x-ours": 1},
    "media": {"example": 5},
    "header": {"required": True},
    "body": {"required": True},
    "path": {"summary": "Ours."},
    "tag": {"x-ours": True},
}


def keyword(world: World) -> bool:
    """A keyword says something wrong, or too much."""
    node = pick(world, *["schema"] * 6, *SIMPLE)
    if node is None:
        return False
    keys = [key for key in SIMPLE[node.kind] if key in node.value]
    if not keys:
        return False
    key = world.luck.choice(keys)
    before = node.value[key]
    wanted = another(world.luck, key, before)
    place = at_place(world, node, key)
    ways = _ways(node, key, wanted, at_place(world, node), place)
    way, action = world.luck.choice(ways)
    world.kinds[-1] = f"{way} {node.kind}.{key}"
    drops = way in {"remove", "drop-default"}
    give(world, Site("drop" if drops else "set", node.value, key, wanted))
    world.actions[-1] = [action]
    return True


def _ways(
    node: Node, key: str, wanted: Any, holder: str, place: str
) -> list[tuple[str, dict[str, Any]]]:
    """The actions that mend a keyword, each with its name."""
    removal = ("remove", {"target": place, "remove": True})
    ways = [_edit("set-value", place, value=wanted)]
    if not isinstance(node.value[key], list):
        ways.append(("update", {"target": holder, "update": {key: wanted}}))
    if key not in {"name", "url"}:
        ways += [removal, removal]
    if key == "type" and node.kind == "schema":
        ways.append(_edit("change-type", holder, type=wanted))
    if key == "default":
        ways += [_edit("set-default", holder, value=wanted), _edit("drop-default", holder)]
    return ways


def _edit(name: str, target: str, **parameters: Any) -> tuple[str, dict[str, Any]]:
    return name, {"target": target, "x-edit": {"name": name, **parameters}}


def addition(world: World) -> bool:
    """A keyword is lacking."""
    node = pick(world, *["schema"] * 3, *NEW)
    if node is None:
        return False
    keys = [key for key in NEW[node.kind] if key not in node.value]
    if node.kind == "schema" and world.minor:
        keys = [key for key in keys if key != "nullable"]
    if not keys:
        return False
    key = world.luck.choice(keys)
    value = NEW[node.kind][key]
    world.kinds[-1] = f"add {node.kind}.{key}"
    give(world, Site("set", node.value, key, value))
    world.actions[-1] = [{"target": at_place(world, node), "update": {key: value}}]
    return True


def referenced(world: World) -> bool:
    """A schema is to be another one."""
    node = pick(world, "schema", bare=False)
    if node is None or not node.is_reference:
        return False
    names = [name for name in world.schemas if node.value["$ref"] != REF + name]
    if not names:
        return False
    wanted = REF + world.luck.choice(names)
    give(world, Site("set", node.value, "$ref", wanted))
    action = {"name": "set-value", "value": wanted}
    world.actions[-1] = [{"target": at_place(world, node, "$ref"), "x-edit": action}]
    world.kinds[-1] = "set-value schema.$ref"
    return True
