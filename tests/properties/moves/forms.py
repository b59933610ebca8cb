"""The law of forms: keys turned round, JSON or YAML, and a raise to 3.1 change nothing."""

from __future__ import annotations

from typing import Any

import yaml
from tests.properties.moves.recorded import after_update, as_document, recorded
from tests.properties.moves.sites import same
from tests.properties.moves.world import World

from specmend.document.text.document import Document, parse_document
from specmend.drift.judge import judge_series
from specmend.errors import ActionFailed
from specmend.steps.proposal import make


def told_of_forms(world: World) -> list[Any]:
    """What is said of every action, on the new document in each of its forms."""
    old, steps = as_document(world.old), recorded(world)
    forms = (
        as_document(world.tree),
        as_document(_turned(world.tree)),
        _as_yaml(world.tree),
        _as_yaml(_turned(world.tree)),
    )
    return [
        [
            (action.verdict, action.moved_to)
            for verdict in judge_series(old, new, steps)
            for action in verdict.actions
        ]
        for new in forms
    ]


def raised_wrongly(world: World) -> str:
    """What is wrong where upstream raises the document to 3.1, by the edit that does it here.

    Each fault is mended in the result, or the step stays with a person.
    """
    raised = raised_by_edit(world.tree)
    if raised is None:
        return ""
    plan, applied = after_update(world, raised)
    result = applied.document.tree
    open_ = frozenset(number for (number, _), _ in plan.open)
    rights = [raised_by_edit(tree) for tree in world.expected(open_)]
    if any(right is not None and same(result, right) for right in rights):
        return ""
    return f"another result: {[step.update for step in plan.steps]}"


def raised_by_edit(tree: Any) -> Any:
    """The document raised by the edit that does it here; None where it refuses to."""
    try:
        return make(tree, {"target": "$", "x-edit": {"name": "upgrade-to-3.1"}})
    except ActionFailed:
        return None


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _turned(value[key]) for key in reversed(value)}
    if isinstance(value, list):
        return [_turned(member) for member in value]
    return value


def _as_yaml(tree: Any) -> Document:
    text = yaml.safe_dump(tree, sort_keys=False, indent=4, width=60)
    return parse_document(text, "spec/api/upstream.yaml")
