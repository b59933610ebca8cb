"""The keys of callbacks are URLs with runtime expressions that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.expressions import expressions_in, is_expression
from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.validate.rules.expressions import undeclared
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "callbacks"


def _callback(scope: Scope, address: Address, callback: Any) -> Iterator[Fault]:
    """Each key of a callback (OpenAPI 3.0.3 section 4.7.18, 3.1 section 4.8.18)."""
    operation = address[:-2]
    is_own = bool(operation) and spot_at(operation).kind == "operation"
    for key in callback:
        if key.startswith("x-") or key == "$ref":
            continue
        place = (*address, key)
        odd = [one for one in expressions_in(key) if not is_expression(one)]
        if odd:
            yield Fault(
                rule=NAME,
                address=place,
                message=f"{odd[0] or '{}'} is no runtime expression",
                level="warning",
                advice="write it as {$request.body#/url} or {$request.query.url}, for instance",
            )
        else:
            yield from undeclared(scope, NAME, place, key, operation if is_own else None)


CHECKS: Final[Mapping[str, Check]] = {"callback": _callback}
