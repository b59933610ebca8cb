"""One value on one line: the scalars of YAML and of JSON, and flow collections."""

from __future__ import annotations

import json
import math
import re

from specmend.document.text.reading.core_schema import reads_as_string
from specmend.document.tree.values import Tree

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_json(value: Tree) -> str:
    """A value as JSON on one line; characters outside ASCII as they are."""
    written = json.dumps(value, ensure_ascii=False)
    return (
        written
        if written.isascii()
        else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    )


def write_string(value: str, *, style: str = "", flow: bool = False, quote: str = '"') -> str:
    """A string as a YAML scalar of one line: plain where every reader takes it so, else quoted.

    `style` is the quote of the scalar that stood here before ("" for none), which is kept where it
    can be; `quote` is the one to take where there was none and one is needed.
    """
    if style not in {"'", '"'} and is_plain(value, flow=flow):
        return value
    chosen = style if style in {"'", '"'} else quote
    if chosen == "'" and not _UNSAFE.search(value):
        return "'" + value.replace("'", "''") + "'"
    return _double_quoted(value)


def write_key(name: str, *, style: str = "", flow: bool = False, quote: str = '"') -> str:
    """A key: as write_string has it, but a number stands plain where `quote` is empty."""
    if not quote and name.isascii() and name.isdecimal():
        return name
    return write_string(name, style=style, flow=flow, quote=quote or '"')


def write_flow(value: Tree, *, style: str = "", flow: bool = True, quote: str = '"') -> str:
    """Any value as YAML on one line; collections in flow style, quotes as for write_string."""
    if isinstance(value, str):
        return write_string(value, style=style, flow=flow, quote=quote)
    if isinstance(value, dict):
        inner = ", ".join(
            f"{write_string(k, flow=True)}: {write_flow(v, style=style, quote=quote)}"
            for k, v in value.items()
        )
        return "{" + inner + "}"
    if isinstance(value, list):
        return (
            "[" + ", ".join(write_flow(member, style=style, quote=quote) for member in value) + "]"
        )
    return _constant(value)


def is_plain(value: str, *, flow: bool = False) -> bool:
    """Whether a string needs no quotes (YAML 1.2 section 7.3.3) to be a string for every reader."""
    if not value or value != value.strip() or _UNSAFE.search(value):
        return False
    if value[0] in _INDICATORS and not (
        value[0] in "-?:" and len(value) > 1 and not value[1].isspace() and not flow
    ):
        return False
    if value.startswith(("---", "...")) or value.endswith(":") or ": " in value or " #" in value:
        return False
    if flow and any(c in ",[]{}" or c == ":" for c in value):
        return False
    return reads_as_string(value)


def _constant(value: float | bool | None) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if value != value else (".inf" if value > 0 else "-.inf")  # noqa: PLR0124
    written = json.dumps(value)
    # Readers of YAML 1.1 ask for the point.
    return (
        written.replace("e", ".0e") if isinstance(value, float) and "." not in written else written
    )


def _double_quoted(value: str) -> str:
    """A JSON string is a YAML double-quoted scalar, once what YAML does not print is escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
