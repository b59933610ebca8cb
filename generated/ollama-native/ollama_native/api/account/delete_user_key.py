# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""DELETE /user/keys/{encodedKey}."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, RemoteErrorResponse

OPERATION: Final = Operation(
    method="DELETE",
    path="/user/keys/{encodedKey}",
    accept="*/*",
    success={"200": None},
    failure={"401": ErrorResponse, "500": ErrorResponse, "default": ErrorResponse | RemoteErrorResponse},
)
