# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""HEAD /tags."""

from __future__ import annotations

from typing import Final

from ..._operation import Operation

OPERATION: Final = Operation(
    method="HEAD", path="/tags", accept="*/*", success={"200": None}, failure={"default": None}
)
