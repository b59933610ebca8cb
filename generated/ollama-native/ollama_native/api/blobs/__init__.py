# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import check_blob, upload_blob

__all__ = ["check_blob", "upload_blob"]
