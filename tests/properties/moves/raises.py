"""The law of a raise: whoever writes the document in OpenAPI 3.1, and how, no fix is lost by it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from tests.properties.moves.by_hand import TASTES, in_one_spelling, raised_by_hand
from tests.properties.moves.forms import raised_by_edit
from tests.properties.moves.nodes import Address, Tree, nodes
from tests.properties.moves.recorded import after_update, as_document, recorded
from tests.properties.moves.same_words import planned
from tests.properties.moves.sites import same
from tests.properties.moves.world import World

from specmend.steps.apply import Applied, apply_steps
from specmend.steps.read import read_step
from specmend.update.records import UpdatePlan

Raise = Callable[[Tree], Tree | None]

RAISES: dict[str, Raise] = {
    "by our edit": raised_by_edit,
    **{
        f"by hand {number}": partial(raised_by_hand, taste=taste)
        for number, taste in enumerate(TASTES)
    },
}


def lost(world: World) -> Iterator[str]:
    """What is lost of the faults of a document that is raised: neither mended nor asked about."""
    for name, raise_ in RAISES.items():
        new = raise_(world.tree)
        if new is None:
            continue
        plan, applied = after_update(world, new)
        open_ = _open(plan)
        result = in_one_spelling(applied.document.tree)
        rights = [in_one_spelling(raise_(tree)) for tree in world.expected(frozenset(open_))]
        if applied.problems or not any(same(result, right) for right in rights):
            yield f"{name}: {_shown(world, plan, rights[0], result)}"


def lost_without_oracle(world: World) -> Iterator[str]:
    """What steps make of a raised document that they do not make of it before the raise.

    Where a person is asked about a step, what it touches is not compared.
    """
    old, steps = as_document(world.old), recorded(world)
    before = planned(old, as_document(world.tree), steps)
    for name, raise_ in RAISES.items():
        new = raise_(world.tree)
        if new is None:
            continue
        after = planned(old, as_document(new), steps)
        left = _open(before) | _open(after)
        whole, part = _settled(before, _open(before)), _settled(before, left)
        right, found = raise_(part.document.tree), _settled(after, left)
        if right is None:
            continue
        blurred = [*_differences(whole.document.tree, part.document.tree)]
        one, other = in_one_spelling(right), in_one_spelling(found.document.tree)
        wrong = [at for at in _differences(one, other) if not _is_near(at, blurred)]
        if wrong:
            yield f"{name}: {_shown(world, after, one, other)}"


def without_ignored(tree: Tree) -> Tree:
    """A document of OpenAPI 3.0 without what nobody reads beside a reference (section 4.7.23)."""
    made = copy.deepcopy(tree)
    for node in nodes(made) if tree["openapi"].startswith("3.0") else ():
        if node.kind == "schema" and node.is_reference:
            for key in [key for key in node.value if key != "$ref"]:
                del node.value[key]
    return made


def _open(plan: UpdatePlan) -> set[int]:
    return {number for (number, _), _ in plan.open}


def _settled(plan: UpdatePlan, left: Collection[int]) -> Applied:
    after = [read_step(one.file, one.step.number) for one in plan.steps if one.file]
    steps = [step for step in after if step.number not in left]
    return apply_steps(plan.document, steps, enforce=False)


def _differences(one: Any, other: Any, at: Address = ()) -> Iterator[Address]:
    """The places at which two values differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            if key in one and key in other:
                yield from _differences(one[key], other[key], (*at, key))
            else:
                yield (*at, key)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (member, twin) in enumerate(zip(one, other, strict=True)):
            yield from _differences(member, twin, (*at, index))
    elif not same({at[-1]: one} if at else one, {at[-1]: other} if at else other):
        yield at


def _is_near(at: Address, places: Collection[Address]) -> bool:
    return any(at[: len(one)] == one[: len(at)] for one in places)


def _shown(world: World, plan: UpdatePlan, right: Any, found: Any) -> str:
    """The first places that differ, and what was said of the steps that are not as they were."""
    places = [json.dumps(at) for at in _differences(right, found)][:5]
    said = [
        f"{step.step.number} {world.kinds[step.step.number - 1]}: {action.verdict}, {action.update}"
        for step in plan.steps
        for action in step.actions
        if str(action.update) != "unchanged"
    ]
    return f"after {world.told}: {', '.join(places)}; {'; '.join(said)}"
