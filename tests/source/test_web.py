"""What only a server with a certificate could show: no way leads off TLS, and no doubtful certificate is trusted."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from specmend.errors import OutsideError, Problem
from specmend.source import web
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
        "ConnectTimeout",
        3,
    )


def test_this_machine_is_not_asked_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpx, "AsyncClient", dict)
    urls = ("http://127.0.0.1:1/", "http://[::1]:1/", "http://localhost:1/", "https://example.com/")
    made: list[Any] = [web._client(url) for url in urls]  # noqa: SLF001 - what it is made of is all there is to see
    assert [client["trust_env"] for client in made] == [False, False, False, True]
