"""A value belongs to the field that was named, on the wire or in Python, and to no other one."""

from __future__ import annotations

import json
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT = {"type": "string"}
FIELDS: dict[str, dict[str, str]] = {
    "Plain": {"name": "name", "size": "size"},
    "Camel": {"userId": "user_id", "userName": "user_name"},
    "Both": {"userId": "user_id_2", "user_id": "user_id", "ID": "id_2", "id": "id"},
    "Signs": {"a-b": "a_b_2", "a.b": "a_b_3", "a b": "a_b_4", "a_b": "a_b", "aB": "a_b_5"},
    "Numbers": {"aB": "a_b_3", "a_b": "a_b", "a_b_2": "a_b_2"},
    "Words": {"class": "class__2", "class_": "class_", "None": "none_2", "none": "none"},
    "Models": {
        "schema": "schema__2",
        "schema_": "schema_",
        "model_config": "model_config_",
        "modelFields": "model_fields_",
        "copy": "copy_",
    },
    "Hidden": {"__class__": "field_class_", "_id": "field_id_2", "field_id": "field_id"},
    "Unicode": {"\ufb01x": "fix_2", "fix": "fix", "größe": "größe", "名前": "名前"},
    "Marks": {"@type": "type_2", "$type": "type_3", "type": "type", "%": "field_"},
    "Snaky": {"userId": "user_id_2", "userName": "user_name", "user_id": "user_id"},
}
"""Classes by name: their fields on the wire, and what these are called in Python."""

FLAT = ("Snaky",)
ROWS = [(version, name) for version in VERSIONS for name in FIELDS]
rows = pytest.mark.parametrize(("version", "name"), ROWS)


def document(version: str) -> dict[str, Any]:
    schemas: dict[str, Any] = {
        name: {"type": "object", "properties": dict.fromkeys(fields, TEXT)}
        for name, fields in FIELDS.items()
        if name not in FLAT
    }
    camel = {"$ref": "#/components/schemas/Camel"}
    schemas["Snaky"] = {"allOf": [camel, {"type": "object", "properties": {"user_id": TEXT}}]}
    paths = {}
    for name in FIELDS:
        content = {"schema": {"$ref": f"#/components/schemas/{name}"}}
        failed = {"description": "", "content": {"application/json": content}}
        paths[f"/{name}"] = {
            "post": {
                "operationId": f"echo{name}",
                "requestBody": {"required": True, "content": {"application/json": content}},
                "responses": {"200": failed, "400": failed},
            },
            "get": {
                "operationId": f"read{name}",
                "responses": {
                    "200": {"description": "", "content": {"application/x-ndjson": content}}
                },
            },
            "put": {
                "operationId": f"send{name}",
                "requestBody": {"required": True, "content": {"application/x-ndjson": content}},
                "responses": {"204": {"description": ""}},
            },
        }
    info = {"title": "T", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths, "components": {"schemas": schemas}}


def method(kind: str, name: str) -> str:
    return f"{kind}_{name.lower()}"


def unknown_names(name: str) -> list[str]:
    """What attributes are called and no field on the wire is.

    `field_id` stands for `_id`: nobody else has such a name.
    """
    names = FIELDS[name].values()
    return [one for one in names if one not in FIELDS[name] and not one.startswith("field_")]


def wire(model: Any) -> Any:
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True)


@pytest.fixture(scope="session")
def packages(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    return {
        version: make_package(
            tmp_path_factory, plan, f"wire_names_{version.replace('.', '_')}", document(version)
        )
        for version in VERSIONS
    }


@rows
def test_fields_have_their_names(packages: dict[str, Package], version: str, name: str) -> None:
    model = getattr(packages[version].module.models, name)
    found = {info.serialization_alias or key: key for key, info in model.model_fields.items()}
    assert found == FIELDS[name]


@pytest.mark.parametrize("aio", [False, True])
@rows
def test_an_answer_sets_the_field_that_it_names(
    packages: dict[str, Package], version: str, name: str, aio: bool
) -> None:
    package = packages[version]
    for text, attribute in FIELDS[name].items():
        found = package.call_with({text: "v"}, method("echo", name), aio=aio)
        assert getattr(found, attribute) == "v"
        assert found.model_fields_set == {attribute}
        assert wire(found) == {text: "v"}


@rows
def test_the_name_of_an_attribute_is_no_name_in_an_answer(
    packages: dict[str, Package], version: str, name: str
) -> None:
    package = packages[version]
    unknown = unknown_names(name)
    for attribute in unknown:
        found = package.call_with({attribute: "v"}, method("echo", name))
        assert found.model_extra == {attribute: "v"}
        assert not set(type(found).model_fields) & (found.model_fields_set - {attribute})
        assert wire(found) == {attribute: "v"}
        assert json.loads(found.model_dump_json(by_alias=True))[attribute] == "v"
        package.answer = httpx.Response(400, json={attribute: "v"})
        errors = package.module.errors
        with pytest.raises(errors.BadRequestError) as failure:
            package.call(method("echo", name))
        assert wire(failure.value.body) == {attribute: "v"}


@rows
def test_records_are_read_and_sent_by_their_names(
    packages: dict[str, Package], version: str, name: str
) -> None:
    package = packages[version]
    texts = [{text: "v"} for text in FIELDS[name]]
    unknown = [{one: "v"} for one in unknown_names(name)]
    lines = "".join(f"{json.dumps(line)}\n" for line in [*texts, *unknown])
    package.answer = httpx.Response(
        200, text=lines, headers={"content-type": "application/x-ndjson"}
    )
    found = list(package.call(method("read", name)))
    assert [wire(record) for record in found] == [*texts, *unknown]
    package.answer = None
    package.call(method("send", name), body=[*found, *texts])
    sent = [json.loads(line) for line in package.requests[-1].content.splitlines()]
    assert sent == [*texts, *unknown, *texts]


@pytest.mark.parametrize("aio", [False, True])
@rows
def test_an_argument_sends_the_field_that_it_names(
    packages: dict[str, Package], version: str, name: str, aio: bool
) -> None:
    package = packages[version]
    model = getattr(package.module.models, name)
    for text, attribute in FIELDS[name].items():
        plain = attribute if name != "Models" else argument_of(text, attribute)
        package.call_with({}, method("echo", name), aio=aio, **{plain: "v"})
        assert package.sent == {text: "v"}
        # A constructor and a dict take both names.
        assert wire(model(**{attribute: "v"})) == {text: "v"}
        assert wire(model(**{text: "v"})) == {text: "v"}


def argument_of(text: str, attribute: str) -> str:
    """Arguments have names that fields cannot have, as every model has them itself."""
    plain = {"model_config": "model_config", "modelFields": "model_fields", "copy": "copy"}
    return plain.get(text, attribute)
