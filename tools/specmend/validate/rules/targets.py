"""A reference leads to an object of the kind that belongs in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.kinds import OF_NAMES, PARTS, Spot, spot_at
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

_ANYTHING: Final = ("data", "unknown")
"""What may stand there: it is an object of any kind."""
_FIELDS: Final = (("info",), ("externalDocs",))
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
        if target is not None and target[:1] in _FIELDS:
            thing = target[0]
            yield _told(place, f"the reference {reference} leads to {thing}, not to a {kind}")
        elif found and found.kind not in _ANYTHING and (found.shape, found.kind) != ("one", kind):
            words = f"the reference {reference or 'without words'} leads to {_thing(found)}"
            yield _told(place, f"{words}, not to a {kind}")

    return check


def _thing(spot: Spot) -> str:
    if spot.shape == "one":
        article = {"document": "the ", "components": "the ", "operation": "an "}
        return f"{article.get(spot.kind, 'a ')}{spot.kind}"
    return f"a {'list' if spot.shape == 'list' else 'table'} of {spot.kind}s"


def _told(place: Address, message: str) -> Fault:
    advice = "record a step with the edit retarget-references"
    return Fault(rule=NAME, address=place, message=message, advice=advice)


CHECKS: Final[Mapping[str, Check]] = {
    f"{kind}.$ref": _referring(kind) for kind in sorted(_KINDS & {*PARTS, *OF_NAMES, "link"})
}
"""OpenAPI 3.0.3 sections 4.7.9 and 4.7.23, 3.1 sections 4.8.9 and 4.8.23."""
