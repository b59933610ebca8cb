"""The types of what an operation answers, by status and media type."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import STRING, of_operation, read_one

INTEGER = {"type": "integer"}


def content(**media: Any) -> dict[str, Any]:
    return {name.replace("_", "/"): {"schema": schema} for name, schema in media.items()}


def response(**media: Any) -> dict[str, Any]:
    return {"description": "", "content": content(**media)}


NOTHING = {"description": ""}

TABLE = [
    pytest.param({"204": NOTHING}, {"204": "None"}, {}, "None", id="nothing"),
    pytest.param(
        {"200": response(application_json=INTEGER)}, {"200": "int"}, {}, "int", id="a document"
    ),
    pytest.param(
        {"200": response(application_json=INTEGER), "404": response(application_json=STRING)},
        {"200": "int"},
        {"404": "str"},
        "int",
        id="a failure",
    ),
    pytest.param(
        {"200": response(application_json=INTEGER), "default": response(application_json=STRING)},
        {"200": "int"},
        {"default": "str"},
        "int",
        id="a default beside a success is a failure",
    ),
    pytest.param(
        {"default": response(application_json=STRING)},
        {"default": "str"},
        {"default": "str"},
        "str",
        id="a default alone is both",
    ),
    pytest.param(
        {"200": response(application_json=INTEGER), "202": NOTHING},
        {"200": "int", "202": "None"},
        {},
        "int | None",
        id="nothing comes last",
    ),
    pytest.param(
        {"200": response(text_plain=STRING)},
        {"200": {"text/plain": "str"}},
        {},
        "str",
        id="text",
    ),
    pytest.param(
        {"200": response(image_png={})}, {"200": {"image/png": "bytes"}}, {}, "bytes", id="octets"
    ),
    pytest.param(
        {"200": response(application_json=INTEGER, text_plain=STRING)},
        {"200": {"application/json": "int", "text/plain": "str"}},
        {},
        "int | str",
        id="a document or words",
    ),
    pytest.param(
        {"200": response(application_json=INTEGER, text_plain={"type": "object"})},
        {"200": {"application/json": "int", "text/plain": "dict[str, Any]"}},
        {},
        "int | dict[str, Any]",
        id="a document that some servers send as text",
    ),
    pytest.param(
        {"200": response(application_json=STRING, text_plain=STRING)},
        {"200": {"application/json": "str", "text/plain": "str"}},
        {},
        "str",
        id="one type in two media types",
    ),
    pytest.param(
        {"200": response(text_plain={}, text_csv=INTEGER, text_html=STRING)},
        {"200": {"text/plain": "str", "text/csv": "int", "text/html": "str"}},
        {},
        "str | int",
        id="text without a schema is text",
    ),
    pytest.param(
        {"200": response(**{"*_*": INTEGER})},
        {"200": {"*/*": "int"}},
        {},
        "int",
        id="any media type",
    ),
    pytest.param(
        {"200": response(**{"*_*": {}})},
        {"200": {"*/*": "bytes"}},
        {},
        "bytes",
        id="and any schema",
    ),
    pytest.param(
        {"200": response(**{"*_*": {"type": "string", "enum": ["a", "b"]}})},
        {"200": {"*/*": "OneResponse | str"}},
        {},
        "OneResponse | str",
        id="one of several words",
    ),
    pytest.param(
        {"200": response(text_plain={"type": "string", "format": "date"})},
        {"200": {"text/plain": "datetime.date"}},
        {},
        "datetime.date",
        id="a date as text",
    ),
    pytest.param(
        {"200": response(text_csv={"type": "string", "format": "binary"})},
        {"200": {"text/csv": "bytes"}},
        {},
        "bytes",
        id="text as octets",
    ),
    pytest.param(
        {"200": response(**{"application_x-www-form-urlencoded": {"type": "object"}})},
        {"200": {"application/x-www-form-urlencoded": "dict[str, Any]"}},
        {},
        "dict[str, Any]",
        id="a form",
    ),
    pytest.param(
        {"200": response(**{"application_json": INTEGER, "application_hal+json": INTEGER})},
        {"200": "int"},
        {},
        "int",
        id="one type as JSON of two names",
    ),
    pytest.param(
        {"200": response(application_json={"type": "object"}, application_xml={"type": "object"})},
        {"200": "dict[str, Any]"},
        {},
        "dict[str, Any]",
        id="XML beside JSON is not asked for",
    ),
    pytest.param(
        {"200": response(application_xml=STRING, text_xml={})},
        {"200": {"application/xml": "str", "text/xml": "str"}},
        {},
        "str",
        id="XML as a text",
    ),
    pytest.param(
        {"200": response(**{"application_atom+xml": {}})},
        {"200": {"application/atom+xml": "bytes"}},
        {},
        "bytes",
        id="XML without a schema",
    ),
    pytest.param(
        {"200": response(image_png=INTEGER, application_pdf={})},
        {"200": {"image/png": "bytes", "application/pdf": "bytes"}},
        {},
        "bytes",
        id="a picture is octets whatever its schema says",
    ),
    pytest.param(
        {"200": response(**{"image_*": {"type": "string"}, "audio_*": INTEGER})},
        {"200": {"image/*": "bytes", "audio/*": "bytes"}},
        {},
        "bytes",
        id="so is a range of pictures",
    ),
    pytest.param(
        {"200": response(application_json={"type": "integer", "minimum": 1})},
        {"200": "Annotated[int, Field(ge=1)]"},
        {},
        "int",
        id="bounds are checked, not written",
    ),
    pytest.param(
        {"200": NOTHING, "4xx": response(application_json=INTEGER, text_plain=STRING)},
        {"200": "None"},
        {"4XX": "int"},
        "None",
        id="a range of failures in one media type",
    ),
    pytest.param(
        {
            "200": NOTHING,
            "4XX": response(**{"application_problem+json": INTEGER, "application_json": STRING}),
            "500": response(application_xml={"type": "object"}, application_json=STRING),
            "501": response(text_plain=STRING),
            "502": NOTHING,
        },
        {"200": "None"},
        {
            "4XX": {"application/json": "str", "application/problem+json": "int"},
            "500": "str",
            "501": {"text/plain": "str"},
            "502": "None",
        },
        "None",
        id="failures by media type, those in JSON alone",
    ),
    pytest.param(
        {"200": NOTHING, "x-note": "y", "2OO": response(application_json=STRING)},
        {"200": "None", "2OO": "str"},
        {},
        "str | None",
        id="what is no status",
    ),
]


@pytest.mark.parametrize(("responses", "success", "failure", "result"), TABLE)
def test_the_types_by_status(responses: Any, success: Any, failure: Any, result: str) -> None:
    operation, reader = read_one(of_operation({"responses": responses}))
    assert (dict(operation.success), dict(operation.failure)) == (success, failure)
    assert operation.result == result
    assert reader.faults == []


def test_an_answer_to_head_has_no_content() -> None:
    responses = {"200": response(application_json=INTEGER), "404": response(application_json={})}
    operation, _ = read_one(of_operation({"responses": responses}, "head"))
    assert (operation.success, operation.failure) == ({"200": "None"}, {"404": "None"})
    assert (operation.result, operation.accept) == ("None", "application/json")


@pytest.mark.parametrize("status", ["204", "205"])
def test_a_status_without_content_says_what_is_not_heeded(status: str) -> None:
    responses = {status: response(application_json=INTEGER)}
    operation, reader = read_one(of_operation({"responses": responses}))
    assert operation.success == {status: "None"}
    (warning,) = reader.warnings
    assert warning["words"] == f"an answer of status {status} has no content"
    assert warning["at"] == ["responses", status, "content"]


UNREAD = [
    pytest.param("application/xml", True, id="XML"),
    pytest.param("text/xml; charset=utf-8", True, id="XML as text"),
    pytest.param("application/soap+xml", True, id="XML of another name"),
    pytest.param("application/x-yaml", False, id="YAML"),
    pytest.param("application/octet-stream", False, id="octets"),
]


@pytest.mark.parametrize(("media_type", "is_refused"), UNREAD)
def test_a_schema_that_cannot_be_followed_is_told(media_type: str, *, is_refused: bool) -> None:
    responses = {"2XX": {"description": "", "content": {media_type: {"schema": INTEGER}}}}
    _, reader = read_one(of_operation({"responses": responses}))
    told, silent = (reader.faults, reader.warnings)[:: 1 if is_refused else -1]
    assert [(one["at"][-1], media_type in one["words"]) for one in told] == [(media_type, True)]
    assert silent == []


def test_an_error_that_cannot_be_read_is_told() -> None:
    responses = {"200": NOTHING, "400": response(application_xml={"type": "object"})}
    operation, reader = read_one(of_operation({"responses": responses}))
    assert operation.failure == {"400": {"application/xml": "bytes"}}
    (warning,) = reader.warnings
    assert warning["words"].endswith("the client does not read application/xml")
    assert warning["at"] == ["responses", "400", "content"]


JSON_AND_MORE = {"application/json": INTEGER, "image/png": {}, "application/hal+json": INTEGER}

ACCEPT = [
    ({"200": NOTHING}, "*/*"),
    ({}, "*/*"),
    ({"200": {"application/json": INTEGER}}, "application/json"),
    ({"200": {"image/png": {}, "image/jpeg": {}}}, "image/png, image/jpeg"),
    ({"200": JSON_AND_MORE}, "application/json, application/hal+json, image/png;q=0.9"),
    ({"200": {"application/json; charset=utf-8": INTEGER}}, "application/json"),
    ({"200": {"application/vnd.a+json;version=2": {}}}, "application/vnd.a+json;version=2"),
    ({"200": {"*/*": INTEGER}}, "application/json, */*;q=0.8"),
    ({"200": {"*/*": {}}}, "*/*"),
    ({"200": {"text/*": STRING, "text/csv": STRING}}, "text/csv, text/*;q=0.8"),
    (
        {"200": {"application/json": {}}, "202": {"text/plain": STRING}, "204": NOTHING},
        "application/json, text/plain;q=0.9",
    ),
    ({"200": {"application/xml": {"type": "object"}, "text/json": {}}}, "text/json"),
    ({"200": {"text/plain": STRING}, "404": {"application/json": {}}}, "text/plain"),
]


@pytest.mark.parametrize(("responses", "accept"), ACCEPT)
def test_what_a_request_asks_for(responses: Any, accept: str) -> None:
    full = {
        code: NOTHING
        if media is NOTHING
        else {"description": "", "content": {n: {"schema": s} for n, s in media.items()}}
        for code, media in responses.items()
    }
    operation, _ = read_one(of_operation({"responses": full}))
    assert operation.accept == accept
