"""What is new in OpenAPI 3.2: found with its place, or put in the words of 3.1."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.version_32 import (
    Matter,
    is_32,
    lowered_to_31,
    misfits_31,
    with_item_schemas,
)

S: dict[str, Any] = {"type": "string"}


def of_media(media: Any) -> Any:
    return {
        "paths": {"/a": {"get": {"responses": {"200": {"content": {"application/jsonl": media}}}}}}
    }


def of_schema(schema: Any) -> Any:
    return {"components": {"schemas": {"A": schema}}}


def of_parameter(parameter: Any) -> Any:
    return {"paths": {"/a": {"parameters": [parameter]}}}


def of_scheme(scheme: Any) -> Any:
    return {"components": {"securitySchemes": {"S": scheme}}}


MISFITS = [
    pytest.param({"paths": {"/a": {"get": {}}}, "tags": [{"name": "a"}]}, [], id="nothing new"),
    pytest.param({"$self": "u"}, [("$self at $['$self']", Matter.ADDRESS)], id="$self"),
    pytest.param(
        {"paths": {"/a": {"query": {}}}},
        [("query at $.paths['/a'].query", Matter.OPERATION)],
        id="query",
    ),
    pytest.param(
        {"webhooks": {"w": {"additionalOperations": {}}}},
        [("additionalOperations at $.webhooks.w.additionalOperations", Matter.OPERATION)],
        id="additional operations of a webhook",
    ),
    pytest.param(
        {"paths": {"/a": {"get": {"callbacks": {"c": {"{$url}": {"query": {}}}}}}}},
        [("query at $.paths['/a'].get.callbacks.c['{$url}'].query", Matter.OPERATION)],
        id="query of a callback",
    ),
    pytest.param(
        {"servers": [{"url": "/", "name": "n"}]},
        [("name at $.servers[0].name", Matter.ACCESS)],
        id="the name of a server",
    ),
    pytest.param(
        {"tags": [{"name": "a", "kind": "nav"}]},
        [("kind at $.tags[0].kind", Matter.REMARK)],
        id="the kind of a tag",
    ),
    pytest.param(
        of_media({"schema": S, "itemSchema": S}),
        [
            (
                (
                    "itemSchema beside schema at "
                    "$.paths['/a'].get.responses['200'].content['application/jsonl'].itemSchema"
                ),
                Matter.RECORDS,
            )
        ],
        id="both schemas of a stream",
    ),
    pytest.param(of_media({"itemSchema": S}), [], id="the schema of records alone"),
    pytest.param(
        of_media({"$ref": "#/components/mediaTypes/M"}),
        [
            (
                (
                    "a reference to a media type at "
                    "$.paths['/a'].get.responses['200'].content['application/jsonl']['$ref']"
                ),
                Matter.SHARING,
            )
        ],
        id="a shared media type",
    ),
    pytest.param(
        of_media({"itemEncoding": {}}),
        [
            (
                (
                    "itemEncoding at "
                    "$.paths['/a'].get.responses['200'].content['application/jsonl'].itemEncoding"
                ),
                Matter.WIRE,
            )
        ],
        id="the encoding of records",
    ),
    pytest.param(
        of_parameter({"name": "q", "in": "querystring"}),
        [("a parameter in querystring at $.paths['/a'].parameters[0].in", Matter.PARAMETER)],
        id="a whole query",
    ),
    pytest.param(
        of_parameter({"name": "c", "in": "cookie", "style": "cookie"}),
        [("the style cookie at $.paths['/a'].parameters[0].style", Matter.PARAMETER)],
        id="a style",
    ),
    pytest.param(
        of_schema({"discriminator": {"defaultMapping": "B"}}),
        [
            (
                "defaultMapping at $.components.schemas.A.discriminator.defaultMapping",
                Matter.REMARK,
            )
        ],
        id="the default of a discriminator",
    ),
    pytest.param(
        of_schema({"properties": {"nodeType": S, "query": S, "$self": S}}),
        [],
        id="names of properties",
    ),
    pytest.param(
        of_scheme({"type": "oauth2", "flows": {"deviceAuthorization": {}}}),
        [
            (
                (
                    "the flow deviceAuthorization at "
                    "$.components.securitySchemes.S.flows.deviceAuthorization"
                ),
                Matter.ACCESS,
            )
        ],
        id="a flow",
    ),
]


@pytest.mark.parametrize(("tree", "misfits"), MISFITS)
def test_what_31_cannot_hold_is_found(tree: Any, misfits: list[tuple[str, Matter]]) -> None:
    assert [(str(misfit), misfit.matter) for misfit in misfits_31(tree)] == misfits


LOWERED = [
    pytest.param(of_media({"schema": S}), of_media({"schema": S}), id="nothing to do"),
    pytest.param(
        of_media({"description": "d", "itemSchema": S, "x-a": 1}),
        of_media({"description": "d", "schema": S, "x-itemSchema": True, "x-a": 1}),
        id="records, in their place",
    ),
    pytest.param(
        of_media({"schema": S, "itemSchema": S}),
        of_media({"schema": S, "itemSchema": S}),
        id="a misfit stays",
    ),
]


@pytest.mark.parametrize(("before", "after"), LOWERED)
def test_the_schema_of_records_becomes_the_schema(before: Any, after: Any) -> None:
    made = with_item_schemas(before)
    assert made == after
    assert (made is before) == (before == after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"description": "d"}, {"description": "d"}),
        ({}, {"description": ""}),
        ({"summary": "s"}, {"description": "s"}),
        ({"summary": "s", "description": "d"}, {"description": "d"}),
        ({"$ref": "#/r", "summary": "s"}, {"$ref": "#/r", "summary": "s"}),
    ],
)
def test_a_response_has_a_description(before: Any, after: Any) -> None:
    made = lowered_to_31({"openapi": "3.2.0", "components": {"responses": {"R": before}}})
    assert made == {"openapi": "3.1.0", "components": {"responses": {"R": after}}}


@pytest.mark.parametrize(
    ("tree", "answer"),
    [
        ({"openapi": "3.2.0"}, True),
        ({"openapi": "3.2.1"}, True),
        ({"openapi": "3.20.0"}, False),
        ({"openapi": "3.1.2"}, False),
        ({}, False),
        ([], False),
    ],
)
def test_the_version_is_told_by_its_number(tree: Any, answer: bool) -> None:
    assert is_32(tree) is answer
