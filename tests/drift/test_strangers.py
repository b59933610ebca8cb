"""The last word on a judgment: an action that would mend strangers asks a person."""

from __future__ import annotations

import dataclasses

import pytest
from tests.drift.contexts import Fields, Move, context, update

from specmend.drift.judgment import Judgment
from specmend.drift.strangers import without_strangers
from specmend.drift.value_actions import judge_value_action
from specmend.steps.step import Verdict

LIMIT = ("paths", "/pets", "get", "parameters")
PAGE = {"name": "page", "in": "query", "schema": {"type": "integer"}}
FIRST = update("$.paths['/pets'].get.parameters[0].schema.type", "string")
QUERY = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
BEFORE: Move = ("set", LIMIT, [PAGE, QUERY])
OTHER: Move = ("set", LIMIT, [PAGE])
A, M, C, G = Verdict.APPLIES, Verdict.MOVED, Verdict.CONFLICT, Verdict.GONE

CASES: list[tuple[Fields, list[Move], Verdict, Verdict]] = [
    # The action, what upstream did, the verdict that was found, and the last one.
    (FIRST, [], A, A),
    (FIRST, [BEFORE], G, G),
    (FIRST, [BEFORE], A, M),
    (FIRST, [OTHER], A, C),
    (update("$.paths[*].get.parameters[0]", {"description": "x"}), [BEFORE], A, C),
    (update("$.paths[*].get.parameters[0]", {"description": "x"}), [], A, A),
]


@pytest.mark.parametrize(("fields", "moves", "verdict", "last"), CASES)
def test_the_last_verdict(
    fields: Fields, moves: list[Move], verdict: Verdict, last: Verdict
) -> None:
    one = context(fields, *moves)
    judged = Judgment(verdict=verdict, message="so", tree={"made": True})
    found = without_strangers(one, judged)
    assert found.verdict is last
    assert (found is judged) is (verdict is last)
    if last is C:
        assert found.tree is one.new


def test_a_member_with_another_number_is_named_and_shown() -> None:
    one = context(FIRST, BEFORE)
    judged = Judgment(verdict=A, message="so", tree={"made": True})
    found = without_strangers(one, judged)
    targets = [action.target for action in found.remaining]
    assert targets == [
        "$.paths['/pets'].get.parameters[?@.name == 'limit' && @.in == 'query'].schema.type"
    ]
    assert found.moved_to == (*LIMIT, 1, "schema", "type")
    assert found.evidence == "member 0 of $.paths['/pets'].get.parameters is member 1 now"


def test_what_is_partly_done_keeps_what_remains() -> None:
    one = context(FIRST, BEFORE)
    rest = (dataclasses.replace(one.action, target="$.x"),)
    judged = Judgment(verdict=A, message="so", tree={"made": True}, remaining=rest)
    assert without_strangers(one, judged) is judged


def test_the_places_of_a_rule_are_named_beside_what_joined_it() -> None:
    cat = ("set", ("components", "schemas", "Cat"), {"type": "object"})
    one = context(update("$.components.schemas[*]", {"title": "T"}), cat)
    found = without_strangers(one, judge_value_action(one))
    assert found.message == (
        "the rule would also change what joined it: $.components.schemas.Cat; with theirs the rule"
        " stays at $.components.schemas.Pet, $.components.schemas.Error alone"
    )
    assert found.kept == ("$.components.schemas.Pet", "$.components.schemas.Error")
