"""What an action intends for each place that it writes to, taken from what it did when recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from specmend.document.tree.changes import changes
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same
from specmend.steps.apply_action import ActionResult
from specmend.steps.step import Action, Touch

REMOVALS: Final = frozenset({"remove", "remove-where"})
"""Actions that remove every place that they touch."""

WHOLE: Final = REMOVALS | {"set-value", "set-default"}
"""Actions that set or remove a value as a whole: nothing is merged."""


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class IntendedChange:
    """What one place shall be: a value, a list with or without some members, or a renamed key.

    `address` is the place before the action and `to` after it; `before` and `after` are its values.
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

    @property
    def only_removes(self) -> bool:
        """Whether the change only takes something away."""
        return self.after is MISSING or (self.kind == "members" and not self.added)

    @property
    def parent(self) -> Address:
        """The address of the mapping or list that holds the place."""
        return self.address[:-1]

    @property
    def key(self) -> str | int:
        """The key or index of the place; empty for the document as a whole."""
        if not self.address:
            return ""
        return self.address[-1]


def intended_changes(
    action: Action,
    result: ActionResult,
) -> tuple[IntendedChange, ...]:
    """What an action intends for every place that it touched."""
    changes_ = [_of_touch(action, touch) for touch in result.touches]
    return tuple(chain.from_iterable(changes_))


def _of_touch(
    action: Action,
    touch: Touch,
) -> Iterator[IntendedChange]:
    before, after = touch.before, touch.after
    if touch.address != touch.to:
        yield _renamed(touch)
    elif action.verb in REMOVALS:
        # Another member may have the index of the removed one.
        yield _value(touch.address, before, MISSING)
    elif action.verb in WHOLE:
        yield _value(touch.address, before, after)
    elif isinstance(before, dict) and isinstance(after, dict):
        yield from _of_mapping(touch)
    elif isinstance(before, list) and isinstance(after, list):
        yield _members(touch.address, before, after)
    elif not same(before, after):
        yield _value(touch.address, before, after)


def _of_mapping(touch: Touch) -> Iterator[IntendedChange]:
    """The few changes inside a mapping, of an edit that reports the whole mapping as changed."""
    for change in changes(touch.before, touch.after):
        address = (*touch.address, *change.address)
        before, after = change.before, change.after
        if change.kind == "extend":
            yield _members(
                address,
                before,
                [*before, *after],
            )
        elif isinstance(before, list) and isinstance(after, list):
            yield _members(address, before, after)
        else:
            yield _value(address, before, after)


def _renamed(touch: Touch) -> IntendedChange:
    return IntendedChange(
        kind="name",
        address=touch.address,
        to=touch.to,
        before=touch.before,
        after=touch.after,
    )


def _value(
    address: Address,
    before: Tree,
    after: Tree,
) -> IntendedChange:
    return IntendedChange(
        kind="value",
        address=address,
        to=address,
        before=before,
        after=after,
    )


def _members(
    address: Address,
    before: list[Tree],
    after: list[Tree],
) -> IntendedChange:
    return IntendedChange(
        kind="members",
        address=address,
        to=address,
        before=before,
        after=after,
        added=tuple(_without(after, before)),
        removed=tuple(_without(before, after)),
    )


def _without(
    members: Iterable[Tree],
    others: list[Tree],
) -> Iterator[Tree]:
    """The members that the other list does not have, or has fewer times."""
    unpaired = list(others)
    for member in members:
        index = _index_of(member, unpaired)
        if index is None:
            yield member
        else:
            del unpaired[index]


def _index_of(
    member: Tree,
    members: list[Tree],
) -> int | None:
    for index, other in enumerate(members):
        if same(member, other):
            return index
    return None
