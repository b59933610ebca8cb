"""Let every reference to one place lead to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import resolve
from specmend.document.openapi.retarget import map_references
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, replace
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_apart
from specmend.steps.edits.edit import Edited, NamedEdit, changed_places, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Let the references to `from` and into it, in the selected places, lead to `to`.

    `from` may be in another file, or lead nowhere. Refuses a `to` that leads nowhere or is another
    kind of component, references of which there are none, and a reference into `from` that would
    lead nowhere in `to`.
    """
    old, new = parameters["from"], parameters["to"]
    check_apart(targets)
    if resolve(tree, new) is MISSING:
        raise ActionFailed(
            f"{new} leads nowhere", (), expected="a place of the document", advice="check `to`"
        )
    if old.startswith("#/components/") and old.split("/")[:3] != new.split("/")[:3]:
        raise ActionFailed(
            f"{old} and {new} are different kinds of components", (), advice="check `to`"
        )
    retargeted = tree
    for address in targets:
        changed = map_references(
            get(retargeted, address), lambda r: _changed(tree, r, old, new), spot_at(address)
        )
        retargeted = replace(retargeted, address, changed)
    places = list(changed_places(tree, retargeted))
    if not places:
        raise ActionFailed(
            f"no reference leads to {old} here", targets[0], advice="check `from` and the target"
        )
    return Edited(tree=retargeted, places=stay(places))


def _changed(tree: Tree, reference: str, old: str, new: str) -> str:
    if reference != old and not reference.startswith(old + "/"):
        return reference
    retargeted = new + reference.removeprefix(old)
    if resolve(tree, retargeted) is MISSING:
        raise ActionFailed(
            f"{reference} would become {retargeted}, which leads nowhere",
            (),
            advice="mend it before",
        )
    return retargeted


EDIT = NamedEdit(
    name="retarget-references",
    help="Point every reference to one place at another place.",
    parameters={
        "type": "object",
        "required": ["from", "to"],
        "additionalProperties": False,
        "properties": {
            "from": {
                "type": "string",
                "pattern": "[#/.]",
                "description": "The old reference, exactly as the document has it.",
            },
            "to": {
                "type": "string",
                "pattern": "^#/",
                "description": "The new reference. Its place must exist.",
            },
        },
    },
    apply=apply,
)
