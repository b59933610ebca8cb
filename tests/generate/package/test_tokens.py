"""Tokens from a token endpoint: asked for once, until they expire, and never shown."""

# ruff: noqa: S105, S106 - the secrets of servers that are not there

from __future__ import annotations

import asyncio
import json
import logging
import pickle
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import httpx2 as httpx
import pytest
from tests.generate.package.echo import VERSIONS, make_package

from specmend.generate.plan import PackagePlan

URL = "https://api.test/v1"
SCOPES: dict[str, Any] = {"scopes": {"read": ""}}
FLOWS = {
    "clientCredentials": {"tokenUrl": "https://id.test/token", **SCOPES},
    "authorizationCode": {
        "authorizationUrl": "https://id.test/auth",
        "tokenUrl": "https://id.test/code",
        "refreshUrl": "https://id.test/refresh",
        **SCOPES,
    },
}
SCHEMES: dict[str, Any] = {
    "oauth": {"type": "oauth2", "flows": FLOWS},
    "relative": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "/oauth/token", **SCOPES}},
    },
    "implicit": {
        "type": "oauth2",
        "flows": {"implicit": {"authorizationUrl": "https://id.test/auth", **SCOPES}},
    },
    "plain": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "http://id.test/token", **SCOPES}},
    },
    "openId": {"type": "openIdConnect", "openIdConnectUrl": "https://id.test/.well-known/openid"},
}
DEVICE = {
    "deviceAuthorizationUrl": "https://id.test/device",
    "tokenUrl": "https://id.test/device-token",
    **SCOPES,
}
NEW: dict[str, Any] = {
    "device": {"type": "oauth2", "flows": {"deviceAuthorization": DEVICE}},
    "metadata": {
        "type": "oauth2",
        "flows": {},
        "oauth2MetadataUrl": "https://id.test/.well-known/oauth",
    },
}
SECRETS = ("top-secret", "first-refresh", "t1", "t2")


def document(version: str) -> dict[str, Any]:
    schemes = {**SCHEMES, **(NEW if version.startswith("3.2") else {})}
    paths = {
        f"/{name}": {
            "get": {
                "operationId": f"get_{name}",
                "security": [{name: ["read"]}],
                "responses": {"204": {"description": ""}},
            }
        }
        for name in schemes
    }
    return {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": URL}],
        "paths": paths,
        "components": {"securitySchemes": schemes},
    }


@dataclass(kw_only=True)
class Servers:
    """An API that lets in who has the latest token, and the server that gives them."""

    life: Any = 3600
    more: dict[str, Any] = field(default_factory=dict)
    refused: httpx.Response | None = None
    given: int = 0
    revoked: set[str] = field(default_factory=set)
    asked: list[httpx.Request] = field(default_factory=list)
    used: list[str] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/.well-known"):
            self.asked.append(request)
            return httpx.Response(200, json={"token_endpoint": "https://id.test/found"})
        if request.method == "GET":
            token = request.headers.get("authorization", "").removeprefix("Bearer ")
            self.used.append(token)
            return httpx.Response(401 if not token or token in self.revoked else 204)
        self.asked.append(request)
        if self.refused is not None:
            status, content = self.refused.status_code, self.refused.content
            return httpx.Response(status, headers=self.refused.headers, content=content)
        self.given += 1
        token = f"t{self.given}"
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": self.life}
        return httpx.Response(200, json={**answer, **self.more})

    async def serve(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        return self(request)

    @property
    def forms(self) -> list[dict[str, str]]:
        return [
            {name: value for name, (value,) in parse_qs(request.content.decode()).items()}
            for request in self.asked
            if request.method == "POST"
        ]


@pytest.fixture(scope="session", params=VERSIONS)
def module(request: pytest.FixtureRequest, plan: PackagePlan, tmp_path_factory: Any) -> Any:
    name = f"tokens_{request.param.replace('.', '_')}"
    return make_package(tmp_path_factory, plan, name, document(request.param)).module


BOTH = pytest.mark.parametrize("aio", [False, True])


def call(
    module: Any, servers: Servers, name: str, times: int = 1, *, aio: bool = False, **given: Any
) -> None:
    """Call one method some times, one after the other, with one client."""
    if not aio:
        plain = httpx.Client(transport=httpx.MockTransport(servers), headers={"X-Of-All": "1"})
        client = module.Client(URL, http=plain, retries=0, **given)
        for _ in range(times):
            getattr(client, name)()
        return

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(servers.serve)) as http:
            client = module.AsyncClient(URL, http=http, retries=0, **given)
            for _ in range(times):
                await getattr(client, name)()

    asyncio.run(run())


def credentials(module: Any, **words: Any) -> Any:
    return module.ClientCredentials("me", "top-secret", **words)


