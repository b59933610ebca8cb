"""Servers of operations, variables of servers, and the keys that stay with their own server."""

from __future__ import annotations

from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.package.echo import VERSIONS, make_package
from tests.generate.package.test_security import Api, Server, keys_of

from specmend.generate.plan import PackagePlan

EU = "https://eu.api.test/v1"
FILES = "https://files.test/x"


def operation(name: str, *urls: str) -> dict[str, Any]:
    servers = {"servers": [{"url": url} for url in urls]} if urls else {}
    return {"operationId": name, "responses": {"204": {"description": ""}}, **servers}


def document(version: str) -> dict[str, Any]:
    region = {"enum": ["eu", "us"], "default": "eu", "description": "Where you are."}
    variables = {"region": region, "headers": {"default": "v1"}}
    shared = {"url": "https://{region}.more.test", "variables": {"region": region}}
    main = {"url": "https://{region}.api.test/{headers}", "variables": variables}
    words = {"name": "main"} if version.startswith("3.2") else {"description": "main"}
    return {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "servers": [{**main, **words}, {"url": "https://try.test", "description": "to try"}],
        "security": [{"key": [], "query": []}],
        "paths": {
            "/usual": {"get": operation("usual")},
            "/health": {"get": operation("health", "/")},
            "/files": {"get": operation("files", FILES), "post": operation("usual_files")},
            "/above": {"servers": [{"url": FILES}], "get": operation("above")},
            "/more": {"get": {**operation("more"), "servers": [shared]}},
            "/plain": {"get": operation("plain", "http://plain.test")},
        },
        "components": {
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Own"},
                "query": {"type": "apiKey", "in": "query", "name": "q"},
            }
        },
    }


@pytest.fixture(scope="session", params=VERSIONS)
def api(request: pytest.FixtureRequest, plan: PackagePlan, tmp_path_factory: Any) -> Api:
    name = f"served_{request.param.replace('.', '_')}"
    package = make_package(tmp_path_factory, plan, name, document(request.param))
    return Api(module=package.module, folder=package.folder)


BOTH = pytest.mark.parametrize("aio", [False, True])
KEYS: dict[str, Any] = {"key": "k", "query": "s"}
OTHER = "https://other.test/v1"
IN_REGION = "https://{region}.x.test"
HERE = "http://localhost:1"
NEAR = {FILES: "https://near.test/y"}


def asked(api: Api, name: str, *, aio: bool, url: Any = None, **words: Any) -> tuple[str, bool]:
    """Where a request goes, and whether it has both keys; anything between is a fault."""
    server = Server(answer=lambda _request: httpx.Response(204))
    given: dict[str, Any] = {**KEYS, **words}
    api.call(server, name, aio=aio, url=url, **given)
    (request,) = server.requests
    keys = keys_of(request)
    assert len(keys) in (0, 2)
    return str(request.url).partition("?")[0], bool(keys)


@BOTH
@pytest.mark.parametrize(
    ("name", "words", "where", "has_keys"),
    [
        ("usual", {}, f"{EU}/usual", True),
        ("usual", {"region": "us", "headers_2": "v2"}, "https://us.api.test/v2/usual", True),
        ("usual", {"url": IN_REGION, "region": "us"}, "https://us.x.test/usual", True),
        ("usual", {"url": OTHER}, f"{OTHER}/usual", True),
        ("health", {}, "https://eu.api.test/health", True),
        ("health", {"url": OTHER}, "https://other.test/health", True),
        ("usual_files", {}, f"{EU}/files", True),
        # The document's own servers belong together, as long as none of them is replaced.
        ("files", {}, f"{FILES}/files", True),
        ("above", {"region": "us"}, f"{FILES}/above", True),
        ("files", {"url": "https://try.test"}, f"{FILES}/files", True),
        ("files", {"url": OTHER}, f"{FILES}/files", False),
        ("above", {"url": OTHER}, f"{FILES}/above", False),
        ("files", {"url": "https://files.test/z"}, f"{FILES}/files", True),
        # What the caller names gets the keys.
        ("files", {"url": OTHER, "servers": NEAR}, "https://near.test/y/files", True),
        ("files", {"servers": {FILES + "/": HERE}}, f"{HERE}/files", True),
        ("more", {}, "https://eu.more.test/more", True),
        ("more", {"region": "us"}, "https://us.more.test/more", True),
        (
            "more",
            {"servers": {"https://{region}.more.test": "https://near.test"}},
            "https://near.test/more",
            True,
        ),
        (
            "more",
            {"region": "us", "servers": {"https://us.more.test": "https://near.test"}},
            "https://near.test/more",
            True,
        ),
        ("plain", {}, "http://plain.test/plain", False),
        ("plain", {"api_key_over_http": True}, "http://plain.test/plain", True),
    ],
)  # fmt: skip
def test_where_requests_and_keys_go(
    api: Api, name: str, words: dict[str, Any], where: str, has_keys: bool, aio: bool
) -> None:
    assert asked(api, name, aio=aio, **words) == (where, has_keys)


@BOTH
def test_other_keys_stay_at_home_too(api: Api, aio: bool) -> None:
    own = {"X-Api-Key": "own", "X-Trace": "t"}
    for url, has_key in ((EU, True), (OTHER, False)):
        server = Server(answer=lambda _request: httpx.Response(204))
        api.call(server, "files", url=url, aio=aio, headers=own)
        headers = server.requests[0].headers
        assert (headers["x-trace"], "x-api-key" in headers) == ("t", has_key)
    login = "https://me:pw@eu.api.test/v1"
    for name, has_login in (("usual", True), ("health", True), ("files", False)):
        server = Server(answer=lambda _request: httpx.Response(204))
        api.call(server, name, url=login, aio=aio)
        assert ("authorization" in server.requests[0].headers) is has_login


@BOTH
def test_a_server_that_gets_no_keys_is_named(api: Api, aio: bool) -> None:
    server = Server(answer=lambda _request: httpx.Response(401))
    with pytest.raises(api.module.errors.UnauthorizedError, match=r"files\.test/x gets no keys"):
        api.call(server, "files", url=OTHER, aio=aio, **KEYS)


@BOTH
def test_other_options_keep_the_rules(api: Api, aio: bool) -> None:
    kind = api.module.AsyncClient if aio else api.module.Client
    client = kind(OTHER, **KEYS)
    other = client.with_options(headers={"X-Token": "t"})
    files = api.module.client._default.files.OPERATION  # noqa: SLF001 - what the method calls
    settings = [one._transport.settings for one in (client, other)]  # noqa: SLF001
    targets = [one.target(files) for one in settings]
    assert [target.signature.known for target in targets] == [(), ()]
    assert "x-token" not in targets[1].headers


def test_names_and_refusals(api: Api) -> None:
    assert api.module.SERVERS == {
        "main": "https://{region}.api.test/{headers}",
        "to try": "https://try.test",
    }
    for kind in (api.module.Client, api.module.AsyncClient):
        assert kind().base_url == EU
        assert kind(api.module.SERVERS["main"], region="us").base_url == "https://us.api.test/v1"
        with pytest.raises(ValueError, match="region must be one of eu, us"):
            kind(region="asia")
        with pytest.raises(ValueError, match="region says nothing here"):
            kind(api.module.SERVERS["to try"], region="us")
        with pytest.raises(ValueError, match=r"no operation has the server https://lost\.test"):
            kind(servers={"https://lost.test": "https://x.test"})
        with pytest.raises(ValueError, match="headers_2 has a character"):
            kind(headers_2="a?b")
