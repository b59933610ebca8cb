# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""An Ollama server and its models: find it, wait for it, ask and change which models it has."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Self

from . import errors
from ._server_async import AsyncServer
from ._server_core import (
    PROBE_TIMEOUT,
    Health,
    ModelNotFoundError,
    Patience,
    ServerNotRunningError,
    addresses,
    full_name,
    health_of,
    is_among,
    nowhere,
    passed_over,
    told,
)
from .client import Client
from .models import ModelSummary, RunningModel, ShowResponse
from .progress import NotInRegistryError, Progress, ProgressError, ProgressStream

__all__ = [
    "AsyncServer",
    "Health",
    "ModelNotFoundError",
    "NotInRegistryError",
    "ProgressError",
    "Server",
    "ServerNotRunningError",
    "full_name",
]


class Server:
    """One server, through a client; `with` or `close` closes the client unless it was given.

    Names of models match as the server matches them: `llama3.2`, `LLAMA3.2:latest` and `library/llama3.2` are one.
    Where no server runs, methods raise ServerNotRunningError; a model that it does not have is a ModelNotFoundError.
    """

    def __init__(self, client: Client | None = None) -> None:
        self.client = client or Client()
        self._owned = client is None

    @classmethod
    def find(cls, *, timeout: float = PROBE_TIMEOUT) -> Self:
        """The server that OLLAMA_HOST names, or else the one at the usual address.

        Raises ServerNotRunningError when neither of them answers within `timeout` seconds.
        """
        failures: list[errors.APIError] = []
        for url in addresses():
            server = cls(Client(url))
            server._owned = True
            try:
                server._probe(timeout)
            except errors.APIError as error:
                server.close()
                failures.append(passed_over(server.url, error))
            else:
                return server
        raise nowhere(failures)

    @property
    def url(self) -> str:
        """The base URL of the server."""
        return self.client.base_url

    def health(self, *, timeout: float = PROBE_TIMEOUT) -> Health:
        """Whether the server answers, which version it has, and otherwise why not; raises nothing."""
        try:
            return Health(url=self.url, version=self._probe(timeout))
        except errors.APIError as error:
            return health_of(self.url, error)

    def version(self) -> str:
        """The version of the server."""
        with told(self.url):
            return self.client.get_version().version

    def wait_until_ready(self, timeout: float = 60.0) -> str:
        """Ask until the server answers, with growing pauses; gives its version.

        Raises ServerNotRunningError after `timeout` seconds, and at once what waiting cannot mend.
        """
        patience = Patience(self.url, timeout)
        while True:
            try:
                return self._probe(patience.probe)
            except errors.APIError as error:
                pause = patience.after(error)
            time.sleep(pause)

    def list_models(self) -> list[ModelSummary]:
        """The models that the server has."""
        with told(self.url):
            return self.client.list_models().models

    def running_models(self) -> list[RunningModel]:
        """The models that are in memory."""
        with told(self.url):
            return self.client.list_running_models().models

    def has(self, model: str) -> bool:
        """Whether the server has a model."""
        return is_among(model, (known.name for known in self.list_models()))

    def show(self, model: str) -> ShowResponse:
        """Everything known of a model."""
        with told(self.url, model):
            return self.client.show_model(model=model)

    def capabilities(self, model: str) -> frozenset[str] | None:
        """What a model can do, such as completion, tools, vision or thinking; None where the server is too old to say."""
        known = self.show(model).capabilities
        return None if known is None else frozenset(known)

    def pull(self, model: str, *, insecure: bool | None = None) -> ProgressStream:
        """Get a model, or its newest version, from its registry: iterate over the progress, or `wait`.

        Iterating raises NotInRegistryError for a model that the registry does not have.
        """
        with told(self.url):
            return ProgressStream(self.client.pull_model(model=model, insecure=insecure, stream=True), model)

    def push(self, model: str, *, insecure: bool | None = None) -> ProgressStream:
        """Send a model to its registry: iterate over the progress, or `wait`."""
        with told(self.url, model):
            return ProgressStream(self.client.push_model(model=model, insecure=insecure, stream=True), model)

    def ensure(self, model: str, on_progress: Callable[[Progress], object] | None = None) -> bool:
        """Pull a model unless the server has it; gives whether it was pulled."""
        if self.has(model):
            return False
        with self.pull(model) as steps:
            for step in steps:
                if on_progress:
                    on_progress(step)
        return True

    def delete(self, model: str) -> None:
        """Take a model off the server."""
        with told(self.url, model):
            self.client.delete_model(model=model)

    def close(self) -> None:
        """Close the client, unless it was given."""
        if self._owned:
            self.client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _probe(self, timeout: float) -> str:
        return self.client.with_options(timeout=timeout, retries=0).get_version().version
