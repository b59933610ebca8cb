"""The edit rename-key: a key gets another name in its place, and references into it follow."""

from __future__ import annotations

import pytest
from tests.steps.series import after, refusal

BEFORE = """\
paths:
  /old: # here
    get: {responses: {}}
  /other:
    $ref: '#/paths/~1old'
x-list: [a]
"""


def test_the_key_keeps_its_place_and_references_follow() -> None:
    step = "- {target: \"$.paths['/old']\", x-edit: {name: rename-key, to: /new}}"
    assert after(BEFORE, step) == BEFORE.replace("/old: # here", "/new: # here").replace(
        "~1old", "~1new"
    )


def test_the_same_key_is_renamed_at_every_selected_place() -> None:
    step = "- {target: \"$..['x-old']\", x-edit: {name: rename-key, to: x-new}}"
    assert after("a: {x-old: {x-old: 1}}\nx-old: 2\n", step) == "a: {x-new: {x-new: 1}}\nx-new: 2\n"


@pytest.mark.parametrize(
    ("target", "to", "message"),
    [
        ("$['x-list'][*]", "b", "this place has no key"),
        ("$.paths['/old']", "/other", "there is a key /other beside it"),
    ],
)
def test_members_of_lists_and_taken_names_are_refused(target: str, to: str, message: str) -> None:
    _, problem = refusal(
        BEFORE, f'- {{target: "{target}", x-edit: {{name: rename-key, to: {to}}}}}'
    )
    assert problem.message == message
