"""What is written beside an action that a person must settle: the three values of each place."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.tree.pointer import format_path
from specmend.document.tree.values import MISSING, Tree, canonical, digest
from specmend.drift.verdicts import SETTLED, ActionVerdict, PlaceVerdict

MOST_PLACES: Final = 10
LONGEST: Final = 4000
"""Characters of canonical JSON up to which a value is written out."""


def conflict_fields(judged: ActionVerdict) -> dict[str, Any]:
    """The `x-conflict` of an action: its verdict in words, and recorded, upstream and ours of each open place."""
    open_ = [place for place in judged.places if place.verdict not in SETTLED] or list(
        judged.places
    )
    made: dict[str, Any] = {
        "verdict": str(judged.verdict),
        "words": judged.message or str(judged.verdict),
    }
    if open_:
        made["places"] = [_place(place) for place in open_[:MOST_PLACES]]
    if judged.candidates:
        made["candidates"] = [format_path(address) for address in judged.candidates[:MOST_PLACES]]
    return made


def plain_conflict(verdict: str, words: str) -> dict[str, Any]:
    """The `x-conflict` of an action of which no more is known than why it cannot be made."""
    return {"verdict": verdict, "words": words}


def _place(place: PlaceVerdict) -> dict[str, Any]:
    made: dict[str, Any] = {"at": format_path(place.address)}
    if place.now_at is not None and place.now_at != place.address:
        made["now-at"] = format_path(place.now_at)
    values = (("recorded", place.recorded), ("upstream", place.now), ("ours", place.ours))
    return made | {key: _short(value) for key, value in values if value is not MISSING}


def _short(value: Tree) -> Tree:
    written = canonical(value)
    return value if len(written) <= LONGEST else f"{len(written)} characters, {digest(value)}"
