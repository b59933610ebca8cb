"""Faults at any place of a document, each with a step that mends it."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.properties.moves.faults_of_members import branch, entry, member, part
from tests.properties.moves.faults_of_names import (
    operation_name,
    parameter_name,
    path_name,
    property_name,
    schema_name,
    tag_name,
)
from tests.properties.moves.faults_of_rules import rule, wild
from tests.properties.moves.faults_of_values import addition, keyword, referenced
from tests.properties.moves.targets import WHY
from tests.properties.moves.world import World

FAULTS: dict[str, tuple[int, Callable[[World], bool]]] = {
    made.__name__: (weight, made)
    for weight, made in (
        (12, keyword), (5, addition), (6, member), (4, branch), (6, entry), (2, part),
        (1, referenced), (2, property_name), (2, parameter_name), (1, schema_name), (1, path_name),
        (1, operation_name), (1, tag_name), (3, rule), (1, wild),
    )
}  # fmt: skip


def draw_fault(world: World) -> bool:
    """Give the document one more fault, with a step for it; False where none was found."""
    world.actions.append([])
    world.kinds.append("")
    weights = [weight for weight, _ in FAULTS.values()]
    (name,) = world.luck.choices(list(FAULTS), weights)
    try:
        made = FAULTS[name][1](world)
    except LookupError:
        # The document has nothing of the kind.
        return False
    for action in world.actions[-1]:
        if re.search(r"\[\d+\]", action["target"]):
            action["description"] = WHY
    return made and any(site.step == len(world.actions) for site in world.sites)
