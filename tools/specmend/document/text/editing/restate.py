"""A document made to say another tree, where the single edits of its text are not asked for."""

from __future__ import annotations

from dataclasses import replace

from specmend.document.text.document import Document
from specmend.document.text.reading.json_fast import encode_json
from specmend.document.tree.values import Tree, identical


def restate(document: Document, tree: Tree) -> Document:
    """The document with its text edited to say `tree`; raises EditRefused as rewrite does.

    JSON that is byte for byte what a serializer writes is written by one again: what is untouched
    comes out the same, and what comes out is parsed and compared all the same.
    """
    if identical(document.tree, tree):
        return document
    data = encode_json(tree, document.indent) if document.indent else None
    if data is not None:
        end = len(document.data.rstrip(b"\r\n"))
        return replace(document, data=data + document.data[end:], tree=tree)
    from specmend.document.text.editing.rewrite import rewrite

    return rewrite(document, tree)[0]
