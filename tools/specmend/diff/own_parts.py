"""What a schema says itself, apart from what components say that both documents have."""

from __future__ import annotations

from specmend.diff.compared import Compared
from specmend.diff.delta import Delta
from specmend.diff.view import Part, Said, View
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING


def said_apart(
    compared: Compared, old: View, new: View, word: str
) -> tuple[list[Said], list[Said]]:
    """What both say by a keyword, without what components say that both have.

    Those are compared on their own.
    """
    before, after = old.words.get(word, []), new.words.get(word, [])
    return (
        [said for said in before if not is_elsewhere(compared, said.component, old, new)],
        [said for said in after if not is_elsewhere(compared, said.component, old, new)],
    )


def is_elsewhere(compared: Compared, component: Address | None, old: View, new: View) -> bool:
    """Whether a component belongs to both views, as the same one; it is compared on its own."""
    if component is None:
        return False
    for one in old.components:
        for other in new.components:
            if component in (one, other) and compared.is_one(one, other):
                compared.note(one, other)
                return True
    return False


def part_changes(
    compared: Compared, before: Part, after: Part, old: View, new: View
) -> list[Delta]:
    """The differences of a part that both have, unless it is compared with its component."""
    apart = before.component is not None and after.component is not None
    if apart and compared.is_one(before.component, after.component):
        is_elsewhere(compared, before.component, old, new)
        return []
    return compared.schemas(before.addresses, after.addresses)


def moved(new: View, said: Said) -> Address:
    """Where a keyword of the old document would stand in the new one."""
    return (*new.home, *said.address[-1:])


def place_before(old: View, address: Address) -> Address:
    """Where the keyword at an address of the new document stands, or would, in the old one."""
    return (*old.home, *address[-1:])


def other_bases(compared: Compared, old: View, new: View) -> frozenset[Address]:
    """The components that only one of the views is made of, though both documents have them.

    They are what a schema extends now, or did before, in the place of another one or of none.
    """
    known = {(one, other) for one in old.components for other in new.components}
    paired = {place for pair in known if compared.is_known(*pair) for place in pair}
    return frozenset(
        component
        for component in (old.components | new.components) - paired
        if all(side.at(component) is not MISSING for side in compared.sides)
    )
