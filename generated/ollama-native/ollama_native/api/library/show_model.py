# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /show."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import ErrorResponse, RemoteErrorResponse, ShowRequest, ShowResponse

OPERATION: Final = Operation(
    method="POST",
    path="/show",
    body=Body(kind="json", media_type="application/json", type=ShowRequest, nullable=frozenset({"options"})),
    success={"200": ShowResponse},
    failure={
        "400": ErrorResponse,
        "403": ErrorResponse,
        "404": ErrorResponse,
        "500": ErrorResponse,
        "default": ErrorResponse | RemoteErrorResponse,
    },
)
