"""Keys go where the document says, by the scheme that an operation needs, and are never shown."""

from __future__ import annotations

import asyncio
import logging
import pickle
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.package.echo import VERSIONS, make_package

from specmend.generate.plan import PackagePlan

URL = "https://api.test/v1"
FLOW = {"tokenUrl": "https://id.test/token", "scopes": {"read": "all of it"}}
SCHEMES: dict[str, Any] = {
    "inHeader": {"type": "apiKey", "in": "header", "name": "X-Own"},
    "inQuery": {"type": "apiKey", "in": "query", "name": "app id"},
    "inCookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "login": {"type": "http", "scheme": "basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "digest": {"type": "http", "scheme": "digest"},
    "hoba": {"type": "http", "scheme": "hoba"},
    "oauth": {"type": "oauth2", "flows": {"clientCredentials": FLOW}},
    "openId": {"type": "openIdConnect", "openIdConnectUrl": "https://id.test/.well-known"},
    "headers": {"$ref": "#/components/securitySchemes/inHeader"},
}
PLACES: dict[str, Any] = {
    # The alternatives of each operation.
    "in_header": [{"inHeader": []}],
    "in_query": [{"inQuery": []}],
    "in_cookie": [{"inCookie": []}],
    "login": [{"login": []}],
    "bearer": [{"bearer": []}],
    "digest": [{"digest": []}],
    "hoba": [{"hoba": []}],
    "oauth": [{"oauth": ["read"]}],
    "open_id": [{"openId": []}],
    "clashing": [{"headers": []}],
    "public": [],
    "optional": [{}, {"bearer": []}],
    "either": [{"bearer": []}, {"inHeader": []}],
    "both": [{"inHeader": [], "inQuery": [], "inCookie": [], "bearer": []}],
    "pair": [{"inHeader": [], "inQuery": []}, {"bearer": []}],
}
GIVEN: dict[str, Any] = {
    "in_header": "k-h",
    "in_query": "k q&",
    "in_cookie": "k-c",
    "login": ("me", "p:w"),
    "bearer": "k-b",
    "digest": httpx.DigestAuth("me", "k-d"),
    "hoba": "HOBA result=k-o",
    "oauth": "k-t",
    "open_id": "k-i",
    "headers_2": "k-2",
}
SECRETS = ("k-h", "k q&", "k%20q%26", "k+q", "k-c", "k-b", "k-d", "k-o", "k-t", "k-i", "k-2", "p:w")
LOGIN = "Basic " + b64encode(b"me:p:w").decode()


def operation(name: str, **words: Any) -> dict[str, Any]:
    answers = {"200": {"description": "", "content": {"application/json": {"schema": {}}}}}
    return {"get": {"operationId": name, "responses": answers, **words}}


def document(version: str) -> dict[str, Any]:
    paths = {f"/{name}": operation(name, security=needs) for name, needs in PLACES.items()}
    own = {"name": "app id", "in": "query", "schema": {"type": "string"}}
    session = {"name": "other", "in": "cookie", "schema": {"type": "string"}}
    paths["/rest"] = operation("rest")
    paths["/own"] = operation("own", parameters=[own], security=[{"inQuery": []}])
    paths["/cookies"] = operation("cookies", parameters=[session], security=[{"inCookie": []}])
    return {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": URL}],
        "security": [{"inHeader": []}],
        "paths": paths,
        "components": {"securitySchemes": SCHEMES},
    }


Answer = Callable[[httpx.Request], httpx.Response]


@dataclass(kw_only=True)
class Server:
    """Keeps the requests, and answers as it is told."""

    answer: Answer = lambda _request: httpx.Response(200, json={})
    requests: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answer(request)

    async def serve(self, request: httpx.Request) -> httpx.Response:
        return self(request)


