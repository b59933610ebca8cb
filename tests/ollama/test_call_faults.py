"""Every way in which a call can go wrong, on real sockets: errors, connections, retries, keys."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from typing import Any

import pytest
from bad_server import BadServer
from faults import (
    ASK,
    NATIVE,
    OPENAI,
    SIDES,
    Side,
    busy,
    method_of,
    run_call,
    run_call_async,
    run_stream,
    run_stream_async,
)

RUNS = pytest.mark.parametrize("run", [run_call, run_call_async], ids=["sync", "async"])
BOTH = pytest.mark.parametrize("side", SIDES, ids=["native", "openai"])
TALK: dict[str, Any] = {"model": "tiny", "messages": ASK}

Run = Callable[..., Any]

BUSY = "server busy, please try again.  maximum pending requests exceeded"
SHAPES = [
    ("flat", "NotFoundError", 404, "model 'tiny' not found", {"error": "model 'tiny' not found"}),
    ("sign_in", "UnauthorizedError", 401, "unauthorized",
     {"error": "unauthorized", "signin_url": "https://example.com/connect"}),
    ("go_fields", "NotFoundError", 404, "no such model",
     {"StatusCode": 404, "Status": "404 Not Found", "error": "no such model"}),
    ("nested", "BadRequestError", 400, "model is required",
     {"error": {"message": "model is required", "type": "invalid_request_error",
                "param": None, "code": None}}),
    ("typed", "ServiceUnavailableError", 503, "come back later",
     {"type": "error", "error": {"type": "overloaded_error", "message": "come back later"},
      "request_id": "r1"}),
    ("no_page", "NotFoundError", 404, "404 page not found", "404 page not found"),
    ("no_method", "MethodNotAllowedError", 405, "405 method not allowed", "405 method not allowed"),
    ("refused_host", "ForbiddenError", 403, "", None),
    ("panic", "InternalServerError", 500, "", None),
    ("busy", "ServiceUnavailableError", 503, BUSY, {"error": BUSY}),
]  # fmt: skip


@BOTH
@RUNS
@pytest.mark.parametrize(
    ("script", "name", "status", "message", "data"), SHAPES, ids=[shape[0] for shape in SHAPES]
)
def test_each_shape_of_an_error_is_read(
    bad: BadServer,
    side: Side,
    run: Run,
    script: str,
    name: str,
    status: int,
    message: str,
    data: Any,
) -> None:
    for stream in (False, True):
        error = run(side, bad.url(script, side.prefix), side.chat, {**TALK, "stream": stream})
        assert (type(error).__name__, error.status_code, error.message, error.data) == (
            name,
            status,
            message,
            data,
        )
        assert message in str(error)
        assert error.content == error.response.content
        assert error.retry_after == (7.0 if script == "busy" else None)
        assert len(bad.requests[script]) == 1
    assert isinstance(
        error, side.module.errors.ClientError if status < 500 else side.module.errors.ServerError
    )


@BOTH
@RUNS
def test_no_server_is_told_with_what_to_do(side: Side, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        error = run(side, url + side.prefix, side.list, {}, retries=0)
    assert type(error).__name__ == "NoServerError"
    assert f"no server answered at {url}; check that it runs" in str(error)
    assert isinstance(error, side.module.errors.APIConnectionError)


@RUNS
@pytest.mark.parametrize(
    ("script", "name", "words"),
    [
        ("garbage", "APIConnectionError", ""),
        ("hangs_up", "APIConnectionError", "disconnected"),
        ("short_body", "APIConnectionError", "peer closed connection"),
        ("slow", "APITimeoutError", "no answer within 0.2 s; give a longer timeout"),
    ],
)
def test_a_connection_that_fails_is_told(
    bad: BadServer, run: Run, script: str, name: str, words: str
) -> None:
    error = run(NATIVE, bad.url(script, NATIVE.prefix), NATIVE.list, {}, timeout=0.2, retries=0)
    assert type(error).__name__ == name
    assert words in str(error)


@BOTH
@RUNS
def test_a_base_url_with_another_suffix_is_told(bad: BadServer, side: Side, run: Run) -> None:
    other = "/v1" if side is NATIVE else "/api"
    for suffix, words in (
        ("", f"ends in /no_page, not in {side.prefix}"),
        (
            other,
            f"/no_page{other}, not in {side.prefix}; try {bad.address}/no_page{side.prefix} or",
        ),
        (side.prefix * 2, f"has {side.prefix} twice; try {bad.address}/no_page{side.prefix}"),
    ):
        for stream in (False, True):
            error = run(side, bad.url("no_page", suffix), side.chat, {**TALK, "stream": stream})
            assert type(error).__name__ == "BaseURLError"
            assert words in str(error)
            assert not isinstance(error, side.module.errors.NotFoundError)
            assert (error.status_code, error.base_url) == (404, f"{bad.address}/no_page{suffix}")


@BOTH
@RUNS
def test_a_path_that_the_server_does_not_know_may_be_too_new(
    bad: BadServer, side: Side, run: Run
) -> None:
    error = run(side, bad.url("no_page", side.prefix), side.list, {})
    assert "it is older than this client, or the base URL" in str(error)


@BOTH
@RUNS
@pytest.mark.parametrize("script", ["page", "running"])
def test_a_page_in_place_of_an_answer_is_told(
    bad: BadServer, side: Side, run: Run, script: str
) -> None:
    error = run(side, bad.url(script, side.prefix), side.list, {})
    assert type(error).__name__ == "BaseURLError"
    assert "may lead to something else than this API" in str(error)


@BOTH
def test_a_base_url_that_cannot_work_is_refused_at_once(side: Side) -> None:
    for url, words in (
        ("localhost:11434", "must be whole"),
        ("ftp://host/api", "must be whole"),
        ("http:///api", "must be whole"),
        ("http://user:secret@", "must be whole"),
        ("http://host/api?x=1", "query"),
        ("http://host:99999/api", "port"),
    ):
        with pytest.raises(ValueError, match=words) as caught:
            side.module.Client(url)
        assert "secret" not in str(caught.value)


@RUNS
def test_a_redirect_is_told_and_not_followed(bad: BadServer, run: Run) -> None:
    error = run(NATIVE, bad.url("moved", NATIVE.prefix), NATIVE.list, {}, api_key="k")
    assert type(error).__name__ == "RedirectError"
    assert (
        "sends the request on to http://127.0.0.1:9/elsewhere; an HTTP client that follows"
        in str(error)
    )


@BOTH
@RUNS
def test_a_request_that_changes_nothing_is_sent_again(bad: BadServer, side: Side, run: Run) -> None:
    for script, times in (("busy_twice", 3), ("hangs_up_once", 2)):
        answer = run(
            side,
            bad.url(script, side.prefix),
            side.list,
            {},
            retries=side.module.Retries(first=0.01),
        )
        assert not isinstance(answer, Exception)
        assert len(bad.requests[script]) == times
    assert isinstance(
        run(side, bad.url("busy_twice", side.prefix), side.list, {}, retries=1),
        side.module.errors.ServiceUnavailableError,
    )


@BOTH
@RUNS
@pytest.mark.parametrize("script", ["busy_twice", "hangs_up", "slow", "short_body"])
def test_a_post_that_may_have_been_acted_on_is_never_sent_again(
    bad: BadServer, side: Side, run: Run, script: str
) -> None:
    error = run(side, bad.url(script, side.prefix), side.chat, TALK, timeout=0.3)
    assert isinstance(error, side.module.errors.APIError)
    assert len(bad.requests[script]) == 1


@BOTH
@pytest.mark.parametrize("run", [run_stream, run_stream_async], ids=["sync", "async"])
def test_a_post_that_was_refused_is_sent_again(bad: BadServer, side: Side, run: Run) -> None:
    found = run(side, bad.url("limited_once", side.prefix))
    assert (found.error, found.completed, found.busy) == (None, True, 0)
    assert len(bad.requests["limited_once"]) == 2


@BOTH
def test_a_post_is_tried_again_where_nothing_listens(side: Side) -> None:
    """Nothing listens at first: nothing was sent, so that any method is tried again."""
    seen: list[float] = []

    def after_error(self: Any, request: Any, error: Any, attempt: int) -> float | None:
        seen.append(attempt)
        wait: float | None = side.module.Retries.after_error(self, request, error, attempt)
        return wait

    late = type("Late", (side.module.Retries,), {"after_error": after_error})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}{side.prefix}"
        error = run_call(side, url, side.chat, TALK, retries=late(times=3, first=0.001))
    assert seen == [0, 1, 2, 3]
    assert type(error).__name__ == "NoServerError"


def test_a_wait_beyond_patience_raises_at_once(bad: BadServer) -> None:
    retries = NATIVE.module.Retries(patience=5)
    error = run_call(NATIVE, bad.url("busy", NATIVE.prefix), NATIVE.list, {}, retries=retries)
    assert (type(error).__name__, error.retry_after, len(bad.requests["busy"])) == (
        "ServiceUnavailableError",
        7.0,
        1,
    )


@BOTH
@RUNS
def test_the_key_goes_to_the_server_and_nowhere_else(bad: BadServer, side: Side, run: Run) -> None:
    run(side, bad.url("hangs_up_once", side.prefix), side.list, {}, api_key="top-secret", retries=0)
    assert bad.requests["hangs_up_once"][0].headers["authorization"] == "Bearer top-secret"
    with pytest.raises(ValueError, match=r"is not sent to http://example\.com") as caught:
        side.module.Client(f"http://example.com{side.prefix}", api_key="top-secret")
    assert "top-secret" not in str(caught.value)
    side.module.Client(
        f"http://example.com{side.prefix}", api_key="top-secret", api_key_over_http=True
    ).close()
    side.module.Client(f"https://example.com{side.prefix}", api_key="top-secret").close()


def test_an_http_client_that_follows_redirects_leaves_the_key_behind() -> None:
    seen: list[Any] = []
    http = NATIVE.module._transport.httpx  # noqa: SLF001 - the library that the package uses

    def answer(request: Any) -> Any:
        seen.append(request.headers.get("authorization"))
        if request.url.host == "localhost":
            return http.Response(307, headers={"location": "http://elsewhere.test/api/tags"})
        return http.Response(200, json={"models": []})

    own = http.Client(transport=http.MockTransport(answer), follow_redirects=True)
    with NATIVE.module.Client("http://localhost/api", http=own, api_key="k") as client:
        method_of(client, NATIVE.list)()
    assert seen == ["Bearer k", None]


@BOTH
def test_the_user_in_a_base_url_is_sent_and_never_shown(
    bad: BadServer, side: Side, caplog: pytest.LogCaptureFixture
) -> None:
    url = bad.url("flat", side.prefix).replace("http://", "http://me:pa%40ss@")
    with caplog.at_level(logging.DEBUG):
        error = run_call(side, url, side.chat, TALK, headers={"X-Api-Key": "k3y"})
    assert bad.requests["flat"][0].headers["authorization"] == "Basic bWU6cGFAc3M="
    assert bad.requests["flat"][0].headers["x-api-key"] == "k3y"
    assert (
        bad.requests["flat"][0]
        .headers["user-agent"]
        .startswith(side.package.replace("_", "-") + "/")
    )
    shown = caplog.text + str(error) + repr(error)
    assert not [secret for secret in ("pa@ss", "pa%40ss", "bWU6cGFAc3M", "k3y") if secret in shown]


@RUNS
def test_requests_are_logged_under_the_name_of_the_package(
    bad: BadServer, run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    url = bad.url("hangs_up_once", OPENAI.prefix)
    with caplog.at_level(logging.DEBUG, logger=OPENAI.package):
        run(
            OPENAI,
            url,
            OPENAI.list,
            {},
            api_key="top-secret",
            retries=OPENAI.module.Retries(first=0.01),
        )
    lines = [found.message for found in caplog.records if found.name == OPENAI.package]
    assert sum(line.startswith(f"GET {url}/models, headers") for line in lines) == 2
    assert any("trying again in 0.0" in line for line in lines)
    assert any(": 200 after " in line for line in lines)
    assert "***" in caplog.text
    assert "top-secret" not in caplog.text


@BOTH
def test_settings_can_be_changed_for_some_calls(bad: BadServer, side: Side) -> None:
    with side.module.Client(bad.url("busy_twice", side.prefix), headers={"x-a": "1"}) as client:
        other = client.with_options(retries=0, timeout=3, headers={"x-b": "2"})
        with pytest.raises(side.module.errors.ServiceUnavailableError):
            method_of(other, side.list)()
        headers = bad.requests["busy_twice"][0].headers
        assert (headers["x-a"], headers["x-b"]) == ("1", "2")
        other.close()
        with side.module.record_responses() as seen:
            method_of(client, side.list)()
        assert [response.status_code for response in seen] == [200]
        assert "x-b" not in bad.requests["busy_twice"][-1].headers
        assert client.base_url == other.base_url == f"{bad.address}/busy_twice{side.prefix}"


def test_cancelling_a_call_leaves_no_connection_behind(bad: BadServer) -> None:
    async def run() -> None:
        async with NATIVE.module.AsyncClient(bad.url("slow", NATIVE.prefix)) as client:
            task = asyncio.create_task(method_of(client, NATIVE.chat)(**TALK))
            await asyncio.sleep(0.1)
            assert busy(client)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert busy(client) == 0

    asyncio.run(run())
