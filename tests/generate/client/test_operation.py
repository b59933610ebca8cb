"""One operation: its stream, its results, the path that it is sent to."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import STRING, answered, of_operation, read_one

LINES = ("application/jsonl", {"itemSchema": STRING})
PLAIN = ("application/json", {"schema": {"type": "integer"}})
SERVERS = [{"url": "https://example.com/v1"}]


def test_a_stream_alone_is_the_result() -> None:
    operation, reader = read_one(of_operation(answered(LINES), "query"))
    assert operation.streaming is not None
    assert (operation.streaming.event, operation.streaming.framing) == ("str", "ndjson")
    assert (operation.result, dict(operation.success)) == ("", {})
    assert reader.warnings == []


def test_a_stream_beside_a_document_is_asked_for_by_accept() -> None:
    operation, reader = read_one(of_operation(answered(LINES, PLAIN)))
    assert operation.streaming is not None
    assert operation.toggle is not None
    assert (operation.toggle.name, operation.toggle.in_) == ("stream", "accept")
    assert (operation.result, operation.accept) == ("int", "application/json")
    assert operation.streaming.media_type == "application/jsonl"
    assert operation.keywords == ()
    assert "application/jsonl" in operation.docstring
    assert reader.warnings == []


@pytest.mark.parametrize("place", ["query", "header"])
@pytest.mark.parametrize("name", ["stream", "Stream"])
def test_an_argument_that_may_ask_for_a_stream_needs_a_mark(place: str, name: str) -> None:
    parameters = [{"name": name, "in": place, "schema": {"type": "boolean"}}]
    operation, reader = read_one(of_operation({"parameters": parameters, **answered(LINES, PLAIN)}))
    assert (operation.streaming, operation.result) == (None, "int")
    (warning,) = reader.warnings
    assert (warning["method"], warning["path"]) == ("GET", "/a")
    assert warning["words"].startswith(
        "the response can be application/jsonl, but no `x-stream` beside it names the toggle"
    )
    assert warning["at"] == ["responses", "200", "content", "application/jsonl"]


def test_of_several_streams_the_first_one_is_read() -> None:
    events = ("text/event-stream", {"itemSchema": STRING})
    operation, reader = read_one(of_operation(answered(LINES, events)))
    assert operation.streaming is not None
    assert operation.streaming.media_type == "application/jsonl"
    (warning,) = reader.warnings
    assert warning["words"] == (
        "the method reads application/jsonl; it does not ask for text/event-stream"
    )


def test_a_toggle_gives_both() -> None:
    body = {"schema": {"type": "object", "properties": {"stream": {"type": "boolean"}}}}
    media = ("application/jsonl", {"itemSchema": STRING, "x-stream": {"toggle": "stream"}})
    operation, reader = read_one(
        of_operation(
            {"requestBody": {"content": {"application/json": body}}, **answered(media, PLAIN)},
            "post",
        )
    )
    assert operation.toggle is not None
    assert (operation.toggle.name, operation.result) == ("stream", "int")
    assert (reader.faults, reader.warnings) == ([], [])


def test_a_mark_that_cannot_be_followed_is_a_fault() -> None:
    media = ("application/jsonl", {"itemSchema": STRING, "x-stream": {"framing": "xml"}})
    _, reader = read_one(of_operation(answered(media)))
    (fault,) = reader.faults
    known = "ndjson, json-seq, sse and events"
    assert fault["words"] == f"x-stream has the framing xml; known are {known}"


@pytest.mark.parametrize(
    ("servers", "sent", "warned"),
    [
        (None, "/a", False),
        ([{"url": "https://example.com/v1"}], "/a", False),
        ([{"url": "https://example.com"}], "/../a", False),
        ([{"url": "wss://elsewhere.com"}], "/a", True),
    ],
)
def test_a_server_of_its_own_moves_the_path(servers: Any, sent: str, warned: bool) -> None:
    own = {"servers": servers} if servers else {}
    operation, reader = read_one(of_operation({**own, "responses": {}}, "query", servers=SERVERS))
    assert (operation.path, operation.sent) == ("/a", sent)
    assert (bool(reader.warnings), operation.server) == (warned, "")


def test_a_server_elsewhere_is_called_there() -> None:
    servers = [{"url": "https://elsewhere.com/"}]
    operation, reader = read_one(of_operation({"servers": servers, "responses": {}}))
    assert (operation.sent, operation.server) == ("/a", "https://elsewhere.com")
    assert reader.warnings == []


def test_the_words_of_the_document_are_kept() -> None:
    operation, _ = read_one(of_operation({"summary": "Ask", "deprecated": True}, "query"))
    assert operation.summary == "Ask."
    assert operation.deprecated
    assert "`QUERY /a`" in operation.docstring
