"""Links that name an operation of another file by `operationRef`."""

from __future__ import annotations

from collections.abc import Mapping

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.source.bundle.follow import Follower
from specmend.source.bundle.links import Links
from specmend.source.bundle.target import Here, Place, Resolved


def lead_to_operation(
    link: dict[str, Tree],
    here: Here,
    follower: Follower,
    links: Links,
    items: Mapping[tuple[str, Address], Place],
) -> None:
    """Let a link name its operation where that stands now; else it stays as it is, with a remark.

    `items` are the places of the path items that were written, by file and address.
    """
    address, reference = (*here.address, "operationRef"), link["operationRef"]
    resolved = follower.resolve(here.source, address, reference)
    if resolved is None:
        return
    place = _place(resolved, follower, items)
    if place is not None:
        links.add(link, "operationRef", place)
        return
    message = f"this link leads to an operation of {resolved.source.name}, which no path has"
    follower.remark(here.source, address, message, reference)


def _place(
    resolved: Resolved, follower: Follower, items: Mapping[tuple[str, Address], Place]
) -> Place | None:
    """Where an operation stands in the document that is made; None where it does not."""
    if resolved.source is follower.root:
        return Place(None, resolved.address)
    for length in range(len(resolved.address) + 1):
        above = items.get((resolved.source.key, resolved.address[:length]))
        if above is not None:
            return Place(above.home, (*above.inside, *resolved.address[length:]))
    return None
