# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /models."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, FlatErrorResponse, ModelList

OPERATION: Final = Operation(
    method="GET",
    path="/models",
    success={"200": ModelList},
    failure={"500": ErrorResponse, "default": ErrorResponse | FlatErrorResponse},
)
