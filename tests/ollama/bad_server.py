"""A loopback server that misbehaves on purpose: the first part of the path chooses how."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import scripts


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the client sent; `number` counts the requests of this script, from 1."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any
    number: int


@dataclass(kw_only=True)
class BadServer:
    """The running server: its address, and what it was asked by the name of the script."""

    address: str = ""
    requests: dict[str, list[Request]] = field(default_factory=dict)
    crowd: int = 0
    crowd_size: int = 1
    complete: asyncio.Event = field(default_factory=asyncio.Event)

    def url(self, script: str, prefix: str) -> str:
        """The base URL of a script of the server, which forgets what it was asked before."""
        self.requests[script] = []
        self.crowd, self.complete = 0, asyncio.Event()
        return f"{self.address}/{script}{prefix}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection until the script or the client ends it."""
        try:
            while (request := await self._read(reader)) is not None:
                script: Callable[[Request], Iterator[Any]] = getattr(
                    scripts, request.path.split("/")[1]
                )
                if not await self._follow(script(request), writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client left, as many tests mean to, or the server is stopped
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Request | None:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in lines)
        }
        content = await reader.readexactly(int(headers.get("content-length", 0)))
        method, path, _ = first.split(" ")
        seen = self.requests.setdefault(path.split("/")[1], [])
        try:
            body = json.loads(content) if content else None
        except ValueError:
            body = content
        seen.append(
            Request(method=method, path=path, headers=headers, body=body, number=len(seen) + 1)
        )
        return seen[-1]

    async def _follow(self, script: Iterator[Any], writer: asyncio.StreamWriter) -> bool:
        """Do what a script says; False when the connection must not be used again."""
        for step in script:
            if isinstance(step, bytes):
                writer.write(step)
                await writer.drain()
            elif isinstance(step, float):
                await asyncio.sleep(step)
            elif step == "reset":
                writer.transport.abort()
                return False
            elif step == "half":
                writer.write_eof()
                await asyncio.sleep(0.3)
                return False
            elif step == "crowd":
                await self._gather()
            else:
                return False
        return True

    async def _gather(self) -> None:
        """Wait until so many streams are open as the test wants."""
        self.crowd += 1
        if self.crowd >= self.crowd_size:
            self.complete.set()
        await self.complete.wait()


@contextmanager
def misbehaving() -> Iterator[BadServer]:
    """The server, as long as it runs."""
    server = BadServer()
    ready = threading.Event()
    stop: list[Callable[[], object]] = []

    async def run() -> None:
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        stop.append(lambda: loop.call_soon_threadsafe(ended.set))
        listening = await asyncio.start_server(
            server.serve, "127.0.0.1", 0, backlog=2048, limit=1 << 20
        )
        server.address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        ready.set()
        await ended.wait()
        listening.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    thread = threading.Thread(target=asyncio.run, args=(run(),), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield server
    finally:
        stop[0]()
        thread.join(5)
