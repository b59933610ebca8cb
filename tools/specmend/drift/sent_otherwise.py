"""What a request says at another place by now: in a header, in its body, or in its query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from specmend.document.openapi.kinds import Spot, spot_at
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Locator
from specmend.matching.sayings import Saying, sayings

_PARAMETER: Final = Spot("one", "parameter")
_PARAMETERS: Final = "parameters"
_BODY: Final = "requestBody"


def sent_elsewhere(locator: Locator, comparison: Comparison) -> Comparison:
    """A comparison in conflict where it is about a parameter that has another `in` by now.

    A header is another parameter than a query of the same name (OpenAPI 3.1 section 4.8.12).
    """
    if comparison.state is not ThreeWay.UNCHANGED or comparison.at is None:
        return comparison
    address = comparison.intended.address
    places = (address[:length] for length in range(2, len(address) + 1))
    if any(_has_another_location(locator, one) for one in places if spot_at(one) == _PARAMETER):
        return replace(comparison, state=ThreeWay.DIVERGED, doubt="sent")
    return comparison


def _has_another_location(locator: Locator, parameter: Address) -> bool:
    match = locator.locate(parameter)
    if not match.whole or get(locator.old, parameter) is MISSING:
        return False
    was, now = follow(locator.old, parameter)[1], follow(locator.new, match.at)[1]
    are_both = isinstance(was, dict) and isinstance(now, dict)
    return are_both and was.get("in") != now.get("in")


def exchanged_with_body(
    locator: Locator,
    places: tuple[Address, Address],
    lost: Iterable[Saying],
    joined: Iterable[Saying],
) -> Iterator[Address]:
    """Where the body of an operation has a lost parameter by now, or a parameter what was in it.

    `places` are those of the operation in the old and in the new document.
    """
    before = _named_in_body(locator.old, places[0])
    now = _named_in_body(locator.new, places[1])
    for one in lost:
        if one.keyword == _PARAMETERS and isinstance(one.value, list):
            name = str(one.value[0])
            yield from [now[name]] if name in now and name not in before else ()
        if one.keyword == _BODY:
            for other in joined:
                is_listed = other.keyword == _PARAMETERS and isinstance(other.value, list)
                yield from [other.at] if is_listed and str(other.value[0]) in before else ()


def _named_in_body(tree: Tree, operation: Address) -> dict[str, Address]:
    """The properties that a body of an operation may have, and where it says so."""
    place = (*operation, _BODY)
    if spot_at(operation).kind != "operation" or get(tree, place) is MISSING:
        return {}
    at, body = follow(tree, place)
    content = body.get("content") if isinstance(body, dict) else None
    return {
        str(one.value): one.at
        for name in (content if isinstance(content, dict) else ())
        for one in sayings(tree, (*at, "content", name))
        if one.keyword == "properties" and one.reach != "inside"
    }
