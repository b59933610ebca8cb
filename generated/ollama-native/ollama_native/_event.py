# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Server-sent events as records of their own: the fields of each event, not its data alone."""

from __future__ import annotations

import json

from ._json import whole_text

_DIGITS = 15


class Event(bytes):
    """The data of one event, with what else the event says.

    `fields` are its `event` and `id` as text and its `retry` in milliseconds, as far as they came (WHATWG HTML
    section 9.2.6).
    """

    fields: dict[str, str | int]


def make_event(data: bytes, fields: dict[bytes, bytes]) -> Event:
    """The record of an event; fields with a value that the standard ignores are left out."""
    event = Event(data)
    event.fields = {}
    for name, value in fields.items():
        text = value.decode(errors="replace")
        if name == b"retry":
            if value.isdigit() and len(value) <= _DIGITS:
                event.fields["retry"] = int(value)
        elif name == b"event" or (name == b"id" and b"\x00" not in value):
            event.fields[name.decode()] = text
    return event


def event_document(event: Event, *, parsed: bool) -> bytes:
    """An event as the JSON object that OpenAPI 3.2 describes it as.

    With `parsed` data that is JSON stands there as the value that it says; any other data is text.
    """
    text = event.decode(errors="replace")
    data: object = text
    if parsed:
        try:
            data = json.loads(text.removeprefix("\ufeff"))
        except ValueError:
            data = text
    return whole_text(json.dumps({**event.fields, "data": data}, ensure_ascii=False)).encode()
