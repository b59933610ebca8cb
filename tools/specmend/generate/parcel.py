"""What generating a client gives: every file of the package as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """One client package.

    `files` maps sorted paths inside the package's folder to bytes, `normalized` is the JSON document that both
    generators read, and `warnings` are the generators' own words without temporary paths and memory addresses.
    """

    files: Mapping[str, bytes]
    normalized: bytes
    warnings: tuple[str, ...] = ()
