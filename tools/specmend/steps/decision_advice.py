"""What a person can do about an action that an update left open: only what can be done is said."""

from __future__ import annotations

from specmend.steps.step import Action, Step, Verdict


def decision_advice(
    step: Step,
    action: Action,
    verdict: Verdict,
    *,
    can_be_kept: bool,
    is_joined: bool = False,
) -> str:
    """The ways to settle an action, the best one first.

    A rule that others joined may be kept with or without them.
    """
    accept = f"specmend update {step.series} --accept {step.number}.{action.number}"
    if is_joined and can_be_kept:
        return f"{accept}=ours (with what joined it; or theirs: without it, or drop: nowhere)"
    if is_joined:
        return f"{accept}=theirs (without what joined it; or drop: nowhere)"
    if can_be_kept:
        return f"{accept}=ours (or theirs, or drop)"
    given_up = f"or give it up: {accept}=theirs (or drop)"
    if verdict is Verdict.BLOCKED:
        return f"decide about the step that it builds on: this one is settled with it; {given_up}"
    return f"{corrected_by_hand(step)}; {given_up}"


def corrected_by_hand(step: Step) -> str:
    """How an action is corrected in its file."""
    return (
        f"correct the action in {step.source.name}, remove its x-conflict,"
        f" and run specmend refresh {step.series} {step.number}"
    )
