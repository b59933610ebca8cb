# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /completions."""

from __future__ import annotations

from typing import Final

from ..._framing import Framing
from ..._operation import Body, Operation, Streaming
from ...models import (
    Completion,
    CompletionChunk,
    CompletionRequest,
    ErrorResponse,
    FlatErrorResponse,
    UnauthorizedErrorResponse,
)

OPERATION: Final = Operation(
    method="POST",
    path="/completions",
    body=Body(
        kind="json",
        media_type="application/json",
        type=CompletionRequest,
        nullable=frozenset({"stream_options", "max_tokens", "seed", "stop", "temperature", "logprobs"}),
    ),
    success={"200": Completion},
    failure={
        "400": ErrorResponse,
        "401": UnauthorizedErrorResponse,
        "403": FlatErrorResponse,
        "404": ErrorResponse,
        "500": ErrorResponse,
        "502": FlatErrorResponse,
        "503": ErrorResponse,
        "default": ErrorResponse | FlatErrorResponse,
    },
    streaming=Streaming(
        event=CompletionChunk,
        media_type="text/event-stream",
        framing=Framing(kind="sse", sentinel="[DONE]", error="error"),
    ),
)
