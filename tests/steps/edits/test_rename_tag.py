"""The edit rename-tag: the list of tags, the operations and the groups of tags say the new name."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal, run

BEFORE = """\
tags:
  - name: pets # furry
    description: about pets
  - {name: kittens, parent: pets}
x-tagGroups:
  - name: pets
    tags: ['pets', owners]
paths:
  /pets:
    get:
      tags: ["pets", owners]
      callbacks:
        done:
          "{$request.query.url}":
            post: {tags: [pets]}
webhooks:
  pets:
    post:
      tags:
        - pets # again
components:
  schemas:
    Pet:
      properties:
        tags: {default: [pets]}
"""
AFTER = """\
tags:
  - name: animals # furry
    description: about pets
  - {name: kittens, parent: animals}
x-tagGroups:
  - name: pets
    tags: ['animals', owners]
paths:
  /pets:
    get:
      tags: ["animals", owners]
      callbacks:
        done:
          "{$request.query.url}":
            post: {tags: [animals]}
webhooks:
  pets:
    post:
      tags:
        - animals # again
components:
  schemas:
    Pet:
      properties:
        tags: {default: [pets]}
"""


def test_all_that_names_the_tag_follows_and_nothing_else_does() -> None:
    assert after(BEFORE, edit("rename-tag", {"names": {"pets": "animals"}})) == AFTER
    assert (
        len(run(BEFORE, edit("rename-tag", {"names": {"pets": "animals"}})).outcomes[0].touches)
        == 6
    )


def test_a_tag_that_no_list_declares_is_renamed_too_and_two_may_swap() -> None:
    text = "paths:\n  /a:\n    get: {tags: [one, two]}\n"
    assert after(text, edit("rename-tag", {"names": {"one": "two", "two": "one"}})) == text.replace(
        "one, two", "two, one"
    )


@pytest.mark.parametrize(
    ("names", "target", "message"),
    [
        ({"cows": "cattle"}, "$", "there is no tag cows"),
        ({"pets": "owners"}, "$", "pets would become owners, which is taken"),
        ({"pets": "a", "owners": "a"}, "$", "pets would become a, which is taken"),
        ({"pets": "a"}, "$.tags", "this edit concerns the whole document"),
    ],
)
def test_missing_and_taken_names_are_refused(
    names: dict[str, str], target: str, message: str
) -> None:
    assert refusal(BEFORE, edit("rename-tag", {"names": names}, target))[1].message == message
