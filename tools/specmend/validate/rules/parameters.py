"""Parameters say what goes with the place that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.operations import item_of
from specmend.document.openapi.parameters import IGNORED_HEADERS, listed
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "parameters"

_WHOLE: Final = "querystring"


def _parameter(scope: Scope, address: Address, parameter: Any) -> Iterator[Fault]:
    """What a parameter says, and has no meaning in its place.

    OpenAPI 3.0.3 section 4.7.12, 3.1 section 4.8.12.
    """
    where, name = parameter.get("in"), parameter.get("name")
    if where == "header" and isinstance(name, str) and name.lower() in IGNORED_HEADERS:
        yield Fault(
            rule=NAME,
            address=address,
            message=f"OpenAPI ignores a parameter for the header '{name}'",
            level="warning",
            advice="security, requestBody and responses say what this header is",
        )
    for field in _of_queries(scope):
        if field in parameter and where in ("path", "header", "cookie"):
            yield _only_for_queries(address, field, where)


def _of_queries(scope: Scope) -> tuple[str, ...]:
    return ("allowEmptyValue",) if scope.is_32 else ("allowEmptyValue", "allowReserved")


def _only_for_queries(address: Address, field: str, where: str) -> Fault:
    return Fault(
        rule=NAME,
        address=(*address, field),
        message=f"'{field}' is for parameters in query, and this one is in {where}",
        level="warning",
        advice="record a step that removes it",
        mend=removal(f"Remove {field}, which has no meaning here"),
    )


def _operation(scope: Scope, address: Address, _operation: Any) -> Iterator[Fault]:
    """Only one parameter is the whole query, and then none is in it (OpenAPI 3.2)."""
    if not scope.is_32:
        return
    of_item, own = _listed(scope, item_of(address)), _listed(scope, address)
    known = set(_clashes(of_item))
    yield from (fault for fault in _clashes([*of_item, *own]) if fault not in known)


def _item(scope: Scope, address: Address, _item: Any) -> Iterator[Fault]:
    """The same for the parameters of a path item, whose operations all have them."""
    if scope.is_32:
        yield from _clashes(_listed(scope, address))


def _clashes(found: list[tuple[Address, str]]) -> Iterator[Fault]:
    """A fault for each parameter in query beside one that is the whole query."""
    wholes = [place for place, where in found if where == _WHOLE]
    for place in wholes[1:]:
        yield _told(place, "two parameters of one request are the whole query", wholes[0])
    for place, where in found if wholes else ():
        if where == "query":
            message = "this parameter is in query, and another one is the whole query"
            yield _told(place, message, wholes[0])


def _told(place: Address, message: str, other: Address) -> Fault:
    advice = "record a step that removes one of the two"
    return Fault(rule=NAME, address=place, message=message, beside=other, advice=advice)


def _listed(scope: Scope, holder: Address) -> list[tuple[Address, str]]:
    """The parameters that an object lists, with the place that each is in."""
    found = []
    for place in listed(scope.plain, holder):
        value = scope.follow(place)[1]
        where = value.get("in") if isinstance(value, dict) else None
        if isinstance(where, str):
            found.append((place, where))
    return found


CHECKS: Final[Mapping[str, Check]] = {
    "parameter": _parameter,
    "operation": _operation,
    "path item.parameters": _item,
}
