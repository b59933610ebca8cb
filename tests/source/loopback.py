"""A server on this machine that answers as a script says, well or badly."""

from __future__ import annotations

import contextlib
import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Script = Callable[[BaseHTTPRequestHandler], None]


@dataclass(slots=True)
class Loopback:
    """The server's address, what it does for each path, and what it was asked."""

    url: str
    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@contextmanager
def serving() -> Iterator[Loopback]:
    """A server that runs meanwhile."""
    made = Loopback("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.asked.append(
                (self.path, {name.lower(): value for name, value in self.headers.items()})
            )
            # A client that has heard enough hangs up.
            with contextlib.suppress(ConnectionError):
                made.scripts.get(self.path, says(b"nothing here", status=404))(self)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    made.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def says(body: bytes, *, status: int = 200, length: int | None = None, **headers: str) -> Script:
    """Answer with a body; `length` is told for its length, and headers have _ for -."""

    def script(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return script


def leads(there: str, status: int = 302) -> Script:
    """Redirect."""
    return says(b"", status=status, Location=there)


def remembers(body: bytes, **headers: str) -> Script:
    """Answer 304 to a client that has this body, by its ETag or its date, and 200 to others."""

    def script(handler: BaseHTTPRequestHandler) -> None:
        known = (handler.headers.get("If-None-Match"), handler.headers.get("If-Modified-Since"))
        if known != (None, None) and known == (headers.get("ETag"), headers.get("Last_Modified")):
            handler.send_response(304)
            handler.end_headers()
        else:
            says(body, status=200, length=None, **headers)(handler)

    return script


def fails_first(times: int, failing: Script, then: Script) -> Script:
    """Fail some times, and then do better."""
    left = [failing] * times

    def script(handler: BaseHTTPRequestHandler) -> None:
        (left.pop() if left else then)(handler)

    return script


def bare(body: bytes) -> Script:
    """Answer with a body whose length nobody says: it ends with the connection."""

    def script(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(body)

    return script


def chunked(body: bytes, end: bytes = b"0\r\n\r\n") -> Script:
    """Answer with a body in one chunk, and this for its end."""

    def script(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"%x\r\n%s\r\n%s" % (len(body), body, end))

    return script


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Answer with a body that has no end."""
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"# and so on\n" * 4096)


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Begin an answer, and say no more for a while."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.flush()
    threading.Event().wait(1.0)


def packed(body: bytes, name: str = "gzip", data: bytes | None = None) -> Script:
    """Answer with a packed body."""
    return says(gzip.compress(body) if data is None else data, Content_Encoding=name)
