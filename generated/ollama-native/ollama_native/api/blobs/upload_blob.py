# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""POST /blobs/{digest}."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import ErrorResponse, RemoteErrorResponse

OPERATION: Final = Operation(
    method="POST",
    path="/blobs/{digest}",
    body=Body(kind="content", media_type="application/octet-stream"),
    accept="*/*",
    success={"200": None, "201": None},
    failure={"400": ErrorResponse, "500": ErrorResponse, "default": ErrorResponse | RemoteErrorResponse},
)
