"""What the templates are told about answers that stream."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Events:
    """Whether the data of events is JSON, the names of those of which the opposite is true.

    `describes_errors` says that an event of the type `error` is a record.
    """

    parsed: bool
    others: tuple[str, ...] = ()
    describes_errors: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Streaming:
    """How the response streams: the type of a record, and the words of `x-stream`.

    `event` is the type as annotations have it, `checked` as records are checked against it. With
    `events` the records are server-sent events, and not the JSON in their data.
    """

    event: str
    checked: str
    media_type: str
    framing: str
    toggle: str
    sentinel: str
    error: str
    terminal: str
    last: tuple[str, ...] = ()
    events: Events | None = None
