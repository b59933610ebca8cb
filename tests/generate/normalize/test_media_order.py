"""Which media types are JSON, which are streams of records, and how these are told apart."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.normalize.media_order import framing_of, has_records, is_json, is_stream


@pytest.mark.parametrize(
    ("media_type", "framing"),
    [
        ("application/jsonl", "ndjson"),
        ("application/x-ndjson; charset=utf-8", "ndjson"),
        ("Application/NDJSON", "ndjson"),
        ("application/vnd.pets+jsonl", "ndjson"),
        ("application/json-seq", "json-seq"),
        ("application/geo+json-seq", "json-seq"),
        ("text/event-stream", "sse"),
    ],
)
def test_a_sequence_is_a_stream_with_a_framing(media_type: str, framing: str) -> None:
    assert is_stream(media_type)
    assert framing_of(media_type) == framing
    assert not is_json(media_type)


@pytest.mark.parametrize(
    "media_type", ["application/json", "application/a+json", "text/plain", "multipart/mixed"]
)
def test_other_bodies_are_none(media_type: str) -> None:
    assert not is_stream(media_type)


@pytest.mark.parametrize(
    ("media_type", "media", "found"),
    [
        ("application/jsonl", {}, True),
        ("application/json", {}, False),
        ("a/b", {"x-stream": {}}, True),
        ("a/b", None, False),
    ],
)
def test_a_mark_makes_a_stream_of_any_body(media_type: str, media: Any, found: bool) -> None:
    assert has_records(media_type, media) is found
