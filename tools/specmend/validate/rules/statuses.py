"""The responses of an operation have keys that say for which status codes they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.statuses import is_plain, status_of
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import Mend, edit, removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "statuses"

_OF_PATH: Final = len(("paths", "/a", "get", "responses", "200"))


def _operation(_scope: Scope, address: Address, operation: Any) -> Iterator[Fault]:
    """A fault for each key that is no status code, no range of them and not `default`.

    Only a warning for one that is read as what it means (OpenAPI 3.0.3 section 4.7.16, 3.1
    section 4.8.16).
    """
    table = operation["responses"]
    for key in table if isinstance(table, dict) else ():
        if not is_plain(key) and not key.startswith("x-"):
            yield _fault((*address, "responses", key), key, status_of(key), table)


CHECKS: Final[Mapping[str, Check]] = {"operation.responses": _operation}


def _fault(address: Address, key: str, status: str | None, table: dict[str, Tree]) -> Fault:
    if status is None:
        message = f"the response '{key}' is for no status code such as 404, 4XX or default"
        advice = "record a step with the edit rename-key, or one that removes it"
        return Fault(rule=NAME, address=address, message=message, advice=advice)
    if status in table:
        message = f"the response '{key}' is for '{status}', which another response is for"
        advice = "record a step that removes one of the two"
        beside = (*address[:-1], status)
        mend = removal(f"Remove the second response for {status}")
        return Fault(rule=NAME, address=address, message=message, beside=beside, advice=advice,
                     mend=mend)  # fmt: skip
    return Fault(
        rule=NAME,
        address=address,
        message=f"the response '{key}' is read as '{status}'",
        level="warning",
        advice="a step with the edit rename-key writes it as OpenAPI has it",
        mend=_rename(address, key, status),
    )


def _rename(address: Address, key: str, status: str) -> Mend:
    """The step for all operations of paths, where the response is one of them."""
    is_of_path = address[:1] == ("paths",) and len(address) == _OF_PATH
    target = f"$.paths.*.*.responses{format_path((key,))[1:]}" if is_of_path else ""
    return edit(f"Write the responses {key} as {status}", "rename-key", target=target, to=status)
