# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /embeddings."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import EmbeddingsRequest, EmbeddingsResponse, ErrorResponse, RemoteErrorResponse, UnauthorizedResponse

OPERATION: Final = Operation(
    method="POST",
    path="/embeddings",
    body=Body(
        kind="json",
        media_type="application/json",
        type=EmbeddingsRequest,
        nullable=frozenset({"options", "keep_alive"}),
    ),
    success={"200": EmbeddingsResponse},
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
)
