"""Random documents and steps, and moves of upstream with the verdict that each implies."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from specmend.steps.step import Verdict

Tree = dict[str, Any]
WORDS = (
    "red",
    "blue",
    "green",
    "amber",
    "black",
    "white",
    "brown",
    "pink",
    "gray",
    "cyan",
    "gold",
    "lime",
    "navy",
)
TYPES = ("string", "integer", "number", "boolean")
REF = "#/components/schemas/"


@dataclass
class Trial:
    """A document before and after upstream moved, an action, and the verdict that is implied.

    `moved_to` is where the place is then, if it moved; `decoys` counts what was put beside it.
    """

    old: Tree
    new: Tree
    fields: dict[str, Any]
    kind: str
    schema: str
    name: str
    expected: Verdict = Verdict.APPLIES
    moved_to: tuple[str | int, ...] = ()
    decoys: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def properties(self) -> Tree:
        """The properties of the schema that the action is about, in the new document."""
        found: Tree = self.new["components"]["schemas"][self.schema]["properties"]
        return found


def document(luck: random.Random) -> Tree:
    """A document with a few schemas, each used by operations, all of them different."""
    schemas = {
        f"{luck.choice(WORDS).title()}{number}": schema(luck)
        for number in range(luck.randint(4, 7))
    }
    paths: Tree = {}
    for number, name in enumerate(schemas):
        reference = {"schema": {"$ref": REF + name}}
        operation = {
            "operationId": f"use{name}",
            "parameters": [
                parameter(luck, key) for key in luck.sample(("limit", "page", "sort", "after"), 3)
            ],
            "responses": {
                "200": {"description": phrase(luck), "content": {"application/json": reference}}
            },
        }
        paths[f"/{name.lower()}/{number}"] = {luck.choice(("get", "post")): operation}
    return {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def schema(luck: random.Random) -> Tree:
    """A schema with properties that differ from each other."""
    names = luck.sample(WORDS, luck.randint(4, 8))
    return {
        "type": "object",
        "description": phrase(luck),
        "properties": {name: part(luck) for name in names},
    }


def part(luck: random.Random) -> Tree:
    """A property: an enum of texts, or another type with a format."""
    if luck.random() < 0.4:
        return {"type": "string", "description": phrase(luck), "enum": luck.sample(WORDS, 3)}
    kind = luck.choice(TYPES)
    return {"type": kind, "description": phrase(luck), "format": f"{kind}-{luck.choice(WORDS)}"}


def parameter(luck: random.Random, name: str) -> Tree:
    """A query parameter."""
    return {
        "name": name,
        "in": "query",
        "description": phrase(luck),
        "schema": {"type": luck.choice(TYPES)},
    }


def phrase(luck: random.Random) -> str:
    """Words that hardly come twice."""
    return " ".join(luck.choices(WORDS, k=5)) + f" {luck.randint(0, 9999)}"


def other(luck: random.Random, *taken: str) -> str:
    """A type that is none of these."""
    return luck.choice([kind for kind in (*TYPES, "array", "object") if kind not in taken])


def trial(luck: random.Random) -> Trial:
    """A document with an action on one property of one schema, or on one parameter."""
    tree = document(luck)
    name = luck.choice(list(tree["components"]["schemas"]))
    key = luck.choice(list(tree["components"]["schemas"][name]["properties"]))
    value = tree["components"]["schemas"][name]["properties"][key]
    place = f"$.components.schemas.{name}.properties.{key}"
    kinds = ["retype", "add", "remove", "schema type"] + (
        ["append", "member"] if "enum" in value else []
    )
    kind = luck.choice(kinds)
    fields: dict[str, dict[str, Any]] = {
        "retype": {"target": f"{place}.type", "update": other(luck, value["type"])},
        "add": {"target": place, "update": {"nullable": True}},
        "remove": {"target": place, "remove": True},
        "schema type": {
            "target": place,
            "x-edit": {"name": "change-type", "type": other(luck, value["type"])},
        },
        "append": {"target": f"{place}.enum", "update": ["ours"]},
        "member": {
            "target": f"{place}.enum",
            "x-edit": {"name": "change-members", "add": ["ours"]},
        },
    }
    if kind == "schema type" and "enum" in value:
        fields[kind] = {"target": place, "x-edit": {"name": "change-type", "format": "ours"}}
    return Trial(
        old=tree, new=copy.deepcopy(tree), fields=fields[kind], kind=kind, schema=name, name=key
    )


def ours(one: Trial) -> tuple[str, Any]:
    """The keyword that the action is about, with the value that it wants."""
    if one.kind == "add":
        return "nullable", True
    if one.kind in {"append", "member"}:
        return "enum", [
            *one.old["components"]["schemas"][one.schema]["properties"][one.name]["enum"],
            "ours",
        ]
    if one.kind == "retype":
        return "type", one.fields["update"]
    edit = one.fields.get("x-edit", {})
    return ("format", "ours") if "format" in edit else ("type", edit.get("type"))


def fixed(one: Trial, luck: random.Random) -> None:
    """Upstream says what the step wanted."""
    if one.kind == "remove":
        del one.properties[one.name]
    else:
        key, value = ours(one)
        one.properties[one.name][key] = (
            luck.sample(value, len(value)) if isinstance(value, list) else value
        )
    one.expected = Verdict.ALREADY_UPSTREAM


def third(one: Trial, luck: random.Random) -> None:
    """Upstream says something that is neither what was recorded nor what the step wants."""
    value = one.properties[one.name]
    if one.kind == "add":
        value["nullable"] = "never"
    elif one.kind in {"append", "member"}:
        value["enum"] = "any"
    elif one.kind == "remove":
        value["type"] = other(luck, value["type"])
    else:
        key, wanted = ours(one)
        value[key] = other(luck, str(value.get(key)), str(wanted))
    one.expected = Verdict.CONFLICT


def neighbor(one: Trial, luck: random.Random) -> None:
    """Upstream changes words beside the place, other schemas, or other members of a list."""
    one.properties[one.name]["description"] = phrase(luck)
    one.new["info"]["version"] = str(luck.random())
    if one.kind in {"append", "member"}:
        one.properties[one.name]["enum"].append("theirs")


def property_gone(one: Trial, _luck: random.Random) -> None:
    """Upstream drops the property."""
    del one.properties[one.name]
    one.expected = Verdict.ALREADY_UPSTREAM if one.kind == "remove" else Verdict.GONE


def schema_gone(one: Trial, _luck: random.Random) -> None:
    """Upstream drops the schema, and whoever used it."""
    del one.new["components"]["schemas"][one.schema]
    one.new["paths"] = {
        p: item for p, item in one.new["paths"].items() if REF + one.schema not in str(item)
    }
    # What was to be removed from it went with it.
    one.expected = Verdict.ALREADY_UPSTREAM if one.kind == "remove" else Verdict.GONE


def schema_renamed(one: Trial, luck: random.Random) -> None:
    """Upstream renames the schema with all references, and adds others that are like it."""
    schemas = one.new["components"]["schemas"]
    for number in range(luck.randint(0, 3)):
        decoy = copy.deepcopy(schemas[one.schema])
        for key in luck.sample(list(decoy["properties"]), 2):
            decoy["properties"][key] = part(luck)
        schemas[f"Decoy{number}"] = decoy
        one.decoys += 1
    new = f"New{one.schema}"
    _rename(one, new)
    one.moved_to = ("components", "schemas", new, "properties", one.name)
    one.expected = Verdict.MOVED


def twins(one: Trial, _luck: random.Random) -> None:
    """Upstream renames the schema and nobody refers to it: two that are equal have come."""
    schemas = one.new["components"]["schemas"]
    for tree in (one.old, one.new):
        tree["paths"] = {
            path: item for path, item in tree["paths"].items() if REF + one.schema not in str(item)
        }
    schemas["TwinA"], schemas["TwinB"] = schemas[one.schema], copy.deepcopy(schemas.pop(one.schema))
    one.decoys, one.expected = 2, Verdict.GONE


def plain_renamed(one: Trial, _luck: random.Random) -> None:
    """Upstream renames a property that says nearly nothing, and leaves all others as they were."""
    if one.kind != "retype":
        return
    for tree in (one.old, one.new):
        properties = tree["components"]["schemas"][one.schema]["properties"]
        properties[one.name] = {"type": properties[one.name]["type"]}
    properties = {
        ("newname" if key == one.name else key): value for key, value in one.properties.items()
    }
    one.new["components"]["schemas"][one.schema]["properties"] = properties
    one.moved_to = ("components", "schemas", one.schema, "properties", "newname")
    one.expected = Verdict.MOVED


def property_renamed(one: Trial, luck: random.Random) -> None:
    """Upstream renames the property, and adds another one."""
    if one.kind == "remove":
        return
    properties = {
        ("newname" if key == one.name else key): value for key, value in one.properties.items()
    }
    properties["decoy"] = part(luck)
    one.new["components"]["schemas"][one.schema]["properties"] = properties
    one.decoys = 1
    one.moved_to = ("components", "schemas", one.schema, "properties", "newname")
    one.expected = Verdict.MOVED


def extracted(one: Trial, _luck: random.Random) -> None:
    """Upstream makes the property a reference to a schema of its own."""
    if one.kind == "remove":
        return
    one.new["components"]["schemas"]["Extracted"] = one.properties[one.name]
    one.properties[one.name] = {"$ref": REF + "Extracted"}
    one.moved_to = ("components", "schemas", "Extracted")
    one.expected = Verdict.MOVED


def renamed_and_fixed(one: Trial, luck: random.Random) -> None:
    """Upstream renames the schema and mends it too."""
    fixed(one, luck)
    _rename(one, f"New{one.schema}")


def renamed_and_third(one: Trial, luck: random.Random) -> None:
    """Upstream renames the schema and says a third thing."""
    third(one, luck)
    _rename(one, f"New{one.schema}")


def _rename(one: Trial, new: str) -> None:
    schemas = {
        (new if key == one.schema else key): value
        for key, value in one.new["components"]["schemas"].items()
    }
    one.new["components"]["schemas"] = schemas
    one.new = _referring(one.new, REF + one.schema, REF + new)
    one.schema = new


def _referring(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _referring(member, old, new) for key, member in value.items()}
    if isinstance(value, list):
        return [_referring(member, old, new) for member in value]
    return new if value == old else value


def unchanged(_one: Trial, _luck: random.Random) -> None:
    """Upstream changes nothing that counts."""


MUTATIONS: dict[str, Callable[[Trial, random.Random], None]] = {
    made.__name__: made
    for made in (
        unchanged,
        neighbor,
        fixed,
        third,
        property_gone,
        schema_gone,
        schema_renamed,
        twins,
        property_renamed,
        plain_renamed,
        extracted,
        renamed_and_fixed,
        renamed_and_third,
    )
}


def parameter_trial(luck: random.Random) -> Trial:
    """An action on a parameter that is told by its name, and a mutation of its list or its path."""
    tree = document(luck)
    path = luck.choice(list(tree["paths"]))
    method, operation = next(iter(tree["paths"][path].items()))
    mine = luck.choice(operation["parameters"])
    target = f"$.paths['{path}'].{method}.parameters[?@.name == '{mine['name']}'].schema.type"
    fields = {"target": target, "update": other(luck, mine["schema"]["type"])}
    one = Trial(
        old=tree,
        new=copy.deepcopy(tree),
        fields=fields,
        kind="parameter",
        schema=path,
        name=mine["name"],
    )
    kind = luck.choice(
        ("inserted", "shuffled", "dropped", "mended", "third", "path moved", "shared", "renamed")
    )
    one.told.append(kind)
    _mutate_parameter(one, kind, method, luck)
    return one


def _mutate_parameter(one: Trial, kind: str, method: str, luck: random.Random) -> None:
    item = one.new["paths"][one.schema]
    listed = item[method]["parameters"]
    mine = next(entry for entry in listed if entry["name"] == one.name)
    if kind == "inserted":
        listed.insert(0, parameter(luck, "before"))
    elif kind == "shuffled":
        luck.shuffle(listed)
    elif kind == "dropped":
        listed.remove(mine)
        one.expected = Verdict.GONE
    elif kind == "mended":
        mine["schema"]["type"] = one.fields["update"]
        one.expected = Verdict.ALREADY_UPSTREAM
    elif kind == "third":
        mine["schema"]["type"] = other(luck, one.fields["update"], mine["schema"]["type"])
        one.expected = Verdict.CONFLICT
    else:
        _move_parameter(one, kind, method, mine, luck)


def _move_parameter(one: Trial, kind: str, method: str, mine: Tree, luck: random.Random) -> None:
    item = one.new["paths"][one.schema]
    one.expected = Verdict.MOVED
    if kind == "shared":
        item[method]["parameters"].remove(mine)
        item["parameters"] = [mine]
        one.moved_to = ("paths", one.schema, "parameters", 0, "schema", "type")
    elif kind == "renamed":
        mine["name"] = "newname"
        item[method]["parameters"].insert(0, parameter(luck, "decoy"))
        one.decoys = 1
        index = item[method]["parameters"].index(mine)
        one.moved_to = ("paths", one.schema, method, "parameters", index, "schema", "type")
    else:
        one.new["paths"] = {
            ("/v2" + p if p == one.schema else p): i for p, i in one.new["paths"].items()
        }
        one.new["paths"]["/decoy"] = {
            method: {**copy.deepcopy(item[method]), "operationId": "decoy"}
        }
        one.decoys = 1
        index = item[method]["parameters"].index(mine)
        one.moved_to = ("paths", "/v2" + one.schema, method, "parameters", index, "schema", "type")


def shuffled(value: Any, luck: random.Random) -> Any:
    """The same with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = luck.sample(list(value), len(value))
        return {key: shuffled(value[key], luck) for key in keys}
    return [shuffled(member, luck) for member in value] if isinstance(value, list) else value
