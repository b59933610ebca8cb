# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What the hand-written part of the package knows of the faults of this one API."""

from __future__ import annotations

from collections.abc import Callable

unknown_path: Callable[[str], str] | None = None
"""What a page with status 404 or 405 may mean for a path of the API, in a few words; nothing is an empty text."""
