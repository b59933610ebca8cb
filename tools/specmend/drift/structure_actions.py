"""The verdict of an edit of the structure (renames, moves, extractions): by whether it can still be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from specmend.document.openapi.components import SCHEMAS
from specmend.document.tree.values import same
from specmend.drift import messages as words
from specmend.drift.action_context import ActionContext
from specmend.drift.blocked import blocker, named_blocker, target_blocker
from specmend.drift.comparison import Comparison, ThreeWay
from specmend.drift.outcome import Judged, candidates_of, evidence_of
from specmend.drift.remaining import make_all, retargeted
from specmend.errors import ActionFailed
from specmend.steps.step import Action, Verdict

_RULES = frozenset({"move-path-prefix", "rename-extension"})
"""Edits of whatever there is: what is gone needs them no more."""

_RENAMES = {"rename-schema": SCHEMAS, "rename-path": ("paths",)}


def judge_structure_action(context: ActionContext) -> Judged:
    """The verdict of the edit as it is, else of what is left of it, else of the edit at the place that it moved to."""
    try:
        tree, found = make_all(context.new, [context.action])
    except ActionFailed as error:
        return _unmade(context, error)
    if same(tree, context.new):
        return _judged(context, Verdict.ALREADY_UPSTREAM, words.already(context.comparisons))
    return _judged(
        context,
        Verdict.APPLIES,
        words.applies(context, context.comparisons),
        tree=tree,
        found=found,
    )


def _unmade(context: ActionContext, error: ActionFailed) -> Judged:
    """An edit that cannot be made as it is."""
    states = {place.state for place in context.comparisons}
    if states == {ThreeWay.ALREADY_APPLIED} or _says_so(context, error):
        return _judged(context, Verdict.ALREADY_UPSTREAM, words.already(context.comparisons))
    if context.action.verb in _RULES and states == {ThreeWay.ALREADY_APPLIED, ThreeWay.MISSING}:
        return _judged(
            context, Verdict.ALREADY_UPSTREAM, words.already(context.comparisons, gone=True)
        )
    by = blocker(context, context.comparisons) or target_blocker(context)
    if by is None and states <= {ThreeWay.UNCHANGED, ThreeWay.ALREADY_APPLIED}:
        by = named_blocker(context)
    if by is not None:
        return _judged(context, Verdict.BLOCKED, words.blocked(by), blocked_by=by)
    return _reduced(context) or _followed(context, error) or _lost(context, error)


def _says_so(context: ActionContext, error: ActionFailed) -> bool:
    """Whether an edit with one target fails because the document says so already."""
    version = any(
        p.intended.address == ("openapi",) and p.state is ThreeWay.ALREADY_APPLIED
        for p in context.comparisons
    )
    if error.already_done and not context.wide:
        return True
    if version:
        return True
    moved = retargeted(context)
    if not error.selects_nothing or moved is None:
        return False
    try:
        make_all(context.new, [moved])
    except ActionFailed as again:
        return again.already_done
    return False


def _reduced(context: ActionContext) -> Judged | None:
    """A table of names, or a list of entries, of which a part can be made."""
    left, done = _parts(context)
    if not left or not done:
        return None
    remaining = replace(context.action, parameters=left, expect=None)
    try:
        tree, found = make_all(context.new, [remaining])
    except ActionFailed:
        return None
    return _judged(
        context, Verdict.APPLIES, words.partly(done), tree=tree, remaining=(remaining,), found=found
    )


def _parts(context: ActionContext) -> tuple[dict[str, Any], list[str]]:
    """The parameters that can be made, and what of them is done; nothing to tell where a part is neither."""
    parameters = dict(context.action.parameters)
    names = parameters.get("names")
    if not isinstance(names, Mapping):
        return {}, []
    left = {
        old: new for old, new in names.items() if _can(context, {**parameters, "names": {old: new}})
    }
    done = [old for old in names if old not in left]
    if any(not _is_done(context, old, str(names[old])) for old in done):
        return {}, []
    return {**parameters, "names": left} if left else {}, done


def _can(context: ActionContext, parameters: dict[str, Any]) -> bool:
    try:
        make_all(context.new, [replace(context.action, parameters=parameters, expect=None)])
    except ActionFailed:
        return False
    return True


def _is_done(context: ActionContext, old: str, new: str) -> bool:
    mine = [
        p for p in context.comparisons if p.intended.address[-1] == old or p.intended.before == old
    ]
    return bool(mine) and all(p.state is ThreeWay.ALREADY_APPLIED for p in mine) and bool(new)


def _followed(context: ActionContext, error: ActionFailed) -> Judged | None:
    """The edit at the place, or with the name, that its target has now."""
    moved = _with_new_names(context) or (retargeted(context) if error.selects_nothing else None)
    if moved is None:
        return None
    try:
        tree, found = make_all(context.new, [moved])
    except ActionFailed:
        return None
    turned = tuple(place for place in context.comparisons if place.found.relocated)
    at = context.locator.locate(context.recorded[0]) if len(context.recorded) == 1 else None
    to = at.at if at and at.relocated else turned[0].at if turned else None
    why = "; ".join(at.evidence) if at and at.relocated else evidence_of(turned)
    return _judged(
        context,
        Verdict.MOVED,
        words.moved_to(to, why),
        tree=tree,
        remaining=(moved,),
        found=found,
        moved_to=to,
        evidence=why,
    )


def _with_new_names(context: ActionContext) -> Action | None:
    """A rename of schemas or paths from the names that they have now."""
    holder = _RENAMES.get(context.action.verb)
    if holder is None:
        return None
    names: dict[str, str] = {}
    for old, new in dict(context.action.parameters["names"]).items():
        found = context.locator.locate((*holder, old))
        if not found.whole:
            return None
        if found.at[-1] != new:
            names[str(found.at[-1])] = new
    if not names:
        return None
    return replace(
        context.action, parameters={**context.action.parameters, "names": names}, expect=None
    )


def _lost(context: ActionContext, error: ActionFailed) -> Judged:
    """In conflict where something stands in the way, gone where the place is."""
    others = [place for place in context.comparisons if place.state is ThreeWay.DIVERGED]
    gone = [place for place in context.comparisons if place.state is ThreeWay.MISSING]
    if context.action.optional and error.selects_nothing and not others:
        return _judged(context, Verdict.APPLIES, words.optional(context.action.optional))
    missing = error.selects_nothing
    if others and not missing:
        return _judged(context, Verdict.CONFLICT, words.conflict(others[0]))
    if gone or missing:
        candidates = candidates_of(gone)
        said = words.gone(gone[0], candidates) if gone else words.unselected(context)
        said += words.beside(context.comparisons)
        return _judged(context, Verdict.GONE, said, candidates=candidates)
    return _judged(context, Verdict.CONFLICT, words.refused(error))


def _judged(context: ActionContext, outcome: Verdict, message: str, **more: object) -> Judged:
    places: tuple[Comparison, ...] = context.comparisons
    return Judged(
        **{"outcome": outcome, "message": message, "tree": context.new, "places": places, **more}
    )
