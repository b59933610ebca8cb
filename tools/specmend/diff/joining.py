"""How differences are put together: groups of them, each of which becomes fewer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from specmend.diff.api_change import ApiChange
from specmend.diff.delta import Delta
from specmend.document.tree.values import MISSING, Tree

Groups = list[ApiChange]


def grouped(
    changes: Iterable[ApiChange],
    key: Callable[[ApiChange], Hashable],
    make: Callable[[Groups], Groups],
) -> Groups:
    """The changes, with those of one key put together where the first one stands.

    A change whose key is None belongs to no group.
    """
    groups: dict[Hashable, Groups] = {}
    for number, change in enumerate(changes):
        found = key(change)
        groups.setdefault(("alone", number) if found is None else ("group", found), []).append(
            change
        )
    made: Groups = []
    for name, group in groups.items():
        is_alone = isinstance(name, tuple) and name[0] == "alone"
        made += group if is_alone else make(group)
    return made


def delta_of(change: ApiChange) -> Delta:
    """The difference that a change is made of."""
    if change.delta is not None:
        return change.delta
    return Delta(text=change.message, address=change.address)


def with_delta(change: ApiChange, delta: Delta) -> ApiChange:
    """A change that is made of another difference."""
    return replace(change, delta=delta, message=delta.message, address=delta.address)


def gone_and_come(group: Groups) -> tuple[ApiChange, ApiChange] | None:
    """The one that went and the one that came, where a group is these two."""
    gone = [change for change in group if delta_of(change).after is MISSING]
    come = [change for change in group if delta_of(change).before is MISSING]
    if len(gone) == len(come) == 1 and len(group) == len(gone) + len(come):
        return gone[0], come[0]
    return None


def together(group: Groups, depth: int = 0) -> Groups:
    """Several changes as one, which is as bad as the worst of them; `depth` of their path stays."""
    if len(group) == 1:
        return group
    first = delta_of(group[0])
    parts = tuple(delta_of(change) for change in group)
    texts = [replace(part, where=(), path=part.path[depth:]).message for part in parts]
    delta = replace(
        first,
        path=first.path[:depth],
        text=", ".join(dict.fromkeys(texts)),
        parts=parts,
        member=MISSING,
    )
    return [with_delta(group[0], delta)]


def with_texts(group: Groups, **fields: Tree) -> ApiChange:
    """The first of several changes, with the words of all, and with other fields."""
    text = ", ".join(dict.fromkeys(delta_of(change).text for change in group))
    return with_delta(group[0], replace(delta_of(group[0]), text=text, **fields))