@BOTH
def test_a_token_is_asked_for_once(module: Any, aio: bool) -> None:
    servers = Servers()
    oauth = credentials(module, scopes=["read", "write"], parameters={"audience": "x"})
    call(module, servers, "get_oauth", 3, aio=aio, oauth=oauth)
    (request,) = servers.asked
    assert (request.method, str(request.url)) == ("POST", "https://id.test/token")
    assert servers.forms == [
        {"grant_type": "client_credentials", "scope": "read write", "audience": "x"}
    ]
    assert b64decode(request.headers["authorization"][6:]) == b"me:top-secret"
    assert "x-of-all" not in request.headers
    assert servers.used == ["t1"] * 3


@BOTH
@pytest.mark.parametrize(
    ("life", "used"),
    [
        (3600, ["t1", "t1"]),
        ("3600", ["t1", "t1"]),
        (None, ["t1", "t1"]),
        ("soon", ["t1", "t1"]),
        (0, ["t1", "t2"]),
        (-5, ["t1", "t2"]),
        (1e-9, ["t1", "t2"]),
    ],
)
def test_a_token_is_used_until_it_expires(module: Any, aio: bool, life: Any, used: Any) -> None:
    servers = Servers(life=life)
    call(module, servers, "get_oauth", 2, aio=aio, oauth=credentials(module))
    assert servers.used == used


@BOTH
def test_a_token_that_the_server_takes_no_more_is_renewed_once(module: Any, aio: bool) -> None:
    servers = Servers(revoked={"t1"})
    call(module, servers, "get_oauth", 2, aio=aio, oauth=credentials(module))
    assert servers.used == ["t1", "t2", "t2"]
    servers = Servers(revoked={"t1", "t2", "t3"})
    with pytest.raises(module.errors.UnauthorizedError):
        call(module, servers, "get_oauth", aio=aio, oauth=credentials(module))
    assert servers.used == ["t1", "t2"]


def test_threads_share_one_token(module: Any) -> None:
    servers = Servers()
    plain = httpx.Client(transport=httpx.MockTransport(servers))
    client = module.Client(URL, http=plain, oauth=credentials(module))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.with_options(timeout=1).get_oauth(), range(32)))
    assert (servers.given, servers.used) == (1, ["t1"] * 32)


def test_tasks_share_one_token(module: Any) -> None:
    servers = Servers()

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(servers.serve)) as http:
            client = module.AsyncClient(URL, http=http, oauth=credentials(module))
            await asyncio.gather(*(client.get_oauth() for _ in range(32)))

    asyncio.run(run())
    assert (servers.given, servers.used) == (1, ["t1"] * 32)


@pytest.mark.parametrize(
    ("name", "words", "url"),
    [
        ("oauth", {}, "https://id.test/token"),
        ("oauth", {"token_url": "https://own.test/t"}, "https://own.test/t"),
        ("oauth", {"token_url": "/t"}, "https://api.test/t"),
        ("relative", {}, "https://api.test/oauth/token"),
        ("implicit", {"token_url": "https://own.test/t"}, "https://own.test/t"),
        ("open_id", {}, "https://id.test/found"),
        ("metadata", {}, "https://id.test/found"),
    ],
)
@BOTH
def test_where_the_token_comes_from(
    module: Any, name: str, words: Any, url: str, aio: bool
) -> None:
    method = {"open_id": "get_open_id"}.get(name, f"get_{name}")
    if not hasattr(module.Client, method):
        assert name in NEW
        return
    servers = Servers()
    call(module, servers, method, 2, aio=aio, **{name: credentials(module, **words)})
    assert str(servers.asked[-1].url) == url
    assert len(servers.asked) == (2 if "found" in url else 1)


def test_the_login_in_the_body(module: Any) -> None:
    servers = Servers()
    call(module, servers, "get_oauth", oauth=credentials(module, in_body=True))
    assert "authorization" not in servers.asked[0].headers
    assert servers.forms[0]["client_secret"] == "top-secret"
    odd = module.ClientCredentials("m:e", "a b%ü")
    call(module, servers, "get_oauth", oauth=odd)
    assert b64decode(servers.asked[1].headers["authorization"][6:]) == b"m%3Ae:a+b%25%C3%BC"


@BOTH
def test_a_refresh_token_gives_tokens_and_its_successor(module: Any, aio: bool) -> None:
    kept: list[str] = []
    servers = Servers(life=0, more={"refresh_token": "second-refresh"})
    oauth = module.RefreshToken("first-refresh", "me", scopes="read", on_change=kept.append)
    call(module, servers, "get_oauth", 3, aio=aio, oauth=oauth)
    assert [form["refresh_token"] for form in servers.forms] == ["first-refresh"] + [
        "second-refresh"
    ] * 2
    assert servers.forms[0] == {
        "grant_type": "refresh_token",
        "refresh_token": "first-refresh",
        "scope": "read",
        "client_id": "me",
    }
    assert str(servers.asked[0].url) == "https://id.test/refresh"
    assert (servers.used, kept) == (["t1", "t2", "t3"], ["second-refresh"])


