"""Requests have a body where HTTP has a meaning for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.operations import WITHOUT_BODY, method_of
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "bodies"

_BODY: Final = "requestBody"


def _operation(scope: Scope, address: Address, _operation: Any) -> Iterator[Fault]:
    """A warning for a body that HTTP has no meaning for (RFC 9110 section 9.3).

    It is ignored in 3.0 (3.0.3 section 4.7.10), and to be avoided since 3.1 (section 4.8.10).
    """
    method = method_of(address)
    if method in WITHOUT_BODY:
        said = "OpenAPI 3.0 ignores it" if scope.is_30 else "servers may refuse it or ignore it"
        yield Fault(
            rule=NAME,
            address=(*address, _BODY),
            message=f"a request {method} has a body here; {said}",
            level="warning",
            advice="the client sends it where it is given; a step can remove it",
        )


CHECKS: Final[Mapping[str, Check]] = {f"operation.{_BODY}": _operation}
