"""Which header gets a key: the one of the mark, or one that is named for it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import STRING, of_operation, read_one

ANSWER = {"204": {"description": "fine"}}


def header(name: str, *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "schema": STRING}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ({}, ""),
        ({"parameters": [header("X-Trace")]}, ""),
        ({"parameters": [header("My-Idempotency-Key-Hint")]}, ""),
        ({"parameters": [header("Idempotency-Key")]}, "Idempotency-Key"),
        ({"parameters": [header("X-Idempotency-Key")]}, "X-Idempotency-Key"),
        ({"parameters": [header("idempotencyKey")]}, "idempotencyKey"),
        ({"parameters": [header("Idempotency-Key")], "x-idempotency": False}, ""),
        ({"parameters": [header("X-Idempotency-Key")], "x-idempotency": True}, "X-Idempotency-Key"),
        ({"x-idempotency": True}, "Idempotency-Key"),
        ({"x-idempotency": "PayPal-Request-Id"}, "PayPal-Request-Id"),
        ({"parameters": [{**header("Idempotency-Key"), "in": "query"}]}, ""),
    ],
)
def test_the_header_of_the_key(operation: dict[str, Any], expected: str) -> None:
    read, reader = read_one(of_operation({**operation, "responses": ANSWER}, "post"))
    assert read.idempotency == expected
    assert reader.faults == []


def test_a_header_that_gets_a_key_need_not_be_given() -> None:
    parameters = [header("Idempotency-Key", required=True), header("X-Trace", required=True)]
    read, _ = read_one(of_operation({"parameters": parameters, "responses": ANSWER}, "post"))
    assert [(one.name, one.required) for one in read.arguments] == [
        ("idempotency_key", False),
        ("x_trace", True),
    ]
    assert (read.extra, read.extra_type) == ("extra", "CallExtra")


@pytest.mark.parametrize("mark", [1, "", "two words", {"header": "A"}, ["A"]])
def test_a_mark_that_names_no_header_is_a_fault(mark: Any) -> None:
    _, reader = read_one(of_operation({"x-idempotency": mark, "responses": ANSWER}, "post"))
    assert [fault["words"] for fault in reader.faults] == [
        "x-idempotency is neither true nor false nor the name of a header"
    ]
