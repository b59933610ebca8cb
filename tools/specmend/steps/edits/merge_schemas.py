"""Make one schema of several that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.discriminators import write_out_mappings
from specmend.document.openapi.keywords import PROSE_KEYWORDS, UNIONS
from specmend.document.openapi.objects import objects
from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address, format_path, format_pointer
from specmend.document.tree.values import Tree, get, remove
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_whole, refuse_all
from specmend.steps.edits.edit import LIST_OF_NAMES, Edited, NamedEdit, changed_places


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Drop the schemas `names` in favor of the schema `into`; references to them follow.

    The schemas may differ in their titles, texts and examples, of which those of `into` stay.
    Refuses schemas that differ in anything else, saying where, and a union that would have the same
    branch twice.
    """
    check_whole(targets)
    into: Address = (*SCHEMAS, parameters["into"])
    merged: list[Address] = [
        (*SCHEMAS, name) for name in parameters["names"] if name != parameters["into"]
    ]
    schemas = get(tree, SCHEMAS)
    for address in (*merged, into):
        if not isinstance(schemas, dict) or address[-1] not in schemas:
            raise ActionFailed(
                f"there is no schema {address[-1]}", ("components",), advice="check the name"
            )
    if not merged:
        raise ActionFailed(
            "there is nothing to merge", into, expected="the names of other schemas under `names`"
        )
    written = write_out_mappings(tree, {str(address[-1]) for address in merged})
    document = retarget(written, dict.fromkeys(merged, into))
    for address in merged:
        _check_same(get(document, into), get(document, address), address, str(into[-1]))
    document = remove(document, merged)
    _check_unions(document, "#" + format_pointer(into))
    followed = [
        a for a in changed_places(tree, document) if not any(a[: len(g)] == g for g in merged)
    ]
    return Edited(tree=document, places=tuple((a, a) for a in (*merged, *followed)))


def _check_same(into: Tree, other: Tree, address: Address, name: str) -> None:
    faults = [
        ((*address, *place), f"at {format_path((*address, *place))}")
        for place in _differences(into, other)
    ]
    if faults:
        refuse_all(
            f"{address[-1]} and {name} do not say the same",
            faults,
            expected="differences only in titles, texts and examples",
            advice="mend the schemas in a step before this one, or leave them apart",
        )


def _differences(one: Tree, other: Tree) -> Iterator[Address]:
    """The places in which two schemas differ, but for those whose words are for people only."""
    for place in changed_places(one, other):
        if not any(
            key in PROSE_KEYWORDS and place[index - 1 : index] != ("properties",)
            for index, key in enumerate(place)
        ):
            yield place


def _check_unions(tree: Tree, reference: str) -> None:
    for address, schema in objects(tree, "schema"):
        for key in UNIONS:
            branches = schema.get(key) if isinstance(schema, dict) else None
            if isinstance(branches, list) and sum(b == {"$ref": reference} for b in branches) > 1:
                raise ActionFailed(
                    f"{key} would have the branch {reference} twice",
                    (*address, key),
                    advice="remove one of the branches in a step before this one",
                )


EDIT = NamedEdit(
    name="merge-schemas",
    help="Merge schemas that say the same into one of them.",
    parameters={
        "type": "object",
        "required": ["names", "into"],
        "additionalProperties": False,
        "properties": {
            "names": {**LIST_OF_NAMES, "description": "The schemas to remove."},
            "into": {
                "type": "string",
                "pattern": r"\S",
                "description": "The schema that stays.",
            },
        },
    },
    apply=apply,
)
