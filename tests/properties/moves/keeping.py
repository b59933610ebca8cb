"""What upstream may do that keeps a fault alive in another place or spelling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.properties.moves.documents import leaf
from tests.properties.moves.nodes import Node, Tree, places, pointer
from tests.properties.moves.world import Site, World, rename

Move = Callable[[World], bool]


def _schema(world: World, *, bare: bool = True) -> Node | None:
    found = [one for one in world.around("schema") if not (bare and one.is_reference)]
    return world.luck.choice(found) if found else None


def _hoist(world: World, inner: Tree, outer: Tree) -> None:
    """Words often go to the outer schema; not those that the step is about."""
    if world.luck.random() < 0.4:
        touched = {site.key for site in world.sites if site.holder is inner and isinstance(site.key, str)}
        for key in ("description", "default", "readOnly", "example"):
            if key in inner and key not in touched:
                outer[key] = inner.pop(key)


def _is_component(node: Node) -> bool:
    return node.address[:1] == ("components",) and len(node.address) == 3


def nullable_branch(world: World) -> bool:
    """A schema goes into a branch beside null."""
    node = _schema(world)
    if node is None or (not world.minor and world.luck.random() < 0.5):
        return False
    null: Tree = {"type": "null"} if world.minor else {"enum": [None], "nullable": True}
    branches = [node.value, null] if world.luck.random() < 0.7 else [null, node.value]
    outer: Tree = {world.luck.choice(("anyOf", "oneOf")): branches}
    _hoist(world, node.value, outer)
    _wrap(world, node, outer)
    return True


def one_branch(world: World) -> bool:
    """A schema becomes the only branch of a composed one."""
    node = _schema(world)
    if node is None:
        return False
    outer: Tree = {world.luck.choice(("allOf", "allOf", "anyOf", "oneOf")): [node.value]}
    if not world.minor and world.luck.random() < 0.5:
        outer["nullable"] = True
    _hoist(world, node.value, outer)
    _wrap(world, node, outer)
    return True


def _wrap(world: World, node: Node, outer: Tree, *, is_alike: bool = True) -> None:
    """Put a schema into another one; it `is_alike` where both say the same, but for null."""
    world.wraps.append((node.value, outer, is_alike))
    for key in outer.keys() & node.value.keys() & {"allOf", "anyOf"}:
        if is_alike:
            world.wraps.append((node.value[key], outer[key], True))
    node.holder[node.key] = outer


def another_branch(world: World) -> bool:
    """A schema becomes one of several branches."""
    node = _schema(world)
    if node is None:
        return False
    branches = [node.value, leaf(world.luck)]
    world.luck.shuffle(branches)
    outer: Tree = {world.luck.choice(("anyOf", "oneOf")): branches}
    _wrap(world, node, outer, is_alike=False)
    return True


def into_items(world: World) -> bool:
    """One becomes many: a schema goes into the items of an array."""
    node = _schema(world)
    if node is None or node.address[-2:-1] == ("allOf",):
        return False
    outer: Tree = {"type": "array", "items": node.value}
    _hoist(world, node.value, outer)
    _wrap(world, node, outer, is_alike=False)
    return True


def into_map(world: World) -> bool:
    """One becomes many: a schema goes into the values of a map."""
    node = _schema(world)
    if node is None or node.address[-2:-1] == ("allOf",):
        return False
    outer: Tree = {"type": "object", "additionalProperties": node.value}
    _wrap(world, node, outer, is_alike=False)
    return True


def keyword_into_branch(world: World) -> bool:
    """The keyword alone goes into a branch of its own schema."""
    if not world.alive:
        return False
    site = world.luck.choice(world.alive)
    holders = [node for node in world.around("schema") if node.value is site.holder]
    if not holders or site.op not in {"set", "drop"} or site.key not in site.holder:
        return False
    if "allOf" in site.holder or "$ref" in site.holder or site.key in {"allOf", "anyOf", "oneOf"}:
        return False
    branch = {site.key: site.holder.pop(site.key)}
    site.holder[world.luck.choice(("allOf", "allOf", "anyOf"))] = [branch]
    site.holder = branch
    return True


def all_keywords_into_branch(world: World) -> bool:
    """Everything that a schema says goes into a branch inside of it."""
    node = _schema(world)
    if node is None or "allOf" in node.value:
        return False
    branch = dict(node.value)
    outer: Tree = {"allOf": [branch]}
    for site in world.sites:
        if site.holder is node.value:
            site.holder = branch
    world.wraps.append((branch, outer, True))
    _hoist(world, branch, outer)
    node.holder[node.key] = outer
    return True


def extracted(world: World) -> bool:
    """A schema becomes a component."""
    node = _schema(world)
    if node is None or _is_component(node):
        return False
    reference: Tree = {"$ref": world.component("schemas", _stem(node), node.value)}
    drawn = world.luck.random()
    if drawn < 0.2 and world.minor:
        reference = {"anyOf": [reference, {"type": "null"}]}
    elif drawn < 0.2:
        reference = {"allOf": [reference], "nullable": True}
    elif drawn < 0.35:
        reference = {"allOf": [reference]}
    world.wraps.append((node.value, reference, "$ref" not in reference))
    node.holder[node.key] = reference
    return True


def _stem(node: Node) -> str:
    words = [word for word in node.address if isinstance(word, str) and word.isalpha()]
    return words[-1].title() + "Kind"


def local_definition(world: World) -> bool:
    """A schema goes into the `$defs` of its component."""
    node = _schema(world)
    if node is None or not world.minor or _is_component(node) or node.address[:2] != ("components", "schemas"):
        return False
    name = node.address[2]
    holder = world.schemas[name]
    if "$ref" in holder:
        return False
    key = f"def{len(holder.get('$defs', {}))}"
    node.holder[node.key] = {"$ref": pointer(("components", "schemas", name, "$defs", key))}
    holder.setdefault("$defs", {})[key] = node.value
    return True


def inlined(world: World) -> bool:
    """A component is written out wherever it is used, and goes."""
    found = [
        one for one in world.around("schema") if _is_component(one) and world.referred(one)
    ]
    if not found:
        return False
    node = world.luck.choice(found)
    references = world.referred(node)
    if any("$ref" in str(one) and "#/components/schemas/" + node.key in str(node.value) for one in references):
        return False
    value = node.value
    for index, reference in enumerate(references):
        made = value if index == 0 else world.copied(value)
        reference.clear()
        if made is value:
            _take_over(world, value, reference)
        else:
            reference.update(made)
            _rehold(world, made, reference)
    del node.holder[node.key]
    return True


def _take_over(world: World, value: Tree, into: Tree) -> None:
    into.update(value)
    _rehold(world, value, into)


def _rehold(world: World, old: Tree, new: Tree) -> None:
    for site in world.sites:
        if site.holder is old:
            site.holder = new


def renamed_component(world: World) -> bool:
    """A component has another name, and all references follow."""
    rooms = ("schema", "parameter", "response", "header", "body")
    found = [one for kind in rooms for one in world.around(kind) if _is_component(one)]
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
    owners = [v for _, v in places(world.tree) if isinstance(v, dict) and v.get("properties") is holder]
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
            v for _, v in places(world.tree) if isinstance(v, dict) and v.get("required") is site.holder
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
    drawn: list[Any] = [one.value for one in found] + [site.key for site in gone if site.op == "remove"]
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
        base = {"$ref": world.component("schemas", _stem(node) + "Base", base)}
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


def _to_component(kind: str, room: str) -> Move:
    def move(world: World) -> bool:
        found = [
            one for one in world.around(kind) if not _is_component(one) and not one.is_reference
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
    found = [one for one in world.around("parameter") if _is_component(one) and world.referred(one)]
    if not found:
        return False
    node = found[0]
    for index, reference in enumerate(world.referred(node)):
        made = node.value if not index else world.copied(node.value)
        reference.clear()
        reference.update(made)
        _rehold(world, made, reference)
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
    found = [one for one in world.around("response") if not _is_component(one)]
    if not found or any(site.holder is found[0].holder for site in world.sites):
        return False
    name = world.luck.choice(("201", "2XX", "default"))
    if name in found[0].holder:
        return False
    rename(found[0].holder, found[0].key, name)
    return True


def null_type(world: World) -> bool:
    """The type that is wrong stands beside null in a list, or alone in one."""
    for site in world.alive:
        if site.op in {"set", "drop"} and site.key == "type" and isinstance(site.holder.get("type"), str) and world.minor:
            if world.luck.random() < 0.5:
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
        if site.key == "example" and site.op == "drop" and world.minor and is_schema and "example" in site.holder:
            site.holder["examples"] = [site.holder.pop("example")]
            site.key = "examples"
            return True
    return False


def raised(world: World) -> bool:
    """The document goes from 3.0 to 3.1, by hand."""
    if world.minor:
        return False
    world.tree["openapi"] = "3.1.0"
    for _, value in list(places(world.tree)):
        if not isinstance(value, dict) or not (value.keys() & {"type", "enum", "anyOf", "oneOf", "allOf", "nullable"}):
            continue
        if isinstance(value.get("nullable"), bool):
            is_ours = any(s.holder is value and s.key == "nullable" for s in world.sites)
            if is_ours:
                return True
            if value.pop("nullable") and isinstance(value.get("type"), str):
                is_type = any(s.holder is value and s.key == "type" for s in world.sites)
                value["type"] = [value["type"], "null"]
                for site in world.sites:
                    if site.holder is value and is_type and site.op == "set":
                        site.form = "with null"
    for site in world.alive:
        if site.op == "set" and site.key == "nullable" and "type" in site.holder:
            kind = site.holder["type"]
            site.key = "type"
            site.value = [*(kind if isinstance(kind, list) else [kind]), "null"]
    return True


KEEPING: tuple[Move, ...] = (
    nullable_branch,
    one_branch,
    another_branch,
    into_items,
    into_map,
    keyword_into_branch,
    keyword_into_branch,
    all_keywords_into_branch,
    extracted,
    extracted,
    local_definition,
    inlined,
    renamed_component,
    renamed_property,
    renamed_required,
    renamed_parameter,
    renamed_path,
    prefixed,
    into_base,
    parameter_to_path,
    parameter_to_operation,
    _to_component("parameter", "parameters"),
    _to_component("response", "responses"),
    _to_component("header", "headers"),
    _to_component("body", "requestBodies"),
    parameter_from_component,
    schema_to_content,
    other_media,
    other_status,
    null_type,
    const_for_enum,
    examples_for_example,
    raised,
)
