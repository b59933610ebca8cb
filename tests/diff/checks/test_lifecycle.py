"""Minimal pairs: deprecation, sunset and stability."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, answered, api, found

WARNING, INFO = "warning", "info"


def operation(**fields: Any) -> Tree:
    return api(fields)


def path(**fields: Any) -> Tree:
    document = api()
    document["paths"]["/pets"].update(fields)
    return document


def parameter(**fields: Any) -> Tree:
    return api({"parameters": [{"name": "q", "in": "query", **fields}]})


def header(**fields: Any) -> Tree:
    return api({"responses": {"200": {"description": "ok", "headers": {"A": fields}}}})


def schema(**fields: Any) -> Tree:
    return answered({"type": "string", **fields})


HOLDERS: dict[str, tuple[Callable[..., Tree], str]] = {
    "operation": (operation, "request"),
    "path": (path, "request"),
    "request-parameter": (parameter, "request"),
    "response-header": (header, "response"),
    "schema": (schema, "response"),
}
S, L = "x-sunset", "x-stability-level"
ROWS: list[tuple[Any, Any, str, str]] = [
    ({}, {S: "2027-01-01"}, "sunset-added", WARNING),
    ({S: "2027-01-01"}, {}, "sunset-removed", WARNING),
    ({S: "2027-01-01"}, {S: "2026-12-01"}, "sunset-earlier", WARNING),
    ({S: "2027-01-01"}, {S: "2027-02-01"}, "sunset-later", INFO),
    ({L: "stable"}, {L: "beta"}, "stability-decreased", WARNING),
    ({L: "alpha"}, {L: "beta"}, "stability-changed", INFO),
    ({}, {L: "beta"}, "stability-changed", INFO),
    ({"x-a": 1}, {"x-a": 2}, "extension-changed", INFO),
]


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize(("old", "new", "name", "level"), ROWS)
def test_an_announcement_is_told_once(
    old: Any, new: Any, name: str, level: str, holder: str
) -> None:
    document, direction = HOLDERS[holder]
    assert found(document(**old), document(**new)) == [(f"{holder}-{name}", level, direction)]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return [
        (document(**old), document(**new), (f"{holder}-{name}", level, direction))
        for holder, (document, direction) in HOLDERS.items()
        for old, new, name, level in ROWS
    ]
