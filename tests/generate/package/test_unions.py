"""A discriminator decides in every place, for both clients, whatever version a document has."""

from __future__ import annotations

import json
from typing import Any

import httpx2 as httpx
import pydantic
import pytest
from tests.generate.normalize.documents import ref
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT = {"type": "string"}
KIND = {"propertyName": "kind"}


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


def one(value: Any, version: str) -> dict[str, Any]:
    """One value alone, which OpenAPI 3.0 has no `const` for."""
    return {"type": "string", "enum": [value]} if version == "3.0.4" else {"const": value}


def schemas(version: str) -> dict[str, Any]:
    pet = obj("petType", petType=TEXT, friend=ref("Pet"))
    return {
        "Cat": obj("kind", kind=TEXT, name=TEXT),
        "Dog": obj("kind", kind=TEXT, name=TEXT),
        "Mapped": {
            "oneOf": [ref("Cat"), ref("Dog")],
            "discriminator": KIND
            | {"mapping": {"cat": "Cat", "kitten": "Cat", "dog": "#/components/schemas/Dog"}},
        },
        "Named": {"anyOf": [ref("Cat"), ref("Dog")], "discriminator": KIND},
        "A": obj("kind", kind=one("a", version), name=TEXT),
        "B": obj("kind", kind={"type": "string", "enum": ["b", "bb"]}, name=TEXT),
        "Valued": {"oneOf": [ref("A"), ref("B")], "discriminator": KIND},
        "Told": {"anyOf": [ref("A"), ref("B")]},
        "Pet": pet | {"discriminator": {"propertyName": "petType", "mapping": {"dog": "PetDog"}}},
        "PetDog": {"allOf": [ref("Pet"), obj(barks={"type": "boolean"})]},
        "PetCat": {"allOf": [ref("Pet"), obj(purrs={"type": "boolean"})]},
        "Siamese": {"allOf": [ref("PetCat"), obj(blue={"type": "boolean"})]},
        "Color": {"type": "string", "enum": ["red", "green"]},
        "Paint": obj("color", color=ref("Color"), level={"type": "integer", "enum": [1, 2]}),
        "Sent": obj(color=ref("Color")),
        "Holder": obj(pet=ref("Pet"), all={"type": "array", "items": ref("Mapped")}),
        "Beside": obj("id", id={"type": "integer"}) | {"oneOf": [ref("A"), ref("B")]},
    }


UNIONS = ("Mapped", "Named", "Valued", "Told", "Pet", "Holder", "Beside", "Paint")


def document(version: str) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for name in UNIONS:
        kinds = {
            "one": ref(name),
            "list": {"type": "array", "items": ref(name)},
            "map": {"type": "object", "additionalProperties": ref(name)},
        }
        for place, schema in kinds.items():
            paths[f"/{name}/{place}"] = {"post": operation(f"{place}_{name}", schema)}
        records = {"application/x-ndjson": {"schema": ref(name), "x-stream": {"framing": "ndjson"}}}
        paths[f"/{name}/stream"] = {
            "post": {
                "operationId": f"stream_{name}",
                "responses": {"200": {"description": "d", "content": records}},
            }
        }
    paths["/sent"] = {"post": operation("send", ref("Sent"), ref("Mapped"))}
    const = [{"name": "v", "in": "query", "required": True, "schema": one("2", version)}]
    paths["/const"] = {"post": operation("const", ref("A")) | {"parameters": const}}
    info = {"title": "t", "version": "1"}
    components = {"schemas": schemas(version)}
    return {"openapi": version, "info": info, "paths": paths, "components": components}


def operation(name: str, given: Any, answer: Any = None) -> dict[str, Any]:
    def content(schema: Any) -> Any:
        return {"content": {"application/json": {"schema": schema}}}

    answers = {
        "200": {"description": "d", **content(answer or given)},
        "400": {"description": "d", **content(answer or given)},
    }
    return {
        "operationId": name,
        "requestBody": {"required": True, **content(given)},
        "responses": answers,
    }


@pytest.fixture(scope="session", params=VERSIONS)
def api(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, plan: PackagePlan
) -> Package:
    version: str = request.param
    name = f"unions_{version.replace('.', '_')}"
    return make_package(tmp_path_factory, plan, name, document(version))


DECIDED: list[tuple[str, dict[str, Any], str]] = [
    ("mapped", {"kind": "cat"}, "Cat"),
    ("mapped", {"kind": "kitten", "name": "x"}, "Cat"),
    ("mapped", {"kind": "dog"}, "Dog"),
    ("named", {"kind": "Dog"}, "Dog"),
    ("valued", {"kind": "a"}, "A"),
    ("valued", {"kind": "bb"}, "B"),
    ("told", {"kind": "b"}, "B"),
    ("pet", {"petType": "dog", "barks": True}, "PetDog"),
    ("pet", {"petType": "Siamese", "blue": True, "friend": {"petType": "dog"}}, "Siamese"),
    ("pet", {"petType": "PetCat"}, "PetCat"),
    ("holder", {"pet": {"petType": "dog"}, "all": [{"kind": "dog"}]}, "Holder"),
    ("beside", {"id": 1, "kind": "bb"}, "BesideB"),
]


@pytest.mark.parametrize("aio", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("union", "value", "expected"), DECIDED, ids=str)
def test_the_class_that_the_value_means(
    api: Package, union: str, value: dict[str, Any], expected: str, aio: bool
) -> None:
    spread = union == "holder"
    given: dict[str, Any] = dict(value) if spread else {"body": value}
    found = api.call_with(value, f"one_{union}", aio=aio, **given)
    assert (type(found).__name__, api.sent) == (expected, value)
    # What was read can be sent again, in a list and a map too.
    many = api.call_with([value], f"list_{union}", aio=aio, body=[found])
    assert (type(many[0]).__name__, api.sent) == (expected, [value])
    named = api.call_with({"k": value}, f"map_{union}", aio=aio, body={"k": found})
    assert (type(named["k"]).__name__, api.sent) == (expected, {"k": value})


