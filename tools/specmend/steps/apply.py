"""Steps folded over a document: (document, steps) to (document, outcomes), and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from specmend.document.text.document import Document
from specmend.document.text.editing.reserialize import written_anew
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree.values import Tree
from specmend.errors import EditRefused, Problem
from specmend.steps.check_action import Stage, judge_action
from specmend.steps.line_origins import Lines, upstream_lines
from specmend.steps.reserialize import write_anew
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
    document: Document, steps: Iterable[Step], *, enforce: bool = True, reformat: bool = False
) -> Applied:
    """Apply steps in order. A step of which an action fails changes nothing; the later ones go on.

    With `enforce`, an expectation that is missing or not met is a failure. Without, expectations are
    not looked at, for a document other than the one they were recorded on. With `reformat`, text in which a step
    cannot be edited in place is written anew, whole, and the outcome of that step has a note.
    """
    stage = Stage(document=document, lines=upstream_lines(document.text))
    outcomes: list[Outcome] = []
    trees: list[Tree] = [document.tree]
    for step in steps:
        stage, outcome = _apply(stage, step, enforce=enforce, reformat=reformat)
        outcomes.append(outcome)
        trees.append(stage.document.tree)
    return Applied(
        document=stage.document, outcomes=tuple(outcomes), lines=stage.lines, trees=tuple(trees)
    )


def _apply(stage: Stage, step: Step, *, enforce: bool, reformat: bool) -> tuple[Stage, Outcome]:
    """One step: all of its actions, or none."""
    tree = stage.document.tree
    results: list[ActionOutcome] = []
    for action in step.actions:
        tree, result = judge_action(stage, tree, step, action, enforce=enforce)
        results.append(result)
    problems = tuple(result.problem for result in results if result.problem)
    outcome = Outcome(step=step, actions=tuple(results), problems=problems)
    if outcome.verdict is not Verdict.APPLIES:
        return stage, outcome
    try:
        made, edits = rewrite(stage.document, tree)
    except EditRefused as error:
        if reformat:
            return _apply_anew(stage, tree, outcome, error)
        way = f"; or say reformat = true in the settings of {step.series}, and the document is written anew"
        return stage, _refused(outcome, error, way)
    return Stage(
        document=made, lines=stage.lines.after(stage.document.text, edits, step.number)
    ), outcome


def _apply_anew(
    stage: Stage, tree: Tree, outcome: Outcome, error: EditRefused
) -> tuple[Stage, Outcome]:
    """One step that cannot be spliced in, in text that is written anew for it."""
    try:
        made = write_anew(stage, tree, outcome.step.number)
    except EditRefused as again:
        return stage, _refused(outcome, again)
    return made, replace(outcome, anew=_blame(outcome.step, written_anew(error)))


def _refused(outcome: Outcome, error: EditRefused, way: str = "") -> Outcome:
    problems = [replace(problem, advice=problem.advice + way) for problem in error.problems]
    return replace(outcome, problems=tuple(_blame(outcome.step, problem) for problem in problems))


def _blame(step: Step, problem: Problem) -> Problem:
    return step.problem(
        ("actions",),
        f"{problem.message} ({problem.place})",
        found=problem.found,
        expected=problem.expected,
        advice=problem.advice,
    )
