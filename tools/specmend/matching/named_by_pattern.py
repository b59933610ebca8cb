"""Whether a property is one of those that a pattern names (`patternProperties`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.breach import Checker
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get
from specmend.matching.lost_place import LostPlace, Relocation

_PATTERNS: Final = "patternProperties"
_REST: Final = "additionalProperties"
_ANY_NAME: Final = re.compile(r"\^?(\.[*+]|\(\.[*+]\)|\[\\s\\S\][*+])?\$?")
"""The patterns that every name fits, the empty one aside."""


@lru_cache(maxsize=1000)
def fits_pattern(pattern: str, name: Tree) -> bool:
    """Whether a pattern describes a property (JSON Schema core section 10.3.2.2).

    One that cannot be read may describe any.
    """
    try:
        return not Checker({"pattern": pattern}).breaches(name)
    except ValueError:
        return True


def by_pattern(lost: LostPlace) -> Relocation | None:
    """What describes the values of a map, if it stands under a pattern by now that any name fits.

    `additionalProperties` says something of what no pattern fits (JSON Schema core section
    10.3.2.3): there is no such name then.
    """
    is_of_map = lost.key == _REST and isinstance(lost.value, dict)
    if not is_of_map or spot_at(lost.parent) != ("one", "schema"):
        return None
    pattern = _for_any_name(lost.new_siblings)
    if pattern is None or pattern == _for_any_name(lost.old_siblings):
        return None
    return _each_value((*lost.new_parent, _PATTERNS, pattern))


def without_pattern(lost: LostPlace) -> Relocation | None:
    """The other way round: the table of patterns is gone, and the rest is described."""
    schema, new_schema = lost.address[:-2], lost.new_parent[:-1]
    if lost.address[-2:-1] != (_PATTERNS,) or spot_at(schema) != ("one", "schema"):
        return None
    was, now = get(lost.old, schema), get(lost.new, new_schema)
    is_new = isinstance(now, dict) and isinstance(now.get(_REST), dict)
    if not is_new or _for_any_name(was) != lost.key or isinstance(was.get(_REST), dict):
        return None
    return _each_value((*new_schema, _REST))


def _for_any_name(schema: Tree) -> str | None:
    """The only pattern of a schema, if any name fits it."""
    patterns = schema.get(_PATTERNS) if isinstance(schema, dict) else None
    if not isinstance(patterns, dict) or len(patterns) != 1:
        return None
    ((pattern, value),) = patterns.items()
    return pattern if _ANY_NAME.fullmatch(pattern) and isinstance(value, dict) else None


def _each_value(at: Address) -> Relocation:
    return Relocation(at=at, evidence=f"{format_path(at)} describes each value now")
