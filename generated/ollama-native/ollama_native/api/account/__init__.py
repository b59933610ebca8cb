# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import delete_user_key, show_user, sign_out

__all__ = ["delete_user_key", "show_user", "sign_out"]
