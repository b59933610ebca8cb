# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /models/{model}."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, FlatErrorResponse, Model

OPERATION: Final = Operation(
    method="GET",
    path="/models/{model}",
    success={"200": Model},
    failure={"400": ErrorResponse, "404": ErrorResponse, "default": ErrorResponse | FlatErrorResponse},
)
