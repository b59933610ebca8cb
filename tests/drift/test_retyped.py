"""What an action would add to a schema that describes values of another type by now."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, moved, update

from specmend.document.text.document import parse_document
from specmend.document.tree.values import MISSING
from specmend.drift.intended import IntendedChange
from specmend.drift.judge import judge_trees
from specmend.drift.retyped import has_another_type
from specmend.drift.verdicts import ActionVerdict
from specmend.matching.locator import Locator
from specmend.steps.proposal import as_action
from specmend.steps.step import Step, Verdict

TARGET = "$.components.schemas.Pet.properties.id"
LIST = {"type": "array", "items": {"type": "boolean"}}
TABLE: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any], Verdict]] = [
    # What the schema was, what the action adds, what the schema is now, the verdict.
    ({"type": "integer"}, {"maximum": 9}, {"type": "integer", "title": "Id"}, Verdict.APPLIES),
    ({"type": "integer"}, {"maximum": 9}, {"type": "number"}, Verdict.APPLIES),
    ({"type": "integer"}, {"maximum": 9}, {"type": ["integer", "null"]}, Verdict.APPLIES),
    ({"type": "integer"}, {"maximum": 9}, {"type": ["string", "number"]}, Verdict.APPLIES),
    ({"type": "integer"}, {"maximum": 9}, {}, Verdict.APPLIES),
    ({}, {"maximum": 9}, {"type": "string"}, Verdict.APPLIES),
    ({"type": "integer"}, {"maximum": 9}, {"type": "string"}, Verdict.CONFLICT),
    ({"type": "integer"}, {"maximum": 9}, LIST, Verdict.CONFLICT),
    ({"type": "string"}, {"enum": ["a"]}, LIST, Verdict.CONFLICT),
    ({"type": "string"}, {"default": "a"}, LIST, Verdict.CONFLICT),
    ({"type": "object"}, {"required": ["a"]}, LIST, Verdict.CONFLICT),
    ({"type": "integer"}, {"deprecated": True}, LIST, Verdict.APPLIES),
    ({"type": "integer"}, {"x-go-name": "ID"}, LIST, Verdict.APPLIES),
    ({"type": "integer"}, {"description": "A number."}, LIST, Verdict.APPLIES),
]


@pytest.mark.parametrize(("was", "added", "now", "expected"), TABLE)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.1", "3.2.0"])
def test_what_is_for_another_type_is_in_conflict(
    was: Any, added: Any, now: Any, expected: Verdict, version: str
) -> None:
    old = moved(("set", ID, was), ("set", ("openapi",), version))
    new = moved(("set", ID, now), tree=old)
    found = judged(old, new, added)
    assert found.verdict is expected, found.message


def test_the_words_name_the_place() -> None:
    found = judged(moved(), moved(("set", ID, LIST)), {"maximum": 9})
    place = "$.components.schemas.Pet.properties.id.maximum"
    assert found.message == f"{place}: 9 was for another type than the schema has now"


def test_only_an_addition_to_a_schema_is_for_a_type() -> None:
    old, new = moved(), moved(("set", ID, LIST))
    locator = Locator(old, new)
    intended: dict[str, Any] = {"kind": "value", "before": MISSING, "after": 9}
    for key, expected in (("maximum", True), ("x-a", False), ("title", False)):
        place = (*ID, key)
        change = IntendedChange(address=place, to=place, **intended)
        assert has_another_type(locator, change, place) is expected
    place = ("info", "maximum")
    change = IntendedChange(address=place, to=place, **intended)
    assert not has_another_type(locator, change, place)


def judged(old: Any, new: Any, added: dict[str, Any]) -> ActionVerdict:
    """The verdict of an action that adds something to a property."""
    source = parse_document("{}", "step.yaml")
    action = as_action(update(TARGET, added))
    step = Step(number=1, title="S", reason="R", source=source, actions=(action,))
    (verdict,) = judge_trees(old, new, [step])
    return verdict.actions[0]
