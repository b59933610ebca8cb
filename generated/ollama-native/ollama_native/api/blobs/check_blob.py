# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""HEAD /blobs/{digest}."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation

OPERATION: Final = Operation(
    method="HEAD",
    path="/blobs/{digest}",
    accept="*/*",
    success={"200": None},
    failure={"400": None, "404": None, "default": None},
)
