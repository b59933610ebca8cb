"""Small documents that their owner moved: one reason is one step, and finds its member again."""

from __future__ import annotations

import pytest
from tests.drift.test_counted import made
from tests.real import SHARED

from specmend.document.text.document import read_document
from specmend.document.tree.values import Tree, get
from specmend.drift.judge import judge_trees
from specmend.steps.learn.propose import learn
from specmend.steps.proposal import Proposal, as_action
from specmend.steps.step import Step, Verdict

MOVES = SHARED / "cases" / "moves"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not MOVES.is_dir(), reason="the small documents are absent"),
]


def tree(name: str) -> Tree:
    path = MOVES / f"{name}.yaml"
    return read_document(path.read_bytes(), path.name).tree


def learnt(old: str, new: str) -> tuple[Proposal, ...]:
    return learn(tree(old), tree(new))


def after_update(old: str, edited: str, new: str) -> tuple[list[Verdict], Tree]:
    """The verdicts of what was learnt, and the document that an update makes of the new one."""
    path = MOVES / f"{old}.yaml"
    source = read_document(path.read_bytes(), path.name)
    ((fields,),) = (proposal.actions for proposal in learnt(old, edited))
    step = Step(number=1, title="S", reason="R", actions=(as_action(fields),), source=source)
    (judged,) = judge_trees(source.tree, tree(new), [step])
    return [action.verdict for action in judged.actions], made(tree(new), judged.actions[0])


def test_a_branch_is_mended_where_it_went() -> None:
    verdicts, result = after_update("v1", "v2", "v3")
    assert verdicts == [Verdict.APPLIES]
    assert get(result, ("components", "schemas", "A", "anyOf")) == [
        {"type": "string"},
        {"type": "object"},
        {"type": "array", "items": {"type": "string"}},
    ]


def test_unrelated_changes_are_three_steps() -> None:
    titles = [proposal.title for proposal in learnt("g1", "g2")]
    assert titles == ["Make a component of schema Problem", "Change schema B", "Change schema C"]


def test_one_member_of_many_lists_is_one_rule() -> None:
    (proposal,) = learnt("q1", "q2")
    assert [action["target"] for action in proposal.actions] == [
        "$.components.schemas[*].required[?@ == 'seen']"
    ]
    verdicts, result = after_update("q1", "q2", "q3")
    assert verdicts == [Verdict.APPLIES]
    assert [schema["required"] for schema in result["components"]["schemas"].values()] == [
        ["id", "more"]
    ] * 4
