"""Rename a property of a schema, with the places that name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from specmend.document.openapi.inheritance import extending, extensions_of
from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, rename_key, replace
from specmend.errors import ActionFailed
from specmend.steps.edits.edit import Edited, NamedEdit

_EXAMPLES = ("example", "default")


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Rename a property of each schema that the target selects.

    Its `required` list, `dependentRequired`, discriminator, example, examples and default follow,
    those of schemas that extend it by `allOf` too, and references into it. Refuses a schema that
    does not have the property, or has the new name already.
    """
    old, new = parameters["from"], parameters["to"]
    extensions = extensions_of(tree)
    for address in targets:
        _check(tree, address, old, new)
    # A schema may extend the one that it is a property of: what names the property is changed
    # first, as long as all places are known by the old name.
    for address in targets:
        for place in (address, *extending(tree, extensions, address, old)):
            tree = replace(tree, place, _followed(get(tree, place), old, new))
    before = [(*address, "properties", old) for address in targets]
    inner_first = sorted(before, key=len, reverse=True)
    for place in inner_first:
        tree = rename_key(tree, place, new)
    places = tuple((place, _renamed_place(place, inner_first, new)) for place in before)
    return Edited(tree=retarget(tree, dict(places)), places=places)


def _check(tree: Tree, address: Address, old: str, new: str) -> None:
    schema = get(tree, address)
    properties = schema.get("properties") if isinstance(schema, dict) else None
    if not isinstance(properties, dict) or old not in properties:
        raise ActionFailed(f"this schema has no property {old}", address, advice="check the target")
    if new in properties:
        raise ActionFailed(
            f"this schema has a property {new} already", (*address, "properties", new)
        )


def _renamed_place(place: Address, renamed: Iterable[Address], new: str) -> Address:
    """A place after all renames, also those of what it is inside of."""
    for one in renamed:
        if place[: len(one)] == one:
            place = (*one[:-1], new, *place[len(one) :])
    return place


def _followed(schema: dict[str, Tree], old: str, new: str) -> dict[str, Tree]:
    """The schema with everything but its properties saying the new name."""
    renamed = dict(schema)
    if isinstance(renamed.get("required"), list):
        renamed["required"] = [new if name == old else name for name in renamed["required"]]
    dependent = renamed.get("dependentRequired")
    if isinstance(dependent, dict):
        lists = {
            key: [new if name == old else name for name in names]
            for key, names in dependent.items()
        }
        renamed["dependentRequired"] = _renamed(lists, old, new)
    discriminator = renamed.get("discriminator")
    if isinstance(discriminator, dict) and discriminator.get("propertyName") == old:
        renamed["discriminator"] = {**discriminator, "propertyName": new}
    for key in _EXAMPLES:
        if key in renamed:
            renamed[key] = _renamed(renamed[key], old, new)
    if isinstance(renamed.get("examples"), list):
        renamed["examples"] = [_renamed(example, old, new) for example in renamed["examples"]]
    return renamed


def _renamed(value: Tree, old: str, new: str) -> Tree:
    if not isinstance(value, dict) or old not in value:
        return value
    return {new if key == old else key: member for key, member in value.items()}


EDIT = NamedEdit(
    name="rename-property",
    help="Rename a property of the selected schemas.",
    parameters={
        "type": "object",
        "required": ["from", "to"],
        "additionalProperties": False,
        "properties": {
            "from": {"type": "string", "description": "The old name."},
            "to": {"type": "string", "description": "The new name."},
        },
    },
    apply=apply,
)
