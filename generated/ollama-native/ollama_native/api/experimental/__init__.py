# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import fetch_page, list_recommended_models, search_web

__all__ = ["fetch_page", "list_recommended_models", "search_web"]