@dataclass(frozen=True, kw_only=True)
class Api:
    """The module of a package, and calls of both of its clients."""

    module: Any
    folder: Any

    def call(
        self,
        server: Server,
        name: str,
        *,
        aio: bool = False,
        follow: bool = False,
        url: str = URL,
        arguments: Any = None,
        **given: Any,
    ) -> Any:
        """What a method returns of a new client; the requests are those of the server."""
        words = {"retries": 0, **given}
        if not aio:
            plain = httpx.Client(transport=httpx.MockTransport(server), follow_redirects=follow)
            client = self.module.Client(url, http=plain, **words)
            return getattr(client, name)(**(arguments or {}))

        async def run() -> Any:
            transport = httpx.MockTransport(server.serve)
            async with httpx.AsyncClient(transport=transport, follow_redirects=follow) as http:
                client = self.module.AsyncClient(url, http=http, **words)
                return await getattr(client, name)(**(arguments or {}))

        return asyncio.run(run())

    def sent(self, name: str, **words: Any) -> dict[str, str]:
        """The keys in the one request of a call, by their place."""
        server = Server()
        self.call(server, name, **words)
        (request,) = server.requests
        return keys_of(request)


def keys_of(request: httpx.Request) -> dict[str, str]:
    names = ("authorization", "x-own", "cookie")
    found = {name: request.headers[name] for name in names if name in request.headers}
    return {**found, **({"query": request.url.query.decode()} if request.url.query else {})}


@pytest.fixture(scope="session", params=VERSIONS)
def api(request: pytest.FixtureRequest, plan: PackagePlan, tmp_path_factory: Any) -> Api:
    name = f"secured_{request.param.replace('.', '_')}"
    package = make_package(tmp_path_factory, plan, name, document(request.param))
    return Api(module=package.module, folder=package.folder)


BOTH = pytest.mark.parametrize("aio", [False, True])

ROWS: list[tuple[str, list[str], dict[str, str]]] = [
    ("rest", ["in_header"], {"x-own": "k-h"}),
    ("in_header", ["in_header"], {"x-own": "k-h"}),
    ("in_query", ["in_query"], {"query": "app%20id=k%20q%26"}),
    ("in_cookie", ["in_cookie"], {"cookie": "sid=k-c"}),
    ("login", ["login"], {"authorization": LOGIN}),
    ("bearer", ["bearer"], {"authorization": "Bearer k-b"}),
    ("hoba", ["hoba"], {"authorization": "HOBA result=k-o"}),
    ("oauth", ["oauth"], {"authorization": "Bearer k-t"}),
    ("open_id", ["open_id"], {"authorization": "Bearer k-i"}),
    ("clashing", ["headers_2"], {"x-own": "k-2"}),
    # What the operation says counts, and not what the client has.
    ("public", list(GIVEN), {}),
    ("rest", list(GIVEN), {"x-own": "k-h"}),
    ("bearer", ["in_header", "in_query"], {}),
    ("rest", [], {}),
    # Optional: a key that is given is sent.
    ("optional", ["bearer"], {"authorization": "Bearer k-b"}),
    ("optional", ["in_header"], {}),
    # The first alternative of which all keys are there.
    ("either", ["bearer", "in_header"], {"authorization": "Bearer k-b"}),
    ("either", ["in_header"], {"x-own": "k-h"}),
    ("either", ["in_query"], {}),
    ("pair", ["in_header", "in_query"], {"x-own": "k-h", "query": "app%20id=k%20q%26"}),
    ("pair", ["in_header", "bearer"], {"authorization": "Bearer k-b"}),
    ("pair", ["in_header"], {"x-own": "k-h"}),
    (
        "both",
        list(GIVEN),
        {
            "authorization": "Bearer k-b",
            "x-own": "k-h",
            "query": "app%20id=k%20q%26",
            "cookie": "sid=k-c",
        },
    ),
]


@BOTH
@pytest.mark.parametrize(("name", "given", "keys"), ROWS)
def test_keys_go_where_the_document_says(
    api: Api, name: str, given: list[str], keys: dict[str, str], aio: bool
) -> None:
    assert api.sent(name, aio=aio, **{key: GIVEN[key] for key in given}) == keys


