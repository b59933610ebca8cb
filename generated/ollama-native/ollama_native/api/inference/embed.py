# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /embed."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import EmbedRequest, EmbedResponse, ErrorResponse, RemoteErrorResponse, UnauthorizedResponse

OPERATION: Final = Operation(
    method="POST",
    path="/embed",
    body=Body(
        kind="json",
        media_type="application/json",
        type=EmbedRequest,
        nullable=frozenset({"input", "truncate", "options", "keep_alive"}),
    ),
    success={"200": EmbedResponse},
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
