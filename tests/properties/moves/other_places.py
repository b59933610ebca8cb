"""Parts of a document go elsewhere with the fault: to the path item, a component, a base schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.properties.moves.into_schemas import is_component, rehold, stem_of
from tests.properties.moves.nodes import Tree
from tests.properties.moves.world import World

Move = Callable[[World], bool]


def into_base(world: World) -> bool:
    """A property goes into a base schema that its schema is composed of."""
    found = [
        one
        for one in world.around("schema")
        if "properties" in one.value and "allOf" not in one.value and "$ref" not in one.value
    ]
    if not found:
        return False
    node = world.luck.choice(found)
    held = [
        key
        for key, value in node.value["properties"].items()
        if any(value is one.value for one in world.around("schema"))
        or any(s.holder is node.value["properties"] and s.key == key for s in world.sites)
    ]
    if not held:
        return False
    key = held[0]
    base: Tree = {"type": "object", "properties": {key: node.value["properties"].pop(key)}}
    for site in world.sites:
        if site.holder is node.value["properties"] and site.key == key:
            site.holder = base["properties"]
    if world.luck.random() < 0.6:
        base = {"$ref": world.component("schemas", stem_of(node) + "Base", base)}
    node.value["allOf"] = [base]
    return True


def parameter_to_path(world: World) -> bool:
    """A parameter goes from the operation to its path item, alone or with all others."""
    for site_node in world.around("operation"):
        item = next(n for n in world.around("path") if site_node.holder is n.value)
        listed = site_node.value.get("parameters", [])
        gone = [s.key for s in world.alive if s.holder is listed and isinstance(s.key, dict)]
        held = [one for one in listed if any(one is n.value for n in world.around("parameter"))]
        wanted = held + [one for one in gone if any(one is m for m in listed)]
        if not wanted or any(s.op == "add" and s.holder is listed for s in world.sites):
            continue
        moved = list(listed) if world.luck.random() < 0.5 else [wanted[0]]
        taken = {(one.get("name"), one.get("in")) for one in item.value.get("parameters", [])}
        if any((one.get("name"), one.get("in")) in taken for one in moved):
            continue
        room = item.value.setdefault("parameters", [])
        for one in moved:
            room.append(one)
        listed[:] = [one for one in listed if not any(one is m for m in moved)]
        for site in world.sites:
            if site.holder is listed and any(site.key is one for one in moved):
                site.holder = room
        if not listed and not any(s.holder is listed for s in world.sites):
            del site_node.value["parameters"]
        return True
    return False


def parameter_to_operation(world: World) -> bool:
    """A parameter of the path item goes into each of its operations."""
    if "parameter_to_path" in world.told:
        # Some of the operations would have it anew: the fault was never there.
        return False
    for item in world.around("path"):
        listed = item.value.get("parameters", [])
        if any(s.holder is listed and s.op == "add" for s in world.sites):
            return False
        held = [one for one in listed if any(one is n.value for n in world.around("parameter"))]
        gone = [s.key for s in world.alive if s.holder is listed and isinstance(s.key, dict)]
        methods = [v for k, v in item.value.items() if k in {"get", "put", "post", "delete"}]
        wanted = held + [one for one in gone if any(one is m for m in listed)]
        if not wanted or not methods:
            continue
        one = wanted[0]
        listed[:] = [m for m in listed if m is not one]
        is_gone = any(one is g for g in gone)
        sites = [s for s in world.sites if s.key is one]
        for index, operation in enumerate(methods):
            made = one if not index else world.copied(one)
            operation.setdefault("parameters", []).append(made)
            if is_gone and not index:
                for site in sites:
                    site.holder = operation["parameters"]
            elif is_gone:
                world.sites += [
                    replace(site, holder=operation["parameters"], key=made) for site in sites
                ]
        if not listed:
            del item.value["parameters"]
        return True
    return False


def to_component(kind: str, room: str) -> Move:
    def move(world: World) -> bool:
        found = [
            one for one in world.around(kind) if not is_component(one) and not one.is_reference
        ]
        if not found:
            return False
        node = world.luck.choice(found)
        stem = str(node.value.get("name", kind)).title()
        node.holder[node.key] = {"$ref": world.component(room, stem, node.value)}
        return True

    move.__name__ = f"{kind}_to_component"
    return move


def parameter_from_component(world: World) -> bool:
    """A shared parameter is written out where it is used."""
    found = [one for one in world.around("parameter") if is_component(one) and world.referred(one)]
    if not found:
        return False
    node = found[0]
    for index, reference in enumerate(world.referred(node)):
        made = node.value if not index else world.copied(node.value)
        reference.clear()
        reference.update(made)
        rehold(world, made, reference)
    del node.holder[node.key]
    return True


def schema_to_content(world: World) -> bool:
    """The schema of a parameter or header goes into a media type."""
    found = [one for kind in ("parameter", "header") for one in world.around(kind)]
    found = [one for one in found if "schema" in one.value]
    if not found:
        return False
    value = world.luck.choice(found).value
    if any(s.holder is value and s.key in {"style", "example"} for s in world.sites):
        return False
    value["content"] = {"application/json": {"schema": value.pop("schema")}}
    return True
