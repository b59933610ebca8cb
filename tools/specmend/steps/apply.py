"""Steps folded over a document: (document, steps) to (document, outcomes), and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from specmend.document.document import Document
from specmend.document.rewrite import rewrite
from specmend.document.tree import MISSING, Tree, same
from specmend.errors import EditRefused, Problem
from specmend.steps.act import Act, ActionFailed, NothingSelected, act
from specmend.steps.expect import describe, meets, take
from specmend.steps.lines import Lines, upstream_lines
from specmend.steps.step import Action, ActionOutcome, Expectation, Outcome, Step, Verdict


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


def apply_steps(document: Document, steps: Iterable[Step], *, enforce: bool = True) -> Applied:
    """Apply steps in order. A step of which an action fails changes nothing; the later ones go on.

    With `enforce`, an expectation that is missing or not met is a failure. Without, expectations are
    not looked at, for a document other than the one they were recorded on.
    """
    lines = upstream_lines(document.text)
    outcomes: list[Outcome] = []
    trees: list[Tree] = [document.tree]
    for step in steps:
        tree, outcome = _judge(document, step, enforce=enforce)
        if outcome.verdict is Verdict.APPLIES:
            try:
                made, edits = rewrite(document, tree)
                lines = lines.after(document.text, edits, step.number)
                document = made
            except EditRefused as error:
                problems = tuple(_blame(step, problem) for problem in error.problems)
                outcome = Outcome(step=step, actions=outcome.actions, problems=problems)
        outcomes.append(outcome)
        trees.append(document.tree)
    return Applied(document=document, outcomes=tuple(outcomes), lines=lines, trees=tuple(trees))


def _judge(document: Document, step: Step, *, enforce: bool) -> tuple[Tree, Outcome]:
    tree = document.tree
    results: list[ActionOutcome] = []
    for action in step.actions:
        tree, result = _one(document, tree, step, action, enforce=enforce)
        results.append(result)
    problems = tuple(result.problem for result in results if result.problem)
    return tree, Outcome(step=step, actions=tuple(results), problems=problems)


def _one(document: Document, tree: Tree, step: Step, action: Action, *, enforce: bool) -> tuple[Tree, ActionOutcome]:
    try:
        made = act(tree, action)
    except ActionFailed as error:
        verdict = Verdict.GONE if isinstance(error, NothingSelected) else Verdict.CONFLICT
        found = Expectation(matches=0, before=MISSING)
        return tree, ActionOutcome(
            action=action, verdict=verdict, found=found, problem=_failure(document, step, action, error)
        )
    found = take(made.found)
    verdict, problem = _verdict(document, tree, step, action, made, found, enforce=enforce)
    return made.tree if problem is None else tree, ActionOutcome(
        action=action, verdict=verdict, touches=made.touches, found=found, problem=problem
    )


def _verdict(
    document: Document, tree: Tree, step: Step, action: Action, made: Act, found: Expectation, *, enforce: bool
) -> tuple[Verdict, Problem | None]:
    place = _place(document, made)
    if same(made.tree, tree):
        return Verdict.ALREADY_UPSTREAM, step.problem(
            _address(action), "this action changes nothing: the document already says so",
            found=f"{describe(found)} at {place}", advice="drop the step, or the action",
        )  # fmt: skip
    if not enforce:
        return Verdict.APPLIES, None
    if action.expect is None:
        return Verdict.CONFLICT, step.problem(
            _address(action), "this action has no expectation",
            found=f"{describe(found)} at {place}", expected="x-expect",
            advice=f"let specmend take it: specmend refresh {step.number}",
        )  # fmt: skip
    if not meets(found, action.expect):
        return Verdict.CONFLICT, step.problem(
            (*_address(action), "x-expect"), "the document is not what this action was written for",
            found=f"{describe(found)} at {place}", expected=describe(action.expect),
            advice=f"look at the place; if the step is still right, specmend refresh {step.number}",
        )  # fmt: skip
    return Verdict.APPLIES, None


def _failure(document: Document, step: Step, action: Action, error: ActionFailed) -> Problem:
    place = ""
    if error.address is not None:
        line, column = document.place(error.address)
        place = f"{document.name}:{line}:{column}"
    key = "copy" if action.copy and "copy" in str(error) else "target"
    return step.problem(
        (*_address(action), key),
        str(error),
        found=place,
        expected=error.expected or _recorded(action),
        advice=error.advice,
    )


def _recorded(action: Action) -> str:
    return describe(action.expect) if action.expect else ""


def _place(document: Document, made: Act) -> str:
    if not made.found:
        return document.name
    line, column = document.place(made.found[0][0])
    more = f" and {len(made.found) - 1} more" if len(made.found) > 1 else ""
    return f"{document.name}:{line}:{column}{more}"


def _blame(step: Step, problem: Problem) -> Problem:
    return step.problem(
        ("actions",), f"{problem.message} ({problem.place})",
        found=problem.found, expected=problem.expected, advice=problem.advice,
    )  # fmt: skip


def _address(action: Action) -> tuple[str | int, ...]:
    return ("actions", action.index)
