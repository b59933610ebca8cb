"""The parameters of a request that runtime expressions name, for links and for callbacks."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.expressions import asked_parameter, expressions_in
from specmend.document.openapi.operations import item_of
from specmend.document.openapi.parameters import IGNORED_HEADERS, declarations
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.scope import Scope


def undeclared(
    scope: Scope, rule: str, place: Address, text: str, operation: Address | None
) -> Iterator[Fault]:
    """A fault for each parameter of the request that an expression names, and nobody declares.

    OpenAPI 3.0.3 section 4.7.20.4, 3.1 section 4.8.20.4.
    """
    if operation is None:
        return
    known = {
        (where, _plain(where, name))
        for holder in (item_of(operation), operation)
        for _, name, where in declarations(scope.plain, holder)
    }
    for expression in expressions_in(text):
        asked = asked_parameter(expression)
        if asked is None or asked.name.lower() in IGNORED_HEADERS:
            continue
        if (asked.where, _plain(asked.where, asked.name)) not in known:
            message = f"the operation has no parameter '{asked.name}' in {asked.where}"
            advice = "record a step that declares it, or writes another expression"
            yield Fault(rule=rule, address=place, message=message, advice=advice)


def _plain(where: str, name: str) -> str:
    # The names of headers are compared without regard to case (RFC 9110 section 5.1).
    return name.lower() if where == "header" else name
