"""The judgment of one action, before it becomes the record of the verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.action_context import ActionContext
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict
from specmend.steps.expectation import meets
from specmend.steps.step import Action, Expectation, Verdict

_VERDICTS: Final = {
    ThreeWay.UNCHANGED: Verdict.APPLIES,
    ThreeWay.ALREADY_APPLIED: Verdict.ALREADY_UPSTREAM,
    ThreeWay.DIVERGED: Verdict.CONFLICT,
    ThreeWay.MISSING: Verdict.GONE,
}


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Judgment:
    """A verdict with its message, and the new tree after the action.

    `comparisons` are what the verdict rests on; the other fields are those of ActionVerdict.
    """

    verdict: Verdict
    message: str
    tree: Tree
    comparisons: tuple[Comparison, ...] = ()
    moved_to: Address | None = None
    evidence: str = ""
    candidates: tuple[Address, ...] = ()
    unreached: tuple[Address, ...] = ()
    kept: tuple[str, ...] = ()
    blocked_by: int | None = None
    remaining: tuple[Action, ...] = ()
    found: tuple[Expectation, ...] = ()

    def record(
        self,
        step: int,
        action: Action,
        context: ActionContext | None = None,
    ) -> ActionVerdict:
        """The verdict as other rooms know it; without a context for an action that did nothing."""
        return ActionVerdict(
            step=step,
            action=action,
            verdict=self.verdict,
            places=tuple(map(_place_verdict, self.comparisons)),
            joined=context.joined if context else (),
            left=context.left if context and context.is_rule else (),
            already=self._applied_parts(),
            moved_to=self.moved_to,
            evidence=self.evidence,
            candidates=self.candidates,
            unreached=self.unreached,
            kept=self.kept,
            blocked_by=self.blocked_by,
            remaining=self.remaining,
            found=self.found,
            refresh=self._finds_another_value(action.expect),
            message=self.message,
        )

    def _applied_parts(self) -> tuple[Address, ...]:
        if self.verdict is Verdict.ALREADY_UPSTREAM:
            return ()
        applied = [one for one in self.comparisons if one.has_applied_part]
        return tuple(one.at for one in applied if one.at is not None)

    def _finds_another_value(self, recorded: Expectation | None) -> bool:
        if not self.found:
            return False
        return recorded is None or not meets(self.found[0], recorded)


def unmade(
    context: ActionContext,
    verdict: Verdict,
    message: str,
    comparisons: tuple[Comparison, ...] | None = None,
) -> Judgment:
    """A judgment that leaves the new tree as it is; it rests on these comparisons, or on all."""
    return Judgment(
        verdict=verdict,
        message=message,
        tree=context.new,
        comparisons=context.comparisons if comparisons is None else comparisons,
    )


def asked(
    context: ActionContext,
    judgment: Judgment,
    message: str,
) -> Judgment:
    """A conflict in place of a judgment that makes the action: the new tree stays as it is."""
    return replace(
        judgment,
        verdict=Verdict.CONFLICT,
        message=message,
        tree=context.new,
        moved_to=None,
        remaining=(),
        found=(),
    )


def evidence_of(comparisons: Iterable[Comparison]) -> str:
    """Why places are where they are now, each reason once."""
    reasons: list[str] = []
    for comparison in comparisons:
        reasons += comparison.match.evidence
    return "; ".join(dict.fromkeys(reasons))


def candidates_of(comparisons: Iterable[Comparison]) -> tuple[Address, ...]:
    """The places that may be those that are gone."""
    candidates: list[Address] = []
    for comparison in comparisons:
        candidates += comparison.match.candidates
    return tuple(dict.fromkeys(candidates))


def _place_verdict(comparison: Comparison) -> PlaceVerdict:
    change = comparison.intended
    renamed = change.kind == "name"
    # What may stand at another place by now says something at its own as well.
    is_missing = comparison.at is None and comparison.state is ThreeWay.MISSING
    is_gone = is_missing and not comparison.alive
    return PlaceVerdict(
        address=change.address,
        now_at=comparison.at,
        verdict=Verdict.MOVED if comparison.is_relocated else _VERDICTS[comparison.state],
        recorded=change.address[-1] if renamed else change.before,
        now=MISSING if is_gone else comparison.now,
        ours=change.to[-1] if renamed else change.after,
        renamed=renamed,
        evidence="; ".join(comparison.match.evidence),
        candidates=comparison.match.candidates,
    )
