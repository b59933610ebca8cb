"""Puts JSON first among the media types of a body."""

from __future__ import annotations

from specmend.document.openapi.schemas import Tree, content_holders, copy_tree

STREAMS = (
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonl",
    "text/event-stream",
)


def put_json_first(tree: Tree) -> Tree:
    """Sort `content` so that JSON comes first and streams last.

    openapi-python-client takes the first media type that it knows.
    """
    result = copy_tree(tree)
    for holder in content_holders(result):
        content = holder["content"]
        holder["content"] = {name: content[name] for name in sorted(content, key=_rank)}
    return result


def is_stream(media_type: str) -> bool:
    """Whether bodies of this media type are a sequence of JSON documents."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence in STREAMS


def has_records(media_type: str, media: Tree) -> bool:
    """Whether a client reads a body of this media type record by record."""
    return is_stream(media_type) or (isinstance(media, dict) and "x-stream" in media)


def _rank(media_type: str) -> int:
    essence = media_type.partition(";")[0].strip().lower()
    if essence == "application/json":
        return 0
    if essence.endswith("+json"):
        return 1
    return 3 if is_stream(media_type) else 2
