"""What stands beside a reference, and is ignored there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import PROSE_KEYWORDS
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "beside"

_KINDS: Final = (
    *("response", "parameter", "example", "request body", "header", "security scheme", "link"),
    *("callback", "media type"),
)


def _object(_scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
    """A warning for each such field (OpenAPI 3.0.3 section 4.7.23, 3.1 section 4.8.23).

    Texts for people and extensions are no loss.
    """
    for key in holder if isinstance(holder["$ref"], str) else ():
        if key != "$ref" and key not in PROSE_KEYWORDS and not key.startswith("x-"):
            yield Fault(
                rule=NAME,
                address=(*address, key),
                message=f"'{key}' stands beside a reference, and OpenAPI ignores it there",
                level="warning",
                advice="record a step that removes it, or writes it where the reference leads",
                mend=removal(f"Remove {key}, which stands beside a reference"),
            )


def _schema(scope: Scope, address: Address, schema: Any) -> Iterator[Fault]:
    # Since 3.1 keywords of a schema count beside a reference.
    return _object(scope, address, schema) if scope.is_30 else iter(())


CHECKS: Final[Mapping[str, Check]] = {
    **{f"{kind}.$ref": _object for kind in _KINDS},
    "schema.$ref": _schema,
}
