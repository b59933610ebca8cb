# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import get_model, list_models

__all__ = ["get_model", "list_models"]
