"""Steps that change the structure of a document: named edits that the faults do not need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.properties.moves.documents import REF
from tests.properties.moves.nodes import Node, Tree, nodes, pointer, users
from tests.properties.moves.targets import OURS, at_place, pick
from tests.properties.moves.world import World

Ways = Iterator[tuple[str, Tree]]
"""Targets, each with an edit."""


def draw_structure(world: World) -> bool:
    """Give the document one more step of this kind; False where nothing fits."""
    world.actions.append([])
    world.kinds.append("")
    try:
        found = [*world.luck.choice(STRUCTURES)(world)]
    except LookupError:
        return False
    if not found:
        return False
    target, edit = world.luck.choice(found)
    world.kinds[-1] = str(edit["name"])
    world.actions[-1] = [{"target": target, "x-edit": edit}]
    if "[" in target:
        world.actions[-1][0]["description"] = "It is counted here."
    return True


def _nullable(world: World) -> Ways:
    node = pick(world, "schema", bare=False)
    if node:
        yield at_place(world, node), {"name": "make-nullable"}


def _extracted(world: World) -> Ways:
    node = pick(world, "schema")
    if (node and node.address[:2] != ("components", "schemas")) or (node and len(node.address) > 3):
        yield at_place(world, node), {"name": "extract-schema", "as": "Ours"}


def _inlined(world: World) -> Ways:
    found = [node for node in nodes(world.tree) if node.kind == "schema" and node.is_reference]
    node = world.luck.choice(found)
    yield at_place(world, node), {"name": "inline-schema"}


def _recomposed(world: World) -> Ways:
    for node in nodes(world.tree):
        branches = node.value.get("allOf") if node.kind == "schema" else None
        named = [one["$ref"] for one in branches or () if "$ref" in one]
        if named and len(branches or ()) > 1:
            edit: Tree = {"name": "recompose-allof", "drop": named[:1]}
            yield at_place(world, node, "allOf"), edit
            yield at_place(world, node), edit


def _prefix(world: World) -> Ways:
    words = {path.split("/")[1] for path in world.tree["paths"] if path.count("/") > 1}
    for word in sorted(words):
        kept = [path for path in world.tree["paths"] if not path.startswith(f"/{word}/")]
        edit: Tree = {"name": "move-path-prefix", "prefix": f"/{word}"}
        yield "$", {**edit, "except": kept} if kept else edit


def _references(world: World) -> Ways:
    used = [name for name in world.schemas if users(world.tree, REF + name)]
    if len(used) > 1:
        one, other = world.luck.sample(used, 2)
        yield "$", {"name": "retarget-references", "from": REF + one, "to": REF + other}


def _operations(world: World) -> Ways:
    listed = list(world.tree["paths"])
    some = world.luck.sample(listed, max(1, len(listed) // 10))
    yield "$", {"name": "drop-operations", "paths": some}


def _extension(world: World) -> Ways:
    keys = {key for node in nodes(world.tree) for key in node.value if key.startswith("x-")}
    for key in sorted(keys):
        yield "$", {"name": "rename-extension", "from": key, "to": f"x-{OURS}"}


def _key(world: World) -> Ways:
    node = pick(world, "header", "response", bare=False)
    if node and isinstance(node.key, str):
        yield at_place(world, node), {"name": "rename-key", "to": _other(node)}


def _other(node: Node) -> str:
    return f"X-{OURS}" if node.kind == "header" else "418"


def _merged(world: World) -> Ways:
    schemas: dict[str, Any] = {}
    for name, value in world.schemas.items():
        twin = schemas.setdefault(str(sorted(value.items(), key=str)), name)
        if twin != name and pointer(("components", "schemas", name)):
            yield "$", {"name": "merge-schemas", "names": [name], "into": twin}


STRUCTURES: tuple[Callable[[World], Ways], ...] = (
    _nullable, _nullable, _extracted, _extracted, _inlined, _recomposed, _prefix, _references,
    _operations, _extension, _key, _merged,
)  # fmt: skip
