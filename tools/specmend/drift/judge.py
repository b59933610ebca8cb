"""Every action of a series judged on a new upstream document: (old, new, steps) to verdicts, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.drift.action_context import ActionContext, Failed
from specmend.drift.structure_actions import judge_structure_action
from specmend.drift.unrecorded import judge_unrecorded
from specmend.drift.value_actions import VALUE_ACTIONS, judge_value_action
from specmend.drift.verdicts import ActionVerdict, StepVerdict
from specmend.errors import ActionFailed
from specmend.steps.apply_action import ActionResult, apply_action
from specmend.steps.step import Action, Step, Verdict


def judge_series(old: Document, new: Document, steps: Iterable[Step]) -> tuple[StepVerdict, ...]:
    """One verdict for every action of every step, in order.

    `old` is the document that the steps were recorded on, `new` the one that upstream has now. The caller leaves
    out steps of other targets. A step of which an action needs a person changes nothing for the steps after it, but
    for one whose target moved: that is followed.
    """
    return judge_trees(old.tree, new.tree, steps)


def judge_trees(old: Tree, new: Tree, steps: Iterable[Step]) -> tuple[StepVerdict, ...]:
    """The same for plain data."""
    failed: list[Failed] = []
    verdicts: list[StepVerdict] = []
    for step in steps:
        verdict, old, after, touched = _judge_step(old, new, step, failed)
        verdicts.append(verdict)
        if touched is None:
            new = after
        else:
            failed.append(touched)
    return tuple(verdicts)


def _judge_step(
    old: Tree, new: Tree, step: Step, failed: Sequence[Failed]
) -> tuple[StepVerdict, Tree, Tree, Failed | None]:
    """The verdict of a step, both trees after it, and, where it fails, what is missing for the steps after it."""
    verdicts: list[ActionVerdict] = []
    made_here: list[tuple[ActionVerdict, ActionResult]] = []
    for action in step.actions:
        lost = [made for verdict, made in made_here if _fails(verdict)]
        known = [
            *failed,
            Failed(number=step.number, touches=tuple(t for made in lost for t in made.touches)),
        ]
        verdict, made, new = _judge_action(old, new, step, action, known)
        verdicts.append(verdict)
        if made:
            old = made.tree
            made_here.append((verdict, made))
    result = StepVerdict(step=step, actions=tuple(verdicts))
    if not any(map(_fails, verdicts)):
        return result, old, new, None
    missing = [
        made for verdict, made in made_here if verdict.verdict is not Verdict.ALREADY_UPSTREAM
    ]
    return (
        result,
        old,
        new,
        Failed(number=step.number, touches=tuple(t for made in missing for t in made.touches)),
    )


def _fails(verdict: ActionVerdict) -> bool:
    return verdict.needs_person and verdict.verdict is not Verdict.MOVED


def _judge_action(
    old: Tree, new: Tree, step: Step, action: Action, failed: Sequence[Failed]
) -> tuple[ActionVerdict, ActionResult | None, Tree]:
    """The verdict of one action, what it does on the old tree, and the new tree after it."""
    try:
        made = apply_action(old, action)
    except ActionFailed as error:
        judged = judge_unrecorded(old, new, step, action, error)
        return judged.verdict(step.number, action), None, judged.tree
    context = ActionContext(
        step=step.number, action=action, old=old, new=new, made=made, failed=failed
    )
    if not made.touches:
        judged = judge_unrecorded(old, new, step, action, None)
    elif action.verb in VALUE_ACTIONS:
        judged = judge_value_action(context)
    else:
        judged = judge_structure_action(context)
    return judged.verdict(step.number, action, context), made, judged.tree
