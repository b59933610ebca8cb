"""The edit change-type: type and format of schemas, checked against the values beside them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal, run

CHANGED: list[Any] = [
    ("3.0.3", "{type: string, format: date-time}", {"type": "integer", "format": "int64"},
     "{type: integer, format: int64}"),
    ("3.0.3", "{type: string, format: date-time}", {"format": None}, "{type: string}"),
    (
        "3.0.3",
        "{type: string, format: date-time}",
        {"format": "datetime"},
        "{type: string, format: datetime}",
    ),
    ("3.0.3", "{format: date}", {"type": "string"}, "{format: date, type: string}"),
    ("3.0.3", "{type: object, x: 1}", {"type": None}, "{x: 1}"),
    ("3.1.0", "{type: string}", {"type": ["string", "integer"]}, "{type: [string, integer]}"),
    ("3.1.0", '{type: "string", default: 1}', {"type": "integer"}, '{type: "integer", default: 1}'),
    ("3.0.3", "{type: integer, default: null, nullable: true}", {"type": "string"},
     "{type: string, default: null, nullable: true}"),
]  # fmt: skip


@pytest.mark.parametrize(("version", "before", "parameters", "meant"), CHANGED)
def test_type_and_format_change(
    version: str, before: str, parameters: dict[str, Any], meant: str
) -> None:
    text = f"openapi: {version}\nS: {before} # why\n"
    assert (
        after(text, edit("change-type", parameters, "$.S"))
        == f"openapi: {version}\nS: {meant} # why\n"
    )


@pytest.mark.parametrize(
    ("version", "before", "parameters", "message"),
    [
        ("3.0.3", "{type: string}", {"type": "string"}, "this schema says so already"),
        ("3.0.3", "{type: string}", {"format": None}, "this schema says so already"),
        ("3.0.3", "{$ref: '#/T'}", {"type": "string"}, "this is a reference"),
        (
            "3.0.3",
            "{type: string}",
            {"type": ["string", "null"]},
            "OpenAPI 3.0 has no type ['string', 'null']",
        ),
        ("3.0.3", "{type: string}", {"type": "null"}, "OpenAPI 3.0 has no type null"),
        (
            "3.1.0",
            "{enum: [a, 1]}",
            {"type": "string"},
            "the schema's enum 1 is not of its new type",
        ),
        (
            "3.1.0",
            "{default: true}",
            {"type": "integer"},
            "the schema's default true is not of its new type",
        ),
        ("3.1.0", "[]", {"type": "integer"}, "this is not a schema"),
    ],
)
def test_what_does_not_fit_is_refused(
    version: str, before: str, parameters: dict[str, Any], message: str
) -> None:
    text = f"openapi: {version}\nS: {before}\n"
    assert refusal(text, edit("change-type", parameters, "$.S"))[1].message == message


def test_the_places_are_the_keywords() -> None:
    touches = (
        run("S: {type: string}\n", edit("change-type", {"type": "number"}, "$.S"))
        .outcomes[0]
        .touches
    )
    assert [(t.address, t.before, t.after) for t in touches] == [
        (("S", "type"), "string", "number")
    ]
