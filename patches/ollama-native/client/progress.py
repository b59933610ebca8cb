# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Progress of pulls, pushes and creations as typed records, out of the streams of the client."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from dataclasses import dataclass
from typing import Self, overload

from . import errors
from ._stream import AsyncStream, Stream
from .models import ProgressResponse

__all__ = [
    "AsyncProgressStream",
    "NotInRegistryError",
    "Progress",
    "ProgressError",
    "ProgressStream",
    "ProgressTracker",
    "follow",
]

_SUCCESS = "success"
_NO_MANIFEST = "file does not exist"


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far a long piece of work is.

    `status` is what the server does at the moment, in its words. `digest` names the layer that it works on, if any,
    with `completed` of `total` bytes. `overall_completed` and `overall_total` add up all layers that have shown up so
    far: the total grows while the server discovers more of them.
    """

    status: str
    digest: str | None = None
    total: int | None = None
    completed: int = 0
    overall_total: int = 0
    overall_completed: int = 0

    @property
    def done(self) -> bool:
        """Whether this is the last record of work that went well."""
        return self.status == _SUCCESS

    @property
    def fraction(self) -> float | None:
        """How much of the current layer is done, from 0 to 1; None where there is nothing to count."""
        return min(1.0, self.completed / self.total) if self.total else None

    @property
    def overall(self) -> float | None:
        """How much of all known layers is done, from 0 to 1; None before the first of them."""
        if self.done:
            return 1.0
        return min(1.0, self.overall_completed / self.overall_total) if self.overall_total else None

    def __str__(self) -> str:
        return self.status if self.fraction is None else f"{self.status} {self.fraction:.0%}"


class ProgressError(errors.StreamReportedError):
    """The server reported in the middle of the work that it cannot go on.

    `model` is the model's name where it is known, `progress` the record before the error.
    """

    def __init__(
        self, cause: errors.StreamReportedError, model: str, progress: Progress | None, hint: str = ""
    ) -> None:
        super().__init__(cause.error, cause.record, cause.received, cause.last)
        words = f"{model}: {cause}" if model else str(cause)
        self.args = (f"{words} ({hint})" if hint else words,)
        self.model = model
        self.progress = progress


class NotInRegistryError(ProgressError):
    """The registry from which the server pulls has no model of that name."""


class ProgressTracker:
    """Turns the server's records, one after another, into progress over all layers."""

    def __init__(self, model: str = "") -> None:
        self.model = model
        self.last: Progress | None = None
        self._layers: dict[str, tuple[int, int]] = {}

    def add(self, record: ProgressResponse) -> Progress:
        """The progress with one more record of the server."""
        completed = record.completed or 0
        if record.total:
            self._layers[record.digest or record.status] = (min(completed, record.total), record.total)
        self.last = Progress(
            status=record.status,
            digest=record.digest,
            total=record.total,
            completed=completed,
            overall_completed=sum(done for done, _ in self._layers.values()),
            overall_total=sum(total for _, total in self._layers.values()),
        )
        return self.last

    def failure(self, error: errors.StreamReportedError) -> ProgressError:
        """The typed exception for an error inside the stream."""
        if _NO_MANIFEST in str(error):
            hint = "the registry has no such model; look for the name at https://ollama.com/search"
            return NotInRegistryError(error, self.model, self.last, hint)
        return ProgressError(error, self.model, self.last)


class ProgressStream:
    """The progress of a request that runs: iterate over it, or `wait` for its end.

    Leaving the loop ends the request and releases the connection; so do `close` and the end of a `with` block.
    Iterating raises ProgressError for an error that the server reports, and StreamError when the stream breaks.
    """

    def __init__(self, stream: Stream[ProgressResponse], model: str = "") -> None:
        self.stream = stream
        self._tracker = ProgressTracker(model)

    @property
    def completed(self) -> bool:
        """Whether the work came to its proper end."""
        return self.stream.completed

    def __iter__(self) -> Iterator[Progress]:
        return _read(self.stream, self._tracker)

    def wait(self) -> Progress | None:
        """The last record, when the work is done."""
        for _ in self:
            pass
        return self._tracker.last

    def close(self) -> None:
        """End the request; the server stops the work."""
        self.stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncProgressStream:
    """The progress of a request that runs, asynchronously; otherwise like ProgressStream."""

    def __init__(self, stream: AsyncStream[ProgressResponse], model: str = "") -> None:
        self.stream = stream
        self._tracker = ProgressTracker(model)

    @property
    def completed(self) -> bool:
        """Whether the work came to its proper end."""
        return self.stream.completed

    def __aiter__(self) -> AsyncIterator[Progress]:
        return _read_async(self.stream, self._tracker)

    async def wait(self) -> Progress | None:
        """The last record, when the work is done."""
        async for _ in self:
            pass
        return self._tracker.last

    async def aclose(self) -> None:
        """End the request; the server stops the work."""
        await self.stream.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


@overload
def follow(stream: Stream[ProgressResponse], model: str = "") -> ProgressStream: ...
@overload
def follow(stream: AsyncStream[ProgressResponse], model: str = "") -> AsyncProgressStream: ...
def follow(
    stream: Stream[ProgressResponse] | AsyncStream[ProgressResponse], model: str = ""
) -> ProgressStream | AsyncProgressStream:
    """The progress of what `pull_model`, `push_model` or `create_model` streams; errors name the model, if given."""
    if isinstance(stream, Stream):
        return ProgressStream(stream, model)
    return AsyncProgressStream(stream, model)


# As with the streams themselves, the loop alone holds the reader: leaving it frees the connection.


def _read(stream: Stream[ProgressResponse], tracker: ProgressTracker) -> Generator[Progress, None, None]:
    try:
        for record in stream:
            yield tracker.add(record)
    except errors.StreamReportedError as error:
        raise tracker.failure(error) from error


async def _read_async(
    stream: AsyncStream[ProgressResponse], tracker: ProgressTracker
) -> AsyncGenerator[Progress, None]:
    try:
        async for record in stream:
            yield tracker.add(record)
    except errors.StreamReportedError as error:
        raise tracker.failure(error) from error
