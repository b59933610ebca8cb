"""Members of lists without names, of which upstream changes most, just as a step does."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import AT, document, judged
from tests.drift.trials import as_json

from specmend.drift.judge import judge_trees
from specmend.steps.proposal import Fields, as_action
from specmend.steps.step import Step, Verdict

APPLIES, UPSTREAM = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM
GONE, MOVED = Verdict.GONE, Verdict.MOVED

TEXT, NUMBER, INTEGER = {"type": "string"}, {"type": "number"}, {"type": "integer"}
LONG = {"type": "string", "maxLength": 9}
TYPES: Fields = {"target": "$..[?@.type=='string'].type", "remove": True}
NUMBERS: Fields = {"target": "$..[?@.type=='string']", "update": {"type": "number"}}
FIRST: Fields = {"target": "$.components.schemas.A.anyOf[0].type", "remove": True}
ONE: Fields = {"target": "$.components.schemas.A.anyOf[0]", "remove": True}
SHORT: Fields = {"target": "$..[?@.maxLength==9].maxLength", "remove": True}

CASES: list[tuple[Fields, list[Any], list[Any], Verdict]] = [
    # A step, the branches that it is recorded on, those of upstream now, and the verdict.
    (TYPES, [TEXT, INTEGER, LONG], [TEXT, INTEGER, LONG], APPLIES),
    (TYPES, [TEXT, INTEGER, LONG], [{}, INTEGER, {"maxLength": 9}], UPSTREAM),
    (TYPES, [TEXT, INTEGER, LONG], [{"maxLength": 9}, {}, INTEGER], UPSTREAM),
    (NUMBERS, [TEXT, INTEGER, TEXT], [NUMBER, INTEGER, NUMBER], UPSTREAM),
    (NUMBERS, [LONG, TEXT], [{**NUMBER, "maxLength": 9}, {"type": ["number"]}], UPSTREAM),
    # A composition in a composition: the outermost list tells.
    (TYPES, [INTEGER, {"allOf": [TEXT, TEXT]}], [INTEGER, {"allOf": [{}, {}]}], UPSTREAM),
    # A stranger joined as well, or another member went: nothing says the fault any more.
    (TYPES, [TEXT, TEXT], [{}, {}, INTEGER], UPSTREAM),
    (TYPES, [TEXT, INTEGER], [{}], UPSTREAM),
    # One of two is mended; nothing is made twice.
    (TYPES, [TEXT, LONG], [TEXT, {"maxLength": 9}], APPLIES),
    # The new member is what the step makes of the old one, and so is the old one with more.
    (FIRST, [NUMBER, TEXT], [{}, {**NUMBER, "minimum": 2}, TEXT], GONE),
    (FIRST, [NUMBER, TEXT], [{}, NUMBER, TEXT], MOVED),
    (FIRST, [NUMBER, TEXT], [{**NUMBER, "minimum": 2}, TEXT], APPLIES),
    (FIRST, [NUMBER, TEXT], [{}, TEXT], UPSTREAM),
    # One of two that say the same is taken out.
    (ONE, [TEXT, TEXT, INTEGER], [TEXT, TEXT, INTEGER], APPLIES),
    (ONE, [TEXT, TEXT, INTEGER], [INTEGER, TEXT], UPSTREAM),
    (ONE, [TEXT, TEXT, INTEGER], [INTEGER], UPSTREAM),
    (ONE, [TEXT, TEXT, INTEGER], [NUMBER, TEXT, INTEGER], GONE),
    # The fault went into a branch of what has its place.
    (SHORT, [LONG, INTEGER], [TEXT, INTEGER], UPSTREAM),
    (SHORT, [LONG, INTEGER], [{"allOf": [LONG]}, INTEGER], MOVED),
    # The rule takes it in where it is now.
    (TYPES, [TEXT, TEXT], [{}, {"type": "array", "items": TEXT}], APPLIES),
]


@pytest.mark.parametrize(("fields", "before", "now", "verdict"), CASES)
@pytest.mark.parametrize("key", ["anyOf", "oneOf", "allOf"])
def test_a_list_that_is_as_the_step_makes_it_is_mended(
    key: str, fields: Fields, before: list[Any], now: list[Any], verdict: Verdict
) -> None:
    given = {**fields, "target": fields["target"].replace("anyOf", key)}
    old, new = document(key, before), document(key, [])
    new["components"]["schemas"][AT[-1]][key] = now
    found = judged(old, new, given)
    assert found.verdict is verdict, found.message


LATER: list[tuple[list[Any], Verdict]] = [
    # The list that upstream has, of which one step takes a branch out and another adds one.
    ([TEXT, INTEGER], APPLIES),
    ([INTEGER], UPSTREAM),
    ([INTEGER, LONG], UPSTREAM),
    ([LONG, INTEGER], UPSTREAM),
    ([TEXT, INTEGER, LONG], APPLIES),
]


@pytest.mark.parametrize(("now", "verdict"), LATER)
def test_a_list_that_is_as_a_later_step_leaves_it(now: list[Any], verdict: Verdict) -> None:
    old, new = document("oneOf", [TEXT, INTEGER]), document("oneOf", now)
    target = "$.components.schemas.A.oneOf"
    first = step(1, {"target": f"{target}[0]", "remove": True})
    second = step(2, {"target": target, "update": [LONG]})
    found = judge_trees(old, new, [first, second])[0].actions[0]
    assert found.verdict is verdict, found.message


def step(number: int, fields: Fields) -> Step:
    action = as_action(fields)
    return Step(number=number, title="S", reason="R", source=as_json({}), actions=(action,))
