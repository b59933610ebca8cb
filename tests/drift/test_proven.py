"""The states of places that are shown by what the new document says."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, PET, Fields, Move, compared, edit, update, value
from tests.drift.test_counted import judged
from tests.schemas import ONE, PAIR, list_of, map_of

from specmend.steps.step import Verdict

BORN = (*PET, "properties", "born")
NUMBER = value(ID)
NULL = {"type": "null"}
NO_FORMAT = {"target": "$.components.schemas.Pet.properties.born.format", "remove": True}
NO_PROPERTY = {"target": "$.components.schemas.Pet.properties.id", "remove": True}
TYPE = update("$.components.schemas.Pet.properties.id.type", "string")
NULLABLE = update("$.components.schemas.Pet.properties.id", {"nullable": True})
NO_ID = edit("$.components.schemas.Pet.required", "change-members", remove=["id"])
DATE = value(BORN)

CASES: list[tuple[Fields, Move, str, str]] = [
    # The action, what upstream did, the state, and why it is doubted.
    (NO_FORMAT, ("remove", (*BORN, "format")), "ALREADY_APPLIED", "said"),
    (NO_FORMAT, ("set", BORN, {"anyOf": [DATE, DATE]}), "MISSING", "said"),
    (NO_FORMAT, ("set", BORN, {"anyOf": [DATE, NULL]}), "UNCHANGED", "said"),
    (NO_PROPERTY, ("rename", ID, "number"), "MISSING", "said"),
    (TYPE, ("set", ID, {"type": "string", "allOf": [{"type": "integer"}]}), "MISSING", "said"),
    (TYPE, ("set", ID, {"type": "integer", "items": NUMBER}), "MISSING", "wrapped"),
    (NULLABLE, ("set", ID, {"oneOf": [NUMBER, NULL]}), "ALREADY_APPLIED", "said"),
    (NULLABLE, ("set", ("openapi",), "3.1.0"), "DIVERGED", "version"),
    (NO_ID, ("remove", (*PET, "required")), "ALREADY_APPLIED", "said"),
    (NO_ID, ("set", (*PET, "required"), ["Id"]), "MISSING", "said"),
]


@pytest.mark.parametrize(("fields", "move", "state", "doubt"), CASES)
def test_what_is_shown(fields: Fields, move: Move, state: str, doubt: str) -> None:
    (one,) = compared(fields, move)
    assert (one.state.name, one.doubt) == (state, doubt)


def test_a_doubt_names_the_places_of_the_fault() -> None:
    (one,) = compared(NO_FORMAT, ("set", BORN, {"type": "string", "allOf": [DATE]}))
    assert one.at == (*BORN, "allOf", 0, "format")
    both: Any = {"anyOf": [DATE, {**DATE, "title": "Day"}]}
    (other,) = compared(NO_FORMAT, ("set", BORN, both))
    assert set(other.match.candidates) == {
        (*BORN, "anyOf", 0, "format"),
        (*BORN, "anyOf", 1, "format"),
    }


TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
FIELDS: list[tuple[str, Any, Any, str]] = [
    # A field that a step removes, what it said, what upstream says now, and the state.
    ("type", "string", "string", "UNCHANGED"),
    ("type", "string", "number", "DIVERGED"),
    ("type", "string", ["number", "null"], "DIVERGED"),
    ("enum", ["a"], ["b"], "DIVERGED"),
    ("required", ["a"], ["b"], "DIVERGED"),
    ("anyOf", [TEXT, WHOLE], [{"type": "boolean"}], "DIVERGED"),
    ("allOf", [TEXT], [WHOLE], "DIVERGED"),
    ("const", 1, 2, "DIVERGED"),
    ("properties", {"a": TEXT}, {"b": WHOLE}, "DIVERGED"),
    ("pattern", "a", "b", "DIVERGED"),
    # What says no more than its absence is as good as gone.
    ("readOnly", True, False, "ALREADY_APPLIED"),
    # What was wrong with words and examples went with them.
    ("description", "a", "b", "ALREADY_APPLIED"),
    ("example", "a", "b", "ALREADY_APPLIED"),
]


@pytest.mark.parametrize(("field", "before", "now", "state"), FIELDS)
@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
def test_a_field_that_is_to_go_and_has_another_value(
    version: str, field: str, before: Any, now: Any, state: str
) -> None:
    old, new = (
        {"openapi": version, "components": {"schemas": {"A": {field: said}}}}
        for said in (before, now)
    )
    fields = {"target": f"$.components.schemas.A.{field}", "remove": True}
    found = judged(old, new, fields)
    verdicts = {
        "UNCHANGED": Verdict.APPLIES,
        "DIVERGED": Verdict.CONFLICT,
        "ALREADY_APPLIED": Verdict.ALREADY_UPSTREAM,
    }
    assert found.verdict is verdicts[state], found.message


@pytest.mark.parametrize("key", ["anyOf", "oneOf"])
def test_a_branch_that_says_the_fault_beside_the_mended_schema_may_be_a_stranger(key: str) -> None:
    def made(schema: Any) -> Any:
        return {"openapi": "3.1.0", "components": {"schemas": {"A": schema}}}

    flag = {"type": "boolean", "maxLength": 9}
    fields = {"target": "$.components.schemas.A.type", "remove": True}
    beside = made({key: [{"type": "boolean"}, {"maxLength": 9}]})
    assert judged(made(flag), beside, fields).verdict is Verdict.GONE
    other = made({key: [flag, {"maxLength": 8}]})
    assert judged(made(flag), other, fields).verdict is Verdict.MOVED


def test_what_is_to_go_is_not_mended_where_another_branch_went() -> None:
    def branches(*members: Any) -> Any:
        return {"properties": {"state": {"allOf": [*members]}}}

    first, last = {"type": "string", "readOnly": True}, {"type": "integer", "readOnly": True}
    old = {"openapi": "3.1.0", "components": {"schemas": {"A": branches(first, {}, last)}}}
    around = {"anyOf": [branches({}, last), {"type": "integer"}]}
    new = {"openapi": "3.1.0", "components": {"schemas": {"A": around}}}
    target = "$.components.schemas.A.properties.state.allOf[2].readOnly"
    found = judged(old, new, {"target": target, "remove": True})
    assert found.verdict is Verdict.MOVED, found.message


LEAST: Fields = {"target": "$.components.schemas.A", "update": {"minProperties": 1}}
ITEMS: Fields = {"target": "$.components.schemas.A", "update": {"minItems": 1}}
WORDS: Fields = {"target": "$.components.schemas.A", "update": {"title": "x"}}
KIND = edit("$.components.schemas.A.type", "set-value", value=["object", "null"])
NESTED: list[tuple[Fields, Any, Any, Verdict]] = [
    # The action, the schema, that of upstream, and the verdict.
    (LEAST, map_of(PAIR), map_of(ONE), Verdict.APPLIES),
    (LEAST, map_of(map_of(PAIR)), map_of(map_of(ONE)), Verdict.APPLIES),
    (LEAST, map_of({"type": "object"}), map_of(map_of(PAIR)), Verdict.APPLIES),
    # It went into one of the same keywords, and another change was made inside of it.
    (LEAST, map_of(PAIR), map_of(map_of(ONE)), Verdict.GONE),
    (LEAST, map_of(map_of(PAIR)), map_of(map_of(map_of(ONE))), Verdict.GONE),
    (LEAST, {**map_of(PAIR), "maxProperties": 9}, map_of(map_of(PAIR)), Verdict.GONE),
    (ITEMS, list_of(PAIR), list_of(list_of(ONE)), Verdict.GONE),
    (WORDS, map_of(PAIR), map_of(map_of(ONE)), Verdict.GONE),
    (KIND, map_of(PAIR), map_of(map_of(ONE)), Verdict.GONE),
]


@pytest.mark.parametrize(("fields", "was", "now", "expected"), NESTED)
@pytest.mark.parametrize("version", ["3.1.1", "3.2.0"])
def test_a_schema_that_went_into_one_of_its_kind_is_asked_about(
    version: str, fields: Fields, was: Any, now: Any, expected: Verdict
) -> None:
    old, new = ({"openapi": version, "components": {"schemas": {"A": one}}} for one in (was, now))
    found = judged(old, new, fields)
    assert found.verdict is expected, found.message


FLAG: Any = {"type": "boolean"}
MENDED: Any = {"type": "boolean", "default": True}
HOLDER: Any = {"type": "object", "properties": {"a": FLAG}}
GROWN: Any = {"type": "object", "properties": {"a": FLAG, "b": FLAG}}
CONTENT = "$.paths['/pets'].get.responses['200'].content['application/json'].schema"
DEFAULT: Fields = {"target": CONTENT, "update": {"default": True}}
MEMBER: Fields = {"target": f"{CONTENT}.properties", "update": {"b": FLAG}}
GUESSED: list[tuple[Fields, Any, Any, Verdict]] = [
    # The action, the schema, that of upstream under another status, and the verdict.
    (DEFAULT, FLAG, FLAG, Verdict.MOVED),
    (DEFAULT, FLAG, {"allOf": [FLAG]}, Verdict.MOVED),
    (DEFAULT, FLAG, {"anyOf": [MENDED, FLAG]}, Verdict.GONE),
    (DEFAULT, FLAG, MENDED, Verdict.ALREADY_UPSTREAM),
    # It is said already, by a branch.
    (DEFAULT, FLAG, {"allOf": [MENDED], "nullable": True}, Verdict.ALREADY_UPSTREAM),
    (DEFAULT, FLAG, {"anyOf": [MENDED, {"enum": [None]}]}, Verdict.ALREADY_UPSTREAM),
    (MEMBER, HOLDER, {"allOf": [GROWN]}, Verdict.ALREADY_UPSTREAM),
    # What is to go may be elsewhere.
    ({"target": f"{CONTENT}.default", "remove": True}, MENDED, MENDED, Verdict.GONE),
]


def answer(status: str, schema: Any) -> Any:
    """A document with one response, of which the headers tell what it is."""
    headers = {
        name: {"schema": {"type": "string", "maxLength": size}}
        for size, name in enumerate(("A", "B", "C", "D"))
    }
    response = {"headers": headers, "content": {"application/json": {"schema": schema}}}
    operation = {"operationId": "list", "responses": {status: response}}
    return {"openapi": "3.0.4", "paths": {"/pets": {"get": operation}}}


@pytest.mark.parametrize(("fields", "was", "now", "expected"), GUESSED)
def test_what_is_said_already_at_a_place_that_is_a_guess(
    fields: Fields, was: Any, now: Any, expected: Verdict
) -> None:
    found = judged(answer("200", was), answer("default", now), fields)
    assert found.verdict is expected, found.message
