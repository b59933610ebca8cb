"""Fields of forms as properties of one request body."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, load, operation, remarks

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
FIELDS = [
    ("{type: string}", "{type: string}", None),
    ("{type: string, required: true}", "{type: string}", "a"),
    ("{description: d, default: b}", "{description: d, type: string, default: b}", None),
    ("{type: string, x-example: e, x-b: 1}", "{type: string, example: e, x-b: 1}", None),
    ("{type: string, x-nullable: true}", "{type: string, nullable: true}", None),
    ("{type: string, allowEmptyValue: true}", "{type: string, x-allowEmptyValue: true}", None),
    ("{type: string, enum: [b], required: false}", "{type: string, enum: [b]}", None),
    ("{}", "{type: string}", None),
]
TYPES = [
    (f"[{URLENCODED}]", "string", [URLENCODED], 0),
    (f"[{MULTIPART}]", "string", [MULTIPART], 0),
    (f"[{MULTIPART}, {URLENCODED}]", "string", [MULTIPART, URLENCODED], 0),
    (f"[{MULTIPART}]", "file", [MULTIPART], 0),
    (f"[{MULTIPART}, {URLENCODED}]", "file", [MULTIPART], 1),
    (f"[{URLENCODED}]", "file", [MULTIPART], 1),
    (f"[application/json, {URLENCODED}]", "string", [URLENCODED], 1),
    ("[application/json]", "string", [URLENCODED], 1),
    ("[]", "string", [URLENCODED], 1),
    (f"[{URLENCODED}; charset=utf-8]", "string", [f"{URLENCODED}; charset=utf-8"], 0),
]


@pytest.mark.parametrize(("before", "after", "required"), FIELDS)
def test_a_field_is_a_property(before: str, after: str, required: str | None) -> None:
    field = {"in": "formData", "name": "a", **load(before)}
    top = {"consumes": [URLENCODED], "parameters": {"A": field}}
    body = operation("{parameters: [{$ref: '#/parameters/A'}]}", **top)["requestBody"]
    schema = body["content"][URLENCODED]["schema"]
    assert schema["properties"] == {"a": load(after)}
    assert schema.get("required") == ([required] if required else None)
    assert body.get("required") == (True if required else None)


@pytest.mark.parametrize(("consumes", "kind", "types", "notes"), TYPES)
def test_a_form_has_the_media_types_of_forms(
    consumes: str, kind: str, types: list[str], notes: int
) -> None:
    field = f"{{in: formData, name: a, type: {kind}}}"
    conversion = convert(
        f"paths: {{/a: {{post: {{consumes: {consumes}, parameters: [{field}]}}}}}}"
    )
    assert list(conversion.tree["paths"]["/a"]["post"]["requestBody"]["content"]) == types
    assert len(conversion.remarks) == notes


def test_fields_listed_and_shared_are_one_form() -> None:
    made = operation(
        """
        consumes: [multipart/form-data]
        parameters:
        - {$ref: '#/parameters/file'}
        - {in: query, name: q, type: string}
        - {in: formData, name: note, type: string, description: d}
        - {in: formData, name: pages, type: array, items: {type: file}}
        """,
        parameters={
            "file": {"in": "formData", "name": "upload", "type": "file", "required": True},
            "unused": {"in": "formData", "name": "b", "type": "string"},
        },
    )
    assert made == {
        "parameters": [{"in": "query", "name": "q", "schema": {"type": "string"}}],
        "requestBody": {
            "content": {
                MULTIPART: {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "upload": {"type": "string", "format": "binary"},
                            "note": {"description": "d", "type": "string"},
                            "pages": {
                                "type": "array",
                                "items": {"type": "string", "format": "binary"},
                            },
                        },
                        "required": ["upload"],
                    }
                }
            },
            "required": True,
        },
    }


def test_a_shared_field_that_no_operation_has_is_left_out_with_a_remark() -> None:
    conversion = convert("parameters: {A: {in: formData, name: a, type: string}}")
    assert "components" not in conversion.tree or not conversion.tree["components"]
    assert remarks(conversion) == [
        "parameters/A: No operation has this field of a form: it is left out."
    ]
