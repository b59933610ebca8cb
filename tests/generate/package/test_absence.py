"""None and "not given" are two things wherever a schema allows null, and one elsewhere."""

from __future__ import annotations

import inspect
import typing
from typing import Any

import pytest
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
NOTHING: dict[str, Any] = {"responses": {"204": {"description": ""}}}


def or_null(version: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema that allows null too, as its version writes that."""
    if "$ref" in schema:
        if version.startswith("3.0"):
            return {"allOf": [schema], "nullable": True}
        return {"oneOf": [schema, {"type": "null"}]}
    if version.startswith("3.0"):
        return {**schema, "nullable": True}
    return {**schema, "type": [schema["type"], "null"]}


def pet(version: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": or_null(version, TEXT),
            "nick": TEXT,
            "ageInYears": or_null(version, {"type": "integer"}),
            "tags": or_null(version, {"type": "array", "items": or_null(version, TEXT)}),
            "owner": or_null(version, {"$ref": "#/components/schemas/Owner"}),
            "anything": {},
        },
    }


def body(schema: Any, media_type: str, **words: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {media_type: {"schema": schema}}, **words}, **NOTHING}


def document(version: str) -> dict[str, Any]:
    named: dict[str, Any] = {"$ref": "#/components/schemas/Pet"}
    texts = or_null(version, {"type": "array", "items": TEXT})
    bodies = {
        "patch": body(named, "application/merge-patch+json", required=True),
        "optional": body(named, "application/json"),
        "whole": body(or_null(version, named), "application/json", required=True),
        "wholeOptional": body(texts, "application/json"),
        "wholeStrict": body({"type": "array", "items": TEXT}, "application/json"),
        "form": body(named, FORM, required=True),
        "multipart": body(named, MULTIPART, required=True),
        "records": body(or_null(version, named), "application/x-ndjson", required=True),
    }
    paths: dict[str, Any] = {
        f"/{name}": {"post": {"operationId": name, **operation}}
        for name, operation in bodies.items()
    }
    parameters = [
        {"name": name, "in": place, "schema": or_null(version, TEXT)}
        for name, place in (("q", "query"), ("h", "header"), ("c", "cookie"))
    ]
    paths["/ask"] = {"get": {"operationId": "ask", "parameters": parameters, **NOTHING}}
    schemas = {
        "Pet": pet(version),
        "Owner": {"type": "object", "properties": {"mail": or_null(version, TEXT)}},
    }
    info = {"title": "T", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths, "components": {"schemas": schemas}}


class Row(typing.NamedTuple):
    """The arguments of a call and the body that they make; None where there is no body."""

    method: str
    given: dict[str, Any]
    sent: Any


ROWS: dict[str, Row] = {
    "values": Row("patch", {"name": "a", "nick": "b"}, {"name": "a", "nick": "b"}),
    "not null": Row("patch", {"name": "a", "nick": None}, {"name": "a"}),
    "required null": Row("patch", {"name": None}, {"name": None}),
    "number": Row("patch", {"name": "a", "age_in_years": None}, {"name": "a", "ageInYears": None}),
    "list": Row("patch", {"name": "a", "tags": None}, {"name": "a", "tags": None}),
    "inner": Row("patch", {"name": "a", "tags": [None]}, {"name": "a", "tags": [None]}),
    "object": Row("patch", {"name": "a", "owner": None}, {"name": "a", "owner": None}),
    "nested": Row(
        "patch", {"name": "a", "owner": {"mail": None}}, {"name": "a", "owner": {"mail": None}}
    ),
    "any": Row("patch", {"name": "a", "anything": None}, {"name": "a", "anything": None}),
    "optional body": Row("optional", {"name": None}, {"name": None}),
    "whole null": Row("whole", {"body": None}, "null"),
    "whole": Row("whole", {"body": {"name": None}}, {"name": None}),
    "whole optional": Row("whole_optional", {}, None),
    "whole optional null": Row("whole_optional", {"body": None}, "null"),
    "whole optional list": Row("whole_optional", {"body": ["a"]}, ["a"]),
    "whole that has no null": Row("whole_strict", {"body": None}, None),
}


@pytest.fixture(scope="session")
def packages(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    return {
        version: make_package(
            tmp_path_factory, plan, f"absence_{version.replace('.', '_')}", document(version)
        )
        for version in VERSIONS
    }


@pytest.mark.parametrize("aio", [False, True])
@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_sent(packages: dict[str, Package], version: str, name: str, aio: bool) -> None:
    package, row = packages[version], ROWS[name]
    package.call(row.method, aio=aio, **row.given)
    if row.sent == "null":
        assert package.requests[-1].content == b"null"
    else:
        assert package.sent == row.sent


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_said_not_to_be_given_is_left_out(
    packages: dict[str, Package], version: str
) -> None:
    package = packages[version]
    not_given = package.module.NOT_GIVEN
    package.call("patch", name="a", tags=not_given, nick=not_given)
    assert package.sent == {"name": "a"}
    package.call("whole_optional", body=not_given)
    assert package.sent is None
    assert repr(not_given) == "NOT_GIVEN"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_form_has_no_null(packages: dict[str, Package], version: str) -> None:
    package = packages[version]
    package.call("form", name=None, nick="b", tags=None)
    assert package.requests[-1].content == b"nick=b"
    package.call("multipart", name=None, nick="b", tags=None)
    assert package.requests[-1].content.count(b"Content-Disposition") == 1


@pytest.mark.parametrize("version", VERSIONS)
def test_parameters_have_no_null(packages: dict[str, Package], version: str) -> None:
    package = packages[version]
    package.call("ask", q=None, h=None, c=None)
    request = package.requests[-1]
    assert request.url.query == b""
    assert not {"h", "cookie"} & set(request.headers)


@pytest.mark.parametrize("version", VERSIONS)
def test_records_can_be_null(packages: dict[str, Package], version: str) -> None:
    package = packages[version]
    package.call("records", body=[{"name": None}, None])
    assert package.requests[-1].content == b'{"name":null}\nnull\n'


@pytest.mark.parametrize("version", VERSIONS)
def test_signatures_tell_null_from_absence(packages: dict[str, Package], version: str) -> None:
    module = packages[version].module
    for client in (module.Client, module.AsyncClient):
        parameters = dict(inspect.signature(client.patch).parameters)
        del parameters["extra"]
        assert {name: str(one).partition(": ")[2] for name, one in parameters.items()} == {
            "self": "",
            "name": "'str | None'",
            "nick": "'str | None' = None",
            "age_in_years": "'int | None | NotGiven' = NOT_GIVEN",
            "tags": "'Sequence[str | None] | None | NotGiven' = NOT_GIVEN",
            "owner": "'Owner | dict[str, Any] | None | NotGiven' = NOT_GIVEN",
            "anything": "'Any' = NOT_GIVEN",
        }
        assert str(inspect.signature(client.form).parameters["tags"]).endswith("| None' = None")
        assert str(inspect.signature(client.ask).parameters["q"]) == "q: 'str | None' = None"


# What the type checkers are asked about, in test_type_checkers.py.
USE = """\
from typing import assert_type

from {package} import NOT_GIVEN, AsyncClient, Client, NotGiven


def clear(client: Client, name: str | None, age: int | None | NotGiven = NOT_GIVEN) -> None:
    client.patch(name=name, age_in_years=age)
    client.patch(name=None, tags=None, owner=NOT_GIVEN, nick=None)
    client.whole_optional(body=None)
    client.whole(body=None)
    if age is not NOT_GIVEN:
        assert_type(age, int | None)


async def clear_async(client: AsyncClient) -> None:
    await client.patch(name=None, age_in_years=None)
    await client.whole_optional(body=NOT_GIVEN)
"""
