"""The document of a command, in either format."""

from __future__ import annotations

import json

import pytest

from specmend.document.text.document import parse_document
from specmend.generate.commands.document import document_file

YAML = "openapi: 3.0.3 # old\ninfo: {title: 'on', version: 1.0.0}\nx: [0x1F, 1.5, ~]\n"
TREE = {"openapi": "3.0.3", "info": {"title": "on", "version": "1.0.0"}, "x": [31, 1.5, None]}
JSON = json.dumps(TREE, indent=4) + "\n"


@pytest.mark.parametrize(
    ("text", "form", "wanted", "name"),
    [
        (YAML, "yaml", "", "openapi.yaml"),
        (YAML, "yaml", "yaml", "openapi.yaml"),
        (JSON, "json", "", "openapi.json"),
        (JSON, "json", "json", "openapi.json"),
    ],
)
def test_a_document_in_the_wanted_format_stays_as_it_is(
    text: str, form: str, wanted: str, name: str
) -> None:
    document = parse_document(text, "sanitized", "json" if form == "json" else "yaml")
    assert document_file(document, wanted) == (name, text.encode())


def test_yaml_becomes_json() -> None:
    name, data = document_file(parse_document(YAML, "sanitized.yaml", "yaml"), "json")
    assert (name, json.loads(data)) == ("openapi.json", TREE)


def test_json_becomes_yaml_that_says_the_same() -> None:
    name, data = document_file(parse_document(JSON, "sanitized.json", "json"), "yaml")
    assert name == "openapi.yaml"
    assert data.startswith(b"openapi: 3.0.3\ninfo:\n")
    assert parse_document(data.decode(), name, "yaml").tree == TREE
