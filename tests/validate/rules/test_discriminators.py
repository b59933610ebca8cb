"""Discriminators that can tell schemas apart, and others."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, told

A, B = ({"$ref": f"#/components/schemas/{name}"} for name in "AB")
KIND = {"propertyName": "k"}
OWN = {"required": ["k"]}


def tree(version: str, **schemas: Any) -> Any:
    return document(version, components={"schemas": schemas})


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "schemas",
    [
        {"P": {"oneOf": [A, B], "discriminator": KIND}, "A": OWN, "B": OWN},
        {"P": {"anyOf": [A], "discriminator": KIND, **OWN}, "A": {}},
        {"P": {"oneOf": [A], "discriminator": KIND}, "A": {"allOf": [{}, B]}, "B": OWN},
        {"P": {"oneOf": [A], "discriminator": KIND}, "A": {"oneOf": [B, OWN]}, "B": OWN},
        {"P": {"discriminator": KIND, **OWN}, "A": {"allOf": [{"$ref": "#/components/schemas/P"}]}},
        {"P": {"oneOf": [{"$ref": "other.yaml"}], "discriminator": KIND}},
        {"P": {"allOf": [A], "discriminator": KIND}, "A": OWN},
    ],
    ids=str,
)
def test_those_that_can(version: str, schemas: Any) -> None:
    assert told("discriminators", tree(version, **schemas)) == []


def test_a_property_that_may_be_absent() -> None:
    schemas: dict[str, Any] = {"A": OWN, "B": {}}
    schemas["P"] = {"oneOf": [A, B], "discriminator": KIND}
    place = "/components/schemas/P/discriminator"
    for version in VERSIONS[:2]:
        assert told("discriminators", tree(version, **schemas)) == [
            (f"{place}/propertyName",
             "the schemas do not require the property 'k', which tells them apart")
        ]  # fmt: skip
        assert levels("discriminators", tree(version, **schemas)) == ["warning"]
    assert told("discriminators", tree("3.2.0", **schemas)) == [
        (place, "the property 'k' may be absent, and there is no 'defaultMapping' for that")
    ]
    schemas["P"] = {"oneOf": [A, B], "discriminator": {**KIND, "defaultMapping": "B"}}
    assert told("discriminators", tree("3.2.0", **schemas)) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_one_that_tells_nothing_apart(version: str) -> None:
    found = told("discriminators", tree(version, P={"discriminator": KIND, **OWN}))
    ((place, message),) = found
    assert place == "/components/schemas/P/discriminator"
    assert message.startswith("this discriminator tells nothing apart")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_schema_that_is_not_listed(version: str) -> None:
    mapping = {"a": "A", "b": "#/components/schemas/B", "c": "Nothing"}
    parent = {"oneOf": [A], "discriminator": {**KIND, "mapping": mapping}}
    found = told("discriminators", tree(version, P=parent, A=OWN, B=OWN))
    # What leads nowhere is another rule's.
    ((place, message),) = found
    assert place == "/components/schemas/P/discriminator/mapping/b"
    assert message.endswith("which is not among the schemas that it tells apart")
