# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""From what the server says of itself and of its models to the neutral records."""

from __future__ import annotations

from typing import Final

from ..models import ShowResponse, VersionResponse
from .records import BackendInfo, Capabilities

HEALTH_TIMEOUT: Final = 5.0
"""Seconds after which a server that does not answer cannot be used."""


def info_of(version: VersionResponse, base_url: str) -> BackendInfo:
    """Which server it is."""
    return BackendInfo(name="ollama", version=version.version, url=base_url)


def capabilities_of(shown: ShowResponse) -> Capabilities:
    """What a model can do; the names of its metadata begin with that of its architecture."""
    architecture = shown.model_info.get("general.architecture")
    length = shown.model_info.get(f"{architecture}.context_length")
    return Capabilities(
        names=None if shown.capabilities is None else frozenset(shown.capabilities),
        context_length=length if isinstance(length, int) else None,
    )
