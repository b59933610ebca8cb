"""What judging one action gives, before it becomes the record that is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.action_context import ActionContext
from specmend.drift.comparison import Comparison, ThreeWay
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict
from specmend.steps.expectation import meets
from specmend.steps.step import Action, Expectation, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A verdict with its words, and the new tree after the action; `places` are what the verdict rests on."""

    outcome: Verdict
    message: str
    tree: Tree
    places: tuple[Comparison, ...] = ()
    moved_to: Address | None = None
    evidence: str = ""
    candidates: tuple[Address, ...] = ()
    blocked_by: int | None = None
    remaining: tuple[Action, ...] = ()
    found: tuple[Expectation, ...] = ()
    already: tuple[Address, ...] = ()

    def verdict(
        self, step: int, action: Action, context: ActionContext | None = None
    ) -> ActionVerdict:
        """The record that is told."""
        done = tuple(
            s.at
            for s in self.places
            if (s.state is ThreeWay.ALREADY_APPLIED or s.part) and s.at is not None
        )
        whole = self.outcome is Verdict.ALREADY_UPSTREAM
        recorded = action.expect
        return ActionVerdict(
            step=step, action=action, verdict=self.outcome, places=tuple(map(_place, self.places)),
            joined=context.joined if context else (), left=context.left if context and context.wide else (),
            already=() if whole else (*self.already, *done), moved_to=self.moved_to, evidence=self.evidence,
            candidates=self.candidates, blocked_by=self.blocked_by, remaining=self.remaining, found=self.found,
            refresh=bool(self.found) and not (recorded and meets(self.found[0], recorded)), message=self.message,
        )  # fmt: skip


def evidence_of(places: Iterable[Comparison]) -> str:
    """Why places are where they are now, each reason once."""
    return "; ".join(dict.fromkeys(reason for place in places for reason in place.found.evidence))


def candidates_of(places: Iterable[Comparison]) -> tuple[Address, ...]:
    """The places that may be those that are gone."""
    return tuple(dict.fromkeys(one for place in places for one in place.found.candidates))


_VERDICTS = {
    ThreeWay.UNCHANGED: Verdict.APPLIES,
    ThreeWay.ALREADY_APPLIED: Verdict.ALREADY_UPSTREAM,
    ThreeWay.DIVERGED: Verdict.CONFLICT,
    ThreeWay.MISSING: Verdict.GONE,
}


def _place(place: Comparison) -> PlaceVerdict:
    want = place.intended
    moved = place.state is ThreeWay.UNCHANGED and place.found.relocated
    renamed = want.kind == "name"
    return PlaceVerdict(
        address=want.address,
        now_at=place.at,
        verdict=Verdict.MOVED if moved else _VERDICTS[place.state],
        recorded=want.address[-1] if renamed else want.before,
        now=MISSING if place.at is None and place.state is ThreeWay.MISSING else place.now,
        ours=want.to[-1] if renamed else want.after,
        renamed=renamed,
        evidence="; ".join(place.found.evidence),
        candidates=place.found.candidates,
    )
