"""What an action has still to say on the new document, where the target moved or a part is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift.action_context import Case
from specmend.drift.comparison import Standing, State
from specmend.steps.apply_action import ActionFailed, act
from specmend.steps.expectation import take
from specmend.steps.place_query import place_query
from specmend.steps.step import Action, Expectation


def rest_of(case: Case, standings: Iterable[Standing]) -> tuple[Action, ...]:
    """Actions that make what is left to make: one for each place, or one for all where the target is one place."""
    left = [standing for standing in standings if standing.state is State.KEPT]
    verb = case.action.verb
    made = _updates(case, left) if verb in {"update", "copy"} else _by_place(case, left)
    joined = [
        replace(case.action, target=place_query(case.new, place), expect=None)
        for place in case.joined
    ]
    return (*made, *joined)


def retargeted(case: Case) -> Action | None:
    """The action with the place where its one target stands now; None where that cannot be told."""
    if len(case.recorded) != 1:
        return None
    found = case.atlas.locate(case.recorded[0])
    if not found.whole:
        return None
    return replace(case.action, target=place_query(case.new, found.at), expect=None)


def make_all(tree: Tree, actions: Iterable[Action]) -> tuple[Tree, tuple[Expectation, ...]]:
    """The tree after actions, and what each of them found; raises ActionFailed."""
    found: list[Expectation] = []
    for action in actions:
        made = act(tree, action)
        tree = made.tree
        found.append(take(made.found))
    return tree, tuple(found)


def fits(tree: Tree, action: Action) -> ActionFailed | None:
    """Why an action cannot be made; None where it can."""
    try:
        act(tree, action)
    except ActionFailed as error:
        return error
    return None


def _updates(case: Case, left: list[Standing]) -> Iterator[Action]:
    """Plain updates: for one target a single one, as far as keys alone lead from it to each place."""
    target = case.atlas.locate(case.recorded[0]).at if len(case.recorded) == 1 else None
    groups: dict[Address, dict[str, Any]] = {}
    for standing in left:
        at, value = standing.at or (), _value(standing)
        if standing.want.kind == "members" and at == target:
            yield _update(case, at, value)
            continue
        inside = target is not None and at[: len(target)] == target and len(at) > len(target)
        holder = target if inside and target is not None else _holder(at)
        keys = at[len(holder) :]
        if not keys or any(isinstance(key, int) for key in keys):
            holder, keys = (at, ()) if not keys or isinstance(at[-1], int) else (at[:-1], at[-1:])
        if keys:
            _put(groups.setdefault(holder, {}), keys, value)
        else:
            yield _update(case, at, value)
    yield from (_update(case, holder, value) for holder, value in groups.items())


def _holder(at: Address) -> Address:
    return at[:-1]


def _put(mapping: dict[str, Any], keys: Address, value: Tree) -> None:
    for key in keys[:-1]:
        mapping = mapping.setdefault(str(key), {})
    mapping[str(keys[-1])] = value


def _value(standing: Standing) -> Tree:
    if standing.want.kind != "members":
        return standing.want.after
    return list(standing.lacking)


def _update(case: Case, at: Address, value: Tree) -> Action:
    return replace(
        case.action, target=place_query(case.new, at), update=value, copy="", expect=None
    )


def _by_place(case: Case, left: list[Standing]) -> Iterator[Action]:
    """The same action for each target that has something left to make."""
    done: set[Address] = set()
    for standing in left:
        place = next((p for p in case.recorded if standing.want.address[: len(p)] == p), None)
        at = _holding(standing, place) if place is not None else None
        if at is None or at in done:
            continue
        done.add(at)
        parameters = _parameters(case.action, standing)
        yield replace(
            case.action, target=place_query(case.new, at), parameters=parameters, expect=None
        )


def _holding(standing: Standing, target: Address) -> Address | None:
    """The place of the new document that is to a place found there what the target is to the one recorded."""
    below = standing.want.address[len(target) :]
    at = standing.at or ()
    if at[len(at) - len(below) :] == below:
        return at[: len(at) - len(below)]
    return None


def _parameters(action: Action, standing: Standing) -> dict[str, Any]:
    """The parameters of an edit; those of change-members without what is done."""
    if action.edit != "change-members":
        return dict(action.parameters)
    made = {"add": list(standing.lacking), "remove": list(standing.surplus)}
    return {key: value for key, value in made.items() if value}
