"""What an update did, in lines and as data."""

from __future__ import annotations

from typing import Any

import pytest
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.cli.update_report import three_way
from specmend.document.text.document import parse_document
from specmend.steps.read import read_step
from specmend.steps.step import Verdict
from specmend.update.records import ActionUpdate, StepUpdate

STEP = read_step(parse_document(ALLOW_NO_PETS, SECOND), 2)
AT = "$.components.schemas.Pets"


def action(conflict: dict[str, Any] | None) -> ActionUpdate:
    return ActionUpdate(
        action=STEP.actions[0],
        verdict=Verdict.CONFLICT,
        update=StepUpdate.UNRESOLVED,
        message="both changed it",
        conflict=conflict,
    )


@pytest.mark.parametrize(
    ("conflict", "lines"),
    [
        (None, ["conflict: both changed it"]),
        ({"message": "look"}, ["conflict: look", "ours cannot be made: both changed it"]),
        (
            {"places": [{"at": AT, "recorded": 1, "upstream": 5, "ours": 0}]},
            [
                "conflict: both changed it",
                f"at        {AT}",
                "recorded  1",
                "upstream  5",
                "ours      0",
            ],
        ),
        (
            {"places": [{"at": AT, "now-at": "$.x", "ours": "a" * 200}], "candidates": ["$.y"]},
            [
                "conflict: both changed it",
                f"at        {AT}, now $.x",
                "recorded  nothing",
                "upstream  nothing",
                'ours      "' + "a" * 98 + "…",
                "may be    $.y",
            ],
        ),
    ],
)
def test_a_person_sees_the_three_values(conflict: dict[str, Any] | None, lines: list[str]) -> None:
    assert list(three_way(action(conflict))) == lines
