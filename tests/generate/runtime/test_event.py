"""Server-sent events as JSON objects: their fields, and their data as text or as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specmend.generate.runtime._event import event_document, make_event

ROWS = [
    pytest.param(b"a", {}, True, {"data": "a"}, id="text that is no JSON stays text"),
    pytest.param(b"1", {}, False, {"data": "1"}, id="text that is not to be parsed"),
    pytest.param(b'{"a": [1, null]}', {}, True, {"data": {"a": [1, None]}}, id="JSON"),
    pytest.param(
        b"", {b"event": b"x", b"id": b"1"}, False, {"event": "x", "id": "1", "data": ""}, id="names"
    ),
    pytest.param(b"", {b"retry": b"10"}, False, {"retry": 10, "data": ""}, id="a number"),
    pytest.param(b"", {b"retry": b"1.5"}, False, {"data": ""}, id="no number"),
    pytest.param(b"", {b"retry": b"9" * 5000}, False, {"data": ""}, id="no sensible number"),
    pytest.param(b"", {b"id": b"a\x00"}, False, {"data": ""}, id="an id that is ignored"),
    pytest.param(
        b'1, "event": "y"', {}, True, {"data": '1, "event": "y"'}, id="data that reaches out"
    ),
    pytest.param(
        b"\xff\xc3\xa9", {}, False, {"data": "\ufffd\u00e9"}, id="octets that are no text"
    ),
    pytest.param(b'"\\ud800"', {}, True, {"data": "\ufffd"}, id="half a character"),
    pytest.param(b'\xef\xbb\xbf{"a": 1}', {}, True, {"data": {"a": 1}}, id="a byte order mark"),
]


@pytest.mark.parametrize(("data", "fields", "parsed", "document"), ROWS)
def test_an_event_is_an_object(
    data: bytes, fields: dict[bytes, bytes], parsed: bool, document: Any
) -> None:
    event = make_event(data, fields)
    assert event == data
    assert json.loads(event_document(event, parsed=parsed)) == document
