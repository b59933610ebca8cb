"""The same is wrong in many places."""

from __future__ import annotations

import json

from tests.properties.moves.nodes import Tree, fitting, nodes, places
from tests.properties.moves.sites import Rule, Site, same
from tests.properties.moves.targets import another, give
from tests.properties.moves.world import World


def rule(world: World) -> bool:
    """The same keyword is wrong in many places."""
    luck = world.luck
    found = [n for n in nodes(world.tree) if n.kind in {"schema", "parameter"}]
    said = [
        (n.kind, key, n.value[key])
        for n in found
        for key in ("format", "type", "required", "default", "readOnly")
        if isinstance(n.value.get(key), str | bool | int) and (n.kind, key) != ("parameter", "type")
    ]
    if not said:
        return False
    kind, key, value = luck.choice(said)
    told = f"$..[?@.{key}=={json.dumps(value)}]"
    chosen = [n for _, n in places(world.tree) if isinstance(n, dict) and same(n.get(key), value)]
    wanted = another(luck, key, value)
    ways: list[tuple[str, Tree]] = [
        ("set", {"target": f"{told}.{key}", "x-edit": {"name": "set-value", "value": wanted}}),
        ("set", {"target": told, "update": {key: wanted}}),
        ("drop", {"target": f"{told}.{key}", "remove": True}),
    ]
    op, action = luck.choice(ways)
    world.actions[-1] = [action]
    give(world, *(Site(op, one, key, wanted) for one in chosen))
    world.rules[len(world.actions)] = Rule(op, key, value, wanted)
    world.kinds[-1] = f"rule {op} {kind}.{key}"
    return True


def wild(world: World) -> bool:
    """All members of a kind lack the same, or say too much."""
    luck = world.luck
    drawn = luck.choice(("schemas", "properties", "parameters", "responses"))
    kind = {
        "schemas": "schema",
        "properties": "schema",
        "parameters": "parameter",
        "responses": "response",
    }[drawn]
    query = {
        "schemas": "$.components.schemas[*]",
        "properties": "$.components.schemas[*].properties[*]",
        "parameters": "$.paths[*][*].parameters[*]",
        "responses": "$.paths[*][*].responses[*]",
    }[drawn]
    chosen = fitting(world.tree, kind, drawn)
    if not chosen or any(node.is_reference for node in chosen):
        return False
    if luck.random() < 0.5:
        world.actions[-1] = [{"target": query, "update": {"x-ours": 1}}]
        give(world, *(Site("set", n.value, "x-ours", 1) for n in chosen))
    else:
        held = [n for n in chosen if "description" in n.value]
        world.actions[-1] = [{"target": f"{query}.description", "remove": True}]
        give(world, *(Site("drop", n.value, "description") for n in held))
        world.rules[len(world.actions)] = Rule("wild", "description", (kind, drawn), None)
    world.kinds[-1] = f"wild {drawn}"
    return bool(world.sites)
