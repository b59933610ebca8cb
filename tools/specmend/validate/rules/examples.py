"""An example is given in one of the ways that there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "examples"


def _holder(kind: str) -> Check:
    """A fault for an object with both (OpenAPI 3.1 sections 4.8.12, 4.8.14 and 4.8.21).

    The JSON Schemas of 3.0 and 3.2 find it.
    """

    def check(scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
        if scope.version == "3.1" and "examples" in holder:
            yield _both(kind, address, "example", "examples")

    return check


def _example(scope: Scope, address: Address, example: Any) -> Iterator[Fault]:
    """A fault for an example of 3.0 with both (3.0.3 section 4.7.19)."""
    if scope.is_30 and "value" in example:
        yield _both("example", address, "externalValue", "value")


def _both(kind: str, address: Address, one: str, other: str) -> Fault:
    return Fault(
        rule=NAME,
        address=address,
        message=f"this {kind} has both '{one}' and '{other}'",
        advice="record a step that removes one of them",
        mend=removal(f"Remove {one}, which {other} stands for", at=(*address, one)),
    )


CHECKS: Final[Mapping[str, Check]] = {
    **{f"{kind}.example": _holder(kind) for kind in ("parameter", "media type", "header")},
    "example.externalValue": _example,
}
