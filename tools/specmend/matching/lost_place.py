"""A place of the old document that is not where it was, and what may have become of it."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class LostPlace:
    """A place of the old tree that is not there in the new one.

    `new_parent` is where the mapping or list that held it stands in the new tree.
    """

    old: Tree
    new: Tree
    address: Address
    new_parent: Address = ()

    @property
    def key(self) -> str | int:
        """The key or index of the place."""
        return self.address[-1]

    @property
    def parent(self) -> Address:
        """Where the mapping or list that held it stands in the old tree."""
        return self.address[:-1]

    @property
    def value(self) -> Tree:
        """What stood at the place."""
        return get(self.old, self.address)

    @property
    def old_siblings(self) -> Tree:
        """The mapping or list that held the place."""
        return get(self.old, self.parent)

    @property
    def new_siblings(self) -> Tree:
        """The same mapping or list in the new tree."""
        return get(self.new, self.new_parent)


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Relocation:
    """What became of a lost place: where it is and why, or the places that it may be.

    A guess rests on what the place looks like, and on nothing else.
    """

    at: Address | None
    evidence: str = ""
    candidates: tuple[Address, ...] = ()
    is_guess: bool = False


def only_one(
    places: list[Address],
    evidence: str,
) -> Relocation | None:
    """The relocation to the only place there is; several are candidates."""
    if len(places) == 1:
        return Relocation(at=places[0], evidence=evidence)
    if places:
        return Relocation(at=None, candidates=tuple(places))
    return None
