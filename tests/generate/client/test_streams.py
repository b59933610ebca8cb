"""The marker `x-stream`: what it may say, and the words for what it may not."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.errors import StreamMarkError
from specmend.generate.client.streams import read_stream


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
    mark = {"terminal": terminal} if terminal else {}
    streaming = read_stream("application/x-ndjson", {"x-stream": mark}, "Chunk", ())
    assert (streaming.terminal, streaming.last) == found


@pytest.mark.parametrize("terminal", [["done"], {"a": "b", "c": "d"}, {"a": []}, {"a": 1}, {}, 1])
def test_any_other_terminal_is_refused(terminal: Any) -> None:
    with pytest.raises(StreamMarkError, match="terminal that is neither"):
        read_stream("application/x-ndjson", {"x-stream": {"terminal": terminal}}, "Chunk", ())


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ({"framing": "xml"}, "the framing xml"),
        ({"end": "x"}, "unknown keys: end"),
        ({"toggle": "x"}, "the toggle x"),
    ],
)
def test_what_cannot_be_followed_is_refused(mark: dict[str, Any], words: str) -> None:
    with pytest.raises(StreamMarkError, match=words):
        read_stream("application/x-ndjson", {"x-stream": mark}, "Chunk", ())
