# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What the synchronous and the asynchronous server share: names of models, addresses, patience, and errors."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from . import errors
from ._defaults import base_url
from ._failure import _causes as causes
from ._host import base_url_of
from ._log import log

PROBE_TIMEOUT = 2.0
"""Seconds that a question whether a server is there may take."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
_REGISTRY, _NAMESPACE, _TAG = "registry.ollama.ai", "library", "latest"
_START = "start the Ollama app or run `ollama serve`; OLLAMA_HOST or base_url says where it listens"


class ServerNotRunningError(errors.NoServerError):
    """No Ollama server answers where one was looked for."""


class ModelNotFoundError(errors.NotFoundError):
    """The server does not have a model; `model` is its name."""

    def __init__(self, cause: errors.NotFoundError, model: str) -> None:
        hint = f"get {model} with pull, or with `ollama pull {model}`"
        super().__init__(cause.response, cause.body, cause.data, hint)
        self.model = model


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """Whether a server runs at `url`: its version, or else the reason why it cannot be used."""

    url: str
    version: str | None = None
    reason: str | None = None

    @property
    def running(self) -> bool:
        """Whether the server answers as it should."""
        return self.version is not None

    def __bool__(self) -> bool:
        return self.running


def full_name(name: str) -> str:
    """A model's name with registry, namespace and tag, in small letters: equal names are the same model."""
    rest = name.strip().lower()
    rest = rest.partition("://")[2] or rest
    path, slash, last = rest.rpartition("/")
    model, _, tag = last.partition(":")
    owner = path if slash else _NAMESPACE
    if "/" not in owner:
        owner = f"{_REGISTRY}/{owner}"
    return f"{owner}/{model}:{tag or _TAG}"


def is_among(name: str, names: Iterable[str]) -> bool:
    """Whether a model is one of those named."""
    wanted = full_name(name)
    return any(full_name(other) == wanted for other in names)


def addresses() -> list[str]:
    """The base URLs at which a server is looked for: that of OLLAMA_HOST, then the usual one."""
    usual = base_url_of("", "/api")
    named = base_url() if os.environ.get("OLLAMA_HOST") else usual
    return list(dict.fromkeys((named, usual)))


def passed_over(url: str, error: errors.APIError) -> errors.APIError:
    """Note that a search goes on, so that nobody wonders at which server it ends."""
    log.warning("no Ollama server at %s: %s", url, error)
    return error


def nowhere(failures: Iterable[errors.APIError]) -> ServerNotRunningError:
    """The exception for a search without success."""
    return ServerNotRunningError("; ".join([*(str(failure) for failure in failures), _START]))


def health_of(url: str, error: errors.APIError) -> Health:
    """The health of a server that gave an error in place of its version."""
    return Health(url=url, reason=str(error))


@contextmanager
def told(url: str, model: str = "") -> Iterator[None]:
    """Say of the errors of the block what to do: start the server, or pull the model."""
    try:
        yield
    except errors.NoServerError as error:
        if any(isinstance(cause, socket.gaierror) for cause in causes(error)):
            raise
        raise ServerNotRunningError(f"no Ollama server answers at {url}; {_START}") from error
    except errors.NotFoundError as error:
        if not model or not isinstance(error.data, dict):
            raise
        raise ModelNotFoundError(error, model) from error


class Patience:
    """Waiting for a server: the pauses between questions grow, until the time is over."""

    def __init__(self, url: str, timeout: float) -> None:
        self._url = url
        self._timeout = timeout
        self._end = time.monotonic() + timeout
        self._pause = _FIRST_PAUSE

    @property
    def probe(self) -> float:
        """The seconds that the next question may take."""
        return max(_FIRST_PAUSE, min(PROBE_TIMEOUT, self._end - time.monotonic()))

    def after(self, error: errors.APIError) -> float:
        """The seconds to wait after an error.

        Raises the error itself when waiting does not help, and ServerNotRunningError when the time is over.
        """
        if not isinstance(error, (errors.APIConnectionError, errors.ServerError)):
            raise error
        left = self._end - time.monotonic()
        if left <= 0:
            words = f"no Ollama server was ready at {self._url} within {self._timeout:g} s: {error}; {_START}"
            raise ServerNotRunningError(words) from error
        pause, self._pause = self._pause, min(_LONGEST_PAUSE, self._pause * 2)
        return min(pause, left)
