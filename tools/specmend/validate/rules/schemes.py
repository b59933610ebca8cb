"""Security schemes of HTTP are registered ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.security import HTTP_SCHEMES
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "schemes"

_SHOWN: Final = 60


def _scheme(_scope: Scope, address: Address, scheme: Any) -> Iterator[Fault]:
    """A warning for another one (OpenAPI 3.0.3 section 4.7.27, 3.1 section 4.8.27)."""
    named = scheme["scheme"]
    if scheme.get("type") != "http" or not isinstance(named, str):
        return
    if named.lower() not in HTTP_SCHEMES:
        yield Fault(
            rule=NAME,
            address=(*address, "scheme"),
            message=f"'scheme' is {one_line(named, _SHOWN)}, which is no registered scheme "
            "of HTTP such as bearer or basic",
            level="warning",
            advice="record a step that sets one of them, or describes it as an apiKey",
        )


CHECKS: Final[Mapping[str, Check]] = {"security scheme.scheme": _scheme}
