# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /status."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, RemoteErrorResponse, StatusResponse

OPERATION: Final = Operation(
    method="GET",
    path="/status",
    success={"200": StatusResponse},
    failure={"default": ErrorResponse | RemoteErrorResponse},
)
