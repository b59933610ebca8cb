"""Judge every action of a series on a new upstream document: (old, new, steps) to verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import remembering
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift import messages
from specmend.drift.action_context import ActionContext, Failed
from specmend.drift.blocked import undecided_name
from specmend.drift.confirmed import confirmed
from specmend.drift.copied import without_copies
from specmend.drift.judgment import Judgment, unmade
from specmend.drift.recorded import Recorded, record
from specmend.drift.standing import standing_blocker
from specmend.drift.still_said import without_rest
from specmend.drift.strangers import without_strangers
from specmend.drift.structure_actions import judge_structure_action
from specmend.drift.twins import Sides, with_twins
from specmend.drift.unreached import with_unreached
from specmend.drift.unrecorded import judge_unrecorded
from specmend.drift.value_actions import VALUE_ACTIONS, judge_value_action
from specmend.drift.verdicts import ActionVerdict, StepVerdict
from specmend.progress import Advance, nothing
from specmend.steps.apply_action import ActionResult
from specmend.steps.step import Step, Touch, Verdict


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class _Judged:
    """The verdict of an action, what it does on the old tree, and the new tree after it."""

    verdict: ActionVerdict
    result: ActionResult | None
    new: Tree

    @property
    def is_failed(self) -> bool:
        return self.verdict.needs_person and self.verdict.verdict is not Verdict.MOVED


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class _Place:
    """Where in a series an action is: its step, the new tree there, and the steps that failed.

    `after` is the old tree after the whole series.
    """

    step: Step
    new: Tree
    failed: Sequence[Failed]
    after: Tree


def judge_series(
    old: Document,
    new: Document,
    steps: Iterable[Step],
    advance: Advance = nothing,
) -> tuple[StepVerdict, ...]:
    """One verdict for every action of every step, in order.

    `old` is the document that the steps were recorded on, `new` the one that upstream has now. The
    caller leaves out steps for other generators. A step of which an action needs a person changes
    nothing for the steps after it, unless its target moved: then it is followed. `advance` is
    called after each step.
    """
    return judge_trees(old.tree, new.tree, steps, advance)


def judge_trees(
    old: Tree,
    new: Tree,
    steps: Iterable[Step],
    advance: Advance = nothing,
) -> tuple[StepVerdict, ...]:
    """The same for plain data."""
    with collector_paused(), remembering():
        return _judge_all(old, new, tuple(steps), advance)


def _judge_all(
    old: Tree,
    new: Tree,
    steps: Sequence[Step],
    advance: Advance,
) -> tuple[StepVerdict, ...]:
    recorded = record(old, steps)
    failed: list[Failed] = []
    verdicts: list[StepVerdict] = []
    upstream = new
    for step, actions in zip(steps, recorded.steps, strict=True):
        judged = _judge_step(
            _Place(
                step=step,
                new=new,
                failed=failed,
                after=recorded.after,
            ),
            actions,
        )
        verdicts.append(_step_verdict(step, judged))
        # What a failed step would have changed is in the old tree only.
        if any(one.is_failed for one in judged):
            failed.append(_not_made(step, judged, new))
        elif judged:
            new = judged[-1].new
        advance()
    sides = Sides(
        old=old,
        new=upstream,
        # What a failed step would have referred to is not known to be unused.
        old_after={} if failed else recorded.after,
        new_after=new,
    )
    return with_twins(verdicts, sides)


def _judge_step(
    place: _Place,
    actions: Iterable[Recorded],
) -> list[_Judged]:
    """Judge the actions of a step, each on what those before it leave."""
    judged: list[_Judged] = []
    for action in actions:
        # An action may also need what an earlier action of its own step makes.
        failed_here = _failed(place.step, [one for one in judged if one.is_failed], place.new)
        here = replace(place, failed=[*place.failed, failed_here])
        one = _judge_action(here, action)
        judged.append(one)
        place = replace(place, new=one.new)
    return judged


def _step_verdict(step: Step, actions: Iterable[_Judged]) -> StepVerdict:
    return StepVerdict(step=step, actions=tuple(action.verdict for action in actions))


def _not_made(
    step: Step,
    actions: Iterable[_Judged],
    new: Tree,
) -> Failed:
    """What the steps after a failed one lack; upstream has some of it."""
    already = Verdict.ALREADY_UPSTREAM
    return _failed(step, [one for one in actions if one.verdict.verdict is not already], new)


def _failed(
    step: Step,
    actions: Iterable[_Judged],
    new: Tree,
) -> Failed:
    results = [action.result for action in actions if action.result]
    touches = tuple(touch for result in results for touch in result.touches)
    names = [touch for touch in touches if _gives_name(touch)]
    lacking = tuple(touch for touch in touches if not _has_lost_name(touch, new))
    return Failed(number=step.number, touches=lacking, renamed=tuple(map(_named_place, names)))


def _gives_name(touch: Touch) -> bool:
    return touch.address != touch.to or touch.to[-1:] == ("name",)


def _named_place(touch: Touch) -> Address:
    """The place that a step gives a name; a parameter says its name itself."""
    is_parameter = touch.to[-1:] == ("name",) and touch.to[-3:-2] == ("parameters",)
    return touch.to[:-1] if is_parameter else touch.to


def _has_lost_name(touch: Touch, new: Tree) -> bool:
    """Whether upstream does not have what a step renames: it is not the step that others lack."""
    return touch.address != touch.to and get(new, touch.address) is MISSING


def _judge_action(
    place: _Place,
    recorded: Recorded,
) -> _Judged:
    step, action = place.step, recorded.action
    if recorded.result is None:
        judgment = judge_unrecorded(place.new, step, action, recorded.error)
        verdict = judgment.record(step.number, action)
        return _Judged(
            verdict=verdict,
            result=None,
            new=judgment.tree,
        )
    context = ActionContext(
        step=step.number,
        action=action,
        old=recorded.old,
        new=place.new,
        result=recorded.result,
        after=place.after,
        failed=place.failed,
    )
    judgment = confirmed(context, _judgment(context, step))
    verdict = judgment.record(
        step.number,
        action,
        context,
    )
    return _Judged(
        verdict=verdict,
        result=recorded.result,
        new=judgment.tree,
    )


def _judgment(context: ActionContext, step: Step) -> Judgment:
    if not context.result.touches:
        return judge_unrecorded(
            context.new,
            step,
            context.action,
            None,
        )
    is_of_values = context.action.verb in VALUE_ACTIONS
    judged = judge_value_action if is_of_values else judge_structure_action
    judgment = without_strangers(context, judged(context))
    judgment = without_rest(context, _waiting(context, judgment))
    return with_unreached(context, without_copies(context, judgment))


def _waiting(context: ActionContext, judgment: Judgment) -> Judgment:
    """The judgment; `blocked` where it rests on what a person must decide.

    That is a name through which the action is followed, or what keeps alive what seems to be gone.
    """
    step = None
    if judgment.verdict is Verdict.MOVED:
        step = undecided_name(context, judgment.comparisons)
    if step is None and judgment.verdict in (Verdict.MOVED, Verdict.ALREADY_UPSTREAM):
        step = standing_blocker(context, judgment.comparisons or context.comparisons)
    if step is None:
        return judgment
    blocked = unmade(context, Verdict.BLOCKED, messages.blocked(step), judgment.comparisons)
    return replace(blocked, blocked_by=step)
