# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Typed Python client for the native HTTP API of Ollama."""

from . import errors, models
from ._answered import Response, with_response
from ._declared import Link
from ._operation import NOT_GIVEN, NotGiven
from ._retry import Retries
from ._stream import AsyncStream, Stream
from ._transport import record_responses
from .client import SERVERS, AsyncClient, Client

__version__ = "0.1.0"

__all__ = [
    "NOT_GIVEN",
    "SERVERS",
    "AsyncClient",
    "AsyncStream",
    "Client",
    "Link",
    "NotGiven",
    "Response",
    "Retries",
    "Stream",
    "__version__",
    "errors",
    "models",
    "record_responses",
    "with_response",
]
