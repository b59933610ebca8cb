"""A list that is set as a whole, or of which a member is removed, meets what upstream has now."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import AT, document, judged

from specmend.document.tree.values import MISSING
from specmend.drift.intended import IntendedChange
from specmend.drift.lists import is_decided_by_list
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Match
from specmend.steps.step import Verdict

A, U, C = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT
NARROWED: list[tuple[str, list[Any], list[Any], Any, Verdict]] = [
    # The key, the recorded list, the one that is set, upstream's, and the verdict.
    ("enum", ["text", "image", "link"], ["text"], ["text", "image", "link"], A),
    ("enum", ["text", "image", "link"], ["text"], ["link", "text", "image"], A),
    ("enum", ["text", "image", "link"], ["text"], ["text"], U),
    # Upstream adds a value, narrows the list itself, or both.
    ("enum", ["text", "image", "link"], ["text"], ["text", "image", "link", "video"], C),
    ("enum", ["text", "image", "link"], ["text"], ["video", "text", "image", "link"], C),
    ("enum", ["text", "image", "link"], ["text"], ["text", "image"], C),
    ("enum", ["text", "image", "link"], ["text"], ["text", "video"], C),
    ("enum", ["text", "image", "link"], ["text"], ["video"], C),
    ("type", ["string", "integer", "null"], ["string"], "string", U),
    ("type", ["string", "integer", "null"], ["string"], "boolean", C),
    ("type", ["string", "integer", "null"], ["string"], ["string", "boolean"], C),
    ("anyOf", [{"$ref": "#/a"}, {"$ref": "#/b"}], [{"$ref": "#/a"}],
     [{"$ref": "#/a"}, {"$ref": "#/c"}], C),
    ("servers", [{"url": "a"}, {"url": "b"}], [{"url": "a"}], [{"url": "a"}, {"url": "c"}], C),
]  # fmt: skip


@pytest.mark.parametrize(("key", "before", "after", "now", "verdict"), NARROWED)
def test_a_narrowed_list_lets_nothing_through(
    key: str, before: list[Any], after: list[Any], now: Any, verdict: Verdict
) -> None:
    new = document(key, [])
    new["components"]["schemas"]["A"][key] = now
    edit = {"name": "set-value", "value": after}
    fields = {"target": f"$.components.schemas.A.{key}", "x-edit": edit}
    assert judged(document(key, before), new, fields).verdict is verdict


def compared(after: Any, now: Any, state: ThreeWay, *candidates: Any) -> Comparison:
    address = (*AT, "anyOf", 1)
    change = IntendedChange(kind="value", address=address, to=address, before={}, after=after)
    match = Match(at=address, matched_depth=5, whole=True, candidates=candidates)
    return Comparison(intended=change, state=state, match=match, at=address, now=now)


DECIDED: list[tuple[Comparison, bool]] = [
    (compared(MISSING, {"x": 1}, ThreeWay.DIVERGED), True),
    (compared(MISSING, MISSING, ThreeWay.MISSING), False),
    (compared(MISSING, MISSING, ThreeWay.MISSING, AT), True),
    (compared(MISSING, {}, ThreeWay.UNCHANGED), False),
    (compared({"y": 1}, {"x": 1}, ThreeWay.DIVERGED), False),
    (compared(["a"], ["a", "b"], ThreeWay.DIVERGED), True),
    (compared(["a", "b"], ["a"], ThreeWay.DIVERGED), False),
]


@pytest.mark.parametrize(("comparison", "expected"), DECIDED)
def test_what_a_list_decides(comparison: Comparison, expected: bool) -> None:
    assert is_decided_by_list(comparison) is expected


TEXT, NUMBER, OURS = {"type": "string"}, {"type": "number"}, {"type": "string", "format": "ours"}
BOTH = [TEXT, NUMBER]
INNER = "#/components/schemas/Inner"
INSIDE: list[tuple[str, list[Any], Verdict]] = [
    # The key, upstream's branches now, and the verdict on a step that adds one.
    ("oneOf", BOTH, A),
    ("oneOf", [*BOTH, {"type": "boolean"}], A),
    ("oneOf", [{"oneOf": BOTH}], Verdict.GONE),
    ("oneOf", [{"oneOf": [*BOTH, {}]}, {"type": "null"}], Verdict.GONE),
    ("oneOf", [{"oneOf": [NUMBER]}], Verdict.GONE),
    ("oneOf", [*BOTH, {"oneOf": [{"type": "boolean"}]}], A),
    ("oneOf", [{"$ref": INNER}, {"type": "null"}], Verdict.GONE),
    ("oneOf", [{"type": "null"}, {"allOf": [{"$ref": INNER}]}], Verdict.GONE),
    ("oneOf", [TEXT, {"$ref": INNER}], Verdict.GONE),
    # They are beside it as well: it is not known which of the two lists it is.
    ("oneOf", [*BOTH, {"$ref": INNER}], Verdict.GONE),
    ("oneOf", [*BOTH, {"oneOf": BOTH}], Verdict.GONE),
    ("oneOf", [{"anyOf": BOTH}], A),
    # A branch more is the same inside and outside of any other composition.
    ("anyOf", [{"anyOf": BOTH}], A),
    ("allOf", [{"allOf": BOTH}], A),
]


@pytest.mark.parametrize(("key", "now", "verdict"), INSIDE)
def test_a_list_that_went_into_a_branch_of_its_own(
    key: str, now: list[Any], verdict: Verdict
) -> None:
    new = document(key, [])
    new["components"]["schemas"]["A"][key] = now
    new["components"]["schemas"]["Inner"] = {key: BOTH}
    fields = {"target": f"$.components.schemas.A.{key}", "update": [OURS]}
    found = judged(document(key, BOTH), new, fields)
    assert found.verdict is verdict, found.message


FIRST, SECOND = {"type": "number"}, {"type": "boolean", "title": "B"}
NOW: list[tuple[list[Any], Verdict]] = [
    # What became of two branches, of which the second one was to be removed.
    ([FIRST, SECOND], A),
    ([{"type": "null"}, FIRST, SECOND], Verdict.MOVED),
    ([{"type": "string"}, {"anyOf": [FIRST, SECOND]}, {"type": "boolean"}], Verdict.GONE),
    ([FIRST], U),
]


@pytest.mark.parametrize(("now", "verdict"), NOW)
def test_a_branch_that_went_into_a_branch_is_not_one_beside_it(
    now: list[Any], verdict: Verdict
) -> None:
    fields = {"target": "$.components.schemas.A.anyOf[1]", "remove": True}
    found = judged(document("anyOf", [FIRST, SECOND]), document("anyOf", now), fields)
    assert found.verdict is verdict, found.message
