"""One entry for each edited place, with its level, its places and its operations."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from tests.diff.pairs import api, entries, found, json_of, sent
from tests.diff.test_comparison import NAMES, SCHEMAS, with_components

from specmend.diff.change import Location
from specmend.diff.changes import Override, changes_between
from specmend.document.text.document import parse_document

T = {"type": "string"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_equivalent_spellings_are_no_change(name: str) -> None:
    old, new = (with_components(schema) for schema in SCHEMAS[name])
    assert found(old, new) == []
    assert found(new, old) == []


@pytest.mark.parametrize(("old", "new"), NAMES)
def test_names_of_components_are_no_change(old: Any, new: Any) -> None:
    assert found(old, new) == []


def test_parameters_at_the_path_and_another_version_are_no_change() -> None:
    one = {"name": "q", "in": "query", "schema": {**T, "nullable": True}}
    old = {**api({"parameters": [one]}), "openapi": "3.0.3"}
    new = api()
    new["paths"]["/pets"]["parameters"] = [{**one, "schema": {"type": ["string", "null"]}}]
    assert found(old, new) == []


def shared(schema: Any, count: int = 30) -> Any:
    refer = {"$ref": "#/components/schemas/S"}
    operation = {"requestBody": json_of(refer), "responses": {"200": {"description": "ok"}}}
    document = api(components={"schemas": {"S": schema}})
    document["paths"] = {f"/p{number:02}": {"post": operation} for number in range(count)}
    return document


def test_one_component_is_one_entry_whatever_it_reaches() -> None:
    (entry,) = entries(shared(T), shared({**T, "maxLength": 3}))
    assert entry.affected == 30
    assert entry.affects == tuple(f"POST /p{number:02}" for number in range(20))
    assert entry.subject == "schema S"
    assert entry.place == "/components/schemas/S/maxLength"
    assert (entry.level, dict(entry.levels)) == ("warning", {"request": "warning"})


def test_an_entry_says_where_it_stands_in_both_files() -> None:
    before = "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      summary: A\n      responses: {}\n"
    old = parse_document(before, "old.yaml")
    new = parse_document(before.replace("summary: A\n", "summary: B\n"), "new.yaml")
    (entry,) = changes_between(old, new)
    assert entry.old == Location(file="old.yaml", line=5, column=7)
    assert entry.new == Location(file="new.yaml", line=5, column=7)
    assert (entry.before, entry.after) == ("A", "B")
    assert entry.words == 'summary "A" → "B"'


def test_the_worst_entries_come_first() -> None:
    old = api({"parameters": [{"name": "a", "in": "query"}], "summary": "A"})
    new = api({"parameters": [{"name": "b", "in": "query", "required": True}], "summary": "B"})
    new["paths"]["/pets"]["post"]["parameters"][0]["schema"] = T
    assert [entry.level for entry in entries(old, new)] == ["breaking", "warning", "info"]


def test_a_setting_gives_another_level_with_its_reason() -> None:
    old, new = sent({"properties": {"a": T}}), sent({"properties": {}})
    overrides = {"property-removed": Override(level="breaking", reason="We promised it.")}
    documents = [parse_document(json.dumps(tree), "a.json") for tree in (old, new)]
    (entry,) = changes_between(*documents, overrides=overrides)
    assert (entry.level, entry.reason) == ("breaking", "We promised it.")
    assert dict(entry.levels) == {"request": "warning"}


def test_a_component_that_a_path_item_shares_is_told_once() -> None:
    item = {"get": {"responses": {"200": {"description": "ok"}}}}
    old = api(components={"pathItems": {"I": item}})
    old["paths"] = {name: {"$ref": "#/components/pathItems/I"} for name in ("/a", "/b")}
    new = copy.deepcopy(old)
    new["components"]["pathItems"]["I"]["get"]["summary"] = "S"
    assert found(old, new) == [("operation-summary-changed", "info", "request")]


def test_the_same_documents_have_no_entries() -> None:
    assert entries(shared(T), shared(T)) == ()
