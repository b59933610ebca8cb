"""Minimal pairs: texts, tags, examples, and components that nothing uses."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, api, found

WARNING, INFO = "warning", "info"
T = {"type": "string"}


def info(**fields: Any) -> Tree:
    document = api()
    document["info"].update(fields)
    return document


def tags(*names: str, **fields: Any) -> Tree:
    return api(tags=[{"name": name, **fields} for name in names])


def parts(**kinds: Any) -> Tree:
    return api(components=kinds)


def beside_paths() -> Tree:
    document = api()
    document["paths"]["x-a"] = 1
    return document


ROWS: list[tuple[Tree, Tree, str, str]] = [
    (info(), info(version="2"), "api-version-changed", INFO),
    (info(), info(title="U"), "api-title-changed", INFO),
    (info(), info(license={"name": "MIT"}), "api-license-changed", INFO),
    (info(), info(contact={"name": "N"}), "api-contact-changed", INFO),
    (info(), info(termsOfService="u"), "api-terms-changed", INFO),
    (info(), info(description="D"), "api-description-changed", INFO),
    (api(), api(externalDocs={"url": "u"}), "api-documentation-changed", INFO),
    (api(), api(jsonSchemaDialect="u"), "schema-dialect-changed", WARNING),
    (api(), api(**{"x-a": {"b": 1}}), "document-extension-changed", INFO),
    (api(), api(unknown=1), "document-field-changed", WARNING),
    (tags("a"), tags("a", "b"), "tag-added", INFO),
    (tags("a", "b"), tags("a"), "tag-removed", INFO),
    (tags("a"), tags("b"), "tag-renamed", INFO),
    (tags("a"), tags("a", description="D"), "tag-changed", INFO),
    (parts(), parts(schemas={"A": T}), "component-added", INFO),
    (parts(schemas={"A": T}), parts(), "component-removed", INFO),
    (parts(schemas={"x-a": 1}), parts(schemas={"x-a": 2}), "component-changed", INFO),
    (api(), beside_paths(), "paths-extension-changed", INFO),
    (api(webhooks={}), api(webhooks={"x-a": 1}), "webhooks-extension-changed", INFO),
    (parts(), parts(**{"x-a": 1}), "components-extension-changed", INFO),
    (parts(), parts(unknown=1), "components-field-changed", WARNING),
    (parts(examples={"a": {"value": {"b": 1, "c": 1}}}),
     parts(examples={"a": {"value": {"b": 2, "c": 2}}}), "example-changed", INFO),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "id_", "level"), ROWS)
def test_one_edit_is_one_entry_in_no_direction(old: Tree, new: Tree, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "none")]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return [(old, new, (id_, level, "none")) for old, new, id_, level in ROWS]
