# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /generate."""

from __future__ import annotations

from typing import Final

from ..._framing import Framing
from ..._operation import Body, Operation, Streaming
from ...models import (
    ErrorResponse,
    GenerateRequest,
    GenerateSingleResponse,
    GenerateStreamResponse,
    RemoteErrorResponse,
    UnauthorizedResponse,
)

OPERATION: Final = Operation(
    method="POST",
    path="/generate",
    body=Body(
        kind="json",
        media_type="application/json",
        type=GenerateRequest,
        nullable=frozenset({"format", "options", "stream", "keep_alive", "think", "truncate", "shift"}),
    ),
    success={"200": GenerateSingleResponse},
    failure={
        "400": ErrorResponse,
        "401": UnauthorizedResponse,
        "403": ErrorResponse,
        "404": ErrorResponse,
        "499": ErrorResponse,
        "500": ErrorResponse,
        "502": ErrorResponse,
        "503": ErrorResponse,
        "default": ErrorResponse | RemoteErrorResponse,
    },
    streaming=Streaming(
        event=GenerateStreamResponse,
        media_type="application/x-ndjson",
        framing=Framing(kind="ndjson", error="error", terminal="done"),
    ),
)
