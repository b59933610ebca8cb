"""What is written beside an action that a person must decide: the three values of each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from specmend.document.tree.pointer import format_path
from specmend.document.tree.values import MISSING, Tree, canonical, digest
from specmend.drift.verdicts import SETTLED, ActionVerdict, PlaceVerdict

Fields = dict[str, Any]

MOST_PLACES: Final = 10
"""How many places, and how many candidates, are written."""

LONGEST: Final = 4000
"""Characters of canonical JSON up to which a value is written; a longer one by its digest."""


def conflict_fields(verdict: ActionVerdict) -> Fields:
    """The `x-conflict` of an action: its verdict, and recorded, upstream and ours of each place.

    Of a rule that others joined, also where it is still needed in the new document.
    """
    name = str(verdict.verdict)
    fields = plain_conflict(name, verdict.message or name)
    places = _open_places(verdict)
    if places:
        fields["places"] = list(map(_place_fields, places[:MOST_PLACES]))
    if verdict.kept:
        fields["kept"] = list(verdict.kept)
    if verdict.candidates:
        candidates = verdict.candidates[:MOST_PLACES]
        fields["candidates"] = list(map(format_path, candidates))
    return fields


def plain_conflict(
    verdict: str,
    message: str,
) -> dict[str, Any]:
    """The `x-conflict` of an action of which only the reason is known why it cannot be made."""
    return {"verdict": verdict, "message": message}


def _open_places(verdict: ActionVerdict) -> Sequence[PlaceVerdict]:
    """The places that need a person; all where none does by itself."""
    places = [place for place in verdict.places if place.verdict not in SETTLED]
    return places or verdict.places


def _place_fields(place: PlaceVerdict) -> Fields:
    fields: Fields = {"at": format_path(place.address)}
    if place.now_at not in (None, place.address):
        fields["now-at"] = format_path(place.now_at or ())
    values = {
        "recorded": place.recorded,
        "upstream": place.now,
        "ours": place.ours,
    }
    for name, value in values.items():
        if value is not MISSING:
            fields[name] = _shortened(value)
    return fields


def _shortened(value: Tree) -> Tree:
    length = len(canonical(value))
    if length <= LONGEST:
        return value
    return f"{length} characters, {digest(value)}"
