"""Where a place of one document stands in another one: key by key, and around what was renamed or relocated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.matching.list_members import Found, same_member
from specmend.matching.relocated import (
    followed_reference,
    in_branches,
    relocated_operation,
    shared_parameter,
)
from specmend.matching.renamed import renamed_key, renamed_member


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Where a place stands in the new document, or how far the way to it leads.

    `reach` counts the tokens of the old address that were found, `at` is where these lead. `evidence` says, for each
    turn off the straight way, why; `candidates` are places that cannot be told apart.
    """

    at: Address
    matched_depth: int
    whole: bool
    evidence: tuple[str, ...] = ()
    candidates: tuple[Address, ...] = ()

    @property
    def relocated(self) -> bool:
        """Whether the place is another one than before by name, and not only by its number in a list."""
        return bool(self.evidence)


class Locator:
    """Finds the places of an old tree in a new one; what was found is kept."""

    def __init__(self, old: Tree, new: Tree) -> None:
        self.old, self.new = old, new
        self._known: dict[Address, Match] = {(): Match(at=(), matched_depth=0, whole=True)}

    def locate(self, address: Address) -> Match:
        """The counterpart of a place of the old tree."""
        if address not in self._known:
            above = self.locate(address[:-1])
            self._known[address] = (
                self._step(above, address) if above.whole else self._elsewhere(above, address)
            )
        return self._known[address]

    def direct(self, address: Address) -> Address | None:
        """The counterpart where its last key has the same name, or the list's member the same names; else None."""
        above = self.locate(address[:-1])
        if not above.whole:
            return None
        token = self._token(address, above.at)
        return None if token is None else (*above.at, token)

    def _token(self, address: Address, parent: Address) -> str | int | None:
        """The key or index that a place has under the counterpart of its parent."""
        here, there, token = get(self.old, address[:-1]), get(self.new, parent), address[-1]
        if isinstance(here, list) and isinstance(there, list) and isinstance(token, int):
            return same_member(self.old, self.new, here, there, token)
        return token if isinstance(there, dict) and token in there else None

    def _step(self, above: Match, address: Address) -> Match:
        token = self._token(address, above.at)
        if token is not None:
            return replace(above, at=(*above.at, token), matched_depth=len(address))
        candidates: list[Address] = []
        for found in self._ways(above.at, address):
            if found.at is not None:
                evidence = (*above.evidence, found.evidence)
                return Match(at=found.at, matched_depth=len(address), whole=True, evidence=evidence)
            candidates += [one for one in found.candidates if one not in candidates]
        return replace(above, whole=False, candidates=tuple(candidates))

    def _ways(self, parent: Address, address: Address) -> Sequence[Found]:
        """What may have become of a place that is not where it was, the surest way first."""
        ways = (
            followed_reference,
            in_branches,
            relocated_operation,
            shared_parameter,
            renamed_key,
            renamed_member,
        )
        found: list[Found] = []
        for way in ways:
            one = way(self.old, self.new, address, parent)
            if one is not None:
                found.append(one)
                if one.at is not None:
                    break
        return found

    def _elsewhere(self, above: Match, address: Address) -> Match:
        """A place below one that is gone: an operation can be told by its id wherever it is."""
        found = relocated_operation(self.old, self.new, address, None)
        if found is None or found.at is None:
            return above
        return Match(
            at=found.at,
            matched_depth=len(address),
            whole=True,
            evidence=(*above.evidence, found.evidence),
        )
