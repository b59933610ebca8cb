"""Gives raw and base64 strings the spelling that both generators read alike."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def spell_binary(tree: Tree) -> Tree:
    """Mark raw octets with `format: binary`, and leave encoded text a plain string.

    OpenAPI 3.1 (section 4.4.2) writes raw octets as `contentMediaType: application/octet-stream`,
    which neither generator reads. Base64 text stays text: a model that decoded it would not give
    back what the server sent. So does text that holds a document of its own, whose schema
    (`contentSchema`, JSON Schema validation section 8.5) says nothing of the text.
    """
    return map_schemas(tree, _spell)


def _spell(schema: Node) -> Node:
    dropped = ("contentEncoding", "contentSchema")
    result = {key: value for key, value in schema.items() if key not in dropped}
    if result.get("format") == "byte":
        del result["format"]
    raw = result.pop("contentMediaType", None) == "application/octet-stream"
    if raw and "contentEncoding" not in schema and schema.get("type", "string") == "string":
        return {**result, "type": "string", "format": "binary"}
    return result
