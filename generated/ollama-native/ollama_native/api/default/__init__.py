# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import (
    chat,
    copy_model,
    create_embeddings,
    create_model,
    delete_model,
    generate,
    get_version,
    list_models,
    list_running_models,
    pull_model,
    push_model,
    show_model,
)

__all__ = [
    "chat",
    "copy_model",
    "create_embeddings",
    "create_model",
    "delete_model",
    "generate",
    "get_version",
    "list_models",
    "list_running_models",
    "pull_model",
    "push_model",
    "show_model",
]
