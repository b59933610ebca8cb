"""readOnly is not asked for in requests, writeOnly is not looked for in answers."""

from __future__ import annotations

import inspect
import json
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
READ: dict[str, Any] = {"type": "string", "readOnly": True}
WRITE: dict[str, Any] = {"type": "string", "writeOnly": True}
JSON, LINES = "application/json", "application/x-ndjson"


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def thing(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def content(schema: Any, media_type: str = JSON) -> dict[str, Any]:
    return {"content": {media_type: {"schema": schema}}}


def body(schema: Any, media_type: str = JSON) -> dict[str, Any]:
    return {"requestBody": {"required": True, **content(schema, media_type)}}


def answer(schema: Any, media_type: str = JSON) -> dict[str, Any]:
    return {"responses": {"200": {"description": "", **content(schema, media_type)}}}


def schemas(version: str) -> dict[str, Any]:
    by_name = {"allOf": [ref("Plain"), {"readOnly": True}]}
    beside = {**ref("Plain"), "readOnly": True}
    many: dict[str, Any] = {"type": "array", "items": ref("User")}
    return {
        "User": thing("id", "name", "code", id=READ, name=TEXT, code=WRITE),
        # The property is described in one member of allOf, and required in another one.
        "Staff": {
            "allOf": [ref("User"), thing("pin", pin=WRITE), {"required": ["badge"]}],
            "properties": {"badge": READ},
        },
        "Team": thing(
            "lead",
            lead=ref("User"),
            many=many,
            named={"type": "object", "additionalProperties": ref("User")},
            either={"oneOf": [ref("User"), ref("Staff"), {"type": "integer"}]},
        ),
        "Tree": thing("id", id=READ, children={"type": "array", "items": ref("Tree")}),
        "Plain": thing("x", x=TEXT),
        "Etag": READ,
        "Places": thing(
            "member",
            "component",
            *([] if version.startswith("3.0") else ["beside"]),
            member=by_name,
            component=ref("Etag"),
            beside=beside,
            kept=TEXT,
        ),
        "Cat": thing("kind", kind={**READ, "enum": ["cat"]}, lives=READ),
        "Dog": thing("kind", kind={**READ, "enum": ["dog"]}, bark=WRITE),
        "Pet": {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}},
        "Question": thing("secret", secret=WRITE, asked=READ),
        "Report": thing("secret", "made", secret=WRITE, made=READ),
        "Filter": thing(name=TEXT, total=READ),
    }


def document(version: str) -> dict[str, Any]:
    paths: dict[str, Any] = {
        f"/{name}": {"post": {"operationId": f"echo{name}", **body(ref(name)), **answer(ref(name))}}
        for name in ("User", "Staff", "Team", "Tree", "Places")
    }
    pets = {"type": "array", "items": ref("Pet")}
    filtered = {"name": "filter", "in": "query", "style": "deepObject", "schema": ref("Filter")}
    paths |= {
        "/pets": {"post": {"operationId": "echoPets", **body(pets), **answer(pets)}},
        "/ask": {"post": {"operationId": "ask", **body(ref("Question")), **answer(ref("Report"))}},
        "/find": {"get": {"operationId": "find", "parameters": [filtered], **answer(ref("User"))}},
        "/upload": {
            "post": {
                "operationId": "upload",
                **body(ref("User"), "multipart/form-data"),
                **answer(ref("User"), LINES),
            }
        },
        "/records": {
            "post": {
                "operationId": "records",
                **body(ref("User"), LINES),
                "responses": {
                    "204": {"description": ""},
                    "400": {"description": "", **content(ref("User"))},
                },
            }
        },
    }
    info = {"title": "T", "version": "1"}
    tree = {"openapi": version, "info": info, "paths": paths}
    if not version.startswith("3.0"):
        hook = {"operationId": "hook", **body(ref("Question")), "responses": {}}
        tree["webhooks"] = {"asked": {"post": hook}}
    return {**tree, "components": {"schemas": schemas(version)}}


