"""The errors for requests that got no answer, in words that say what to do."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator

import httpx2 as httpx

from . import errors
from ._log import shown_text, shown_url

_PHASES: dict[type[httpx.TimeoutException], tuple[str, str]] = {
    httpx.ConnectTimeout: ("no connection", "connect"),
    httpx.ReadTimeout: ("no answer", "read"),
    httpx.WriteTimeout: ("the request could not be sent", "write"),
    httpx.PoolTimeout: ("no free connection", "pool"),
}


def connection_error(error: httpx.RequestError, request: httpx.Request) -> errors.APIError:
    """The exception of ours for one of the HTTP library."""
    asked = f"{request.method} {shown_url(request.url)}"
    if isinstance(error, httpx.DecodingError):
        return errors.DecodeError(b"", f"{asked}: its compression is broken: {error}")
    if isinstance(error, httpx.TimeoutException):
        return errors.APITimeoutError(f"{asked}: {timeout_words(error, request)}")
    if isinstance(error, httpx.ConnectError):
        causes = list(_causes(error))
        server = shown_url(request.url.copy_with(raw_path=b"/")).rstrip("/")
        if any(isinstance(cause, socket.gaierror) for cause in causes):
            reason = f"the name of the host {request.url.host} cannot be resolved; check base_url"
            return errors.NoServerError(f"{asked}: {reason}")
        if any(isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED for cause in causes):
            reason = f"no server answered at {server}; check that it runs, and that base_url is its address"
            return errors.NoServerError(f"{asked}: {reason}")
    return errors.APIConnectionError(f"{asked}: {shown_text(str(error)) or type(error).__name__}")


def timeout_words(error: httpx.TimeoutException, request: httpx.Request) -> str:
    """What took too long, how long the client waited, and what to do."""
    words, phase = _PHASES.get(type(error), ("no answer", "read"))
    seconds = request.extensions.get("timeout", {}).get(phase)
    within = f" within {seconds:g} s" if seconds else ""
    return f"{words}{within}; give a longer timeout, or None to wait as long as it takes"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception, what caused it, and the members of groups."""
    while error is not None:
        yield error
        for member in getattr(error, "exceptions", ()):
            yield from _causes(member)
        error = error.__cause__ or error.__context__
