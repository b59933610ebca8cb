# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /me."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, RemoteErrorResponse, UnauthorizedResponse, UserResponse

OPERATION: Final = Operation(
    method="POST",
    path="/me",
    success={"200": UserResponse},
    failure={
        "401": UnauthorizedResponse,
        "500": ErrorResponse,
        "503": ErrorResponse,
        "default": ErrorResponse | RemoteErrorResponse,
    },
)
