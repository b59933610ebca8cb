"""The places of upstream's document that a series touches."""

from __future__ import annotations

from typing import Any

import pytest
from tests.report.drifts import action, place, step_verdict

from specmend.document.tree.pointer import Address
from specmend.drift.verdicts import PlaceVerdict, StepVerdict
from specmend.report.touched import touched_by
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


CASES: list[tuple[list[PlaceVerdict], Address, bool]] = [
    # The places that steps touch, an address, and whether it is touched.
    ([], PET, False),
    ([place(address=PET)], PET, True),
    ([place(address=PET)], (*PET, "type"), True),
    ([place(address=PET)], PET[:2], True),
    ([place(address=PET)], CAT, False),
    # The place where it is now counts, and the one in the old document where it is gone.
    ([place(address=PET, now_at=CAT)], PET, False),
    ([place(address=PET, now_at=CAT)], CAT, True),
    ([place(Verdict.GONE, PET, now_at=None)], PET, True),
    # Of a renamed key, the key alone.
    ([renamed()], PET, True),
    ([renamed()], (*PET, "type"), False),
    ([renamed()], PET[:2], False),
    # A place behind a renamed key is known by its name in upstream's document.
    ([renamed(), place(address=(*CAT, "type"))], (*PET, "type"), True),
    ([renamed(), place(address=(*CAT, "type"))], (*CAT, "type"), False),
    ([renamed(Verdict.CONFLICT), place(address=(*CAT, "type"))], (*CAT, "type"), True),
    ([renamed(Verdict.GONE, now_at=None), place(address=(*CAT, "type"))], (*CAT, "type"), True),
]


@pytest.mark.parametrize(("places", "address", "expected"), CASES)
def test_what_a_series_touches(
    places: list[PlaceVerdict], address: Address, expected: bool
) -> None:
    assert (address in touched_by(verdicts(*places))) is expected
