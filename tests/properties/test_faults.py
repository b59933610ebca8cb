"""Laws of faults: any damage is told as faults, and one step leaves out all that they reach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.document.openapi.test_reach import TREE
from tests.project.failing import failing

from specmend.document.openapi.operation_names import OperationName, named_operations
from specmend.document.openapi.reach import Reaching
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import replace
from specmend.errors import Problem, RepositoryError
from specmend.generate.mending import with_steps
from specmend.generate.pipeline import check_document
from specmend.generate.plan import PackagePlan
from specmend.generate.source import Source
from specmend.steps.edits import drop_operations
from specmend.steps.leave_out import leave_out

PLAN = PackagePlan(api="a", package="a", version="1", description="", license="", header="")
JUNK = [
    None,
    5,
    True,
    "x",
    [],
    {},
    [1],
    {"$ref": 5},
    {"$ref": "#"},
    {"$ref": "#/nowhere"},
    {"$ref": "#/components/schemas/Loop"},
    {"$ref": "other.yaml#/A"},
    {"$id": 5, "$anchor": "a", "$ref": "#a"},
]
DOCUMENTS = [TREE, failing()]


def places(tree: Any, address: Address = ()) -> list[Address]:
    """Every place of a document."""
    members: Any = tree.items() if isinstance(tree, dict) else ()
    members = enumerate(tree) if isinstance(tree, list) else members
    below = [place for key, value in members for place in places(value, (*address, key))]
    return [address, *below]


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    tree = draw(st.sampled_from(DOCUMENTS))
    for _ in range(draw(st.integers(1, 3))):
        tree = replace(tree, draw(st.sampled_from(places(tree))), draw(st.sampled_from(JUNK)))
    return tree


def faults(tree: Any) -> tuple[Problem, ...]:
    try:
        check_document(tree, PLAN)
    except RepositoryError as error:
        return error.problems
    return ()


@settings(deadline=None, max_examples=150)
@given(damaged())
def test_after_one_step_nothing_that_is_left_has_a_fault(tree: Any) -> None:
    problems = faults(tree)
    addresses = [problem.address for problem in problems if problem.address is not None]
    assert len(addresses) == len(problems)
    reaching = Reaching(tree)
    reached = [reaching.of(address) for address in addresses]
    assert len(with_steps(Source(tree=tree), problems)) == len(problems)
    if not problems or any(reach.is_everything for reach in reached):
        return
    assert all(reach.operations for reach in reached)
    fields = leave_out(tree, reaching.tainted_operations(addresses))
    del fields["name"]
    names = [name for name in named_operations(tree) if not is_left_out(name, fields)]
    if names:
        left = drop_operations.EDIT.apply(tree, ((),), fields).tree
        assert list(named_operations(left)) == names
        assert faults(left) == ()


def is_left_out(name: OperationName, fields: dict[str, Any]) -> bool:
    return name.path in fields.get("paths", ()) or str(name) in fields.get("operations", ())


@pytest.mark.parametrize("tree", DOCUMENTS, ids=["units", "failing"])
def test_the_documents_that_are_damaged_have_operations_without_a_fault(tree: Any) -> None:
    addresses = [problem.address for problem in faults(tree) if problem.address is not None]
    fields = leave_out(tree, Reaching(tree).tainted_operations(addresses))
    del fields["name"]
    assert drop_operations.EDIT.apply(tree, ((),), fields).tree["paths"]
