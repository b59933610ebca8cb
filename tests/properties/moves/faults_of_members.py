"""A member of a list or a named part is too much, or lacking."""

from __future__ import annotations

import json
from typing import Any

from tests.properties.moves.documents import leaf, phrase
from tests.properties.moves.nodes import nodes
from tests.properties.moves.sites import Site
from tests.properties.moves.targets import OURS, WHY, at_place, give, pick, query_of
from tests.properties.moves.world import World


def member(world: World) -> bool:
    """A list of names has one too many, or one too few."""
    luck = world.luck
    lists = [
        (node, key)
        for node in nodes(world.tree)
        for key in ("enum", "required", "tags")
        if isinstance(node.value.get(key), list) and node.kind in {"schema", "operation"}
    ]
    if not lists:
        return False
    node, key = luck.choice(lists)
    values = node.value[key]
    gone = luck.choice(values)
    place = at_place(world, node, key)
    ways: list[tuple[str, str, Any, Any]] = [
        ("append", "add", OURS, {"target": place, "update": [OURS]}),
        ("change-members add", "add", OURS,
         {"target": place, "x-edit": {"name": "change-members", "add": [OURS]}}),
    ]  # fmt: skip
    if len(values) > 1:
        written = json.dumps(gone)
        by_value = f"{place}[?@=={written}]"
        by_index = f"{place}[{values.index(gone)}]"
        ways += [
            ("remove by value", "remove", gone, {"target": by_value, "remove": True}),
            ("remove by index", "remove", gone,
             {"target": by_index, "remove": True, "description": WHY}),
            ("change-members remove", "remove", gone,
             {"target": place, "x-edit": {"name": "change-members", "remove": [gone]}}),
            ("remove-where", "remove", gone,
             {"target": by_value, "x-edit": {"name": "remove-where"}}),
        ]  # fmt: skip
    way, op, value, action = luck.choice(ways)
    world.kinds[-1] = f"{way} {node.kind}.{key}"
    give(world, Site(op, node.value[key], value, value))
    world.actions[-1] = [action]
    return True


def branch(world: World) -> bool:
    """A branch of a composed schema is too much, or lacking."""
    luck = world.luck
    lists = [
        (node, key)
        for node in nodes(world.tree)
        if node.kind == "schema"
        for key in ("anyOf", "oneOf", "allOf")
        if key in node.value
    ]
    if not lists:
        return False
    node, key = luck.choice(lists)
    members = node.value[key]
    gone = luck.choice(members)
    index = next(i for i, one in enumerate(members) if one is gone)
    place = at_place(world, node, key)
    new = {"type": "string", "format": OURS}
    ways: list[tuple[str, str, Any, Any]] = [
        ("append", "add", new, {"target": place, "update": [new]})
    ]
    if len(members) > 1:
        ways.append(
            ("remove by index", "remove", gone,
             {"target": f"{place}[{index}]", "remove": True, "description": WHY})
        )  # fmt: skip
        told = gone.get("$ref")
        word = "$ref" if told else "type"
        told = told or gone.get("type")
        if told and sum(one.get(word) == told for one in members) == 1:
            query = f"{place}[?@['{word}']=='{told}']"
            ways.append(("remove by filter", "remove", gone, {"target": query, "remove": True}))
    way, op, value, action = luck.choice(ways)
    world.kinds[-1] = f"{way} schema.{key}"
    give(world, Site(op, members, value, value, is_told=way == "remove by filter"))
    world.actions[-1] = [action]
    return True


def entry(world: World) -> bool:
    """A named part is too much: a property, parameter, response, header, operation."""
    luck = world.luck
    found: list[tuple[str, Any, Any, str]] = []
    for node in nodes(world.tree):
        held = isinstance(node.holder, dict)
        if (
            held
            and len(node.holder) > 1
            and (
                node.kind in {"response", "header", "media", "operation"}
                or (node.kind == "schema" and node.address[-2] == "properties")
            )
        ):
            found.append((node.kind, node.holder, node.key, at_place(world, node)))
        if node.kind == "parameter" and not held and "$ref" not in node.value:
            word = json.dumps(node.value["name"])
            target = query_of(world, node.address[:-1]) + f"[?@.name=={word}]"
            found.append((node.kind, node.holder, node.value, target))
    if not found:
        return False
    kind, holder, key, target = luck.choice(found)
    world.kinds[-1] = f"remove {kind}"
    world.actions[-1] = [{"target": target, "remove": True}]
    give(world, Site("drop" if isinstance(holder, dict) else "remove", holder, key))
    return True


def part(world: World) -> bool:
    """A named part is lacking: a property, a parameter, a response, a tag, a schema."""
    luck = world.luck
    node = pick(world, "schema", "schema", "operation", "root")
    if node is None:
        return False
    if node.kind == "schema" and "properties" in node.value:
        value = leaf(luck)
        give(world, Site("set", node.value["properties"], OURS, value))
        world.actions[-1] = [
            {"target": at_place(world, node, "properties"), "update": {OURS: value}}
        ]
    elif node.kind == "operation" and "parameters" in node.value and luck.random() < 0.6:
        value = {"name": OURS, "in": "query", "schema": leaf(luck)}
        give(world, Site("add", node.value["parameters"], value, value))
        world.actions[-1] = [{"target": at_place(world, node, "parameters"), "update": [value]}]
    elif node.kind == "operation":
        value = {"description": phrase(luck)}
        give(world, Site("set", node.value["responses"], "418", value))
        world.actions[-1] = [
            {"target": at_place(world, node, "responses"), "update": {"418": value}}
        ]
    else:
        return False
    world.kinds[-1] = f"add part of {node.kind}"
    return True
