# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Vectors of one text or of many, as plain lists of numbers."""

from __future__ import annotations

from collections.abc import Sequence

from .client import AsyncClient, Client

__all__ = ["embed", "embed_async"]


def embed(
    client: Client, model: str, texts: str | Sequence[str], *, dimensions: int | None = None
) -> list[list[float]]:
    """One vector for each text, in their order; a single text gives a list of one. No text asks no server."""
    if not texts:
        return []
    return client.embed(model=model, input=texts, dimensions=dimensions).embeddings


async def embed_async(
    client: AsyncClient, model: str, texts: str | Sequence[str], *, dimensions: int | None = None
) -> list[list[float]]:
    """One vector for each text; like `embed`."""
    if not texts:
        return []
    return (await client.embed(model=model, input=texts, dimensions=dimensions)).embeddings
