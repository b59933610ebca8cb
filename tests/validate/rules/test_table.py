"""The table of rules: each has its name, and finds nothing in a document without faults."""

from __future__ import annotations

import pytest

from specmend.validate.rules.table import RULES

VALID = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets": {"get": {"responses": {"204": {"description": "none"}}}}},
}


def test_the_rules_are_those_that_there_are() -> None:
    assert list(RULES) == ["references", "openapi"]


@pytest.mark.parametrize("name", RULES)
def test_a_document_without_faults_passes(name: str) -> None:
    assert list(RULES[name](VALID)) == []


@pytest.mark.parametrize("name", RULES)
def test_a_fault_bears_the_name_of_its_rule(name: str) -> None:
    broken = {**VALID, "paths": {"/a": {"$ref": "#/nowhere"}, "/b": {"get": 1}}}
    assert {fault.rule for fault in RULES[name](broken)} == {name}
