"""A value on one line, for messages and tables."""

from __future__ import annotations

from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.values import MISSING, Tree


def one_line(value: Tree, most: int, *, absent: str = "absent") -> str:
    """A value as JSON, cut to `most` characters; `absent` where there is none."""
    if value is MISSING:
        return absent
    written = write_json(value)
    if len(written) <= most:
        return written
    return written[: most - 1] + "…"
