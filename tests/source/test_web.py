"""A document asked for over HTTP: what is taken, tried again, followed, and refused."""

from __future__ import annotations

import asyncio
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from tests.source.loopback import (
    Loopback,
    Script,
    bare,
    chunked,
    fails_first,
    leads,
    packed,
    remembers,
    says,
    serving,
    silent,
)

from specmend.errors import OutsideError, Problem
from specmend.source import answer, web
from specmend.source.web import ask

WHERE = "https://example.com/openapi.yaml"
Answer = Callable[[httpx.Request], httpx.Response]


def refused(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> tuple[Problem, list[str]]:
    """The problem of asking a server that is played, and the addresses that were asked."""
    asked: list[str] = []

    def note(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return answer(request)

    monkeypatch.setattr(web, "ATTEMPTS", 3)
    monkeypatch.setattr(web, "SHORTEST_PAUSE", 0.0)
    monkeypatch.setattr(
        web, "_client", lambda _: httpx.AsyncClient(transport=httpx.MockTransport(note))
    )
    with pytest.raises(OutsideError) as caught:
        ask(WHERE)
    (problem,) = caught.value.problems
    return problem, asked


@pytest.mark.parametrize(
    "there", ["http://example.com/a?key=secret", "http://localhost/a?key=secret", "ftp://x/?secret"]
)
def test_a_redirect_never_leads_off_tls(there: str, monkeypatch: pytest.MonkeyPatch) -> None:
    problem, asked = refused(
        lambda _: httpx.Response(301, headers={"Location": there}), monkeypatch
    )
    assert (problem.message, problem.file) == ("a redirect leads away from TLS", WHERE)
    assert problem.found == f"{there.partition('?')[0]}?…"
    assert asked == [WHERE]


def test_a_redirect_may_lead_to_another_server_with_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        there = "//cdn.example.com/openapi.yaml"
        return (
            httpx.Response(404)
            if request.url.host != "example.com"
            else httpx.Response(302, headers={"Location": there})
        )

    problem, asked = refused(answer, monkeypatch)
    assert asked == [WHERE, "https://cdn.example.com/openapi.yaml"]
    assert problem.message == "the server answered 404 Not Found"


def test_a_certificate_that_is_not_to_be_trusted_ends_it_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        cause = ssl.SSLCertVerificationError("self-signed certificate")
        raise httpx.ConnectError("the handshake failed") from cause

    problem, asked = refused(answer, monkeypatch)
    assert problem.message == "the server's certificate is not one to trust"
    assert len(asked) == 1


def test_a_failure_that_may_pass_is_tried_again_a_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("")

    problem, asked = refused(answer, monkeypatch)
    assert (problem.message, problem.found, len(asked)) == (
        "the server cannot be reached",
        "no connection within 30 seconds",
        3,
    )


@pytest.mark.parametrize(
    ("cause", "found"),
    [
        (OSError("words of the system"), "words of httpx"),
        (socket.gaierror(socket.EAI_NONAME, "words of the system"), "host not found"),
        (socket.gaierror(socket.EAI_AGAIN, "words of the system"), "host not found, for now"),
        (ConnectionRefusedError(111, "words of the system"), "connection refused"),
    ],
)
def test_a_connection_that_fails_is_told_by_its_cause(
    monkeypatch: pytest.MonkeyPatch, cause: OSError, found: str
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("words of httpx") from cause

    problem, _ = refused(answer, monkeypatch)
    assert (problem.message, problem.found) == ("the server cannot be reached", found)


def test_this_machine_is_not_asked_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpx, "AsyncClient", dict)
    urls = ("http://127.0.0.1:1/", "http://[::1]:1/", "http://localhost:1/", "https://example.com/")
    made: list[Any] = [web._client(url) for url in urls]  # noqa: SLF001 - what it is made of is all there is to see
    assert [client["trust_env"] for client in made] == [False, False, False, True]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    monkeypatch.setattr(web, "ATTEMPTS", 3)
    monkeypatch.setattr(web, "SHORTEST_PAUSE", 0.0)
    with serving() as loopback:
        yield loopback


BODY = b"openapi: 3.0.3\n"


@pytest.mark.parametrize(
    ("script", "measured"),
    [
        (says(BODY), True),
        (packed(BODY), True),
        (packed(BODY, "deflate", zlib.compress(BODY)), True),
        (chunked(BODY), True),
        (bare(BODY), False),
        (fails_first(2, says(b"", status=503), says(BODY)), True),
        (fails_first(2, says(BODY, length=99), says(BODY)), True),
        (fails_first(2, packed(b"", "gzip", b"torn"), packed(BODY)), True),
    ],
)
def test_a_body_is_brought_in_whole(server: Loopback, script: Script, measured: bool) -> None:
    server.scripts["/a"] = script
    found = ask(f"{server.url}/a")
    assert (found.data, found.measured, found.hops) == (BODY, measured, ())


def test_what_the_server_says_of_the_body_is_kept(server: Loopback) -> None:
    server.scripts["/a"] = says(BODY, ETag='"1"', Last_Modified="x" * 300)
    found = ask(f"{server.url}/a")
    assert (found.etag, found.modified) == ('"1"', "")


def test_redirects_are_followed_and_told_without_what_signs_them(server: Loopback) -> None:
    server.scripts |= {"/a": leads("/b?key=secret"), "/b?key=secret": leads("c"), "/c": says(BODY)}
    found = ask(f"{server.url}/a")
    assert (found.data, found.origin) == (BODY, f"{server.url}/a")
    assert found.hops == (f"{server.url}/b?…", f"{server.url}/c")


def test_a_server_may_say_that_nothing_changed(server: Loopback) -> None:
    server.scripts["/a"] = remembers(BODY, ETag='"1"')
    found = ask(f"{server.url}/a", etag='"1"')
    assert (found.data, found.measured) == (None, True)


@pytest.mark.parametrize(
    ("script", "message", "asked"),
    [
        (says(b"", status=404), "the server answered 404 Not Found", 1),
        (says(b"", status=304), "the server answered 304 Not Modified", 1),
        (says(b"", status=403), "the server answered 403 Forbidden", 1),
        (says(b"", status=500), "the server answered 500 Internal Server Error", 3),
        (says(b"", status=302), "the server answered 302 and did not say where to go", 1),
        (leads("/a"), "the redirects lead in a circle", 1),
        (leads("http://example.com/"), "a redirect leads astray: a document is not fetched", 1),
        (leads("http://[::1/"), "the answer broke off", 3),
        (says(BODY, Content_Encoding="br"), "the answer is packed as 'br'", 1),
        (packed(b"", "gzip", b"torn"), "the packed answer cannot be unpacked", 3),
        (says(BODY, length=99), "the answer broke off", 3),
        (says(b"", status=429, Retry_After="61"), "the server answered 429", 1),
        (says(b"", status=503, Retry_After="Fri, 31 Dec 1999 23:59:59 GMT"), "the server", 3),
    ],
)
def test_what_brings_no_document_is_told(
    server: Loopback, script: Script, message: str, asked: int
) -> None:
    server.scripts["/a"] = script
    with pytest.raises(OutsideError) as caught:
        ask(f"{server.url}/a")
    (problem,) = caught.value.problems
    assert problem.message.startswith(message)
    assert len(server.asked) == asked


def test_a_server_that_asks_for_patience_gets_it(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    async def no_sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", no_sleep)
    busy = says(b"", status=503, Retry_After="7")
    server.scripts["/a"] = fails_first(1, busy, says(BODY))
    assert ask(f"{server.url}/a").data == BODY
    assert waited == [7.0]


def test_a_failure_that_passes_is_not_printed(
    server: Loopback, capfd: pytest.CaptureFixture[str]
) -> None:
    server.scripts["/a"] = fails_first(2, says(b"", status=503), says(BODY))
    ask(f"{server.url}/a")
    assert capfd.readouterr() == ("", "")


def test_six_redirects_are_too_many(server: Loopback) -> None:
    server.scripts |= {f"/{number}": leads(f"/{number + 1}") for number in range(9)}
    with pytest.raises(OutsideError, match="redirects more than 5 times"):
        ask(f"{server.url}/0")


def test_a_document_that_is_too_large_is_refused_by_what_it_says_and_by_what_it_is(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer, "MAX_BYTES", 10)
    for script in (says(b"", length=11), bare(b"x" * 11), packed(b"x" * 11)):
        server.scripts["/a"] = script
        with pytest.raises(OutsideError, match="the limit of 10 for bytes"):
            ask(f"{server.url}/a")


def test_a_server_that_never_ends_is_left_after_the_longest_time(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "LONGEST", 0.2)
    server.scripts["/a"] = silent
    with pytest.raises(OutsideError, match=r"was not there after 0\.2 seconds"):
        ask(f"{server.url}/a")


def test_settings_of_the_machine_that_do_not_do_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "nonsense://[")
    with pytest.raises(OutsideError, match="the settings of this machine"):
        ask("https://example.com/a")
