"""What an action wants of each place that it writes to, taken from what it did when it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from specmend.document.tree.changes import changes
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same
from specmend.steps.apply_action import ActionResult
from specmend.steps.step import Action, Touch

WHOLE: Final = frozenset({"set-value", "remove", "remove-where", "set-default"})
"""Actions that put or take a value as a whole: nothing is merged."""


@dataclass(frozen=True, kw_only=True, slots=True)
class IntendedChange:
    """What one place is to be: a value, a list with and without some members, or a key of another name.

    `address` is the place before the action and `to` after it; `before` and `after` are the values there.
    """

    kind: Literal["value", "members", "name"]
    address: Address
    to: Address
    before: Tree
    after: Tree
    added: tuple[Tree, ...] = ()
    removed: tuple[Tree, ...] = ()

    @property
    def adds(self) -> bool:
        """Whether nothing stood at the place."""
        return self.kind == "value" and self.before is MISSING


def intended_changes(action: Action, made: ActionResult) -> tuple[IntendedChange, ...]:
    """What an action wants of every place that it touched."""
    return tuple(want for touch in made.touches for want in _of_touch(action, touch))


def _of_touch(action: Action, touch: Touch) -> Iterator[IntendedChange]:
    if touch.address != touch.to:
        yield _want("name", touch.address, touch.before, touch.after, to=touch.to)
    elif action.verb in WHOLE:
        yield _want("value", touch.address, touch.before, touch.after)
    elif isinstance(touch.before, dict) and isinstance(touch.after, dict):
        yield from _of_mapping(touch)
    elif isinstance(touch.before, list) and isinstance(touch.after, list):
        yield _members(touch.address, touch.before, touch.after)
    elif not same(touch.before, touch.after):
        yield _want("value", touch.address, touch.before, touch.after)


def _of_mapping(touch: Touch) -> Iterator[IntendedChange]:
    """An edit that tells of a whole mapping changed a few things in it."""
    for change in changes(touch.before, touch.after):
        address = (*touch.address, *change.address)
        if change.kind == "extend":
            yield _members(address, change.before, [*change.before, *change.after])
        elif isinstance(change.before, list) and isinstance(change.after, list):
            yield _members(address, change.before, change.after)
        else:
            yield _want("value", address, change.before, change.after)


def _members(address: Address, before: list[Tree], after: list[Tree]) -> IntendedChange:
    added = tuple(_without(after, before))
    removed = tuple(_without(before, after))
    return IntendedChange(
        kind="members",
        address=address,
        to=address,
        before=before,
        after=after,
        added=added,
        removed=removed,
    )


def _without(members: Iterable[Tree], others: list[Tree]) -> Iterator[Tree]:
    """Members that the other list has not, or has fewer times."""
    left = list(others)
    for member in members:
        index = next((i for i, other in enumerate(left) if same(member, other)), None)
        if index is None:
            yield member
        else:
            del left[index]


def _want(
    kind: Literal["value", "name"],
    address: Address,
    before: Tree,
    after: Tree,
    *,
    to: Address | None = None,
) -> IntendedChange:
    return IntendedChange(kind=kind, address=address, to=to or address, before=before, after=after)
