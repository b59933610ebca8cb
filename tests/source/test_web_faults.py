"""A connection that failed is told by the class of what lies beneath."""

from __future__ import annotations

import socket
import ssl

import httpx
import pytest

from specmend.errors import OutsideError, Retry
from specmend.source.web_faults import unanswered

WHERE = "https://pets.example/"


def caused(error: httpx.TransportError, cause: Exception) -> httpx.TransportError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "message", "found"),
    [
        (
            caused(httpx.ConnectError("x"), socket.gaierror(socket.EAI_AGAIN, "words")),
            "the server cannot be reached",
            "host not found, for now",
        ),
        (
            caused(httpx.ConnectError("x"), socket.gaierror(socket.EAI_NONAME, "words")),
            "the server cannot be reached",
            "host not found",
        ),
        (
            caused(httpx.ConnectError("x"), ConnectionRefusedError()),
            "the server cannot be reached",
            "connection refused",
        ),
        (
            httpx.ConnectTimeout(""),
            "the server cannot be reached",
            "no connection within 7 seconds",
        ),
        (httpx.ReadTimeout(""), "the server said nothing for 7 seconds", ""),
        (httpx.ReadError(""), "the answer broke off", "ReadError"),
    ],
)
def test_what_may_pass_is_tried_again(
    error: httpx.TransportError, message: str, found: str
) -> None:
    made = unanswered(WHERE, error, 7.0)
    assert isinstance(made, Retry)
    (problem,) = made.error.problems
    assert (problem.message, problem.found) == (message, found)


def test_a_certificate_that_nobody_trusts_is_not_tried_again() -> None:
    made = unanswered(WHERE, caused(httpx.ConnectError("x"), ssl.SSLCertVerificationError()), 7.0)
    assert isinstance(made, OutsideError)
    assert made.problems[0].message == "the server's certificate is not one to trust"
