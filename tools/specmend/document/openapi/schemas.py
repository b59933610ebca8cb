"""Ways through the schemas of a document that change it in place or copy it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from specmend.document.openapi.keywords import KEYWORDS
from specmend.document.openapi.objects import objects, parts_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

__all__ = [
    "Node",
    "Tree",
    "children",
    "content_holders",
    "content_schemas",
    "copy_tree",
    "map_schemas",
    "outermost_schemas",
    "parameter_schema",
    "schema_roots",
    "schemas",
]

Node: TypeAlias = dict[str, Any]
"""An object of a document."""

_RANK = {"schema": 0, "list": 1, "map": 2}
_HOLDING = [key for key, holds in KEYWORDS.items() if holds in _RANK]
_ORDER = {key: (_RANK[KEYWORDS[key]], number) for number, key in enumerate(_HOLDING)}


def copy_tree(tree: Tree) -> Tree:
    """Copy dicts and lists; a node that YAML anchors placed twice becomes two nodes."""
    # Most values are neither: a call for each would take most of the time.
    if isinstance(tree, dict):
        return {
            key: copy_tree(value) if isinstance(value, dict | list) else value
            for key, value in tree.items()
        }
    if isinstance(tree, list):
        return [copy_tree(value) if isinstance(value, dict | list) else value for value in tree]
    return tree


def map_schemas(tree: Tree, change: Callable[[Node], Tree]) -> Tree:
    """Copy a document with every schema replaced by `change(schema)`, inner schemas first."""
    result = copy_tree(tree)
    for address, schema in reversed(list(objects(result, "schema"))):
        if isinstance(schema, dict):
            get(result, address[:-1])[address[-1]] = change(schema)
    return result


def outermost_schemas(tree: Tree) -> Iterator[tuple[Address, Node]]:
    """Every schema that stands in no other one, with its address; those that are objects."""
    last: Address | None = None
    for address, schema in objects(tree, "schema"):
        if isinstance(schema, dict) and (last is None or not _is_inside(address, last)):
            last = address
            yield address, schema


def schema_roots(tree: Tree) -> Iterator[tuple[Any, Any]]:
    """Every place outside schemas that holds a schema, as container and key; shared ones first."""
    roots = [address for address, _ in outermost_schemas(tree)]
    for address in sorted(roots, key=lambda root: root[0] != "components"):
        yield get(tree, address[:-1]), address[-1]


def schemas(tree: Tree) -> Iterator[Node]:
    """Every schema of a document, outer ones first; references are schemas too."""
    pending = [holder[key] for holder, key in schema_roots(tree)]
    pending.reverse()
    while pending:
        schema = pending.pop()
        yield schema
        pending.extend(holder[key] for holder, key, _ in reversed(list(children(schema))))


def children(schema: Node) -> Iterator[tuple[Any, Any, str]]:
    """The places of the schemas directly inside a schema, each with the keyword it stands under.

    Single schemas come first, then lists of schemas, then schemas by name.
    """
    held = [(a, child) for a, child, kind in parts_of(schema, "schema") if kind == "schema"]
    for address, child in sorted(held, key=lambda place: _ORDER[str(place[0][0])]):
        if isinstance(child, dict):
            yield get(schema, address[:-1]), address[-1], str(address[0])


def parameter_schema(parameter: Tree) -> Iterator[tuple[Node, str]]:
    """The places of the schemas of one parameter or header: `schema`, or those of its `content`."""
    if isinstance(parameter, dict) and isinstance(parameter.get("schema"), dict):
        yield parameter, "schema"
    yield from content_schemas(parameter)


def content_schemas(holder: Tree) -> Iterator[tuple[Node, str]]:
    """The places of the schemas of a request body or response, one for each media type."""
    content = holder.get("content") if isinstance(holder, dict) else None
    for media in content.values() if isinstance(content, dict) else ():
        if isinstance(media, dict) and isinstance(media.get("schema"), dict):
            yield media, "schema"


def content_holders(tree: Tree) -> Iterator[Node]:
    """Every request body and response that has `content`."""
    for _, holder in objects(tree, "request body", "response"):
        if isinstance(holder, dict) and isinstance(holder.get("content"), dict):
            yield holder


def _is_inside(address: Address, place: Address) -> bool:
    return address[: len(place)] == place
