"""Move a prefix that the paths share into the URLs of the servers, both ends at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.pointer import Address, format_pointer
from specmend.document.tree import MISSING, Tree, get, rename_key, replace
from specmend.steps.edits.edit import Edited, EditFailed, NamedEdit

_POINTER_KEYS = ("$ref", "operationRef")


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Take `prefix` off every path and put it on every server's URL.

    References into the paths follow. Refuses when a path lacks the prefix and is not among `except`,
    when two paths would become one, and when a path or operation names servers of its own.
    """
    prefix = str(parameters["prefix"]).rstrip("/")
    if targets != ((),):
        raise EditFailed("this edit concerns the whole document", targets[0], expected="the target $")
    paths = get(tree, ("paths",))
    moved = _moved(paths, prefix, parameters.get("except", [])) if isinstance(paths, dict) else {}
    if not moved:
        raise EditFailed(f"no path starts with {prefix}", ("paths",), advice="check the prefix")
    tree, servers = _extend_servers(tree, prefix)
    places: list[tuple[Address, Address]] = [(address, address) for address in servers]
    for old, new in moved.items():
        tree = rename_key(tree, ("paths", old), new)
        places.append((("paths", old), ("paths", new)))
    return Edited(tree=_retarget(tree, moved), places=tuple(places))


def _moved(paths: dict[str, Tree], prefix: str, exceptions: list[str]) -> dict[str, str]:
    moved: dict[str, str] = {}
    for path, item in paths.items():
        if path in exceptions or path.startswith("x-"):
            continue
        if not path.startswith(prefix + "/"):
            advice = "list it under `except`, which leaves it where it is, or choose another prefix"
            raise EditFailed(f"the path {path} does not start with {prefix}", ("paths", path), advice=advice)
        own = _own_servers(path, item)
        if own:
            raise EditFailed("this place names servers of its own", own, advice="mend it in a step before this one")
        moved[path] = path[len(prefix) :]
    for old, new in moved.items():
        if new in paths:
            raise EditFailed(f"{old} would become {new}, which exists", ("paths", new), advice="rename one of them")
    return moved


def _own_servers(path: str, item: Tree) -> Address | None:
    if not isinstance(item, dict):
        return None
    if "servers" in item:
        return ("paths", path, "servers")
    methods = [name for name, value in item.items() if isinstance(value, dict) and "servers" in value]
    return ("paths", path, methods[0], "servers") if methods else None


def _extend_servers(tree: Tree, prefix: str) -> tuple[Tree, list[Address]]:
    """A document without servers has one with the URL `/` (OpenAPI 3.1 section 4.8.1, servers)."""
    servers = get(tree, ("servers",))
    if servers is MISSING or not servers:
        return replace(tree, ("servers",), [{"url": prefix}]), [("servers",)]
    addresses: list[Address] = [("servers", index, "url") for index in range(len(servers))]
    for address in addresses:
        tree = replace(tree, address, str(get(tree, address)).rstrip("/") + prefix)
    return tree, addresses


def _retarget(tree: Tree, moved: dict[str, str]) -> Tree:
    """Carry references into the paths along: `$ref` and the `operationRef` of links."""
    pointers = {
        "#" + format_pointer(("paths", old)): "#" + format_pointer(("paths", new)) for old, new in moved.items()
    }
    return _mapped(tree, pointers)


def _mapped(value: Tree, pointers: dict[str, str]) -> Tree:
    if isinstance(value, list):
        members = [_mapped(member, pointers) for member in value]
        return members if any(a is not b for a, b in zip(members, value, strict=True)) else value
    if not isinstance(value, dict):
        return value
    made = {
        key: _pointer(member, pointers)
        if key in _POINTER_KEYS and isinstance(member, str)
        else _mapped(member, pointers)
        for key, member in value.items()
    }
    return made if any(made[key] is not value[key] for key in made) else value


def _pointer(reference: str, pointers: dict[str, str]) -> str:
    for old, new in pointers.items():
        if reference == old or reference.startswith(old + "/"):
            return new + reference[len(old) :]
    return reference


EDIT = NamedEdit(
    name="move-path-prefix",
    help="take a prefix off every path and put it on the URL of every server",
    parameters={
        "type": "object",
        "required": ["prefix"],
        "additionalProperties": False,
        "properties": {
            "prefix": {"type": "string", "pattern": "^/[^/].*$"},
            "except": {"type": "array", "items": {"type": "string"}},
        },
    },
    apply=apply,
)
