# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""HEAD /version."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation

OPERATION: Final = Operation(
    method="HEAD", path="/version", accept="*/*", success={"200": None}, failure={"default": None}
)
