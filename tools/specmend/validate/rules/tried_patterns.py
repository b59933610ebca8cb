"""Regular expressions of ECMA-262 for the library that tries them, which writes some otherwise."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from specmend.document.tree.breach import Checker

_PIECE: Final = re.compile(
    r"\\k<(?P<named>\w+)>"
    r"|\\u(?P<high>[dD][89abAB][0-9A-Fa-f]{2})\\u(?P<low>[dD][c-fC-F][0-9A-Fa-f]{2})"
    r"|\\."
    r"|(?P<anything>\[\^\])|(?P<nothing>\[\])|(?P<group>\((?!\?)|\(\?<(?P<name>\w+)>)",
    re.DOTALL,
)


@cache
def tried(pattern: str) -> str | None:
    """A pattern as the library takes it; None for one that it does not know."""
    numbers: dict[str, int] = {}
    count = 0
    for found in _PIECE.finditer(pattern):
        if found["group"]:
            count += 1
            numbers.setdefault(found["name"] or "", count)
    written = _PIECE.sub(lambda found: _piece(found, numbers), pattern)
    try:
        Checker({"pattern": written})
    except ValueError:
        return None
    return written


def _piece(found: re.Match[str], numbers: dict[str, int]) -> str:
    if found["named"] in numbers:
        return rf"(?:\{numbers[found['named']]})"
    if found["high"]:
        high, low = (int(found[half], 16) for half in ("high", "low"))
        return rf"\u{{{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):x}}}"
    if found["anything"]:
        return r"[\s\S]"
    if found["nothing"]:
        return "(?!)"
    return found[0]
