# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""DELETE /delete."""

from __future__ import annotations

from typing import Final

from ..._operation import Body, Operation
from ...models import DeleteRequest, ErrorResponse, RemoteErrorResponse

OPERATION: Final = Operation(
    method="DELETE",
    path="/delete",
    body=Body(kind="json", media_type="application/json", type=DeleteRequest),
    accept="*/*",
    success={"200": None},
    failure={
        "400": ErrorResponse,
        "404": ErrorResponse,
        "500": ErrorResponse,
        "default": ErrorResponse | RemoteErrorResponse,
    },
)
