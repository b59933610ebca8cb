"""Where a place of one document stands in another: key by key, and around renames and moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.matching.list_members import NamedList, same_member
from specmend.matching.lost_place import LostPlace, Relocation
from specmend.matching.named_by_pattern import by_pattern, without_pattern
from specmend.matching.relocated import (
    followed_reference,
    in_branches,
    relocated_operation,
    renamed_alone,
    shared_parameter,
    under_media_type,
    written_out,
)
from specmend.matching.renamed_member import renamed_member, similar_member
from specmend.matching.wrapped import in_wrapper

_WAYS: Final = (
    followed_reference,
    in_branches,
    by_pattern,
    in_wrapper,
    relocated_operation,
    shared_parameter,
    under_media_type,
    renamed_alone,
    renamed_member,
    similar_member,
    written_out,
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
    is known by its shape alone. `candidates` are places that cannot be told apart. `unsure_depth`
    counts the tokens of the old address up to the first list in which a stranger may have the place
    of the member.
    """

    at: Address
    matched_depth: int
    whole: bool
    evidence: tuple[str, ...] = ()
    candidates: tuple[Address, ...] = ()
    is_guess: bool = False
    unsure_depth: int | None = None

    @property
    def is_sure(self) -> bool:
        """Whether no member of a list on the way may be a stranger."""
        return self.unsure_depth is None

    @property
    def relocated(self) -> bool:
        """Whether the place has another address, the indexes of lists aside."""
        return bool(self.evidence)


@dataclass(frozen=True, slots=True)
class _Member:
    """The key or index of a place under its parent in the new document."""

    token: str | int
    is_sure: bool = True


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
        """The place under the match of its parent, where it is surely the same."""
        parent = self.locate(address[:-1])
        if not parent.whole:
            return None
        member = self._member(address, parent.at)
        if member is None or not member.is_sure:
            return None
        return (*parent.at, member.token)

    def _member(
        self,
        address: Address,
        new_parent: Address,
    ) -> _Member | None:
        """The key or index that a place has under the match of its parent."""
        here = get(self.old, address[:-1])
        there = get(self.new, new_parent)
        token = address[-1]
        are_lists = isinstance(here, list) and isinstance(there, list)
        if are_lists and isinstance(token, int):
            found = same_member(
                NamedList(self.old, here),
                NamedList(self.new, there),
                token,
            )
            return _Member(found.index, is_sure=found.is_sure) if found else None
        if isinstance(there, dict) and token in there:
            return _Member(token)
        return None

    def _below(
        self,
        parent: Match,
        address: Address,
    ) -> Match:
        member = self._member(address, parent.at)
        if member is not None:
            unsure_depth = parent.unsure_depth
            if parent.is_sure and not member.is_sure:
                unsure_depth = len(address) - 1
            return Match(
                at=(*parent.at, member.token),
                matched_depth=len(address),
                whole=True,
                evidence=parent.evidence,
                candidates=parent.candidates,
                is_guess=parent.is_guess,
                unsure_depth=unsure_depth,
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

        A parameter may have moved with all others of its list, a property into a branch.
        """
        lost = LostPlace(
            old=self.old,
            new=self.new,
            address=address,
        )
        relocation = relocated_operation(lost) or self._of_lost_holder(address)
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

    def _of_lost_holder(self, address: Address) -> Relocation | None:
        """What became of a parameter or a property of which the list or the mapping is gone."""
        holder = self.locate(address[:-2])
        if not holder.whole:
            return None
        lost = LostPlace(
            old=self.old,
            new=self.new,
            address=address,
            new_parent=(*holder.at, *address[-2:-1]),
        )
        return shared_parameter(lost) or in_branches(lost) or without_pattern(lost)


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
        unsure_depth=parent.unsure_depth,
    )
