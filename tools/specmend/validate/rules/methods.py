"""Additional operations have names of methods, and no field of a path item for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.operations import METHODS, MORE_METHODS
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "methods"

_METHOD: Final = re.compile(r"[a-zA-Z0-9!#$%&'*+.^_`|~-]+")


def _item(scope: Scope, address: Address, item: Any) -> Iterator[Fault]:
    """A fault for each method with a field of its own, and for what is none.

    OpenAPI 3.2, Path Item Object; RFC 9110 section 9.1.
    """
    more = item[MORE_METHODS]
    for name in more if scope.is_32 and isinstance(more, dict) else ():
        field, place = name.lower(), (*address, MORE_METHODS, name)
        if field in METHODS:
            message = f"the path item has the field '{field}' for the method {name}"
            advice = f"record a step that moves the operation to '{field}'"
            yield Fault(rule=NAME, address=place, message=message, advice=advice)
        elif not _METHOD.fullmatch(name):
            message = f"'{name}' is no name of a method in HTTP"
            advice = "record a step with the edit rename-key, or one that removes it"
            yield Fault(rule=NAME, address=place, message=message, advice=advice)


CHECKS: Final[Mapping[str, Check]] = {f"path item.{MORE_METHODS}": _item}
