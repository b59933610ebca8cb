"""Inline schemas that become classes get a name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    CHOICE,
    FREE,
    STRING,
    check_rule,
    json_body,
    of_operation,
    of_schemas,
    ref,
    thing,
)

from specmend.generate.normalize.lift import lift_inline_schemas

ROWS: list[tuple[Any, Any]] = [
    (
        of_schemas(A=thing(b=STRING, c=FREE, d={"type": "array", "items": ref("B")}), B=CHOICE),
        of_schemas(A=thing(b=STRING, c=FREE, d={"type": "array", "items": ref("B")}), B=CHOICE),
    ),
    (
        of_schemas(A=thing(b={**thing(c=CHOICE), "description": "d"})),
        of_schemas(A=thing(b=ref("AB", description="d")), ABC=CHOICE, AB=thing(c=ref("ABC"))),
    ),
    (
        of_schemas(A=thing(b=CHOICE), AB=CHOICE),
        of_schemas(A=thing(b=ref("AB")), AB=CHOICE),
    ),
    (
        of_schemas(A=thing(b=CHOICE), AB=STRING),
        of_schemas(A=thing(b=ref("AB2")), AB=STRING, AB2=CHOICE),
    ),
    (
        of_schemas(A=thing(b={"oneOf": [STRING, CHOICE]})),
        of_schemas(A=thing(b={"oneOf": [STRING, ref("AB")]}), AB=CHOICE),
    ),
    (
        of_schemas(A={"oneOf": [thing(a=STRING), {**thing(b=STRING), "title": "the last"}]}),
        of_schemas(
            A={"oneOf": [ref("AVariant1"), ref("ATheLast")]},
            AVariant1=thing(a=STRING),
            ATheLast={**thing(b=STRING), "title": "the last"},
        ),
    ),
    (
        of_schemas(A={"allOf": [ref("B")], **thing(c=CHOICE)}, B=thing(x=STRING)),
        of_schemas(A={"allOf": [ref("B")], **thing(c=ref("AC"))}, B=thing(x=STRING), AC=CHOICE),
    ),
    (
        of_schemas(
            A={"additionalProperties": thing(a=STRING)},
            B={"type": "array", "items": thing(b=STRING)},
        ),
        of_schemas(
            A={"additionalProperties": ref("AValue")},
            B={"type": "array", "items": ref("BItem")},
            AValue=thing(a=STRING),
            BItem=thing(b=STRING),
        ),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(lift_inline_schemas, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_inline_schemas_of_operations_are_named_after_them() -> None:
    operation = {
        "operationId": "sendThing",
        "parameters": [{"name": "how", "in": "query", "schema": CHOICE}],
        "requestBody": json_body(thing(a=STRING)),
        "responses": {
            "200": {
                "content": {
                    "application/json": {"schema": thing(b=STRING)},
                    **_stream(thing(c=STRING)),
                }
            },
            "404": json_body(thing(d=STRING)),
            "default": {"$ref": "#/components/responses/Bad"},
        },
    }
    made = lift_inline_schemas(
        of_operation(operation, responses={"Bad": json_body(thing(e=STRING))})
    )
    assert made["components"]["schemas"] == {
        "BadResponse": thing(e=STRING),
        "SendThingHow": CHOICE,
        "SendThingRequest": thing(a=STRING),
        "SendThingResponse": thing(b=STRING),
        "SendThingEvent": thing(c=STRING),
        "SendThingResponse404": thing(d=STRING),
    }
    assert made["paths"]["/things/{id}"]["post"]["requestBody"] == json_body(
        ref("SendThingRequest")
    )


def _stream(schema: Any) -> Any:
    return {"application/x-ndjson": {"schema": schema}}
