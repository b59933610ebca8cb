"""One path for many places, with a wildcard wherever they differ."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.document.tree.pointer import Address, format_path


def wildcards(places: Sequence[Address]) -> str:
    """The places as one path with wildcards; empty where they are of different lengths."""
    if len({len(place) for place in places}) > 1:
        return ""
    query = "$"
    for column in zip(*places, strict=True):
        is_same = len(set(column)) == 1
        query += format_path(column[:1])[1:] if is_same else "[*]"
    return query
