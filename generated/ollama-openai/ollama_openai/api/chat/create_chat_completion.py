# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /chat/completions."""

from __future__ import annotations

from typing import Final

from ..._framing import Framing
from ..._operation import Body, Operation, Streaming
from ...models import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionRequest,
    ErrorResponse,
    FlatErrorResponse,
    UnauthorizedErrorResponse,
)

OPERATION: Final = Operation(
    method="POST",
    path="/chat/completions",
    body=Body(
        kind="json",
        media_type="application/json",
        type=ChatCompletionRequest,
        nullable=frozenset(
            {
                "stream_options",
                "max_tokens",
                "seed",
                "stop",
                "temperature",
                "top_p",
                "frequency_penalty",
                "presence_penalty",
                "response_format",
                "reasoning",
                "reasoning_effort",
                "logprobs",
            }
        ),
    ),
    success={"200": ChatCompletion},
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
        event=ChatCompletionChunk,
        media_type="text/event-stream",
        framing=Framing(kind="sse", sentinel="[DONE]", error="error"),
    ),
)
