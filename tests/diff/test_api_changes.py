"""What changed between two versions of an API, in the words of the API."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from specmend.diff.api_changes import api_changes, api_diff

Tree = dict[str, Any]
BASE: Tree = {
    "openapi": "3.0.3",
    "info": {"title": "T", "version": "1"},
    "paths": {
        "/chat": {
            "post": {
                "operationId": "chat",
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "string"}}],
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Chat"}}
                    }
                },
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Model"}}
                        },
                    }
                },
            }
        },
        "/raw": {
            "put": {
                "operationId": "raw",
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"type": "object", "properties": {}}}
                    }
                },
                "responses": {},
            }
        },
    },
    "components": {
        "schemas": {
            "Chat": {
                "type": "object",
                "required": ["model"],
                "properties": {"model": {"type": "string"}},
            },
            "Model": {
                "type": "object",
                "properties": {
                    "size": {"type": "integer"},
                    "kind": {"type": "string", "enum": ["a", "b"]},
                    "parts": {
                        "type": "array",
                        "items": {"type": "object", "properties": {"x": {"type": "string"}}},
                    },
                },
            },
        }
    },
}


def chat(tree: Tree) -> Tree:
    found: Tree = tree["components"]["schemas"]["Chat"]
    return found


def model(tree: Tree) -> Tree:
    found: Tree = tree["components"]["schemas"]["Model"]["properties"]
    return found


def gain(tree: Tree) -> None:
    chat(tree)["properties"]["think"] = {"type": "boolean"}


def require(tree: Tree) -> None:
    chat(tree)["required"] = []


def retype(tree: Tree) -> None:
    model(tree)["size"]["format"] = "int64"


def enum(tree: Tree) -> None:
    model(tree)["kind"]["enum"] = ["a", "c"]


def deep(tree: Tree) -> None:
    del model(tree)["parts"]["items"]["properties"]["x"]


def inline(tree: Tree) -> None:
    schema = tree["paths"]["/raw"]["put"]["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["think"] = {"type": "string"}


def operation(tree: Tree) -> None:
    tree["paths"]["/new"] = {"get": {"operationId": "new", "responses": {}}}
    del tree["paths"]["/raw"]


def path(tree: Tree) -> None:
    tree["paths"]["/talk"] = tree["paths"].pop("/chat")


def rename(tree: Tree) -> None:
    tree["components"]["schemas"]["Thing"] = tree["components"]["schemas"].pop("Model")
    answer = tree["paths"]["/chat"]["post"]["responses"]["200"]
    answer["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/Thing"


def parameter(tree: Tree) -> None:
    tree["paths"]["/chat"]["post"]["parameters"][0]["schema"]["type"] = "integer"


def version(tree: Tree) -> None:
    tree["info"]["version"] = "2"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (gain, ["schema Chat (sent): gained `think` (boolean)"]),
        (require, ["schema Chat (sent): `model` is not required any more"]),
        (retype, ["schema Model (answered): `size` is now integer (int64), was integer"]),
        (
            enum,
            [
                'schema Model (answered): `kind` may be "c" now',
                'schema Model (answered): `kind` may not be "b" any more',
            ],
        ),
        (deep, ["schema Model (answered): lost `parts[].x`"]),
        (inline, ["PUT /raw (sent): request gained `think` (string)"]),
        (operation, ["GET /new: operation is new", "PUT /raw: operation is gone"]),
        (path, ["POST /talk: was POST /chat before (same operation id)"]),
        (rename, []),
        (
            parameter,
            ["POST /chat (sent): parameter `limit` (query) is now integer, was string"],
        ),
        (version, ['document: info.version "1" → "2"']),
    ],
)
def test_a_change_is_told_in_the_words_of_the_api(
    change: Callable[[Tree], None], expected: list[str]
) -> None:
    new = copy.deepcopy(BASE)
    change(new)
    assert [found.line for found in api_changes(BASE, new)] == expected


def test_equal_documents_have_no_changes() -> None:
    assert api_changes(BASE, copy.deepcopy(BASE)) == ()


def document(**more: Any) -> Tree:
    return {"openapi": "3.1.0", "paths": {}, **more}


def schemas(**named: Any) -> Tree:
    return document(components={"schemas": named})


PET = {"type": "object", "properties": {name: {"type": "string"} for name in ("id", "kind", "age")}}
REFERRING = {"allOf": [{"$ref": "#/components/schemas/Pet"}]}
REST: list[tuple[Tree, Tree, list[str]]] = [
    (schemas(Pet=PET), schemas(Pet=PET), []),
    (schemas(), schemas(Pet=PET), ["schema Pet: is new"]),
    (schemas(Pet=PET), schemas(), ["schema Pet: is gone"]),
    # The name of a component is no change of what it says.
    (
        schemas(Pet=PET, Dog=REFERRING),
        schemas(Animal=PET, Dog={"allOf": [{"$ref": "#/components/schemas/Animal"}]}),
        [],
    ),
    (
        schemas(Pet=PET),
        schemas(Animal={**PET, "title": "Animal"}),
        ["schema Animal: title changed"],
    ),
    # The rest of the document.
    (document(), document(tags=[]), []),
    (document(), document(tags=[{"name": "a"}]), ["document: gained tag a"]),
    (document(components={}), document(), []),
    (
        document(paths={"/a": {"summary": "A", "get": {}}}),
        document(paths={"/a": {"summary": "B", "get": {}}}),
        ['path /a: summary "A" → "B"'],
    ),
    ({"openapi": "3.1.0"}, document(paths={"/a": []}), ["path /a: is new"]),
]


@pytest.mark.parametrize(("old", "new", "lines"), REST)
def test_schemas_and_the_rest_of_the_document(old: Tree, new: Tree, lines: list[str]) -> None:
    assert [change.line for change in api_changes(old, new)] == lines


def test_what_no_call_shows_is_told_apart() -> None:
    new = copy.deepcopy(BASE)
    rename(new)
    new["openapi"] = "3.1.0"
    found = api_diff(BASE, new)
    assert found.changes == ()
    assert [change.line for change in found.unseen] == [
        "schema Model: was renamed to Thing",
        'document: openapi "3.0.3" → "3.1.0"',
    ]
