"""A default is a value of the type of its field when the client runs."""

from __future__ import annotations

import datetime as dt
import warnings
from typing import Any
from uuid import UUID

import pytest
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
DATE: dict[str, Any] = {"type": "string", "format": "date"}
TIME: dict[str, Any] = {"type": "string", "format": "date-time"}
KEY: dict[str, Any] = {"type": "string", "format": "uuid"}
NUMBER: dict[str, Any] = {"type": "number"}
DAY, MOMENT = "2020-01-02", "2020-01-01T10:20:30.5+01:00"
NAME = "00000000-0000-0000-0000-000000000001"
AT = dt.datetime(2020, 1, 1, 10, 20, 30, 500_000, dt.timezone(dt.timedelta(hours=1)))


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def many(item: dict[str, Any], **words: Any) -> dict[str, Any]:
    return {"type": "array", "items": item, **words}


def named(value: dict[str, Any], **words: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value, **words}


def place(version: str, schema: dict[str, Any], default: Any) -> dict[str, Any]:
    """A reference with a default beside it, as its version writes that."""
    if version.startswith("3.0"):
        return {"allOf": [schema], "default": default}
    return {**schema, "default": default}


def properties(version: str) -> dict[str, Any]:
    owner = {"name": "x", "bornOn": DAY}
    return {
        "text": {**TEXT, "default": "a"},
        "startsAt": {**TIME, "default": MOMENT},
        "utc": {**TIME, "default": "2020-01-01T00:00:00Z"},
        "day": {**DATE, "default": DAY},
        "key": {**KEY, "default": NAME},
        "rate": {**NUMBER, "default": 1},
        "days": many(DATE, default=[DAY]),
        "none": many(DATE, default=[]),
        "byName": named(TIME, default={"a": "2020-01-01T00:00:00Z"}),
        "nested": named(many(KEY), default={"a": [NAME]}),
        "level": place(version, ref("Level"), "high"),
        "levels": many(ref("Level"), default=["low", "high"]),
        "owner": place(version, ref("Owner"), owner),
        "owners": many(ref("Owner"), default=[owner]),
        "settings": {
            "type": "object",
            "properties": {"since": {**DATE, "default": DAY}},
            "default": {},
        },
        "either": {"oneOf": [DATE, {"type": "integer"}], "default": 3},
        "anything": {"default": {"a": [1, None]}},
        "endless": {**NUMBER, "default": float("inf")},
        "wrong": {"type": "integer", "default": "1"},
        "soon": {**DATE, "default": "soon"},
        "self": place(version, ref("Event"), {}),
    }


def document(version: str) -> dict[str, Any]:
    schemas = {
        "Event": {"type": "object", "properties": properties(version)},
        "Level": {"type": "string", "enum": ["low", "high"]},
        "Owner": {
            "type": "object",
            "required": ["name"],
            "properties": {"name": TEXT, "bornOn": DATE, "since": {**DATE, "default": DAY}},
        },
        "Special": {"allOf": [ref("Event"), {"type": "object", "properties": {"more": TEXT}}]},
        "Hidden": {
            "type": "object",
            "properties": {
                "datetime": {**TIME, "default": "2020-01-01T00:00:00Z"},
                "date": {**DATE, "default": DAY},
                "list": many(DATE, default=[DAY]),
            },
        },
    }
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10}}
    paths = {
        f"/{name}": {
            "post": {
                "operationId": f"echo{name}",
                "parameters": [limit],
                "requestBody": {"content": {"application/json": {"schema": ref(name)}}},
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": ref(name)}},
                    }
                },
            }
        }
        for name in ("Event", "Special", "Hidden")
    }
    info = {"title": "T", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths, "components": {"schemas": schemas}}


@pytest.fixture(scope="session")
def packages(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    return {
        version: make_package(
            tmp_path_factory, plan, f"defaults_{version.replace('.', '_')}", document(version)
        )
        for version in VERSIONS
    }


VALUES: dict[str, Any] = {
    "text": "a",
    "starts_at": AT,
    "utc": dt.datetime(2020, 1, 1, tzinfo=dt.UTC),
    "day": dt.date(2020, 1, 2),
    "key": UUID(NAME),
    "rate": 1.0,
    "days": [dt.date(2020, 1, 2)],
    "none": [],
    "by_name": {"a": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
    "nested": {"a": [UUID(NAME)]},
    "level": "high",
    "levels": ["low", "high"],
    "either": 3,
    "anything": {"a": [1, None]},
    # These have no value of their type: what is not there is None.
    "endless": None,
    "wrong": None,
    "soon": None,
    "self": None,
}


@pytest.mark.parametrize("aio", [False, True])
@pytest.mark.parametrize("name", ["event", "special"])
@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_not_given_has_its_default(
    packages: dict[str, Package], version: str, name: str, aio: bool
) -> None:
    package = packages[version]
    found = package.call_with({}, f"echo_{name}", aio=aio)
    values = {field: getattr(found, field) for field in VALUES}
    assert values == VALUES
    assert {field: type(value) for field, value in values.items()} == {
        field: type(value) for field, value in VALUES.items()
    }
    assert found.owner == package.module.models.Owner(name="x", born_on=dt.date(2020, 1, 2))
    assert found.owner.since == dt.date(2020, 1, 2)
    assert found.owners == [found.owner]
    assert found.settings.since == dt.date(2020, 1, 2)
    assert found.model_fields_set == set()


@pytest.mark.parametrize("version", VERSIONS)
def test_defaults_are_written_without_a_warning(packages: dict[str, Package], version: str) -> None:
    models = packages[version].module.models
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for model in (models.Event(), models.Special(), models.Hidden()):
            whole = model.model_dump_json(by_alias=True, exclude_none=True)
            assert type(model).model_validate_json(whole, by_alias=True, by_name=False) == model
            assert model.model_dump(by_alias=True, exclude_unset=True) == {}


@pytest.mark.parametrize("version", VERSIONS)
def test_two_objects_share_no_default(packages: dict[str, Package], version: str) -> None:
    event = packages[version].module.models.Event
    event().days.append(None)
    event().owner.name = "other"
    assert event().days == [dt.date(2020, 1, 2)]
    assert event().owner.name == "x"


@pytest.mark.parametrize("version", VERSIONS)
def test_fields_that_are_called_like_modules(packages: dict[str, Package], version: str) -> None:
    found = packages[version].call_with({}, "echo_hidden")
    assert found.datetime == dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    assert found.date == dt.date(2020, 1, 2)
    assert found.list == [dt.date(2020, 1, 2)]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_default_is_not_sent(packages: dict[str, Package], version: str) -> None:
    package = packages[version]
    package.call_with({}, "echo_event", text="b")
    assert package.sent == {"text": "b"}
    assert package.requests[-1].url.query == b""


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
from {package} import models

event = models.Event(text="b")
assert event.day is not None
print(event.day.year, models.Special(), models.Hidden(date=None))
"""
