"""A link leads to one operation, with parameters that it has and expressions that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.expressions import is_expression
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.operations import item_of
from specmend.document.openapi.parameters import declarations
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.expressions import undeclared
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "links"

_ID: Final = "operationId"
_REFERENCE: Final = "operationRef"


def _link(scope: Scope, address: Address, link: Any) -> Iterator[Fault]:
    """What a link leads to, and what it gives (OpenAPI 3.0.3 section 4.7.20, 3.1 4.8.20)."""
    if "$ref" in link:
        return
    if scope.is_30 and (_ID in link) == (_REFERENCE in link):
        held = "both" if _ID in link else "neither"
        message = f"this link has {held} of '{_ID}' and '{_REFERENCE}'"
        advice = "record a step after which it has one of them"
        yield Fault(rule=NAME, address=address, message=message, advice=advice)
    target = None
    for field, find in ((_ID, _by_id), (_REFERENCE, _by_reference)):
        if isinstance(link.get(field), str):
            target = find(scope, address, link[field])
            if target is None:
                yield _leads_nowhere((*address, field), link[field])
    yield from _given(scope, address, link, target)


def _leads_nowhere(address: Address, value: str) -> Fault:
    return Fault(
        rule=NAME,
        address=address,
        message=f"this link leads to {value}, which is no operation here",
        advice="record a step that sets another one, or removes the link",
        mend=removal("Remove a link that leads to no operation", at=address[:-1]),
    )


def _by_id(scope: Scope, _: Address, name: str) -> Address | None:
    for address, operation in scope.found("operation"):
        if isinstance(operation, dict) and operation.get(_ID) == name:
            return address
    return None


def _by_reference(scope: Scope, address: Address, reference: str) -> Address | None:
    """The operation that a reference leads to; the link itself stands for one elsewhere."""
    if not scope.known.is_inside(address, reference):
        return ()
    place = scope.resolve(reference, address)
    return place if place and spot_at(place) == ("one", "operation") else None


def _given(scope: Scope, address: Address, link: Any, target: Address | None) -> Iterator[Fault]:
    parameters = link.get("parameters")
    known = _names(scope, target) if target else None
    for name, value in parameters.items() if isinstance(parameters, dict) else ():
        place = (*address, "parameters", name)
        if known is not None and name not in known:
            message = f"the operation of this link has no parameter '{name}'"
            advice = "record a step with the edit rename-key, or one that removes it"
            yield Fault(rule=NAME, address=place, message=message, level="warning", advice=advice)
        yield from _expression(scope, place, value, address)
    if "requestBody" in link:
        yield from _expression(scope, (*address, "requestBody"), link["requestBody"], address)


def _names(scope: Scope, operation: Address) -> set[str]:
    """The parameters of an operation, by name and with the place before it."""
    names = set()
    for holder in (item_of(operation), operation):
        for _, name, where in declarations(scope.plain, holder):
            names |= {name, f"{where}.{name}"}
    return names


def _expression(scope: Scope, place: Address, value: Tree, link: Address) -> Iterator[Fault]:
    if not isinstance(value, str) or not value.startswith("$"):
        return
    if is_expression(value):
        yield from undeclared(scope, NAME, place, value, _operation_of(link))
        return
    yield Fault(
        rule=NAME,
        address=place,
        message=f"{value} is no runtime expression; it is sent as it is written",
        level="warning",
        advice="write it as $request.query.id or $response.body#/id, for instance",
    )


def _operation_of(address: Address) -> Address | None:
    """The operation whose answer has the link at an address; None for one of a component."""
    above = address[:-4]
    is_own = (address[-4:-3], address[-2:-1]) == (("responses",), ("links",))
    return above if is_own and spot_at(above).kind == "operation" else None


CHECKS: Final[Mapping[str, Check]] = {"link": _link}
