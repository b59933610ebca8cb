"""What is said of security schemes that a client does without, with the place."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.document import parse_document
from specmend.generate.key_remarks import key_remarks
from specmend.generate.source import Source

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
BEARER = {"type": "http", "scheme": "bearer"}
BASIC = {"type": "http", "scheme": "basic"}
MUTUAL = {"type": "mutualTLS"}
CERTIFICATE = "the certificate for {} is not the client's to send"
UNNEEDED = "no operation needs the security scheme k"
NO_KEY = "cannot send the key of the security scheme k; `headers=` can"


def secured(version: str, schemes: Any, root: Any, own: Any) -> dict[str, Any]:
    operation = {} if own is None else {"security": own}
    tree = {"openapi": version, "paths": {"/a": {"get": operation, "post": operation}}}
    root = {} if root is None else {"security": root}
    return {**tree, **root, "components": {"securitySchemes": schemes}}


@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
@pytest.mark.parametrize(
    ("schemes", "root", "own", "told"),
    [
        ({}, None, None, []),
        ({"k": KEY}, [{"k": []}], None, []),
        ({"k": KEY}, [{"k": []}, {}], None, []),
        ({"k": KEY, "b": BASIC}, [{"k": []}], [{"b": []}], [UNNEEDED]),
        ({"k": KEY}, [{"k": []}], [], [UNNEEDED]),
        ({"k": KEY}, None, None, ["no operation says which"]),
        ({"m": MUTUAL}, [{"m": []}], None, [CERTIFICATE.format("m")]),
        ({"k": {"type": "odd"}}, [{"k": []}], None, [NO_KEY]),
        ({"k": {**KEY, "name": "a b"}}, [{"k": []}], None, [NO_KEY]),
        ({"k": KEY}, None, [{"k": [], "lost": []}], ["no security scheme has the name"]),
        ({"a": BASIC, "b": BEARER}, [{"a": [], "b": []}], None, ["a and b are sent in one place"]),
        ({"a": BASIC, "b": BEARER}, [{"a": []}, {"b": []}], None, []),
        ({"a": KEY, "b": {**KEY, "name": "x-KEY"}}, [{"a": [], "b": []}], None, ["a and b are"]),
    ],
)  # fmt: skip
def test_remarks(version: str, schemes: Any, root: Any, own: Any, told: list[str]) -> None:
    found = list(key_remarks(Source(tree=secured(version, schemes, root, own))))
    assert len(found) == len(told), found
    for line, words in zip(found, told, strict=True):
        assert words in line


def test_a_scheme_by_its_uri_is_needed() -> None:
    name = "#/components/securitySchemes/k"
    tree = secured("3.2.0", {"k": KEY}, [{name: []}], None)
    assert list(key_remarks(Source(tree=tree))) == []


def test_the_place_is_that_of_the_document() -> None:
    text = """openapi: 3.1.0
security:
- m: []
paths:
  /a:
    get: {}
components:
  securitySchemes:
    m:
      type: mutualTLS
"""
    document = parse_document(text, "api.yaml")
    (line,) = key_remarks(Source(tree=document.tree, document=document))
    assert line.startswith("api.yaml:10:")


def test_several_places_are_one_remark() -> None:
    tree = secured("3.1.0", {"k": KEY}, None, [{"lost": []}, {"k": []}])
    (line,) = key_remarks(Source(tree=tree))
    assert "(and at 1 more place)" in line
