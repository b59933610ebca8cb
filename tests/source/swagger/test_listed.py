"""Which of the listed parameters make the body of an operation."""

from __future__ import annotations

from typing import Any

import pytest
from tests.source.swagger.samples import convert, remarks

BODY = "{in: body, name: b, schema: {type: string}}"
OTHER_BODY = "{in: body, name: c, schema: {type: integer}}"
FIELD = "{in: formData, name: f, type: string}"
OTHER_FIELD = "{in: formData, name: f, type: integer}"
QUERY = "{in: query, name: q, type: string}"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
CASES: list[tuple[str, str, str, dict[str, str], int]] = [
    ("", QUERY, "", {}, 0),
    (BODY, "", JSON, {"type": "string"}, 0),
    ("", BODY, JSON, {"type": "string"}, 0),
    (OTHER_BODY, BODY, JSON, {"type": "integer"}, 0),
    (FIELD, BODY, FORM, {"type": "string"}, 0),
    (BODY, FIELD, JSON, {"type": "string"}, 1),
    ("", FIELD, FORM, {"type": "string"}, 0),
    (OTHER_FIELD, FIELD, FORM, {"type": "integer"}, 0),
    (f"{BODY}, {OTHER_BODY}", "", JSON, {"type": "string"}, 1),
    ("{in: Body, name: b, schema: {type: string}}", "", JSON, {"type": "string"}, 1),
    ("{in: formdata, name: f, type: string}", "", FORM, {"type": "string"}, 1),
    ("{in: formData, type: string}", "", "", {}, 1),
]


@pytest.mark.parametrize(("own", "inherited", "media_type", "schema", "notes"), CASES)
def test_there_is_one_body(
    own: str, inherited: str, media_type: str, schema: dict[str, str], notes: int
) -> None:
    conversion = convert(f"""
        consumes: [{JSON}, {FORM}]
        paths: {{/a: {{parameters: [{inherited}], post: {{parameters: [{own}]}}}}}}
    """)
    said = [line for line in remarks(conversion) if "is not sent as" not in line]
    body: Any = conversion.tree["paths"]["/a"]["post"].get("requestBody")
    assert len(said) == notes
    if not media_type:
        assert body is None
    else:
        found = body["content"][media_type]["schema"]
        assert (found["properties"]["f"] if media_type == FORM else found) == schema


def test_what_is_left_stays_in_its_list() -> None:
    made = convert(f"paths: {{/a: {{post: {{parameters: [{BODY}, {QUERY}, {OTHER_BODY}]}}}}}}")
    listed = made.tree["paths"]["/a"]["post"]["parameters"]
    assert [parameter["in"] for parameter in listed] == ["query", "body"]
    assert (
        "paths//a/post/parameters/2: An operation has one body: this second one stays"
        in (remarks(made)[1])
    )
