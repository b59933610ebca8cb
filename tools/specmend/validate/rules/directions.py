"""A property is read alone or written alone, and not both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import DIRECTIONS
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "directions"


def _schema(scope: Scope, address: Address, schema: Any) -> Iterator[Fault]:
    """A fault for a schema of 3.0 with both (3.0.3 section 4.7.24); JSON Schema allows it."""
    read, write = DIRECTIONS
    if scope.is_30 and "$ref" not in schema and schema[read] is schema.get(write) is True:
        yield Fault(
            rule=NAME,
            address=address,
            message=f"this schema has both '{read}' and '{write}', so nobody can use it",
            advice="record a step that removes one of them",
            mend=removal(f"Let it be {read} alone", at=(*address, write)),
        )


CHECKS: Final[Mapping[str, Check]] = {f"schema.{DIRECTIONS[0]}": _schema}
