"""The keys that a client takes, and what each operation needs, in all versions of the standard."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import document, normalized, read

from specmend.generate.client.security import Security, read_scheme, read_security, required_names

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
QUERY = {"type": "apiKey", "in": "query", "name": "key"}
BEARER = {"type": "http", "scheme": "Bearer"}
BASIC = {"type": "http", "scheme": "BASIC"}
DIGEST = {"type": "http", "scheme": "digest"}
MUTUAL = {"type": "mutualTLS"}
OAUTH: dict[str, Any] = {"type": "oauth2", "flows": {}}
OPEN_ID = {"type": "openIdConnect", "openIdConnectUrl": "https://id.test/.well-known"}
ONE = {"operationId": "one", "responses": {}}


def secured(
    schemes: Any, root: Any = None, own: Any = None, version: str = "3.1.1"
) -> dict[str, Any]:
    operation = {**ONE, **({} if own is None else {"security": own})}
    tree = document({"/a": {"get": operation}}, components={"securitySchemes": schemes})
    return {**tree, "openapi": version, **({} if root is None else {"security": root})}


def alternatives_of(tree: dict[str, Any]) -> Any:
    made = normalized(tree)
    return read_security(made).alternatives(made, made["paths"]["/a"]["get"])


@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
@pytest.mark.parametrize(
    ("schemes", "root", "own", "needed"),
    [
        ({}, None, None, None),
        ({}, [], None, None),
        ({}, None, [], ()),
        ({"k": KEY}, [{"k": []}], None, (("k",),)),
        ({"k": KEY}, [{"k": []}], [], ()),
        ({"k": KEY}, [{"k": []}], [{}], ()),
        ({"k": KEY}, [{"k": []}, {}], None, (("k",),)),
        ({"k": KEY}, [{}, {"k": []}], None, (("k",),)),
        ({"k": KEY, "b": BASIC}, [{"k": []}], [{"b": []}], (("b",),)),
        ({"k": KEY, "b": BASIC}, [{"k": [], "b": []}], None, (("k", "b"),)),
        ({"k": KEY, "b": BASIC}, [{"b": []}, {"k": []}], None, (("b",), ("k",))),
        ({"k": KEY, "m": MUTUAL}, [{"k": [], "m": []}, {"m": []}], None, (("k",),)),
        ({"k": KEY}, None, None, (("k",),)),
        ({"k": KEY, "b": BASIC}, None, None, (("k", "b"),)),
        ({"k": KEY}, [{"lost": []}], None, ()),
    ],
)
def test_what_an_operation_needs(
    version: str, schemes: Any, root: Any, own: Any, needed: Any
) -> None:
    assert alternatives_of(secured(schemes, root, own, version)) == needed


@pytest.mark.parametrize(
    ("root", "own", "written"),
    [
        ([{"k": []}], None, None),
        ([{"k": []}], [{"k": []}], None),
        ([{"k": []}], [], ()),
        ([{"k": []}], [{"b": []}], (("b",),)),
        (None, [{"k": []}], (("k",),)),
    ],
)
def test_an_operation_says_what_is_not_common(root: Any, own: Any, written: Any) -> None:
    tree = secured({"k": KEY, "b": BASIC}, root, own)
    tree["paths"]["/b"] = {"get": {"operationId": "two", "responses": {}}}
    (group,), _ = read(tree)
    assert group.operations[0].security == written


@pytest.mark.parametrize(
    ("node", "kind", "place", "wire", "prefix"),
    [
        (KEY, "key", "header", "X-Key", ""),
        (QUERY, "key", "query", "key", ""),
        ({**KEY, "in": "cookie", "name": "sid"}, "key", "cookie", "sid", ""),
        ({**KEY, "name": "Authorization"}, "key", "header", "Authorization", ""),
        (BEARER, "bearer", "header", "Authorization", "Bearer "),
        (BASIC, "basic", "header", "Authorization", ""),
        (DIGEST, "http", "header", "Authorization", ""),
        (OAUTH, "token", "header", "Authorization", "Bearer "),
        (OPEN_ID, "token", "header", "Authorization", "Bearer "),
    ],
)
def test_the_kinds_of_schemes(node: Any, kind: str, place: str, wire: str, prefix: str) -> None:
    scheme = read_scheme("k", node)
    assert scheme is not None
    assert (scheme.kind, scheme.place, scheme.wire, scheme.prefix) == (kind, place, wire, prefix)


@pytest.mark.parametrize(
    "node",
    [
        MUTUAL,
        {"type": "other"},
        {},
        {**KEY, "in": "path"},
        {**KEY, "name": ""},
        {**KEY, "name": "two words"},
        {**KEY, "in": "cookie", "name": "a;b"},
        {"type": "apiKey", "in": "query"},
    ],
)
def test_what_has_no_key(node: Any) -> None:
    assert read_scheme("k", node) is None


FLOWS = {
    "implicit": {"authorizationUrl": "https://id.test/auth", "scopes": {}},
    "authorizationCode": {"tokenUrl": "/code", "refreshUrl": "/refresh", "scopes": {}},
    "clientCredentials": {"tokenUrl": "/token", "scopes": {}},
}
DEVICE = {"deviceAuthorization": {"tokenUrl": "/device", "scopes": {}}}


@pytest.mark.parametrize(
    ("node", "urls"),
    [
        ({**OAUTH, "flows": FLOWS}, ("/token", "/refresh", "")),
        ({**OAUTH, "flows": DEVICE}, ("", "/device", "")),
        ({**OAUTH, "flows": "odd"}, ("", "", "")),
        (
            {**OAUTH, "flows": {}, "oauth2MetadataUrl": "https://id.test/meta"},
            ("", "", "https://id.test/meta"),
        ),
        (OPEN_ID, ("", "", "https://id.test/.well-known")),
    ],
)
def test_where_tokens_come_from(node: Any, urls: tuple[str, str, str]) -> None:
    scheme = read_scheme("k", node)
    assert scheme is not None
    assert (scheme.token_url, scheme.refresh_url, scheme.metadata_url) == urls


def needing_all(schemes: Any) -> Security:
    return read_security(normalized(secured(schemes, [{name: [] for name in schemes}])))


@pytest.mark.parametrize(
    ("names", "arguments"),
    [
        (["api_key"], ["api_key"]),
        (["api-key", "apiKey"], ["api_key", "api_key_2"]),
        (["ApiKeyAuth"], ["api_key_auth"]),
        (["headers", "baseUrl", "self"], ["headers_2", "base_url_2", "self_2"]),
        (["from", "2fa"], ["from_", "field_2fa"]),
        (["my-key", "my_key", "myKey"], ["my_key_2", "my_key", "my_key_3"]),
        (["api-key", "api_key"], ["api_key_2", "api_key"]),
    ],
)
def test_each_scheme_has_an_argument_of_its_own(names: list[str], arguments: list[str]) -> None:
    security = needing_all(dict.fromkeys(names, KEY))
    assert [scheme.argument for scheme in security.schemes.values()] == arguments


@pytest.mark.parametrize(
    ("schemes", "single"),
    [
        ({"a": KEY}, "a"),
        ({"a": BEARER}, "a"),
        ({"a": OAUTH}, "a"),
        ({"a": OPEN_ID}, "a"),
        ({"a": BASIC}, "a"),
        ({"a": DIGEST}, ""),
        ({"a": BASIC, "b": BEARER}, "b"),
        ({"a": KEY, "b": BEARER}, "a"),
        ({"a": OAUTH, "b": BEARER}, ""),
        ({"a": OAUTH, "b": BEARER, "c": BASIC}, ""),
        ({"a": KEY, "b": QUERY}, ""),
        ({"a": KEY, "api_key": BASIC}, "api_key"),
        ({"a": KEY, "m": MUTUAL}, "a"),
        ({}, ""),
    ],
)
def test_the_scheme_that_api_key_means(schemes: Any, single: str) -> None:
    assert needing_all(schemes).single == single


def test_a_scheme_that_no_operation_needs_has_no_argument() -> None:
    tree = normalized(secured({"k": KEY, "b": BASIC}, [{"k": []}]))
    assert list(read_security(tree).schemes) == ["k"]
    assert required_names(tree) == {"k"}


def test_certificates_are_no_keys() -> None:
    tree = normalized(secured({"m": MUTUAL, "n": MUTUAL, "k": KEY}, [{"m": [], "k": []}]))
    security = read_security(tree)
    assert (list(security.schemes), security.certificates) == (["k"], ("m",))


def test_words_of_the_document_are_kept() -> None:
    scheme = read_scheme("k", {**KEY, "description": " Mine. ", "deprecated": True})
    assert scheme is not None
    assert (scheme.description, scheme.deprecated) == ("Mine.", True)
