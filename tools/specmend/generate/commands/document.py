"""The document that a command gets: in the format that it reads, under a name that it knows."""

from __future__ import annotations

import json

from specmend.document.text.document import Document, parse_document
from specmend.document.text.editing.reserialize import reserialize
from specmend.document.text.reading.json_fast import encode_json
from specmend.document.tree.values import Tree

_INDENT = 2


def document_file(document: Document, wanted: str) -> tuple[str, bytes]:
    """The name and the bytes of the file; `wanted` is `yaml`, `json`, or empty for what it is in.

    A document in the wanted format keeps its text, with comments and the order of keys.
    """
    form = wanted or document.format
    name = f"openapi.{form}"
    if form == document.format:
        return name, document.encode()
    return name, _as_json(document.tree) if form == "json" else _as_yaml(document.tree, name)


def _as_json(tree: Tree) -> bytes:
    data = encode_json(tree, _INDENT)
    if data is None:
        data = json.dumps(tree, indent=_INDENT, ensure_ascii=False, default=str).encode()
    return data + b"\n"


def _as_yaml(tree: Tree, name: str) -> bytes:
    return reserialize(parse_document("{}\n", name, "yaml"), tree).encode()
