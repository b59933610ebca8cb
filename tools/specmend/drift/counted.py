"""Paths that count or name one member of a list: what they select now, and what they should."""

from __future__ import annotations

from dataclasses import replace

from specmend.document.jsonpath.select import places_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get, same
from specmend.errors import QueryError
from specmend.matching.locator import Locator
from specmend.steps.place_query import place_query
from specmend.steps.positional import leads_to_one_place, uses_index
from specmend.steps.step import Action


def action_now(
    locator: Locator,
    action: Action,
) -> Action | None:
    """The action whose paths select in the new document what they selected in the old one.

    It is the same action where they do. A path of one place gets another name or number for it;
    None where the place is not surely known, or where a rule counts others than it did.
    """
    target = _query_now(locator, action.target)
    copy = _query_now(locator, action.copy)
    if target is None or copy is None:
        return None
    if (target, copy) == (action.target, action.copy):
        return action
    return replace(action, target=target, copy=copy, expect=None)


def _query_now(
    locator: Locator,
    query: str,
) -> str | None:
    try:
        recorded = places_of(locator.old, query) if query else ()
        found = places_of(locator.new, query) if query else ()
    except QueryError:
        return query
    if len(recorded) == 1 and leads_to_one_place(query, recorded[0]):
        return _member_now(
            locator,
            query,
            recorded[0],
            found,
        )
    if recorded and uses_index(query):
        known = {
            match.at for match in map(locator.locate, recorded) if match.whole and match.is_sure
        }
        return query if known == set(found) else None
    return query


def _member_now(
    locator: Locator,
    query: str,
    place: Address,
    found: tuple[Address, ...],
) -> str | None:
    """The path of one place, which may have another number, or stand beside a namesake."""
    depth = _depth_of_member(place)
    if not depth:
        return query
    match = locator.locate(place)
    is_known = match.whole and match.is_sure
    if uses_index(query):
        is_meant = is_known and found == (match.at,)
    else:
        # Members that say the same are one.
        value = get(locator.old, place[:depth])
        others = [at for at in found if at != match.at]
        is_unsure = match.at in found and not is_known
        is_lost = is_known and match.at not in found and not match.relocated
        is_meant = not (is_unsure or is_lost) and all(
            same(get(locator.new, at[:depth]), value) for at in others
        )
    if is_meant or not (found or is_known):
        return query
    return place_query(locator.new, match.at) if is_known else None


def _depth_of_member(place: Address) -> int:
    """How many tokens lead to the last member of a list on the way to a place."""
    depths = [depth for depth, token in enumerate(place, 1) if isinstance(token, int)]
    return depths[-1] if depths else 0
