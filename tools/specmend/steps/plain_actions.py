"""Changes between two trees said in actions that every Overlay tool knows: update and remove."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from specmend.document.tree.changes import Change, is_primitive
from specmend.document.tree.pointer import Address
from specmend.errors import NotExpressible


def plain_actions(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Overlay actions that make the changes; raises NotExpressible when the root is replaced.

    What Overlay does not replace (a list, a value of another kind) is removed, and put in again
    with its parent's update. So are renamed keys, whose place in the order is then the last one.
    """
    groups: dict[Address, list[Change]] = {}
    for change in changes:
        parent = change.address if change.kind == "extend" else change.address[:-1]
        groups.setdefault(parent, []).append(change)
    return [action for parent, members in groups.items() for action in _group(parent, members)]


def normalized_path(address: Address) -> str:
    """An address as the normalized path of RFC 9535 section 2.7: every name in single quotes."""
    return "$" + "".join(
        f"[{token}]" if isinstance(token, int) else f"['{_escaped(token)}']" for token in address
    )


def _group(parent: Address, members: list[Change]) -> Iterable[dict[str, Any]]:
    """The actions for the changes at one mapping or list: removals first, then one update."""
    update: dict[str, Any] = {}
    for change in members:
        if not change.address and change.kind != "extend":
            raise NotExpressible("the root of the document becomes a value of another kind")
        if change.kind == "remove" or (change.kind == "replace" and not _merges(change)):
            yield {"target": normalized_path(change.address), "remove": True}
        if change.kind == "extend":
            yield {"target": normalized_path(parent), "update": change.after}
        elif change.kind != "remove":
            update[str(change.address[-1])] = change.after
    if update:
        yield {"target": normalized_path(parent), "update": update}


def _merges(change: Change) -> bool:
    return is_primitive(change.before) and is_primitive(change.after)


def _escaped(name: str) -> str:
    written = json.dumps(name, ensure_ascii=False)[1:-1]
    return written.replace('\\"', '"').replace("'", "\\'")
