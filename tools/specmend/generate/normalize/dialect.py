"""Marks a document of any 3.x version as OpenAPI 3.1.0, which both generators read in full."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, content_holders, copy_tree
from specmend.document.openapi.version_32 import is_32, lowered_to_31, with_item_schemas
from specmend.document.tree.values import replace
from specmend.generate.normalize.media_order import has_records


def mark_dialect(tree: Tree) -> Tree:
    """Write `openapi: 3.1.0`, and what is new in OpenAPI 3.2 in the words of 3.1.

    What 3.1 cannot hold and no client can heed was refused or reported before (module `support`).
    Operations under any method stay, for the client has them.
    """
    result = copy_tree(tree)
    result.pop("jsonSchemaDialect", None)
    for holder in content_holders(result):
        for media_type, media in holder["content"].items():
            if isinstance(media, dict) and "itemSchema" in media:
                _choose(media_type, media)
    lowered = lowered_to_31(result) if is_32(tree) else with_item_schemas(result)
    return copy_tree(replace(lowered, ("openapi",), "3.1.0"))


def _choose(media_type: str, media: Node) -> None:
    """Of a stream the schema of one record counts, of any other body the schema of the whole."""
    if has_records(media_type, media):
        media.pop("schema", None)
    elif "schema" in media:
        del media["itemSchema"]
