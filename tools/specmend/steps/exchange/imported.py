"""What comes out of a foreign file: proposed steps, and what was left out of them and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from specmend.steps.proposal import Proposal


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """Proposals in the order of the file; `notes` are about parts of it that change nothing."""

    proposals: tuple[Proposal, ...]
    notes: tuple[str, ...] = ()

    def together(self, title: str) -> Imported:
        """The same as one step."""
        return replace(self, proposals=_joined(title, self.proposals) if self.proposals else ())


def _joined(title: str, proposals: Sequence[Proposal]) -> tuple[Proposal]:
    actions = tuple(fields for proposal in proposals for fields in proposal.actions)
    return (Proposal(title=title, actions=actions, reason=proposals[0].reason),)
