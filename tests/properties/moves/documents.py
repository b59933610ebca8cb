"""Small OpenAPI documents drawn by chance: few objects of every kind, some alike, some bare."""

from __future__ import annotations

import random
from typing import Any

from tests.properties.moves.nodes import Tree

NOUNS = ("Pet", "Shop", "Owner", "Order", "Toy", "Visit")
KEYS = ("id", "name", "size", "color", "owner", "price", "state", "notes", "code", "stock")
WORDS = ("red", "blue", "green", "amber", "black", "white", "brown", "pink", "gray", "cyan")
VERSIONS = ("3.0.3", "3.1.0", "3.2.0")
REF = "#/components/schemas/"


def document(luck: random.Random) -> Tree:
    """A document with two to four schemas, and as many paths."""
    version = luck.choice(VERSIONS)
    names = luck.sample(NOUNS, luck.randint(2, 4))
    tree: Tree = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": f"https://{word}.test/v1"} for word in luck.sample(WORDS, 2)],
        "tags": [{"name": word, "description": phrase(luck)} for word in luck.sample(WORDS, 3)],
        "security": [{"key": []}, {"token": []}][: luck.randint(0, 2)],
        "paths": {},
        "components": {
            "schemas": {name: _object(luck, names, 2) for name in names},
            "parameters": {"Limit": parameter(luck, "limit", names)},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "token": {"type": "http", "scheme": "bearer"},
            },
        },
    }
    if not tree["security"]:
        del tree["security"]
    for name in names:
        tree["paths"][f"/{name.lower()}s"] = _path(luck, name, names, tree)
    if luck.random() < 0.5:
        name = luck.choice(names)
        item = _path(luck, name, names, tree, "One")
        wanted = {"name": "id", "in": "path", "required": True, "schema": leaf(luck)}
        item["parameters"] = [wanted, *item.get("parameters", [])]
        tree["paths"][f"/{name.lower()}s/{{id}}"] = item
    return tree


def phrase(luck: random.Random) -> str:
    """Words that hardly come twice."""
    return " ".join(luck.choices(WORDS, k=3)) + f" {luck.randint(0, 999)}"


def leaf(luck: random.Random) -> Tree:
    """A schema without other schemas in it; now and then it says next to nothing."""
    kind = luck.choice(("string", "string", "integer", "number", "boolean"))
    made: Tree = {"type": kind}
    if luck.random() < 0.4:
        made["description"] = phrase(luck)
    if kind == "string":
        _string(made, luck)
    elif kind != "boolean":
        if luck.random() < 0.4:
            made["format"] = luck.choice(("int32", "int64", "float"))
        if luck.random() < 0.4:
            made["minimum"] = luck.randint(0, 9)
        if luck.random() < 0.3:
            made["default"] = luck.randint(10, 99)
    elif luck.random() < 0.5:
        made["default"] = luck.choice((True, False))
    if luck.random() < 0.15:
        made["example"] = 5 if kind != "string" else luck.choice(WORDS)
    if luck.random() < 0.1:
        made["readOnly"] = True
    return made


def _string(made: Tree, luck: random.Random) -> None:
    drawn = luck.random()
    if drawn < 0.4:
        made["enum"] = luck.sample(WORDS, luck.randint(1, 4))
        if luck.random() < 0.3:
            made["default"] = made["enum"][0]
    elif drawn < 0.6:
        made["format"] = luck.choice(("date", "uuid", "uri", "byte"))
    elif drawn < 0.8:
        made["maxLength"] = luck.randint(9, 99)


def schema(luck: random.Random, names: list[str], depth: int) -> Tree:
    """Any schema."""
    drawn = luck.random()
    if depth <= 0 or drawn < 0.45:
        return leaf(luck)
    if drawn < 0.6:
        return {"$ref": REF + luck.choice(names)}
    if drawn < 0.72:
        return {"type": "array", "items": schema(luck, names, depth - 1)}
    if drawn < 0.85:
        key = luck.choice(("anyOf", "oneOf", "allOf"))
        inner = [schema(luck, names, depth - 1) for _ in range(luck.randint(2, 3))]
        return {key: inner}
    if drawn < 0.93:
        return _object(luck, names, depth - 1)
    return {"type": "object", "additionalProperties": schema(luck, names, depth - 1)}


def _object(luck: random.Random, names: list[str], depth: int) -> Tree:
    keys = luck.sample(KEYS, luck.randint(1, 4))
    made: Tree = {
        "type": "object",
        "properties": {key: schema(luck, names, depth) for key in keys},
    }
    if luck.random() < 0.6:
        made["required"] = luck.sample(keys, luck.randint(1, len(keys)))
    if luck.random() < 0.3:
        made["description"] = phrase(luck)
    return made


def parameter(luck: random.Random, name: str, names: list[str]) -> Tree:
    """A parameter of a query or a header."""
    made: Tree = {"name": name, "in": luck.choice(("query", "query", "header"))}
    if luck.random() < 0.5:
        made["description"] = phrase(luck)
    if luck.random() < 0.3:
        made["required"] = luck.choice((True, False))
    made["schema"] = leaf(luck) if luck.random() < 0.8 else {"$ref": REF + luck.choice(names)}
    return made


def _path(luck: random.Random, name: str, names: list[str], tree: Tree, more: str = "") -> Tree:
    item: Tree = {}
    if luck.random() < 0.3:
        item["parameters"] = [parameter(luck, "tenant", names)]
    for method in luck.sample(("get", "post", "put", "delete"), luck.randint(1, 2)):
        item[method] = _operation(luck, f"{method}{name}{more}", name, names, tree)
        if method in {"post", "put"}:
            item[method]["requestBody"] = {"content": _content(luck, name, names)}
    return item


def _operation(luck: random.Random, made_id: str, name: str, names: list[str], tree: Tree) -> Tree:
    made: Tree = {"operationId": made_id}
    if luck.random() < 0.6:
        given = [word["name"] for word in tree["tags"]]
        made["tags"] = luck.sample(given, luck.randint(1, 2))
    if luck.random() < 0.25:
        made["deprecated"] = luck.choice((True, False))
    drawn = luck.sample(("page", "sort", "after", "fields"), luck.randint(0, 3))
    parameters: list[Any] = [parameter(luck, key, names) for key in drawn]
    if luck.random() < 0.3:
        parameters.insert(0, {"$ref": "#/components/parameters/Limit"})
    if parameters:
        made["parameters"] = parameters
    if luck.random() < 0.2:
        made["security"] = [{"key": []}]
    answer: Tree = {"description": phrase(luck), "content": _content(luck, name, names)}
    if luck.random() < 0.3:
        answer["headers"] = {"X-Total": {"schema": leaf(luck)}, "X-Next": {"schema": leaf(luck)}}
    made["responses"] = {"200": answer}
    if luck.random() < 0.5:
        made["responses"]["404"] = {"description": phrase(luck)}
    return made


def _content(luck: random.Random, name: str, names: list[str]) -> Tree:
    inner = {"$ref": REF + name} if luck.random() < 0.5 else schema(luck, names, 2)
    made = {"application/json": {"schema": inner}}
    if luck.random() < 0.15:
        made["text/plain"] = {"schema": leaf(luck)}
    return made
