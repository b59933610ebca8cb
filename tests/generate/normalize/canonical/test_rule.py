"""Every schema of a document is written in one of the few forms, wherever it stands."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    FREE,
    NULL,
    STRING,
    check_rule,
    of_operation,
    of_schemas,
    ref,
    thing,
)

from specmend.generate.normalize.canonical.rule import write_canonical_schemas

WHOLE = {"type": "integer"}
STATE = {"type": "string", "enum": ["open", "closed"]}
PET = {**thing(name=STRING), "required": ["name"]}
OTHERS: dict[str, Any] = {"Pet": PET, "State": STATE, "Owner": thing(mail=STRING)}

# The first row stays as it is.
ROWS: list[tuple[Any, Any]] = [
    (thing(a=STRING, pet=ref("Pet")), thing(a=STRING, pet=ref("Pet"))),
    ({"type": "object", "properties": {}}, FREE),
    ({"allOf": [ref("Pet")]}, ref("Pet")),
    ({"anyOf": [ref("Pet")]}, ref("Pet")),
    ({"oneOf": [ref("Pet"), NULL]}, {"anyOf": [ref("Pet"), NULL]}),
    ({"oneOf": [NULL]}, NULL),
    ({"allOf": [ref("Pet")], "nullable": True}, {"anyOf": [ref("Pet"), NULL]}),
    ({"allOf": [ref("State"), {"default": "open"}]}, ref("State", default="open")),
    ({"allOf": [STRING, {"description": "Words."}]}, STRING),
    ({"type": "string", "nullable": True}, {"anyOf": [STRING, NULL]}),
    (
        {"items": {"type": ["string", "null"]}},
        {"type": "array", "items": {"anyOf": [STRING, NULL]}},
    ),
    ({"oneOf": [STRING, {"oneOf": [WHOLE, STRING]}]}, {"anyOf": [STRING, WHOLE]}),
    ({"oneOf": [STRING, {}]}, {}),
    (
        {"allOf": [ref("Pet"), thing(age=WHOLE)]},
        {"type": "object", "allOf": [ref("Pet")], "properties": {"age": WHOLE}},
    ),
    (
        {"properties": {"id": WHOLE}, "oneOf": [thing(a=STRING), thing(b=STRING)]},
        {"anyOf": [thing(id=WHOLE, a=STRING), thing(id=WHOLE, b=STRING)]},
    ),
    (
        {**thing(a=STRING, b=STRING), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        thing(a=STRING, b=STRING),
    ),
    ({"not": STRING}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    rule = write_canonical_schemas
    made = rule(of_schemas(Thing=before, **OTHERS))["components"]["schemas"]
    assert _without_titles(made["Thing"]) == after
    assert {name: made[name] for name in OTHERS} == OTHERS


def _without_titles(tree: Any) -> Any:
    """The branches of a union keep the names of what they were made of; that is for other rules."""
    if isinstance(tree, list):
        return [_without_titles(one) for one in tree]
    if not isinstance(tree, dict):
        return tree
    return {key: _without_titles(value) for key, value in tree.items() if key != "title"}


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
    check_rule(write_canonical_schemas, of_schemas(Thing=before), of_schemas(Thing=after))


def _operation(schema: Any) -> Any:
    content = {"content": {"application/json": {"schema": schema}}}
    return {
        "parameters": [{"name": "p", "in": "query", "schema": schema}],
        "requestBody": content,
        "responses": {"200": content},
    }


def test_it_reaches_schemas_everywhere() -> None:
    before, after = {"allOf": [STRING]}, STRING
    made = write_canonical_schemas(of_operation(_operation(before)))
    assert made == of_operation(_operation(after))
    inner = of_schemas(A={"items": before}, B={"additionalProperties": before}, C=thing(a=before))
    assert write_canonical_schemas(inner) == of_schemas(
        A={"type": "array", "items": after},
        B={"type": "object", "additionalProperties": after},
        C=thing(a=after),
    )


INSIDE_ITSELF: list[tuple[Any, Any]] = [
    (
        {"anyOf": [STRING, thing(u={"allOf": [ref("Thing"), thing(z=WHOLE)]})]},
        {
            "anyOf": [
                STRING,
                thing(u={"anyOf": [thing(z=WHOLE), thing(z=WHOLE, u=ref("Thing"))]}),
            ]
        },
    ),
    (
        thing(name={"allOf": [ref("Thing"), thing(name={})]}),
        thing(name=thing(name=ref("Thing"))),
    ),
    (
        {"type": "array", "items": {"allOf": [ref("Thing"), {"items": STRING}]}},
        {"type": "array", "items": {"type": "array", "items": STRING}},
    ),
]


@pytest.mark.parametrize(("before", "after"), INSIDE_ITSELF)
def test_a_schema_that_is_put_together_of_itself_ends(before: Any, after: Any) -> None:
    made = write_canonical_schemas(of_schemas(Thing=before))
    assert made == of_schemas(Thing=after)


def test_members_that_are_equal_inside_are_one() -> None:
    before = {"anyOf": [{"items": STRING}, {"items": {"type": ["string"]}}, WHOLE]}
    made = write_canonical_schemas(of_schemas(Thing=before))
    assert made == of_schemas(Thing={"anyOf": [{"type": "array", "items": STRING}, WHOLE]})
