"""Every reference names a place of the same document (Reference Object, OpenAPI 3.1, 4.8.23).

In schemas it may do so by `$id`, `$anchor` or `$dynamicAnchor` (JSON Schema core section 8.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specmend.document.openapi.identifiers import DYNAMIC, Identifiers, pointer_to
from specmend.document.openapi.plain_references import open_references
from specmend.document.openapi.references import references, resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "references"

_ADVICE: Final = "record a step with the edit retarget-references, or one that adds its place"
_OUT: Final = "leads out of the document; specmend does not follow it"
_FETCHED: Final = (
    "specmend init and specmend fetch make one document of several files; "
    "else record a step with the edit retarget-references"
)


def _faults(scope: Scope, _: Address, tree: Tree) -> Iterator[Fault]:
    """A fault for each reference that leads nowhere, in a circle, or out of the document."""
    told: dict[str, str] = {}
    for address, target in _all_references(tree, scope.known):
        # Where no schema has a URI of its own, a reference means the same everywhere.
        if target not in told or not scope.known.is_empty:
            told[target] = _fault(scope, address, target)
        words = told[target]
        if words:
            message = f"the reference {target} {words}"
            advice = _FETCHED if words == _OUT else _ADVICE
            yield Fault(rule=NAME, address=address, message=message, advice=advice)
    if scope.known.dynamic_references:
        yield from _open_ends(tree)


def _open_ends(tree: Tree) -> Iterator[Fault]:
    """A warning for each dynamic reference that leads to one schema or another."""
    for address in open_references(tree):
        target = get(tree, address)
        message = f"the reference {target} leads to one of several schemas, by the way to it"
        advice = "the client takes any value there"
        yield Fault(rule=NAME, address=address, message=message, level="warning", advice=advice)


def _all_references(tree: Tree, known: Identifiers) -> Iterator[tuple[Address, str]]:
    yield from references(tree)
    for holder in known.dynamic_references:
        address = (*holder, DYNAMIC)
        yield address, get(tree, address)


def _fault(scope: Scope, address: Address, target: str) -> str:
    """What is wrong with a reference; empty for a good one."""
    if not scope.known.is_inside(address, target):
        return _OUT
    place = scope.resolve(target, address[:-1])
    if place is None:
        return "leads nowhere"
    return "leads back to itself" if _goes_round(scope.plain, pointer_to(place)) else ""


def _goes_round(tree: Tree, target: str) -> bool:
    """Whether a reference names a reference, and so on, without end."""
    seen: set[str] = set()
    while target not in seen:
        seen.add(target)
        value = resolve(tree, target)
        reference = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(reference, str) or not reference.startswith("#"):
            return False
        target = reference
    return True


CHECKS: Final[Mapping[str, Check]] = {"document": _faults}
