"""Additional operations have methods that no field of a path item has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.operations import METHODS, MORE_METHODS
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "methods"


def _item(scope: Scope, address: Address, item: Any) -> Iterator[Fault]:
    """A fault for each method with a field of its own (OpenAPI 3.2, Path Item Object)."""
    more = item[MORE_METHODS]
    for name in more if scope.is_32 and isinstance(more, dict) else ():
        field = name.lower()
        if field in METHODS:
            place = (*address, MORE_METHODS, name)
            yield Fault(
                rule=NAME,
                address=place,
                message=f"the path item has the field '{field}' for the method {name}",
                advice=f"record a step that moves the operation to '{field}'",
            )


CHECKS: Final[Mapping[str, Check]] = {f"path item.{MORE_METHODS}": _item}
