"""The request body: its media type, its arguments, and the words for what is not sent."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import INTEGER, STRING, of_operation, read_one

LIST = {"type": "array", "items": STRING}
OCTETS = {"type": "string", "format": "binary"}
PET = {
    "type": "object",
    "required": ["name"],
    "properties": {"age": INTEGER, "name": STRING, "self": STRING},
}


def body(content: Any, **more: Any) -> dict[str, Any]:
    return {"responses": {}, "requestBody": {"content": content, **more}}


def of(schema: Any, media_type: str = "application/json", **more: Any) -> dict[str, Any]:
    return body({media_type: {"schema": schema, **more}})


def test_an_operation_without_a_body() -> None:
    read, _ = read_one(of_operation({"responses": {}}, "query"))
    assert (read.body, read.arguments) == (None, ())


@pytest.mark.parametrize("empty", [{}, {"content": {}}])
def test_a_body_without_content_is_none(empty: Any) -> None:
    read, _ = read_one(of_operation({"responses": {}, "requestBody": empty}, "query"))
    assert (read.body, read.arguments) == (None, ())


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", "json"),
        ("application/vnd.shop+json; v=1", "json"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data", "multipart"),
        ("application/octet-stream", "content"),
        ("image/png", "content"),
    ],
)
def test_the_kind_of_a_body(media_type: str, kind: str) -> None:
    schema = OCTETS if kind == "content" else PET
    read, reader = read_one(of_operation(of(schema, media_type), "query"))
    assert read.body is not None
    assert (read.body.kind, read.body.media_type) == (kind, media_type)
    assert read.body.spread is (kind != "content")
    assert reader.warnings == []


@pytest.mark.parametrize(
    ("schema", "sent", "annotation"),
    [
        (LIST, "application/json", "Sequence[str]"),
        (OCTETS, "application/octet-stream", "Content"),
    ],
)
def test_a_body_of_any_media_type_is_json_where_it_could_be_nothing_else(
    schema: Any, sent: str, annotation: str
) -> None:
    read, reader = read_one(of_operation(of(schema, "*/*"), "query"))
    assert reader.warnings == []
    assert read.body is not None
    assert read.body.media_type == sent
    assert [argument.annotation for argument in read.arguments] == [annotation]


def test_the_properties_of_an_object_are_arguments_required_ones_first() -> None:
    read, _ = read_one(of_operation(of(PET), "query"))
    found = [(one.name, one.wire, one.annotation, one.required) for one in read.arguments]
    assert found == [
        ("name", "name", "str", True),
        ("age", "age", "int", False),
        ("self_", "self", "str", False),
    ]
    assert {argument.in_ for argument in read.arguments} == {"field"}


def test_the_properties_of_parents_are_arguments_too() -> None:
    parent = {"type": "object", "required": ["kind"], "properties": {"kind": STRING}}
    child = {"allOf": [{"$ref": "#/components/schemas/Base"}, PET]}
    operation = of({"$ref": "#/components/schemas/Pet"})
    tree = of_operation(operation, "query", components={"schemas": {"Base": parent, "Pet": child}})
    read, _ = read_one(tree)
    assert [argument.wire for argument in read.arguments] == ["kind", "name", "age", "self"]


@pytest.mark.parametrize(
    ("schema", "annotation"),
    [
        (LIST, "Sequence[str]"),
        ({"type": "object", "additionalProperties": INTEGER}, "dict[str, int]"),
        ({"anyOf": [PET, {"type": "null"}]}, "OneRequest | dict[str, Any] | None"),
        ({"type": "object"}, "dict[str, Any]"),
        ({}, "Any"),
        (True, "Any"),
    ],
)
def test_what_has_no_properties_of_its_own_is_one_argument(schema: Any, annotation: str) -> None:
    read, _ = read_one(of_operation(of(schema), "query"))
    assert [(one.name, one.annotation, one.in_) for one in read.arguments] == [
        ("body", annotation, "body")
    ]


@pytest.mark.parametrize("required", [True, False])
def test_a_body_is_required_where_the_document_says_so(*, required: bool) -> None:
    content = {"application/json": {"schema": LIST}}
    read, _ = read_one(of_operation(body(content, required=required), "query"))
    assert read.body is not None
    assert read.body.required is required
    assert [argument.required for argument in read.arguments] == [required]


def test_octets_in_a_form_of_parts_are_files() -> None:
    files = {"type": "array", "items": OCTETS}
    schema = {"type": "object", "properties": {"one": OCTETS, "many": files, "name": STRING}}
    read, _ = read_one(of_operation(of(schema, "multipart/form-data"), "query"))
    assert [argument.annotation for argument in read.arguments] == [
        "Upload",
        "Sequence[Upload]",
        "str",
    ]


def test_bounds_are_checked_and_not_in_the_signature() -> None:
    schema = {"type": "array", "items": {"type": "integer", "minimum": 1}}
    read, _ = read_one(of_operation(of(schema), "query"))
    assert read.body is not None
    assert read.body.type == "list[Annotated[int, Field(ge=1)]]"
    assert [argument.annotation for argument in read.arguments] == ["Sequence[int]"]


def test_the_example_of_a_body_is_that_of_the_document() -> None:
    schema = {"type": "object", "properties": {"a": STRING, "b": STRING}}
    read, _ = read_one(of_operation(of(schema, example={"a": "x"}), "query"))
    assert [argument.example for argument in read.arguments] == ["'x'", '"..."']


@pytest.mark.parametrize(
    ("media_type", "schema", "more"),
    [
        ("application/x-www-form-urlencoded", STRING, ""),
        ("application/x-www-form-urlencoded", LIST, ""),
        ("multipart/form-data", OCTETS, "; its boundary is to be given in `extra_headers`"),
        ("multipart/form-data", LIST, "; its boundary is to be given in `extra_headers`"),
    ],
)
def test_a_form_without_fields_is_sent_as_it_is_given(
    media_type: str, schema: Any, more: str
) -> None:
    read, reader = read_one(of_operation(of(schema, media_type), "query"))
    assert read.body is not None
    assert (read.body.kind, read.arguments[0].annotation) == ("content", "Content")
    words = f"a schema of {media_type} that is no object names no fields"
    whole = f"{words}; the argument is the body as it is sent{more}"
    assert [one["words"] for one in reader.warnings] == [whole]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({}, ["the request body has no media type; the method sends none"]),
        ({"json": {}}, ["'json' is no media type; the method does not send it"]),
        (
            {"json": {}, "application/json": {}},
            ["'json' is no media type; the method does not send it"],
        ),
    ],
)
def test_a_body_without_a_media_type_is_named(content: Any, words: list[str]) -> None:
    read, reader = read_one(of_operation(body(content, required=True), "query"))
    assert (read.body is not None) is ("application/json" in content)
    assert [one["words"] for one in reader.warnings] == words


def test_the_fields_of_all_objects_of_a_choice_have_encodings() -> None:
    schema = {"oneOf": [{**PET, "title": "A"}, {"type": "object", "properties": {"tags": LIST}}]}
    encoding = {"tags": {"style": "pipeDelimited", "explode": False}}
    tree = of_operation(of(schema, "multipart/form-data", encoding=encoding), "query")
    read, reader = read_one(tree)
    assert read.body is not None
    assert [(one.wire, one.style) for one in read.body.encodings] == [("tags", "pipeDelimited")]
    assert reader.warnings == []
