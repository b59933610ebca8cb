"""What named edits check before they change anything; each check refuses by ActionFailed."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from specmend.document.openapi.objects import objects
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import references, resolve
from specmend.document.openapi.retarget import every_reference
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree, get
from specmend.errors import ActionFailed


def check_whole(targets: tuple[Address, ...]) -> None:
    """Refuse a target that is not the whole document."""
    if targets != ((),):
        raise ActionFailed(
            "this edit concerns the whole document", targets[0], expected="the target $"
        )


def check_names(
    names: Mapping[str, str], known: Mapping[str, Address], what: str, place: Address
) -> None:
    """Refuse a name that is not known, one that is taken, and one that two get.

    `known` has the place of each name.
    """
    for old, new in names.items():
        if old not in known:
            raise ActionFailed(f"there is no {what} {old}", place, advice="check the name")
        if (new in known and new not in names) or list(names.values()).count(new) > 1:
            raise ActionFailed(
                f"{old} would become {new}, which is taken",
                known[old],
                advice="choose another name",
            )


def check_apart(targets: tuple[Address, ...]) -> None:
    """Refuse a target that selects a place inside another place that it selects."""
    ordered = sorted(targets, key=lambda address: tuple(map(str, address)))
    for one, other in itertools.pairwise(ordered):
        if other[: len(one)] == one:
            raise ActionFailed(
                "the rule selects a place inside another place that it selects",
                other,
                advice="narrow the target so that each place is selected by itself",
            )


def mapping_at(tree: Tree, address: Address, what: str = "schema") -> dict[str, Tree]:
    """The mapping at an address; refuses what is none."""
    value = get(tree, address)
    if not isinstance(value, dict):
        raise ActionFailed(
            f"this is not a {what}", address, expected="a mapping", advice="check the target"
        )
    return value


def check_version(tree: Tree, version: str) -> None:
    """Refuse a document of another version than the one that an edit turns into the next."""
    written = get(tree, ("openapi",))
    if not str(written).startswith(version + "."):
        raise ActionFailed(
            f"this is not a document of OpenAPI {version}",
            ("openapi",) if written is not MISSING else (),
            expected=f"openapi: {version}.x",
            advice="drop the step",
        )


def is_30(tree: Tree) -> bool:
    """Whether a document is written in OpenAPI 3.0."""
    return str(get(tree, ("openapi",))).startswith("3.0")


def check_references(before: Tree, after: Tree) -> None:
    """Refuse a change after which a reference that led somewhere leads nowhere."""
    before, after = plain_references(before), plain_references(after)
    lost = {
        reference
        for reference in every_reference(after)
        if reference.startswith("#")
        and resolve(after, reference) is MISSING
        and resolve(before, reference) is not MISSING
    }
    lost |= _anchors_without_place(after) - _anchors_without_place(before)
    if lost:
        named = {
            reference: address for address, reference in references(before) if reference in lost
        }
        faults = [
            (named.get(r, ()), f"{r} at {format_path(named[r][:-1])}" if r in named else r)
            for r in sorted(lost)
        ]
        refuse_all(
            "references would lead nowhere",
            faults,
            advice="mend these references in a step before this one",
        )


def check_links(before: Tree, after: Tree) -> None:
    """Refuse a change that leaves a link to an operation that went (OpenAPI 3.1 section 4.8.20)."""
    gone = list(_ids(before) - _ids(after))
    lost = [
        (address, f"{link['operationId']} at {format_path(address)}")
        for address, link in objects(after, "link")
        if isinstance(link, dict) and link.get("operationId") in gone
    ]
    if lost:
        refuse_all(
            "links would name operations that are gone",
            lost,
            advice="remove them in a step before this one",
        )


def refuse_all(
    message: str, faults: Sequence[tuple[Address, str]], *, expected: str = "", advice: str = ""
) -> None:
    """Refuse for several faults at once, each with its place in words."""
    listed = "; ".join(words for _, words in faults)
    raise ActionFailed(f"{message}: {listed}", faults[0][0], expected=expected, advice=advice)


def _anchors_without_place(tree: Tree) -> set[str]:
    """The references by an anchor or URI that lead to no place of a document of plain references.

    Those that lead to one are pointers there.
    """
    return {reference for reference in every_reference(tree) if not reference.startswith("#/")}


def _ids(tree: Tree) -> set[str]:
    return {
        str(op["operationId"])
        for _, op in objects(tree, "operation")
        if isinstance(op, dict) and "operationId" in op
    }
