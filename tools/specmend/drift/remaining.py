"""What an action has still to say on the new document, where the target moved or a part is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift.action_context import ActionContext
from specmend.drift.comparison import Comparison, ThreeWay
from specmend.errors import ActionFailed
from specmend.steps.apply_action import apply_action
from specmend.steps.expectation import take
from specmend.steps.place_query import place_query
from specmend.steps.step import Action, Expectation


def remaining_of(context: ActionContext, comparisons: Iterable[Comparison]) -> tuple[Action, ...]:
    """Actions that make what is left to make: one for each place, or one for all where the target is one place."""
    left = [standing for standing in comparisons if standing.state is ThreeWay.UNCHANGED]
    verb = context.action.verb
    made = _updates(context, left) if verb in {"update", "copy"} else _by_place(context, left)
    joined = [
        replace(context.action, target=place_query(context.new, place), expect=None)
        for place in context.joined
    ]
    return (*made, *joined)


def retargeted(context: ActionContext) -> Action | None:
    """The action with the place where its one target stands now; None where that cannot be told."""
    if len(context.recorded) != 1:
        return None
    found = context.locator.locate(context.recorded[0])
    if not found.whole:
        return None
    return replace(context.action, target=place_query(context.new, found.at), expect=None)


def make_all(tree: Tree, actions: Iterable[Action]) -> tuple[Tree, tuple[Expectation, ...]]:
    """The tree after actions, and what each of them found; raises ActionFailed."""
    found: list[Expectation] = []
    for action in actions:
        made = apply_action(tree, action)
        tree = made.tree
        found.append(take(made.found))
    return tree, tuple(found)


def fits(tree: Tree, action: Action) -> ActionFailed | None:
    """Why an action cannot be made; None where it can."""
    try:
        apply_action(tree, action)
    except ActionFailed as error:
        return error
    return None


def _updates(context: ActionContext, left: list[Comparison]) -> Iterator[Action]:
    """Plain updates: for one target a single one, as far as keys alone lead from it to each place."""
    target = context.locator.locate(context.recorded[0]).at if len(context.recorded) == 1 else None
    groups: dict[Address, dict[str, Any]] = {}
    for standing in left:
        at, value = standing.at or (), _value(standing)
        if standing.intended.kind == "members" and at == target:
            yield _update(context, at, value)
            continue
        inside = target is not None and at[: len(target)] == target and len(at) > len(target)
        holder = target if inside and target is not None else _holder(at)
        keys = at[len(holder) :]
        if not keys or any(isinstance(key, int) for key in keys):
            holder, keys = (at, ()) if not keys or isinstance(at[-1], int) else (at[:-1], at[-1:])
        if keys:
            _put(groups.setdefault(holder, {}), keys, value)
        else:
            yield _update(context, at, value)
    yield from (_update(context, holder, value) for holder, value in groups.items())


def _holder(at: Address) -> Address:
    return at[:-1]


def _put(mapping: dict[str, Any], keys: Address, value: Tree) -> None:
    for key in keys[:-1]:
        mapping = mapping.setdefault(str(key), {})
    mapping[str(keys[-1])] = value


def _value(standing: Comparison) -> Tree:
    if standing.intended.kind != "members":
        return standing.intended.after
    return list(standing.lacking)


def _update(context: ActionContext, at: Address, value: Tree) -> Action:
    return replace(
        context.action, target=place_query(context.new, at), update=value, copy="", expect=None
    )


def _by_place(context: ActionContext, left: list[Comparison]) -> Iterator[Action]:
    """The same action for each target that has something left to make."""
    done: set[Address] = set()
    for standing in left:
        place = next(
            (p for p in context.recorded if standing.intended.address[: len(p)] == p), None
        )
        at = _holding(standing, place) if place is not None else None
        if at is None or at in done:
            continue
        done.add(at)
        parameters = _parameters(context.action, standing)
        yield replace(
            context.action, target=place_query(context.new, at), parameters=parameters, expect=None
        )


def _holding(standing: Comparison, target: Address) -> Address | None:
    """The place of the new document that is to a place found there what the target is to the one recorded."""
    below = standing.intended.address[len(target) :]
    at = standing.at or ()
    if at[len(at) - len(below) :] == below:
        return at[: len(at) - len(below)]
    return None


def _parameters(action: Action, standing: Comparison) -> dict[str, Any]:
    """The parameters of an edit; those of change-members without what is done."""
    if action.edit != "change-members":
        return dict(action.parameters)
    made = {"add": list(standing.lacking), "remove": list(standing.surplus)}
    return {key: value for key, value in made.items() if value}
