"""The edit set-default: a default of the schema's type, one of its enum."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal


@pytest.mark.parametrize(
    ("before", "value", "meant"),
    [
        ("{type: string}", "a", "{type: string, default: a}"),
        ("{type: integer, default: 1, minimum: 0}", 2, "{type: integer, default: 2, minimum: 0}"),
        ("{type: string, enum: [a, b]}", "b", "{type: string, enum: [a, b], default: b}"),
        ("{type: string, nullable: true}", None, "{type: string, nullable: true, default: null}"),
        ("{description: any}", [1], "{description: any, default: [1]}"),
    ],
)
def test_the_default_is_set(before: str, value: Any, meant: str) -> None:
    text = f"openapi: 3.0.3\nS: {before} # why\n"
    assert (
        after(text, edit("set-default", {"value": value}, "$.S"))
        == f"openapi: 3.0.3\nS: {meant} # why\n"
    )


@pytest.mark.parametrize(
    ("before", "value", "message"),
    [
        ("{type: integer, default: 1}", 1, "this schema has this default already"),
        ("{type: integer}", "1", '"1" is not of the schema\'s type'),
        ("{type: boolean}", 1, "1 is not of the schema's type"),
        ("{type: string, enum: [a]}", "b", 'the enum does not have "b"'),
        ("{type: string, const: a}", "b", 'the constant is not "b"'),
        ("{$ref: '#/T'}", "b", "a default beside a reference is not read in OpenAPI 3.0"),
        ("[]", "b", "this is not a schema"),
    ],
)
def test_a_default_that_does_not_fit_is_refused(before: str, value: Any, message: str) -> None:
    text = f"openapi: 3.0.3\nS: {before}\n"
    assert refusal(text, edit("set-default", {"value": value}, "$.S"))[1].message == message
