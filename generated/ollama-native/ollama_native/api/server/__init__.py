# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import check_version, get_greeting, get_status, get_version, ping_server

__all__ = ["check_version", "get_greeting", "get_status", "get_version", "ping_server"]
