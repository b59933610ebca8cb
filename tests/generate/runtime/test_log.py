"""What the log and the errors do not show of a request."""

from __future__ import annotations

import logging

import httpx2 as httpx
import pytest

from specmend.generate.runtime._log import keep_secret, without_echo

HEADERS = {
    "Authorization": "Bearer top-secret",
    "X-Api-Key": "k-1234",
    "Cookie": "theme=dark; session_token=abcd",
    "X-Trace": "kept",
}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("no such pet, kept dark", "no such pet, kept dark", id="no key"),
        pytest.param("bad key top-secret", "bad key ***", id="a token"),
        pytest.param("got Bearer top-secret", "got ***", id="a whole header"),
        pytest.param("k-1234 is expired", "*** is expired", id="a key"),
        pytest.param("session abcd", "session ***", id="a cookie"),
        pytest.param("/a?api_key=q%26x&b=1", "/a?api_key=***&b=1", id="a query"),
        pytest.param("the key q&x", "the key ***", id="a key of a query, decoded"),
    ],
)
def test_words_of_a_server_show_no_key(words: str, shown: str) -> None:
    request = httpx.Request("GET", "https://h/a?api_key=q%26x&b=1", headers=HEADERS)
    assert without_echo(words, httpx.Response(401, request=request)) == shown


def test_without_a_request_there_is_no_key() -> None:
    assert without_echo("top-secret", httpx.Response(401)) == "top-secret"


@pytest.mark.parametrize("url", [httpx.URL("https://h/?app%20id=k-9"), "https://h/?app%20id=k-9"])
def test_the_log_of_the_http_library_shows_no_key(
    url: object, caplog: pytest.LogCaptureFixture
) -> None:
    # With two clients in one process the second filter sees the text that the first has made.
    keep_secret({"app id"})
    with caplog.at_level(logging.INFO):
        logging.getLogger("httpx2").info("HTTP Request: %s %s", "GET", url)
    assert caplog.messages == ["HTTP Request: GET https://h/?app%20id=***"]
