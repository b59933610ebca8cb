"""Which places of a rule its target reaches on the new document, and which it passes over."""

from __future__ import annotations

import pytest
from tests.drift.contexts import ID, KIND, PET, Fields, edit, moved, update

from specmend.document.tree.values import replace
from specmend.drift.action_context import ActionContext
from specmend.drift.reach import passed_over, selected
from specmend.drift.value_actions import judge_value_action
from specmend.steps.apply_action import apply_action
from specmend.steps.proposal import as_action
from specmend.steps.step import Verdict

TEXT: Fields = {"type": "string", "maxLength": 9}
NULLED: Fields = {"type": "null"}
LENGTHS = {"target": "$.components.schemas.Pet.properties[*].maxLength", "remove": True}
TYPES = edit("$.components.schemas.Pet.properties[?@.type=='string'].type", "set-value", value="x")
NO_TYPES = {"target": "$.components.schemas.Pet.properties[?@.type=='string'].type", "remove": True}
EVERY = update("$.components.schemas.Pet.properties[*]", {"x-a": 1})
BORN = (*PET, "properties", "born")
PASSED_OVER: list[tuple[Fields, Fields, Verdict]] = [
    # A rule, what one of its two places is now, the verdict.
    (LENGTHS, TEXT, Verdict.APPLIES),
    (LENGTHS, {"type": "string"}, Verdict.APPLIES),
    (LENGTHS, {"type": "array", "items": TEXT}, Verdict.MOVED),
    (LENGTHS, {"anyOf": [TEXT, NULLED]}, Verdict.MOVED),
    (LENGTHS, {"anyOf": [TEXT, {**TEXT, "title": "x"}]}, Verdict.GONE),
    (TYPES, {"type": "integer"}, Verdict.APPLIES),
    (TYPES, {"type": "x"}, Verdict.APPLIES),
    (TYPES, {"type": ["string"]}, Verdict.CONFLICT),
    (TYPES, {"type": ["string", "null"]}, Verdict.CONFLICT),
    (TYPES, {"anyOf": [TEXT, NULLED]}, Verdict.MOVED),
    (NO_TYPES, {"type": "integer"}, Verdict.APPLIES),
    (NO_TYPES, {"maxLength": 9}, Verdict.APPLIES),
    (NO_TYPES, {"type": ["string"]}, Verdict.CONFLICT),
    (NO_TYPES, {"type": ["string", "null"]}, Verdict.CONFLICT),
    (EVERY, {"anyOf": [TEXT, NULLED]}, Verdict.APPLIES),
    (EVERY, {"type": "array", "items": TEXT}, Verdict.GONE),
    (EVERY, {"anyOf": [TEXT, {"type": "integer"}]}, Verdict.GONE),
]


@pytest.mark.parametrize(("fields", "now", "expected"), PASSED_OVER)
def test_a_rule_passes_over_no_place_whose_fault_is_there(
    fields: Fields, now: Fields, expected: Verdict
) -> None:
    found = judge_value_action(between(fields, now))
    assert found.verdict is expected, found.message


REACHED: list[tuple[Fields, Fields, int, int]] = [
    # A rule, what one of its two places is now, how many places it selects, and passes over.
    (LENGTHS, TEXT, 2, 0),
    (LENGTHS, {"type": "string"}, 1, 0),
    (LENGTHS, {"anyOf": [TEXT, {**TEXT, "title": "x"}]}, 1, 1),
    (TYPES, {"type": ["string"]}, 1, 1),
    (EVERY, {"type": "array", "items": TEXT}, 2, 1),
]


@pytest.mark.parametrize(("fields", "now", "reached", "passed"), REACHED)
def test_the_places_that_a_rule_reaches(
    fields: Fields, now: Fields, reached: int, passed: int
) -> None:
    one = between(fields, now)
    assert len(selected(one, one.comparisons)) == reached
    assert len(passed_over(one, one.comparisons)) == passed


def between(fields: Fields, now: Fields) -> ActionContext:
    """A rule over two places of which one became another schema."""
    old = moved(("set", ID, TEXT), ("set", KIND, TEXT), ("remove", BORN))
    action = as_action(fields)
    return ActionContext(
        step=1,
        action=action,
        old=old,
        new=replace(old, KIND, now),
        result=apply_action(old, action),
    )
