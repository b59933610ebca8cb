"""Puts shared path items, parameters, request bodies and responses where they are used."""

from __future__ import annotations

from specmend.document.openapi.schemas import METHODS, Node, Tree, copy_tree, resolve


def place_shared_parts(tree: Tree) -> Tree:
    """Replace every reference to a shared part by the part; schemas stay components.

    Parameters of a path go to each of its operations, unless that has one of the same name and place (OpenAPI 3.1,
    section 4.8.9). openapi-python-client follows some of these references and not others.
    """
    result = copy_tree(tree)
    for path, item in list(result.get("paths", {}).items()):
        result["paths"][path] = placed = _resolved(result, item)
        _place_all(result, placed, "parameters")
        common = placed.pop("parameters", [])
        for method in METHODS:
            operation = placed.get(method)
            if isinstance(operation, dict):
                _place_all(result, operation, "parameters")
                _add_parameters(operation, common)
                _place_all(result, operation, "responses")
                if "requestBody" in operation:
                    operation["requestBody"] = _resolved(result, operation["requestBody"])
    for kind in ("pathItems", "parameters", "requestBodies", "responses"):
        result.get("components", {}).pop(kind, None)
    return result


def _place_all(tree: Tree, holder: Node, key: str) -> None:
    parts = holder.get(key)
    if isinstance(parts, list):
        holder[key] = [_resolved(tree, part) for part in parts]
    elif isinstance(parts, dict):
        holder[key] = {name: _resolved(tree, part) for name, part in parts.items()}


def _add_parameters(operation: Node, common: list[Node]) -> None:
    own = operation.get("parameters", [])
    known = {(parameter.get("name"), parameter.get("in")) for parameter in own}
    added = [
        copy_tree(parameter)
        for parameter in common
        if (parameter.get("name"), parameter.get("in")) not in known
    ]
    if own or added:
        operation["parameters"] = [*own, *added]


def _resolved(tree: Tree, part: Tree) -> Tree:
    followed: list[str] = []
    while (
        isinstance(part, dict)
        and isinstance(part.get("$ref"), str)
        and part["$ref"] not in followed
    ):
        followed.append(part["$ref"])
        target = resolve(tree, part["$ref"])
        if not isinstance(target, dict):
            return part
        siblings = {key: value for key, value in part.items() if key != "$ref"}
        part = {**copy_tree(target), **siblings}
    return part
