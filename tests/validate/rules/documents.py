"""Small documents for the tests of rules, and what a rule says of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from specmend.document.text.document import parse_document
from specmend.document.tree.pointer import format_pointer
from specmend.validate.check import validate_document
from specmend.validate.rules.table import RULES

VERSIONS = ["3.0.3", "3.1.0", "3.2.0"]
OK = {"204": {"description": "none"}}


def document(version: str = "3.1.0", **parts: Any) -> Any:
    """A valid document with some parts of it replaced or added."""
    whole = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"get": {"responses": OK}}},
    }
    return {**whole, **parts}


def operation(*parameters: Any, **fields: Any) -> Any:
    """An operation with an answer."""
    return {**fields, **({"parameters": list(parameters)} if parameters else {}), "responses": OK}


def in_path(name: str, **fields: Any) -> Any:
    """A parameter of the path."""
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, **fields}


def told(rule: str, tree: Any) -> list[tuple[str, str]]:
    """The pointer and the message of each fault that a rule finds."""
    return [(format_pointer(fault.address), fault.message) for fault in RULES[rule](tree)]


def levels(rule: str, tree: Any) -> list[str]:
    """The level of each fault that a rule finds."""
    return [fault.level for fault in RULES[rule](tree)]


def rules_of(tree: Any) -> Iterable[str]:
    """The rules that find something in a document, as JSON and as YAML."""
    text = json.dumps(tree, ensure_ascii=False)
    found = [
        [finding.rule for finding in validate_document(parse_document(text, name))]
        for name in ("spec.json", "spec.yaml")
    ]
    assert found[0] == found[1]
    return found[0]
