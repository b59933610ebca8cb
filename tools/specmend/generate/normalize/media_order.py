"""What kind of body a media type is: JSON, or a stream of records and how these are told apart."""

from __future__ import annotations

from specmend.document.openapi.schemas import Tree

STREAMS = (
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonl",
    "application/jsonlines",
    "application/x-jsonlines",
    "application/json-lines",
    "application/json-seq",
    "text/event-stream",
)

_SUFFIXES = ("+json-seq", "+jsonl", "+ndjson")
"""What the names of more such media types end with (RFC 8091 for the first one)."""


def is_stream(media_type: str) -> bool:
    """Whether bodies of this media type are a sequence of JSON documents."""
    name = essence(media_type)
    return name in STREAMS or name.endswith(_SUFFIXES)


def is_json(media_type: str) -> bool:
    """Whether bodies of a media type are JSON (RFC 6839 section 3.1 for the suffix)."""
    return essence(media_type).endswith(("/json", "+json"))


def essence(media_type: str) -> str:
    """A media type without its parameters (RFC 9110 section 8.3.1), in lower case."""
    return media_type.partition(";")[0].strip().lower()


def framing_of(media_type: str) -> str:
    """How the records of a stream are told apart."""
    name = essence(media_type)
    if name.endswith("json-seq"):
        return "json-seq"
    return "sse" if name == "text/event-stream" else "ndjson"


def has_records(media_type: str, media: Tree) -> bool:
    """Whether a client reads a body of this media type record by record."""
    return is_stream(media_type) or (isinstance(media, dict) and "x-stream" in media)
