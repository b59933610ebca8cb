"""However a server cuts an answer into pieces, its stream and the whole answer say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from chat_server import ChatServer, called, chatting, last, said
from hypothesis import given, settings
from hypothesis import strategies as st
from ollama_native import Client, errors
from ollama_native.backend import End, Message, OllamaBackend, TextDelta, ThinkingDelta, ToolUse

ASK = [Message("user", "Well?")]
TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
CALLS = st.builds(
    called,
    st.sampled_from(["weather", "clock"]),
    st.dictionaries(TEXTS, st.none() | st.integers() | TEXTS, max_size=2),
    st.integers(0, 3),
    st.none() | st.from_regex(r"call_[a-z0-9]{8}", fullmatch=True),
)


@st.composite
def pieces(draw: st.DrawFn, make: Any = said) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if draw(st.booleans()):
        more["thinking"] = draw(TEXTS)
    if draw(st.integers(0, 3)) == 0:
        more["tool_calls"] = draw(st.lists(CALLS, max_size=2))
    return dict(make(draw(TEXTS), **more))


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    with chatting({}) as chat_server:
        yield chat_server


@pytest.fixture(scope="module")
def backend(server: ChatServer) -> Iterator[OllamaBackend]:
    with Client(server.url) as client:
        yield OllamaBackend(client)


@settings(deadline=None, max_examples=60)
@given(
    before=st.lists(pieces(), max_size=5),
    end=pieces(last),
    reason=st.sampled_from(["stop", "length", "other"]),
)
def test_the_stream_says_what_the_whole_answer_says(
    server: ChatServer,
    backend: OllamaBackend,
    before: list[dict[str, Any]],
    end: dict[str, Any],
    reason: str,
) -> None:
    server.answers["any"] = [*before, end | {"done_reason": reason}]
    whole = backend.complete(ASK, model="any")
    with backend.stream(ASK, model="any") as stream:
        events = list(stream)
    assert events[-1] == End(whole)
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == whole.text
    assert (
        "".join(event.text for event in events if isinstance(event, ThinkingDelta))
        == whole.thinking
    )
    assert tuple(event.call for event in events if isinstance(event, ToolUse)) == whole.tool_calls
    assert (whole.finish_reason == "tool_use") == (bool(whole.tool_calls) and reason != "length")


def test_an_error_in_the_middle_comes_after_what_was_said(
    server: ChatServer, backend: OllamaBackend
) -> None:
    server.answers["breaks"] = [said("The sky"), {"error": "the model crashed"}]
    with backend.stream(ASK, model="breaks") as stream:
        assert next(stream) == TextDelta("The sky")
        with pytest.raises(errors.StreamReportedError, match="the model crashed"):
            next(stream)
        assert stream.completion is None
