"""An overlay from elsewhere as proposed steps, one for each action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree, same
from specmend.errors import ActionFailed, FailureReason, Problem, RepositoryError
from specmend.steps.check_shape import GAP, PATHS, overlay_problems
from specmend.steps.exchange.imported import Imported
from specmend.steps.merge import as_entry
from specmend.steps.place_query import named
from specmend.steps.positional import uses_index
from specmend.steps.proposal import Proposal, make
from specmend.steps.step import VERBS

_LONGEST_TITLE: Final = 80
_COUNTED: Final = "The overlay that this comes from counts the place."


def import_overlay(overlay: Document, tree: Tree) -> Imported:
    """The actions of an overlay that change a tree, as steps.

    An action that selects nothing or changes nothing is noted. Raises RepositoryError with every
    fault of the file, and with every action that cannot be made.
    """
    problems = overlay_problems(overlay)
    if problems:
        raise RepositoryError(*problems)
    given = str(overlay.tree["info"].get("x-reason", "")).strip()
    reason = "" if given == GAP else given
    proposals: list[Proposal] = []
    notes: list[str] = []
    for index, action in enumerate(overlay.tree["actions"]):
        fields = _fields(tree, _in_11(overlay, action))
        after, note, problem = _try(overlay, index, tree, fields)
        problems += [problem] if problem else []
        notes += [note] if note else []
        if not problem and not note:
            proposals.append(
                Proposal(title=_title(action, fields), actions=(fields,), reason=reason)
            )
        tree = after
    if problems:
        raise RepositoryError(*problems)
    return Imported(proposals=tuple(proposals), notes=tuple(notes))


def _in_11(overlay: Document, action: Mapping[str, Any]) -> Mapping[str, Any]:
    """An action in the words of Overlay 1.1, which a step is written in."""
    if "update" not in action or not overlay.tree["overlay"].startswith("1.0"):
        return action
    return {**action, "update": as_entry(action["update"])}


def _fields(tree: Tree, action: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an action does, in one field, with its place named where the overlay counts it."""
    verb = _verb(action)
    kept = {key: action[key] for key in ("description", verb) if key in action}
    fields = named(tree, {"target": action["target"], **kept})
    counts = any(uses_index(fields[key]) for key in PATHS if key in fields)
    described = str(fields.get("description", "")).strip()
    return {**fields, "description": _COUNTED} if counts and not described else fields


def _verb(action: Mapping[str, Any]) -> str:
    """The field that says what an action does: removing wins (Overlay 1.1 section 4.4.3)."""
    if action.get("remove"):
        return "remove"
    return next((verb for verb in VERBS if verb in action and verb != "remove"), "")


def _title(action: Mapping[str, Any], fields: Mapping[str, Any]) -> str:
    described = str(action.get("description", "")).strip().split("\n")[0].rstrip(".")
    verb = _verb(fields).removeprefix("x-").capitalize()
    title = described or f"{verb} {action['target']}"
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _try(
    overlay: Document, index: int, tree: Tree, fields: Mapping[str, Any]
) -> tuple[Tree, str, Problem | None]:
    """The tree after an action; or the same tree, with a note or a problem."""
    place = overlay.problem(("actions", index), "").location
    if not _verb(fields):
        return tree, f"{place}: this action does nothing", None
    try:
        after = make(tree, fields)
    except ActionFailed as error:
        if error.reason is FailureReason.NOTHING_SELECTED:
            return tree, f"{place}: {error}", None
        return tree, "", _problem(overlay, index, error)
    note = f"{place}: this action changes nothing" if same(after, tree) else ""
    return after, note, None


def _problem(overlay: Document, index: int, error: ActionFailed) -> Problem:
    key = ("copy",) if error.concerns_source else ()
    address = ("actions", index, *key)
    return overlay.problem(address, str(error), expected=error.expected, advice=error.advice)
