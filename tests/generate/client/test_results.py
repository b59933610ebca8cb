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
    pytest.param({"200": response(text_plain=STRING)}, {"200": "str"}, {}, "str", id="text"),
    pytest.param({"200": response(image_png={})}, {"200": "bytes"}, {}, "bytes", id="octets"),
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
        {"200": "str"},
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
        {"200": response(**{"*_*": INTEGER})}, {"200": "int"}, {}, "int", id="any media type"
    ),
    pytest.param(
        {"200": response(**{"*_*": {}})}, {"200": "bytes"}, {}, "bytes", id="and any schema"
    ),
    pytest.param(
        {"200": response(image_png=INTEGER, application_pdf={})},
        {"200": "bytes"},
        {},
        "bytes",
        id="a picture is octets whatever its schema says",
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
