"""Every reference names a place of the same document (Reference Object, OpenAPI 3.1, 4.8.23)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING, Tree
from specmend.validate.rules.fault import Fault

NAME: Final = "references"


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each reference that leads nowhere, in a circle, or out of the document."""
    for address, target in references(tree):
        if not target.startswith("#"):
            message = (
                f"the reference {target} leads out of the document; specmend does not follow it"
            )
            yield Fault(rule=NAME, address=address, message=message)
        elif resolve(tree, target) is MISSING:
            yield Fault(rule=NAME, address=address, message=f"the reference {target} leads nowhere")
        elif _goes_round(tree, target):
            yield Fault(
                rule=NAME, address=address, message=f"the reference {target} leads back to itself"
            )


def _goes_round(tree: Tree, target: str) -> bool:
    """Whether a reference names a reference, and so on, without end."""
    seen: set[str] = set()
    while target not in seen:
        seen.add(target)
        value = resolve(tree, target)
        reference = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(reference, str) or not reference.startswith("#"):
            return False
        target = reference
    return True
