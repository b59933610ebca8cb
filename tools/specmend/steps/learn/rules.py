"""Guesses at one change made at many places: a value set, added or removed the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from specmend.document.jsonpath.select import select
from specmend.document.openapi.keywords import SHAPE
from specmend.document.tree.changes import Change, is_primitive
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree, canonical
from specmend.steps.learn.narrowed import meant_changes
from specmend.steps.learn.wildcards import wildcards
from specmend.steps.member_query import literal
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, Proposal

_MANY: Final = 3
_SHORT: Final = 30


def rules(old: Tree, new: Tree) -> Iterator[Proposal]:
    """One step for each change that was made in the same way at three places or more.

    A keyword that went where most schemas became other ones is a part of these changes, and none
    of a rule.
    """
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in meant_changes(old, new):
        if change.kind != "extend" and change.address and isinstance(change.address[-1], str):
            groups.setdefault(_way(change), []).append(change)
    reshaped = _reshaped(groups.values())
    for members in groups.values():
        if len(members) >= _MANY and not _is_torn(members, reshaped):
            yield Proposal(title=_title(members), actions=tuple(_actions(old, members)))


def _reshaped(groups: Iterable[Sequence[Change]]) -> set[Address]:
    """The schemas of which the shape changed in a way of their own."""
    return {
        change.address[:-1]
        for members in groups
        for change in members
        if len(members) < _MANY and change.address[-1] in SHAPE
    }


def _is_torn(members: Sequence[Change], reshaped: set[Address]) -> bool:
    """Whether most changes of a group are a part of changes that were made by themselves."""
    if members[0].address[-1] not in SHAPE:
        return False
    torn = sum(change.address[:-1] in reshaped for change in members)
    return 2 * torn > len(members)


def _way(change: Change) -> tuple[str, ...]:
    """What changes that are made in the same way have in common."""
    before, after = _written(change.before), _written(change.after)
    return change.kind, str(change.address[-1]), before, after


def _written(value: Tree) -> str:
    return "" if value is MISSING else canonical(value)


def _title(members: Sequence[Change]) -> str:
    first = members[0]
    key, count = first.address[-1], len(members)
    if first.kind == "remove":
        return f"Remove {key} at {count} places"
    value = canonical(first.after)
    if len(value) > _SHORT:
        return f"{'Add' if first.kind == 'add' else 'Set'} {key} at {count} places"
    return f"Set {key} to {value} at {count} places"


def _actions(tree: Tree, members: Sequence[Change]) -> Iterator[Fields]:
    """One action where a query selects just these places, else one for each."""
    first = members[0]
    key = str(first.address[-1])
    # What is added is added to the place above.
    depth = -1 if first.kind == "add" else None
    places = [change.address[:depth] for change in members]
    query = _query(tree, places, key, first)
    targets = [query] if query else [place_query(tree, place) for place in places]
    verb = _verb(first, key)
    yield from ({"target": target, **verb} for target in targets)


def _verb(change: Change, key: str) -> dict[str, Any]:
    if change.kind == "remove":
        return {"remove": True}
    if change.kind == "add":
        return {"update": {key: change.after}}
    if is_primitive(change.before) and is_primitive(change.after):
        return {"update": change.after}
    return {"x-edit": {"name": "set-value", "value": change.after}}


def _query(tree: Tree, places: Sequence[Address], key: str, change: Change) -> str:
    """A query that selects exactly these places: by the value there, or with wildcards.

    Empty when neither does.
    """
    guesses = [wildcards(places)]
    if change.kind != "add":
        guesses.append(f"$..{format_path((key,))[1:].removeprefix('.')}")
        if is_primitive(change.before) and not isinstance(change.before, float):
            name = format_path((key,))[1:]
            guesses.insert(0, f"$..[?@{name} == {literal(change.before)}]{name}")
    return next(
        (query for query in guesses if query and set(select(query, tree)) == set(places)), ""
    )
