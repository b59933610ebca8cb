"""Components that nothing led to, taken for one where they hold much the same under other names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from specmend.diff.comparison import Comparison
from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.kinds import PARTS, spot_at
from specmend.document.openapi.references import locate
from specmend.document.openapi.retarget import map_references
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.similarity import leaves_of, pair_up
from specmend.document.tree.values import MISSING, Tree

_ANY: Final = "#/components/*"
"""Stands for each component of one document alone, where its name must not count."""

_Way = Callable[[Comparison, str, list[str], list[str]], Mapping[str, str]]
"""Pairs some of the names that are gone with some that are new, of one kind of components."""


def pair_unused(compared: Comparison) -> None:
    """Pair them: those first whose references are known to lead to the same, then the circles."""
    for way in (_by_known, _by_shape, _by_known):
        while _count(compared, way):
            # What is known now may tell more of them.
            continue


def only_in(compared: Comparison, *, is_new: bool) -> list[Address]:
    """The components of one document that the other has not, under these names."""
    side, other = compared.sides[int(is_new)], compared.sides[int(not is_new)]
    return [
        (COMPONENTS, kind, name)
        for kind in PARTS[COMPONENTS]
        for name in _names(side.at((COMPONENTS, kind)))
        if other.at((COMPONENTS, kind, name)) is MISSING
    ]


def _names(value: Tree) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


def _count(compared: Comparison, way: _Way) -> int:
    """Pair components of all kinds in a way; how many were."""
    found = 0
    for kind in PARTS[COMPONENTS]:
        gone = _unmet(compared, kind, is_new=False)
        come = _unmet(compared, kind, is_new=True)
        pairs = way(compared, kind, gone, come) if gone and come else {}
        for old, new in pairs.items():
            compared.take_for_one((COMPONENTS, kind, old), (COMPONENTS, kind, new))
        found += len(pairs)
    return found


def _unmet(compared: Comparison, kind: str, *, is_new: bool) -> list[str]:
    """The names of one kind that nothing led to and the other document has not."""
    met = compared.sides[int(is_new)].met
    places = only_in(compared, is_new=is_new)
    return [str(at[2]) for at in places if at[1] == kind and at not in met]


def _by_known(
    compared: Comparison, kind: str, gone: list[str], come: list[str]
) -> Mapping[str, str]:
    """The pairs that hold much the same, with references by the names that are known by now."""
    values = {name: _value(compared, kind, name, is_new=False) for name in gone}
    others = {name: _value(compared, kind, name, is_new=True) for name in come}
    return pair_up(values, others)


def _by_shape(
    compared: Comparison, kind: str, gone: list[str], come: list[str]
) -> Mapping[str, str]:
    """The pairs that hold the same but for what they refer to, where nothing else does."""
    shapes = _shapes(compared, kind, gone, is_new=False)
    others = _shapes(compared, kind, come, is_new=True)
    return {old: others[shape] for shape, old in shapes.items() if shape in others}


def _shapes(
    compared: Comparison, kind: str, names: list[str], *, is_new: bool
) -> dict[frozenset[str], str]:
    """What only one of the components holds, with its name."""
    held = {
        name: leaves_of(_value(compared, kind, name, is_new=is_new, any_name=True))
        for name in names
    }
    counts = Counter(held.values())
    return {leaves: name for name, leaves in held.items() if counts[leaves] == 1}


def _value(
    compared: Comparison, kind: str, name: str, *, is_new: bool, any_name: bool = False
) -> Tree:
    """A component with its references as the new document has them, as far as that is known."""
    address: Address = (COMPONENTS, kind, name)
    side, other = compared.sides[int(is_new)], compared.sides[int(not is_new)]

    def written(reference: str) -> str:
        target = locate(side.tree, reference)
        component = target[:3] if target else ()
        if not component or other.at(component) is not MISSING:
            return reference
        named = compared.renamed.get(component)
        if named is not None and not is_new:
            return "#" + format_pointer((*named, *(target or ())[3:]))
        is_known = is_new and component in compared.renamed.values()
        return _ANY if any_name and not is_known else reference

    return map_references(side.at(address), written, spot_at(address))
