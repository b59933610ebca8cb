"""The step that gives a value the form that OpenAPI has at its place, where there is only one."""

from __future__ import annotations

import json
from typing import Any, Final

from specmend.document.openapi.components import COMPONENTS, SCHEMAS
from specmend.document.tree.breach import Breach
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, same
from specmend.validate.rules.mend import Mend, edit, removal

_NOTHING: Final[tuple[Tree, ...]] = (None, [], {}, "")
_FLAGS: Final = {"true": True, "false": False}
_REQUIRED: Final = "required"
_OF_WORDS: Final = ("type", "in", "style", "openapi")
"""Fields that have one of a few words, none of which is a number."""


def right_form(breach: Breach, address: Address) -> Mend | None:
    """The step for a value of another type, or a list that has a member twice; else none.

    A number becomes a text where a text belongs. What says nothing goes, and so does `required`
    of a schema that is no list: JSON Schema once had a boolean there, about the schema itself.
    """
    if not address:
        return None
    if breach.keyword == "uniqueItems":
        once = _once(breach.found)
        return edit(f"List each value of {address[-1]} once", "set-value", value=once)
    return _of_type(breach, address) if breach.keyword == "type" else None


def _of_type(breach: Breach, address: Address) -> Mend | None:
    value: Any = breach.found
    expected, key = breach.asked, address[-1]
    # A component may be named elsewhere.
    is_component = address[:1] == (COMPONENTS,) and len(address) == len((*SCHEMAS, key))
    if (value in _NOTHING and not is_component) or (key == _REQUIRED and expected == ["array"]):
        return removal(f"Remove {key}, which says nothing here")
    if expected == ["string"] and isinstance(value, bool | int | float) and key not in _OF_WORDS:
        if isinstance(key, int):
            return edit(f"Make a member of {address[-2]} a text", "change-members",
                        at=address[:-1], add=[json.dumps(value)], remove=[value])  # fmt: skip
        return edit(f"Make {key} a text", "set-value", value=json.dumps(value))
    if expected == ["boolean"] and isinstance(value, str) and value in _FLAGS:
        return edit(f"Make {key} a boolean", "set-value", value=_FLAGS[value])
    return None


def _once(members: Any) -> list[Tree]:
    """A list without what is in it before."""
    once: list[Tree] = []
    for member in members:
        if not any(same(member, other) for other in once):
            once.append(member)
    return once
