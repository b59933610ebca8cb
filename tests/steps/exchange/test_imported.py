"""What is imported, as it is and as one step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps.learn.trees import FORMS, after, tree_of

from specmend.steps.exchange.imported import Imported
from specmend.steps.proposal import Proposal

FIRST = Proposal(
    title="One",
    actions=({"target": "$.a", "update": 2}, {"target": "$.b", "remove": True}),
    reason="It is wrong.",
)
SECOND = Proposal(title="Two", actions=({"target": "$", "update": {"b": 3}},), reason="It is new.")
JOINED = (*FIRST.actions, *SECOND.actions)
CASES: dict[str, tuple[tuple[Proposal, ...], tuple[Proposal, ...]]] = {
    "nothing stays nothing": ((), ()),
    "one step gets the title": (
        (FIRST,),
        (Proposal(title="All", actions=FIRST.actions, reason="It is wrong."),),
    ),
    "several are one, in order, with the reason of the first": (
        (FIRST, SECOND),
        (Proposal(title="All", actions=JOINED, reason="It is wrong."),),
    ),
    "a first one without reason leaves it open": (
        (Proposal(title="One", actions=FIRST.actions), SECOND),
        (Proposal(title="All", actions=JOINED),),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_several_steps_become_one_and_the_notes_stay(case: str) -> None:
    proposals, expected = CASES[case]
    imported = Imported(proposals=proposals, notes=("a part was left out",))
    joined = imported.together("All")
    assert joined == Imported(proposals=expected, notes=("a part was left out",))
    assert imported.proposals == proposals


@pytest.mark.parametrize("form", FORMS)
def test_the_one_step_makes_what_the_several_made(form: str) -> None:
    tree = tree_of("{a: 1, b: 2, c: 3}", form)
    imported = Imported(proposals=(FIRST, SECOND))
    assert after(tree, imported.together("All").proposals) == {"a": 2, "c": 3, "b": 3}
    assert after(tree, imported.proposals) == {"a": 2, "c": 3, "b": 3}


updates = st.dictionaries(st.sampled_from("abc"), st.integers(), min_size=1)


@given(st.lists(updates, max_size=5))
def test_joining_keeps_every_action_in_order(values: list[dict[str, int]]) -> None:
    proposals = tuple(
        Proposal(title=str(number), actions=({"target": "$", "update": update},))
        for number, update in enumerate(values)
    )
    imported = Imported(proposals=proposals)
    joined = imported.together("All")
    assert len(joined.proposals) == min(len(values), 1)
    assert after({}, joined.proposals) == after({}, proposals)
