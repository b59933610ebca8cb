"""The escapes of regular expressions of ECMA-262 (section 22.2.1, and annex B.1.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

_CLASSES: Final = "dDsSwW"
_CONTROLS: Final = {"f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "b": "\b"}
_SYNTAX: Final = r"^$\.*+?()[]{}|/"
_OF_SETS: Final = r"-&!#%,:;<=>@`~"
_OF_TEXTS: Final = (
    *("Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Modifier_Sequence", "RGI_Flag_Sequence"),
    *("RGI_Emoji_Modifier_Sequence", "RGI_Emoji_Flag_Sequence", "RGI_Emoji_Tag_Sequence"),
    *("RGI_Emoji_ZWJ_Sequence", "RGI_Emoji"),
)
_POINT: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]+)\})")
_PROPERTY: Final = re.compile(r"\\[pP]\{([^{}]*)\}")
_NAMED: Final = re.compile(r"\\k<([^>]*)>")
_NUMBER: Final = re.compile(r"\\([1-9]\d*)")
_LAST: Final = 0x10FFFF


@dataclass(frozen=True, kw_only=True, slots=True)
class Escapes:
    r"""What decides which escapes a pattern may have: its flag, and its groups.

    `is_named` says whether `\k` must name a group: with a flag, or where some group has a name.
    """

    flag: str
    groups: int
    names: frozenset[str]
    is_named: bool

    def sign(self, piece: str) -> int | None:
        """The code point that a piece of a class is; None for a class."""
        if len(piece) == 1:
            return ord(piece)
        point = _POINT.fullmatch(piece)
        if point:
            return int(point[1] or point[2] or point[3], 16)
        if piece[:1] != "\\" or piece[1] in _CLASSES or _PROPERTY.fullmatch(piece):
            return None
        return ord(_CONTROLS.get(piece[1], piece[-1]))


def escape_at(pattern: str, at: int, escapes: Escapes, *, in_class: bool) -> int | None:
    """Where an escape ends that begins at a backslash; None for one that is none."""
    sign = pattern[at + 1 : at + 2]
    if not sign:
        return None
    if sign in "pP" and (found := _PROPERTY.match(pattern, at)):
        return found.end() if _is_property(found[1], escapes.flag) else None
    point = _POINT.match(pattern, at)
    if point:
        return None if point[3] and int(point[3], 16) > _LAST else point.end()
    if sign == "k" and escapes.is_named and not in_class:
        named = _NAMED.match(pattern, at)
        return named.end() if named and named[1] in escapes.names else None
    if sign == "c" and pattern[at + 2 : at + 3].isalpha() and pattern[at + 2].isascii():
        return at + 3
    return _of_one_sign(pattern, at, escapes, in_class=in_class)


def _of_one_sign(pattern: str, at: int, escapes: Escapes, *, in_class: bool) -> int | None:
    sign = pattern[at + 1]
    if not escapes.flag:
        # Without a group of that number it is a sign in octal, and any other letter is itself.
        return at + 2
    number = _NUMBER.match(pattern, at)
    if number:
        return number.end() if not in_class and int(number[1]) <= escapes.groups else None
    if sign == "0":
        return None if pattern[at + 2 : at + 3].isdigit() else at + 2
    known = _CLASSES + "fnrtvb" + _SYNTAX + ("-" if in_class else "B")
    if escapes.flag == "v" and in_class:
        if sign == "q" and (end := pattern.find("}", at)) > at + 2 and pattern[at + 2] == "{":
            return end + 1
        known += _OF_SETS
    return at + 2 if sign in known else None


@cache
def _is_property(text: str, flag: str) -> bool:
    """Whether Unicode has a property of that name, or value."""
    if text in _OF_TEXTS:
        return flag == "v"
    # The library takes its time to load, and few patterns need it.
    import regex  # type: ignore[import-untyped]

    try:
        regex.compile(rf"\p{{{text}}}")
    except regex.error:
        return False
    return bool(re.fullmatch(r"\w+(=\w+)?", text))
