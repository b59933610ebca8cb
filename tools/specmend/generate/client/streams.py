"""The streaming side of an operation, read from its media types and their `x-stream`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from specmend.errors import MarkError
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument
from specmend.generate.client.streaming import Events, Streaming
from specmend.generate.normalize.events import EVENTS_MARK
from specmend.generate.normalize.media_order import framing_of, has_records
from specmend.generate.types.kinds import Type

STREAM: Final = "stream"
"""The argument that asks for a stream where no field of the request does."""

_KEYS = {"framing", "toggle", "sentinel", "error", "terminal"}
_FRAMINGS = ("ndjson", "json-seq", "sse", "events")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A media type of an answer that streams, and those of the same answer that do so too."""

    code: str
    media_type: str
    media: dict[str, Any]
    others: tuple[str, ...] = ()

    @property
    def at(self) -> tuple[str, ...]:
        """The keys that lead from the operation to the media type."""
        return "responses", self.code, "content", self.media_type


def find_stream(node: dict[str, Any]) -> Found | None:
    """The streaming media type of the first success response that has one."""
    for code, response in node.get("responses", {}).items():
        content = (response.get("content") or {}) if _is_success(str(code)) else {}
        names = [name for name, media in content.items() if has_records(name, media)]
        if names:
            first, *others = names
            media = content[first] if isinstance(content[first], dict) else {}
            return Found(code=str(code), media_type=first, media=media, others=tuple(others))
    return None


def choice_by_accept(found: Found, arguments: Collection[Argument]) -> Argument | None:
    """The argument that asks for a stream by the header `Accept` alone; None where one could ask.

    A field that is called `stream` asks for it in many APIs, and only `x-stream` can tell.
    """
    if any(STREAM in (argument.name, argument.wire.lower()) for argument in arguments):
        return None
    return Argument(
        name=STREAM,
        wire=STREAM,
        annotation="bool",
        required=False,
        in_="accept",
        description=f"Whether to ask for {found.media_type}, and read its records one by one.",
    )


def has_plain_result(node: dict[str, Any]) -> bool:
    """Whether a success response can also be one document."""
    return any(
        not has_records(media_type, media)
        for code, response in node.get("responses", {}).items()
        if str(code).startswith("2")
        for media_type, media in (response.get("content") or {}).items()
    )


def read_stream(
    media_type: str,
    media: dict[str, Any],
    event: Type,
    arguments: tuple[Argument, ...],
    reader: Reader,
) -> Streaming:
    """The streaming settings; raises MarkError for a marker that cannot be followed."""
    mark = media.get("x-stream") or {}
    unknown = sorted(set(mark) - _KEYS)
    if unknown:
        raise MarkError(f"x-stream has unknown keys: {', '.join(unknown)}")
    framing = mark.get("framing") or framing_of(media_type)
    if framing not in _FRAMINGS:
        *known, last = _FRAMINGS
        listed = f"{', '.join(known)} and {last}"
        raise MarkError(f"x-stream has the framing {framing}; known are {listed}")
    events = media.get(EVENTS_MARK)
    words = {key: str(mark.get(key) or "") for key in ("toggle", "sentinel", "error")}
    if words["toggle"] and not any(argument.wire == words["toggle"] for argument in arguments):
        raise MarkError(
            f"x-stream names the toggle {words['toggle']}, which is no field of the request"
        )
    terminal, last_texts = _read_terminal(mark.get("terminal"))
    return Streaming(
        event=reader.received(event),
        checked=reader.checked(event),
        media_type=media_type,
        framing="events" if events else framing,
        terminal=terminal,
        last=last_texts,
        events=Events(
            parsed=events["parsed"],
            others=tuple(events["others"]),
            describes_errors=events["describes_errors"],
        )
        if events
        else None,
        **words,
    )


def _is_success(code: str) -> bool:
    return code.startswith("2") or code == "default"


def _read_terminal(mark: Any) -> tuple[str, tuple[str, ...]]:
    """The key of the last record, and the texts that it may have there; a key alone is true."""
    if mark is None or isinstance(mark, str):
        return mark or "", ()
    if isinstance(mark, dict) and len(mark) == 1:
        (key, values), *_ = mark.items()
        texts = values if isinstance(values, list) else [values]
        if texts and all(isinstance(text, str) for text in texts):
            return str(key), tuple(texts)
    raise MarkError(
        "x-stream has a terminal that is neither a key nor one key with a text or a list of texts"
    )
