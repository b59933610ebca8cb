"""Bodies and responses that operations with different media types share."""

from __future__ import annotations

from typing import Any

import pytest
from tests.source.swagger.samples import convert

Types = list[str]
CASES: list[tuple[Types, Types | None, Types | None, Types]] = [
    (["a/b"], None, None, ["a/b"]),
    (["a/b"], ["c/d"], ["c/d"], ["c/d"]),
    (["a/b"], ["c/d"], None, ["a/b"]),
    (["a/b"], ["c/d"], ["e/f"], ["c/d"]),
    ([], ["c/d"], ["c/d"], ["c/d"]),
]


def document(key: str, root: Types, *own: Types | None) -> str:
    stated = [f"{key}: {types}" if types is not None else "x-a: 1" for types in own]
    return f"""
        {key}: {root}
        parameters: {{B: {{in: body, name: b, schema: {{type: string}}}}}}
        responses: {{R: {{description: d, schema: {{type: string}}}}, N: {{description: d}}}}
        paths:
          /a:
            put:
              {stated[0]}
              parameters: [$ref: '#/parameters/B']
              responses: {{default: {{$ref: '#/responses/R'}}, '204': {{$ref: '#/responses/N'}}}}
            post:
              {stated[1]}
              parameters: [$ref: '#/parameters/B']
              responses: {{default: {{$ref: '#/responses/R'}}, '204': {{$ref: '#/responses/N'}}}}
    """


def check(shared: Any, reference: str, used: Any, types: Types) -> None:
    """That a use refers to what is shared where the media types agree, and else has a copy."""
    if types == list(shared["content"]):
        assert used == {"$ref": reference}
    else:
        assert used == {
            **shared,
            "content": {t: {"schema": {"type": "string"}} for t in types},
        }


@pytest.mark.parametrize(("root", "put", "post", "types"), CASES)
def test_a_shared_body_has_the_media_types_of_its_users(
    root: Types, put: Types | None, post: Types | None, types: Types
) -> None:
    made = convert(document("consumes", root, put, post)).tree
    shared = made["components"]["requestBodies"]["B"]
    assert list(shared["content"]) == types
    for method, own in (("put", put), ("post", post)):
        used = made["paths"]["/a"][method]["requestBody"]
        check(shared, "#/components/requestBodies/B", used, root if own is None else own)


@pytest.mark.parametrize(("root", "put", "post", "types"), CASES)
def test_a_shared_response_has_them_too(
    root: Types, put: Types | None, post: Types | None, types: Types
) -> None:
    made = convert(document("produces", root, put, post)).tree
    shared = made["components"]["responses"]["R"]
    assert list(shared["content"]) == types
    for method, own in (("put", put), ("post", post)):
        responses = made["paths"]["/a"][method]["responses"]
        used = responses["default"]
        check(shared, "#/components/responses/R", used, root if own is None else own)
        assert responses["204"] == {"$ref": "#/components/responses/N"}


def test_the_tables_stay_alone() -> None:
    assert "parameters" not in convert(document("consumes", [], None, None)).tree["components"]
