# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /audio/transcriptions."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import ErrorResponse, FlatErrorResponse, TranscriptionResponse

OPERATION: Final = Operation(
    method="POST",
    path="/audio/transcriptions",
    body=Body(kind="multipart", media_type="multipart/form-data"),
    accept="application/json, text/plain;q=0.9",
    success={"200": {"application/json": TranscriptionResponse, "text/plain": str}},
    failure={"400": ErrorResponse, "404": ErrorResponse, "default": ErrorResponse | FlatErrorResponse},
)
