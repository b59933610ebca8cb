# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /signout."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, RemoteErrorResponse

OPERATION: Final = Operation(
    method="POST",
    path="/signout",
    accept="*/*",
    success={"200": None},
    failure={"401": ErrorResponse, "500": ErrorResponse, "default": ErrorResponse | RemoteErrorResponse},
)