@BOTH
def test_an_auth_object_signs_by_itself(api: Api, aio: bool) -> None:
    challenge = 'Digest realm="r", nonce="n", qop="auth", algorithm=MD5'
    server = Server(
        answer=lambda request: (
            httpx.Response(200, json={})
            if "authorization" in request.headers
            else httpx.Response(401, headers={"www-authenticate": challenge})
        )
    )
    api.call(server, "digest", aio=aio, digest=httpx.DigestAuth("me", "k-d"))
    assert server.requests[-1].headers["authorization"].startswith('Digest username="me"')


@BOTH
def test_a_callable_gives_a_key_for_each_request(api: Api, aio: bool) -> None:
    keys = iter(["one", "two"])
    assert api.sent("oauth", aio=aio, oauth=lambda: next(keys)) == {"authorization": "Bearer one"}
    assert api.sent("in_header", aio=aio, in_header=lambda: next(keys)) == {"x-own": "two"}


def test_an_asynchronous_callable_is_for_the_asynchronous_client(api: Api) -> None:
    async def token() -> str:
        await asyncio.sleep(0)
        return "late"

    assert api.sent("oauth", aio=True, oauth=token) == {"authorization": "Bearer late"}
    with pytest.raises(TypeError, match="oauth is an asynchronous callable"):
        api.sent("oauth", oauth=token)


@BOTH
def test_what_the_caller_says_of_one_place_counts(api: Api, aio: bool) -> None:
    own = {"X-OWN": "mine", "Authorization": "Mine", "Cookie": "sid=mine"}
    given = {**GIVEN, "aio": aio, "headers": own}
    assert api.sent("in_header", **given)["x-own"] == "mine"
    assert api.sent("bearer", **given)["authorization"] == "Mine"
    assert api.sent("in_cookie", **given)["cookie"] == "sid=mine"
    words = {"arguments": {"app_id": "mine"}, "in_query": "k", "aio": aio}
    assert "k" not in api.sent("own", **words)["query"].partition("=")[2]
    words = {"arguments": {"other": "1"}, "in_cookie": "k", "aio": aio}
    assert api.sent("cookies", **words) == {"cookie": "other=1; sid=k"}


@BOTH
def test_a_call_can_leave_a_key_out(api: Api, aio: bool) -> None:
    arguments: dict[str, Any] = {"extra_headers": {"x-OWN": None}, "extra_query": {"app id": None}}
    keys = api.sent("both", aio=aio, arguments=arguments, **GIVEN)
    assert keys == {"authorization": "Bearer k-b", "cookie": "sid=k-c"}


@pytest.mark.parametrize(
    ("login", "sent"),
    [
        (("me", "pw"), "me:pw"),
        ("me:pw", "me:pw"),
        ("me", "me:"),
        (("me", "pw\r\n"), "me:pw"),
        (("mé", "ü"), "mé:ü"),
        (("", "pw"), ":pw"),
    ],
)
def test_logins(api: Api, login: Any, sent: str) -> None:
    encoded = b64encode(sent.encode()).decode()
    assert api.sent("login", login=login) == {"authorization": f"Basic {encoded}"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("in_header", "k-h\n"),
        ("in_header", " k-h\r\n"),
        ("in_cookie", "k-c\n"),
        ("bearer", "\tk-b "),
    ],
)
def test_white_space_around_a_key_is_no_part_of_it(api: Api, name: str, key: str) -> None:
    (value,) = api.sent(name, **{name: key}).values()
    assert value.endswith(key.strip())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("in_header", "to\np-secret"),
        ("in_header", "top-sécret"),
        ("in_query", "top\0secret"),
        ("in_cookie", "top; secret"),
        ("in_cookie", "top,secret"),
        ("bearer", "top-secret\r\nX-Evil: 1"),
        ("bearer", "top\u2028secret"),
        ("login", ("top:secret", "x")),
        ("login", ("me", "top\nsecret")),
        ("login", ("top-secret",)),
        ("login", 17),
        ("bearer", 17),
    ],
)
def test_a_key_that_cannot_be_sent_is_refused_unseen(api: Api, name: str, key: Any) -> None:
    for client in (api.module.Client, api.module.AsyncClient):
        with pytest.raises((ValueError, TypeError), match=f"^{name} ") as caught:
            client(URL, **{name: key})
        assert "secret" not in repr(caught.value)
    if isinstance(key, str):
        with pytest.raises(ValueError, match=f"^{name} ") as caught:
            api.sent(name, **{name: lambda: key})
        assert "secret" not in repr(caught.value)


