# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /ps."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, RemoteErrorResponse, RunningModelsResponse

OPERATION: Final = Operation(
    method="GET",
    path="/ps",
    success={"200": RunningModelsResponse},
    failure={"default": ErrorResponse | RemoteErrorResponse},
)
