"""The record of a fault: one breach of a rule, at an address of a tree."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.tree.pointer import Address


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One breach of a rule, at an address of a tree."""

    rule: str
    address: Address
    message: str
