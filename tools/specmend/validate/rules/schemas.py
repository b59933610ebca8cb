"""What OpenAPI says of schemas beside its JSON Schemas: items of arrays, and patterns that are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.ecma import is_expression
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal, update
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "schemas"

_SHOWN: Final = 60


def _items(scope: Scope, address: Address, schema: dict[str, Tree]) -> Iterable[Fault]:
    """A fault for an array of 3.0 without items (OpenAPI 3.0.3 section 4.7.24.1)."""
    if schema["type"] != "array" or "items" in schema or not scope.is_30 or "$ref" in schema:
        return ()
    message = "this array says nothing of its items, and must in OpenAPI 3.0"
    advice = "record a step that adds items: {}, or what they are"
    mend = update("Let the items be anything", {"items": {}})
    return [Fault(rule=NAME, address=address, message=message, advice=advice, mend=mend)]


def _pattern(scope: Scope, address: Address, schema: dict[str, Tree]) -> Iterable[Fault]:
    """A fault for a pattern that is no regular expression (ECMA-262)."""
    if scope.is_30 and "$ref" in schema:
        return ()
    return _wrong((*address, "pattern"), schema["pattern"])


def _patterns(scope: Scope, address: Address, schema: dict[str, Tree]) -> Iterator[Fault]:
    """As for `pattern`; OpenAPI 3.0 has no `patternProperties`."""
    named = schema["patternProperties"]
    for key in named if isinstance(named, dict) and not scope.is_30 else ():
        yield from _wrong((*address, "patternProperties", key), key)


def _wrong(place: Address, pattern: Tree) -> Iterable[Fault]:
    if not isinstance(pattern, str) or is_expression(pattern):
        return ()
    message = f"the pattern {one_line(pattern, _SHOWN)} is no regular expression"
    advice = "record a step that mends or removes it"
    mend = removal("Remove a pattern that is none")
    return [Fault(rule=NAME, address=place, message=message, advice=advice, mend=mend)]


CHECKS: Final[Mapping[str, Check]] = {
    "schema.type": _items,
    "schema.pattern": _pattern,
    "schema.patternProperties": _patterns,
}
