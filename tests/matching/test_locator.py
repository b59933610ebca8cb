"""Where a place of one document stands in another: key by key, and around renames and moves."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.matching.locator import Locator, Match

PET: Address = ("components", "schemas", "Pet")
ID_TYPE: Address = (*PET, "properties", "id", "type")
GET: Address = ("paths", "/pets", "get")
LIMIT: Address = (*GET, "parameters", 0)

OLD: Tree = {
    "paths": {
        "/pets": {
            "get": {
                "operationId": "list",
                "parameters": [{"name": "limit", "in": "query"}, {"name": "page", "in": "query"}],
            }
        }
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                "required": ["id"],
            }
        }
    },
}


def moved(*steps: str) -> Tree:
    """The document after upstream moved."""
    new: Any = copy.deepcopy(OLD)
    schemas, paths = new["components"]["schemas"], new["paths"]
    for step in steps:
        if step == "rename schema":
            schemas["Animal"] = schemas.pop("Pet")
        elif step == "two like it":
            pet = schemas.pop("Pet")
            schemas["Cat"], schemas["Dog"] = {**pet, "x": 1}, {**pet, "x": 2}
        elif step == "remove property":
            del schemas["Pet"]["properties"]["id"]
        elif step == "turn parameters":
            paths["/pets"]["get"]["parameters"].reverse()
        elif step == "remove path":
            del paths["/pets"]
        else:
            paths["/animals"] = paths.pop("/pets")
            paths["/animals"]["post"] = paths["/animals"].pop("get")
    return new


CASES: list[tuple[Address, list[str], Match]] = [
    (ID_TYPE, [], Match(at=ID_TYPE, matched_depth=6, whole=True)),
    ((), [], Match(at=(), matched_depth=0, whole=True)),
    (
        ID_TYPE,
        ["rename schema"],
        Match(
            at=("components", "schemas", "Animal", "properties", "id", "type"),
            matched_depth=6,
            whole=True,
            evidence=("same shape",),
            is_guess=True,
        ),
    ),
    (
        ID_TYPE,
        ["remove property"],
        Match(at=(*PET, "properties"), matched_depth=4, whole=False),
    ),
    (LIMIT, ["turn parameters"], Match(at=(*GET, "parameters", 1), matched_depth=5, whole=True)),
    (LIMIT, ["remove path"], Match(at=("paths",), matched_depth=1, whole=False)),
]


@pytest.mark.parametrize(("address", "steps", "match"), CASES)
def test_where_a_place_stands(address: Address, steps: list[str], match: Match) -> None:
    found = Locator(OLD, moved(*steps)).locate(address)
    assert found == match
    assert found.relocated is bool(match.evidence)


def test_places_that_cannot_be_told_apart_are_candidates() -> None:
    found = Locator(OLD, moved("two like it")).locate(PET)
    assert (found.whole, found.at) == (False, PET[:2])
    assert found.candidates == ((*PET[:2], "Cat"), (*PET[:2], "Dog"))
    assert not Locator(OLD, moved("two like it")).locate(ID_TYPE).whole


def test_an_operation_is_known_by_its_id_below_a_path_that_is_gone() -> None:
    new = moved("move operation")
    new["paths"]["/pets"] = {"put": {}}
    found = Locator(OLD, new).locate(GET)
    assert found.at == ("paths", "/animals", "post")
    assert found.evidence[-1] == "same operation id list"


def test_an_operation_below_a_path_that_is_gone_is_looked_for_everywhere() -> None:
    old = copy.deepcopy(OLD)
    new = copy.deepcopy(OLD)
    old["paths"]["/pets"]["put"] = {"operationId": "store"}
    del new["paths"]["/pets"]
    new["paths"]["/a"] = {"get": {"operationId": "list"}}
    new["paths"]["/b"] = {"put": {"operationId": "store"}}
    locator = Locator(old, new)
    assert locator.locate(GET).at == ("paths", "/a", "get")
    assert locator.locate((*GET[:2], "put")).at == ("paths", "/b", "put")


DIRECT: list[tuple[Address, list[str], Address | None]] = [
    (ID_TYPE, [], ID_TYPE),
    (PET, ["rename schema"], None),
    (ID_TYPE, ["rename schema"], ("components", "schemas", "Animal", "properties", "id", "type")),
    (LIMIT, ["turn parameters"], (*GET, "parameters", 1)),
    (ID_TYPE, ["remove property"], None),
]


@pytest.mark.parametrize(("address", "steps", "at"), DIRECT)
def test_a_place_with_the_same_key(address: Address, steps: list[str], at: Address | None) -> None:
    assert Locator(OLD, moved(*steps)).direct(address) == at


def test_a_place_is_looked_for_once() -> None:
    locator = Locator(OLD, moved("rename schema"))
    assert locator.locate(ID_TYPE) is locator.locate(ID_TYPE)


ITEM: Address = GET[:2]
LIMIT_NOW = {"name": "limit", "in": "query"}
OTHER_LIMIT = {"name": "limit", "in": "header"}
LISTS: list[tuple[dict[str, Any], Address | None]] = [
    # What the path item is now, and where the parameter `limit` of its operation is.
    ({"get": {}, "parameters": [LIMIT_NOW]}, (*ITEM, "parameters", 0)),
    ({"get": {}, "parameters": [OTHER_LIMIT]}, None),
    ({"get": {}, "put": {"parameters": [LIMIT_NOW]}}, None),
    ({"put": {}, "parameters": [LIMIT_NOW]}, None),
]


@pytest.mark.parametrize(("item", "at"), LISTS)
def test_a_parameter_that_moved_with_the_whole_list(
    item: dict[str, Any], at: Address | None
) -> None:
    new = copy.deepcopy(OLD)
    new["paths"]["/pets"] = item
    found = Locator(OLD, new).locate(LIMIT)
    assert (found.at if found.whole else None) == at
    # The list as a whole is gone: what the path shares holds for other operations too.
    assert not Locator(OLD, new).locate(LIMIT[:-1]).whole
