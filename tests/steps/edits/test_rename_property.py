"""The edit rename-property: required lists, discriminators and examples follow."""

from __future__ import annotations

import pytest
from tests.steps.series import after, refusal

RENAME = "- {target: $.Pet, x-edit: {name: rename-property, from: nick, to: nickname}}"

BEFORE = """\
Pet:
  required: [name, nick]
  properties:
    name: {type: string}
    nick: # short
      type: string
  discriminator:
    propertyName: nick
  example: {name: Rex, nick: R}
  examples:
    - nick: X
Other:
  properties:
    nick: {type: string}
"""
AFTER = """\
Pet:
  required: [name, nickname]
  properties:
    name: {type: string}
    nickname: # short
      type: string
  discriminator:
    propertyName: nickname
  example: {name: Rex, nickname: R}
  examples:
    - nickname: X
Other:
  properties:
    nick: {type: string}
"""


def test_all_that_names_the_property_follows_and_other_schemas_stay() -> None:
    assert after(BEFORE, RENAME) == AFTER


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ("from: age, to: years", "this schema has no property age"),
        ("from: nick, to: name", "this schema has a property name already"),
    ],
)
def test_a_missing_property_and_a_taken_name_are_refused(parameters: str, message: str) -> None:
    _, problem = refusal(BEFORE, f"- {{target: $.Pet, x-edit: {{name: rename-property, {parameters}}}}}")
    assert problem.message == message
