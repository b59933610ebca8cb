# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""GET /version."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation
from ...models import ErrorResponse, RemoteErrorResponse, VersionResponse

OPERATION: Final = Operation(
    method="GET",
    path="/version",
    success={"200": VersionResponse},
    failure={"default": ErrorResponse | RemoteErrorResponse},
)
