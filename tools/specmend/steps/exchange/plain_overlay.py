"""Plain overlays: files of the Overlay standard, read and applied without a project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from specmend.document.text.document import Document
from specmend.document.text.editing.restate import restate
from specmend.errors import EditRefused, Problem, RepositoryError
from specmend.steps.check_action import PatchState, check_action
from specmend.steps.check_shape import overlay_problems
from specmend.steps.line_origins import Lines
from specmend.steps.read import read_actions
from specmend.steps.step import ActionOutcome, Outcome, Step

_ALLOWED = "the run is lax, as the standard is"


@dataclass(frozen=True, kw_only=True, slots=True)
class OverlayResult:
    """The document after all overlays, and what became of each.

    `reserialized` says why the document was serialized again, if it was.
    """

    document: Document
    outcomes: tuple[Outcome, ...]
    reserialized: Problem | None = None


def read_overlay(document: Document, number: int, *, allow_no_match: bool = False) -> Step:
    """A plain overlay as a step; with `allow_no_match` every target may select nothing.

    Raises RepositoryError with every fault of the file.
    """
    problems = overlay_problems(document)
    if problems:
        raise RepositoryError(*problems)
    actions = read_actions(document.tree)
    if allow_no_match:
        actions = tuple(replace(action, optional=action.optional or _ALLOWED) for action in actions)
    return Step(
        number=number,
        title=document.tree["info"]["title"],
        reason="",
        plain=True,
        actions=actions,
        source=document,
    )


def apply_overlays(
    document: Document, overlays: Iterable[Step], *, reserialize: bool = False
) -> OverlayResult:
    """Apply overlays in order, all or nothing: the text is edited once, after every action.

    With `reserialize`, text that cannot be edited in place is serialized again, whole. Raises
    RepositoryError with every problem of every action.
    """
    state, tree = PatchState(document=document, lines=Lines(lines=())), document.tree
    outcomes: list[Outcome] = []
    for overlay in overlays:
        results: list[ActionOutcome] = []
        for action in overlay.actions:
            tree, result = check_action(state, tree, overlay, action, enforce=True)
            results.append(result)
        problems = tuple(result.problem for result in results if result.problem)
        outcomes.append(Outcome(step=overlay, actions=tuple(results), problems=problems))
    faults = [problem for outcome in outcomes for problem in outcome.problems]
    if faults:
        raise RepositoryError(*faults)
    try:
        return OverlayResult(document=restate(document, tree), outcomes=tuple(outcomes))
    except EditRefused as error:
        if not reserialize:
            way = "; or add --reserialize, and the whole document is serialized again"
            raise EditRefused(
                *(replace(p, advice=p.advice + way) for p in error.problems)
            ) from error
        from specmend.document.text.editing.reserialize import reserialize as write_whole
        from specmend.document.text.editing.reserialize import reserialized_notice

        return OverlayResult(
            document=write_whole(document, tree),
            outcomes=tuple(outcomes),
            reserialized=reserialized_notice(error),
        )
