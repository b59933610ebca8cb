"""Something has the wrong name."""

from __future__ import annotations

from tests.properties.moves.documents import REF
from tests.properties.moves.nodes import nodes
from tests.properties.moves.sites import Rule, Site
from tests.properties.moves.targets import OURS, at_place, give, pick, query_of
from tests.properties.moves.world import World


def property_name(world: World) -> bool:
    """A property has the wrong name."""
    found = [n for n in nodes(world.tree) if n.kind == "schema" and n.value.get("properties")]
    if not found:
        return False
    node = world.luck.choice(found)
    key = world.luck.choice(list(node.value["properties"]))
    sites = [Site("rename", node.value["properties"], key, OURS)]
    if key in node.value.get("required", ()):
        sites.append(Site("change", node.value["required"], key, OURS))
    edit = {"name": "rename-property", "from": key, "to": OURS}
    world.actions[-1] = [{"target": at_place(world, node), "x-edit": edit}]
    give(world, *sites)
    world.kinds[-1] = "rename-property"
    return True


def parameter_name(world: World) -> bool:
    """A parameter has the wrong name."""
    found = [n for n in nodes(world.tree) if n.kind == "parameter" and n.value.get("in") == "query"]
    if not found:
        return False
    node = world.luck.choice(found)
    key = node.value["name"]
    edit = {"name": "rename-parameter", "from": key, "to": OURS, "in": "query"}
    shared = len(node.address) == 3
    target = at_place(world, node) if shared else query_of(world, node.address[:-2])
    world.actions[-1] = [{"target": target, "x-edit": edit}]
    give(world, Site("set", node.value, "name", OURS))
    world.kinds[-1] = "rename-parameter"
    return True


def schema_name(world: World) -> bool:
    """A schema has the wrong name."""
    key = world.luck.choice(list(world.schemas))
    edit = {"name": "rename-schema", "names": {key: OURS}}
    world.actions[-1] = [{"target": "$", "x-edit": edit}]
    give(
        world,
        Site("rename", world.schemas, key, OURS),
        Site("refer", world.schemas, REF + key, REF + OURS),
    )
    world.kinds[-1] = "rename-schema"
    return True


def path_name(world: World) -> bool:
    """A path is the wrong one."""
    key = world.luck.choice(list(world.tree["paths"]))
    edit = {"name": "rename-path", "names": {key: "/ours" + key}}
    world.actions[-1] = [{"target": "$", "x-edit": edit}]
    give(world, Site("rename", world.tree["paths"], key, "/ours" + key))
    world.kinds[-1] = "rename-path"
    return True


def operation_name(world: World) -> bool:
    """An operation has the wrong id."""
    node = pick(world, "operation")
    if node is None:
        return False
    edit = {"name": "rename-operation", "names": {node.value["operationId"]: OURS}}
    world.actions[-1] = [{"target": "$", "x-edit": edit}]
    give(world, Site("set", node.value, "operationId", OURS))
    world.kinds[-1] = "rename-operation"
    return True


def tag_name(world: World) -> bool:
    """A tag has the wrong name."""
    key = world.luck.choice(world.tree["tags"])["name"]
    edit = {"name": "rename-tag", "names": {key: OURS}}
    sites = [Site("set", tag, "name", OURS) for tag in world.tree["tags"] if tag["name"] == key]
    for node in nodes(world.tree):
        if node.kind == "operation" and key in node.value.get("tags", ()):
            sites.append(Site("change", node.value["tags"], key, OURS))
    world.actions[-1] = [{"target": "$", "x-edit": edit}]
    give(world, *sites)
    world.rules[len(world.actions)] = Rule("member", "tags", key, OURS)
    world.kinds[-1] = "rename-tag"
    return True
