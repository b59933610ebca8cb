# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /responses."""

from __future__ import annotations

from typing import Final

from ..._framing import Framing
from ..._operation import Body, Operation, Streaming
from ...models import (
    ErrorResponse,
    FlatErrorResponse,
    ResponsesRequest,
    ResponsesResponse,
    ResponsesStreamEvent,
    UnauthorizedErrorResponse,
)

OPERATION: Final = Operation(
    method="POST",
    path="/responses",
    body=Body(
        kind="json",
        media_type="application/json",
        type=ResponsesRequest,
        nullable=frozenset(
            {"conversation", "max_output_tokens", "temperature", "text", "top_p", "truncation", "stream"}
        ),
    ),
    success={"200": ResponsesResponse},
    failure={
        "400": ErrorResponse,
        "401": UnauthorizedErrorResponse,
        "403": FlatErrorResponse,
        "404": ErrorResponse,
        "500": ErrorResponse,
        "502": FlatErrorResponse,
        "default": ErrorResponse | FlatErrorResponse,
    },
    streaming=Streaming(
        event=ResponsesStreamEvent,
        media_type="text/event-stream",
        framing=Framing(
            kind="sse", terminal="type", last=("response.completed", "response.incomplete", "response.failed")
        ),
    ),
)
