"""A way to an index that breaks as it is told to: it cuts uploads, and answers in their place."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

_KEPT = ("accept", "authorization", "content-type", "if-none-match")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What goes wrong with one upload: it is cut after some bytes, or has another answer."""

    cut_after: int = 0
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Proxy:
    """What stands before an index at `target`.

    `faults` are for the uploads to come. `before_upload` is called before each one that goes
    through.
    """

    target: str
    url: str = ""
    faults: list[Fault] = field(default_factory=list)
    before_upload: Callable[[], None] = lambda: None


@contextmanager
def proxy_of(target: str) -> Iterator[Proxy]:
    """A proxy that runs meanwhile."""
    proxy = Proxy(target)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"proxy": proxy}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    proxy.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield proxy
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    proxy: Proxy

    def do_GET(self) -> None:
        self._pass_on(b"")

    def do_POST(self) -> None:
        fault = self.proxy.faults.pop(0) if self.proxy.faults else Fault()
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(min(fault.cut_after or length, length))
        if fault.cut_after:
            with contextlib.suppress(OSError):
                self.connection.shutdown(2)
        elif fault.status:
            self._say(fault.status, b"", fault.headers)
        else:
            self.proxy.before_upload()
            self._pass_on(body)

    def _pass_on(self, body: bytes) -> None:
        kept = {name: value for name, value in self.headers.items() if name.lower() in _KEPT}
        address = f"{self.proxy.target}{self.path}"
        answer = httpx.request(self.command, address, content=body, headers=kept, timeout=60)
        told = [("Content-Type", answer.headers.get("Content-Type", "text/plain"))]
        location = answer.headers.get("Location", "")
        if location:
            told.append(("Location", location.replace(self.proxy.target, self.proxy.url)))
        self._say(answer.status_code, answer.content, tuple(told))

    def _say(self, status: int, body: bytes, headers: tuple[tuple[str, str], ...]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""
