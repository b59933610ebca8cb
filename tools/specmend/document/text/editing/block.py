"""A value as lines of block-style YAML, laid out as its surroundings are."""

from __future__ import annotations

from specmend.document.text.editing.literal import can_be_literal, write_literal
from specmend.document.text.editing.scalar import write_flow, write_key
from specmend.document.text.style import Style
from specmend.document.tree.values import Tree

_LONGEST_KEY = 1000
"""Characters of a key: readers look for its colon no further than 1024 (YAML 1.2 section 7.4)."""


def write_pair(key: str, value: Tree, indent: int, style: Style) -> str:
    """A key, which starts at column `indent`, and its value, without a last line break."""
    name = write_key(key, quote=style.key_quote)
    lead = name if len(name) <= _LONGEST_KEY else f"? {name}\n{' ' * indent}"
    return f"{lead}:{write_after_key(value, indent, style, key)}"


def write_item(value: Tree, indent: int, style: Style) -> str:
    """A list member with its dash, which stands at column `indent` (not written)."""
    return f"-{_after_dash(value, indent, style)}"


def write_after_key(value: Tree, indent: int, style: Style, key: str = "") -> str:
    """What follows the colon of a key at column `indent`, from the space or line break on."""
    if isinstance(value, dict) and value:
        inner = indent + style.indent
        return "".join(f"\n{' ' * inner}{write_pair(k, v, inner, style)}" for k, v in value.items())
    if isinstance(value, list) and value:
        inner = indent + style.dash
        return "".join(f"\n{' ' * inner}{write_item(member, inner, style)}" for member in value)
    return _one(value, indent + style.indent, style.quote_for(key))


def _after_dash(value: Tree, indent: int, style: Style) -> str:
    inner = indent + 2
    if isinstance(value, dict) and value:
        pairs = [write_pair(k, v, inner, style) for k, v in value.items()]
        return " " + f"\n{' ' * inner}".join(pairs)
    if isinstance(value, list) and value:
        return " " + f"\n{' ' * inner}".join(write_item(member, inner, style) for member in value)
    return _one(value, inner, style.quote_for(""))


def _one(value: Tree, indent: int, quote: str) -> str:
    if isinstance(value, str) and "\n" in value.rstrip("\n") and can_be_literal(value):
        return " " + write_literal(value, indent)
    return " " + write_flow(value, flow=False, quote=quote)
