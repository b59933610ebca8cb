"""What changed between two versions of an API, by operation and schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmend.diff.api_change import ApiChange
from specmend.diff.directions import direction_of, directions
from specmend.diff.schema_words import schema_changes
from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.operations import METHODS, MORE_METHODS, method_of, operations
from specmend.document.openapi.retarget import retarget
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.changes import changes
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.similarity import pair_up
from specmend.document.tree.values import MISSING, Tree, get, replace, same

_LONGEST = 60
_OF_OPERATIONS = (*METHODS, MORE_METHODS)


def api_changes(old: Tree, new: Tree) -> tuple[ApiChange, ...]:
    """Every change, in the order of the new document: operations, schemas, then the rest."""
    names = _renamed(old, new)
    old = _with_names(old, names)
    return (*_operations(old, new), *_schemas(old, new, names), *_rest(old, new))


def _renamed(old: Tree, new: Tree) -> dict[str, str]:
    """Schemas that have another name and nearly the same content."""
    before, after = _mapping(old, SCHEMAS), _mapping(new, SCHEMAS)
    gone = {name: value for name, value in before.items() if name not in after}
    return pair_up(gone, {name: value for name, value in after.items() if name not in before})


def _with_names(tree: Tree, names: Mapping[str, str]) -> Tree:
    """The old document with the new names, so that a reference to a renamed schema is no change."""
    if not names:
        return tree
    renamed = {names.get(name, name): value for name, value in _mapping(tree, SCHEMAS).items()}
    moved: dict[Address, Address] = {
        (*SCHEMAS, one): (*SCHEMAS, other) for one, other in names.items()
    }
    return retarget(replace(tree, SCHEMAS, renamed), moved)


def _operations(old: Tree, new: Tree) -> Iterator[ApiChange]:
    before, after = _by_place(old), _by_place(new)
    moved = _moved(before, after)
    for place, operation in after.items():
        subject = _name(place)
        was = moved.get(place, place)
        if was not in before:
            yield _change(subject, "operation is new", place)
            continue
        if was != place:
            yield _change(subject, f"was {_name(was)} before (same operation id)", place)
        yield from _of_operation(subject, before[was], operation, place)
    for place in before:
        if place not in after and place not in moved.values():
            yield _change(_name(place), "operation is gone", place)


def _moved(before: Mapping[Address, Tree], after: Mapping[Address, Tree]) -> dict[Address, Address]:
    """New places of operations with their old ones, told by their ids."""
    ids = {op.get("operationId"): place for place, op in before.items() if place not in after}
    return {
        place: ids[op["operationId"]]
        for place, op in after.items()
        if place not in before and op.get("operationId") in ids and op.get("operationId")
    }


def _of_operation(subject: str, old: Tree, new: Tree, place: Address) -> Iterator[ApiChange]:
    """The changes of one operation: its schemas in the words of schemas, its parameters by name, the rest by key."""
    yield from _parameters(subject, old, new, place)
    for change in changes(_without(old, "parameters"), _without(new, "parameters")):
        inside = change.address
        schema = inside.index("schema") + 1 if "schema" in inside else 0
        if schema:
            continue
        direction = direction_of(inside)
        said = f"{_where(inside)} {_short(change.before)} → {_short(change.after)}"
        if change.kind == "add":
            said = f"gained {_where(inside)}"
        elif change.kind == "remove":
            said = f"lost {_where(inside)}"
        yield ApiChange(subject=subject, direction=direction, words=said, address=(*place, *inside))
    yield from _bodies(subject, old, new, place)


def _bodies(subject: str, old: Tree, new: Tree, place: Address) -> Iterator[ApiChange]:
    """The schemas that are written out in bodies which both versions have."""
    for inside in _schema_places(new):
        before, after = get(old, inside), get(new, inside)
        if before is MISSING:
            if get(old, inside[:-1]) is not MISSING:
                said = f"gained {_where(inside)}"
                yield ApiChange(
                    subject=subject,
                    direction=direction_of(inside),
                    words=said,
                    address=(*place, *inside),
                )
            continue
        what = "request" if inside[0] == "requestBody" else f"answer {inside[1]}"
        for deeper, said in schema_changes(before, after):
            yield ApiChange(
                subject=subject, direction=direction_of(inside), words=f"{what} {said}",
                address=(*place, *inside, *deeper),
            )  # fmt: skip


def _schema_places(operation: Tree) -> Iterator[Address]:
    bodies: list[Address] = [("requestBody",)]
    bodies += [("responses", status) for status in _mapping(operation, ("responses",))]
    for body in bodies:
        for kind, media in _mapping(operation, (*body, "content")).items():
            if isinstance(media, dict) and "schema" in media:
                yield (*body, "content", kind, "schema")


def _parameters(subject: str, old: Tree, new: Tree, place: Address) -> Iterator[ApiChange]:
    before, after = (_named(operation.get("parameters")) for operation in (old, new))
    for name in dict.fromkeys((*before, *after)):
        said = f"parameter `{name[0]}` ({name[1]})"
        if name not in before:
            yield _sent(subject, f"gained {said}", place)
        elif name not in after:
            yield _sent(subject, f"lost {said}", place)
        elif not same(before[name], after[name]):
            for change in changes(before[name], after[name]):
                where = ".".join(map(str, change.address))
                yield _sent(
                    subject,
                    f"{said}: {where} {_short(change.before)} → {_short(change.after)}",
                    place,
                )


def _named(parameters: Tree) -> dict[tuple[str, str], Tree]:
    listed = [p for p in parameters if isinstance(p, dict)] if isinstance(parameters, list) else []
    return {(str(p.get("name", p.get("$ref", ""))), str(p.get("in", "shared"))): p for p in listed}


def _schemas(old: Tree, new: Tree, names: Mapping[str, str]) -> Iterator[ApiChange]:
    before, after, ways = (
        _mapping(old, SCHEMAS),
        _mapping(new, SCHEMAS),
        {**directions(old), **directions(new)},
    )
    was = {new_name: old_name for old_name, new_name in names.items()}
    for name, schema in after.items():
        place, subject = (*SCHEMAS, name), f"schema {name}"
        if name in was:
            yield _change(f"schema {was[name]}", f"was renamed to {name}", place)
        if name not in before:
            yield _change(subject, "is new", place)
            continue
        for inside, said in schema_changes(before[name], schema):
            yield ApiChange(
                subject=subject, direction=ways.get(name, ""), words=said, address=(*place, *inside)
            )
    for name in before:
        if name not in after:
            yield _change(f"schema {name}", "is gone", (*SCHEMAS, name))


def _rest(old: Tree, new: Tree) -> Iterator[ApiChange]:
    """What is neither an operation nor a schema."""
    for change in changes(_shell(old), _shell(new)):
        where = format_path(change.address).removeprefix("$.")
        yield _change(
            "document", f"{where} {_short(change.before)} → {_short(change.after)}", change.address
        )


def _shell(tree: Tree) -> Tree:
    items = {
        path: {key: value for key, value in item.items() if key not in _OF_OPERATIONS}
        for path, item in _mapping(tree, ("paths",)).items()
        if isinstance(item, dict) and any(key not in _OF_OPERATIONS for key in item)
    }
    shell = {**tree, "paths": items}
    if isinstance(tree.get("components"), dict):
        shell["components"] = _without(tree["components"], "schemas")
    return shell


def _by_place(tree: Tree) -> dict[Address, Tree]:
    return {operation.address: operation.node for operation in operations(tree)}


def _name(place: Address) -> str:
    return f"{method_of(place)} {place[1]}"


def _where(inside: Address) -> str:
    """A place inside an operation, in words."""
    if inside[:1] == ("requestBody",):
        return " ".join(["request", *map(str, inside[1:])])
    if inside[:1] == ("responses",):
        return " ".join(["answer", *map(str, inside[1:])])
    return ".".join(map(str, inside))


def _change(subject: str, words: str, address: Address) -> ApiChange:
    return ApiChange(subject=subject, direction="", words=words, address=address)


def _sent(subject: str, words: str, place: Address) -> ApiChange:
    return ApiChange(
        subject=subject, direction="request", words=words, address=(*place, "parameters")
    )


def _mapping(tree: Tree, address: Address) -> dict[str, Tree]:
    found = get(tree, address)
    return found if isinstance(found, dict) else {}


def _without(value: Tree, key: str) -> Tree:
    return {name: member for name, member in value.items() if name != key}


def _short(value: Tree) -> str:
    written = "nothing" if value is MISSING else write_json(value)
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"
