"""An action between two small documents, for the tests of the parts of drift."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, remove, rename_key, replace
from specmend.drift.action_context import ActionContext, Failed
from specmend.drift.three_way import Comparison
from specmend.steps.apply_action import apply_action
from specmend.steps.proposal import as_action
from specmend.steps.step import Touch

Fields = dict[str, Any]

PET: Final[Address] = ("components", "schemas", "Pet")
ID: Final[Address] = (*PET, "properties", "id")
KIND: Final[Address] = (*PET, "properties", "kind")

OLD: Final[Tree] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1", "x-team": "pets"},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    }
                },
            }
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "integer", "description": "The number."},
                    "kind": {"type": "string", "enum": ["cat", "dog"]},
                    "born": {"type": "string", "format": "date", "minLength": 5},
                },
            },
            "Error": {
                "type": "object",
                "x-team": "core",
                "properties": {"code": {"type": "integer"}, "cause": {"type": "string"}},
            },
        }
    },
}
"""The document that every action is recorded on."""

Move = tuple[Any, ...]
"""What upstream did: `set` or `rename` an address, or `remove` it."""


def moved(*moves: Move, tree: Tree = OLD) -> Tree:
    """The document after upstream moved."""
    for move in moves:
        if move[0] == "set":
            tree = replace(tree, move[1], move[2])
        elif move[0] == "rename":
            tree = rename_key(tree, move[1], move[2])
        else:
            tree = remove(tree, [move[1]])
    return tree


def context(fields: Fields, *moves: Move, failed: Sequence[Failed] = ()) -> ActionContext:
    """An action that was recorded on the old document, and meets the one after the moves."""
    optional = fields.get("x-optional", "")
    action = dataclasses.replace(as_action(fields), optional=optional)
    return ActionContext(
        step=2,
        action=action,
        old=OLD,
        new=moved(*moves),
        result=apply_action(OLD, action),
        failed=failed,
    )


def compared(fields: Fields, *moves: Move) -> list[Comparison]:
    """The comparisons of an action."""
    return list(context(fields, *moves).comparisons)


def states(fields: Fields, *moves: Move) -> list[tuple[str, Address | None]]:
    """The state and the place of each comparison of an action."""
    return [(one.state.name, one.at) for one in compared(fields, *moves)]


def failed_step(address: Address, before: Tree, after: Tree, to: Address | None = None) -> Failed:
    """A step that failed, with the one place that it would have changed."""
    touch = Touch(address=address, to=to or address, before=before, after=after)
    return Failed(number=1, touches=(touch,))


def value(address: Address) -> Tree:
    """What the old document has at an address."""
    return get(OLD, address)


def update(target: str, new_value: Any) -> Fields:
    """An update."""
    return {"target": target, "update": new_value}


def edit(target: str, name: str, /, **parameters: Any) -> Fields:
    """A named edit."""
    return {"target": target, "x-edit": {"name": name, **parameters}}
