"""Media types that came or went beside a range that covers them, or in the place of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from specmend.diff.checks.bodies import APART, COVERED
from specmend.diff.checks.paths import RENAMED
from specmend.diff.comparison import Comparison
from specmend.diff.delta import Delta
from specmend.diff.joining import Groups, delta_of, with_texts
from specmend.diff.side import Side
from specmend.document.openapi.media_types import is_wider
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same

_KIND: Final = "media type"


def beside_ranges(
    compared: Comparison,
    name: str,
    delta: Delta,
    old: Mapping[Any, Address],
    new: Mapping[Any, Address],
) -> Delta:
    """A media type that came or went, where a range covers it before and after.

    The most exact one counts of several that match (OpenAPI 3.1 section 4.8.14).
    """
    if delta.kind != _KIND or delta.key or delta.where:
        return delta
    covering = [known for known in old if known in new and is_wider(known, name)]
    if not covering:
        return delta
    covers = max(covering, key=len)
    is_new = delta.before is MISSING
    own = delta.after if is_new else delta.before
    other = _whole(compared.old, old[covers]) if is_new else _whole(compared.new, new[covers])
    if same(own, other):
        return replace(delta, key=COVERED, text=f"{delta.text}, which {covers} covers")
    return replace(delta, key=APART) if is_new else delta


def in_place_of_ranges(group: Groups) -> Groups:
    """The media types that came or went, with a range and what was named in its place as one."""
    left = list(group)
    for change in group:
        delta = delta_of(change)
        others = [one for one in left if _lies_in(delta_of(one), delta)]
        if delta.kind == _KIND and len(others) > 1:
            left = [one for one in left if one not in (change, *others)]
            left.append(_one_range(change, others))
    return left


def _one_range(change: Any, others: Groups) -> Any:
    delta, other = delta_of(change), delta_of(others[0])
    if delta.before is MISSING:
        return with_texts(
            [change, *others], key=RENAMED, before=other.before, was=other.was, member=MISSING
        )
    made = with_texts([others[0], change, *others[1:]], key=RENAMED, before=delta.before)
    return replace(made, delta=replace(delta_of(made), was=delta.was))


def _lies_in(delta: Delta, range_: Delta) -> bool:
    """Whether a media type went where a range came that says the same of it, or the other way."""
    if (delta.before is MISSING) is (range_.before is MISSING):
        return False
    if not same(_said(delta), _said(range_)):
        return False
    return is_wider(_name(range_), _name(delta))


def _said(delta: Delta) -> Tree:
    return delta.after if delta.before is MISSING else delta.before


def _name(delta: Delta) -> str:
    place = delta.address if delta.before is MISSING else delta.was or delta.address
    return str(place[-1])


def _whole(side: Side, place: Address) -> Tree:
    return side.at(side.settled(place))
