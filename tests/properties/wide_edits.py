"""Edits that one thought makes at several places of a document, as renaming a header everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

Tree = dict[str, Any]


def rename_path_parameter(tree: Tree, random: Random) -> bool:
    """Another name in the braces of all paths that begin alike, and of their parameters."""
    paths = tree["paths"]
    named = [path for path in paths if "{id}" in path]
    if not named:
        return False
    beginning = random.choice(named).partition("{id}")[0]
    tree["paths"] = {_renamed(path, beginning): item for path, item in paths.items()}
    for path in named:
        if path.startswith(beginning):
            _rename_parameters(tree["paths"][_renamed(path, beginning)])
    return True


def _renamed(path: str, beginning: str) -> str:
    return path.replace(f"{beginning}{{id}}", f"{beginning}{{key}}")


def _rename_parameters(item: Any) -> None:
    for node in _objects(item):
        if node.get("in") == "path" and node.get("name") == "id":
            node["name"] = "key"


def rename_prefix(tree: Tree, random: Random) -> bool:  # noqa: ARG001
    """Another beginning of all paths."""
    paths = tree["paths"]
    if not paths or any(path.startswith("/v") for path in paths):
        return False
    tree["paths"] = {f"/v2{path}": item for path, item in paths.items()}
    return True


def rename_header(tree: Tree, random: Random) -> bool:
    """Another name of a header, in all answers."""
    holders = [node["headers"] for node in _objects(tree) if isinstance(node.get("headers"), dict)]
    names = sorted({name for headers in holders for name in headers})
    if not names:
        return False
    name = random.choice(names)
    for headers in holders:
        items = [(f"{key}-New" if key == name else key, value) for key, value in headers.items()]
        headers.clear()
        headers.update(items)
    return True


def move_operation(tree: Tree, random: Random) -> bool:
    """Another path and another id of the one operation of a path."""
    paths = tree["paths"]
    alone = [path for path, item in paths.items() if _is_alone(item) and "{" not in path]
    if not alone:
        return False
    path = random.choice(alone)
    moved = json.loads(json.dumps(paths.pop(path)))
    (operation,) = (moved[key] for key in moved if key in ("get", "post"))
    operation["operationId"] = f"moved{random.randrange(99)}"
    paths[f"{path}/moved"] = moved
    return True


def _is_alone(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and len([key for key in item if key in ("get", "post")]) == 1
        and len(item) == 1
    )


def swap(tree: Tree, random: Random) -> bool:
    """Two properties each of which is what the other one was."""
    holders = [
        node["properties"]
        for node in _objects(tree)
        if isinstance(node.get("properties"), dict) and len(node["properties"]) > 1
    ]
    if not holders:
        return False
    properties = random.choice(holders)
    one, other = random.sample(sorted(properties), 2)
    properties[one], properties[other] = properties[other], properties[one]
    return True


def _objects(tree: Any) -> Iterator[Tree]:
    """Every mapping in a value, outer ones first."""
    if isinstance(tree, dict):
        yield tree
    members = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for member in [*members]:
        yield from _objects(member)


WIDE_EDITS: dict[str, Callable[[Tree, Random], bool]] = {
    "rename path parameter": rename_path_parameter,
    "rename prefix": rename_prefix,
    "rename header": rename_header,
    "move operation": move_operation,
    "swap": swap,
}
