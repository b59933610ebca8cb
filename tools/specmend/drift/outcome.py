"""What judging one action gives, before it becomes the record that is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.action_context import Case
from specmend.drift.comparison import Standing, State
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict
from specmend.steps.expectation import meets
from specmend.steps.step import Action, Expectation, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A verdict with its words, and the new tree after the action; `places` are what the verdict rests on."""

    outcome: Verdict
    words: str
    tree: Tree
    places: tuple[Standing, ...] = ()
    moved_to: Address | None = None
    evidence: str = ""
    candidates: tuple[Address, ...] = ()
    blocked_by: int | None = None
    rest: tuple[Action, ...] = ()
    found: tuple[Expectation, ...] = ()
    already: tuple[Address, ...] = ()

    def verdict(self, step: int, action: Action, case: Case | None = None) -> ActionVerdict:
        """The record that is told."""
        done = tuple(
            s.at for s in self.places if (s.state is State.DONE or s.part) and s.at is not None
        )
        whole = self.outcome is Verdict.ALREADY_UPSTREAM
        recorded = action.expect
        return ActionVerdict(
            step=step, action=action, verdict=self.outcome, places=tuple(map(_place, self.places)),
            joined=case.joined if case else (), left=case.left if case and case.wide else (),
            already=() if whole else (*self.already, *done), moved_to=self.moved_to, evidence=self.evidence,
            candidates=self.candidates, blocked_by=self.blocked_by, rest=self.rest, found=self.found,
            refresh=bool(self.found) and not (recorded and meets(self.found[0], recorded)), words=self.words,
        )  # fmt: skip


def evidence_of(places: Iterable[Standing]) -> str:
    """Why places are where they are now, each reason once."""
    return "; ".join(dict.fromkeys(reason for place in places for reason in place.found.evidence))


def candidates_of(places: Iterable[Standing]) -> tuple[Address, ...]:
    """The places that may be those that are gone."""
    return tuple(dict.fromkeys(one for place in places for one in place.found.candidates))


_VERDICTS = {
    State.KEPT: Verdict.APPLIES,
    State.DONE: Verdict.ALREADY_UPSTREAM,
    State.OTHER: Verdict.CONFLICT,
    State.GONE: Verdict.GONE,
}


def _place(place: Standing) -> PlaceVerdict:
    want = place.want
    moved = place.state is State.KEPT and place.found.turned
    renamed = want.kind == "name"
    return PlaceVerdict(
        address=want.address,
        now_at=place.at,
        verdict=Verdict.MOVED if moved else _VERDICTS[place.state],
        recorded=want.address[-1] if renamed else want.before,
        now=MISSING if place.at is None and place.state is State.GONE else place.now,
        ours=want.to[-1] if renamed else want.after,
        renamed=renamed,
        evidence="; ".join(place.found.evidence),
        candidates=place.found.candidates,
    )
