"""Marks a document of any 3.x version as OpenAPI 3.1.0, the one that both generators read in full."""

from __future__ import annotations

from specmend.document.openapi.schemas import Tree, content_holders, copy_tree


def mark_dialect(tree: Tree) -> Tree:
    """Write `openapi: 3.1.0`; turn `itemSchema` of OpenAPI 3.2 (section 4.14.3) into `schema`."""
    result = copy_tree(tree)
    result["openapi"] = "3.1.0"
    result.pop("jsonSchemaDialect", None)
    for holder in content_holders(result):
        for media in holder["content"].values():
            if isinstance(media, dict) and "itemSchema" in media:
                media.setdefault("schema", media.pop("itemSchema"))
    return result
