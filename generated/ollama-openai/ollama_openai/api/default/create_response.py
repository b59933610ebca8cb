# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /responses."""

from __future__ import annotations

from typing import Final

from ..._framing import Framing
from ..._operation import Body, Operation, Streaming
from ...models import ErrorResponse, ResponsesRequest, ResponsesResponse, ResponsesStreamEvent

OPERATION: Final = Operation(
    method="POST",
    path="/responses",
    body=Body(kind="json", media_type="application/json", type=ResponsesRequest),
    success={"200": ResponsesResponse},
    failure={"default": ErrorResponse},
    streaming=Streaming(event=ResponsesStreamEvent, media_type="text/event-stream", framing=Framing(kind="sse")),
)
