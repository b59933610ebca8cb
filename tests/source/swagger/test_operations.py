"""Operations: where their fields go, and references into their lists."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, load, operation

RULES = [
    (
        "{tags: [a], operationId: o, deprecated: true, x-a: {$ref: '#/definitions/A'}}",
        "{tags: [a], operationId: o, deprecated: true, x-a: {$ref: '#/definitions/A'}}",
    ),
    ("{parameters: []}", "{parameters: []}"),
    ("{parameters: 5}", "{parameters: 5}"),
    ("{parameters: [5, null]}", "{parameters: [5, null]}"),
    ("{responses: []}", "{responses: []}"),
    ("{responses: {x-a: 5, default: 5}}", "{responses: {x-a: 5, default: 5}}"),
    ("{consumes: [a/b], produces: [], summary: s}", "{summary: s}"),
    ("5", "5"),
    (
        "{parameters: [{in: body, name: b, schema: {}}, {$ref: '#/parameters/P'}], responses: {}}",
        (
            "{parameters: [{$ref: '#/components/parameters/P'}],"
            " requestBody: {content: {application/json: {schema: {}}}}, responses: {}}"
        ),
    ),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_an_operation_keeps_its_order(before: str, after: str) -> None:
    made = operation(before)
    assert made == load(after)
    if isinstance(made, dict):
        assert list(made) == list(load(after))


def test_references_into_what_moved_follow() -> None:
    made = convert("""
        paths:
          /a:
            post:
              parameters:
              - {in: body, name: b, schema: {properties: {x: {type: string}}}}
              - {in: query, name: q, type: array, items: {type: string}}
              responses: {'200': {description: d, schema: {type: object}}}
        definitions:
          A:
            allOf:
            - {$ref: '#/paths/~1a/post/parameters/0/schema/properties/x'}
            - {$ref: '#/paths/~1a/post/parameters/1/items'}
            - {$ref: '#/paths/~1a/post/responses/200/schema'}
        responses: {R: {$ref: '#/paths/~1a/post/responses/200'}}
    """).tree
    start = "#/paths/~1a/post/"
    media_type = "content/application~1json/schema"
    assert [one["$ref"] for one in made["components"]["schemas"]["A"]["allOf"]] == [
        f"{start}requestBody/{media_type}/properties/x",
        f"{start}parameters/0/schema/items",
        f"{start}responses/200/{media_type}",
    ]
    assert made["components"]["responses"]["R"] == {"$ref": f"{start}responses/200"}


def test_a_body_of_the_path_item_comes_before_the_responses() -> None:
    made = convert("""
        paths:
          /a:
            parameters: [{in: body, name: b, schema: {}}]
            put: {summary: s, responses: {}}
            post: {summary: s}
    """).tree["paths"]["/a"]
    assert list(made["put"]) == ["summary", "requestBody", "responses"]
    assert list(made["post"]) == ["summary", "requestBody"]
    assert "parameters" not in made
