"""The verdict of an edit of the structure (renames, moves, extractions): by whether it can still be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from specmend.document.tree.values import same
from specmend.drift import messages as words
from specmend.drift.action_context import Case
from specmend.drift.blocked import blocker, named_blocker, target_blocker
from specmend.drift.comparison import Standing, State
from specmend.drift.outcome import Judged, candidates_of, evidence_of
from specmend.drift.remaining import make_all, retargeted
from specmend.steps.apply_action import ActionFailed, NothingSelected
from specmend.steps.step import Action, Verdict

_RULES = frozenset({"move-path-prefix", "rename-extension"})
"""Edits of whatever there is: what is gone needs them no more."""

_RENAMES = {"rename-schema": ("components", "schemas"), "rename-path": ("paths",)}


def judge_structural(case: Case) -> Judged:
    """The verdict of the edit as it is, else of what is left of it, else of the edit at the place that it moved to."""
    try:
        tree, found = make_all(case.new, [case.action])
    except ActionFailed as error:
        return _unmade(case, error)
    if same(tree, case.new):
        return _judged(case, Verdict.ALREADY_UPSTREAM, words.already(case.standings))
    return _judged(
        case, Verdict.APPLIES, words.applies(case, case.standings), tree=tree, found=found
    )


def _unmade(case: Case, error: ActionFailed) -> Judged:
    """An edit that cannot be made as it is."""
    states = {place.state for place in case.standings}
    if states == {State.DONE} or _says_so(case, error):
        return _judged(case, Verdict.ALREADY_UPSTREAM, words.already(case.standings))
    if case.action.verb in _RULES and states == {State.DONE, State.GONE}:
        return _judged(case, Verdict.ALREADY_UPSTREAM, words.already(case.standings, gone=True))
    by = blocker(case, case.standings) or target_blocker(case)
    if by is None and states <= {State.KEPT, State.DONE}:
        by = named_blocker(case)
    if by is not None:
        return _judged(case, Verdict.BLOCKED, words.blocked(by), blocked_by=by)
    return _reduced(case) or _followed(case, error) or _lost(case, error)


def _says_so(case: Case, error: ActionFailed) -> bool:
    """Whether an edit with one target fails because the document says so already."""
    version = any(p.want.address == ("openapi",) and p.state is State.DONE for p in case.standings)
    if error.already and not case.wide:
        return True
    if version:
        return True
    moved = retargeted(case)
    if not isinstance(error, NothingSelected) or moved is None:
        return False
    try:
        make_all(case.new, [moved])
    except ActionFailed as again:
        return again.already
    return False


def _reduced(case: Case) -> Judged | None:
    """A table of names, or a list of entries, of which a part can be made."""
    left, done = _parts(case)
    if not left or not done:
        return None
    rest = replace(case.action, parameters=left, expect=None)
    try:
        tree, found = make_all(case.new, [rest])
    except ActionFailed:
        return None
    return _judged(case, Verdict.APPLIES, words.partly(done), tree=tree, rest=(rest,), found=found)


def _parts(case: Case) -> tuple[dict[str, Any], list[str]]:
    """The parameters that can be made, and what of them is done; nothing to tell where a part is neither."""
    parameters = dict(case.action.parameters)
    names = parameters.get("names")
    if not isinstance(names, Mapping):
        return {}, []
    left = {
        old: new for old, new in names.items() if _can(case, {**parameters, "names": {old: new}})
    }
    done = [old for old in names if old not in left]
    if any(not _is_done(case, old, str(names[old])) for old in done):
        return {}, []
    return {**parameters, "names": left} if left else {}, done


def _can(case: Case, parameters: dict[str, Any]) -> bool:
    try:
        make_all(case.new, [replace(case.action, parameters=parameters, expect=None)])
    except ActionFailed:
        return False
    return True


def _is_done(case: Case, old: str, new: str) -> bool:
    mine = [p for p in case.standings if p.want.address[-1] == old or p.want.before == old]
    return bool(mine) and all(p.state is State.DONE for p in mine) and bool(new)


def _followed(case: Case, error: ActionFailed) -> Judged | None:
    """The edit at the place, or with the name, that its target has now."""
    moved = _with_new_names(case) or (
        retargeted(case) if isinstance(error, NothingSelected) else None
    )
    if moved is None:
        return None
    try:
        tree, found = make_all(case.new, [moved])
    except ActionFailed:
        return None
    turned = tuple(place for place in case.standings if place.found.turned)
    at = case.atlas.locate(case.recorded[0]) if len(case.recorded) == 1 else None
    to = at.at if at and at.turned else turned[0].at if turned else None
    why = "; ".join(at.evidence) if at and at.turned else evidence_of(turned)
    return _judged(
        case,
        Verdict.MOVED,
        words.moved_to(to, why),
        tree=tree,
        rest=(moved,),
        found=found,
        moved_to=to,
        evidence=why,
    )


def _with_new_names(case: Case) -> Action | None:
    """A rename of schemas or paths from the names that they have now."""
    holder = _RENAMES.get(case.action.verb)
    if holder is None:
        return None
    names: dict[str, str] = {}
    for old, new in dict(case.action.parameters["names"]).items():
        found = case.atlas.locate((*holder, old))
        if not found.whole:
            return None
        if found.at[-1] != new:
            names[str(found.at[-1])] = new
    if not names:
        return None
    return replace(case.action, parameters={**case.action.parameters, "names": names}, expect=None)


def _lost(case: Case, error: ActionFailed) -> Judged:
    """In conflict where something stands in the way, gone where the place is."""
    others = [place for place in case.standings if place.state is State.OTHER]
    gone = [place for place in case.standings if place.state is State.GONE]
    if case.action.optional and isinstance(error, NothingSelected) and not others:
        return _judged(case, Verdict.APPLIES, words.optional(case.action.optional))
    missing = isinstance(error, NothingSelected)
    if others and not missing:
        return _judged(case, Verdict.CONFLICT, words.conflict(others[0]))
    if gone or missing:
        candidates = candidates_of(gone)
        said = words.gone(gone[0], candidates) if gone else words.unselected(case)
        said += words.beside(case.standings)
        return _judged(case, Verdict.GONE, said, candidates=candidates)
    return _judged(case, Verdict.CONFLICT, words.refused(error))


def _judged(case: Case, outcome: Verdict, said: str, **more: object) -> Judged:
    places: tuple[Standing, ...] = case.standings
    return Judged(**{"outcome": outcome, "words": said, "tree": case.new, "places": places, **more})
