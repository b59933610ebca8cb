# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /tags."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, ListResponse, RemoteErrorResponse

OPERATION: Final = Operation(
    method="GET",
    path="/tags",
    success={"200": ListResponse},
    failure={"500": ErrorResponse, "default": ErrorResponse | RemoteErrorResponse},
)
