"""A server on this machine that keeps each request as it came, and answers as told."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.wire.raw import Raw, raw_request


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What is sent back."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(kw_only=True, slots=True)
class Server:
    """Where it is, what it was asked, and how it answers."""

    url: str = ""
    asked: list[Raw] = field(default_factory=list)
    answer: Callable[[Raw], Reply] = lambda _: Reply(status=204)


class _Handler(socketserver.StreamRequestHandler):
    """One connection: requests come one after the other until the client hangs up."""

    made: Server

    def handle(self) -> None:
        while raw := self._next():
            self.made.asked.append(raw)
            self._say(self.made.answer(raw))

    def _next(self) -> Raw | None:
        line = self.rfile.readline()
        if not line:
            return None
        method, target, _ = line.decode("latin-1").split(" ")
        headers = [*self._headers()]
        body = self._body({name.lower(): value for name, value in headers})
        return raw_request(method, target, headers, body)

    def _headers(self) -> Iterator[tuple[bytes, bytes]]:
        while line := self.rfile.readline().rstrip(b"\r\n"):
            name, _, value = line.partition(b":")
            yield name, value

    def _body(self, headers: Mapping[bytes, bytes]) -> bytes:
        if b"chunked" in headers.get(b"transfer-encoding", b""):
            return b"".join(self._chunks())
        return self.rfile.read(int(headers.get(b"content-length", b"0")))

    def _chunks(self) -> Iterator[bytes]:
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def _say(self, reply: Reply) -> None:
        headers = dict(reply.headers)
        if reply.status != 204:
            headers["Content-Length"] = str(len(reply.body))
        lines = [f"HTTP/1.1 {reply.status} Reason"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        self.wfile.write(head + reply.body)


@contextmanager
def listening() -> Iterator[Server]:
    """A server that runs meanwhile."""
    made = Server()
    handler = type("Handler", (_Handler,), {"made": made})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        made.url = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield made
        finally:
            server.shutdown()
            thread.join()
