"""An `enum` has values, and none of them twice."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import VALUES
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import Mend, edit, removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "enums"

_ENUM: Final = VALUES[0]
_SHOWN: Final = 60


def _schema(scope: Scope, address: Address, schema: Any) -> Iterator[Fault]:
    """A warning for both (JSON Schema validation section 6.1.2; draft 5 section 5.20 for 3.0).

    The JSON Schema of 3.0 finds the one without values.
    """
    values = schema[_ENUM]
    if not isinstance(values, list) or (scope.is_30 and "$ref" in schema):
        return
    if not values and not scope.is_30:
        mend = removal("Remove an enum without values")
        yield _told(address, f"'{_ENUM}' has no values, so nothing is allowed here", mend)
    once: dict[str, Any] = {}
    twice: dict[str, Any] = {}
    for value in values:
        key = json.dumps(_plain(value), sort_keys=True)
        if key in once:
            twice[key] = value
        once.setdefault(key, value)
    for value in twice.values():
        mend = edit("List each value of an enum once", "set-value", value=list(once.values()))
        yield _told(address, f"'{_ENUM}' lists {one_line(value, _SHOWN)} twice", mend)


def _plain(value: Tree) -> Tree:
    """A value in which equal numbers are the same (JSON Schema core section 4.2.2)."""
    if isinstance(value, dict):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_plain(member) for member in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _told(address: Address, message: str, mend: Mend) -> Fault:
    return Fault(
        rule=NAME,
        address=(*address, _ENUM),
        message=message,
        level="warning",
        advice="record a step with the edit set-value, or one that removes it",
        mend=mend,
    )


CHECKS: Final[Mapping[str, Check]] = {f"schema.{_ENUM}": _schema}
