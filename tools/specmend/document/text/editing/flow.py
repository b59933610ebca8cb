"""A value as JSON or flow-style YAML, over several lines where the document is laid out so."""

from __future__ import annotations

from specmend.document.text.document import Document
from specmend.document.text.editing.scalar import write_flow, write_json, write_key
from specmend.document.text.style import Style
from specmend.document.tree.values import Tree

Quotes = tuple[str, str]
"""The quotes that the keys and the values of a collection share, "" where they share none."""


def write_value(value: Tree, document: Document, style: Style, margin: str, quote: str = "") -> str:
    """A value in a flow collection or in JSON; `margin` is the indentation of its line."""
    if document.format == "yaml":
        return write_flow(value, style=quote)
    return _json(value, style, margin)


def write_member(
    name: str | int, value: Tree, document: Document, style: Style, margin: str, quotes: Quotes
) -> str:
    """A member of a flow collection: its key if it has one, and its value."""
    written = write_value(value, document, style, margin, quotes[1])
    if isinstance(name, int):
        return written
    key = (
        write_json(name)
        if document.format == "json"
        else write_key(name, style=quotes[0], flow=True, quote=style.key_quote)
    )
    return f"{key}{style.colon}{written}"


def _json(value: Tree, style: Style, margin: str) -> str:
    if not isinstance(value, dict | list) or not value:
        return write_json(value)
    inner = margin + style.unit
    if isinstance(value, dict):
        parts = [
            f"{write_json(key)}{style.colon}{_json(member, style, inner)}"
            for key, member in value.items()
        ]
    else:
        parts = [_json(member, style, inner) for member in value]
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    if style.multiline:
        return f"{opened}\n{inner}" + f",\n{inner}".join(parts) + f"\n{margin}{closed}"
    return opened + (", " if style.colon.endswith(" ") else ",").join(parts) + closed
