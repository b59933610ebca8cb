"""What the new document says where an action adds something: nothing, the same, a part, or else."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, PET, Fields, Move, compared, states, update, value

from specmend.document.tree.pointer import Address

OWNER = (*PET, "properties", "owner")
NAME = (*OWNER, "properties", "name")
SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}}}
ADD = update("$.components.schemas.Pet.properties", {"owner": SCHEMA})
TITLE = update("$.components.schemas.Pet.properties.id", {"title": "Id"})
REFERENCE = {"$ref": "#/components/schemas/Owner"}
COMPONENT = (*PET[:2], "Owner")

ADDITIONS: list[tuple[Fields, list[Move], list[tuple[str, Address | None]]]] = [
    (ADD, [], [("UNCHANGED", OWNER)]),
    (ADD, [("set", OWNER, SCHEMA)], [("ALREADY_APPLIED", OWNER)]),
    (ADD, [("set", OWNER, {**SCHEMA, "title": "Owner"})], [("ALREADY_APPLIED", OWNER)]),
    (ADD, [("set", OWNER, True)], [("DIVERGED", OWNER)]),
    # The mapping that it is added to is gone, or is no mapping any more.
    (ADD, [("remove", PET)], [("MISSING", None)]),
    (ADD, [("set", (*PET, "properties"), [])], [("DIVERGED", None)]),
    # What says no more than its absence is wanted too, until upstream says it.
    (
        update("$.components.schemas.Pet.properties.id", {"nullable": False}),
        [],
        [("UNCHANGED", (*ID, "nullable"))],
    ),
    (
        update("$.components.schemas.Pet.properties.id", {"minimum": 1, "deprecated": False}),
        [("set", (*ID, "minimum"), 1)],
        [("ALREADY_APPLIED", (*ID, "minimum")), ("UNCHANGED", (*ID, "deprecated"))],
    ),
    (
        update("$.components.schemas.Pet", {"additionalProperties": True}),
        [("set", (*PET, "additionalProperties"), True)],
        [("ALREADY_APPLIED", (*PET, "additionalProperties"))],
    ),
    (
        update("$.components.schemas.Pet.properties", {"owner": {**SCHEMA, "nullable": False}}),
        [("set", OWNER, SCHEMA)],
        [("ALREADY_APPLIED", OWNER)],
    ),
    # Upstream's prose stands for ours.
    (TITLE, [("set", (*ID, "title"), "Number")], [("DIVERGED", (*ID, "title"))]),
]


@pytest.mark.parametrize(("fields", "moves", "expected"), ADDITIONS)
def test_an_addition(fields: Fields, moves: list[Move], expected: list[Any]) -> None:
    assert states(fields, *moves) == expected


PARTS: list[tuple[Any, list[tuple[str, Address]]]] = [
    # Upstream's value, and the parts of ours: each with its state.
    (
        {"type": "object"},
        [("ALREADY_APPLIED", (*OWNER, "type")), ("UNCHANGED", (*OWNER, "properties"))],
    ),
    (
        {"type": "object", "properties": {"name": {"type": "integer"}}},
        [("ALREADY_APPLIED", (*OWNER, "type")), ("DIVERGED", (*NAME, "type"))],
    ),
    (
        {"type": "array", "properties": {"name": {"type": "string"}}},
        [("DIVERGED", (*OWNER, "type")), ("ALREADY_APPLIED", (*OWNER, "properties"))],
    ),
]


@pytest.mark.parametrize(("now", "expected"), PARTS)
def test_a_mapping_of_which_a_part_is_there(now: Any, expected: list[Any]) -> None:
    assert states(ADD, ("set", OWNER, now)) == expected


def test_the_parts_are_looked_for_behind_a_reference() -> None:
    moves = [("set", COMPONENT, {"type": "object"}), ("set", OWNER, REFERENCE)]
    assert states(ADD, *moves) == [
        ("ALREADY_APPLIED", (*COMPONENT, "type")),
        ("UNCHANGED", (*COMPONENT, "properties")),
    ]


def test_a_reference_to_no_mapping_is_something_else() -> None:
    moves = [("set", COMPONENT, True), ("set", OWNER, REFERENCE)]
    assert states(ADD, *moves) == [("DIVERGED", COMPONENT)]


def test_prose_that_is_there_in_other_words_counts_as_there() -> None:
    ours = {**SCHEMA, "description": "Ours."}
    fields = update("$.components.schemas.Pet.properties", {"owner": ours})
    now = {"type": "object", "description": "Theirs."}
    assert ("ALREADY_APPLIED", (*OWNER, "description")) in states(fields, ("set", OWNER, now))


def test_a_schema_that_became_a_reference_is_followed() -> None:
    number = (*PET[:2], "Number")
    moves = [
        ("set", number, {"type": "integer", "description": "The number."}),
        ("set", ID, {"$ref": "#/components/schemas/Number"}),
    ]
    (one,) = compared(TITLE, *moves)
    assert (one.state.name, one.at) == ("UNCHANGED", (*number, "title"))
    assert one.match.evidence == ("the place became a reference to #/components/schemas/Number",)


def test_a_reference_that_leads_nowhere_is_not_followed() -> None:
    moves = [("set", ID, {"$ref": "#/components/schemas/Nobody"})]
    assert states(TITLE, *moves) == [("UNCHANGED", (*ID, "title"))]


def nested(innermost: str) -> dict[str, Any]:
    """A schema of seventy levels."""
    schema: dict[str, Any] = {"type": innermost}
    for _ in range(70):
        schema = {"type": "object", "properties": {"in": schema}}
    return schema


def test_what_is_nested_too_deep_is_compared_as_a_whole() -> None:
    fields = update("$.components.schemas.Pet.properties", {"owner": nested("string")})
    *above, last = states(fields, ("set", OWNER, nested("integer")))
    assert {state for state, _ in above} == {"ALREADY_APPLIED"}
    assert last[0] == "DIVERGED"
    assert last[1] is not None
    assert len(last[1]) == 61


NUMBER = value(ID)
NULL: Fields = {"type": "null"}
TEXT: Fields = {"type": "string"}
LEAST = update("$.components.schemas.Pet.properties.id", {"minimum": 1})
MARK = update("$.components.schemas.Pet.properties.id", {"deprecated": True})
WRAPPED: list[tuple[Fields, Any, list[tuple[str, Address | None]]]] = [
    # What narrows the value goes to the branch, or the items, that the schema is now.
    (LEAST, {"anyOf": [NUMBER, NULL]}, [("UNCHANGED", (*ID, "anyOf", 0, "minimum"))]),
    (LEAST, {"oneOf": [TEXT, NUMBER]}, [("UNCHANGED", (*ID, "oneOf", 1, "minimum"))]),
    (LEAST, {"type": "array", "items": NUMBER}, [("UNCHANGED", (*ID, "items", "minimum"))]),
    (LEAST, {"anyOf": [NUMBER, {**NUMBER, "title": "x"}]}, [("MISSING", None)]),
    # A branch of allOf holds for the value as the schema itself does.
    (LEAST, {"allOf": [NUMBER]}, [("UNCHANGED", (*ID, "minimum"))]),
    # What is said of the place stays beside a union, and not beside the type of a list.
    (MARK, {"anyOf": [NUMBER, NULL]}, [("UNCHANGED", (*ID, "deprecated"))]),
    (MARK, {"anyOf": [NUMBER, TEXT]}, [("MISSING", None)]),
    (MARK, {"anyOf": [{**NUMBER, "deprecated": True}, TEXT]}, [("MISSING", None)]),
    (MARK, {"anyOf": [{**NUMBER, "maximum": 9}, TEXT]}, [("MISSING", None)]),
    (
        MARK,
        {"anyOf": [{**NUMBER, "maximum": 9}, NULL]},
        [("UNCHANGED", (*ID, "deprecated"))],
    ),
    (MARK, {"type": "array", "items": NUMBER}, [("UNCHANGED", (*ID, "items", "deprecated"))]),
    (
        LEAST,
        {"type": "object", "additionalProperties": NUMBER},
        [("UNCHANGED", (*ID, "additionalProperties", "minimum"))],
    ),
]


@pytest.mark.parametrize(("fields", "now", "expected"), WRAPPED)
def test_an_addition_to_a_schema_that_went_into_another(
    fields: Fields, now: Any, expected: list[Any]
) -> None:
    assert states(fields, ("set", ID, now)) == expected


@pytest.mark.parametrize("key", ["items", "additionalProperties"])
def test_what_is_said_of_members_goes_to_them_by_a_reference_too(key: str) -> None:
    kind = "array" if key == "items" else "object"
    now = {"type": kind, key: {"$ref": "#/components/schemas/Pet/$defs/one"}}
    place = (*PET, "$defs", "one")
    ((state, at),) = states(MARK, ("set", ID, now), ("set", (*PET, "$defs"), {"one": NUMBER}))
    assert (state, at) == ("UNCHANGED", (*place, "deprecated"))
