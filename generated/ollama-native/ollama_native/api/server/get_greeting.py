# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, RemoteErrorResponse

OPERATION: Final = Operation(
    method="GET",
    path="/../",
    accept="text/plain",
    success={"200": {"text/plain": str}},
    failure={"default": ErrorResponse | RemoteErrorResponse},
)
