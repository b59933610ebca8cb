"""The commands that would mend the faults of a document: steps that can be pasted into a shell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Final

from specmend.document.openapi.components import COMPONENTS, SCHEMAS
from specmend.document.openapi.operation_names import OperationName, named_operations
from specmend.document.openapi.reach import Reaching
from specmend.document.openapi.references import address_of
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.values import Tree, get
from specmend.errors import Problem
from specmend.generate.source import Source
from specmend.steps.command import new_step_command, quoted
from specmend.steps.leave_out import leave_out
from specmend.steps.place_query import place_query

_LIKE: Final = 0.8
"""From which likeness on two names may be one name with a slip (0 to 1, as difflib has it)."""

_MOST: Final = 8
"""How many operations a proposed command names; `build --skip-failing` is there for more."""


def removal(source: Source, address: Address, title: str, reason: str) -> str:
    """The command for a step that removes a place."""
    target = place_query(source.tree, address)
    return new_step_command(source.api, title, target, {"remove": True}, reason)


def update(source: Source, address: Address, value: Any, title: str, reason: str) -> str:
    """The command for a step that gives a place another value."""
    target = place_query(source.tree, address)
    return new_step_command(source.api, title, target, {"update": value}, reason)


def step_for_reference(source: Source, reference: str) -> str:
    """The command that gives a lost reference to a component a place; empty for any other.

    That is a component of nearly the same name or, for a schema, one that takes any value.
    """
    address = address_of(reference) if reference.startswith("#/") else ()
    kind, name = address[:-1], str(next(reversed(address), ""))
    if kind[:1] != (COMPONENTS,) or len(kind) != len(SCHEMAS):
        return ""
    known = get(source.tree, kind)
    near = get_close_matches(name, known if isinstance(known, dict) else (), n=1, cutoff=_LIKE)
    reason = f"The document refers to {name}, and does not have it."
    if near:
        to = "#" + format_pointer((*kind, near[0]))
        edit = {"name": "retarget-references", "from": reference, "to": to}
        title = f"Refer to {near[0]} instead of {name}"
        return new_step_command(source.api, title, "$", {"x-edit": edit}, reason)
    if kind != SCHEMAS:
        return ""
    schema: Tree = {SCHEMAS[0]: {SCHEMAS[1]: {name: {}}}}
    title = f"Add the schema {name}, which takes any value"
    return new_step_command(source.api, title, "$", {"update": schema}, reason)


def with_steps(source: Source, problems: Sequence[Problem]) -> list[Problem]:
    """The problems, of which each that has no step of its own gets one for all of its cause.

    That step leaves out the operations that they reach; none is proposed that leaves out all.
    """
    reaching = Reaching(source.tree)
    open_: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        if not problem.step and problem.address is not None:
            open_.setdefault(problem.kind, []).append(problem)
    steps = {key: _leaving_out(source, reaching, group) for key, group in open_.items()}
    return [
        problem if problem.step else replace(problem, step=steps.get(problem.kind, ""))
        for problem in problems
    ]


def _leaving_out(source: Source, reaching: Reaching, problems: Sequence[Problem]) -> str:
    """The command that leaves out the operations that problems reach; empty for all of them."""
    addresses = [problem.address for problem in problems if problem.address is not None]
    if any(reaching.of(address).is_everything for address in addresses):
        return ""
    names = reaching.tainted_operations(addresses)
    if not names or not _leaves_some(source, names):
        return ""
    if len(names) > _MOST:
        return f"specmend build {quoted(source.api)} --skip-failing"
    title = f"Leave out {names[0]}" if len(names) == 1 else f"Leave out {len(names)} operations"
    edit = {"x-edit": leave_out(source.tree, names)}
    reason = f"The document has a fault: {problems[0].message}."
    return new_step_command(source.api, title, "$", edit, reason)


def _leaves_some(source: Source, names: Iterable[OperationName]) -> bool:
    chosen = set(names)
    return any(
        name not in chosen and OperationName(name.path) not in chosen
        for name in named_operations(source.tree)
    )
