"""Rules that change the document around schemas: before and after, first a document that must stay as it is."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from tests.generate.normalize.documents import of_operation, of_schemas, ref, thing

from specmend.generate.normalize.aliases import resolve_aliases
from specmend.generate.normalize.deep_references import lift_deep_references
from specmend.generate.normalize.dialect import mark_dialect
from specmend.generate.normalize.lift import lift_inline_schemas
from specmend.generate.normalize.media_order import put_json_first
from specmend.generate.normalize.names import unique_names
from specmend.generate.normalize.null_components import move_nulls_to_references
from specmend.generate.normalize.operation_ids import derive_operation_ids
from specmend.generate.normalize.outline import leave_out_what_clients_lack
from specmend.generate.normalize.responses import complete_responses
from specmend.generate.normalize.shared_parts import place_shared_parts
from specmend.generate.normalize.table import RULES, normalize
from specmend.generate.normalize.unused import drop_unused

STRING = {"type": "string"}
NULL = {"type": "null"}
FREE = {"type": "object", "additionalProperties": True}
CHOICE = {"type": "string", "enum": ["a", "b"]}

Rule = Callable[[Any], Any]


def json_body(schema: Any, media_type: str = "application/json") -> Any:
    return {"content": {media_type: {"schema": schema}}}


def mapped(member: str, **mapping: str) -> Any:
    words = {"propertyName": "kind", **({"mapping": mapping} if mapping else {})}
    return {"oneOf": [ref(member)], "discriminator": words}


TABLES: dict[Rule, list[tuple[Any, Any]]] = {
    leave_out_what_clients_lack: [
        (
            of_schemas(A=thing(example=STRING, links=STRING)),
            of_schemas(A=thing(example=STRING, links=STRING)),
        ),
        (
            of_schemas(A={**STRING, "example": "x", "examples": ["y"], "xml": {}}),
            of_schemas(A=STRING),
        ),
        (
            {
                "openapi": "3.1.0",
                "webhooks": {},
                "components": {"links": {}, "headers": {}, "examples": {}},
            },
            {"openapi": "3.1.0", "components": {}},
        ),
        (
            of_operation(
                {
                    "callbacks": {},
                    "requestBody": {"content": {"a/b": {"examples": {}, "schema": STRING}}},
                    "responses": {
                        "200": {"links": {}, "headers": {}, "content": {"a/b": {"example": 1}}}
                    },
                }
            ),
            of_operation(
                {
                    "requestBody": json_body(STRING, "a/b"),
                    "responses": {"200": {"content": {"a/b": {}}}},
                }
            ),
        ),
        (
            of_operation(
                {
                    "requestBody": {
                        "content": {"a/b": {"examples": {"c": {"value": {"d": 1}}, "e": {}}}}
                    }
                }
            ),
            of_operation({"requestBody": {"content": {"a/b": {"x-example": {"d": 1}}}}}),
        ),
    ],
    mark_dialect: [
        (of_schemas(A=thing(itemSchema=STRING)), of_schemas(A=thing(itemSchema=STRING))),
        ({"openapi": "3.0.3", "jsonSchemaDialect": "x"}, {"openapi": "3.1.0"}),
        (
            of_operation({"responses": {"200": {"content": {"a/b": {"itemSchema": STRING}}}}}),
            of_operation({"responses": {"200": json_body(STRING, "a/b")}}),
        ),
    ],
    complete_responses: [
        (of_operation({"responses": {"200": {}}}), of_operation({"responses": {"200": {}}})),
        (of_operation({"operationId": "x"}), of_operation({"operationId": "x", "responses": {}})),
    ],
    lift_deep_references: [
        (of_schemas(A=thing(b=ref("B")), B=STRING), of_schemas(A=thing(b=ref("B")), B=STRING)),
        (of_schemas(A=ref("A/properties/lost")), of_schemas(A=ref("A/properties/lost"))),
        (
            of_schemas(A=thing(b=thing(c=STRING)), B=ref("A/properties/b")),
            of_schemas(A=thing(b=ref("AB")), B=ref("AB"), AB=thing(c=STRING)),
        ),
        (
            of_schemas(A={"items": thing(a=ref("A/items"))}),
            of_schemas(A={"items": ref("AItem")}, AItem=thing(a=ref("AItem"))),
        ),
    ],
    move_nulls_to_references: [
        (
            of_schemas(A={"anyOf": [ref("B"), NULL]}, B=thing(a=STRING)),
            of_schemas(A={"anyOf": [ref("B"), NULL]}, B=thing(a=STRING)),
        ),
        (
            of_schemas(
                A={"description": "d", "anyOf": [thing(a=STRING), NULL]}, B=thing(a=ref("A"))
            ),
            of_schemas(
                A={"description": "d", **thing(a=STRING)},
                B=thing(a={"description": "d", "anyOf": [ref("A"), NULL]}),
            ),
        ),
        (
            of_schemas(
                A={"description": "d", "anyOf": [thing(), NULL]},
                B=thing(a=ref("A", description="own")),
            ),
            of_schemas(
                A={"description": "d", **thing()},
                B=thing(a={"description": "own", "anyOf": [ref("A", description="own"), NULL]}),
            ),
        ),
        (
            of_schemas(
                A={"anyOf": [thing(a=STRING), NULL]}, B={"allOf": [ref("A"), thing(b=STRING)]}
            ),
            of_schemas(A=thing(a=STRING), B={"allOf": [ref("A"), thing(b=STRING)]}),
        ),
    ],
    unique_names: [
        (
            of_schemas(PetStore=STRING, HTTPError=ref("PetStore")),
            of_schemas(PetStore=STRING, HTTPError=ref("PetStore")),
        ),
        (
            of_schemas(**{"pet.store": STRING, "A": ref("pet.store")}),
            of_schemas(PetStore=STRING, A=ref("PetStore")),
        ),
        (
            of_schemas(Client=STRING, A=ref("Client")),
            of_schemas(ClientModel=STRING, A=ref("ClientModel")),
        ),
        (
            of_schemas(Client=STRING, ClientModel=STRING),
            of_schemas(ClientModel2=STRING, ClientModel=STRING),
        ),
        (of_schemas(pet=STRING, Pet=STRING), of_schemas(Pet2=STRING, Pet=STRING)),
        (of_schemas(TimeoutError=STRING), of_schemas(TimeoutErrorModel=STRING)),
        (of_schemas(**{"1st": STRING, "é": STRING}), of_schemas(Model1St=STRING, Model=STRING)),
        (
            of_schemas(cat=STRING, P=mapped("cat", c="#/components/schemas/cat", d="cat")),
            of_schemas(
                Cat=STRING,
                P=mapped("Cat", c="#/components/schemas/Cat", d="#/components/schemas/Cat"),
            ),
        ),
        (
            of_schemas(cat=STRING, P=mapped("cat")),
            of_schemas(Cat=STRING, P=mapped("Cat", cat="#/components/schemas/Cat")),
        ),
    ],
    derive_operation_ids: [
        (of_operation({"operationId": "x"}), of_operation({"operationId": "x"})),
        (of_operation({}), of_operation({"operationId": "post_things_id"})),
        (
            {"paths": {"/a-b": {"get": {}}, "/a/b": {"get": {}}}},
            {
                "paths": {
                    "/a-b": {"get": {"operationId": "get_a_b"}},
                    "/a/b": {"get": {"operationId": "get_a_b_2"}},
                }
            },
        ),
    ],
    lift_inline_schemas: [
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
            of_schemas(A={"allOf": [ref("B"), thing(c=CHOICE)]}, B=thing(x=STRING)),
            of_schemas(A={"allOf": [ref("B"), thing(c=ref("AC"))]}, B=thing(x=STRING), AC=CHOICE),
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
    ],
    place_shared_parts: [
        (
            of_operation({"responses": {"200": {"description": "x"}}}, schemas={"A": STRING}),
            of_operation({"responses": {"200": {"description": "x"}}}, schemas={"A": STRING}),
        ),
        (
            of_operation(
                {
                    "parameters": [{"$ref": "#/components/parameters/P"}],
                    "requestBody": {"$ref": "#/components/requestBodies/B"},
                    "responses": {
                        "404": {"$ref": "#/components/responses/R", "description": "mine"}
                    },
                },
                schemas={},
                parameters={"P": {"name": "p"}},
                requestBodies={"B": {"$ref": "#/components/requestBodies/C"}, "C": {"content": {}}},
                responses={"R": {"description": "theirs", "content": {}}},
            ),
            of_operation(
                {
                    "parameters": [{"name": "p"}],
                    "requestBody": {"content": {}},
                    "responses": {"404": {"description": "mine", "content": {}}},
                },
                schemas={},
            ),
        ),
        (
            {
                "paths": {
                    "/x": {
                        "parameters": [{"name": "a"}, {"name": "b"}],
                        "get": {"parameters": [{"name": "b", "x": 1}]},
                    }
                }
            },
            {"paths": {"/x": {"get": {"parameters": [{"name": "b", "x": 1}, {"name": "a"}]}}}},
        ),
        (
            {
                "paths": {"/x": {"$ref": "#/components/pathItems/X"}},
                "components": {"schemas": {}, "pathItems": {"X": {"get": {"operationId": "x"}}}},
            },
            {"paths": {"/x": {"get": {"operationId": "x"}}}, "components": {"schemas": {}}},
        ),
    ],
    resolve_aliases: [
        (
            of_schemas(A=thing(b=ref("B")), B=thing(c=STRING)),
            of_schemas(A=thing(b=ref("B")), B=thing(c=STRING)),
        ),
        (of_schemas(A=ref("B"), B=ref("A")), of_schemas(A=ref("B"), B=ref("A"))),
        (
            of_schemas(
                A=thing(b=ref("B", description="d")), B=ref("C"), C=ref("D"), D=thing(c=STRING)
            ),
            of_schemas(A=thing(b=ref("D", description="d")), D=thing(c=STRING)),
        ),
        (
            of_schemas(
                A=thing(b=ref("B")), B={"allOf": [ref("C")], "description": "d"}, C=thing(c=STRING)
            ),
            of_schemas(A=thing(b=ref("C")), C=thing(c=STRING)),
        ),
        (
            of_schemas(
                A=thing(b=ref("B", description="mine")), B={**FREE, "description": "theirs"}
            ),
            of_schemas(A=thing(b={**FREE, "description": "mine"})),
        ),
        (
            of_schemas(P=mapped("B", b="#/components/schemas/B"), B=ref("C"), C=thing(c=STRING)),
            of_schemas(P=mapped("C", b="#/components/schemas/C"), C=thing(c=STRING)),
        ),
    ],
    put_json_first: [
        (
            of_operation({"requestBody": json_body(STRING)}),
            of_operation({"requestBody": json_body(STRING)}),
        ),
        (
            of_operation(
                {
                    "responses": {
                        "200": {
                            "content": {"text/event-stream": 1, "a/b": 2, "application/json": 3}
                        }
                    }
                }
            ),
            of_operation(
                {
                    "responses": {
                        "200": {
                            "content": {"application/json": 3, "a/b": 2, "text/event-stream": 1}
                        }
                    }
                }
            ),
        ),
    ],
    drop_unused: [
        (of_schemas(A=thing(b=ref("B")), B=CHOICE), of_schemas(A=thing(b=ref("B")), B=CHOICE)),
        (
            of_schemas(
                A=thing(b=STRING),
                B={"oneOf": [ref("C"), STRING]},
                C=CHOICE,
                D={"type": "array", "items": {}},
            ),
            of_schemas(A=thing(b=STRING)),
        ),
    ],
}

ROWS = [
    pytest.param(rule, before, after, id=f"{rule.__name__}-{number}")
    for rule, table in TABLES.items()
    for number, (before, after) in enumerate(table)
]


@pytest.mark.parametrize(("rule", "before", "after"), ROWS)
def test_rule(rule: Rule, before: Any, after: Any) -> None:
    given = deepcopy(before)
    made = rule(before)
    assert made == after
    assert _ordered(made) == _ordered(after), "the order of media types and components counts"
    assert before == given, "the given document was changed"
    assert rule(made) == made, "a second time changed something"


def _ordered(tree: Any) -> Any:
    return {
        path: {
            code: list(answer.get("content", ()))
            for code, answer in operation.get("responses", {}).items()
        }
        for path, item in tree.get("paths", {}).items()
        for operation in item.values()
        if isinstance(operation, dict)
    }


@pytest.mark.parametrize("rule", TABLES, ids=lambda rule: rule.__name__)
def test_the_first_row_of_every_table_stays_as_it_is(rule: Rule) -> None:
    before, after = TABLES[rule][0]
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


def test_every_rule_has_a_table() -> None:
    from tests.generate.normalize import test_schema_rules

    assert set(RULES) == {*TABLES, *test_schema_rules.TABLES}


def test_a_normalized_document_stays_as_it_is() -> None:
    from tests.generate.shop import DOCUMENT

    once = normalize(DOCUMENT)
    assert normalize(once) == once


def test_nodes_that_anchors_share_are_changed_apart() -> None:
    shared = thing(a={**STRING, "nullable": True})
    made = normalize(of_schemas(A=shared, B=thing(b=shared)))
    assert made["components"]["schemas"]["A"] == thing(a={"type": ["string", "null"]})
    assert shared == thing(a={**STRING, "nullable": True})
