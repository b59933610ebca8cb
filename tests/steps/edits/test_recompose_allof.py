"""The edit recompose-allof: branches are named by the schemas that they refer to."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal

BEFORE = """\
components:
  schemas:
    A:
      allOf:
        - $ref: '#/components/schemas/B' # base
        - $ref: "#/components/schemas/C"
        - type: object
    B: {type: object}
    C: {type: object}
    D: {type: object}
"""
C = '        - $ref: "#/components/schemas/C"\n'
D = "        - $ref: '#/components/schemas/D'\n"


@pytest.mark.parametrize(
    ("parameters", "meant"),
    [
        ({"drop": ["C"]}, BEFORE.replace(C, "")),
        ({"keep": ["B"]}, BEFORE.replace(C, "")),
        (
            {"add": ["D"]},
            BEFORE.replace("        - type: object\n", "        - type: object\n" + D),
        ),
        (
            {"drop": ["C"], "add": ["D"]},
            BEFORE.replace(C, "").replace("- type: object\n", "- type: object\n" + D),
        ),
    ],
)
def test_branches_are_kept_dropped_and_added_by_name(
    parameters: dict[str, Any], meant: str
) -> None:
    for target in ("$.components.schemas.A", "$.components.schemas.A.allOf"):
        assert after(BEFORE, edit("recompose-allof", parameters, target)) == meant


@pytest.mark.parametrize(
    ("parameters", "target", "message"),
    [
        ({"drop": ["D"]}, "A", "no branch refers to D"),
        ({"keep": ["B", "D"]}, "A", "no branch refers to D"),
        ({"add": ["B"]}, "A", "a branch refers to B already"),
        ({"add": ["E"]}, "A", "there is no schema E"),
        ({"add": ["D"]}, "B", "there is no allOf here"),
    ],
)
def test_names_that_do_not_fit_are_refused(
    parameters: dict[str, Any], target: str, message: str
) -> None:
    step = edit("recompose-allof", parameters, f"$.components.schemas.{target}")
    assert refusal(BEFORE, step)[1].message == message


def test_an_allof_is_not_left_empty() -> None:
    text = BEFORE.replace("        - type: object\n", "")
    step = edit("recompose-allof", {"drop": ["B", "C"]}, "$.components.schemas.A")
    assert refusal(text, step)[1].message == "no branch would be left"
