"""A dict in a parameter or a part of a form has the names of the wire or those of Python."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import unquote

import pydantic
import pytest
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
FILTER = {"$ref": "#/components/schemas/Filter"}
MANY = {"type": "array", "items": FILTER}


def parameter(name: str, place: str, **words: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": FILTER, **words}


def document(version: str) -> dict[str, Any]:
    content = {"content": {"application/json": {"schema": MANY}}}
    parameters = [
        parameter("item", "path", required=True),
        parameter("deep", "query", style="deepObject"),
        parameter("plain", "query"),
        {"name": "many", "in": "query", **content},
        parameter("X-Filter", "header"),
        parameter("words", "query", schema={"type": "array", "items": TEXT}),
    ]
    parts = {"filter": FILTER, "many": MANY, "file": {"type": "string", "format": "binary"}}
    form = {"multipart/form-data": {"schema": {"type": "object", "properties": parts}}}
    nothing = {"responses": {"204": {"description": ""}}}
    properties = {
        "maxAge": {"type": "integer", "default": 1},
        "bornOn": {**TEXT, "format": "date"},
        "made": {**TEXT, "readOnly": True},
    }
    paths = {
        "/a/{item}": {"get": {"operationId": "ask", "parameters": parameters, **nothing}},
        "/b": {"post": {"operationId": "send", "requestBody": {"content": form}, **nothing}},
    }
    return {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Filter": {"type": "object", "properties": properties}}},
    }


@pytest.fixture(scope="session")
def packages(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    return {
        version: make_package(
            tmp_path_factory, plan, f"objects_{version.replace('.', '_')}", document(version)
        )
        for version in VERSIONS
    }


DAY = dt.date(2020, 1, 2)
WIRE = {"maxAge": 3, "bornOn": "2020-01-02"}
GIVEN: dict[str, dict[str, Any]] = {
    "on the wire": WIRE,
    "in Python": {"max_age": 3, "born_on": DAY},
    "both": {"max_age": 3, "bornOn": DAY},
}
TEXT_OF_MANY = 'many=[{"maxAge":3,"bornOn":"2020-01-02"}]'
ROWS: dict[str, str] = {
    "deep": "deep[maxAge]=3&deep[bornOn]=2020-01-02",
    "plain": "maxAge=3&bornOn=2020-01-02",
}


@pytest.mark.parametrize("aio", [False, True])
@pytest.mark.parametrize("names", GIVEN)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_parameter(packages: dict[str, Package], version: str, names: str, aio: bool) -> None:
    package, value = packages[version], GIVEN[names]
    for name, query in ROWS.items():
        package.call("ask", aio=aio, item=value, **{name: value})
        url = package.requests[-1].url
        assert unquote(url.query.decode()) == query
        assert unquote(url.path) == "/a/maxAge,3,bornOn,2020-01-02"
    package.call("ask", aio=aio, item=value, many=(value,), x_filter=value)
    assert unquote(package.requests[-1].url.query.decode()) == TEXT_OF_MANY
    assert package.requests[-1].headers["x-filter"] == "maxAge,3,bornOn,2020-01-02"


@pytest.mark.parametrize("names", GIVEN)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_part_of_a_form(packages: dict[str, Package], version: str, names: str) -> None:
    package, value = packages[version], GIVEN[names]
    package.call("send", filter=value, many=[value], file=b"x")
    content = package.requests[-1].content
    assert content.count(b'{"maxAge":3,"bornOn":"2020-01-02"}') == 2
    assert b"max_age" not in content


@pytest.mark.parametrize("version", VERSIONS)
def test_an_object_is_sent_as_it_was_made(packages: dict[str, Package], version: str) -> None:
    package = packages[version]
    made = package.module.models.Filter(born_on=DAY)
    package.call("ask", item=made, plain=made, words=["a"])
    assert package.requests[-1].url.query == b"bornOn=2020-01-02&words=a"


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_no_object_of_the_class_is_not_sent(
    packages: dict[str, Package], version: str
) -> None:
    package = packages[version]
    before = len(package.requests)
    for name in ("deep", "many", "x_filter"):
        given: dict[str, Any] = {"item": WIRE, name: {"max_age": "many"}}
        with pytest.raises(pydantic.ValidationError):
            package.call("ask", **given)
    assert len(package.requests) == before
