"""Faults at any place of a document, each with a step that mends it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

from tests.properties.moves.documents import REF, WORDS, leaf, phrase
from tests.properties.moves.nodes import Address, Node, Tree, nodes, places
from tests.properties.moves.world import Rule, Site, World, same

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
        if isinstance(one, dict) and isinstance(one.get(key), str):
            if sum(isinstance(m, dict) and m.get(key) == one[key] for m in members) == 1:
                return f"[?@['{key}']=='{one[key]}']"
    return f"[{index}]"


def pick(world: World, *kinds: str, bare: bool = True) -> Node | None:
    """An object of one of the kinds."""
    found = [
        node for node in nodes(world.tree) if node.kind in kinds and not (bare and "$ref" in node.value)
    ]
    return world.luck.choice(found) if found else None


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
NEW = {
    "schema": {"nullable": True, "deprecated": True, "maximum": 99, "pattern": "^a", "format": OURS},
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
    node = pick(world, *["schema"] * 6, *[kind for kind in SIMPLE])
    if node is None:
        return False
    keys = [key for key in SIMPLE[node.kind] if key in node.value]
    if not keys:
        return False
    key = world.luck.choice(keys)
    before = node.value[key]
    wanted = another(world.luck, key, before)
    place = at_place(world, node, key)
    ways: list[tuple[str, Any]] = [
        ("set-value", {"target": place, "x-edit": {"name": "set-value", "value": wanted}}),
        ("update", {"target": at_place(world, node), "update": {key: wanted}}),
        ("remove", {"target": place, "remove": True}),
        ("remove", {"target": place, "remove": True}),
    ]
    if isinstance(before, list):
        del ways[1]
    if key in {"name", "url"}:
        del ways[-2:]
    if key == "type" and node.kind == "schema":
        ways.append(("change-type", {"target": at_place(world, node), "x-edit": {"name": "change-type", "type": wanted}}))
    if key == "default":
        ways.append(("set-default", {"target": at_place(world, node), "x-edit": {"name": "set-default", "value": wanted}}))
        ways.append(("drop-default", {"target": at_place(world, node), "x-edit": {"name": "drop-default"}}))
    way, action = world.luck.choice(ways)
    world.kinds[-1] = f"{way} {node.kind}.{key}"
    drops = way in {"remove", "drop-default"}
    _give(world, Site("drop" if drops else "set", node.value, key, wanted))
    world.actions[-1] = [action]
    return True


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
    _give(world, Site("set", node.value, key, value))
    world.actions[-1] = [{"target": at_place(world, node), "update": {key: value}}]
    return True


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
    _give(world, Site(op, node.value[key], value, value))
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
    ways: list[tuple[str, str, Any, Any]] = [("append", "add", new, {"target": place, "update": [new]})]
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
    _give(world, Site(op, members, value, value))
    world.actions[-1] = [action]
    return True


def entry(world: World) -> bool:
    """A named part is too much: a property, parameter, response, header, operation."""
    luck = world.luck
    found: list[tuple[str, Any, Any, str]] = []
    for node in nodes(world.tree):
        held = isinstance(node.holder, dict)
        if held and len(node.holder) > 1 and (
            node.kind in {"response", "header", "media", "operation"}
            or (node.kind == "schema" and node.address[-2] == "properties")
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
    _give(world, Site("drop" if isinstance(holder, dict) else "remove", holder, key))
    return True


def part(world: World) -> bool:
    """A named part is lacking: a property, a parameter, a response, a tag, a schema."""
    luck = world.luck
    node = pick(world, "schema", "schema", "operation", "root")
    if node is None:
        return False
    if node.kind == "schema" and "properties" in node.value:
        value = leaf(luck)
        _give(world, Site("set", node.value["properties"], OURS, value))
        world.actions[-1] = [{"target": at_place(world, node, "properties"), "update": {OURS: value}}]
    elif node.kind == "operation" and "parameters" in node.value and luck.random() < 0.6:
        value = {"name": OURS, "in": "query", "schema": leaf(luck)}
        _give(world, Site("add", node.value["parameters"], value, value))
        world.actions[-1] = [{"target": at_place(world, node, "parameters"), "update": [value]}]
    elif node.kind == "operation":
        value = {"description": phrase(luck)}
        _give(world, Site("set", node.value["responses"], "418", value))
        world.actions[-1] = [{"target": at_place(world, node, "responses"), "update": {"418": value}}]
    else:
        return False
    world.kinds[-1] = f"add part of {node.kind}"
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
    _give(world, Site("set", node.value, "$ref", wanted))
    action = {"name": "set-value", "value": wanted}
    world.actions[-1] = [{"target": at_place(world, node, "$ref"), "x-edit": action}]
    world.kinds[-1] = "set-value schema.$ref"
    return True


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
    _give(world, *sites)
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
    _give(world, Site("set", node.value, "name", OURS))
    world.kinds[-1] = "rename-parameter"
    return True


def schema_name(world: World) -> bool:
    """A schema has the wrong name."""
    key = world.luck.choice(list(world.schemas))
    edit = {"name": "rename-schema", "names": {key: OURS}}
    world.actions[-1] = [{"target": "$", "x-edit": edit}]
    _give(
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
    _give(world, Site("rename", world.tree["paths"], key, "/ours" + key))
    world.kinds[-1] = "rename-path"
    return True


def operation_name(world: World) -> bool:
    """An operation has the wrong id."""
    node = pick(world, "operation")
    if node is None:
        return False
    edit = {"name": "rename-operation", "names": {node.value["operationId"]: OURS}}
    world.actions[-1] = [{"target": "$", "x-edit": edit}]
    _give(world, Site("set", node.value, "operationId", OURS))
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
    _give(world, *sites)
    world.kinds[-1] = "rename-tag"
    return True


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
    _give(world, *(Site(op, one, key, wanted) for one in chosen))
    world.rules[len(world.actions)] = Rule(op, key, value, wanted)
    world.kinds[-1] = f"rule {op} {kind}.{key}"
    return True


def wild(world: World) -> bool:
    """All members of a kind lack the same, or say too much."""
    luck = world.luck
    drawn = luck.choice(("schemas", "properties", "parameters", "responses"))
    kind = {"schemas": "schema", "properties": "schema", "parameters": "parameter", "responses": "response"}[drawn]
    query = {
        "schemas": "$.components.schemas[*]",
        "properties": "$.components.schemas[*].properties[*]",
        "parameters": "$.paths[*][*].parameters[*]",
        "responses": "$.paths[*][*].responses[*]",
    }[drawn]
    room = {"schemas": 3, "properties": 5, "parameters": 5, "responses": 5}[drawn]
    first = "components" if kind == "schema" else "paths"
    chosen = [
        n
        for n in nodes(world.tree)
        if n.kind == kind and len(n.address) == room and n.address[0] == first
        and n.address[-2] == drawn
    ]
    if not chosen:
        return False
    if luck.random() < 0.5:
        world.actions[-1] = [{"target": query, "update": {"x-ours": 1}}]
        _give(world, *(Site("set", n.value, "x-ours", 1) for n in chosen))
    else:
        held = [n for n in chosen if "description" in n.value]
        world.actions[-1] = [{"target": f"{query}.description", "remove": True}]
        _give(world, *(Site("drop", n.value, "description") for n in held))
    world.kinds[-1] = f"wild {drawn}"
    return bool(world.sites)


def _give(world: World, *sites: Site) -> None:
    for site in sites:
        site.step = len(world.actions)
    world.sites += sites


FAULTS: dict[str, tuple[int, Callable[[World], bool]]] = {
    made.__name__: (weight, made)
    for weight, made in (
        (12, keyword), (5, addition), (6, member), (4, branch), (6, entry), (2, part),
        (1, referenced), (2, property_name), (2, parameter_name), (1, schema_name), (1, path_name),
        (1, operation_name), (1, tag_name), (3, rule), (1, wild),
    )
}  # fmt: skip


def draw_fault(world: World) -> bool:
    """Give the document one more fault, with a step for it; False where none was found."""
    world.actions.append([])
    world.kinds.append("")
    weights = [weight for weight, _ in FAULTS.values()]
    (name,) = world.luck.choices(list(FAULTS), weights)
    made = FAULTS[name][1](world)
    for action in world.actions[-1]:
        if re.search(r"\[\d+\]", action["target"]):
            action["description"] = WHY
    return made and any(site.step == len(world.actions) for site in world.sites)
