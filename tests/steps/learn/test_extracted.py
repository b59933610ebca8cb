"""A schema that was written out, and is a component now: one step of the edit for that."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.learn.trees import after

from specmend.document.tree.values import Tree, same
from specmend.steps.learn.extracted import extracted_schemas
from specmend.steps.learn.propose import learn

PROBLEM: Tree = {"type": "object", "properties": {"code": {"type": "string"}}}
TO: Tree = {"$ref": "#/components/schemas/Problem"}


def document(first: Tree, second: Tree, **schemas: Tree) -> Tree:
    holders = {"A": {"properties": {"error": first}}, "B": {"properties": {"error": second}}}
    return {"openapi": "3.1.0", "components": {"schemas": {**holders, **schemas}}}


CASES: dict[str, tuple[Tree, Tree, list[list[str]]]] = {
    "nothing changed": (document(PROBLEM, {}), document(PROBLEM, {}), []),
    "one place": (
        document(PROBLEM, {}),
        document(TO, {}, Problem=PROBLEM),
        [["$.components.schemas.A.properties.error"]],
    ),
    "two places": (
        document(PROBLEM, PROBLEM),
        document(TO, TO, Problem=PROBLEM),
        [[f"$.components.schemas.{name}.properties.error" for name in "AB"]],
    ),
    "a component that says something else": (
        document({"type": "string"}, {}),
        document(TO, {}, Problem=PROBLEM),
        [],
    ),
    "a component that was there": (
        document(PROBLEM, {}, Problem=PROBLEM),
        document(TO, {}, Problem=PROBLEM),
        [],
    ),
    "a reference with something beside it": (
        document(PROBLEM, {}),
        document({**TO, "description": "d"}, {}, Problem=PROBLEM),
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_schema_that_became_a_component(case: str) -> None:
    old, new, expected = CASES[case]
    found = [[one["target"] for one in step.actions] for step in extracted_schemas(old, new)]
    assert found == expected
    assert same(after(old, learn(old, new)), new)


def test_unrelated_changes_stay_apart() -> None:
    def composed(name: str, *, is_edited: bool) -> Any:
        own = {"properties": {name: {"type": "string"}}}
        base = {"$ref": "#/components/schemas/Base"}
        if is_edited:
            return {"allOf": [base, {"type": "object", **own}]}
        return {"type": "object", "allOf": [base], **own}

    old = document(
        PROBLEM, {}, Base={}, C=composed("c", is_edited=False), D=composed("d", is_edited=False)
    )
    new = document(
        TO,
        {},
        Base={},
        C=composed("c", is_edited=True),
        D=composed("d", is_edited=True),
        Problem=PROBLEM,
    )
    titles = [step.title for step in learn(old, new)]
    assert titles == ["Make a component of schema Problem", "Change schema C", "Change schema D"]
