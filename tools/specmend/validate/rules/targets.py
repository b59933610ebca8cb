"""A reference leads to an object of the kind that belongs in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.kinds import OF_NAMES, PARTS, spot_at
from specmend.document.openapi.uris import is_uri_reference
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "targets"

_SHOWN: Final = 60
_PARTS: Final = len(("components", "schemas", "A"))
_USUAL: Final = {spot.kind: f"#/{COMPONENTS}/{table}/" for table, spot in PARTS[COMPONENTS].items()}
"""How the references to the components of each kind begin."""

_KINDS: Final = frozenset(
    {
        *("path item", "schema", "response", "parameter", "example", "request body", "header"),
        *("security scheme", "link", "callback", "media type"),
    }
)


def _referring(kind: str) -> Check:
    def check(scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
        reference = holder["$ref"]
        if not isinstance(reference, str):
            return
        if reference.startswith(_USUAL.get(kind, "/")) and reference.count("/") == _PARTS:
            # It names a component of the kind, if it names anything.
            return
        place = (*address, "$ref")
        if not is_uri_reference(reference) and not reference.startswith("#"):
            yield _told(place, f"the reference {one_line(reference, _SHOWN)} is no URI")
            return
        target = scope.resolve(reference, address)
        found = spot_at(target) if target is not None else None
        if found and found.kind in _KINDS and (found.shape, found.kind) != ("one", kind):
            thing = found.kind if found.shape == "one" else f"table of {found.kind}s"
            yield _told(place, f"the reference {reference} leads to a {thing}, not to a {kind}")

    return check


def _told(place: Address, message: str) -> Fault:
    advice = "record a step with the edit retarget-references"
    return Fault(rule=NAME, address=place, message=message, advice=advice)


CHECKS: Final[Mapping[str, Check]] = {
    f"{kind}.$ref": _referring(kind) for kind in sorted(_KINDS & {*PARTS, *OF_NAMES, "link"})
}
"""OpenAPI 3.0.3 sections 4.7.9 and 4.7.23, 3.1 sections 4.8.9 and 4.8.23."""
