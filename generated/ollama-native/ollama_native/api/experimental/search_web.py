# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /experimental/web_search."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import ErrorResponse, RemoteErrorResponse, UnauthorizedResponse, WebSearchRequest, WebSearchResponse

OPERATION: Final = Operation(
    method="POST",
    path="/experimental/web_search",
    body=Body(kind="json", media_type="application/json", type=WebSearchRequest),
    success={"200": WebSearchResponse},
    failure={
        "400": ErrorResponse,
        "401": UnauthorizedResponse,
        "403": ErrorResponse,
        "502": ErrorResponse,
        "default": ErrorResponse | RemoteErrorResponse,
    },
)
