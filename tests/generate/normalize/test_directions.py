"""A schema has one view for requests and one for answers, where these differ."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    NULL,
    STRING,
    check_rule,
    json_body,
    of_schemas,
    ref,
    thing,
)

from specmend.generate.normalize.canonical.unions import TAGS
from specmend.generate.normalize.directions import split_directions
from specmend.generate.normalize.webhooks import RECEIVED

READ: dict[str, Any] = {"type": "string", "readOnly": True}
WRITE: dict[str, Any] = {"type": "string", "writeOnly": True}
FREE = {"type": "object", "additionalProperties": True}
BY_KIND = {"discriminator": {"propertyName": "kind"}}
USER = {**thing(id=READ, name=STRING, key=WRITE), "required": ["id", "name", "key"]}
ANSWERED = {**thing(id=STRING, name=STRING), "required": ["id", "name"]}
ASKED = {**thing(name=STRING, key=STRING), "required": ["name", "key"]}


def sent(schema: Any, **schemas: Any) -> dict[str, Any]:
    return using({"requestBody": json_body(schema)}, schemas)


def received(schema: Any, **schemas: Any) -> dict[str, Any]:
    return using({"responses": {"200": json_body(schema)}}, schemas)


def both(schema: Any, answer: Any = None, **schemas: Any) -> dict[str, Any]:
    responses = {"200": json_body(answer or schema)}
    return using({"requestBody": json_body(schema), "responses": responses}, schemas)


def using(operation: Any, schemas: Any) -> dict[str, Any]:
    return {**of_schemas(**schemas), "paths": {"/a": {"post": operation}}}


ROWS: dict[str, tuple[Any, Any]] = {
    "no direction": (both(ref("A"), A=thing(b=STRING)), both(ref("A"), A=thing(b=STRING))),
    "sent and received": (
        both(ref("User"), User=USER),
        both(ref("UserRequest"), ref("User"), User=ANSWERED, UserRequest=ASKED),
    ),
    "sent only": (sent(ref("User"), User=USER), sent(ref("User"), User=ASKED)),
    "received only": (received(ref("User"), User=USER), received(ref("User"), User=ANSWERED)),
    "used nowhere": (of_schemas(User=USER), of_schemas(User=ANSWERED)),
    "the name is taken": (
        both(ref("User"), User=USER, UserRequest=thing(a=STRING)),
        both(
            ref("UserRequest2"),
            ref("User"),
            User=ANSWERED,
            UserRequest2=ASKED,
            UserRequest=thing(a=STRING),
        ),
    ),
    "a false says nothing": (
        both(ref("A"), A=thing(b={**STRING, "readOnly": False}, c=STRING)),
        both(ref("A"), A=thing(b=STRING, c=STRING)),
    ),
    "both directions are none": (
        both(ref("A"), A=thing(b={**READ, "writeOnly": True}, c=STRING)),
        both(ref("A"), A=thing(b=STRING, c=STRING)),
    ),
    "inside of properties, lists, maps and unions": (
        both(
            {"type": "array", "items": ref("Team")},
            Team=thing(
                lead=ref("User"),
                many={"type": "array", "items": ref("User")},
                named={"type": "object", "additionalProperties": ref("User")},
                pair={"type": "array", "prefixItems": [STRING, ref("User")]},
                maybe={"anyOf": [ref("User"), NULL]},
            ),
            User=USER,
            Other=thing(a=STRING),
        ),
        both(
            {"type": "array", "items": ref("TeamRequest")},
            {"type": "array", "items": ref("Team")},
            **{
                f"Team{suffix}": thing(
                    lead=ref(f"User{suffix}"),
                    many={"type": "array", "items": ref(f"User{suffix}")},
                    named={"type": "object", "additionalProperties": ref(f"User{suffix}")},
                    pair={"type": "array", "prefixItems": [STRING, ref(f"User{suffix}")]},
                    maybe={"anyOf": [ref(f"User{suffix}"), NULL]},
                )
                for suffix in ("", "Request")
            },
            User=ANSWERED,
            UserRequest=ASKED,
            Other=thing(a=STRING),
        ),
    ),
    "a parent": (
        both(
            ref("Sub"),
            Sub={**thing(a=WRITE), "allOf": [ref("User")], "required": ["a"]},
            User=USER,
        ),
        both(
            ref("SubRequest"),
            ref("Sub"),
            Sub={"type": "object", "allOf": [ref("User")]},
            SubRequest={**thing(a=STRING), "allOf": [ref("UserRequest")], "required": ["a"]},
            User=ANSWERED,
            UserRequest=ASKED,
        ),
    ),
    "a class that contains itself": (
        both(ref("Node"), Node=thing(id=READ, next=ref("Node"))),
        both(
            ref("NodeRequest"),
            ref("Node"),
            Node=thing(id=STRING, next=ref("Node")),
            NodeRequest=thing(next=ref("NodeRequest")),
        ),
    ),
    "what only the other direction reaches": (
        both(ref("A"), A=thing(log={**ref("Log"), "readOnly": True}, b=STRING), Log=thing(x=READ)),
        both(
            ref("ARequest"),
            ref("A"),
            A=thing(log=ref("Log"), b=STRING),
            ARequest=thing(b=STRING),
            Log=thing(x=STRING),
        ),
    ),
    "a component that says so": (
        sent(ref("A"), A=thing(id=ref("Id"), b=STRING), Id=READ),
        sent(ref("A"), A=thing(b=STRING), Id=STRING),
    ),
    "a class that says so": (
        sent(ref("A"), A=thing(meta=ref("Meta"), b=STRING), Meta={**thing(x=STRING), **READ}),
        sent(ref("A"), A=thing(b=STRING), Meta={**thing(x=STRING), "type": "string"}),
    ),
    "all alternatives say so": (
        sent(ref("A"), A=thing(c={"anyOf": [READ, {**ref("B"), "readOnly": True}]}, b=STRING)),
        sent(ref("A"), A=thing(b=STRING)),
    ),
    "the alternative of a null says so": (
        sent(ref("A"), A=thing(c={"anyOf": [{**ref("B"), "readOnly": True}, NULL]}, b=STRING)),
        sent(ref("A"), A=thing(b=STRING)),
    ),
    "one of several alternatives says so": (
        sent(ref("A"), A=thing(c={"anyOf": [READ, {"type": "integer"}]}, b=STRING)),
        sent(ref("A"), A=thing(c={"anyOf": [STRING, {"type": "integer"}]}, b=STRING)),
    ),
    "nothing is left": (
        both(ref("A"), A={**thing(id=READ), "required": ["id"]}),
        both(
            ref("ARequest"),
            ref("A"),
            A={**thing(id=STRING), "required": ["id"]},
            ARequest=FREE,
        ),
    ),
    "nothing is left of a parent": (
        sent(
            ref("Sub"),
            Sub={**thing(b=STRING), "allOf": [ref("Base"), ref("Other")]},
            Base=thing(id=READ),
            Other=thing(c=STRING),
        ),
        sent(
            ref("Sub"),
            Sub={**thing(b=STRING), "allOf": [ref("Other")]},
            Base=thing(id=STRING),
            Other=thing(c=STRING),
        ),
    ),
    "what tells the members apart goes one way": (
        both(
            {"anyOf": [ref("Cat", **{TAGS: ["cat"]}), ref("Dog", **{TAGS: ["dog"]})], **BY_KIND},
            Cat=thing(kind=READ, a=STRING),
            Dog={**thing(b=STRING), "allOf": [ref("Pet")]},
            Pet=thing(kind=READ, c=STRING),
        ),
        both(
            {"anyOf": [ref("CatRequest"), ref("DogRequest")]},
            {"anyOf": [ref("Cat", **{TAGS: ["cat"]}), ref("Dog", **{TAGS: ["dog"]})], **BY_KIND},
            Cat=thing(kind=STRING, a=STRING),
            CatRequest=thing(a=STRING),
            Dog={**thing(b=STRING), "allOf": [ref("Pet")]},
            DogRequest={**thing(b=STRING), "allOf": [ref("PetRequest")]},
            Pet=thing(kind=STRING, c=STRING),
            PetRequest=thing(c=STRING),
        ),
    ),
    "a list by its name": (
        both(ref("Users"), Users={"type": "array", "items": ref("User")}, User=USER),
        both(
            ref("UsersRequest"),
            ref("Users"),
            Users={"type": "array", "items": ref("User")},
            UsersRequest={"type": "array", "items": ref("UserRequest")},
            User=ANSWERED,
            UserRequest=ASKED,
        ),
    ),
    "a parameter is sent": (
        using(
            {
                "parameters": [{"name": "p", "in": "query", "schema": ref("User")}],
                "responses": {"default": json_body(ref("User"))},
            },
            {"User": USER},
        ),
        using(
            {
                "parameters": [{"name": "p", "in": "query", "schema": ref("UserRequest")}],
                "responses": {"default": json_body(ref("User"))},
            },
            {"User": ANSWERED, "UserRequest": ASKED},
        ),
    ),
    "a webhook is received": (
        sent(ref("User"), User={**USER, RECEIVED: True}),
        sent(ref("UserRequest"), User=ANSWERED, UserRequest=ASKED),
    ),
    "a webhook without directions": (
        of_schemas(A={**thing(b=STRING), RECEIVED: True}),
        of_schemas(A=thing(b=STRING)),
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_before_and_after(name: str) -> None:
    check_rule(split_directions, *ROWS[name])


def test_a_document_without_directions_is_the_same_one() -> None:
    tree = ROWS["no direction"][0]
    assert split_directions(tree) is tree


def test_the_request_view_stands_behind_the_other_one() -> None:
    made = split_directions(both(ref("User"), User=USER, Zoo=thing(a=STRING)))
    assert list(made["components"]["schemas"]) == ["User", "UserRequest", "Zoo"]
