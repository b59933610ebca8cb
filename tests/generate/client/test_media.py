"""What a media type means: how a body is sent and read, and which of several counts."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.client.media import (
    body_kind,
    content_of,
    is_structured,
    is_text,
    ranked,
)
from specmend.generate.normalize.media_order import essence, is_json
from specmend.generate.types.kinds import (
    ANY,
    NONE,
    OCTETS,
    TEXT,
    Bounded,
    Choice,
    Many,
    Map,
    Model,
    OneOf,
    Scalar,
    Type,
)

LIST = Many(item=TEXT)
NUMBER = Scalar(name="int")


@pytest.mark.parametrize(
    ("media_type", "meant", "json", "text"),
    [
        ("application/json", "application/json", True, False),
        ("Application/JSON; charset=utf-8", "application/json", True, False),
        ("application/problem+json", "application/problem+json", True, False),
        ("text/json", "text/json", True, True),
        ("text/plain;charset=utf-8", "text/plain", False, True),
        ("application/jsonl", "application/jsonl", False, False),
        ("image/png", "image/png", False, False),
        ("*/*", "*/*", False, False),
        ("", "", False, False),
    ],
)
def test_what_a_media_type_is(media_type: str, meant: str, *, json: bool, text: bool) -> None:
    assert essence(media_type) == meant
    assert (is_json(media_type), is_text(media_type)) == (json, text)


@pytest.mark.parametrize(
    ("media_type", "kind", "meant"),
    [
        ("application/json", OCTETS, "json"),
        ("application/hal+json", LIST, "json"),
        ("image/*", LIST, "content"),
        ("application/x-ndjson", LIST, "records"),
        ("application/x-www-form-urlencoded; charset=utf-8", LIST, "form"),
        ("multipart/form-data", LIST, "multipart"),
        ("multipart/mixed", LIST, "multipart"),
        ("multipart/mixed", ANY, "content"),
        ("multipart/form-data", ANY, "multipart"),
        ("text/plain", TEXT, "content"),
        ("*/*", LIST, "json"),
        ("application/*", Model(name="Pet"), "json"),
        ("*/*", OCTETS, "content"),
        ("*/*", TEXT, "content"),
        ("*/*", ANY, "content"),
    ],
)
def test_how_a_body_is_sent(media_type: str, kind: Type, meant: str) -> None:
    assert body_kind(media_type, kind) == meant


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        (TEXT, False),
        (OCTETS, False),
        (ANY, False),
        (NONE, False),
        (Choice(values=("a",)), False),
        (NUMBER, True),
        (LIST, True),
        (Map(value=TEXT), True),
        (Model(name="Pet"), True),
        (Bounded(inner=NUMBER, bounds=(("minimum", 1),)), True),
        (Bounded(inner=TEXT, bounds=(("minLength", 1),)), False),
        (OneOf(members=(TEXT, NONE)), False),
        (OneOf(members=(TEXT, NUMBER)), True),
    ],
)
def test_what_could_be_no_plain_text(kind: Type, *, meant: bool) -> None:
    assert is_structured(kind) is meant


@pytest.mark.parametrize(
    ("media_types", "meant"),
    [
        (["application/json", "text/plain"], ["application/json", "text/plain"]),
        (["b/b", "a/a"], ["b/b", "a/a"]),
        (
            ["text/event-stream", "text/plain", "a/b+json", "application/json; v=1"],
            ["application/json; v=1", "a/b+json", "text/plain", "text/event-stream"],
        ),
        ([], []),
    ],
)
def test_json_counts_first_and_streams_last(media_types: list[str], meant: list[str]) -> None:
    assert ranked(media_types) == meant


@pytest.mark.parametrize(
    ("holder", "content"),
    [
        ({"content": {"a/b": {}}}, {"a/b": {}}),
        ({}, {}),
        ({"content": None}, {}),
        (None, {}),
        ({"content": {"examples": {}, "a/b": {}}}, {"a/b": {}}),
    ],
)
def test_the_content_of_a_holder(holder: Any, content: Any) -> None:
    assert content_of(holder) == content
