"""How the items of lists are written, at every place and in every format."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import load, notes_on, operation, parameter

LIST = "type: array, items: {type: integer}"
ARRAY = "schema: {type: array, items: {type: integer}}"
SAYABLE = [
    ("query", "", "style: form, explode: false"),
    ("query", "csv", "style: form, explode: false"),
    ("query", "ssv", "style: spaceDelimited, explode: false"),
    ("query", "pipes", "style: pipeDelimited, explode: false"),
    ("query", "multi", "style: form, explode: true"),
    ("cookie", "csv", "style: form, explode: false"),
    ("path", "csv", ""),
    ("path", "", ""),
    ("path", "multi", ""),
    ("header", "csv", ""),
    ("header", "multi", ""),
]
UNSAYABLE = [
    *[(where, "tsv") for where in ("query", "path", "header", "cookie")],
    *[(where, name) for where in ("path", "header") for name in ("ssv", "pipes")],
    ("query", "other"),
]
URLENCODED = "application/x-www-form-urlencoded"
FORMS = [
    (URLENCODED, "csv", "{style: form, explode: false}", "array"),
    (
        URLENCODED,
        "ssv",
        "{style: spaceDelimited, explode: false}",
        "array",
    ),
    (URLENCODED, "multi", "{style: form, explode: true}", "array"),
    (URLENCODED, "tsv", None, "string"),
    ("multipart/form-data", "multi", None, "array"),
    ("multipart/form-data", "csv", None, "string"),
    ("multipart/form-data", "pipes", None, "string"),
]


@pytest.mark.parametrize(("where", "stated", "style"), SAYABLE)
def test_a_format_is_a_style(where: str, stated: str, style: str) -> None:
    field = f", collectionFormat: {stated}" if stated else ""
    made = parameter(f"{{name: a, in: {where}, {LIST}{field}}}")
    assert made == load(f"{{name: a, in: {where}, {ARRAY}{style and ', ' + style}}}")


@pytest.mark.parametrize(("where", "stated"), UNSAYABLE)
def test_a_format_without_counterpart_makes_one_text_of_the_list(where: str, stated: str) -> None:
    before = f"{{name: a, in: {where}, {LIST}, maxItems: 2, collectionFormat: {stated}}}"
    assert parameter(before) == load(
        f"{{name: a, in: {where}, schema: {{type: string, x-collectionFormat: {stated},"
        " x-items: {type: integer}}}"
    )
    assert "it is one text now" in notes_on("parameters/A", before)[0]


@pytest.mark.parametrize(("media_type", "stated", "encoding", "kind"), FORMS)
def test_a_form_says_it_in_its_encoding(
    media_type: str, stated: str, encoding: str | None, kind: str
) -> None:
    field = f"{{name: a, in: formData, {LIST}, collectionFormat: {stated}}}"
    made = operation(f"{{parameters: [{field}], consumes: [{media_type}]}}")
    content = made["requestBody"]["content"][media_type]
    assert content.get("encoding") == ({"a": load(encoding)} if encoding else None)
    assert content["schema"]["properties"]["a"]["type"] == kind


def test_a_default_is_joined_as_the_list_is() -> None:
    text = "{name: a, in: query, type: array, collectionFormat: tsv, default: [1, true, b]}"
    assert parameter(text)["schema"]["default"] == "1\ttrue\tb"


def test_a_list_in_a_list_is_one_text() -> None:
    text = (
        "{name: a, in: query, type: array, default: [[1, 2]],"
        f" items: {{{LIST}, collectionFormat: pipes}}}}"
    )
    assert parameter(text)["schema"]["default"] == ["1|2"]
    assert parameter(text)["schema"]["items"] == {
        "type": "string",
        "x-collectionFormat": "pipes",
        "x-items": {"type": "integer"},
    }
    assert notes_on("parameters/A", text) == [
        (
            "/items: OpenAPI 3.0 cannot say that items are joined as `pipes` here:"
            " it is one text now, to be joined by the caller."
        )
    ]


def test_multi_is_for_queries_and_forms() -> None:
    text = f"{{name: a, in: header, {LIST}, collectionFormat: multi}}"
    assert notes_on("parameters/A", text) == [
        "/collectionFormat: `multi` is not for a header: commas between the items are assumed."
    ]
