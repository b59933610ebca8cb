"""What changed between two versions of an API: operations, schemas, the rest of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.directions import directions
from specmend.diff.operation_changes import operation_changes
from specmend.diff.schema_changes import schema_changes
from specmend.document.openapi.components import SCHEMAS, component_schemas
from specmend.document.openapi.operations import METHODS, MORE_METHODS
from specmend.document.openapi.retarget import retarget
from specmend.document.text.one_line import one_line
from specmend.document.tree.changes import changes
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.similarity import pair_up
from specmend.document.tree.values import MISSING, Tree, get, remove, replace

_LONGEST: Final = 60
_OF_OPERATIONS: Final = frozenset({*METHODS, MORE_METHODS})


def api_changes(
    old: Tree,
    new: Tree,
) -> tuple[ApiChange, ...]:
    """Every change, in the order of the new document: operations, schemas, then the rest."""
    names = _renamed_schemas(old, new)
    old = _with_new_names(old, names)
    return (
        *operation_changes(old, new),
        *_schema_changes(old, new, names),
        *_other_changes(old, new),
    )


def _renamed_schemas(
    old: Tree,
    new: Tree,
) -> dict[str, str]:
    """Schemas that have another name and nearly the same content."""
    before, after = component_schemas(old), component_schemas(new)
    removed, added = _only_in(before, after), _only_in(after, before)
    return pair_up(removed, added)


def _only_in(
    schemas: dict[str, Tree],
    others: dict[str, Tree],
) -> dict[str, Tree]:
    return {name: schemas[name] for name in schemas if name not in others}


def _with_new_names(
    tree: Tree,
    names: Mapping[str, str],
) -> Tree:
    """The old document with the new names, so that a reference to a renamed schema is no change."""
    if not names:
        return tree
    renamed: dict[str, Tree] = {}
    for name, schema in component_schemas(tree).items():
        renamed[names.get(name, name)] = schema
    moved: dict[Address, Address] = {}
    for old_name, new_name in names.items():
        moved[*SCHEMAS, old_name] = (*SCHEMAS, new_name)
    return retarget(replace(tree, SCHEMAS, renamed), moved)


def _schema_changes(
    old: Tree,
    new: Tree,
    names: Mapping[str, str],
) -> Iterator[ApiChange]:
    """The changes of schemas; `names` are the old names with the new ones."""
    before, after = component_schemas(old), component_schemas(new)
    directions_by_name = {**directions(old), **directions(new)}
    old_names = {new_name: old_name for old_name, new_name in names.items()}
    for name, schema in after.items():
        address, subject = (*SCHEMAS, name), f"schema {name}"
        if name in old_names:
            old_subject = f"schema {old_names[name]}"
            yield ApiChange(
                subject=old_subject,
                message=f"was renamed to {name}",
                address=address,
            )
        if name not in before:
            yield ApiChange(
                subject=subject,
                message="is new",
                address=address,
            )
            continue
        for inside, message in schema_changes(before[name], schema):
            yield ApiChange(
                subject=subject,
                direction=directions_by_name.get(name, ""),
                message=message,
                address=(*address, *inside),
            )
    for name in before:
        if name not in after:
            address = (*SCHEMAS, name)
            yield ApiChange(
                subject=f"schema {name}",
                message="is gone",
                address=address,
            )


def _other_changes(
    old: Tree,
    new: Tree,
) -> Iterator[ApiChange]:
    """What is neither an operation nor a schema."""
    for change in changes(_shell(old), _shell(new)):
        where = format_path(change.address).removeprefix("$.")
        before = _shown(change.before)
        after = _shown(change.after)
        message = f"{where} {before} → {after}"
        yield ApiChange(
            subject="document",
            message=message,
            address=change.address,
        )


def _shell(tree: Tree) -> Tree:
    """A document without its operations, its schemas, and paths that hold nothing else."""
    if get(tree, SCHEMAS) is not MISSING:
        tree = remove(tree, [SCHEMAS])
    paths = get(tree, ("paths",))
    items = {}
    for path, item in paths.items() if isinstance(paths, dict) else ():
        rest = _without_operations(item)
        if rest:
            items[path] = rest
    return {**tree, "paths": items}


def _without_operations(item: Tree) -> dict[str, Tree]:
    if not isinstance(item, dict):
        return {}
    return {key: value for key, value in item.items() if key not in _OF_OPERATIONS}


def _shown(value: Tree) -> str:
    return one_line(value, _LONGEST, absent="nothing")