@pytest.mark.parametrize(("union", "value", "expected"), DECIDED, ids=str)
def test_the_class_of_each_record_of_a_stream(
    api: Package, union: str, value: dict[str, Any], expected: str
) -> None:
    api.answer = httpx.Response(
        200,
        content=json.dumps(value) + "\n",
        headers={"content-type": "application/x-ndjson"},
    )
    with getattr(api.client, f"stream_{union}")() as stream:
        assert [type(record).__name__ for record in stream] == [expected]


def test_unions_in_properties(api: Package) -> None:
    value = {"pet": {"petType": "dog"}, "all": [{"kind": "dog"}, {"kind": "cat"}]}
    found = api.call_with(value, "one_holder")
    models = api.module.models
    assert isinstance(found.pet, models.PetDog)
    assert [type(one) for one in found.all] == [models.Dog, models.Cat]


UNKNOWN: list[tuple[str, dict[str, Any], str]] = [
    ("mapped", {"kind": "cow"}, "Input should have 'cat', 'kitten' or 'dog' as kind, not 'cow'"),
    ("mapped", {}, "Input should have 'cat', 'kitten' or 'dog' as kind, which is missing"),
    ("told", {"kind": "c"}, "Input should have 'a', 'b' or 'bb' as kind, not 'c'"),
    (
        "pet",
        {"petType": "Bird"},
        "Input should have 'dog', 'PetCat' or 'Siamese' as petType, not 'Bird'",
    ),
]


@pytest.mark.parametrize("aio", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("union", "value", "words"), UNKNOWN, ids=str)
def test_an_unknown_value_is_an_error_that_names_it(
    api: Package, union: str, value: dict[str, Any], words: str, aio: bool
) -> None:
    known = {"body": {"kind": "a"} if union == "told" else {"kind": "cat", "petType": "dog"}}
    with pytest.raises(api.module.errors.DecodeError) as caught:
        api.call_with(value, f"one_{union}", aio=aio, **known)
    assert words in str(caught.value)
    before = len(api.requests)
    with pytest.raises(pydantic.ValidationError) as refused:
        api.call(f"one_{union}", aio=aio, body=value)
    assert refused.value.errors()[0]["msg"] == words
    assert len(api.requests) == before


def test_an_error_has_the_class_that_its_value_means(api: Package) -> None:
    api.answer = httpx.Response(400, json={"kind": "dog"})
    with pytest.raises(api.module.errors.BadRequestError) as caught:
        api.call("one_mapped", body={"kind": "cat"})
    assert isinstance(caught.value.body, api.module.models.Dog)
    api.answer = None


def test_new_values_of_enumerations_come_through(api: Package) -> None:
    value = {"color": "blue", "level": 5}
    found = api.call_with(value, "one_paint", color="red")
    assert (found.color, found.level) == ("blue", 5)
    # Requests have the values that the document lists.
    with pytest.raises(pydantic.ValidationError, match="Input should be 'red' or 'green'"):
        api.call("send", color="blue")


def test_the_only_value_is_sent_without_being_given(api: Package) -> None:
    api.call_with({"kind": "a"}, "const", name="x")
    assert api.sent == {"kind": "a", "name": "x"}
    assert api.requests[-1].url.query == b"v=2"
    with pytest.raises(api.module.errors.DecodeError, match="kind: Field required"):
        api.call_with({"name": "x"}, "const")


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
from {package} import Client
from {package}.models import A, B, Cat, Color, Dog, PetCat, PetDog, Siamese

client = Client("http://x")
mapped: Cat | Dog = client.one_mapped(body=Cat(kind="cat"))
named: list[Cat | Dog] = client.list_named(body=[{"kind": "Cat"}])
valued: dict[str, A | B] = client.map_valued(body={"x": A(name="x")})
told: A | B = client.one_told(body=B(kind="bb"))
pet: PetDog | PetCat | Siamese = client.one_pet(body=PetDog(pet_type="dog", barks=True))
color: Color | str = client.one_paint(color="red").color
const: A = client.const(name="x")
client.const(kind="a", v="2")
"""


@pytest.fixture(scope="session")
def wide(tmp_path_factory: pytest.TempPathFactory, plan: PackagePlan) -> Package:
    from dataclasses import replace

    own = replace(plan, open=True, closed_enums=True)
    return make_package(tmp_path_factory, own, "unions_open", document("3.1.1"))


def test_an_open_union_has_a_general_class_for_the_rest(wide: Package) -> None:
    models = wide.module.models
    found = wide.call_with({"kind": "cow", "x": 1}, "one_mapped", body={"kind": "cat"})
    assert type(found) is models.SchemaModel
    assert found.model_extra == {"kind": "cow", "x": 1}
    pet = wide.call_with({"petType": "Bird", "x": 1}, "one_pet", body={"petType": "dog"})
    assert type(pet) is models.Pet
    assert isinstance(wide.call_with({"kind": "dog"}, "one_mapped", body=found), models.Dog)
    assert wide.sent == {"kind": "cow", "x": 1}


def test_closed_enumerations_refuse_new_values(wide: Package) -> None:
    with pytest.raises(wide.module.errors.DecodeError, match="Input should be 'red' or 'green'"):
        wide.call_with({"color": "blue"}, "one_paint", color="red")
