"""What an object said, and a new property of it says by now: it went one level down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import same
from specmend.drift.lookalikes import are_alike
from specmend.matching.locator import Locator
from specmend.matching.sayings import Saying, sayings

_PROPERTIES: Final = "properties"
_DOWN: Final = frozenset({_PROPERTIES, "items"})
"""What may go into a new property: another property, or the members of a list in a page."""


def one_level_down(
    locator: Locator, lost: Iterable[Saying], joined: Sequence[Saying]
) -> Iterator[Address]:
    """Where a new property says of its own value what is lost."""
    gone = [one for one in lost if one.keyword in _DOWN and one.reach == "always"]
    around = [one.at for one in joined if one.keyword == _PROPERTIES] if gone else []
    for place in around:
        for one in sayings(locator.new, place):
            if any(_is_it(locator, was, one) for was in gone):
                yield one.at


def _is_it(locator: Locator, was: Saying, now: Saying) -> bool:
    if was.keyword != now.keyword or now.reach != "always":
        return False
    is_named = was.keyword != _PROPERTIES or was.key == now.key
    trees = ((locator.old, was.at), (locator.new, now.at))
    before, after = (follow(tree, at)[1] for tree, at in trees)
    return is_named and (same(before, after) or are_alike(before, after))
