"""Move a prefix that the paths share into the URLs of the servers, both ends at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.operations import operations_in
from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, rename_keys, replace
from specmend.errors import ActionFailed
from specmend.steps.edits.edit import Edited, NamedEdit, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Take `prefix` off every path and put it on every server's URL.

    References into the paths follow. A path among `except` stays and is given the servers as they
    were, so that it is found where it was. Refuses when another path lacks the prefix, when two
    paths would become one, and when a path or operation names servers of its own.
    """
    prefix = str(parameters["prefix"]).rstrip("/")
    if targets != ((),):
        raise ActionFailed(
            "this edit concerns the whole document", targets[0], expected="the target $"
        )
    paths = get(tree, ("paths",))
    exceptions = set(parameters.get("except", []))
    moved = _moved(paths, prefix, exceptions) if isinstance(paths, dict) else {}
    if not moved:
        raise ActionFailed(f"no path starts with {prefix}", ("paths",), advice="check the prefix")
    before = tree
    tree, places = _extend_servers(tree, prefix)
    tree, kept = _keep_servers(tree, get(before, ("servers",)), exceptions)
    tree = rename_keys(tree, ("paths",), moved)
    renamed: dict[Address, Address] = {("paths", a): ("paths", b) for a, b in moved.items()}
    places_after = (*stay([*places, *kept]), *renamed.items())
    return Edited(tree=retarget(tree, renamed), places=places_after)


def _moved(paths: dict[str, Tree], prefix: str, exceptions: set[str]) -> dict[str, str]:
    moved: dict[str, str] = {}
    for path, item in paths.items():
        if path in exceptions or path.startswith("x-"):
            continue
        if not path.startswith(prefix + "/"):
            advice = "list it under `except`, which leaves it where it is, or choose another prefix"
            raise ActionFailed(
                f"the path {path} does not start with {prefix}/", ("paths", path), advice=advice
            )
        own = _own_servers(path, item)
        if own:
            raise ActionFailed(
                "this place names servers of its own",
                own,
                advice="mend it in a step before this one",
            )
        moved[path] = path[len(prefix) :]
    for old, new in moved.items():
        if new in paths and new not in moved:
            raise ActionFailed(
                f"{old} would become {new}, which exists",
                ("paths", new),
                advice="rename one of them",
            )
    return moved


def _own_servers(path: str, item: Tree) -> Address | None:
    if isinstance(item, dict) and "servers" in item:
        return ("paths", path, "servers")
    for inside, operation in operations_in(item):
        if "servers" in operation:
            return ("paths", path, *inside, "servers")
    return None


def _extend_servers(tree: Tree, prefix: str) -> tuple[Tree, list[Address]]:
    """A document without servers has one with the URL `/` (OpenAPI 3.1 section 4.8.1, servers)."""
    servers = get(tree, ("servers",))
    if servers is MISSING or servers == []:
        return replace(tree, ("servers",), [{"url": prefix}]), [("servers",)]
    if not isinstance(servers, list):
        raise ActionFailed(
            "the servers are not a list", ("servers",), advice="mend it in a step before this one"
        )
    addresses: list[Address] = [("servers", index, "url") for index in range(len(servers))]
    for address in addresses:
        url = get(tree, address)
        if not isinstance(url, str):
            raise ActionFailed(
                "this server has no URL", address[:-1], advice="mend it in a step before this one"
            )
        tree = replace(tree, address, url.rstrip("/") + prefix)
    return tree, addresses


def _keep_servers(tree: Tree, servers: Tree, exceptions: set[str]) -> tuple[Tree, list[Address]]:
    """Give the paths that stay the servers as they were, where they do not name their own."""
    kept: list[Address] = []
    for path, item in get(tree, ("paths",)).items():
        if path in exceptions and isinstance(item, dict) and "servers" not in item:
            kept.append(("paths", path, "servers"))
            tree = replace(
                tree, kept[-1], servers if isinstance(servers, list) and servers else [{"url": "/"}]
            )
    return tree, kept


EDIT = NamedEdit(
    name="move-path-prefix",
    help="Move a prefix from every path to the URL of every server.",
    parameters={
        "type": "object",
        "required": ["prefix"],
        "additionalProperties": False,
        "properties": {
            "prefix": {
                "type": "string",
                "pattern": "^/[^/].*$",
                "description": "The prefix, which starts with a slash.",
            },
            "except": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Paths that stay as they are. They keep the old server URLs.",
            },
        },
    },
    apply=apply,
)
