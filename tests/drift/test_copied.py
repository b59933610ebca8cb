"""Copies that upstream made of what a step mends: a person is asked while they keep the fault."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.document.tree.values import Tree
from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

APPLIES, CONFLICT, GONE = Verdict.APPLIES, Verdict.CONFLICT, Verdict.GONE
MENDED = Verdict.ALREADY_UPSTREAM

TOY: Fields = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "pattern": "^x$", "maxLength": 9},
        "old": {"type": "integer"},
        "size": {"type": "number", "minimum": 1},
    },
}
PLAIN: Fields = {"type": "object", "properties": {"id": {"type": "integer"}}}
PATHS = 5


def refer(name: str, kind: str = "schemas") -> Fields:
    return {"$ref": f"#/components/{kind}/{name}"}


def document(version: str) -> Any:
    zoo = {"type": "object", "properties": {"toy": refer("Toy"), "id": {"type": "integer"}}}
    paths = {f"/p{number}": {"get": answering(refer("Toy"))} for number in range(PATHS)}
    schemas = {"Toy": copy.deepcopy(TOY), "Zoo": zoo}
    return {"openapi": version, "paths": paths, "components": {"schemas": schemas}}


def answering(schema: Fields) -> Fields:
    return {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}}


def renamed(tree: Any) -> Any:
    """The same with another name for the schema."""
    schemas = tree["components"]["schemas"]
    zoo = {"type": "object", "properties": {"toy": refer("Doll"), "id": {"type": "integer"}}}
    tree["components"]["schemas"] = {"Doll": schemas["Toy"], "Zoo": zoo}
    for item in tree["paths"].values():
        item["get"] = answering(refer("Doll"))
    return tree


NAME = "$.components.schemas.Toy.properties.name"
ACTIONS: dict[str, Fields] = {
    "a keyword removed": {"target": f"{NAME}.pattern", "remove": True},
    "a keyword set": {"target": NAME, "update": {"maxLength": 80}},
    "a keyword added": {"target": NAME, "update": {"minLength": 2}},
    "an extension added": {"target": "$.components.schemas.Toy", "update": {"x-ours": 1}},
    "a property removed": {
        "target": "$.components.schemas.Toy.properties.old",
        "remove": True,
    },
    "a name added": {"target": "$.components.schemas.Toy.required", "update": ["size"]},
    "a property renamed": {
        "target": "$.components.schemas.Toy",
        "x-edit": {"name": "rename-property", "from": "old", "to": "new"},
    },
    "null allowed": {
        "target": "$.components.schemas.Toy.properties.size",
        "x-edit": {"name": "make-nullable"},
    },
}
INTEGER: Fields = {"type": "integer"}
AROUND: dict[str, Callable[[Any], Fields]] = {
    "written out": lambda toy: toy,
    "with a title": lambda toy: {**toy, "title": "A toy"},
    "anyOf": lambda toy: {"anyOf": [toy, INTEGER]},
    "oneOf": lambda toy: {"oneOf": [INTEGER, toy]},
    "allOf": lambda toy: {"allOf": [toy]},
    "items": lambda toy: {"type": "array", "items": toy},
    "a map": lambda toy: {"type": "object", "additionalProperties": toy},
    "a property": lambda toy: {"type": "object", "properties": {"data": toy}},
    "items in anyOf": lambda toy: {"anyOf": [{"type": "array", "items": toy}]},
}


@pytest.mark.parametrize("is_renamed", [False, True], ids=["same name", "other name"])
@pytest.mark.parametrize("is_named", [False, True], ids=["written out", "extracted"])
@pytest.mark.parametrize("around", AROUND)
def test_a_copy_keeps_the_fault(around: str, is_named: bool, is_renamed: bool) -> None:
    for version in ("3.0.4", "3.1.1", "3.2.0"):
        for name, fields in ACTIONS.items():
            old = document(version)
            new = renamed(document(version)) if is_renamed else document(version)
            toy: Fields = copy.deepcopy(TOY)
            if is_named:
                new["components"]["schemas"]["Copy"] = toy
                toy = refer("Copy")
            new["paths"]["/p1"]["get"] = answering(AROUND[around](toy))
            found = judged(old, new, fields)
            assert found.verdict in {CONFLICT, GONE}, f"{name}, {version}: {found.message}"
            assert "p1" in found.message or "Copy" in found.message


SCHEMAS: dict[str, tuple[Fields, Verdict]] = {
    # What stands at one of the places that referred to the schema, and the verdict.
    "as it was": (refer("Toy"), APPLIES),
    "a branch that refers": ({"anyOf": [refer("Toy"), {"type": "null"}]}, APPLIES),
    "items that refer": ({"type": "array", "items": refer("Toy")}, APPLIES),
    "another schema": (PLAIN, APPLIES),
    "another type": ({"type": "string", "maxLength": 9}, APPLIES),
    "another component": (refer("Zoo"), APPLIES),
    "a copy without the fault": (
        {**TOY, "properties": {**TOY["properties"], "name": {"maxLength": 80}}},
        APPLIES,
    ),
    "a copy without the property": ({**TOY, "properties": {"size": {"type": "number"}}}, APPLIES),
    "a copy": (TOY, CONFLICT),
    "a copy with another value": (
        {**TOY, "properties": {**TOY["properties"], "name": {"maxLength": 12}}},
        CONFLICT,
    ),
    "what holds it is written out as well": (
        {"type": "object", "properties": {"toy": TOY, "id": {"type": "integer"}}},
        CONFLICT,
    ),
}


@pytest.mark.parametrize("now", SCHEMAS)
@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
def test_what_stands_where_the_schema_was_referred_to(version: str, now: str) -> None:
    value, verdict = SCHEMAS[now]
    old, new = document(version), document(version)
    new["paths"]["/p1"]["get"] = answering(value)
    found = judged(old, new, ACTIONS["a keyword set"])
    assert found.verdict is verdict, found.message


def test_what_upstream_mended_in_one_place_and_not_in_its_copy() -> None:
    old, new = document("3.1.1"), document("3.1.1")
    new["components"]["schemas"]["Toy"]["properties"]["name"]["maxLength"] = 80
    assert judged(old, new, ACTIONS["a keyword set"]).verdict is MENDED
    new["paths"]["/p1"]["get"] = answering(TOY)
    found = judged(old, new, ACTIONS["a keyword set"])
    assert found.verdict in {CONFLICT, GONE}, found.message


def test_a_copy_of_what_holds_the_schema() -> None:
    old, new = document("3.1.1"), document("3.1.1")
    old["paths"]["/zoo"] = {"get": answering(refer("Zoo"))}
    new["paths"]["/zoo"] = {"get": answering({"properties": {"toy": TOY, "id": INTEGER}})}
    found = judged(old, new, ACTIONS["a keyword removed"])
    assert found.verdict is CONFLICT, found.message
    # The other copy refers to the schema still.
    new["paths"]["/zoo"] = {"get": answering({"properties": {"toy": refer("Toy"), "id": INTEGER}})}
    assert judged(old, new, ACTIONS["a keyword removed"]).verdict is APPLIES


LIMIT: Fields = {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 5}}
COUNT: Fields = {"schema": {"type": "integer", "maximum": 5}, "description": "How many."}
MEDIA: Fields = {"content": {"text/plain": {"schema": {"type": "string", "maximum": 5}}}}
COMPONENTS: dict[str, tuple[Fields, tuple[Any, ...], str]] = {
    # The component, where an operation refers to it, and the way to the fault.
    "parameters": (LIMIT, ("parameters", 0), ".schema.maximum"),
    "requestBodies": (MEDIA, ("requestBody",), ".content['text/plain'].schema.maximum"),
    "responses": (MEDIA, ("responses", "200"), ".content['text/plain'].schema.maximum"),
    "headers": (COUNT, ("responses", "200", "headers", "X-Count"), ".schema.maximum"),
}


@pytest.mark.parametrize("kind", COMPONENTS)
def test_a_copy_of_another_component(kind: str) -> None:
    value, place, way = COMPONENTS[kind]
    fields = {"target": f"$.components.{kind}.One{way}", "remove": True}
    old = using(kind, refer("One", kind), place)
    assert judged(old, old, fields).verdict is APPLIES
    found = judged(old, using(kind, value, place), fields)
    assert found.verdict is CONFLICT, found.message


def using(kind: str, second: Fields, place: tuple[Any, ...]) -> Tree:
    """A document with a component that one operation refers to, and a second place."""
    first = operation(refer("One", kind), place)
    paths = {"/a": {"get": first}, "/b": {"get": operation(second, place)}}
    components = {kind: {"One": COMPONENTS[kind][0]}}
    return {"openapi": "3.1.0", "paths": paths, "components": components}


def operation(value: Fields, place: tuple[Any, ...]) -> Fields:
    made: Any = value
    for token in reversed(place):
        made = [made] if isinstance(token, int) else {token: made}
    return dict(made)


OWN: dict[str, tuple[list[Any], Verdict]] = {
    # The parameters that one operation of the path has for itself now, and the verdict.
    "none": ([], APPLIES),
    "another one": ([{**LIMIT, "name": "page"}], APPLIES),
    "one of that name elsewhere": ([{**LIMIT, "in": "header"}], APPLIES),
    "one without the fault": ([{**LIMIT, "schema": {"type": "integer"}}], APPLIES),
    "a copy": ([LIMIT], CONFLICT),
    "a copy by a reference": ([refer("Limit", "parameters")], CONFLICT),
}


@pytest.mark.parametrize("own", OWN)
def test_a_copy_of_a_parameter_that_the_path_shares(own: str) -> None:
    item: Fields = {"parameters": [LIMIT], "get": {}, "put": {}}
    components = {"parameters": {"Limit": LIMIT}}
    old = {"openapi": "3.1.0", "paths": {"/pets": item}, "components": components}
    listed, verdict = OWN[own]
    item = {**item, "put": {"parameters": listed}}
    new = {"openapi": "3.1.0", "paths": {"/pets": item}, "components": components}
    for target in ("[0]", "[?@.name=='limit']"):
        fields = {"target": f"$.paths['/pets'].parameters{target}.schema.maximum", "remove": True}
        found = judged(old, new, fields)
        assert found.verdict is verdict, found.message
        # What the operation declared before is not that of the path.
        assert judged(new, new, fields).verdict is APPLIES


def test_a_definition_in_a_schema() -> None:
    def made(second: Fields) -> Tree:
        properties = {"one": refer("Zoo/$defs/Toy"), "two": second}
        zoo = {"$defs": {"Toy": TOY}, "properties": properties}
        return {"openapi": "3.1.0", "components": {"schemas": {"Zoo": zoo}}}

    old = made(refer("Zoo/$defs/Toy"))
    target = "$.components.schemas.Zoo['$defs'].Toy.properties.name.pattern"
    fields = {"target": target, "remove": True}
    assert judged(old, old, fields).verdict is APPLIES
    assert judged(old, made(TOY), fields).verdict is CONFLICT


def test_a_rule_that_reaches_the_copies_needs_nobody() -> None:
    old, new = document("3.1.1"), document("3.1.1")
    new["paths"]["/p1"]["get"] = answering(TOY)
    fields = {"target": "$..[?@.pattern=='^x$'].pattern", "remove": True}
    assert judged(old, new, fields).verdict is APPLIES


def test_what_upstream_adds_around_a_copy_is_not_lacking_in_it() -> None:
    kinds: Fields = {"type": "string", "enum": ["json"]}
    old, new = document("3.0.4"), document("3.0.4")
    for tree in (old, new):
        tree["components"]["schemas"]["Toy"] = kinds
    new["paths"]["/p1"]["get"] = answering({"oneOf": [kinds, {"type": "object"}]})
    target = "$.components.schemas.Toy"
    wider = {"target": target, "update": {"oneOf": [{**kinds, "default": "json"}, {}]}}
    assert judged(old, new, wider).verdict is APPLIES
    assert judged(old, new, {"target": target, "update": {"maxLength": 4}}).verdict is CONFLICT


SMALL: Fields = {"type": "object", "properties": {"age": {"type": "integer", "minimum": 1}}}
MERGED: Fields = {
    "type": "object",
    "properties": {**SMALL["properties"], **{name: {"type": "string"} for name in "abcdefg"}},
}
AGE = "$.components.schemas.Pet.properties.age"
BOUNDS: list[Fields] = [
    {"target": f"{AGE}.minimum", "remove": True},
    {"target": AGE, "update": {"minimum": 0}},
    {"target": AGE, "update": {"maximum": 9}},
    {"target": AGE, "remove": True},
]


def pets(read: Fields, write: Fields, **schemas: Fields) -> Tree:
    """A document that answers with one schema, and takes another one."""
    body = {"content": {"application/json": {"schema": write}}}
    item = {"get": answering(read), "post": {"requestBody": body, "responses": {}}}
    return {"openapi": "3.1.0", "paths": {"/pets": item}, "components": {"schemas": schemas}}


def made_of(**more: Any) -> Fields:
    return {"allOf": [refer("Pet"), more]}


READ, WRITE = made_of(properties={"id": {"type": "string"}}), made_of(title="Write")
ASKED = {CONFLICT, GONE}
SPLIT = pets(refer("Read"), refer("Write"), Pet=SMALL, Read=READ, Write=WRITE)
MERGES: list[tuple[str, Tree]] = [
    (
        "both, in their own names",
        pets(refer("Read"), refer("Write"), Pet=SMALL, Read=MERGED, Write=MERGED),
    ),
    ("one of the two", pets(refer("Read"), refer("Write"), Pet=SMALL, Read=MERGED, Write=WRITE)),
    ("one where it is used", pets(MERGED, refer("Write"), Pet=SMALL, Write=WRITE)),
    ("both where they are used", pets(MERGED, MERGED, Pet=SMALL)),
]


@pytest.mark.parametrize("fields", BOUNDS)
@pytest.mark.parametrize("now", [pytest.param(one[1], id=one[0]) for one in MERGES])
def test_a_branch_that_was_merged_into_its_schema_is_a_copy(now: Tree, fields: Fields) -> None:
    assert judged(SPLIT, SPLIT, fields).verdict is APPLIES
    assert judged(SPLIT, now, fields).verdict in ASKED


@pytest.mark.parametrize("fields", BOUNDS)
def test_a_component_that_became_two(fields: Fields) -> None:
    old = pets(refer("Pet"), refer("Pet"), Pet=SMALL)
    now = pets(refer("PetRead"), refer("PetWrite"), PetRead=SMALL, PetWrite=MERGED)
    assert judged(old, now, fields).verdict in ASKED


def test_a_merged_branch_that_is_mended_needs_nobody() -> None:
    mended = {**MERGED, "properties": {**MERGED["properties"], "age": {"type": "integer"}}}
    small = {"type": "object", "properties": {"age": {"type": "integer"}}}
    now = pets(refer("Read"), refer("Write"), Pet=small, Read=mended, Write=mended)
    assert judged(SPLIT, now, BOUNDS[0]).verdict is MENDED
