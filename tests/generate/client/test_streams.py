"""The marker `x-stream`: what it may say, and the words for what it may not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import (
    STRING,
    answered,
    of_operation,
    of_schemas,
    read_one,
    reader_of,
)

from specmend.errors import MarkError
from specmend.generate.client.streaming import Streaming
from specmend.generate.client.streams import read_stream
from specmend.generate.types.kinds import Model

PET = {"type": "object", "properties": {"name": STRING}}


def marked(mark: Any, media_type: str = "application/x-ndjson") -> Streaming:
    reader = reader_of(of_schemas())
    return read_stream(media_type, {"x-stream": mark}, Model(name="Chunk"), (), reader)


@pytest.mark.parametrize(
    ("media", "event"),
    [
        ({"itemSchema": STRING}, "str"),
        ({"itemSchema": {"$ref": "#/components/schemas/Pet"}}, "Pet"),
        ({"itemSchema": {"type": "array", "items": STRING}}, "list[str]"),
        ({"itemSchema": PET}, "OneEvent"),
        ({"itemSchema": {"type": "string", "default": 7, "const": "x"}}, 'Literal["x"]'),
        ({}, "Any"),
    ],
)
def test_a_record_has_the_type_of_its_schema(media: Any, event: str) -> None:
    tree = of_operation(
        answered(("application/jsonl", media)), components={"schemas": {"Pet": PET}}
    )
    operation, _ = read_one(tree)
    assert operation.streaming is not None
    assert operation.streaming.event == event


def test_a_record_is_checked_with_its_bounds() -> None:
    media = {"itemSchema": {"type": "integer", "minimum": 1}}
    operation, _ = read_one(of_operation(answered(("application/jsonl", media))))
    assert operation.streaming is not None
    assert (operation.streaming.event, operation.streaming.checked) == (
        "int",
        "Annotated[int, Field(ge=1)]",
    )


@pytest.mark.parametrize(
    ("mark", "media_type", "framing"),
    [
        ({}, "application/x-ndjson", "ndjson"),
        ({}, "application/jsonl", "ndjson"),
        ({}, "text/event-stream; charset=utf-8", "sse"),
        ({"framing": "sse"}, "application/json", "sse"),
    ],
)
def test_the_framing_is_that_of_the_mark_or_of_the_media_type(
    mark: Any, media_type: str, framing: str
) -> None:
    assert marked(mark, media_type).framing == framing


@pytest.mark.parametrize(
    ("terminal", "found"),
    [
        (None, ("", ())),
        ("done", ("done", ())),
        ({"status": "success"}, ("status", ("success",))),
        ({"type": ["completed", "failed"]}, ("type", ("completed", "failed"))),
    ],
)
def test_the_last_record_is_told_by_a_key_or_by_its_texts(
    terminal: Any, found: tuple[str, tuple[str, ...]]
) -> None:
    streaming = marked({"terminal": terminal} if terminal else {})
    assert (streaming.terminal, streaming.last) == found


@pytest.mark.parametrize("terminal", [["done"], {"a": "b", "c": "d"}, {"a": []}, {"a": 1}, {}, 1])
def test_any_other_terminal_is_refused(terminal: Any) -> None:
    with pytest.raises(MarkError, match="terminal that is neither"):
        marked({"terminal": terminal})


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ({"framing": "xml"}, "the framing xml"),
        ({"end": "x"}, "unknown keys: end"),
        ({"toggle": "x"}, "the toggle x"),
    ],
)
def test_what_cannot_be_followed_is_refused(mark: dict[str, Any], words: str) -> None:
    with pytest.raises(MarkError, match=words):
        marked(mark)
