# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /completions."""

from __future__ import annotations

from typing import Final

from ..._framing import Framing
from ..._operation import Body, Operation, Streaming
from ...models import Completion, CompletionChunk, CompletionRequest, ErrorResponse

OPERATION: Final = Operation(
    method="POST",
    path="/completions",
    body=Body(kind="json", media_type="application/json", type=CompletionRequest),
    success={"200": Completion},
    failure={"default": ErrorResponse},
    streaming=Streaming(
        event=CompletionChunk,
        media_type="text/event-stream",
        framing=Framing(kind="sse", sentinel="[DONE]", error="error"),
    ),
)
