"""Extensions stand where OpenAPI has them, and not among names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from specmend.document.openapi.kinds import PARTS, Spot, is_stray_extension
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "extensions"


def _among(key: str, spot: Spot) -> Check:
    """A warning for each key with `x-` that is no name of a component, callback or media type.

    OpenAPI has extensions in objects with fixed fields, and in paths, responses and callbacks
    (3.0.3 section 4.8, 3.1 section 4.9).
    """

    def check(_: Scope, address: Address, holder: dict[str, Tree]) -> Iterable[Fault]:
        table = holder[key]
        if not isinstance(table, dict):
            return ()
        strays = [name for name in table if is_stray_extension(spot, name, table[name])]
        return [_stray((*address, key, name)) for name in strays]

    return check


def _stray(place: Address) -> Fault:
    return Fault(
        rule=NAME,
        address=place,
        message=f"'{place[-1]}' stands among names and is read as an extension",
        level="warning",
        advice="record a step that removes it, or moves it one level up",
        mend=removal(f"Remove {place[-1]} from among names"),
    )


CHECKS: Final[Mapping[str, Check]] = {
    f"{kind}.{key}": _among(key, spot)
    for kind, parts in PARTS.items()
    for key, spot in parts.items()
    # What stands in a schema under `properties` and the like is a name.
    if spot.shape == "map" and kind != "schema"
}
