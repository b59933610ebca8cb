"""Unions without a discriminator: a value is of the member that fits exactly, in every place."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.names import python_name
from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}
KEY = {"type": "string", "format": "uuid"}


def either(*members: Any) -> dict[str, Any]:
    return {"oneOf": [*members]}


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": properties}


UNIONS: dict[str, dict[str, Any]] = {
    "text": TEXT,
    "day": either(DAY, TEXT),
    "dayLast": either(TEXT, DAY),
    "moment": {"anyOf": [MOMENT, TEXT]},
    "key": {"anyOf": [TEXT, KEY]},
    "momentOrWhole": either(MOMENT, WHOLE),
    "textOrWhole": {"anyOf": [WHOLE, TEXT]},
    "one": either({"enum": [1]}, {"enum": ["1"]}, {"enum": [True]}),
    "truth": either({"type": "boolean"}, {"type": "number"}, TEXT),
    "beside": {
        **obj("id", id=WHOLE),
        "oneOf": [obj("cat", cat=TEXT), obj("dog", dog=TEXT)],
    },
    "besideAny": {
        **obj("id", id=WHOLE),
        "anyOf": [
            {"$ref": "#/components/schemas/WithCat"},
            {"$ref": "#/components/schemas/WithDog"},
        ],
    },
}
SCHEMAS = {"WithCat": obj("cat", cat=TEXT), "WithDog": obj("dog", dog=TEXT)}

# A union, a value of it, and the type that the value has in Python.
VALUES: list[tuple[str, Any, type]] = [
    ("text", "2020-01-01", str),
    ("one", 1, int),
    ("one", "1", str),
    ("one", True, bool),
    ("day", "2020-01-01", dt.date),
    ("day", "2020", str),
    ("day", "12345", str),
    ("day", "", str),
    ("day", "2020-02-30", str),
    ("dayLast", "2020", str),
    ("moment", "2020-01-01T00:00:00Z", dt.datetime),
    ("moment", "12345", str),
    ("moment", "2020-01-01", str),
    ("key", "1", str),
    ("key", "12345678-1234-5678-1234-567812345678", UUID),
    ("momentOrWhole", 12345, int),
    ("momentOrWhole", "2020-01-01T00:00:00Z", dt.datetime),
    ("textOrWhole", "1", str),
    ("textOrWhole", 1, int),
    ("truth", True, bool),
    ("truth", 1.5, float),
    ("truth", "true", str),
    ("beside", {"id": 1, "cat": "c"}, object),
    ("beside", {"id": 1, "dog": "d"}, object),
    ("besideAny", {"id": 1, "dog": "d"}, object),
]


def document(version: str) -> dict[str, Any]:
    paths = {}
    for name, schema in UNIONS.items():
        places = {
            "one": schema,
            "list": {"type": "array", "items": schema},
            "map": {"type": "object", "additionalProperties": schema},
            "held": obj("v", v=schema),
        }
        for place, found in places.items():
            content = {"content": {"application/json": {"schema": found}}}
            paths[f"/{name}/{place}"] = {
                "post": {
                    "operationId": f"{place}_{name}",
                    "requestBody": {"required": True, **content},
                    "responses": {"200": {"description": "d", **content}},
                }
            }
    info = {"title": "T", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths, "components": {"schemas": SCHEMAS}}


@pytest.fixture(scope="session", params=VERSIONS)
def api(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, plan: PackagePlan
) -> Package:
    name = f"exact_{request.param.replace('.', '_')}"
    return make_package(tmp_path_factory, plan, name, document(request.param))


def plain(value: Any) -> Any:
    return TypeAdapter(Any).dump_python(value, mode="json", by_alias=True, exclude_unset=True)


@pytest.mark.parametrize("aio", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("union", "value", "kind"), VALUES)
def test_a_value_comes_as_the_member_that_it_fits(
    api: Package, union: str, value: Any, kind: type, aio: bool
) -> None:
    places = {"one": value, "list": [value], "map": {"k": value}, "held": {"v": value}}
    for place, sent in places.items():
        given = {"v": value} if place == "held" else {"body": sent}
        found = api.call_with(sent, f"{place}_{python_name(union)}", aio=aio, **given)
        assert plain(found) == sent
        assert api.sent == sent
        assert kind is object or type(member(place, found)) is kind


def member(place: str, found: Any) -> Any:
    """The value of the union in an answer."""
    if place == "held":
        return found.v
    return found if place == "one" else found[0 if place == "list" else "k"]