@pytest.fixture(scope="session")
def packages(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    return {
        version: make_package(
            tmp_path_factory, plan, f"directions_{version.replace('.', '_')}", document(version)
        )
        for version in VERSIONS
    }


FIELDS = {
    "User": ["id", "name"],
    "UserRequest": ["name", "code"],
    "Staff": ["id", "name", "badge"],
    "StaffRequest": ["name", "code", "pin"],
    "Tree": ["id", "children"],
    "TreeRequest": ["children"],
    "Places": ["member", "component", "beside", "kept"],
    "PlacesRequest": ["kept"],
    "Cat": ["kind", "lives"],
    "CatRequest": ["kind"],
    "Dog": ["kind"],
    "DogRequest": ["kind", "bark"],
    "Report": ["made"],
    "Filter": ["name"],
    "Plain": ["x"],
}


@pytest.mark.parametrize("version", VERSIONS)
def test_each_view_has_its_fields(packages: dict[str, Package], version: str) -> None:
    models = packages[version].module.models
    assert {name: list(getattr(models, name).model_fields) for name in FIELDS} == FIELDS
    questions = {"Question": ["secret"]}
    if not version.startswith("3.0"):
        questions = {"Question": ["asked"], "QuestionRequest": ["secret"]}
    found = {name: list(getattr(models, name).model_fields) for name in questions}
    assert found == questions
    others = {"ReportRequest", "FilterRequest", "PlainRequest"}
    assert not others & set(models.__all__)
    for name in ("Team", "TeamRequest"):
        fields = getattr(models, name).model_fields
        suffix = name.removeprefix("Team")
        assert [f"User{suffix}" in str(field.annotation) for field in fields.values()] == [True] * 4


@pytest.mark.parametrize("version", VERSIONS)
def test_arguments_are_those_of_the_request(packages: dict[str, Package], version: str) -> None:
    client = packages[version].module.Client
    names = {
        method: list(inspect.signature(getattr(client, method)).parameters)[1:-1]
        for method in ("echo_user", "echo_staff", "echo_tree", "echo_places", "ask", "upload")
    }
    assert names == {
        "echo_user": ["name", "code"],
        "echo_staff": ["name", "code", "pin"],
        "echo_tree": ["children"],
        "echo_places": ["kept"],
        "ask": ["secret"],
        "upload": ["name", "code"],
    }


ROWS: dict[str, tuple[str, dict[str, Any], Any, Any]] = {
    "a class": (
        "echo_user",
        {"name": "n", "code": "p"},
        {"name": "n", "code": "p"},
        {"id": "1", "name": "n"},
    ),
    "a child": (
        "echo_staff",
        {"name": "n", "code": "p", "pin": "0"},
        {"name": "n", "code": "p", "pin": "0"},
        {"id": "1", "name": "n", "badge": "b"},
    ),
    "inside": (
        "echo_team",
        {
            "lead": {"name": "n", "code": "p"},
            "many": [{"name": "m", "code": "p"}],
            "named": {"a": {"name": "m", "code": "p"}},
            "either": {"name": "m", "code": "p", "pin": "0"},
        },
        {
            "lead": {"name": "n", "code": "p"},
            "many": [{"name": "m", "code": "p"}],
            "named": {"a": {"name": "m", "code": "p"}},
            "either": {"name": "m", "code": "p", "pin": "0"},
        },
        {"lead": {"id": "1", "name": "n"}, "many": [], "either": {"id": "1", "name": "n"}},
    ),
    "itself": (
        "echo_tree",
        {"children": [{"children": []}]},
        {"children": [{"children": []}]},
        {"id": "1", "children": [{"id": "2"}]},
    ),
    "places": (
        "echo_places",
        {"kept": "k"},
        {"kept": "k"},
        {"member": {"x": "1"}, "component": "e", "beside": {"x": "2"}, "kept": "k"},
    ),
    "told apart": (
        "echo_pets",
        {"body": [{"kind": "cat"}, {"kind": "dog", "bark": "w"}]},
        [{"kind": "cat"}, {"kind": "dog", "bark": "w"}],
        [{"kind": "cat", "lives": "9"}, {"kind": "dog"}],
    ),
    "one way each": ("ask", {"secret": "s"}, {"secret": "s"}, {"made": "m"}),
}


@pytest.mark.parametrize("aio", [False, True])
@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_sent_and_read(
    packages: dict[str, Package], version: str, name: str, aio: bool
) -> None:
    package = packages[version]
    method, given, sent, received = ROWS[name]
    found = package.call_with(received, method, aio=aio, **given)
    assert package.sent == sent
    members = found if isinstance(found, list) else [found]
    dumped = [one.model_dump(mode="json", by_alias=True, exclude_unset=True) for one in members]
    assert dumped == (received if isinstance(received, list) else [received])


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_server_sends_anyway_is_kept(packages: dict[str, Package], version: str) -> None:
    package = packages[version]
    found = package.call_with(
        {"id": "1", "name": "n", "code": "p"}, "echo_user", name="n", code="p"
    )
    assert found.model_extra == {"code": "p"}


@pytest.mark.parametrize("version", VERSIONS)
def test_records_and_forms_have_the_view_of_their_way(
    packages: dict[str, Package], version: str
) -> None:
    package, models = packages[version], packages[version].module.models
    lines = b'{"id":"1","name":"n"}\n{"id":"2","name":"m"}\n'
    package.answer = httpx.Response(200, content=lines, headers={"content-type": LINES})
    found = list(package.call("upload", name="n", code="p"))
    assert [type(one) for one in found] == [models.User] * 2
    assert package.requests[-1].content.count(b"Content-Disposition") == 2
    package.answer = None
    given = [{"name": "n", "code": "p"}, models.UserRequest(name="m", code="q")]
    package.call("records", body=given)
    sent = [json.loads(line) for line in package.requests[-1].content.splitlines()]
    assert sent == [{"name": "n", "code": "p"}, {"name": "m", "code": "q"}]
    package.answer = httpx.Response(400, json={"id": "1", "name": "n"})
    with pytest.raises(package.module.errors.BadRequestError) as failure:
        package.call("records", body=given)
    assert failure.value.body == models.User(id="1", name="n")
