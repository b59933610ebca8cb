"""The actions that are still needed on the new document, where a target moved or a part is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift.action_context import ActionContext
from specmend.drift.three_way import Comparison, ThreeWay, in_state
from specmend.errors import ActionFailed
from specmend.steps.apply_action import apply_action
from specmend.steps.expectation import take
from specmend.steps.place_query import place_query
from specmend.steps.step import Action, Expectation


def remaining_of(
    context: ActionContext,
    comparisons: Iterable[Comparison],
) -> tuple[Action, ...]:
    """The actions that make what is still to be made, also at the places that joined a rule."""
    joined = [_at(context, place) for place in context.joined]
    return (*remaining_at(context, comparisons), *joined)


def remaining_at(
    context: ActionContext,
    comparisons: Iterable[Comparison],
) -> tuple[Action, ...]:
    """The actions that make what is still to be made at places: updates by value, others by target.

    Several at one place are made by one action.
    """
    open_ = in_state(comparisons, ThreeWay.UNCHANGED)
    if context.action.verb in {"update", "copy"}:
        return tuple(_updates(context, open_))
    return tuple(_actions_by_target(context, open_))


def retargeted(context: ActionContext) -> Action | None:
    """The action at the place where its one target stands now; None where that is not known."""
    match = context.only_match
    if match is None or not match.whole or not match.is_sure:
        return None
    return _at(context, match.at)


def apply_all(
    tree: Tree,
    actions: Iterable[Action],
) -> tuple[Tree, tuple[Expectation, ...]]:
    """The tree after actions, and what each of them finds; raises ActionFailed."""
    found: list[Expectation] = []
    for action in actions:
        result = apply_action(tree, action)
        tree = result.tree
        found.append(take(result.found))
    return tree, tuple(found)


def can_apply(tree: Tree, action: Action) -> bool:
    """Whether an action can be made on a tree."""
    try:
        apply_action(tree, action)
    except ActionFailed:
        return False
    return True


def _at(context: ActionContext, place: Address) -> Action:
    """The action with another target: one place of the new document."""
    return replace(
        context.action,
        target=place_query(context.new, place),
        expect=None,
    )


def _updates(
    context: ActionContext,
    open_: Iterable[Comparison],
) -> Iterator[Action]:
    """Updates with the values that are still to be put.

    What lies under one target by keys alone is put by one update of that target; what does not, by
    an update of the mapping that holds it; members of lists by an update of the list.
    """
    target = context.only_match.at if context.only_match else None
    values_by_holder: dict[Address, dict[str, Any]] = {}
    for comparison in open_:
        at, value = comparison.at or (), _value(comparison)
        if comparison.intended.kind == "members" and at == target:
            yield _update(context, at, value)
            continue
        holder, keys = _divided(at, target)
        if keys:
            _put(
                values_by_holder.setdefault(holder, {}),
                keys,
                value,
            )
        else:
            yield _update(context, holder, value)
    for holder, values in values_by_holder.items():
        yield _update(context, holder, values)


def _divided(
    at: Address,
    target: Address | None,
) -> tuple[Address, Address]:
    """The place to update, and the keys from there to the value; no keys to put the value there."""
    depth = max(len(at) - 1, 0)
    if target is not None and _is_inside(at, target):
        depth = len(target)
    keys = at[depth:]
    # An update merges mappings and appends to lists: a member of a list cannot be reached by keys.
    if keys and not any(isinstance(key, int) for key in keys):
        return at[:depth], keys
    if not keys or isinstance(at[-1], int):
        return at, ()
    return at[:-1], at[-1:]


def _is_inside(at: Address, target: Address) -> bool:
    return len(at) > len(target) and at[: len(target)] == target


def _put(
    mapping: dict[str, Any],
    keys: Address,
    value: Tree,
) -> None:
    for key in keys[:-1]:
        mapping = mapping.setdefault(str(key), {})
    mapping[str(keys[-1])] = value


def _value(comparison: Comparison) -> Tree:
    if comparison.intended.kind == "members":
        return list(comparison.lacking)
    return comparison.intended.after


def _update(
    context: ActionContext,
    at: Address,
    value: Tree,
) -> Action:
    return replace(
        _at(context, at),
        update=value,
        copy="",
    )


def _actions_by_target(
    context: ActionContext,
    open_: Iterable[Comparison],
) -> Iterator[Action]:
    """The same action for each target with something left to make."""
    seen: set[Address] = set()
    for comparison in open_:
        at = _target_now(context, comparison)
        if at is not None and at not in seen:
            seen.add(at)
            parameters = _parameters(context.action, comparison)
            yield replace(_at(context, at), parameters=parameters)


def _target_now(
    context: ActionContext,
    comparison: Comparison,
) -> Address | None:
    """Where the target stands that holds a place by the same keys as in the old document."""
    address, at = comparison.intended.address, comparison.at or ()
    target = _outermost_target(context, address)
    if target is None:
        return None
    depth = len(at) - (len(address) - len(target))
    if depth < 0 or at[depth:] != address[len(target) :]:
        return None
    return at[:depth]


def _outermost_target(
    context: ActionContext,
    address: Address,
) -> Address | None:
    for place in context.recorded:
        if address[: len(place)] == place:
            return place
    return None


def _parameters(
    action: Action,
    comparison: Comparison,
) -> dict[str, Any]:
    """The parameters of an edit; those of change-members without what is done."""
    if action.edit != "change-members":
        return dict(action.parameters)
    members = {"add": list(comparison.lacking), "remove": list(comparison.surplus)}
    return {key: values for key, values in members.items() if values}
