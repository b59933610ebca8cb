"""Steps for whatever no rename and no rule explains: one for each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from specmend.document.openapi.kinds import DATA, UNKNOWN, spot_at
from specmend.document.openapi.operations import method_of, operation_at
from specmend.document.tree.changes import Change, is_primitive
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.steps.learn.narrowed import meant_changes
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, Proposal, make

_VERBS: Final = {
    "add": ("Add", "to"),
    "remove": ("Remove", "from"),
    "replace": ("Set", "of"),
    "extend": ("Extend", "of"),
}


def remaining_changes(old: Tree, new: Tree) -> Iterator[Proposal]:
    """The steps that lead from the one tree to the other, by place."""
    groups: dict[Address, list[Change]] = {}
    for change in meant_changes(old, new):
        groups.setdefault(_place(change.address), []).append(change)
    tree = old
    for place, members in groups.items():
        actions: list[Fields] = []
        for together in _by_parent(members):
            for fields in _actions(tree, together):
                actions.append(fields)
                tree = make(tree, fields)
        yield Proposal(title=_title(place, members), actions=tuple(actions))


def _place(address: Address) -> Address:
    """The operation, path, component or part of the document that an address is in."""
    if address[:1] in {("paths",), ("webhooks",)}:
        return operation_at(address) or address[:2]
    return address[:3] if address[:1] == ("components",) else address[:1]


def _title(place: Address, members: Sequence[Change]) -> str:
    only = members[0] if len(members) == 1 else None
    if only is None:
        return f"Change {_named(place)}"
    verb, joint = _VERBS[only.kind]
    if only.address == place:
        return f"{verb} {_named(place)}"
    if isinstance(only.address[-1], int) and isinstance(only.before, str):
        inside = f"{only.address[-2]} of " if len(only.address) > len(place) + 1 else ""
        return f"{verb} {only.before} {joint} {inside}{_named(place)}"
    names = [token for token in only.address[len(place) :] if isinstance(token, str)]
    name = names[-1] if names else "a member"
    return f"{verb} {name} {joint} {_named(place)}"


def _named(place: Address) -> str:
    words = [str(token) for token in place]
    if len(place) == 3 and place[0] == "components":  # noqa: PLR2004
        spot = spot_at(place)
        return f"{words[1] if spot in (DATA, UNKNOWN) else spot.kind} {words[2]}"
    if operation_at(place) == place:
        return f"{method_of(place)} {words[1]}"
    if len(place) == 2 and place[0] == "paths":  # noqa: PLR2004
        return f"path {words[1]}"
    return " ".join(words) or "the document"


def _by_parent(members: Sequence[Change]) -> Iterator[list[Change]]:
    """Keys that come or change in one mapping are one update; anything else is by itself."""
    merged: dict[Address, list[Change]] = {}
    for change in members:
        if _merges(change):
            merged.setdefault(change.address[:-1], []).append(change)
    for change in members:
        if not _merges(change):
            yield [change]
    yield from merged.values()


def _merges(change: Change) -> bool:
    both = is_primitive(change.before) and is_primitive(change.after)
    return bool(change.address) and (change.kind == "add" or (change.kind == "replace" and both))


def _actions(tree: Tree, together: Sequence[Change]) -> Iterator[Fields]:
    first = together[0]
    if len(together) == 1 and first.kind == "replace" and _merges(first):
        yield {"target": place_query(tree, first.address), "update": first.after}
    elif _merges(first):
        update = {str(change.address[-1]): change.after for change in together}
        yield {"target": place_query(tree, first.address[:-1]), "update": update}
    else:
        yield {"target": place_query(tree, first.address), **_verb(first)}


def _verb(change: Change) -> dict[str, Any]:
    if change.kind == "remove":
        return {"remove": True}
    if change.kind == "extend":
        single = len(change.after) == 1 and not isinstance(change.after[0], list)
        return {"update": change.after[0] if single else change.after}
    return {"x-edit": {"name": "set-value", "value": change.after}}
