"""Which media types hold for an operation."""

from __future__ import annotations

from typing import Any

import pytest
from tests.source.swagger.samples import convert, remarks

from specmend.source.swagger.media_types import understood

LISTS: list[tuple[Any, tuple[str, ...] | None]] = [
    (["a/b", "c/d"], ("a/b", "c/d")),
    (["a/b", " a/b ", ""], ("a/b",)),
    ([], ()),
    ("a/b", ("a/b",)),
    (None, None),
    (5, None),
    (["a/b", 5], None),
]
INHERITANCE = [
    ("[a/b]", "", "", ["a/b"]),
    ("[a/b]", "", "[c/d]", ["c/d"]),
    ("[a/b]", "[e/f]", "", ["e/f"]),
    ("[a/b]", "[e/f]", "[c/d]", ["c/d"]),
    ("[a/b]", "", "[]", ["application/json"]),
    ("[a/b]", "", "5", ["a/b"]),
    ("", "", "", ["application/json"]),
]


@pytest.mark.parametrize(("value", "types"), LISTS)
def test_a_list_of_texts_is_understood(value: Any, types: tuple[str, ...] | None) -> None:
    assert understood(value) == types


@pytest.mark.parametrize(("root", "item", "own", "types"), INHERITANCE)
def test_the_nearest_list_holds(root: str, item: str, own: str, types: list[str]) -> None:
    made = convert(f"""
        {f"consumes: {root}" if root else ""}
        paths:
          /a:
            {f"consumes: {item}" if item else ""}
            post:
              {f"consumes: {own}" if own else ""}
              parameters: [{{in: body, name: a, schema: {{}}}}]
    """).tree
    item_made = made["paths"]["/a"]
    assert list(item_made["post"]["requestBody"]["content"]) == types
    assert not {"consumes", "produces"} & {*made, *item_made}


def test_what_is_no_list_stays_with_a_remark() -> None:
    conversion = convert("{produces: 5}")
    assert conversion.tree["produces"] == 5
    assert remarks(conversion) == [
        (
            "produces: This is not understood and stays as it is:"
            " expected a list of media types, found 5."
        )
    ]


def test_a_document_without_media_types_has_one_remark() -> None:
    operation = "{parameters: [{in: body, name: a, schema: {}}]}"
    assert remarks(convert(f"paths: {{/a: {{post: {operation}, put: {operation}}}}}")) == [
        ": No `consumes` says of which media type the bodies are: `application/json` is assumed."
    ]
