"""Steps folded over a document: (document, steps) to (document, outcomes), and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document, restated
from specmend.document.text.editing.reserialize import reserialized_notice
from specmend.document.text.editing.rewrite import rewrite, rewrite_in_series
from specmend.document.text.style import observe
from specmend.document.tree.remembered import remembering
from specmend.document.tree.values import Tree
from specmend.errors import EditRefused, Problem, RepositoryError
from specmend.progress import Advance, nothing
from specmend.steps.check_action import PatchState, check_action
from specmend.steps.leave_out import is_record
from specmend.steps.line_origins import Lines, upstream_lines
from specmend.steps.reserialize import reserialize_state
from specmend.steps.step import ActionOutcome, Outcome, Step, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """The document after the steps that apply, what became of each, and who wrote each line.

    `trees` holds the tree before the first step and after each step, in order.
    """

    document: Document
    outcomes: tuple[Outcome, ...]
    lines: Lines
    trees: tuple[Tree, ...]

    def renamed(self, document: Document) -> Applied:
        """The same with the document under another name, as it is when written."""
        return replace(self, document=document)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every step; none means that all steps apply."""
        return tuple(problem for outcome in self.outcomes for problem in outcome.problems)


def apply_steps(
    document: Document,
    steps: Iterable[Step],
    *,
    enforce: bool = True,
    reserialize: bool = False,
    advance: Advance = nothing,
) -> Applied:
    """Apply steps in order. A step of which an action fails changes nothing; the later ones go on.

    With `enforce`, an expectation that is missing or not met is a failure. Without, expectations
    are not looked at, for a document other than the one they were recorded on. With `reserialize`,
    text in which a step cannot be edited in place is serialized again, whole, and the outcome of
    that step has a note. `advance` is called after each step.
    """
    mode = _Mode(enforce=enforce, reserialize=reserialize, advance=advance)
    return _apply_all(document, tuple(steps), mode)


def try_steps(
    document: Document, steps: Iterable[Step], kept: Collection[Step], *, reserialize: bool = False
) -> tuple[Outcome, ...]:
    """What becomes of each step in order; those that are not `kept` change nothing for the later.

    Everything else is as in apply_steps.
    """
    numbers = frozenset(step.number for step in kept)
    mode = _Mode(enforce=True, reserialize=reserialize, kept=numbers)
    return _apply_all(document, tuple(steps), mode).outcomes


@dataclass(frozen=True, kw_only=True, slots=True)
class _Mode:
    """How steps are applied; with `whole`, the whole text is compared after each of them.

    `kept` are the numbers of the steps that later ones build on, None for all.
    """

    enforce: bool
    reserialize: bool
    whole: bool = False
    kept: frozenset[int] | None = None
    advance: Advance = nothing


def _apply_all(document: Document, steps: Sequence[Step], mode: _Mode) -> Applied:
    """Each step is compared with the part that it touches, and the whole text once at the end."""
    applied = _fold(document, steps, mode)
    proven = _proven(applied.document, document)
    if proven is None:
        return _fold(document, steps, replace(mode, whole=True))
    return applied.renamed(proven)


def _fold(document: Document, steps: Sequence[Step], mode: _Mode) -> Applied:
    state = PatchState(document=document, lines=upstream_lines(document.text))
    outcomes: list[Outcome] = []
    trees: list[Tree] = [document.tree]
    with collector_paused(), remembering():
        for step in steps:
            after, outcome = _apply(state, step, mode)
            if mode.kept is None or step.number in mode.kept:
                state = after
            outcomes.append(outcome)
            trees.append(state.document.tree)
            mode.advance()
    return Applied(
        document=state.document, outcomes=tuple(outcomes), lines=state.lines, trees=tuple(trees)
    )


def _proven(document: Document, upstream: Document) -> Document | None:
    """The document, if its whole text says its tree; else None."""
    if document is upstream:
        return document
    try:
        return restated(document, document.text, document.tree)
    except RepositoryError:
        return None


def _apply(state: PatchState, step: Step, mode: _Mode) -> tuple[PatchState, Outcome]:
    """One step: all of its actions, or none."""
    tree = state.document.tree
    results: list[ActionOutcome] = []
    for action in step.actions:
        tree, result = check_action(state, tree, step, action, enforce=mode.enforce)
        results.append(result)
    problems = tuple(_with_step(step, result.problem) for result in results if result.problem)
    outcome = Outcome(step=step, actions=tuple(results), problems=problems)
    if outcome.verdict is not Verdict.APPLIES:
        return state, outcome
    try:
        return _edit_in_place(state, tree, step.number, mode), outcome
    except EditRefused as error:
        if mode.reserialize:
            return _apply_reserialized(state, tree, outcome, error)
        return state, _refused(outcome, error, _advice(step))


def _with_step(step: Step, problem: Problem) -> Problem:
    """A problem with the command that mends it: specmend writes the record of what it left out."""
    if not is_record(step):
        return problem
    return replace(problem, step=f"specmend build {step.series} --skip-failing")


def _edit_in_place(state: PatchState, tree: Tree, number: int, mode: _Mode) -> PatchState:
    style = state.style or observe(state.document)
    edit = rewrite if mode.whole else rewrite_in_series
    document, edits = edit(state.document, tree, style)
    lines = state.lines.after(state.document.text, edits, number)
    return PatchState(document=document, lines=lines, style=style)


def _apply_reserialized(
    state: PatchState, tree: Tree, outcome: Outcome, error: EditRefused
) -> tuple[PatchState, Outcome]:
    """One step that cannot be spliced in, in text that is serialized again for it."""
    try:
        after = reserialize_state(state, tree, outcome.step.number)
    except EditRefused as again:
        return state, _refused(outcome, again)
    note = _blame(outcome.step, reserialized_notice(error))
    return after, replace(outcome, reserialized=note)


def _advice(step: Step) -> str:
    return (
        f"; or say reserialize = true in the settings of {step.series},"
        " and the whole document is serialized again"
    )


def _refused(outcome: Outcome, error: EditRefused, way: str = "") -> Outcome:
    problems = [replace(problem, advice=problem.advice + way) for problem in error.problems]
    return replace(outcome, problems=tuple(_blame(outcome.step, problem) for problem in problems))


def _blame(step: Step, problem: Problem) -> Problem:
    return step.problem(
        ("actions",),
        f"{problem.message} ({problem.location})",
        found=problem.found,
        expected=problem.expected,
        advice=problem.advice,
    )
