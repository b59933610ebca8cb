"""What every action of a series does on the document that it was recorded on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specmend.document.tree.values import Tree
from specmend.errors import ActionFailed
from specmend.steps.apply_action import ActionResult, apply_action
from specmend.steps.step import Action, Step


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Recorded:
    """An action on the old tree, after the actions before it: its result, or why it failed."""

    action: Action
    old: Tree
    result: ActionResult | None = None
    error: ActionFailed | None = None

    @property
    def after(self) -> Tree:
        """The old tree after the action; one that cannot be made there leaves it as it is."""
        return self.result.tree if self.result else self.old


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class RecordedSeries:
    """The actions of each step, and the old tree after all of them."""

    steps: tuple[tuple[Recorded, ...], ...]
    after: Tree


def record(old: Tree, steps: Iterable[Step]) -> RecordedSeries:
    """Make every action of a series on the old tree, one after the other."""
    made: list[tuple[Recorded, ...]] = []
    for step in steps:
        actions: list[Recorded] = []
        for action in step.actions:
            one = _made(old, action)
            actions.append(one)
            old = one.after
        made.append(tuple(actions))
    return RecordedSeries(steps=tuple(made), after=old)


def _made(old: Tree, action: Action) -> Recorded:
    try:
        result = apply_action(old, action)
    except ActionFailed as error:
        return Recorded(action=action, old=old, error=error)
    return Recorded(action=action, old=old, result=result)
