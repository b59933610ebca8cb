"""A value as lines of block-style YAML, laid out as its surroundings are."""

from __future__ import annotations

import re

from specmend.document.scalar import write_flow, write_string
from specmend.document.style import Style
from specmend.document.tree import Tree

_PRINTABLE_LINES = re.compile(r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff\t]*")


def write_pair(key: str, value: Tree, indent: int, style: Style) -> str:
    """A key and its value, the key starting at column `indent` (not written) and no line break at the end."""
    return f"{write_string(key)}:{write_after_key(value, indent, style, key)}"


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
    if isinstance(value, str) and "\n" in value.rstrip("\n") and _can_be_literal(value):
        return _literal(value, indent)
    return " " + write_flow(value, flow=False, quote=quote)


def _can_be_literal(value: str) -> bool:
    """Whether a literal block (YAML 1.2 section 8.1.2) holds the string as it is."""
    lines = value.split("\n")
    return (
        bool(_PRINTABLE_LINES.fullmatch(value))
        and not lines[0].startswith((" ", "\t"))
        and bool(lines[0])
        and not value.endswith("\n\n")
        and all(line == line.rstrip() for line in lines)
    )


def _literal(value: str, indent: int) -> str:
    chomp = "" if value.endswith("\n") else "-"
    lines = value.removesuffix("\n").split("\n")
    return f" |{chomp}" + "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in lines)