@BOTH
def test_a_token_that_is_there_is_used_first(module: Any, aio: bool) -> None:
    oauth = module.RefreshToken("first-refresh", "me", "top-secret", access_token="old")
    servers = Servers(revoked={"old"})
    call(module, servers, "get_oauth", aio=aio, oauth=oauth)
    assert servers.used == ["old", "t1"]
    assert servers.asked[0].headers["authorization"].startswith("Basic ")


def test_a_device_has_a_refresh_token(module: Any) -> None:
    if hasattr(module.Client, "get_device"):
        servers = Servers()
        call(module, servers, "get_device", device=module.RefreshToken("first-refresh"))
        assert str(servers.asked[0].url) == "https://id.test/device-token"
        assert servers.forms == [{"grant_type": "refresh_token", "refresh_token": "first-refresh"}]


def refusal(status: int, **fields: Any) -> httpx.Response:
    return httpx.Response(status, json=fields)


REFUSALS: list[tuple[Any, Any, str]] = [
    (refusal(400, error="invalid_scope"), ("invalid_scope", "", ""), "answers 400: invalid_scope"),
    (
        refusal(401, error="invalid_client", error_description="No top-secret\nhere", error_uri="https://id.test/help"),
        ("invalid_client", "No *** here", "https://id.test/help"),
        "answers 401: invalid_client: No *** here",
    ),
    (httpx.Response(500, text="<p>top-secret</p>"), ("", "", ""), "answers 500"),
    (refusal(400, error=7, error_description=["top-secret"]), ("", "", ""), "answers 400"),
    (httpx.Response(200, json=["t1"]), ("", "", ""), "gives no access token"),
    (refusal(200, access_token="", error="x"), ("x", "", ""), "gives no access token: x"),
    (refusal(200, access_token="t1", token_type="mac"), ("", "", ""), "a token of the type 'mac'"),
    (httpx.Response(302, headers={"location": "https://evil.test"}), ("", "", ""), "answers 302"),
]  # fmt: skip


@BOTH
@pytest.mark.parametrize(("answer", "fields", "words"), REFUSALS)
def test_what_the_endpoint_refuses(
    module: Any, aio: bool, answer: Any, fields: Any, words: str, caplog: Any
) -> None:
    servers = Servers(refused=answer)
    with caplog.at_level(logging.DEBUG), pytest.raises(module.errors.TokenError) as caught:
        call(module, servers, "get_oauth", aio=aio, oauth=credentials(module, in_body=True))
    error = caught.value
    assert f"https://id.test/token {words}" in str(error) or words in str(error)
    assert (error.error, error.description, error.uri) == fields
    assert (error.status_code, error.url) == (answer.status_code, "https://id.test/token")
    copied = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (str(copied), copied.error) == (str(error), error.error)
    shown = [str(error), repr(error), caplog.text, json.dumps(vars(error))]
    assert not [secret for secret in SECRETS if secret in "".join(shown)]
    assert servers.used == []


@BOTH
def test_an_endpoint_that_is_not_there(module: Any, aio: bool) -> None:
    class Nobody(Servers):
        def __call__(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("refused", request=request)

    with pytest.raises(module.errors.APIConnectionError, match=r"POST https://id\.test/token"):
        call(module, Nobody(), "get_oauth", aio=aio, oauth=credentials(module))


@BOTH
def test_metadata_without_an_endpoint(module: Any, aio: bool) -> None:
    class Odd(Servers):
        def __call__(self, _: httpx.Request) -> httpx.Response:
            return httpx.Response(404, text="top-secret")

    with pytest.raises(module.errors.TokenError, match="answers 404 and names no token endpoint"):
        call(module, Odd(), "get_open_id", aio=aio, open_id=credentials(module))


def test_what_cannot_work_is_refused_by_the_client(module: Any) -> None:
    for kind in (module.Client, module.AsyncClient):
        with pytest.raises(ValueError, match="implicit needs a token_url"):
            kind(URL, implicit=credentials(module))
        with pytest.raises(ValueError, match=r"plain is not sent to http://id\.test/token,"):
            kind(URL, plain=credentials(module))
        kind(URL, plain=credentials(module), api_key_over_http=True)
        kind(URL, plain=credentials(module, token_url="http://localhost:1/token"))
        with pytest.raises(ValueError, match=r"oauth is not sent to http://far\.test"):
            kind("http://far.test", oauth=credentials(module))


def test_a_token_that_cannot_be_sent_is_refused_unseen(module: Any) -> None:
    servers = Servers(more={"access_token": "top-secret\nX: 1"})
    with pytest.raises(ValueError, match="oauth has a character") as caught:
        call(module, servers, "get_oauth", oauth=credentials(module))
    assert "secret" not in str(caught.value)


def test_no_repr_shows_a_secret(module: Any) -> None:
    shown = repr(credentials(module, parameters={"password": "top-secret"}))
    shown += repr(module.RefreshToken("first-refresh", "me", "top-secret", access_token="t1"))
    client = module.Client(URL, oauth=credentials(module))
    shown += repr(client._transport.settings)  # noqa: SLF001 - a debugger shows it
    assert not [secret for secret in SECRETS if secret in shown]
