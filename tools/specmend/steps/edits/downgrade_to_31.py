"""Turn a document of OpenAPI 3.2 into one of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.version_32 import lowered_to_31, misfits_31
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.steps.edits.checks import check_version, check_whole, refuse_all
from specmend.steps.edits.edit import NO_PARAMETERS, Edited, NamedEdit, changed_places, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Write the document in OpenAPI 3.1: what has an exact counterpart there is put in its words.

    The `itemSchema` of a stream becomes its `schema`, marked by `x-itemSchema: true`. A response
    without a description gets its summary, or an empty one. Refuses, listing every place, whatever
    else is new in OpenAPI 3.2.
    """
    check_whole(targets)
    check_version(tree, "3.2")
    faults = [(misfit.address, str(misfit)) for misfit in misfits_31(tree)]
    if faults:
        refuse_all(
            "these have no counterpart in OpenAPI 3.1",
            faults,
            advice="mend them in steps before this one",
        )
    lowered = lowered_to_31(tree)
    return Edited(tree=lowered, places=stay(list(changed_places(tree, lowered))))


EDIT = NamedEdit(
    name="downgrade-to-3.1",
    help="Convert an OpenAPI 3.2 document to OpenAPI 3.1.",
    parameters=NO_PARAMETERS,
    apply=apply,
)