@pytest.mark.parametrize("empty", ["", "  \n"])
def test_an_empty_key_is_none(api: Api, empty: str) -> None:
    given = dict.fromkeys(("in_header", "in_query", "in_cookie", "bearer"), empty)
    assert api.sent("both", **given) == api.sent("login", login=("", "")) == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"X-A": "grün"},
        {"X-A": "a\nb"},
        {"X-A": "a\r\nX-B: c"},
        {"X A": "1"},
        {"": "1"},
        {"X:": "1"},
    ],
)
def test_headers_that_cannot_be_sent_are_refused_by_name(api: Api, headers: Any) -> None:
    (name, value), *_ = headers.items()
    for client in (api.module.Client, api.module.AsyncClient):
        with pytest.raises(ValueError, match="header") as caught:
            client(URL, headers=headers)
        assert name in str(caught.value)
        assert value == "1" or value not in str(caught.value)
        with pytest.raises(ValueError, match="header"):
            client(URL).with_options(headers=headers)


@BOTH
@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("rest", [], "the client needs in_header for this"),
        ("pair", ["in_query"], "the client needs in_header and in_query, or bearer for this"),
        ("rest", ["in_header"], ""),
        ("public", [], ""),
    ],
)
def test_who_is_not_let_in_learns_which_key_is_missing(
    api: Api, name: str, given: list[str], words: str, aio: bool
) -> None:
    server = Server(answer=lambda _request: httpx.Response(401))
    with pytest.raises(api.module.errors.UnauthorizedError) as caught:
        api.call(server, name, aio=aio, **{key: GIVEN[key] for key in given})
    assert (words in str(caught.value)) if words else ("needs" not in str(caught.value))


# ---- no other server gets a key ----


