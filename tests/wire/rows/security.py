"""What the client does about the fields of security schemes, OAuth flows and servers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tests.wire import claims
from tests.wire.claims import Does, Place, Probe, Row
from tests.wire.standard_fields import VERSIONS

IN_HEADER: Final = {"type": "apiKey", "in": "header", "name": "X-Key"}
BASIC: Final = {"type": "http", "scheme": "basic"}
BEARER: Final = {"type": "http", "scheme": "bearer"}
OPEN_ID: Final = {"type": "openIdConnect", "openIdConnectUrl": "https://auth.example/.well-known"}
TOKEN_URL: Final = "https://auth.example/token"  # noqa: S105 - an address
SECURED: Final[Mapping[str, Any]] = {"security": [{"key@": []}]}


def at(*tokens: str | int) -> Place:
    """A place in the scheme."""
    return ("components", "securitySchemes", "key@", *tokens)


def keyed(scheme: Mapping[str, Any], *tokens: str, **words: Any) -> Probe:
    """An operation that needs a scheme, and a client that has a key for it."""
    return Probe(
        operation=SECURED,
        components={"securitySchemes": {"key@": scheme}},
        at=at(*tokens),
        **{"client": {"key@": "k"}, **words},
    )


def scheme_row(
    field: str, does: Does, words: str, probe: Probe, versions: tuple[str, ...] = VERSIONS
) -> Row:
    """A row of a Security Scheme Object."""
    return Row(
        kind="security scheme", field=field, does=does, words=words, probe=probe, versions=versions
    )


SCHEMES: Final = (
    scheme_row(
        "type",
        "honored",
        "A key, a login or a token, as it says. `mutualTLS` is the certificate of the HTTP client.",
        keyed(IN_HEADER, instead=BEARER, look=claims.header("X-Key"), expect="k"),
    ),
    scheme_row(
        "name",
        "honored",
        "It is the name of the header, the cookie or the pair of the query.",
        keyed(IN_HEADER, "name", instead="X-B", look=claims.header("X-Key"), expect="k"),
    ),
    scheme_row(
        "in",
        "honored",
        "The key travels in a header, the query or a cookie.",
        keyed({**IN_HEADER, "in": "query"}, "in", instead="header", look=claims.query,
              expect="X-Key=k"),
    ),
    scheme_row(
        "scheme",
        "honored",
        "`basic` takes user and password, `bearer` a token, any other one whole credentials.",
        keyed(BASIC, "scheme", instead="bearer", client={"key@": "u:p"},
              look=claims.header("Authorization"), expect="Basic dTpw"),
    ),
    scheme_row(
        "bearerFormat",
        "silent",
        "It is a hint for people: the token is sent as it is given.",
        keyed({**BEARER, "bearerFormat": "JWT"}, "bearerFormat"),
    ),
    scheme_row(
        "description",
        "silent",
        "It is for people: the documentation of the client's argument has it.",
        keyed({**BEARER, "description": "D."}, "description"),
    ),
    scheme_row(
        "deprecated",
        "silent",
        "It is for people: the documentation of the client's argument says it.",
        keyed({**BEARER, "deprecated": True}, "deprecated"),
        ("3.2",),
    ),
    scheme_row(
        "openIdConnectUrl",
        "silent",
        "Requests are the same; `ClientCredentials` and `RefreshToken` find the endpoint there.",
        keyed(OPEN_ID, "openIdConnectUrl", instead="https://other.example/.well-known"),
    ),
    scheme_row(
        "oauth2MetadataUrl",
        "silent",
        "Requests are the same; `ClientCredentials` and `RefreshToken` find the endpoint there, "
        "if no flow names one.",
        keyed(
            {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": TOKEN_URL, "scopes": {}}},
                "oauth2MetadataUrl": "https://auth.example/metadata",
            },
            "oauth2MetadataUrl",
        ),
        ("3.2",),
    ),
    scheme_row(
        "flows",
        "honored",
        "`ClientCredentials` and `RefreshToken` get their tokens from the endpoints of the flows.",
        keyed(
            {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": TOKEN_URL, "scopes": {}}},
            },
            "flows",
            instead={
                "clientCredentials": {"tokenUrl": "https://other.example/token", "scopes": {}}
            },
            client=claims.credentials,
            look=claims.first_url,
            expect=TOKEN_URL,
        ),
    ),
)  # fmt: skip


def oauth(name: str, flow: Mapping[str, Any], *tokens: str, **words: Any) -> Probe:
    """An operation that needs a token of one flow."""
    return keyed({"type": "oauth2", "flows": {name: flow}}, "flows", *tokens, **words)


WEB: Final = {"authorizationUrl": "https://auth.example/authorize", "scopes": {}}
CODE: Final = {**WEB, "tokenUrl": TOKEN_URL}
MACHINE: Final = {"tokenUrl": TOKEN_URL, "scopes": {}}
DEVICE: Final = {**MACHINE, "deviceAuthorizationUrl": "https://auth.example/device"}
GIVEN: Final = "The client opens no browser and asks nobody: the token is given to it."

FLOWS: Final = (
    *(
        Row(
            kind="flows",
            field=name,
            does="silent",
            words=GIVEN,
            versions=versions,
            probe=oauth(name, flow, name),
        )
        for name, flow, versions in (
            ("implicit", WEB, VERSIONS),
            ("password", MACHINE, VERSIONS),
            ("authorizationCode", CODE, VERSIONS),
            ("deviceAuthorization", DEVICE, ("3.2",)),
        )
    ),
    Row(
        kind="flows",
        field="clientCredentials",
        does="honored",
        words="`ClientCredentials` asks its token endpoint.",
        probe=oauth(
            "clientCredentials",
            MACHINE,
            "clientCredentials",
            client=claims.credentials,
            look=claims.first_url,
            expect=TOKEN_URL,
        ),
    ),
    Row(
        kind="flow",
        field="tokenUrl",
        does="honored",
        words="`ClientCredentials` and `RefreshToken` ask it.",
        probe=oauth(
            "clientCredentials",
            MACHINE,
            *("clientCredentials", "tokenUrl"),
            instead="https://other.example/token",
            client=claims.credentials,
            look=claims.first_url,
            expect=TOKEN_URL,
        ),
    ),
    Row(
        kind="flow",
        field="refreshUrl",
        does="honored",
        words="`RefreshToken` asks it.",
        probe=oauth(
            "authorizationCode",
            {**CODE, "refreshUrl": "https://auth.example/refresh"},
            *("authorizationCode", "refreshUrl"),
            client=claims.refresh,
            look=claims.first_url,
            expect="https://auth.example/refresh",
        ),
    ),
    Row(
        kind="flow",
        field="authorizationUrl",
        does="silent",
        words=GIVEN,
        probe=oauth(
            "implicit",
            WEB,
            *("implicit", "authorizationUrl"),
            instead="https://other.example/authorize",
        ),
    ),
    Row(
        kind="flow",
        field="deviceAuthorizationUrl",
        does="silent",
        words=GIVEN,
        versions=("3.2",),
        probe=oauth(
            "deviceAuthorization",
            DEVICE,
            *("deviceAuthorization", "deviceAuthorizationUrl"),
            instead="https://other.example/device",
        ),
    ),
    Row(
        kind="flow",
        field="scopes",
        does="silent",
        words="It lists what a token can be for; `ClientCredentials` asks for the scopes that it "
        "is given.",
        probe=oauth(
            "implicit",
            {**WEB, "scopes": {"a": "A."}},
            *("implicit", "scopes"),
            instead={},
        ),
    ),
)


def served(**words: Any) -> dict[str, Any]:
    """An operation with a server of its own."""
    return {"servers": [{"url": "https://own.example/v2", **words}]}


def server_at(*tokens: str | int) -> Place:
    """A place in that server."""
    return ("operation", "servers", 0, *tokens)


DOCUMENTED: Final[Mapping[str, Any]] = {"base_url": None}
"""A client that goes where the document says."""

VARIABLE: Final = {
    "url": "https://{region@}.example/v2",
    "variables": {"region@": {"default": "eu", "enum": ["eu", "us"], "description": "D."}},
}

SERVERS: Final = (
    Row(
        kind="server",
        field="url",
        does="honored",
        words="The first one is the base URL, unless the caller gives another; an operation or "
        "path can have its own.",
        probe=Probe(
            operation=served(),
            at=server_at("url"),
            instead="https://other.example",
            client=DOCUMENTED,
            look=claims.last_url,
            expect="https://own.example/v2/@",
        ),
    ),
    Row(
        kind="server",
        field="variables",
        does="honored",
        words="Each has its default, unless the caller gives another value.",
        probe=Probe(
            operation=served(**VARIABLE),
            at=server_at("variables", "region@", "default"),
            instead="us",
            client=DOCUMENTED,
            look=claims.last_url,
            expect="https://eu.example/v2/@",
        ),
    ),
    Row(
        kind="server",
        field="description",
        does="silent",
        words="It is for people.",
        probe=Probe(operation=served(description="D."), at=server_at("description")),
    ),
    Row(
        kind="server",
        field="name",
        does="silent",
        words="It is for people.",
        versions=("3.2",),
        probe=Probe(operation=served(name="own"), at=server_at("name")),
    ),
    Row(
        kind="server variable",
        field="default",
        does="honored",
        words="It is the value, unless the caller gives another one.",
        probe=Probe(
            operation=served(**VARIABLE),
            at=server_at("variables", "region@", "default"),
            instead="us",
            client=DOCUMENTED,
            look=claims.last_url,
            expect="https://eu.example/v2/@",
        ),
    ),
    Row(
        kind="server variable",
        field="enum",
        does="honored",
        words="The client takes no other value for it: `ValueError`.",
        probe=Probe(
            operation={},
            variables={"v@": {"default": "", "enum": ["", "a"]}},
            at=("variables", "v@", "enum"),
            client={**DOCUMENTED, "v@": "b"},
            look=claims.last_url,
            expect="ValueError",
        ),
    ),
    Row(
        kind="server variable",
        field="description",
        does="silent",
        words="It is for people.",
        probe=Probe(
            operation=served(**VARIABLE), at=server_at("variables", "region@", "description")
        ),
    ),
)

ROWS: Final = (*SCHEMES, *FLOWS, *SERVERS)
