"""Which of several bodies a request gets."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.runtime._choice import with_body
from specmend.generate.runtime._operation import NOT_GIVEN, Arguments, Body, Operation
from specmend.generate.runtime.errors import ArgumentError

JSON = Body(
    kind="json",
    media_type="application/json",
    fields=frozenset({"a", "b"}),
    nullable=frozenset({"b"}),
)
PARTS = Body(kind="multipart", media_type="multipart/form-data", fields=frozenset({"a", "file"}))
OCTETS = Body(kind="content", media_type="text/csv")
WHOLE = Body(kind="json", media_type="application/json", type=list[str])
WORDS = Body(kind="json", media_type="application/json", type=str, nullable_whole=True)
LINES = Body(kind="records", media_type="application/jsonl")


def chosen(*bodies: Body, **given: Any) -> str:
    first, *others = bodies
    operation = Operation(method="POST", path="/a", body=first, others=tuple(others))
    made = with_body(operation, Arguments(**given))
    assert made.body is not None
    assert made.others == ()
    assert made is with_body(operation, Arguments(**given))
    return made.body.media_type


@pytest.mark.parametrize(
    ("bodies", "given", "media_type"),
    [
        ((JSON, PARTS), {}, "application/json"),
        ((JSON, PARTS), {"fields": {"a": 1, "file": None}}, "application/json"),
        ((JSON, PARTS), {"fields": {"a": 1, "b": NOT_GIVEN, "file": b"x"}}, "multipart/form-data"),
        ((JSON, PARTS), {"fields": {"b": None}}, "application/json"),
        ((JSON, PARTS), {"media_type": "multipart/form-data"}, "multipart/form-data"),
        ((JSON, OCTETS), {"fields": {"a": 1}}, "application/json"),
        ((JSON, OCTETS), {"fields": {"a": None}, "body": b"x"}, "text/csv"),
        ((WHOLE, OCTETS), {"body": ["x"]}, "application/json"),
        ((WHOLE, OCTETS), {"body": "x"}, "text/csv"),
        ((WHOLE, OCTETS), {"body": iter([b"x"])}, "text/csv"),
        ((OCTETS, WHOLE), {"body": ["x"]}, "application/json"),
        ((OCTETS, LINES), {"body": [b"x"]}, "application/jsonl"),
        ((WORDS, OCTETS), {"body": "x"}, "application/json"),
        ((WORDS, OCTETS), {"body": b"x"}, "text/csv"),
        ((WORDS, PARTS), {"body": None}, "application/json"),
        ((WORDS, PARTS), {"body": NOT_GIVEN}, "multipart/form-data"),
        ((PARTS, JSON), {"fields": {"b": None}}, "application/json"),
        ((OCTETS, WHOLE), {}, "text/csv"),
    ],
)
def test_the_first_body_that_has_all_that_is_given(
    bodies: tuple[Body, ...], given: Any, media_type: str
) -> None:
    assert chosen(*bodies, **given) == media_type


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (
            {"fields": {"b": 1, "file": b"x"}},
            "has a place in application/json, multipart/form-data",
        ),
        (
            {"fields": {"b": 1}, "media_type": "multipart/form-data"},
            "has a place in multipart/form-data",
        ),
        ({"body": b"x"}, "has a place in application/json, multipart/form-data"),
        ({"media_type": "text/odd"}, "sends no such media type"),
    ],
)
def test_what_no_body_has_is_refused(given: Any, words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        chosen(JSON, PARTS, **given)
