"""Minimal pairs: requirements of security, and the schemes."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, api, found

BREAKING, WARNING, INFO = "breaking", "warning", "info"
KEY: Tree = {"key": []}
OAUTH: Tree = {"oauth": ["read"]}
NONE: Tree = {}
SCHEME_NAMES = {
    "key": {"type": "apiKey", "name": "k", "in": "header"},
    "oauth": {"type": "oauth2", "flows": {}},
}


def own(*requirements: Any) -> Tree:
    own: Tree = {"security": list(requirements)} if requirements else {}
    return api(own, components={"securitySchemes": SCHEME_NAMES})


def of_all(*requirements: Any) -> Tree:
    document = api(components={"securitySchemes": SCHEME_NAMES})
    return {**document, "security": list(requirements)} if requirements else document


ROWS: list[tuple[list[Any], list[Any], str, str]] = [
    ([], [KEY], "security-added", BREAKING),
    ([KEY], [], "security-removed", INFO),
    ([KEY], [KEY, NONE], "security-became-optional", INFO),
    ([KEY, NONE], [KEY], "security-became-mandatory", BREAKING),
    ([KEY], [KEY, OAUTH], "security-alternative-added", INFO),
    ([KEY, OAUTH], [KEY], "security-alternative-removed", BREAKING),
    ([OAUTH], [{"oauth": ["read", "write"]}], "security-scope-added", BREAKING),
    ([{"oauth": ["read", "write"]}], [OAUTH], "security-scope-removed", INFO),
    ([KEY], [OAUTH], "security-requirement-changed", BREAKING),
    ([{**KEY, **OAUTH}], [KEY], "security-requirement-relaxed", INFO),
]


@pytest.mark.parametrize("holder", [own, of_all])
@pytest.mark.parametrize(("old", "new", "id_", "level"), ROWS)
def test_a_requirement_is_told_once(
    old: list[Any], new: list[Any], id_: str, level: str, holder: Any
) -> None:
    assert found(holder(*old), holder(*new)) == [(id_, level, "request")]


def scheme(**fields: Any) -> Tree:
    return api({"security": [{"s": []}]}, components={"securitySchemes": {"s": fields}})


A: Tree = {"type": "apiKey", "name": "k", "in": "header"}
H: Tree = {"type": "http", "scheme": "basic"}
O: Tree = {"type": "oauth2", "flows": {}}  # noqa: E741


def flow(**fields: Any) -> Tree:
    whole = {"tokenUrl": "t", "scopes": {"a": "A"}, **fields}
    return scheme(type="oauth2", flows={"password": whole})


SCHEME_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (scheme(**A), scheme(**{**A, "type": "http"}), "security-scheme-type-changed", BREAKING),
    (scheme(**A), scheme(**{**A, "name": "l"}), "security-scheme-name-changed", BREAKING),
    (scheme(**A), scheme(**{**A, "in": "query"}), "security-scheme-place-changed", BREAKING),
    (scheme(**H), scheme(**{**H, "scheme": "bearer"}), "security-scheme-http-changed", BREAKING),
    (scheme(**H), scheme(**H, bearerFormat="J"), "security-scheme-bearer-format-changed", INFO),
    (scheme(**H), scheme(**H, openIdConnectUrl="u"), "security-scheme-open-id-changed", WARNING),
    (scheme(**H), scheme(**H, oauth2MetadataUrl="u"), "security-scheme-metadata-added", INFO),
    (scheme(**H, oauth2MetadataUrl="u"), scheme(**H), "security-scheme-metadata-changed", WARNING),
    (scheme(**H), scheme(**H, deprecated=True), "security-scheme-deprecated", INFO),
    (scheme(**H), scheme(**H, description="D"), "security-scheme-description-changed", INFO),
    (scheme(**H), scheme(**H, **{"x-a": 1}), "security-scheme-extension-changed", INFO),
    (scheme(**H), scheme(**H, unknown=1), "security-scheme-field-changed", WARNING),
    (scheme(**O), flow(), "security-scheme-flow-added", INFO),
    (flow(), scheme(**O), "security-scheme-flow-removed", BREAKING),
    (
        scheme(type="oauth2", flows={"password": {}, "x-a": 1}),
        scheme(type="oauth2", flows={"password": {}, "x-a": 2}),
        "security-scheme-flow-changed",
        BREAKING,
    ),
    (flow(), flow(authorizationUrl="a"), "security-scheme-authorization-url-changed", WARNING),
    (flow(), flow(tokenUrl="u"), "security-scheme-token-url-changed", WARNING),
    (flow(), flow(refreshUrl="u"), "security-scheme-refresh-url-changed", WARNING),
    (flow(), flow(deviceAuthorizationUrl="u"), "security-scheme-device-url-changed", WARNING),
    (flow(), flow(scopes={"a": "A", "b": "B"}), "security-scheme-scope-added", INFO),
    (flow(), flow(scopes={}), "security-scheme-scope-removed", BREAKING),
    (flow(), flow(scopes={"a": "B"}), "security-scheme-scope-changed", INFO),
    (flow(), flow(unknown=1), "security-scheme-flow-field-changed", WARNING),
]


@pytest.mark.parametrize(("old", "new", "id_", "level"), SCHEME_ROWS)
def test_a_scheme_is_told_once(old: Tree, new: Tree, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "request")]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    rows: list[Pair] = [
        (holder(*old), holder(*new), (id_, level, "request"))
        for holder in (own, of_all)
        for old, new, id_, level in ROWS
    ]
    return rows + [(old, new, (id_, level, "request")) for old, new, id_, level in SCHEME_ROWS]
