"""Where a place of one document stands in another: key by key, and around renames and moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.matching.list_members import NamedList, same_member
from specmend.matching.lost_place import LostPlace, Relocation
from specmend.matching.relocated import (
    followed_reference,
    in_branches,
    relocated_operation,
    shared_parameter,
)
from specmend.matching.renamed import renamed_key, renamed_member
from specmend.matching.wrapped import in_wrapper

_WAYS: Final = (
    followed_reference,
    in_branches,
    in_wrapper,
    relocated_operation,
    shared_parameter,
    renamed_key,
    renamed_member,
)
"""What may have become of a place that is not where it was, the surest way first."""


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Match:
    """Where a place stands in the new document, or how far its address leads there.

    `matched_depth` counts the tokens of the old address that were found, and `at` is where these
    lead. `evidence` says why, for each token that is another one; with `is_guess`, one of these
    is known by its shape alone. `candidates` are places that cannot be told apart.
    """

    at: Address
    matched_depth: int
    whole: bool
    evidence: tuple[str, ...] = ()
    candidates: tuple[Address, ...] = ()
    is_guess: bool = False

    @property
    def relocated(self) -> bool:
        """Whether the place has another address, the indexes of lists aside."""
        return bool(self.evidence)


class Locator:
    """Finds the places of an old tree in a new one, and remembers them."""

    def __init__(
        self,
        old: Tree,
        new: Tree,
    ) -> None:
        self.old = old
        self.new = new
        self._matches: dict[Address, Match] = {
            (): Match(
                at=(),
                matched_depth=0,
                whole=True,
            )
        }

    def locate(self, address: Address) -> Match:
        """Where a place of the old tree stands in the new one."""
        if address not in self._matches:
            parent = self.locate(address[:-1])
            if parent.whole:
                self._matches[address] = self._below(parent, address)
            else:
                self._matches[address] = self._elsewhere(parent, address)
        return self._matches[address]

    def direct(self, address: Address) -> Address | None:
        """The place under the match of its parent, where its key or its names are the same."""
        parent = self.locate(address[:-1])
        if not parent.whole:
            return None
        token = self._token(address, parent.at)
        if token is None:
            return None
        return (*parent.at, token)

    def _token(
        self,
        address: Address,
        new_parent: Address,
    ) -> str | int | None:
        """The key or index that a place has under the match of its parent."""
        here = get(self.old, address[:-1])
        there = get(self.new, new_parent)
        token = address[-1]
        are_lists = isinstance(here, list) and isinstance(there, list)
        if are_lists and isinstance(token, int):
            return same_member(
                NamedList(self.old, here),
                NamedList(self.new, there),
                token,
            )
        if isinstance(there, dict) and token in there:
            return token
        return None

    def _below(
        self,
        parent: Match,
        address: Address,
    ) -> Match:
        token = self._token(address, parent.at)
        if token is not None:
            return replace(
                parent,
                at=(*parent.at, token),
                matched_depth=len(address),
            )
        candidates: list[Address] = []
        for relocation in self._relocations(address, parent.at):
            if relocation.at is not None:
                return _relocated(parent, address, relocation.at, relocation)
            candidates += relocation.candidates
        unique = tuple(dict.fromkeys(candidates))
        return replace(parent, whole=False, candidates=unique)

    def _relocations(
        self,
        address: Address,
        new_parent: Address,
    ) -> Iterator[Relocation]:
        lost = LostPlace(
            old=self.old,
            new=self.new,
            address=address,
            new_parent=new_parent,
        )
        for way in _WAYS:
            relocation = way(lost)
            if relocation:
                yield relocation

    def _elsewhere(
        self,
        parent: Match,
        address: Address,
    ) -> Match:
        """A place below one that is gone: an operation is known by its id wherever it is.

        A parameter may have moved with all others of its list.
        """
        lost = LostPlace(
            old=self.old,
            new=self.new,
            address=address,
        )
        relocation = relocated_operation(lost) or self._of_lost_list(address)
        if relocation is None:
            return parent
        if relocation.at is None:
            return replace(parent, candidates=(*parent.candidates, *relocation.candidates))
        holder = self.locate(address[:-2])
        return _relocated(
            holder if holder.whole else parent,
            address,
            relocation.at,
            relocation,
        )

    def _of_lost_list(self, address: Address) -> Relocation | None:
        """What became of a parameter of a list that is gone."""
        holder = self.locate(address[:-2])
        if not holder.whole:
            return None
        lost = LostPlace(
            old=self.old,
            new=self.new,
            address=address,
            new_parent=(*holder.at, *address[-2:-1]),
        )
        return shared_parameter(lost)


def _relocated(
    parent: Match,
    address: Address,
    at: Address,
    relocation: Relocation,
) -> Match:
    return Match(
        at=at,
        matched_depth=len(address),
        whole=True,
        evidence=(*parent.evidence, relocation.evidence),
        is_guess=parent.is_guess or relocation.is_guess,
    )
