"""A composition has schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "compositions"


def _of(keyword: str) -> Check:
    def check(scope: Scope, address: Address, schema: Any) -> Iterator[Fault]:
        """A fault for one of 3.0 without any (JSON Schema validation, draft 5, section 5.22)."""
        if scope.is_30 and schema[keyword] == [] and "$ref" not in schema:
            yield Fault(
                rule=NAME,
                address=(*address, keyword),
                message=f"'{keyword}' has no schemas, and must have one",
                advice="record a step that removes it, or adds schemas",
                mend=removal(f"Remove {keyword}, which has no schemas"),
            )

    return check


CHECKS: Final[Mapping[str, Check]] = {f"schema.{keyword}": _of(keyword) for keyword in COMPOSITIONS}
"""The JSON Schemas of 3.1 and 3.2 find it."""
