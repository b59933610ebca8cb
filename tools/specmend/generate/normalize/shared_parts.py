"""Puts what operations share among the components where it is used; schemas stay components."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.objects import objects
from specmend.document.openapi.operations import MORE_METHODS, operations, operations_in
from specmend.document.openapi.references import resolve
from specmend.document.openapi.schemas import Node, Tree, copy_tree
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get

_PLACED = ("pathItems", "mediaTypes", "parameters", "requestBodies", "responses")


def place_path_items(tree: Tree) -> Tree:
    """Replace every reference to a path item, and to a media type, by what it leads to.

    So the rules that follow find all operations under `paths`. What stands beside the reference of
    a path item is joined with what it leads to; a build was refused where they collide. Media types
    are shared since OpenAPI 3.2.
    """
    result = copy_tree(tree)
    paths = result.get("paths")
    for path, item in list(paths.items()) if isinstance(paths, dict) else ():
        paths[path] = _resolved(result, item)
    for address in _references_of(result, "media type"):
        content = get(result, address[:-1])
        content[address[-1]] = _resolved(result, content[address[-1]])
    return result


def place_shared_parts(tree: Tree) -> Tree:
    """Replace every reference to a shared part of an operation by the part.

    Parameters of a path go to each of its operations, unless that has one of the same name and `in`
    (OpenAPI 3.1 section 4.8.9). openapi-python-client follows some of these references and not
    others.
    """
    result = copy_tree(tree)
    for operation in operations(result):
        _place_all(result, operation.node)
    paths = result.get("paths")
    for item in paths.values() if isinstance(paths, dict) else ():
        if isinstance(item, dict):
            _share_parameters(result, item)
    components = result.get("components")
    for kind in _PLACED if isinstance(components, dict) else ():
        components.pop(kind, None)
    return result


def _references_of(tree: Tree, kind: str) -> Iterator[Address]:
    for address, value in reversed(list(objects(tree, kind))):
        if isinstance(value, dict) and "$ref" in value:
            yield address


def _place_all(tree: Tree, operation: Node) -> None:
    if isinstance(operation.get("parameters"), list):
        operation["parameters"] = [_resolved(tree, part) for part in operation["parameters"]]
    responses = operation.get("responses")
    if isinstance(responses, dict):
        operation["responses"] = {
            status: _resolved(tree, part) for status, part in responses.items()
        }
    if "requestBody" in operation:
        operation["requestBody"] = _resolved(tree, operation["requestBody"])


def _share_parameters(tree: Tree, item: Node) -> None:
    common = [_resolved(tree, parameter) for parameter in item.pop("parameters", [])]
    for _, operation in operations_in(item):
        own = operation.get("parameters", [])
        known = {_key(parameter) for parameter in own}
        added = [copy_tree(parameter) for parameter in common if _key(parameter) not in known]
        if own or added:
            operation["parameters"] = [*own, *added]


def _key(parameter: Node) -> tuple[Tree, Tree]:
    """Name and place; the case of a header's name says nothing (RFC 9110 section 5.1)."""
    name, place = parameter.get("name"), parameter.get("in")
    return name.lower() if place == "header" and isinstance(name, str) else name, place


def _resolved(tree: Tree, part: Tree) -> Tree:
    """What a reference leads to, with what stands beside it; itself where that is nothing."""
    followed: list[str] = []
    while isinstance(part, dict) and _goes_on(part.get("$ref"), followed):
        followed.append(part["$ref"])
        target = resolve(tree, part["$ref"])
        if not isinstance(target, dict):
            return part
        part = _joined(copy_tree(target), part)
    return part


def _joined(target: Node, part: Node) -> Node:
    """What a reference leads to with what stands beside it; additional operations are of both."""
    beside = {key: value for key, value in part.items() if key != "$ref"}
    more = [node[MORE_METHODS] for node in (target, beside) if MORE_METHODS in node]
    if len(more) > 1 and all(isinstance(operations, dict) for operations in more):
        beside[MORE_METHODS] = {**more[0], **more[1]}
    return {**target, **beside}


def _goes_on(reference: Tree, followed: list[str]) -> bool:
    return isinstance(reference, str) and reference not in followed
