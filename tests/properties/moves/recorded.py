"""The steps of a trial as files have them, and the plan of the update."""

from __future__ import annotations

import copy
import json
from typing import Any

from tests.properties.moves.nodes import Tree
from tests.properties.moves.world import World

from specmend.document.text.document import Document, parse_document
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.read import read_step
from specmend.steps.step import Step
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import UpdatePlan


def as_document(tree: Any, name: str = "spec/api/upstream.json") -> Document:
    """A document, as JSON: its text matters here to nobody."""
    return parse_document(json.dumps(tree, indent=1), name)


def _fields(actions: list[Tree]) -> Any:
    return {
        "overlay": "1.1.0",
        "info": {"title": "A step", "version": "1.0.0", "x-reason": "It is needed."},
        "actions": copy.deepcopy(actions),
    }


def recorded(world: World) -> tuple[Step, ...]:
    """The steps, as files have them, with what they find."""
    files = [_fields(one) for one in world.actions]
    steps = [_read(fields, number) for number, fields in enumerate(files, 1)]
    applied = apply_steps(as_document(world.old), steps, enforce=False)
    for fields, outcome in zip(files, applied.outcomes, strict=True):
        for action, made in zip(fields["actions"], outcome.actions, strict=True):
            if made.found.matches:
                action["x-expect"] = {"matches": made.found.matches}
                key = "digest" if made.found.digest else "before"
                action["x-expect"][key] = made.found.digest or made.found.before
    return tuple(_read(fields, number) for number, fields in enumerate(files, 1))


def _read(fields: Any, number: int) -> Step:
    name = f"patches/api/{number:04}-a-step.yaml"
    return read_step(parse_document(json.dumps(fields), name), number)


def after_update(world: World, tree: Tree) -> tuple[UpdatePlan, Applied]:
    """What an update to a document does, and what its settled steps make of it then."""
    steps = recorded(world)
    old, new = as_document(world.old), as_document(tree)
    plan = plan_update(new, steps, intents_of(old, new, steps, "python"), "python", {})
    open_ = {number for (number, _), _ in plan.open}
    after = [read_step(one.file, one.step.number) for one in plan.steps if one.file]
    return plan, apply_steps(new, [step for step in after if step.number not in open_])


def applied_to_old(world: World) -> Applied:
    """The steps applied to the document that they are recorded on."""
    steps = [_read(_fields(one), number) for number, one in enumerate(world.actions, 1)]
    return apply_steps(as_document(world.old), steps, enforce=False)
