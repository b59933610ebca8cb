"""The edit change-members: lists gain and lose members by value."""

from __future__ import annotations

import pytest
from tests.steps.series import after, refusal

BEFORE = """\
role:
  enum: ["system", "user", 1] # who speaks
tags:
  - one # first
  - two
kind: none
"""


def test_members_are_added_in_the_style_of_their_neighbors_and_removed_by_value() -> None:
    step = "- {target: $.role.enum, x-edit: {name: change-members, add: [tool], remove: [system]}}"
    assert after(BEFORE, step) == BEFORE.replace('["system", "user", 1]', '["user", 1, "tool"]')


def test_comments_of_the_members_that_stay_stay() -> None:
    step = "- {target: $.tags, x-edit: {name: change-members, add: [three], remove: [two]}}"
    assert after(BEFORE, step) == BEFORE.replace("  - two\n", "  - three\n")


@pytest.mark.parametrize(
    ("target", "change", "message"),
    [
        ("$.tags", "add: [one]", 'the list has the member "one" already'),
        ("$.tags", "remove: [three]", 'the list has no member "three"'),
        ("$.role.enum", "remove: ['1']", 'the list has no member "1"'),
        ("$.kind", "add: [one]", "this is not a list"),
    ],
)
def test_what_is_there_already_or_not_at_all_is_refused(
    target: str, change: str, message: str
) -> None:
    _, problem = refusal(
        BEFORE, f"- {{target: {target}, x-edit: {{name: change-members, {change}}}}}"
    )
    assert problem.message == message
