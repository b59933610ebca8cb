"""Other spellings of any document, which say the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

Tree = dict[str, Any]
_HOLDS_SCHEMA = ("schema", "items", "additionalProperties")


def respelled(tree: Tree, name: str) -> Tree:
    """A document in one of the other spellings; the same one where it has no place for it."""
    made: Tree = json.loads(json.dumps(tree))
    RESPELLED[name](made)
    return made


def _schemas(tree: Tree) -> Iterator[tuple[Any, Any]]:
    """The places of schemas in contents, parameters, headers and components."""
    for holder, key in _places(tree, tree):
        if isinstance(holder[key], dict):
            yield holder, key


def _places(node: Any, tree: Tree) -> Iterator[tuple[Any, Any]]:
    components = tree.get("components", {}).get("schemas", {})
    for key in [*node] if isinstance(node, dict) else range(len(node)):
        if key in ("example", "examples", "default", "enum", "xml") or str(key).startswith("x-"):
            continue
        if (key == "schema" and not _has_tags(node[key])) or node is components:
            yield node, key
        elif isinstance(node[key], dict | list):
            yield from _places(node[key], tree)


def _has_tags(schema: Any) -> bool:
    """Whether names of components are told by a schema, or what is said beside a reference."""
    return isinstance(schema, dict) and "discriminator" in schema


def _wrapped(tree: Tree) -> None:
    for holder, key in [*_schemas(tree)]:
        holder[key] = {"allOf": [holder[key]]}


def _extracted(tree: Tree) -> None:
    found = [place for place in _schemas(tree) if place[1] == "schema"]
    for number, (holder, key) in enumerate(found):
        named = tree.setdefault("components", {}).setdefault("schemas", {})
        named[f"Extracted{number}"] = holder[key]
        holder[key] = {"$ref": f"#/components/schemas/Extracted{number}"}


def _turned(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _turned(value) for key, value in reversed(node.items())}
    return [_turned(value) for value in node] if isinstance(node, list) else node


def _reversed_keys(tree: Tree) -> None:
    turned = _turned(tree)
    tree.clear()
    tree.update(turned)


def _parts_extracted(tree: Tree) -> None:
    """Answers, bodies and parameters as components."""
    named = tree.setdefault("components", {})
    for number, operation in enumerate(_operations(tree)):
        for status, answer in operation.get("responses", {}).items():
            name = f"Answer{number}.{status}"
            named.setdefault("responses", {})[name] = answer
            operation["responses"][status] = {"$ref": f"#/components/responses/{name}"}
        if "requestBody" in operation:
            named.setdefault("requestBodies", {})[f"Body{number}"] = operation["requestBody"]
            operation["requestBody"] = {"$ref": f"#/components/requestBodies/Body{number}"}


def _operations(tree: Tree) -> Iterator[Tree]:
    for item in tree.get("paths", {}).values():
        if isinstance(item, dict):
            yield from (item[method] for method in _METHODS if isinstance(item.get(method), dict))


def _at_the_path(tree: Tree) -> None:
    """The parameters of a lone operation at its path."""
    for item in tree.get("paths", {}).values():
        own = [item[method] for method in _METHODS if isinstance(item, dict) and method in item]
        if len(own) == 1 and "parameters" not in item and isinstance(own[0], dict):
            item["parameters"] = own[0].pop("parameters", [])


def _other_version(tree: Tree) -> None:
    tree["openapi"] = "3.1.1"


def _null_in_a_branch(tree: Tree) -> None:
    for holder, key in [*_schemas(tree)]:
        kinds = holder[key].get("type")
        if isinstance(kinds, list) and "null" in kinds and len(kinds) > 1:
            rest = {**holder[key], "type": [kind for kind in kinds if kind != "null"]}
            holder[key] = {"anyOf": [rest, {"type": "null"}]}


_METHODS: Final = ("get", "put", "post", "delete")

RESPELLED: Final[dict[str, Callable[[Tree], None]]] = {
    "allOf of one": _wrapped,
    "schemas extracted": _extracted,
    "other order of keys": _reversed_keys,
    "parts extracted": _parts_extracted,
    "parameters at the path": _at_the_path,
    "another version": _other_version,
    "null in a branch": _null_in_a_branch,
}
"""Ways to say the same by name."""
