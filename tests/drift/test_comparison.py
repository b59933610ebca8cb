"""What the new document says where an action intends a change: as before, as intended, or else."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import (
    ID,
    KIND,
    OLD,
    PET,
    Fields,
    Move,
    compared,
    edit,
    states,
    update,
    value,
)
from tests.drift.test_counted import judged

from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, get, replace
from specmend.steps.step import Verdict

TYPE = update("$.components.schemas.Pet.properties.id.type", "string")
SCHEMA = edit("$.components.schemas.Pet.properties.id", "set-value", value={"type": "string"})
TEXT = update("$.components.schemas.Pet.properties.id.description", "Ours.")
LENGTH = update("$.components.schemas.Pet.properties.born.minLength", 0)
NULL_TYPE = edit(
    "$.components.schemas.Pet.properties.id.type", "set-value", value=["integer", "null"]
)
NULLABLE = edit("$.components.schemas.Pet.properties.id", "set-value", value={"nullable": True})
VERSION = update("$.openapi", "3.1.0")
BORN = (*PET, "properties", "born")

VALUES: list[tuple[Fields, list[Move], str, Address | None]] = [
    (TYPE, [], "UNCHANGED", (*ID, "type")),
    (TYPE, [("set", (*ID, "type"), "string")], "ALREADY_APPLIED", (*ID, "type")),
    (TYPE, [("set", (*ID, "type"), "number")], "DIVERGED", (*ID, "type")),
    (TYPE, [("remove", (*ID, "type"))], "MISSING", None),
    (TYPE, [("remove", PET)], "MISSING", None),
    # Prose does not count, unless the action is about prose alone.
    (SCHEMA, [("set", (*ID, "title"), "Id")], "UNCHANGED", ID),
    (SCHEMA, [("set", ID, {"type": "string", "title": "Id"})], "ALREADY_APPLIED", ID),
    (TEXT, [("set", (*ID, "description"), "Theirs.")], "DIVERGED", (*ID, "description")),
    # A keyword that is gone says the same as one with its neutral value.
    (LENGTH, [("remove", (*BORN, "minLength"))], "ALREADY_APPLIED", (*BORN, "minLength")),
    # The two spellings of null.
    (NULL_TYPE, [("set", (*ID, "nullable"), True)], "ALREADY_APPLIED", (*ID, "nullable")),
    (NULL_TYPE, [("set", (*ID, "nullable"), False)], "UNCHANGED", (*ID, "type")),
    # Versions that differ in the patch number alone.
    (VERSION, [("set", ("openapi",), "3.1.1")], "ALREADY_APPLIED", ("openapi",)),
    (VERSION, [("set", ("openapi",), "3.2.0")], "DIVERGED", ("openapi",)),
]


@pytest.mark.parametrize(("fields", "moves", "state", "at"), VALUES)
def test_a_value(fields: Fields, moves: list[Move], state: str, at: Address | None) -> None:
    assert states(fields, *moves) == [(state, at)]


REFERENCE: Address = (
    *("paths", "/pets", "get", "responses", "200"),
    *("content", "application/json", "schema", "$ref"),
)
REMOVE_ID = {"target": "$.components.schemas.Pet.properties.id", "remove": True}
REMOVE_PET = {"target": "$.components.schemas.Pet", "remove": True}
REMOVE_LENGTH = {"target": "$.components.schemas.Pet.properties.born.minLength", "remove": True}
REMOVE_LIMIT = {"target": "$.paths['/pets'].get.parameters[?@.name == 'limit']", "remove": True}
REMOVE_REQUIRED = edit("$.components.schemas.Pet.required", "change-members", remove=["id"])
REMOVE_TEAM = {"target": "$.components.schemas.Error['x-team']", "remove": True}
ERROR_TEAM: Address = (*PET[:2], "Error", "x-team")
PUT_LIMIT: Address = ("paths", "/pets", "put", "parameters", 0)
REMOVALS: list[tuple[Fields, list[Move], str, Address | None]] = [
    (REMOVE_ID, [], "UNCHANGED", ID),
    (REMOVE_ID, [("set", (*ID, "description"), "Other prose.")], "UNCHANGED", ID),
    (REMOVE_ID, [("set", (*ID, "type"), "string")], "DIVERGED", ID),
    (REMOVE_ID, [("remove", ID)], "ALREADY_APPLIED", None),
    # While something refers to it, it is not surely gone.
    (REMOVE_ID, [("remove", PET)], "MISSING", None),
    (REMOVE_ID, [("remove", PET), ("remove", REFERENCE)], "ALREADY_APPLIED", None),
    (REMOVE_ID, [("remove", PET), ("remove", ("paths", "/pets"))], "ALREADY_APPLIED", None),
    (REMOVE_REQUIRED, [("remove", PET), ("remove", REFERENCE)], "ALREADY_APPLIED", None),
    (REMOVE_LIMIT, [("remove", ("paths", "/pets", "get"))], "ALREADY_APPLIED", None),
    (REMOVE_LIMIT, [("rename", ("paths", "/pets", "get"), "put")], "UNCHANGED", PUT_LIMIT),
    (REMOVE_TEAM, [("set", (*PET[:2], "Error", "x-team"), "others")], "DIVERGED", ERROR_TEAM),
    # A keyword that says no more than its absence.
    (REMOVE_LENGTH, [("set", (*BORN, "minLength"), 0)], "ALREADY_APPLIED", (*BORN, "minLength")),
    (REMOVE_LENGTH, [("set", (*BORN, "minLength"), 4)], "DIVERGED", (*BORN, "minLength")),
    (REMOVE_PET, [("remove", PET)], "ALREADY_APPLIED", None),
    # What looks like it may be it, or a stranger: a person is asked.
    (REMOVE_PET, [("rename", PET, "Animal")], "MISSING", None),
    # A schema to which the references lead now is still there to be removed.
    (
        REMOVE_PET,
        [("rename", PET, "Animal"), ("set", REFERENCE, "#/components/schemas/Animal")],
        "UNCHANGED",
        (*PET[:2], "Animal"),
    ),
]


@pytest.mark.parametrize(("fields", "moves", "state", "at"), REMOVALS)
def test_a_removal(fields: Fields, moves: list[Move], state: str, at: Address | None) -> None:
    assert states(fields, *moves) == [(state, at)]


def test_a_schema_that_may_have_one_of_two_names_is_not_known_to_be_removed() -> None:
    cat, dog = (*PET[:2], "Cat"), (*PET[:2], "Dog")
    pet = value(PET)
    moves = [("remove", PET), ("set", cat, {**pet, "x": 1}), ("set", dog, {**pet, "x": 2})]
    (one,) = compared(REMOVE_PET, *moves)
    assert (one.state.name, one.at) == ("MISSING", None)
    assert set(one.match.candidates) == {cat, dog}


def test_a_property_that_may_have_another_name_is_not_known_to_be_removed() -> None:
    """A guess is no reason to remove something else, nor to take the step for done."""
    moves = [("rename", ID, "number"), ("rename", KIND, "sort")]
    (one,) = compared(REMOVE_ID, *moves)
    assert (one.state.name, one.at) == ("MISSING", None)
    assert (*ID[:-1], "number") in one.match.candidates


ENUM = (*KIND, "enum")
ADD = edit("$.components.schemas.Pet.properties.kind.enum", "change-members", add=["cow", "hen"])
REMOVE = edit("$.components.schemas.Pet.properties.kind.enum", "change-members", remove=["dog"])
MEMBERS: list[tuple[Fields, Any, str, list[str], list[str], bool]] = [
    # The edit, upstream's list now, the state, what is lacking, what is surplus, whether in part.
    (ADD, ["cat", "dog"], "UNCHANGED", ["cow", "hen"], [], False),
    (ADD, ["cat", "dog", "hen"], "UNCHANGED", ["cow"], [], True),
    (ADD, ["hen", "cow"], "ALREADY_APPLIED", [], [], False),
    (ADD, "cat", "DIVERGED", [], [], False),
    (REMOVE, ["cat", "dog"], "UNCHANGED", [], ["dog"], False),
    (REMOVE, ["cat"], "ALREADY_APPLIED", [], [], False),
]


@pytest.mark.parametrize(("fields", "now", "state", "lacking", "surplus", "is_partial"), MEMBERS)
def test_the_members_of_a_list(
    fields: Fields, now: Any, state: str, lacking: list[str], surplus: list[str], is_partial: bool
) -> None:
    (one,) = compared(fields, ("set", ENUM, now))
    assert (one.state.name, one.at) == (state, ENUM)
    assert (one.lacking, one.surplus) == (tuple(lacking), tuple(surplus))
    assert one.is_partial is is_partial


def test_a_list_that_is_gone_is_missing() -> None:
    (one,) = compared(ADD, ("remove", ENUM))
    assert (one.state.name, one.at, one.now) == ("MISSING", None, MISSING)


def test_a_member_that_was_there_is_meant_to_be_there_twice() -> None:
    fields = update("$.components.schemas.Pet.properties.kind.enum", ["cat"])
    (one,) = compared(fields)
    assert (one.state.name, one.lacking) == ("UNCHANGED", ("cat",))
    (twice,) = compared(fields, ("set", ENUM, ["cat", "cat", "dog"]))
    assert twice.state.name == "ALREADY_APPLIED"


PARAMETERS = ("paths", "/pets", "get", "parameters")
OURS: Fields = {"name": "ours", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}}
JOINED: list[tuple[Any, str]] = [
    # A parameter that upstream has by now, beside the one that the step adds.
    ({"name": "more", "in": "query"}, "UNCHANGED"),
    ({**OURS, "in": "header"}, "UNCHANGED"),
    (OURS, "ALREADY_APPLIED"),
    # Two of one name and place would be no parameters.
    ({**OURS, "schema": {"type": "string", "enum": ["a", "b", "c"]}}, "DIVERGED"),
    ({"name": "ours", "in": "query"}, "DIVERGED"),
]


@pytest.mark.parametrize(("joined", "state"), JOINED)
def test_a_member_is_not_added_beside_another_one_of_its_names(joined: Any, state: str) -> None:
    target = "$.paths['/pets'].get.parameters"
    (one,) = compared(update(target, [OURS]), ("set", PARAMETERS, [*value(PARAMETERS), joined]))
    assert one.state.name == state


def test_a_name_that_the_recorded_list_had_is_meant_twice() -> None:
    target = "$.paths['/pets'].get.parameters"
    twice = {**value(PARAMETERS)[0], "description": "Once more."}
    (one,) = compared(update(target, [twice]))
    assert one.state.name == "UNCHANGED"


AT_LIMIT = ("paths", "/pets", "get", "parameters", 0)
LIMIT = value(AT_LIMIT)
BECAME: list[tuple[Address, str, Any, Any, Verdict]] = [
    # A place, the room of the component that it became, what is there, a change, and the verdict.
    (AT_LIMIT, "parameters", LIMIT, None, Verdict.APPLIES),
    (AT_LIMIT, "parameters", {**LIMIT, "description": "Many."}, None, Verdict.APPLIES),
    (AT_LIMIT, "parameters", {**LIMIT, "required": True}, None, Verdict.CONFLICT),
    (AT_LIMIT, "parameters", LIMIT, {**LIMIT, "required": True}, Verdict.APPLIES),
    (AT_LIMIT, "parameters", {**LIMIT, "required": True}, {**LIMIT, "required": True},
     Verdict.ALREADY_UPSTREAM),
    (KIND, "schemas", value(KIND), None, Verdict.APPLIES),
    (KIND, "schemas", {"type": "integer"}, None, Verdict.CONFLICT),
    (KIND, "schemas", value(KIND), {"type": "string"}, Verdict.APPLIES),
    (("paths", "/pets", "get", "responses", "200"), "responses",
     value(("paths", "/pets", "get", "responses", "200")), None, Verdict.APPLIES),
]  # fmt: skip


@pytest.mark.parametrize(("place", "room", "there", "change", "verdict"), BECAME)
def test_what_became_a_reference_to_the_same(
    place: Address, room: str, there: Any, change: Any, verdict: Verdict
) -> None:
    known = get(OLD, ("components", room))
    components = {**known, "X": there} if isinstance(known, dict) else {"X": there}
    made = replace(OLD, ("components", room), components)
    new = replace(made, place, {"$ref": f"#/components/{room}/X"})
    target = format_path(place)
    fields: Fields = {"target": target, "remove": True}
    if change:
        fields = edit(target, "set-value", value=change)
    found = judged(OLD, new, fields)
    assert found.verdict is verdict, found.message


OPEN = edit("$.components.schemas.Pet.additionalProperties", "set-value", value=True)
CLOSED = edit("$.components.schemas.Pet.additionalProperties", "set-value", value=False)
BOOLEANS: list[tuple[Any, Fields, Any, Verdict]] = [
    # What was recorded, a step, what upstream says now, and the verdict.
    (False, OPEN, False, Verdict.APPLIES),
    (False, OPEN, True, Verdict.ALREADY_UPSTREAM),
    (False, OPEN, {}, Verdict.ALREADY_UPSTREAM),
    (False, OPEN, {"description": "Any."}, Verdict.ALREADY_UPSTREAM),
    (False, OPEN, {"not": {}}, Verdict.APPLIES),
    (False, OPEN, {"type": "string"}, Verdict.CONFLICT),
    (True, CLOSED, {}, Verdict.APPLIES),
    (True, CLOSED, {"not": {}}, Verdict.ALREADY_UPSTREAM),
    (True, CLOSED, {"type": "string"}, Verdict.CONFLICT),
]


@pytest.mark.parametrize(("before", "fields", "now", "verdict"), BOOLEANS)
def test_a_schema_that_is_true_or_false(
    before: Any, fields: Fields, now: Any, verdict: Verdict
) -> None:
    old, new = (replace(OLD, (*PET, "additionalProperties"), one) for one in (before, now))
    found = judged(old, new, fields)
    assert found.verdict is verdict, found.message
