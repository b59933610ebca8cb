"""Writes every schema of a document in one of a few forms."""

from __future__ import annotations

from specmend.document.openapi.components import SCHEMAS, component_schemas
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.objects import objects
from specmend.document.openapi.schemas import Node, Tree, copy_tree
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get
from specmend.generate.normalize.canonical.families import Families, untangle
from specmend.generate.normalize.canonical.heads import Heads


def write_canonical_schemas(tree: Tree) -> Tree:
    """Write each schema as a reference, a value, a list, a map, a class or a union.

    A class has `properties`, and its parents in `allOf`. A union is `anyOf` with nothing beside it
    but what says something about the place. Whatever else a schema says is in none of them: see
    `specmend.generate.remarks`.
    """
    result = copy_tree(tree)
    components = component_schemas(result)
    untangle(components)
    families = Families(components)
    heads = Heads(components, families.discriminator)
    heirs = families.heirs()
    made = [(address, heads.whole(get(result, address))) for address in _roots(result)]
    for address, schema in made:
        is_heir = address[:-1] == SCHEMAS and address[-1] in heirs
        own = _as_class(schema) if is_heir else schema
        get(result, address[:-1])[address[-1]] = families.spread(own)
    return result


def _as_class(schema: Node) -> Node:
    """A class of its own for what inherits from another one and adds nothing."""
    if "$ref" not in schema:
        return schema
    beside = {word: schema[word] for word in schema if word != "$ref"}
    return {"type": "object", "allOf": [{"$ref": schema["$ref"]}], **beside}


def _roots(tree: Tree) -> list[Address]:
    """The places of the schemas that stand in no other schema."""
    places = [address for address, _ in objects(tree, "schema")]
    return [address for address in places if _is_root(address)]


def _is_root(address: Address) -> bool:
    above = address[:-1]
    return above == ("components", "schemas") or spot_at(above).kind != "schema"
