"""Names of components that the standard does not allow are a warning, with the edit."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import VERSIONS, document, rules_of

from specmend.validate.rules.table import RULES

SIGNS = "has other signs than A-Z, a-z, 0-9, '.', '_', '-'"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_name_with_other_signs_is_a_warning_and_no_more(version: str) -> None:
    schemas: dict[str, object] = {"Good.name_1-2": {}, "Zähler": {}, "Start<Time>": {}, "x-y z": {}}
    tree = document(version, components={"schemas": schemas, "responses": {
        "Nicht gefunden": {"description": "d"}}, "x-more": {"ä": 1}})  # fmt: skip
    found = [(f.address[-1], f.level, f.message, f.advice) for f in RULES["names"](tree)]
    assert found == [
        ("Zähler", "warning", f"the name 'Zähler' {SIGNS}",
         "record a step with the edit rename-schema"),
        ("Start<Time>", "warning", f"the name 'Start<Time>' {SIGNS}",
         "record a step with the edit rename-schema"),
        ("x-y z", "warning", f"the name 'x-y z' {SIGNS}",
         "record a step with the edit rename-schema"),
        ("Nicht gefunden", "warning", f"the name 'Nicht gefunden' {SIGNS}",
         "record a step with the edit rename-key"),
    ]  # fmt: skip
    assert set(rules_of(tree)) == {"names"}


@pytest.mark.parametrize("version", VERSIONS)
def test_all_other_names_may_have_any_letters(version: str) -> None:
    get = {
        "operationId": "größe",
        "tags": ["Öl"],
        "parameters": [{"name": "straße", "in": "query", "schema": {"type": "string"}}],
        "responses": {"204": {"description": "d"}},
    }
    tree = document(
        version,
        paths={"/größe": {"get": get}},
        components={"schemas": {"A": {"type": "object", "properties": {"ä ö": {}, "日本": {}}}}},
    )
    assert rules_of(tree) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_links_have_such_names_too(version: str) -> None:
    links = {"ä b": {"operationId": "a"}, "good": {"operationId": "a"}, "$ref": "x"}
    get = {"operationId": "a", "responses": {"200": {"description": "d", "links": links}}}
    found = RULES["names"](document(version, paths={"/a": {"get": get}}))
    assert [(f.address[-1], f.level, f.message) for f in found] == [
        ("ä b", "warning", f"the name 'ä b' {SIGNS}")
    ]
