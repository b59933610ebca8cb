"""Words and examples that stand around their place by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.operations import item_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.subjects import outermost
from specmend.matching.described import property_at
from specmend.matching.locator import Locator
from specmend.matching.sayings import Saying, sayings
from specmend.matching.spelling import EXAMPLE

_WORDS: Final = ("summary", "description")


def shown_around(locator: Locator, subject: Address, lost: Iterable[Saying]) -> Iterator[Address]:
    """Where what an object shows, or says for people, is shown of what it is part of."""
    for one in lost:
        if one.keyword == EXAMPLE:
            yield from _in_example(locator, subject, one.value)
        elif one.keyword in _WORDS and spot_at(subject).kind == "operation":
            yield from _in_path(locator, item_of(subject), one.value)


def _in_example(locator: Locator, subject: Address, value: Tree) -> Iterator[Address]:
    """Where an example of the object that a property is part of has the one of the property."""
    holder, name = property_at((*subject, EXAMPLE))
    around = outermost(holder)
    match = locator.locate(around)
    if not name or not match.whole:
        return
    before = {one.key for one in sayings(locator.old, around) if one.keyword == EXAMPLE}
    for one in sayings(locator.new, match.at):
        if one.keyword == EXAMPLE and one.key not in before and isinstance(one.value, dict):
            yield from [one.at] if same(one.value.get(name, MISSING), value) else ()


def _in_path(locator: Locator, item: Address, text: Tree) -> Iterator[Address]:
    """Where a path item has the words of one of its operations (OpenAPI 3.1 section 4.8.9)."""
    match = locator.locate(item)
    for key in _WORDS if match.whole else ():
        was, now = get(locator.old, (*item, key)), get(locator.new, (*match.at, key))
        if same(now, text) and not same(was, text):
            yield (*match.at, key)
