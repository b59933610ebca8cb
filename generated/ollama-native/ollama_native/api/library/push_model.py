# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /push."""

from __future__ import annotations

from typing import Final

from ..._framing import Framing
from ..._operation import Body, Operation, Streaming
from ...models import ErrorResponse, ProgressResponse, PushRequest, RemoteErrorResponse

OPERATION: Final = Operation(
    method="POST",
    path="/push",
    body=Body(kind="json", media_type="application/json", type=PushRequest, nullable=frozenset({"stream"})),
    success={"200": ProgressResponse},
    failure={"400": ErrorResponse, "500": ErrorResponse, "default": ErrorResponse | RemoteErrorResponse},
    streaming=Streaming(
        event=ProgressResponse,
        media_type="application/x-ndjson",
        framing=Framing(kind="ndjson", error="error", terminal="status", last=("success",)),
    ),
)
