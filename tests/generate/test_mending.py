"""The commands that would mend faults: one for each cause, and none where there is none."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.errors import Problem
from specmend.generate.mending import step_for_reference, with_steps
from specmend.generate.source import Source

LOST: Any = {"paths": {"/a": {"get": {"$ref": "#/components/schemas/A"}}}}

REFERENCES = [
    ("other.yaml#/A", ""),
    ("#/definitions/A", ""),
    ("#/components/parameters/P", ""),
    ("#/components/schemas/A/properties/b", ""),
    ("#A", ""),
]


@pytest.mark.parametrize(("reference", "step"), REFERENCES)
def test_a_reference_that_cannot_be_given_a_place_has_no_step_of_its_own(
    reference: str, step: str
) -> None:
    assert step_for_reference(Source(tree=LOST), reference) == step


def test_no_step_leaves_out_every_operation() -> None:
    tree = {"paths": {"/a": {"get": 5}}}
    source = Source(tree=tree)
    problem = source.problem(("paths", "/a", "get"), "it is wrong")
    assert with_steps(source, [problem]) == [problem]


def test_many_operations_are_left_out_by_a_build() -> None:
    tree: Any = {"paths": {f"/{number}": {"get": {}} for number in range(12)}}
    source = Source(tree=tree, api="pets")
    wrong = [source.problem(("paths", f"/{n}", "get"), "m", cause="c") for n in range(9)]
    few, many = (with_steps(source, wrong[:count]) for count in (8, 9))
    assert {problem.step for problem in many} == {"specmend build pets --skip-failing"}
    assert len({problem.step for problem in few}) == 1
    assert "Leave out 8 operations" in few[0].step


def test_faults_of_one_cause_have_one_step_and_others_keep_theirs() -> None:
    tree: Any = {"paths": {f"/{n}": {"get": {}} for n in "abcd"}}
    source = Source(tree=tree, api="pets")
    one, two, other = (source.problem(("paths", f"/{n}", "get"), n, cause="c") for n in "abc")
    own = source.problem(("paths", "/c", "get"), "m", cause="c", step="specmend drop pets 1")
    elsewhere = Problem(message="m")
    made = with_steps(source, [one, two, own, elsewhere])
    assert '"operations": ["GET /a", "GET /b"]' in made[0].step
    assert [problem.step for problem in made[1:]] == [made[0].step, own.step, ""]
    assert with_steps(source, [other])[0].step != made[0].step
