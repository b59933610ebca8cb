# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of this group as data, one module each."""

from . import chat, create_embeddings, embed, generate

__all__ = ["chat", "create_embeddings", "embed", "generate"]
