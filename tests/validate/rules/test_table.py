"""The table of rules: each has its name, and finds nothing in a document without faults."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.validate.standard.documents import good

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import replace
from specmend.validate.rules.scope import Scope
from specmend.validate.rules.table import RULES
from specmend.validate.rules.walk import walk

VALID = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets": {"get": {"responses": {"204": {"description": "none"}}}}},
}


def test_the_rules_are_those_that_there_are() -> None:
    assert list(RULES) == [
        "references", "targets", "beside", "openapi", "uris", "servers", "paths", "methods",
        "operations", "parameters", "bodies", "contents", "examples", "encodings", "statuses",
        "headers", "links", "callbacks", "names", "extensions", "tags", "security", "schemes",
        "mappings", "discriminators", "schemas", "compositions", "enums", "directions",
        "xml", "defaults", "samples",
    ]  # fmt: skip


@pytest.mark.parametrize("name", RULES)
def test_a_document_without_faults_passes(name: str) -> None:
    assert list(RULES[name](VALID)) == []


GET = {"operationId": "a", "responses": {"4xx": {}}, "security": [{"k": []}]}
BROKEN = {
    **VALID,
    "paths": {"/a/{a}": {"$ref": "#/nowhere"}, "/a/{b}": {"get": GET, "put": {**GET, "x": 1}}},
    "tags": [{"name": "t"}, {"name": "t"}],
    "servers": [{"url": "/{v}"}],
    "components": {"examples": {"x-a": 1}, "schemas": {"Ä": {
        "type": "string", "default": 1, "pattern": "(",
        "discriminator": {"propertyName": "p", "mapping": {"a": "Nope"}},
    }}},
}  # fmt: skip
VERSIONS = ("3.0.3", "3.1.0", "3.2.0")
SLOW = ("openapi", "defaults", "samples")
"""The rules that try JSON Schemas."""


ODD: list[object] = [
    None,
    5,
    True,
    "text",
    [],
    {},
    [None],
    [[]],
    [{}],
    {"a": None},
    {"a": 5},
    {"/a": []},
]


@pytest.mark.parametrize("name", SLOW)
@pytest.mark.parametrize("odd", ODD, ids=str)
def test_no_rule_is_broken_by_what_stands_in_the_wrong_place(name: str, odd: object) -> None:
    """Each place of a document in turn holds something that does not belong there."""
    for version in VERSIONS:
        tree = {**BROKEN, "openapi": version}
        for address in addresses(tree):
            if address and address != ("openapi",):
                assert all(fault.message for fault in RULES[name](replace(tree, address, odd)))


@pytest.mark.parametrize("odd", [5, [5], {"a": 5}, [{"$ref": "#/info"}]], ids=str)
@pytest.mark.parametrize("version", ["3.0.4", "3.2.0"])
def test_no_other_rule_is_either(version: str, odd: object) -> None:
    """The same with every kind of object, and all rules that walk through it together."""
    checks = [rule.checks for name, rule in RULES.items() if name not in SLOW]
    tree = good(version)
    for address in addresses(tree):
        if address and address != ("openapi",):
            found = walk(Scope(tree=replace(tree, address, odd)), checks)
            assert all(fault.message for faults in found for fault in faults)


def addresses(tree: object, address: Address = ()) -> Iterator[Address]:
    """Every place of a tree."""
    yield address
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from addresses(value, (*address, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from addresses(value, (*address, index))
