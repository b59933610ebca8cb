"""The messages of verdicts: what a person reads beside each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.drift.contexts import ID, KIND, PET, Fields, Move, context, edit, update

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING
from specmend.drift import messages
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.errors import ActionFailed
from specmend.matching.locator import Match
from specmend.steps.step import Expectation

A: Address = ("a",)
B: Address = ("b",)


def comparison(
    state: ThreeWay, at: Address | None = A, *, now: Any = 2, after: Any = 3, partial: bool = False
) -> Comparison:
    """The comparison of a value that was 1 and shall be 3."""
    change = IntendedChange(kind="value", address=A, to=A, before=1, after=after)
    match = Match(at=at or (), matched_depth=0, whole=at is not None, evidence=("it is said",))
    return Comparison(intended=change, state=state, match=match, at=at, now=now, is_partial=partial)


UNCHANGED = comparison(ThreeWay.UNCHANGED)
DONE = comparison(ThreeWay.ALREADY_APPLIED)
DONE_TOO = comparison(ThreeWay.ALREADY_APPLIED, B)
PARTIAL = comparison(ThreeWay.UNCHANGED, B, partial=True)
REMOVED = comparison(ThreeWay.ALREADY_APPLIED, None, now=MISSING, after=MISSING)
LEFT_OUT = comparison(ThreeWay.ALREADY_APPLIED, A, now=MISSING)

ALREADY: list[tuple[list[Comparison], bool, str]] = [
    ([DONE], False, "upstream already says this: $.a"),
    ([DONE, DONE_TOO], False, "upstream already says this: $.a and 1 more"),
    ([DONE, REMOVED], True, "upstream already says this: $.a; removed: $.a"),
    (
        [DONE, *[REMOVED] * 5],
        True,
        "upstream already says this: $.a; removed: $.a, $.a, $.a and 2 more",
    ),
    ([REMOVED], False, "upstream already removed it"),
    ([LEFT_OUT], False, "upstream leaves it out, which means the same"),
]


@pytest.mark.parametrize(("comparisons", "lists_missing", "message"), ALREADY)
def test_already_upstream(comparisons: list[Comparison], lists_missing: bool, message: str) -> None:
    assert messages.already_upstream(comparisons, lists_missing=lists_missing) == message


PARTS: list[tuple[list[Comparison], str]] = [
    ([UNCHANGED], ""),
    ([UNCHANGED, REMOVED], ""),
    ([UNCHANGED, REMOVED], ""),
    ([UNCHANGED, DONE], "; upstream already has a part: $.a"),
    ([PARTIAL, DONE], "; upstream already has a part: $.b, $.a"),
]


@pytest.mark.parametrize(("comparisons", "message"), PARTS)
def test_the_parts_that_upstream_has(comparisons: list[Comparison], message: str) -> None:
    assert messages.applied_parts(comparisons) == message


FORMATS = edit("$..[?@.type == 'integer'].type", "set-value", value="number")
APPLIES: list[tuple[Fields, list[Move], list[Comparison], str]] = [
    (update("$.openapi", "3.1.0"), [], [UNCHANGED], ""),
    (update("$.openapi", "3.1.0"), [], [DONE, UNCHANGED], "upstream already has a part: $.a"),
    (
        FORMATS,
        [("set", (*KIND, "type"), "integer")],
        [],
        "joined: $.components.schemas.Pet.properties.kind.type",
    ),
    (FORMATS, [("remove", ID)], [], "left: $.components.schemas.Pet.properties.id.type"),
]


@pytest.mark.parametrize(("fields", "moves", "comparisons", "message"), APPLIES)
def test_applies(
    fields: Fields, moves: list[Move], comparisons: Sequence[Comparison], message: str
) -> None:
    assert messages.applies(context(fields, *moves), comparisons) == message


def test_a_conflict_has_the_three_values() -> None:
    diverged = comparison(ThreeWay.DIVERGED, now="x" * 100)
    shown = '"' + "x" * 78 + "…"
    assert messages.conflict(diverged) == f"$.a: recorded 1, upstream now {shown}, ours 3"
    removed = comparison(ThreeWay.DIVERGED, None, now=MISSING, after=MISSING)
    assert messages.conflict(removed) == "$.a: recorded 1, upstream now absent, ours absent"


def test_a_conflict_of_a_name_says_which_is_taken() -> None:
    change = IntendedChange(
        kind="name", address=("a", "Pet"), to=("a", "Animal"), before={}, after={}
    )
    match = Match(at=A, matched_depth=1, whole=True)
    taken = Comparison(intended=change, state=ThreeWay.DIVERGED, match=match)
    assert messages.conflict(taken) == "Pet was to become Animal, which is taken by something else"


GONE: list[tuple[list[Address], str]] = [
    ([], "$.a is gone"),
    ([B], "$.a is gone; it may be $.b, but the evidence is weak"),
    ([B, ("c",)], "$.a is gone; it may be $.b, $.c, which cannot be told apart"),
]


@pytest.mark.parametrize(("candidates", "message"), GONE)
def test_gone(candidates: list[Address], message: str) -> None:
    assert messages.gone(comparison(ThreeWay.MISSING, None), candidates) == message


TYPED = update("$.components.schemas.Pet.properties[?@.format == 'date']", {"title": "Day"})
BORN: Address = (*PET, "properties", "born")
UNSELECTED: list[tuple[list[Move], str]] = [
    (
        [("remove", (*BORN, "format"))],
        "$.components.schemas.Pet.properties.born does not fit the target any more",
    ),
    (
        [("remove", PET)],
        f"the target {TYPED['target']} selects nothing any more",
    ),
]


@pytest.mark.parametrize(("moves", "message"), UNSELECTED)
def test_unselected(moves: list[Move], message: str) -> None:
    assert messages.unselected(context(TYPED, *moves)) == message


OTHERS: list[tuple[str, str]] = [
    (messages.path(None), "nowhere"),
    (messages.path(A), "$.a"),
    (messages.moved(UNCHANGED), "it is now $.a: it is said"),
    (messages.moved_to(None, "it is said"), "it is now nowhere: it is said"),
    (messages.blocked(7), "it builds on step 0007, which needs a person"),
    (messages.refused(ActionFailed("it cannot be")), "it cannot be"),
    (messages.refused(ActionFailed("it cannot be", A)), "it cannot be at $.a"),
    (messages.applied_names(["A", "B"]), "upstream already has a part: A, B"),
    (messages.nothing_to_do(is_allowed=True), "it changes nothing, which is allowed"),
    (messages.nothing_to_do(is_allowed=False), "the document says so already"),
    (messages.unrecorded(), "it applies here, but did nothing on the old document"),
    (messages.optional(" why \n"), "the target selects nothing, which is allowed: why"),
    (
        messages.never_matched("$.x"),
        "the target $.x selects nothing, and did not when the step was recorded",
    ),
    (
        messages.unexpected(Expectation(matches=1, before=2), Expectation(matches=1, before=1)),
        "recorded 1, upstream now 2",
    ),
]


@pytest.mark.parametrize(("message", "expected"), OTHERS)
def test_the_other_messages(message: str, expected: str) -> None:
    assert message == expected
