"""The edit rename-property: required lists, discriminators and examples follow."""

from __future__ import annotations

import pytest
import yaml
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
  dependentRequired: {nick: [name], name: [nick]}
Other:
  properties:
    nick: {type: string}
    other: {$ref: '#/Pet/properties/nick'}
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
  dependentRequired: {nickname: [name], name: [nickname]}
Other:
  properties:
    nick: {type: string}
    other: {$ref: '#/Pet/properties/nickname'}
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
    _, problem = refusal(
        BEFORE, f"- {{target: $.Pet, x-edit: {{name: rename-property, {parameters}}}}}"
    )
    assert problem.message == message


EXTENDED = """\
components:
  schemas:
    Pet:
      properties: {nick: {type: string}}
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet' # the base
        - required: [nick] # always
      example: {nick: Tom}
    Kitten: {allOf: [{$ref: '#/components/schemas/Cat'}], required: [nick, age]}
    Own:
      allOf: [{$ref: '#/components/schemas/Pet'}]
      required: [nick]
      properties: {nick: {type: string}}
    Other: {required: [nick]}
"""


def test_schemas_that_extend_it_follow_unless_they_have_a_property_of_their_own() -> None:
    step = RENAME.replace("$.Pet", "$.components.schemas.Pet")
    meant = EXTENDED.replace(
        "properties: {nick: {type: string}}\n    Cat",
        "properties: {nickname: {type: string}}\n    Cat",
    )
    meant = meant.replace("[nick] # always", "[nickname] # always").replace(
        "{nick: Tom}", "{nickname: Tom}"
    )
    assert after(EXTENDED, step) == meant.replace("[nick, age]", "[nickname, age]")


BRANCHES = """\
Pet:
  required: [nick]
  allOf:
    - properties: {nick: {type: string}}
    - required: [nick]
Dog:
  allOf:
    - $ref: '#/Pet'
    - required: [nick, age]
"""


def test_what_is_written_beside_a_branch_follows_the_branch() -> None:
    renaming = "x-edit: {name: rename-property, from: nick, to: nickname}"
    schemas = "components:\n  schemas:\n" + "".join(f"    {x}\n" for x in BRANCHES.splitlines())
    schemas = schemas.replace("#/Pet", "#/components/schemas/Pet")
    target = "$.components.schemas.Pet.allOf[?@.properties]"
    renamed = after(schemas, f"- {{target: '{target}', {renaming}}}")
    assert renamed == schemas.replace("nick", "nickname")


INSIDE = """\
components:
  schemas:
    Pet:
      properties:
        nick:
          allOf:
            - $ref: '#/components/schemas/Pet'
            - required: [nick]
          properties: {age: {type: integer}}
"""


def test_a_schema_that_extends_the_one_it_is_a_property_of_follows() -> None:
    step = RENAME.replace("$.Pet", "$.components.schemas.Pet")
    made = INSIDE.replace("nick:", "nickname:").replace("[nick]", "[nickname]")
    assert after(INSIDE, step) == made


NESTED = """\
Pet:
  required: [nick]
  properties:
    nick:
      required: [nick]
      properties:
        nick: {type: string}
Other: {$ref: '#/Pet/properties/nick/properties/nick'}
"""


def test_properties_inside_of_one_another_are_renamed_at_once() -> None:
    made = NESTED.replace("nick:", "nickname:").replace("[nick]", "[nickname]")
    made = made.replace("properties/nick", "properties/nickname")
    step = RENAME.replace("$.Pet", "'$..[?@.properties.nick]'")
    assert yaml.safe_load(after(NESTED, step)) == yaml.safe_load(made)
