"""The places of upstream's document that a series touches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.report.drifts import action, place, step_verdict

from specmend.diff.api_change import ApiChange
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING
from specmend.drift.verdicts import PlaceVerdict, StepVerdict
from specmend.report.touched import touched_by
from specmend.steps.proposal import as_action
from specmend.steps.step import Verdict

PET: Address = ("components", "schemas", "Pet")
CAT: Address = ("components", "schemas", "Cat")


def verdicts(*places: PlaceVerdict) -> list[StepVerdict]:
    """Steps that touch one place each."""
    return [
        step_verdict(action(places=(one,)), number=number) for number, one in enumerate(places, 1)
    ]


def renamed(verdict: Verdict = Verdict.APPLIES, **more: Any) -> PlaceVerdict:
    """A schema that is renamed from Pet to Cat."""
    fields = {"renamed": True, "recorded": "Pet", "now": "Pet", "ours": "Cat", **more}
    return place(verdict, PET, **fields)


def change(address: Address, member: Any = MISSING, *also: Address) -> ApiChange:
    return ApiChange(subject="s", message="m", address=address, member=member, also=also)


EXTRACT = {"target": "$.a", "x-edit": {"name": "extract-schema", "as": "Cat"}}
RENAME = {"target": "$", "x-edit": {"name": "rename-schema", "names": {"Pet": "Cat"}}}
SET = {"target": "$.a", "x-edit": {"name": "set-value", "value": 1}}
REQUIRED: Address = (*PET, "required")
SERVERS: Address = ("servers",)
NOW: dict[str, Any] = {"recorded": ["a"], "now": ["a"], "ours": ["a", "b"]}
GONE: dict[str, Any] = {"recorded": "a", "now": MISSING, "ours": MISSING, "now_at": None}

CASES: list[tuple[list[PlaceVerdict], ApiChange, bool]] = [
    # The places that steps touch, a change of upstream's, and whether it is touched.
    ([], change(PET), False),
    ([place(address=PET)], change(PET), True),
    ([place(address=PET)], change((*PET, "type")), True),
    # What stands above a place is more than the place.
    ([place(address=PET)], change(PET[:2]), False),
    ([place(address=PET)], change(CAT), False),
    # A change in several places is touched where all of them are.
    ([place(address=(*PET, "type"))], change((*PET, "type"), MISSING, (*PET, "format")), False),
    ([place(address=PET)], change((*PET, "type"), MISSING, (*PET, "format")), True),
    # The place where it is now counts, and the one in the old document where it is gone.
    ([place(address=PET, now_at=CAT)], change(PET), False),
    ([place(address=PET, now_at=CAT)], change(CAT), True),
    ([place(Verdict.GONE, PET, now_at=None)], change(PET), True),
    # Of a renamed key, the key alone.
    ([renamed()], change(PET), True),
    ([renamed()], change((*PET, "type")), False),
    ([renamed()], change(PET[:2]), False),
    # A place behind a renamed key is known by its name in upstream's document.
    ([renamed(), place(address=(*CAT, "type"))], change((*PET, "type")), True),
    ([renamed(), place(address=(*CAT, "type"))], change((*CAT, "type")), False),
    ([renamed(Verdict.CONFLICT), place(address=(*CAT, "type"))], change((*CAT, "type")), True),
    (
        [renamed(Verdict.GONE, now_at=None), place(address=(*CAT, "type"))],
        change((*CAT, "type")),
        True,
    ),
    # Of a list, the members that the step adds or removes, and no others.
    ([place(address=REQUIRED, **NOW)], change(REQUIRED, "b"), True),
    ([place(address=REQUIRED, **NOW)], change(REQUIRED, "c"), False),
    ([place(address=REQUIRED, **NOW)], change(REQUIRED, "a"), False),
    ([place(address=REQUIRED, **NOW)], change((*REQUIRED, 1), "b"), True),
    # A member that is gone hides no other one that has its index now.
    ([place(Verdict.ALREADY_UPSTREAM, (*REQUIRED, 0), **GONE)], change(REQUIRED, "a"), True),
    ([place(Verdict.ALREADY_UPSTREAM, (*REQUIRED, 0), **GONE)], change((*REQUIRED, 0), "b"), False),
    ([place(Verdict.GONE, (*SERVERS, 0, "url"), **GONE)], change((*SERVERS, 0, "url")), False),
    ([place(address=(*SERVERS, 0, "url"))], change((*SERVERS, 0, "url")), True),
    ([place(address=(*SERVERS, 0, "url"))], change((*SERVERS, 1, "url")), False),
    ([place(address=(*SERVERS, 0, "url"))], change((*SERVERS, 0), {"url": "b"}), False),
    # A member behind one that a step removed has another index in upstream's document.
    (
        [place(address=(*SERVERS, 0), ours=MISSING), place(address=(*SERVERS, 0, "url"))],
        change((*SERVERS, 1, "url")),
        True,
    ),
]


@pytest.mark.parametrize(("places", "found", "expected"), CASES)
def test_what_a_series_touches(
    places: list[PlaceVerdict], found: ApiChange, expected: bool
) -> None:
    assert touched_by(verdicts(*places)).holds(found) is expected


MOVED_ALONG: list[tuple[dict[str, Any], Verdict, dict[str, Any], bool]] = [
    # An action, the verdict of its place, what more is known of it, and whether it is touched.
    (EXTRACT, Verdict.APPLIES, {}, True),
    (EXTRACT, Verdict.CONFLICT, {}, False),
    (EXTRACT, Verdict.ALREADY_UPSTREAM, {}, False),
    (EXTRACT, Verdict.CONFLICT, {"recorded": MISSING}, False),
    (RENAME, Verdict.CONFLICT, {"renamed": True}, True),
    (SET, Verdict.CONFLICT, {}, True),
]


@pytest.mark.parametrize(("fields", "verdict", "more", "expected"), MOVED_ALONG)
def test_what_an_edit_takes_along_is_upstreams(
    fields: dict[str, Any], verdict: Verdict, more: dict[str, Any], expected: bool
) -> None:
    places = (place(verdict, PET, **more),)
    made = replace(action(places=places), action=as_action(fields))
    assert touched_by([step_verdict(made)]).holds(change(PET)) is expected
