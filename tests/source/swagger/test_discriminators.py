"""Discriminators, and the values that stand for each schema."""

from __future__ import annotations

from typing import Any

import pytest
from tests.source.swagger.samples import convert, load, notes_on, schema

RULES = [
    ("{Pet: {discriminator: kind}, Cat: {allOf: [{$ref: '#/definitions/Pet'}]}}", None),
    (
        "{Pet: {discriminator: kind}, Dog«x»: {allOf: [{$ref: '#/definitions/Pet'}]}}",
        "{Dog«x»: '#/components/schemas/Dog_x'}",
    ),
    (
        (
            "{Puppy: {allOf: [{$ref: '#/definitions/Dog'}], x-discriminator-value: puppy},"
            " Dog: {allOf: [{$ref: '#/definitions/Pet'}, {}], x-ms-discriminator-value: '#dog'},"
            " Pet: {discriminator: kind, x-ms-discriminator-value: pet}}"
        ),
        (
            "{puppy: '#/components/schemas/Puppy', '#dog': '#/components/schemas/Dog',"
            " pet: '#/components/schemas/Pet'}"
        ),
    ),
    ("{Pet: {discriminator: kind}, Cat: {x-discriminator-value: cat}, D: {allOf: 5}}", None),
]


@pytest.mark.parametrize(("definitions", "mapping"), RULES)
def test_a_mapping_names_the_schemas_whose_value_is_no_name(
    definitions: str, mapping: str | None
) -> None:
    made = convert(f"definitions: {definitions}").tree["components"]["schemas"]["Pet"]
    wanted: Any = {"propertyName": "kind"}
    assert made["discriminator"] == {**wanted, **({"mapping": load(mapping)} if mapping else {})}


@pytest.mark.parametrize("text", ["{discriminator: 5}", "{discriminator: [a]}"])
def test_what_is_no_name_stays(text: str) -> None:
    assert schema(text) == load(text)
    assert "expected the name of a property" in notes_on("definitions/A", text)[0]


def test_an_object_that_people_write_stays_and_its_references_follow() -> None:
    text = "{discriminator: {propertyName: a, mapping: {x: '#/definitions/A'}}}"
    assert schema(text)["discriminator"]["mapping"] == {"x": "#/components/schemas/A"}


def test_a_discriminator_inside_a_definition_has_no_heirs() -> None:
    made = schema("{properties: {a: {discriminator: kind}}, x-discriminator-value: v}")
    assert made["properties"]["a"] == {"discriminator": {"propertyName": "kind"}}
