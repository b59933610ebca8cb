"""Guesses at one change made at many places: a value set, added or removed the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from specmend.document.jsonpath.select import select
from specmend.document.tree.changes import Change, changes, is_primitive
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree, canonical
from specmend.steps.member_query import literal
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, Proposal

_MANY: Final = 3
_SHORT: Final = 30


def rules(old: Tree, new: Tree) -> Iterator[Proposal]:
    """One step for each change that was made in the same way at three places or more."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes(old, new):
        if change.kind != "extend" and change.address and isinstance(change.address[-1], str):
            groups.setdefault(_way(change), []).append(change)
    for members in groups.values():
        if len(members) >= _MANY:
            yield Proposal(title=_title(members), actions=tuple(_actions(old, members)))


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
    guesses = [_wildcards(places)]
    if change.kind != "add":
        guesses.append(f"$..{format_path((key,))[1:].removeprefix('.')}")
        if is_primitive(change.before) and not isinstance(change.before, float):
            name = format_path((key,))[1:]
            guesses.insert(0, f"$..[?@{name} == {literal(change.before)}]{name}")
    return next(
        (query for query in guesses if query and set(select(query, tree)) == set(places)), ""
    )


def _wildcards(places: Sequence[Address]) -> str:
    """The places as one path with a wildcard wherever they differ.

    Empty where they are of different lengths.
    """
    if len({len(place) for place in places}) > 1:
        return ""
    query = "$"
    for column in zip(*places, strict=True):
        is_same = len(set(column)) == 1
        query += format_path(column[:1])[1:] if is_same else "[*]"
    return query
