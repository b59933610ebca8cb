"""Schemas that a step adds, and upstream has under another name, or nobody refers to any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.openapi.components import SCHEMAS, component_schemas
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift import messages
from specmend.drift.verdicts import ActionVerdict, StepVerdict
from specmend.matching.equivalence import is_equivalent
from specmend.matching.index import leaves_in, referrers
from specmend.steps.step import Verdict

_TELLING: Final = 3
"""From so many leaves on, two schemas that say the same are the same thing."""

_STAYS: Final = frozenset({Verdict.APPLIES, Verdict.MOVED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """The document before and now, as upstream has it and after all steps."""

    old: Tree
    new: Tree
    old_after: Tree
    new_after: Tree


def with_twins(verdicts: Iterable[StepVerdict], sides: Sides) -> tuple[StepVerdict, ...]:
    """The verdicts; those of steps that add a schema say what became of it.

    The step stays: others may refer to its schema, and a client has a class of that name.
    """
    return tuple(
        replace(step, actions=tuple(_told(action, sides) for action in step.actions))
        for step in verdicts
    )


def _told(action: ActionVerdict, sides: Sides) -> ActionVerdict:
    if action.verdict not in _STAYS:
        return action
    words = [word for place in _added(action, sides) for word in _words(place, sides)]
    if not words:
        return action
    return replace(action, message="; ".join(filter(None, [action.message, *words])))


def _added(action: ActionVerdict, sides: Sides) -> Iterator[Address]:
    """The schemas that an action adds to the components."""
    for place in action.places:
        address = place.address
        is_schema = address[:-1] == SCHEMAS and place.recorded is MISSING
        if is_schema and get(sides.new_after, address) is not MISSING:
            yield address


def _words(address: Address, sides: Sides) -> Iterator[str]:
    twins = tuple(_twins(address, sides))
    if twins:
        yield messages.twins(address, twins)
    name = str(address[-1])
    if referrers(sides.old_after, name) and not referrers(sides.new_after, name):
        yield messages.unused(address)


def _twins(address: Address, sides: Sides) -> Iterator[Address]:
    """The schemas that upstream added, and that say the same."""
    ours, known = get(sides.new_after, address), component_schemas(sides.old)
    if len(leaves_in(ours)) < _TELLING:
        return
    for name, schema in component_schemas(sides.new).items():
        is_new = name not in known and name != address[-1]
        if is_new and is_equivalent(ours, schema, sides.new_after, sides.new):
            yield (*SCHEMAS, name)
