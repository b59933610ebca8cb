"""Properties that say themselves that they are required, as JSON Schema draft 3 had it."""

from __future__ import annotations

from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Notes, Place


def lift_required(schema: dict[str, Tree], place: Place, notes: Notes) -> dict[str, Tree]:
    """A schema in which `required: true` of a property is a member of the list `required`.

    Swagger 2.0 has only the list (JSON Schema draft 4 section 5.4.3).
    """
    properties = schema.get("properties")
    listed = schema.get("required", [])
    if not isinstance(properties, dict) or not isinstance(listed, list):
        return schema
    saying = [name for name, member in properties.items() if _says_required(member)]
    if not saying:
        return schema
    for name in saying:
        address = (*place.old, "properties", name, "required")
        notes.remark(address, "Only an object lists what is required: this is moved there.")
    true = [name for name in saying if properties[name]["required"] and name not in listed]
    members = {name: _silent(member) for name, member in properties.items()}
    return _with(schema, members, [*listed, *true])


def _with(schema: dict[str, Tree], properties: Tree, required: list[Tree]) -> dict[str, Tree]:
    """The schema with other properties and another list, which follows them if it is new."""
    made: dict[str, Tree] = {}
    for key, value in schema.items():
        made[key] = {"properties": properties, "required": required}.get(key, value)
        if key == "properties" and "required" not in schema and required:
            made["required"] = required
    return made


def _says_required(member: Tree) -> bool:
    return isinstance(member, dict) and isinstance(member.get("required"), bool)


def _silent(member: Tree) -> Tree:
    if not _says_required(member):
        return member
    return {key: value for key, value in member.items() if key != "required"}
