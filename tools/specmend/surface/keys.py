"""Tells the keys of one typed dict together that have to be given now, or no longer have to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from specmend.surface.difference import Difference
from specmend.surface.kin import Kin

_TOGETHER: Final = {
    "argument-now-optional": "keys-now-optional",
    "argument-now-required": "keys-now-required",
    "field-always-there": "keys-always-there",
    "field-now-optional": "keys-now-optional",
    "field-now-required": "keys-now-required",
    "key-can-be-absent": "keys-can-be-absent",
}


def joined_keys(differences: Sequence[Difference], kin: Kin) -> Iterator[Difference]:
    """The differences, with one for several keys of a place that changed in the same way.

    What changes them is mostly one word of the class: `total`.
    """
    found: dict[tuple[str, str], list[Difference]] = defaultdict(list)
    for one in differences:
        if one.check in _TOGETHER and kin.is_key(one):
            found[kin.owner(one), _TOGETHER[one.check]].append(one)
    joined: dict[Difference, Difference | None] = {}
    for (root, check), group in found.items():
        if len({one.name for one in group}) > 1:
            joined |= dict.fromkeys(group)
            joined |= _joined(group, root, check)
    for one in differences:
        other = joined.get(one, one)
        if other is not None:
            yield other


def _joined(group: list[Difference], root: str, check: str) -> dict[Difference, Difference]:
    """For the first difference of each place the one that tells all of it."""
    places: dict[str, list[Difference]] = defaultdict(list)
    for one in group:
        places[one.owner].append(one)
    return {
        listed[0]: replace(
            listed[0],
            check=check,
            name=_several([one.name for one in listed]),
            before="",
            after="",
            root=root,
        )
        for listed in places.values()
    }


def _several(names: list[str]) -> str:
    *first, last = [f"`{name}`" for name in names]
    return f"{', '.join(first)} and {last}" if first else last
