# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /embeddings."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import EmbeddingsRequest, EmbeddingsResponse, ErrorResponse

OPERATION: Final = Operation(
    method="POST",
    path="/embeddings",
    body=Body(kind="json", media_type="application/json", type=EmbeddingsRequest),
    success={"200": EmbeddingsResponse},
    failure={"default": ErrorResponse},
)
