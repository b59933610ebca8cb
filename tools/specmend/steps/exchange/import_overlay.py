"""An overlay from elsewhere as proposed steps, one for each action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree, same
from specmend.errors import ActionFailed, FailureReason, Problem, RepositoryError
from specmend.steps.check_shape import GAP, overlay_problems
from specmend.steps.exchange.imported import Imported
from specmend.steps.place_query import named
from specmend.steps.positional import PATHS, uses_index
from specmend.steps.proposal import Proposal, make

_VERBS: Final = ("remove", "update", "copy", "x-edit")
_LONGEST_TITLE: Final = 80
_COUNTED: Final = "The overlay that this comes from counts the place."


def import_overlay(overlay: Document, tree: Tree) -> Imported:
    """The actions of an overlay that change a tree, as steps.

    An action that selects nothing or changes nothing is noted. Raises RepositoryError with every fault of the
    file, and with every action that cannot be made.
    """
    problems = overlay_problems(overlay)
    if problems:
        raise RepositoryError(*problems)
    given = str(overlay.tree["info"].get("x-reason", "")).strip()
    reason = "" if given == GAP else given
    proposals: list[Proposal] = []
    notes: list[str] = []
    for index, action in enumerate(overlay.tree["actions"]):
        fields = _fields(tree, action)
        made, note, problem = _tried(overlay, index, tree, fields)
        problems += [problem] if problem else []
        notes += [note] if note else []
        if not problem and not note:
            proposals.append(
                Proposal(title=_title(action, fields), actions=(fields,), reason=reason)
            )
        tree = made
    if problems:
        raise RepositoryError(*problems)
    return Imported(proposals=tuple(proposals), notes=tuple(notes))


def _fields(tree: Tree, action: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an action does, in one field: removing wins over updating (Overlay 1.1 section 4.4.3).

    Its place is named where the overlay counts it.
    """
    verb = next(
        (name for name in _VERBS if name in action and (name != "remove" or action[name])), ""
    )
    kept = {key: action[key] for key in ("description", verb) if key in action}
    made = named(tree, {"target": action["target"], **kept})
    if str(made.get("description", "")).strip() or not any(
        uses_index(made[key]) for key in PATHS if key in made
    ):
        return made
    return {**made, "description": _COUNTED}


def _title(action: Mapping[str, Any], fields: Mapping[str, Any]) -> str:
    described = str(action.get("description", "")).strip().split("\n")[0].rstrip(".")
    verb = next(name for name in _VERBS if name in fields).removeprefix("x-").capitalize()
    title = described or f"{verb} {action['target']}"
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _tried(
    overlay: Document, index: int, tree: Tree, fields: Mapping[str, Any]
) -> tuple[Tree, str, Problem | None]:
    """The tree after an action; or the same tree with a note, where nothing changes, or with a problem."""
    place = overlay.problem(("actions", index), "").location
    if not any(verb in fields for verb in _VERBS):
        return tree, f"{place}: this action does nothing", None
    try:
        made = make(tree, fields)
    except ActionFailed as error:
        if error.reason is FailureReason.NOTHING_SELECTED:
            return tree, f"{place}: {error}", None
        address = ("actions", index, "copy") if error.concerns_source else ("actions", index)
        problem = overlay.problem(address, str(error), expected=error.expected, advice=error.advice)
        return tree, "", problem
    return made, f"{place}: this action changes nothing" if same(made, tree) else "", None
