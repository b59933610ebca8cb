"""The versions of OpenAPI that specmend reads."""

from __future__ import annotations

from typing import Final

from specmend.document.tree.values import MISSING, Tree, get

READ: Final = ("3.0", "3.1", "3.2")


def version_of(tree: Tree) -> str:
    """The version that a document declares, without its last number; empty where it has none."""
    declared = get(tree, ("openapi",)) if isinstance(tree, dict) else MISSING
    return "" if declared is MISSING else ".".join(str(declared).split(".")[:2])
