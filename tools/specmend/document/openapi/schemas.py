"""Ways through the parts of an OpenAPI document that hold schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias
from urllib.parse import unquote

Tree: TypeAlias = Any
"""A node of a document: dict, list or scalar, as JSON has them."""

Node: TypeAlias = dict[str, Any]
"""An object of a document."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

SCHEMA_PREFIX = "#/components/schemas/"

# Keywords of JSON Schema 2020-12 whose value is one schema, a list of schemas, or schemas by name.
_ONE = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
)
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "dependentSchemas", "$defs")


def copy_tree(tree: Tree) -> Tree:
    """Copy dicts and lists; a node that YAML anchors placed twice becomes two nodes."""
    if isinstance(tree, dict):
        return {key: copy_tree(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [copy_tree(value) for value in tree]
    return tree


def map_schemas(tree: Tree, change: Callable[[Node], Tree]) -> Tree:
    """Copy a document with every schema replaced by `change(schema)`, inner schemas first."""
    result = copy_tree(tree)
    for holder, key in schema_roots(result):
        holder[key] = _map_schema(holder[key], change)
    return result


def schema_roots(tree: Tree) -> Iterator[tuple[Any, Any]]:
    """Every place outside schemas that holds a schema, as container and key."""
    components = _dict(tree.get("components"))
    yield from _values(components.get("schemas"))
    for kind in ("parameters", "headers"):
        for holder, key in _values(components.get(kind)):
            yield from parameter_schema(holder[key])
    for kind in ("requestBodies", "responses"):
        for holder, key in _values(components.get(kind)):
            yield from content_schemas(holder[key])
    for _, item in path_items(tree):
        for parameter in _list(item.get("parameters")):
            yield from parameter_schema(parameter)
    for _, _, operation in operations(tree):
        for parameter in _list(operation.get("parameters")):
            yield from parameter_schema(parameter)
        yield from content_schemas(operation.get("requestBody"))
        for holder, key in _values(operation.get("responses")):
            yield from content_schemas(holder[key])


def path_items(tree: Tree) -> Iterator[tuple[str, Node]]:
    """Every path with its Path Item Object."""
    for path, item in _dict(tree.get("paths")).items():
        if isinstance(item, dict):
            yield path, item


def operations(tree: Tree) -> Iterator[tuple[str, str, Node]]:
    """Every operation as path, method and Operation Object, in the order of the document."""
    for path, item in path_items(tree):
        for method in METHODS:
            if isinstance(item.get(method), dict):
                yield path, method, item[method]


def parameter_schema(parameter: Tree) -> Iterator[tuple[Node, str]]:
    """The places of the schemas of one parameter or header: `schema`, or those of its `content`."""
    if isinstance(parameter, dict) and isinstance(parameter.get("schema"), dict):
        yield parameter, "schema"
    yield from content_schemas(parameter)


def content_schemas(holder: Tree) -> Iterator[tuple[Node, str]]:
    """The places of the schemas of a request body or response, one for each media type."""
    for media in _dict(_dict(holder).get("content")).values():
        if isinstance(media, dict) and isinstance(media.get("schema"), dict):
            yield media, "schema"


def content_holders(tree: Tree) -> Iterator[Node]:
    """Every request body and response that has `content`, the shared ones first."""
    components = _dict(tree.get("components"))
    holders = [
        holder[key]
        for kind in ("requestBodies", "responses")
        for holder, key in _values(components.get(kind))
    ]
    for _, _, operation in operations(tree):
        holders.append(operation.get("requestBody"))
        holders.extend(holder[key] for holder, key in _values(operation.get("responses")))
    return (
        holder
        for holder in holders
        if isinstance(holder, dict) and isinstance(holder.get("content"), dict)
    )


def children(schema: Node) -> Iterator[tuple[Any, Any, str]]:
    """The places of the schemas directly inside a schema, each with the keyword it stands under."""
    for keyword in _ONE:
        if isinstance(schema.get(keyword), dict):
            yield schema, keyword, keyword
    for keyword in _MANY:
        members = _list(schema.get(keyword))
        yield from (
            (members, place, keyword)
            for place, member in enumerate(members)
            if isinstance(member, dict)
        )
    for keyword in _NAMED:
        yield from ((holder, key, keyword) for holder, key in _values(schema.get(keyword)))


def schemas(tree: Tree) -> Iterator[Node]:
    """Every schema of a document, outer ones first; references are schemas too."""
    pending = [holder[key] for holder, key in schema_roots(tree)]
    pending.reverse()
    while pending:
        schema = pending.pop()
        yield schema
        pending.extend(holder[key] for holder, key, _ in reversed(list(children(schema))))


def schema_reference(schema: Tree) -> str | None:
    """The name of the component that a schema refers to, or None."""
    ref = schema.get("$ref") if isinstance(schema, dict) else None
    if (
        isinstance(ref, str)
        and ref.startswith(SCHEMA_PREFIX)
        and "/" not in ref[len(SCHEMA_PREFIX) :]
    ):
        return pointer_tokens(ref)[-1]
    return None


def refer(name: str) -> Node:
    """A reference to the component schema of that name."""
    return {"$ref": SCHEMA_PREFIX + name}


def resolve(tree: Tree, pointer: str) -> Tree:
    """The node at a local reference such as `#/components/schemas/Pet` (RFC 6901), or None."""
    node = tree
    for token in pointer_tokens(pointer):
        if isinstance(node, dict) and token in node:
            node = node[token]
        elif isinstance(node, list) and token.isdigit() and int(token) < len(node):
            node = node[int(token)]
        else:
            return None
    return node


def pointer_tokens(pointer: str) -> list[str]:
    """The tokens of a local reference, with the escapes of RFC 6901 section 4 and of URIs undone."""
    parts = pointer.removeprefix("#").split("/")[1:]
    return [unquote(part).replace("~1", "/").replace("~0", "~") for part in parts]


def _map_schema(schema: Tree, change: Callable[[Node], Tree]) -> Tree:
    if not isinstance(schema, dict):
        return schema
    for holder, key, _ in list(children(schema)):
        holder[key] = _map_schema(holder[key], change)
    return change(schema)


def _values(mapping: Tree) -> Iterator[tuple[Node, str]]:
    return ((mapping, key) for key in list(_dict(mapping)) if isinstance(mapping[key], dict))


def _dict(value: Tree) -> Node:
    return value if isinstance(value, dict) else {}


def _list(value: Tree) -> list[Any]:
    return value if isinstance(value, list) else []
