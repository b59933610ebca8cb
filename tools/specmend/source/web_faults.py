"""Says why a connection failed, by the class of what lies beneath and never by its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from specmend.errors import Retry
from specmend.source.address import refusal

if TYPE_CHECKING:
    import httpx


def unanswered(where: str, error: httpx.TransportError, silence: float) -> Exception:
    """The error for a connection that failed; `silence` are the seconds that were waited."""
    import httpx

    found = _reason(error, silence)
    if _is_untrusted(error):
        return refusal(where, "the server's certificate is not one to trust", found=found)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        message = "the server cannot be reached"
    elif isinstance(error, httpx.TimeoutException):
        message, found = f"the server said nothing for {silence:g} seconds", ""
    else:
        message = "the answer broke off"
    return Retry(refusal(where, message, found=found, advice="try later"))


def _is_untrusted(error: BaseException) -> bool:
    """Whether a certificate that cannot be verified is among the causes of an error."""
    import ssl

    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error))


def _reason(error: httpx.TransportError, silence: float) -> str:
    """Why there is no connection."""
    import socket

    import httpx

    for cause in _causes(error):
        if isinstance(cause, socket.gaierror):
            is_passing = cause.errno == socket.EAI_AGAIN
            return "host not found, for now" if is_passing else "host not found"
        if isinstance(cause, ConnectionRefusedError):
            return "connection refused"
        if isinstance(cause, httpx.TimeoutException):
            return f"no connection within {silence:g} seconds"
    return str(error) or type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and everything that it came of, outermost first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
