"""What is gone at its place may be said at one of another kind, or under another keyword."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.faults import remove as removing
from tests.drift.object_faults import GET, OK, Q, at, frame
from tests.drift.test_proof import judged_on

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import remove
from specmend.drift.other_words import Gone, in_other_words
from specmend.matching.locator import Locator
from specmend.steps.step import Verdict

PET = ("components", "schemas", "Pet")
FORM = ("paths", "/pets", "get", "requestBody", "content", "a/b")
VARIED = {"url": "https://{v}.x", "variables": {"v": {"default": "a"}}}


def pet(**schema: Any) -> dict[str, Any]:
    """A document with a schema."""
    return frame(components={"schemas": {"Pet": schema}})


def body(**media: Any) -> dict[str, Any]:
    """A document with a body."""
    return frame(get={"requestBody": {"content": {"a/b": media}}})


def filed(**fields: Any) -> dict[str, Any]:
    """The schema of a body with one property."""
    return {"properties": {"f": fields}}


CASES: list[tuple[str, Any, Address, Address, Any, list[Address]]] = [
    ("nothing", pet(title="T"), PET, ("title",), pet(), []),
    (
        "not",
        pet(**{"not": {"enum": ["a", "b"]}}),
        PET,
        ("not",),
        pet(allOf=[{"not": {"const": "a"}}]),
        [(*PET, "allOf", 0, "not")],
    ),
    (
        "encoding",
        body(schema=filed(), encoding={"f": {"contentType": "a/c"}}),
        FORM,
        ("encoding",),
        body(schema=filed(contentMediaType="a/c")),
        [(*FORM, "schema", "properties", "f", "contentMediaType")],
    ),
    (
        "server",
        frame(root={"servers": [VARIED]}),
        ("servers", 0),
        ("variables",),
        frame(root={"servers": [{"url": "https://a.x"}]}),
        [("servers", 0, "url")],
    ),
]


@pytest.mark.parametrize(
    ("old", "subject", "key", "new", "expected"),
    [pytest.param(*row[1:], id=row[0]) for row in CASES],
)
def test_what_may_be_said_in_other_words(
    old: Any, subject: Address, key: Address, new: Any, expected: list[Address]
) -> None:
    gone = Gone(
        locator=Locator(old, new),
        applied=remove(old, [(*subject, *key)]),
        address=(*subject, *key),
        subjects=(subject, subject),
        lost=(),
        joined=(),
    )
    assert list(in_other_words(gone)) == expected


ORDER: dict[str, Any] = {"type": "object", "properties": {"id": {"type": "integer", "minimum": 1}}}
NAMED = {"$ref": "#/components/schemas/Order"}
STREAM = f"{OK}.content['a/b']"
TABLE = {"Order": ORDER}
FILTER = {"type": "object", "properties": {"q": Q["schema"]}}


def answer(**media: Any) -> dict[str, Any]:
    """An answer of one media type."""
    return {"response": {"content": {"a/b": media}}}


def shared(schema: Any, **schemas: Any) -> dict[str, Any]:
    """An answer, and components."""
    return {**answer(schema=schema), "components": {"schemas": schemas}}


def asking(*parameters: Any) -> dict[str, Any]:
    """An operation with parameters."""
    return {"get": {"parameters": list(parameters)}}


def filtered(**fields: Any) -> dict[str, Any]:
    """A parameter that is an object."""
    return {"name": "filter", "in": "query", "schema": FILTER, **fields}


def secured(name: str) -> dict[str, Any]:
    """An operation that needs a scheme."""
    schemes = {"securitySchemes": {"K": {"type": "http", "scheme": "basic"}}}
    return {"get": {"security": [{name: []}]}, "components": schemes}


def pets(**schema: Any) -> dict[str, Any]:
    """A component."""
    return {"components": {"schemas": {"Pet": schema}}}


def mapped(**fields: Any) -> dict[str, Any]:
    """A component with a discriminator."""
    schemas = {"Pet": {"discriminator": {"propertyName": "kind", **fields}}, "Cat": ORDER}
    return {"components": {"schemas": schemas}}


PETS = "$.components.schemas.Pet"
CALLED: dict[str, Any] = {
    "callbacks": {
        "made": {"{$url}": {"post": {"requestBody": {"content": {"a/b": {}}}, "responses": {}}}}
    }
}
ARRAY = {"type": "array", "items": ORDER}
QUERY_STRING = {"name": "all", "in": "querystring", "content": {"a/b": {"schema": FILTER}}}
PARTS: list[tuple[str, Any, dict[str, Any], Any]] = [
    ("schema", answer(schema=ORDER), at(STREAM, removing(".schema")), answer(itemSchema=ORDER)),
    ("item", answer(itemSchema=ORDER), at(STREAM, removing(".itemSchema")), answer(schema=ARRAY)),
    (
        "bound of an item",
        answer(schema=ARRAY),
        at(STREAM, removing(".schema.items.properties.id.minimum")),
        answer(itemSchema=ORDER),
    ),
    (
        "property of an item",
        answer(schema=ARRAY),
        at(STREAM, removing(".schema.items.properties.id")),
        answer(schema={"type": "array", "items": {}}, itemSchema=ORDER),
    ),
    ("object", asking(Q), at(GET, removing(".parameters[0]")), asking(filtered())),
    (
        "deep object",
        asking(Q),
        at(GET, removing(".parameters[?@.name=='q']")),
        asking(filtered(style="deepObject")),
    ),
    ("query string", asking(Q), at(GET, removing(".parameters[0]")), asking(QUERY_STRING)),
    ("properties", asking(filtered()), at(GET, removing(".parameters[0]")), asking(Q)),
    ("from a query string", asking(QUERY_STRING), at(GET, removing(".parameters[0]")), asking(Q)),
    (
        "scheme by a reference",
        secured("K"),
        at(GET, removing(".security[0]")),
        secured("#/components/securitySchemes/K"),
    ),
    (
        "example of a file",
        answer(examples={"one": {"value": 1}}),
        at(STREAM, removing(".examples.one.value")),
        answer(examples={"one": {"externalValue": "one.json"}}),
    ),
    (
        "words",
        {"get": {"description": "W"}},
        at(GET, removing(".description")),
        {"get": {"summary": "W"}},
    ),
    (
        "null",
        pets(**{"x-nullable": True}),
        at(PETS, removing("['x-nullable']")),
        pets(type=["null", "string"]),
    ),
    (
        "extension",
        pets(**{"x-names": ["A"]}),
        at(PETS, removing("['x-names']")),
        pets(**{"x-enum-names": ["A"]}),
    ),
    (
        "default mapping",
        mapped(mapping={"c": "Cat"}),
        at(PETS, removing(".discriminator.mapping.c")),
        mapped(defaultMapping="Cat"),
    ),
    ("callback", {"get": CALLED}, at(GET, removing(".callbacks.made")), {"post": CALLED}),
    ("callbacks", {"get": CALLED}, at(GET, removing(".callbacks")), {"post": CALLED}),
    *(
        (f"component, {name}", shared(NAMED, Order=ORDER), at("$", removing(where)), shared(now))
        for where in (".components.schemas.Order", ".components.schemas.Order.properties.id")
        for name, now in (
            ("of a file", {"$ref": "order.yaml"}),
            ("of an address", {"$ref": "https://x.com/all.json#/Order"}),
            ("written out", ORDER),
            ("in a list", ARRAY),
        )
    ),
]


# What one person would do at once: the component goes, and so does what had it.
IN_PATH = {"paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {
    "description": "ok", "content": {"a/b": {"schema": NAMED}}}}}}}}  # fmt: skip
WITH_ORDER = {**IN_PATH, "components": {"schemas": TABLE}}
AWAY = {"$ref": "paths.yaml"}
RENAMED = {"type": "object", "properties": {"number": {"anyOf": [ORDER, {"type": "null"}]}}}
STEPS = [
    removing(".components.schemas.Order"),
    removing(".components.schemas.Order.properties.id"),
    removing(".components.schemas.Order.properties.id.minimum"),
]
TOGETHER: list[tuple[str, Any, dict[str, Any], Any]] = [
    *(
        (f"path of a file, {number}", WITH_ORDER, at("$", step), {"paths": {"/a": AWAY}})
        for number, step in enumerate(STEPS)
    ),
    (
        "operation of a new path of a file",
        WITH_ORDER,
        at("$", removing(".paths['/a'].get")),
        {"paths": {"/b": AWAY}},
    ),
    (
        "renamed and changed",
        shared(NAMED, Order=ORDER),
        at("$", STEPS[0]),
        shared({"$ref": "#/components/schemas/Deal"}, Deal=RENAMED),
    ),
    ("written out and changed", shared(NAMED, Order=ORDER), at("$", STEPS[0]), shared(RENAMED)),
    (
        "property, renamed and nullable",
        pets(properties={"id": ORDER["properties"]["id"]}),
        at(PETS, removing(".properties.id")),
        pets(properties={"no": {"anyOf": [ORDER["properties"]["id"], {"type": "null"}]}}),
    ),
    (
        "property, renamed and of a file",
        pets(properties={"id": ORDER["properties"]["id"]}),
        at(PETS, removing(".properties.id")),
        pets(properties={"no": {"$ref": "no.yaml"}}),
    ),
]


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
@pytest.mark.parametrize(
    ("was", "fields", "now"), [pytest.param(*row[1:], id=row[0]) for row in [*PARTS, *TOGETHER]]
)
def test_a_fault_that_is_said_in_other_words_stays(
    was: Any, fields: dict[str, Any], now: Any, version: str
) -> None:
    old, new = frame(**was), frame(**now)
    old["openapi"], new["openapi"] = version, "3.2.0"
    verdict = judged_on(old, new, fields)
    assert verdict.needs_person, verdict.message


GONE: list[tuple[str, Any, dict[str, Any], Any]] = [
    ("schema", answer(schema=ORDER), at(STREAM, removing(".schema")), answer()),
    (
        "a schema beside",
        answer(schema=ORDER, itemSchema=ORDER),
        at(STREAM, removing(".schema")),
        answer(itemSchema=ORDER),
    ),
    ("parameter", asking(Q, filtered()), at(GET, removing(".parameters[0]")), asking(filtered())),
    (
        "another object",
        asking(Q),
        at(GET, removing(".parameters[0]")),
        asking(filtered(schema={"type": "object", "properties": {"x": {"type": "integer"}}})),
    ),
    ("flag", pets(**{"x-a": True}), at(PETS, removing("['x-a']")), pets(**{"x-b": True})),
    ("extension", pets(**{"x-a": "A"}), at(PETS, removing("['x-a']")), pets(**{"x-b": "B"})),
    (
        "callback",
        {"get": CALLED, "post": CALLED},
        at(GET, removing(".callbacks")),
        {"post": CALLED},
    ),
    ("requirement", secured("K"), at(GET, removing(".security[0]")), {"get": {"security": []}}),
    (
        "component",
        shared(NAMED, Order=ORDER),
        at("$", removing(".components.schemas.Order")),
        shared({"type": "string"}),
    ),
]


@pytest.mark.parametrize(
    ("was", "fields", "now"), [pytest.param(*row[1:], id=row[0]) for row in GONE]
)
def test_a_fault_that_nobody_says_any_more_is_gone(
    was: Any, fields: dict[str, Any], now: Any
) -> None:
    verdict = judged_on(frame(**was), frame(**now), fields)
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM, verdict.message
