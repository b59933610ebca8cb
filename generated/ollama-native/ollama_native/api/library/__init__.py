# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import (
    check_models,
    copy_model,
    create_model,
    delete_model,
    list_models,
    list_running_models,
    pull_model,
    push_model,
    show_model,
)

__all__ = [
    "check_models",
    "copy_model",
    "create_model",
    "delete_model",
    "list_models",
    "list_running_models",
    "pull_model",
    "push_model",
    "show_model",
]
