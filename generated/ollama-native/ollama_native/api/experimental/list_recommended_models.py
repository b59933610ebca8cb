# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /experimental/model-recommendations."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, ModelRecommendationsResponse, RemoteErrorResponse

OPERATION: Final = Operation(
    method="GET",
    path="/experimental/model-recommendations",
    success={"200": ModelRecommendationsResponse},
    failure={"default": ErrorResponse | RemoteErrorResponse},
)
