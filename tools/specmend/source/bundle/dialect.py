"""What stands where in a version of the standard, and where that version keeps its components."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.kinds import PARTS, Spot, spot_below
from specmend.document.openapi.swagger import spot_below_20
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree

_ALWAYS_INLINE: Final = ("path item", "media type")
"""Before 3.1 and 3.2 there is no place for these among the components."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """`below` says what stands under a key; `sections` where components of a kind are kept.

    A kind without a section is written where it is referred to.
    """

    below: Callable[[Spot, str | int], Spot]
    sections: Mapping[str, Address]

    def section_of(self, spot: Spot) -> Address | None:
        """The section of the component that may stand at a spot by reference; None for none."""
        return self.sections.get(spot.kind) if spot.shape == "one" else None


def dialect_of(tree: Tree) -> Dialect:
    """The dialect that a document is written in."""
    return SWAGGER if isinstance(tree, dict) and "swagger" in tree else OPENAPI


SWAGGER: Final = Dialect(
    below=spot_below_20,
    sections={
        "schema": ("definitions",),
        "parameter": ("parameters",),
        "response": ("responses",),
    },
)
OPENAPI: Final = Dialect(
    below=spot_below,
    sections={
        spot.kind: ("components", name)
        for name, spot in PARTS["components"].items()
        if spot.kind not in _ALWAYS_INLINE
    },
)
