"""What holds a fault has another name: a component, a property, a parameter, a path, an answer."""

from __future__ import annotations

from typing import Any

from tests.properties.moves.into_schemas import is_component
from tests.properties.moves.nodes import places, pointer
from tests.properties.moves.sites import rename
from tests.properties.moves.world import World


def renamed_component(world: World) -> bool:
    """A component has another name, and all references follow."""
    rooms = ("schema", "parameter", "response", "header", "body")
    found = [one for kind in rooms for one in world.around(kind) if is_component(one)]
    if not found:
        return False
    node = world.luck.choice(found)
    if any(site.holder is node.holder for site in world.sites):
        return False
    name = f"{node.key}{world.luck.choice(('Dto', 'V2', 'Model'))}"
    if name in node.holder:
        return False
    references = world.referred(node)
    rename(node.holder, node.key, name)
    for reference in references:
        reference["$ref"] = pointer((*node.address[:-1], name))
    return True


def renamed_property(world: World) -> bool:
    """A property that holds the fault has another name, and the required names follow."""
    found = [one for one in world.around("schema") if one.address[-2:-1] == ("properties",)]
    removed = [s for s in world.alive if s.op == "drop" and isinstance(s.holder, dict)]
    drawn: list[tuple[Any, str]] = [(one.holder, one.key) for one in found]
    drawn += [
        (site.holder, site.key)
        for site in removed
        if any(n.value.get("properties") is site.holder for n in world.around("schema"))
    ]
    named = [s for s in world.sites if s.op == "rename"]
    drawn = [one for one in drawn if not any(s.holder is one[0] and s.key == one[1] for s in named)]
    if not drawn:
        return False
    holder, key = world.luck.choice(drawn)
    name = world.luck.choice((f"{key}Value", f"new_{key}", f"{key}2", "renamed"))
    if name in holder:
        return False
    owners = [
        v for _, v in places(world.tree) if isinstance(v, dict) and v.get("properties") is holder
    ]
    if "required" in owners[0] and any(s.holder is owners[0]["required"] for s in world.sites):
        for site in world.sites:
            if site.holder is owners[0]["required"] and site.key == key:
                site.key = site.value = name
    if key in owners[0].get("required", ()):
        owners[0]["required"][:] = [name if one == key else one for one in owners[0]["required"]]
    rename(holder, key, name)
    for site in removed:
        if site.holder is holder and site.key == key:
            site.key = name
            world.guessed.add(site.step)
    return True


def renamed_required(world: World) -> bool:
    """A name in `required` is another one now, and so is the property."""
    found = [
        site
        for site in world.alive
        if site.op == "remove" and isinstance(site.key, str) and site.key in site.holder
    ]
    for site in found:
        owners = [
            v
            for _, v in places(world.tree)
            if isinstance(v, dict) and v.get("required") is site.holder
        ]
        if owners and site.key in owners[0].get("properties", {}):
            name = f"{site.key}_new"
            site.holder[site.index] = name
            rename(owners[0]["properties"], site.key, name)
            site.key = name
            world.guessed.add(site.step)
            return True
    return False


def renamed_parameter(world: World) -> bool:
    """A parameter has another name."""
    found = [one for one in world.around("parameter") if "name" in one.value]
    gone = [site for site in world.alive if isinstance(site.key, dict) and "name" in site.key]
    drawn: list[Any] = [one.value for one in found] + [
        site.key for site in gone if site.op == "remove"
    ]
    if not drawn:
        return False
    value = world.luck.choice(drawn)
    named = any(site.holder is value and site.key == "name" for site in world.sites)
    if value["in"] == "path" or named:
        return False
    value["name"] += world.luck.choice(("_by", "Key", "2"))
    world.guessed |= {site.step for site in world.sites if site.key is value}
    return True


def renamed_path(world: World) -> bool:
    """A path has another template."""
    found = [one for one in world.around("path") if one.address[0] == "paths"]
    if not found or any(site.holder is world.tree["paths"] for site in world.sites):
        return False
    node = found[-1]
    name = world.luck.choice(("/v2" + node.key, node.key + "/all", "/new" + node.key))
    if name in node.holder:
        return False
    rename(node.holder, node.key, name)
    return True


def prefixed(world: World) -> bool:
    """All paths have a prefix now."""
    prefix = world.luck.choice(("/api", "/v1"))
    if any(site.holder is world.tree["paths"] for site in world.sites):
        return False
    members = [(prefix + key, value) for key, value in world.tree["paths"].items()]
    world.tree["paths"].clear()
    world.tree["paths"].update(members)
    return True


def other_media(world: World) -> bool:
    """A media type has another name."""
    found = world.around("media")
    if not found:
        return False
    node = found[0]
    if any(site.holder is node.holder for site in world.sites):
        return False
    name = world.luck.choice(("application/vnd.api+json", "application/json; charset=utf-8", "*/*"))
    if name in node.holder:
        return False
    rename(node.holder, node.key, name)
    return True


def other_status(world: World) -> bool:
    """An answer has another status."""
    found = [one for one in world.around("response") if not is_component(one)]
    if not found or any(site.holder is found[0].holder for site in world.sites):
        return False
    name = world.luck.choice(("201", "2XX", "default"))
    if name in found[0].holder:
        return False
    rename(found[0].holder, found[0].key, name)
    return True
