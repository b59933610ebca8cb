"""Changes of a Python package in words, for the terminal and for pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from specmend.surface.change import SurfaceChange

Weight = tuple[str, str]
"""The level of a change and what it breaks."""

HEADINGS: Final[Mapping[Weight, str]] = {
    ("breaking", "run-time"): "What breaks programs",
    ("breaking", "types"): "What type checkers complain about",
    ("warning", ""): "What may behave otherwise",
    ("info", ""): "What else changed",
}
"""The heading over the changes of each weight, the worst one first."""

_COUNTED: Final[Mapping[Weight, tuple[str, str]]] = {
    ("breaking", "run-time"): ("breaks programs", "break programs"),
    ("breaking", "types"): ("breaks type checks", "break type checks"),
    ("warning", ""): ("may behave otherwise", "may behave otherwise"),
    ("info", ""): ("is for information", "are for information"),
}
_FEW: Final = 4


def by_weight(changes: Sequence[SurfaceChange]) -> list[tuple[str, list[SurfaceChange]]]:
    """The headings of the weights that occur, with their changes, the worst one first."""
    found = [(heading, _of(weight, changes)) for weight, heading in HEADINGS.items()]
    return [(heading, listed) for heading, listed in found if listed]


def verdict(changes: Sequence[SurfaceChange]) -> str:
    """How many changes there are, in one sentence."""
    if not changes:
        return "Nothing changed for users of the package."
    counted = ((_COUNTED[weight], len(_of(weight, changes))) for weight in HEADINGS)
    parts = [f"{count} {words[count > 1]}" for words, count in counted if count]
    noun = "change" if len(changes) == 1 else "changes"
    return f"{len(changes)} {noun} for users of the package: {', '.join(parts)}."


def further(change: SurfaceChange) -> str:
    """The further places of a change as code, the first ones by name; empty where there is none."""
    named = ", ".join(f"`{place}`" for place in change.affects[:_FEW])
    more = change.affected - len(change.affects[:_FEW])
    return f"{named} and {more} more" if more > 0 else named


def pieces(text: str) -> list[tuple[bool, str]]:
    """The pieces of a text, each with whether it stands between backticks and is code."""
    split = text.split("`")
    if len(split) % 2 == 0:
        return [(False, text)]
    return [(bool(index % 2), piece) for index, piece in enumerate(split) if piece]


def _of(weight: Weight, changes: Sequence[SurfaceChange]) -> list[SurfaceChange]:
    return [one for one in changes if (one.level, one.breaks) == weight]
