"""Swagger 2.0 written as OpenAPI 3.0 in its own format, with remarks at their places."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.source.conversion import convert, is_swagger

YAML = """\
# Pets
swagger: "2.0"
info:
    title: Pets
    version: "1"
host: example.com
schemes: [https]
paths:
    /pets:
        get:
            produces: [application/json]
            parameters:
                - name: tag
                  in: query
                  type: array
                  items: {type: string}
                  collectionFormat: tsv
            responses:
                "200":
                    description: Fine.
                    schema: {type: string}
"""
JSON = '{"swagger": "2.0", "info": {"title": "P", "version": "1"}, "paths": {}}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JSON, True),
        ("swagger: 2.0\n", True),
        ("openapi: 3.0.3\n", False),
        ("[]\n", False),
    ],
)
def test_a_document_of_swagger_is_known_by_its_key(text: str, expected: bool) -> None:
    assert is_swagger(parse_document(text, "api.yaml")) == expected


def test_yaml_stays_yaml_with_its_indentation() -> None:
    made, remarks = convert(parse_document(YAML, "api.yaml"), "original.yaml")
    assert made.format == "yaml"
    assert made.tree["servers"] == [{"url": "https://example.com"}]
    assert "\n    title: Pets\n" in made.text
    assert all(remark.file == "original.yaml" and remark.line for remark in remarks)
    assert any(remark.line == 13 for remark in remarks)


def test_json_stays_json() -> None:
    made, remarks = convert(parse_document(JSON, "api.json"), "api.json")
    assert (made.format, remarks) == ("json", ())
    assert made.tree["openapi"].startswith("3.0")


def test_the_same_document_gives_the_same_bytes() -> None:
    document = parse_document(YAML, "api.yaml")
    assert convert(document, "a")[0].encode() == convert(document, "b")[0].encode()
