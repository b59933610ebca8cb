"""Headers are described where they are read, with the fields that a header has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "headers"

_TYPE: Final = "content-type"
_HEADERS: Final = "headers"
_OF_QUERIES: Final = ("allowEmptyValue", "allowReserved")


def _holder(_scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
    """A warning for each header that is described elsewhere.

    OpenAPI 3.0.3 sections 4.7.15 and 4.7.17, 3.1 sections 4.8.15 and 4.8.17.
    """
    headers = holder[_HEADERS]
    for name in headers if isinstance(headers, dict) else ():
        if name.lower() == _TYPE:
            yield Fault(
                rule=NAME,
                address=(*address, _HEADERS, name),
                message=f"OpenAPI ignores a description of the header '{name}'",
                level="warning",
                advice="the media type under content, or contentType, says what it is",
                mend=removal(f"Remove the description of {name}"),
            )


def _header(scope: Scope, address: Address, header: Any) -> Iterator[Fault]:
    """A fault for what is for queries alone (OpenAPI 3.0.3 section 4.7.21).

    The JSON Schemas of 3.1 and 3.2 find it.
    """
    for field in _OF_QUERIES if scope.is_30 else ():
        if field in header and "$ref" not in header:
            yield Fault(
                rule=NAME,
                address=(*address, field),
                message=f"'{field}' is for parameters in query, and this is a header",
                advice="record a step that removes it",
                mend=removal(f"Remove {field}, which a header does not have"),
            )


CHECKS: Final[Mapping[str, Check]] = {
    f"response.{_HEADERS}": _holder,
    f"encoding.{_HEADERS}": _holder,
    "header": _header,
}
