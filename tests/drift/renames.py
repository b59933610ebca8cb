"""A small document, edits that rename in it, and what upstream may do, for the tests of names."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from tests.drift.trials import as_json

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, remove, rename_key, rename_keys, replace
from specmend.drift.judge import judge_trees
from specmend.drift.verdicts import ActionVerdict
from specmend.steps.apply_action import apply_action
from specmend.steps.proposal import as_action
from specmend.steps.step import Step

Fields = dict[str, Any]
Move = Callable[[Tree], Tree]
Row = tuple[list[Any], list[str], str]
"""What upstream did, the verdicts of the edit and of the steps after it, and what is told."""

APPLIES, ALREADY, MOVED = "applies", "already-upstream", "moved"
CONFLICT, GONE, BLOCKED = "conflict", "gone", "blocked"

SCHEMAS: Final[Address] = ("components", "schemas")
PET: Final[Address] = (*SCHEMAS, "Pet")
PROPERTIES: Final[Address] = (*PET, "properties")
PATH: Final[Address] = ("paths", "/v1/pets/{petId}")
GET: Final[Address] = (*PATH, "get")


def to(name: str) -> Tree:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def body(schema: Tree) -> Tree:
    """The content of a body or of an answer."""
    return {"application/json": {"schema": schema}}


def answer(schema: Tree) -> Tree:
    """The answers of an operation."""
    return {"200": {"description": "ok", "content": body(schema)}}


def parameter(name: str, where: str, kind: str = "string") -> Tree:
    """A parameter."""
    return {"name": name, "in": where, "required": where == "path", "schema": {"type": kind}}


OLD: Final[Tree] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1", "x-team": "pets"},
    "servers": [{"url": "https://api.example"}],
    "tags": [{"name": "pets", "description": "All of pets."}, {"name": "owners"}],
    "paths": {
        "/v1/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["pets"],
                "responses": answer({"type": "array", "items": to("Pet")}),
            },
            "post": {
                "operationId": "addPet",
                "tags": ["pets"],
                "requestBody": {"content": body(to("Pet"))},
                "responses": answer(to("Pet")),
            },
        },
        "/v1/pets/{petId}": {
            "get": {
                "operationId": "getPet",
                "tags": ["pets"],
                "parameters": [parameter("petId", "path"), parameter("verbose", "query")],
                "responses": answer(to("Pet")),
            },
            "delete": {
                "operationId": "dropPet",
                "tags": ["pets"],
                "parameters": [parameter("petId", "path")],
                "responses": {"204": {"description": "gone"}},
            },
        },
        "/v1/owners": {
            "get": {
                "operationId": "listOwners",
                "tags": ["owners"],
                "responses": answer({"type": "array", "items": to("Owner")}),
            }
        },
        "/health": {"get": {"operationId": "health", "responses": {"200": {"description": "ok"}}}},
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "x-team": "core",
                "required": ["id", "name"],
                "properties": {
                    "id": {"type": "integer", "description": "The number."},
                    "name": {"type": "string", "description": "It listens to it.", "maxLength": 40},
                    "kind": {"type": "string", "enum": ["cat", "dog"]},
                    "owner": to("Owner"),
                },
            },
            "Owner": {
                "type": "object",
                "properties": {
                    "email": {"type": "string", "format": "email"},
                    "age": {"type": "integer", "minimum": 0},
                },
            },
            "Fault": {"type": "object", "properties": {"code": {"type": "integer"}}},
        }
    },
}
"""The document that every edit is recorded on."""


def edit(target: str, name: str, /, **parameters: Any) -> Fields:
    """A named edit."""
    return {"target": target, "x-edit": {"name": name, **parameters}}


def names(edit_name: str, **table: str) -> Fields:
    """An edit with a table of names; `_` stands for a slash."""
    named = {old.replace("_", "/"): new.replace("_", "/") for old, new in table.items()}
    return edit("$", edit_name, names=named)


def changed(target: str, value: Any) -> Fields:
    """An update."""
    return {"target": target, "update": value}


def did(*moves: Move | Fields, tree: Tree = OLD) -> Tree:
    """The document after upstream moved: an edit stands for the same made by upstream."""
    for move in moves:
        tree = apply_action(tree, as_action(move)).tree if isinstance(move, dict) else move(tree)
    return tree


def of_version(tree: Tree, version: str) -> Tree:
    """The same document in another version of OpenAPI."""
    return {**tree, "openapi": version}


def judged(new: Tree, *steps: Fields, old: Tree = OLD) -> list[ActionVerdict]:
    """The verdicts of steps with one action each."""
    source = as_json(old)
    made = [
        Step(number=number, title="S", reason="R", source=source, actions=(as_action(fields),))
        for number, fields in enumerate(steps, 1)
    ]
    return [step.actions[0] for step in judge_trees(old, new, made)]


def check(
    moves: Sequence[Any],
    edit_: Fields,
    steps: Sequence[Fields],
    verdicts: Sequence[str],
    told: str,
) -> None:
    """The verdicts of an edit and of the steps after it, in every version of OpenAPI."""
    new = did(*moves)
    for version in ("3.0.3", "3.1.1", "3.2.0"):
        old, now = of_version(OLD, version), of_version(new, version)
        found = judged(now, edit_, *steps, old=old)
        assert [str(one.verdict) for one in found] == verdicts, found[0].message
        assert told in found[0].message


def gone(*address: str | int) -> Move:
    """Upstream removed a place."""
    return lambda tree: remove(tree, [address])


def put(value: Tree, *address: str | int) -> Move:
    """Upstream put a value."""
    return lambda tree: replace(tree, address, value)


def called(new: str, *address: str | int) -> Move:
    """Upstream gave a key another name, and changed nothing else."""
    return lambda tree: rename_key(tree, address, new)


def texts(old: str, new: str) -> Move:
    """Upstream changed a text wherever it stands."""
    return lambda tree: json.loads(json.dumps(tree).replace(json.dumps(old), json.dumps(new)))


def parameters_to_path(tree: Tree) -> Tree:
    """All parameters of the operation with two of them moved to its path item."""
    path, item = next((p, i) for p, i in tree["paths"].items() if p.startswith("/v1/pets/{"))
    shared = {"parameters": item["get"]["parameters"]}
    rest = {
        method: {key: value for key, value in operation.items() if key != "parameters"}
        for method, operation in item.items()
    }
    return replace(tree, ("paths", path), {**shared, **rest})


def alone(tree: Tree) -> Tree:
    """The path with the parameter has one operation only."""
    path = next(path for path in tree["paths"] if path.startswith("/v1/pets/{"))
    return remove(tree, [("paths", path, "delete")])


def parameter_to_component(tree: Tree) -> Tree:
    """The query parameter became a component."""
    path = next(path for path in tree["paths"] if path.startswith("/v1/pets/{"))
    place = ("paths", path, "get", "parameters", 1)
    moved = replace(tree, ("components", "parameters"), {"Shared": get(tree, place)})
    return replace(moved, place, {"$ref": "#/components/parameters/Shared"})


def split(tree: Tree) -> Tree:
    """The schema of pets became an `allOf` of a base and of the rest."""
    name = next(name for name in ("Animal", "Creature", "Pet") if name in get(tree, SCHEMAS))
    pet = get(tree, (*SCHEMAS, name))
    own = {key: pet["properties"][key] for key in ("kind", "owner")}
    base = {key: value for key, value in pet["properties"].items() if key not in own}
    rest = {"type": "object", "properties": own}
    named = {
        **get(tree, SCHEMAS),
        name: {"x-team": "core", "allOf": [to("Base"), rest]},
        "Base": {"type": "object", "required": pet["required"], "properties": base},
    }
    return replace(tree, SCHEMAS, named)


def alias(tree: Tree) -> Tree:
    """The schema of pets became a reference to another one with its content."""
    moved = replace(tree, (*SCHEMAS, "Creature"), get(tree, PET))
    return replace(moved, PET, to("Creature"))


def inlined(tree: Tree) -> Tree:
    """The schema of pets is written out wherever it was referred to."""
    pet = json.dumps(get(tree, PET))
    text = json.dumps(remove(tree, [PET])).replace(json.dumps(to("Pet")), pet)
    return json.loads(text)


def prefix_moved(tree: Tree) -> Tree:
    """The prefix of the paths moved to the server, and nothing else was done."""
    moved = {path: path.removeprefix("/v1") for path in tree["paths"]}
    return put("https://api.example/v1", "servers", 0, "url")(rename_keys(tree, ("paths",), moved))
