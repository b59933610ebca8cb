"""A document of an API with much that is shared, random edits of it, and other spellings of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.properties.wide_edits import WIDE_EDITS

Tree = dict[str, Any]
Address = tuple[str | int, ...]


def refer(name: str, kind: str = "schemas") -> Tree:
    return {"$ref": f"#/components/{kind}/{name}"}


def content(schema: Any) -> Tree:
    return {"content": {"application/json": {"schema": schema}}}


def answer(schema: Any) -> Tree:
    return {"description": "ok", **content(schema)}


T: Tree = {"type": "string", "maxLength": 9}
PET: Tree = {
    "type": "object",
    "description": "A pet.",
    "required": ["id", "kind"],
    "properties": {
        "id": {"type": "integer", "format": "int32", "minimum": 1},
        "kind": {"type": "string", "enum": ["cat", "dog"]},
        "name": {"type": ["string", "null"], "pattern": "^a"},
        "tags": {"type": "array", "items": refer("Tag"), "maxItems": 4},
        "owner": refer("Owner"),
        "extra": {"type": "object", "additionalProperties": {"type": "number"}},
    },
}
LIMIT: Tree = {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 3}}
PLACE: Tree = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
DOCUMENT: Tree = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1", "contact": {"name": "N", "url": "https://n"}},
    "servers": [{"url": "https://a"}, {"url": "https://b", "description": "B"}],
    "security": [{"key": []}],
    "tags": [{"name": "pets", "description": "P"}],
    "paths": {
        "/pets": {
            "parameters": [refer("limit", "parameters")],
            "get": {
                "operationId": "list",
                "tags": ["pets"],
                "responses": {
                    "200": answer({"type": "array", "items": refer("Pet")}),
                    "404": refer("Gone", "responses"),
                },
            },
            "post": {
                "requestBody": {**content(refer("Pet")), "required": True},
                "responses": {"201": answer(refer("Pet")), "default": refer("Gone", "responses")},
                "callbacks": {"done": {"{$url}": {"post": {
                    "requestBody": content(refer("Owner")),
                    "responses": {"200": {"description": "ok"}}}}}},
            },
        },
        "/pets/{id}": {
            "parameters": [PLACE],
            "get": {
                "parameters": [{"name": "X-A", "in": "header", "schema": T}],
                "responses": {"200": answer(refer("Any"))},
                "security": [{"oauth": ["read"]}, {"key": []}],
            },
            "delete": {"deprecated": True, "responses": {"204": {
                "description": "gone", "headers": {"X-B": {"schema": T, "required": True}}}}},
        },
    },
    "webhooks": {"born": {"post": {
        "requestBody": content(refer("Tag")), "responses": {"200": {"description": "ok"}}}}},
    "components": {
        "parameters": {"limit": LIMIT},
        "responses": {"Gone": answer({"type": "object", "properties": {"error": T}})},
        "securitySchemes": {
            "key": {"type": "apiKey", "name": "k", "in": "header"},
            "oauth": {"type": "oauth2", "flows": {"password": {
                "tokenUrl": "https://t", "scopes": {"read": "R", "write": "W"}}}},
        },
        "schemas": {
            "Pet": PET,
            "Tag": {"type": "object", "required": ["name"], "properties": {
                "name": T, "color": {"type": "string", "default": "red"}}},
            "Owner": {"allOf": [refer("Tag"), {
                "type": "object", "properties": {"age": {"type": "integer"}}}]},
            "Any": {"oneOf": [refer("Pet"), refer("Tag"), {"type": "boolean"}],
                    "discriminator": {"propertyName": "kind", "mapping": {
                        "cat": "#/components/schemas/Pet"}}},
            "Unused": {"type": "object", "properties": {"a": T}},
        },
    },
}  # fmt: skip


def document() -> Tree:
    """The document, of which nothing is shared in memory."""
    made: Tree = json.loads(json.dumps(DOCUMENT))
    return made


def places(tree: Any, address: Address = ()) -> Iterator[Address]:
    """Every place below a place."""
    members: Any = ()
    if isinstance(tree, dict):
        members = tree.items()
    elif isinstance(tree, list):
        members = enumerate(tree)
    for key, value in members:
        yield (*address, key)
        yield from places(value, (*address, key))


def at(tree: Any, address: Address) -> Any:
    for key in address:
        tree = tree[key]
    return tree


Edit = tuple[str, Address]
"""What was done, and where."""


def edited(tree: Tree, random: Random, count: int) -> tuple[Tree, list[Edit]]:
    """A document after so many random edits, and these; each is one thought."""
    made: list[Edit] = []
    while len(made) < count:
        address = random.choice(list(places(tree)))
        name = random.choice([*EDITS, *WIDE_EDITS])
        if name in WIDE_EDITS:
            if WIDE_EDITS[name](tree, random):
                made.append((name, ()))
            continue
        holder, key = at(tree, address[:-1]), address[-1]
        if not _is_kept(address) and EDITS[name](holder, key, random):
            made.append((name, address))
    return tree, made


def _is_kept(address: Address) -> bool:
    """Whether a document needs a place to be one; `openapi` is its spelling."""
    if address[:1] == ("components",) and len(address) == 3:
        # What refers to it would lead nowhere.
        return address[2] != "Unused"
    kept = ("openapi", "paths", "components", "info", "webhooks", "$ref", "mapping")
    return address[-1] in kept or (len(address) == 2 and address[0] == "components")


def _remove(holder: Any, key: Any, random: Random) -> bool:  # noqa: ARG001
    del holder[key]
    return True


def _replace(holder: Any, key: Any, random: Random) -> bool:
    """Another value of the same kind, where it is a plain one."""
    value = holder[key]
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int):
        holder[key] = value + random.choice([-1, 1, 7])
    elif isinstance(value, str) and key == "type":
        kinds = ["string", "integer", "number", "boolean", "object", "array"]
        holder[key] = random.choice([kind for kind in kinds if kind != value])
    elif isinstance(value, str):
        holder[key] = f"{value}x"
    else:
        return False
    return True


def _rename(holder: Any, key: Any, random: Random) -> bool:  # noqa: ARG001
    """Another name, at the same place of the mapping."""
    if not isinstance(holder, dict) or f"{key}x" in holder or not _is_name(holder, key):
        return False
    items = [(f"{name}x" if name == key else name, value) for name, value in holder.items()]
    holder.clear()
    holder.update(items)
    return True


_FIELDS = frozenset(
    {
        *("type", "get", "post", "password", "responses", "callbacks"),
        *("requestBody", "properties", "items", "schema", "schemas", "content", "description"),
    }
)


def _is_name(holder: Any, key: str) -> bool:
    """Whether a key is a name that somebody chose, by what its neighbors are like."""
    is_path = key.startswith(("/", "{"))
    are_objects = all(isinstance(value, dict) for value in holder.values())
    return is_path or (are_objects and _FIELDS.isdisjoint(holder))


def _add(holder: Any, key: Any, random: Random) -> bool:
    """A further property, value, keyword, operation, parameter or answer."""
    value = holder[key]
    if key == "properties" and isinstance(value, dict):
        value[f"new{random.randrange(9)}"] = {"type": "string"}
    elif key == "enum" and isinstance(value, list):
        value.append(f"new{random.randrange(9)}")
    elif key == "parameters" and isinstance(value, list):
        value.append({"name": f"new{random.randrange(9)}", "in": "query", "schema": {}})
    elif key == "responses" and isinstance(value, dict):
        value.setdefault(str(random.randrange(500, 530)), {"description": "new"})
    elif isinstance(value, dict) and "type" in value:
        keyword = random.choice(["minLength", "title", "deprecated", "nullable", "readOnly"])
        value[keyword] = {"minLength": 2, "title": "T"}.get(keyword, True)
    elif isinstance(value, dict) and "responses" in value:
        value[random.choice(["summary", "x-a"])] = {"a": [1, 2], "b": {"c": 1}}
    else:
        return False
    return True


def _refer(holder: Any, key: Any, random: Random) -> bool:
    """A reference to another schema."""
    value = holder[key]
    if not isinstance(value, dict) or not str(value.get("$ref", "")).startswith(
        "#/components/schemas/"
    ):
        return False
    names = ["Pet", "Tag", "Owner", "Any"]
    others = [refer(name) for name in names if refer(name) != value]
    holder[key] = random.choice(others)
    return True


EDITS: dict[str, Callable[[Any, Any, Random], bool]] = {
    "remove": _remove,
    "replace": _replace,
    "rename": _rename,
    "add": _add,
    "refer": _refer,
}
