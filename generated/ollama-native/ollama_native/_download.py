# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Writes what an operation answers to a file, piece by piece."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, ParamSpec, TypeAlias, overload

import httpx2 as httpx
from pydantic import BaseModel

from ._failure import connection_error
from ._log import log_retry
from ._operation import Arguments, Operation
from ._response import is_strange_page, read_result
from ._settings import Target
from ._transport import sink, sleep

if TYPE_CHECKING:
    from ._transport import AsyncTransport, Transport

CallT = ParamSpec("CallT")

Progress: TypeAlias = Callable[[int, int | None], object]
"""Is told how many octets have come, and how many there will be, where the server says so."""

Written: TypeAlias = bytes | str | BaseModel | None
"""The result of a method that type checkers take; when it runs, any method that sends one request will do."""

_CHUNK = 256 * 1024


@overload
def download(
    method: Callable[CallT, Coroutine[Any, Any, Written]], to: str | os.PathLike[str], progress: Progress | None = None
) -> Callable[CallT, Coroutine[Any, Any, Path]]: ...
@overload
def download(
    method: Callable[CallT, Written], to: str | os.PathLike[str], progress: Progress | None = None
) -> Callable[CallT, Path]: ...
def download(
    method: Callable[..., Any], to: str | os.PathLike[str], progress: Progress | None = None
) -> Callable[..., Any]:
    """A function that takes the arguments of a method, and writes what the server answers to a file.

    `download(client.get_photo, "photo.png")("id-7")` gives the path. That of a method of the asynchronous client is
    awaited. The answer is never in memory as a whole. The file is there when all of it has come: until then it has
    another name in the same folder. `progress` is called with the octets that have come, and the number of all or None.

    The function raises what the method raises, OSError for a file that cannot be written, and TypeError for a method
    that sends no request of its own.
    """

    def call(*args: Any, **kwargs: Any) -> Any:
        file = _File(Path(to), progress)
        token = sink.set(file)
        try:
            result = method(*args, **kwargs)
        finally:
            sink.reset(token)
        return call_async(result, file) if isinstance(result, Awaitable) else file.written(result)

    async def call_async(result: Awaitable[Any], file: _File) -> Path:
        token = sink.set(file)
        try:
            return file.written(await result)
        finally:
            sink.reset(token)

    return call


class _File:
    """The file that an answer goes to."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        self.path = path
        self._progress = progress

    def written(self, result: object) -> Path:
        """The path, which is the result of a call that wrote the file."""
        if result is not self.path:  # what `fetch` gives
            raise TypeError("download takes a method of a client that sends one request")
        return self.path

    def fetch(
        self,
        transport: Transport,
        target: Target,
        operation: Operation,
        arguments: Arguments,
        extra: Mapping[str, Any] | None,
    ) -> Any:
        """Write the answer of an operation; where the connection breaks on the way, begin again if that is safe."""
        attempt = 0
        while True:
            response = transport._ask(target, operation, arguments, extra, streamed=True)
            if not response.is_success:
                return read_result(response, operation, target)
            if is_strange_page(response, operation):
                response.read()
                read_result(response, operation, target)  # raises where no such answer is declared
            try:
                return self._write(response)
            except httpx.RequestError as error:
                time.sleep(_wait(transport.settings.retries.after_error, response, error, attempt))
                attempt += 1
            finally:
                response.close()

    async def fetch_async(
        self,
        transport: AsyncTransport,
        target: Target,
        operation: Operation,
        arguments: Arguments,
        extra: Mapping[str, Any] | None,
    ) -> Any:
        """The same for the asynchronous client; the file is written in a thread of its own."""
        attempt = 0
        while True:
            response = await transport._ask(target, operation, arguments, extra, streamed=True)
            if not response.is_success:
                return read_result(response, operation, target)
            if is_strange_page(response, operation):
                await response.aread()
                read_result(response, operation, target)
            try:
                return await self._write_async(response)
            except httpx.RequestError as error:
                await sleep(_wait(transport.settings.retries.after_error, response, error, attempt))
                attempt += 1
            finally:
                await response.aclose()

    def _write(self, response: httpx.Response) -> Path:
        with self._beside() as file:
            received = 0
            for piece in response.iter_bytes(_CHUNK):
                file.write(piece)
                received += len(piece)
                self._tell(received, response)
            _check_length(response, received)
        return self.path

    async def _write_async(self, response: httpx.Response) -> Path:
        from anyio import to_thread  # a part of the HTTP library

        with self._beside() as file:
            received = 0
            async for piece in response.aiter_bytes(_CHUNK):
                await to_thread.run_sync(file.write, piece)
                received += len(piece)
                self._tell(received, response)
            _check_length(response, received)
        return self.path

    def _tell(self, received: int, response: httpx.Response) -> None:
        if self._progress is not None:
            plain = response.headers.get("content-encoding", "identity") == "identity"
            self._progress(received, _length(response) if plain else None)

    @contextmanager
    def _beside(self) -> Iterator[IO[bytes]]:
        """A file with another name in the same folder, which gets the name at the end; else nothing stays."""
        other = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}.part")
        try:
            with other.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            other.replace(self.path)
        except BaseException:
            other.unlink(missing_ok=True)
            raise


def _wait(after_error: Callable[..., float | None], response: httpx.Response, error: Any, attempt: int) -> float:
    wait = after_error(response.request, error, attempt)
    failure = connection_error(error, response.request)
    if wait is None:
        raise failure from error
    log_retry(response.request, wait, failure)
    return wait


def _length(response: httpx.Response) -> int | None:
    text = response.headers.get("content-length", "")
    return int(text) if text.isdecimal() else None


def _check_length(response: httpx.Response, received: int) -> None:
    """Raise the error for a broken connection where less came than was announced (RFC 9112 section 8).

    Nothing was loaded of an answer that was there as a whole, as tests make them.
    """
    length, loaded = _length(response), response.num_bytes_downloaded
    if length is not None and loaded != length and (loaded or not received):
        words = f"{loaded} of {length} octets came"
        raise httpx.RemoteProtocolError(words, request=response.request)