@BOTH
@pytest.mark.parametrize(
    "to", ["https://other.test/v1", "http://api.test/v1", "https://api.test:8443/v1"]
)
def test_another_server_that_an_answer_sends_on_to_gets_no_key(
    api: Api, to: str, aio: bool
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/both":
            query = request.url.query.decode()
            return httpx.Response(307, headers={"location": f"{to}/there?x=1&{query}"})
        if request.url.path == "/v1/there":
            return httpx.Response(307, headers={"location": f"{URL}/back"})
        return httpx.Response(200, json={})

    server = Server(answer=answer)
    own = {"X-Api-Key": "k-own"}
    api.call(server, "both", aio=aio, follow=True, headers=own, **GIVEN)
    first, *others = server.requests
    assert len(keys_of(first)) == 4
    assert [keys_of(request) for request in others] == [{"query": "x=1"}, {}]
    assert [request.headers.get("x-api-key") for request in others] == [None, None]


@BOTH
def test_the_same_server_gets_them_again(api: Api, aio: bool) -> None:
    server = Server(
        answer=lambda request: (
            httpx.Response(200, json={})
            if request.url.path.endswith("/")
            else httpx.Response(307, headers={"location": f"{request.url.path}/"})
        )
    )
    api.call(server, "both", aio=aio, follow=True, **GIVEN)
    first, second = server.requests
    assert keys_of(first) == keys_of(second)


@BOTH
def test_redirects_come_to_an_end(api: Api, aio: bool) -> None:
    server = Server(answer=lambda _request: httpx.Response(307, headers={"location": "/v1/rest"}))
    with pytest.raises(api.module.errors.APIConnectionError, match="redirect too often"):
        api.call(server, "rest", aio=aio, follow=True)
    assert len(server.requests) == 21


@pytest.mark.parametrize("name", [name for name in GIVEN if name != "hoba"])
def test_no_key_goes_over_plain_http(api: Api, name: str) -> None:
    far, words = "http://far.test/v1", {name: GIVEN[name]}
    for client in (api.module.Client, api.module.AsyncClient):
        with pytest.raises(ValueError, match=rf"{name} is not sent to http://far\.test/v1,"):
            client(far, **words)
        client(far, api_key_over_http=True, **words)
        client("http://localhost:1/v1", **words)


def test_no_login_of_the_base_url_goes_over_plain_http(api: Api) -> None:
    with pytest.raises(ValueError, match="user and password of the base URL") as caught:
        api.module.Client("http://me:top-secret@far.test/v1")
    assert "secret" not in str(caught.value)
    sent = {"authorization": "Basic bWU6cHc="}
    far = {"url": "http://me:pw@far.test/v1", "api_key_over_http": True}
    assert api.sent("public", **far) == api.sent("public", url="https://me:pw@far.test/v1") == sent
    key = api.sent("bearer", url="https://me:pw@far.test/v1", bearer="k-b")
    assert key == {"authorization": "Bearer k-b"}


# ---- nothing shows a key ----


def failures() -> dict[str, Answer]:
    def breaks(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("broken", request=request)

    def is_slow(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow", request=request)

    def moves(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            307, headers={"location": f"https://b.test/?{request.url.query.decode()}"}
        )

    return {
        "APIConnectionError": breaks,
        "APITimeoutError": is_slow,
        "RedirectError": moves,
        "UnauthorizedError": lambda _request: httpx.Response(401, json={"error": "no"}),
        "NotFoundError": lambda _request: httpx.Response(
            404, text="<p>", headers={"content-type": "text/html"}
        ),
        "DecodeError": lambda _request: httpx.Response(200, content=b"{"),
    }


@BOTH
@pytest.mark.parametrize(
    "kind",
    [
        "APIConnectionError",
        "APITimeoutError",
        "RedirectError",
        "UnauthorizedError",
        "NotFoundError",
        "DecodeError",
    ],
)
def test_no_error_and_no_log_shows_a_key(
    api: Api, kind: str, aio: bool, caplog: pytest.LogCaptureFixture
) -> None:
    retries = api.module.Retries(times=1, first=0.001)
    for name in PLACES:
        with caplog.at_level(logging.DEBUG), pytest.raises(api.module.errors.APIError) as caught:
            server = Server(answer=failures()[kind])
            api.call(server, name, aio=aio, **{**GIVEN, "retries": retries})
        assert type(caught.value).__name__ == kind
        copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
        assert str(copied) == str(caught.value)
        shown = [str(caught.value), repr(caught.value), repr(copied)]
        if kind != "RedirectError":  # in which the server's own header has them
            shown += [pickle.dumps(caught.value).decode("latin-1")]
        assert not [secret for secret in (*SECRETS, LOGIN[6:]) if secret in "".join(shown)]
    assert "***" in caplog.text
    assert not [secret for secret in (*SECRETS, LOGIN[6:]) if secret in caplog.text]


def test_no_repr_shows_a_key(api: Api) -> None:
    client = api.module.Client(
        URL.replace("//", "//me:k-d@"), **GIVEN, headers={"X-Api-Key": "k-d"}
    )
    settings = client._transport.settings  # noqa: SLF001 - a debugger shows it
    shown = f"{client!r} {settings!r} {settings.keys!r} {settings.target(AnyOperation)!r}"
    assert not [secret for secret in SECRETS if secret in shown]


class AnyOperation:
    """All that settings ask of an operation."""

    server = ""
    security = (tuple(SCHEMES),)


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
import {package} as api


async def token() -> str:
    return "x"


api.Client(login=("me", "pw"), oauth="x", in_header=lambda: "x")
api.AsyncClient(login="me:pw", oauth=token, in_header=lambda: "x")
"""
