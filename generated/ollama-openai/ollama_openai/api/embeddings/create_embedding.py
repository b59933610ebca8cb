# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /embeddings."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import EmbeddingList, EmbeddingRequest, ErrorResponse, FlatErrorResponse, UnauthorizedErrorResponse

OPERATION: Final = Operation(
    method="POST",
    path="/embeddings",
    body=Body(kind="json", media_type="application/json", type=EmbeddingRequest),
    success={"200": EmbeddingList},
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
)
