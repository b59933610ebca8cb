"""Whether the fault of an action that upstream seems to have made may still be there."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, PET, Fields, Move, context, edit

from specmend.drift.confirmed import confirmed
from specmend.drift.judgment import unmade
from specmend.steps.step import Verdict

NO_ID: Fields = {"target": "$.components.schemas.Pet.properties.id", "remove": True}
NO_FORMAT: Fields = {"target": "$.components.schemas.Pet.properties.born.format", "remove": True}
NULL = edit("$.components.schemas.Pet.properties.id", "make-nullable")

THERE, GONE = Verdict.ALREADY_UPSTREAM, Verdict.GONE

CASES: list[tuple[Fields, list[Move], Verdict]] = [
    # An action, what upstream did, and what becomes of `already-upstream`.
    (NO_ID, [("remove", ID), ("set", (*PET, "required"), [])], THERE),
    (NO_ID, [("rename", ID, "ident")], GONE),
    (NO_ID, [], GONE),
    (NO_FORMAT, [("remove", (*PET, "properties", "born", "format"))], THERE),
    (NULL, [], GONE),
    (NULL, [("set", (*ID, "nullable"), True)], THERE),
]


@pytest.mark.parametrize(("fields", "moves", "verdict"), CASES)
def test_what_is_confirmed(fields: Any, moves: Any, verdict: Verdict) -> None:
    here = context(fields, *moves)
    judgment = confirmed(here, unmade(here, THERE, ""))
    assert judgment.verdict is verdict


def test_another_verdict_is_as_it_is() -> None:
    here = context(NO_ID)
    judgment = unmade(here, Verdict.CONFLICT, "")
    assert confirmed(here, judgment) is judgment
