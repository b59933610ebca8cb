"""The same fault in other words: null, one value, an example, another version."""

from __future__ import annotations

from tests.properties.moves.nodes import Tree, places
from tests.properties.moves.world import World


def null_type(world: World) -> bool:
    """The type that is wrong stands beside null in a list, or alone in one."""
    for site in world.alive:
        if (
            site.op in {"set", "drop"}
            and site.key == "type"
            and isinstance(site.holder.get("type"), str)
            and world.minor
        ):
            # Null beside the type is what some steps want.
            if world.luck.random() < 0.5 or "null" in str(site.value):
                site.holder["type"] = [site.holder["type"]]
            else:
                site.holder["type"] = [site.holder["type"], "null"]
                site.form = "with null" if site.op == "set" else site.form
            return True
    return False


def const_for_enum(world: World) -> bool:
    """An enum of one value is written as `const`."""
    for site in world.alive:
        values = site.holder.get("enum") if isinstance(site.holder, dict) else None
        if site.key == "enum" and site.op == "drop" and values and len(values) == 1 and world.minor:
            site.holder["const"] = site.holder.pop("enum")[0]
            site.key = "const"
            return True
    return False


def examples_for_example(world: World) -> bool:
    """An example is written as one of `examples`."""
    for site in world.alive:
        is_schema = any(n.value is site.holder for n in world.around("schema"))
        if (
            site.key == "example"
            and site.op == "drop"
            and world.minor
            and is_schema
            and "example" in site.holder
        ):
            site.holder["examples"] = [site.holder.pop("example")]
            site.key = "examples"
            return True
    return False


def raised(world: World) -> bool:
    """The document goes from 3.0 to 3.1, by hand."""
    if world.minor:
        return False
    world.tree["openapi"] = "3.1.0"
    if any(site.key == "nullable" and "nullable" in site.holder for site in world.sites):
        return True
    for _, value in list(places(world.tree)):
        if isinstance(value, dict) and isinstance(value.get("nullable"), bool):
            _raise_null(world, value)
    for site in world.alive:
        if site.op == "set" and site.key == "nullable" and "type" in site.holder:
            kind = site.holder["type"]
            site.key = "type"
            site.value = [*(kind if isinstance(kind, list) else [kind]), "null"]
    return True


def _raise_null(world: World, schema: Tree) -> None:
    """Null is one of the types since 3.1."""
    if not schema.pop("nullable") or not isinstance(schema.get("type"), str):
        return
    schema["type"] = [schema["type"], "null"]
    for site in world.sites:
        if site.holder is schema and site.key == "type" and site.op == "set":
            site.form = "with null"
