# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""An Ollama server and its models, asynchronously: what `server` has for synchronous programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import anyio

from . import errors
from ._server_core import PROBE_TIMEOUT, Health, Patience, addresses, health_of, is_among, nowhere, passed_over, told
from .client import AsyncClient
from .models import ModelSummary, RunningModel, ShowResponse
from .progress import AsyncProgressStream, Progress


class AsyncServer:
    """One server, through an asynchronous client; `async with` or `aclose` closes the client unless it was given.

    Otherwise like Server.
    """

    def __init__(self, client: AsyncClient | None = None) -> None:
        self.client = client or AsyncClient()
        self._owned = client is None

    @classmethod
    async def find(cls, *, timeout: float = PROBE_TIMEOUT) -> Self:
        """The server that OLLAMA_HOST names, or else the one at the usual address.

        Raises ServerNotRunningError when neither of them answers within `timeout` seconds.
        """
        failures: list[errors.APIError] = []
        for url in addresses():
            server = cls(AsyncClient(url))
            server._owned = True
            try:
                await server._probe(timeout)
            except errors.APIError as error:
                await server.aclose()
                failures.append(passed_over(server.url, error))
            else:
                return server
        raise nowhere(failures)

    @property
    def url(self) -> str:
        """The base URL of the server."""
        return self.client.base_url

    async def health(self, *, timeout: float = PROBE_TIMEOUT) -> Health:
        """Whether the server answers, which version it has, and otherwise why not; raises nothing."""
        try:
            return Health(url=self.url, version=await self._probe(timeout))
        except errors.APIError as error:
            return health_of(self.url, error)

    async def version(self) -> str:
        """The version of the server."""
        with told(self.url):
            return (await self.client.get_version()).version

    async def wait_until_ready(self, timeout: float = 60.0) -> str:
        """Ask until the server answers, with growing pauses; gives its version.

        Raises ServerNotRunningError after `timeout` seconds, and at once what waiting cannot mend.
        """
        patience = Patience(self.url, timeout)
        while True:
            try:
                return await self._probe(patience.probe)
            except errors.APIError as error:
                pause = patience.after(error)
            await anyio.sleep(pause)

    async def list_models(self) -> list[ModelSummary]:
        """The models that the server has."""
        with told(self.url):
            return (await self.client.list_models()).models

    async def running_models(self) -> list[RunningModel]:
        """The models that are in memory."""
        with told(self.url):
            return (await self.client.list_running_models()).models

    async def has(self, model: str) -> bool:
        """Whether the server has a model."""
        return is_among(model, (known.name for known in await self.list_models()))

    async def show(self, model: str) -> ShowResponse:
        """Everything known of a model."""
        with told(self.url, model):
            return await self.client.show_model(model=model)

    async def capabilities(self, model: str) -> frozenset[str] | None:
        """What a model can do, such as completion, tools, vision or thinking; None where the server is too old to say."""
        known = (await self.show(model)).capabilities
        return None if known is None else frozenset(known)

    async def pull(self, model: str, *, insecure: bool | None = None) -> AsyncProgressStream:
        """Get a model, or its newest version, from its registry: iterate over the progress, or `wait`.

        Iterating raises NotInRegistryError for a model that the registry does not have.
        """
        with told(self.url):
            return AsyncProgressStream(await self.client.pull_model(model=model, insecure=insecure, stream=True), model)

    async def push(self, model: str, *, insecure: bool | None = None) -> AsyncProgressStream:
        """Send a model to its registry: iterate over the progress, or `wait`."""
        with told(self.url, model):
            return AsyncProgressStream(await self.client.push_model(model=model, insecure=insecure, stream=True), model)

    async def ensure(self, model: str, on_progress: Callable[[Progress], object] | None = None) -> bool:
        """Pull a model unless the server has it; gives whether it was pulled."""
        if await self.has(model):
            return False
        async with await self.pull(model) as steps:
            async for step in steps:
                if on_progress:
                    on_progress(step)
        return True

    async def delete(self, model: str) -> None:
        """Take a model off the server."""
        with told(self.url, model):
            await self.client.delete_model(model=model)

    async def aclose(self) -> None:
        """Close the client, unless it was given."""
        if self._owned:
            await self.client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _probe(self, timeout: float) -> str:
        return (await self.client.with_options(timeout=timeout, retries=0).get_version()).version
