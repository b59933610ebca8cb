"""The verdict of an action that puts or takes values: the value recorded, upstream's and ours are held together."""

from __future__ import annotations

from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import same
from specmend.drift import messages as words
from specmend.drift.action_context import Case
from specmend.drift.blocked import blocker, named_blocker, target_blocker
from specmend.drift.comparison import Standing, State
from specmend.drift.outcome import Judged, candidates_of, evidence_of
from specmend.drift.remaining import fits, make_all, rest_of
from specmend.steps.apply_action import ActionFailed
from specmend.steps.step import Verdict

STRICT: Final = frozenset(
    {"update", "copy", "remove", "set-value", "remove-where", "set-default", "drop-default", "change-type",
     "change-members"}
)  # fmt: skip
"""The actions that are judged so; all others are edits of the structure, judged by whether they can be made."""


def judge_strict(case: Case) -> Judged:
    """The verdict, from what stands at each place that the action changed when it was recorded."""
    places = tuple(one for one in case.standings if case.under_target(one))
    return _rule(case, places) if case.wide else _one(case, places)


def _one(case: Case, places: tuple[Standing, ...]) -> Judged:
    """An action with one target."""
    found = {place.state for place in places}
    if found & {State.OTHER, State.GONE}:
        return _failed(case, places)
    if found == {State.DONE}:
        return _judged(case, Verdict.ALREADY_UPSTREAM, words.already(places), places)
    return _made(case, places)


def _rule(case: Case, places: tuple[Standing, ...]) -> Judged:
    """A rule: places may join and leave, but none that it still selects may say a third thing."""
    chosen = set(case.selected)
    kept = [p for p in places if p.state is State.KEPT and _target_of(case, p) in chosen]
    others = tuple(p for p in places if p.state is State.OTHER and _target_of(case, p) in chosen)
    if others:
        return _failed(case, others, places)
    lost = tuple(p for p in places if p.state is State.KEPT and p not in kept)
    # A rule by wildcards or filters is made for whatever fits; one that names its places is meant for just these.
    followed = lost if case.enumerates or not (kept or case.joined) else ()
    if kept or case.joined or any(place.found.turned for place in lost):
        return _made(case, places, followed)
    if lost:
        return _unselected(case, places)
    if any(p.state is State.OTHER for p in places):
        return _failed(case, tuple(p for p in places if p.state is State.OTHER), places)
    if any(p.state is State.DONE for p in places):
        return _judged(case, Verdict.ALREADY_UPSTREAM, words.already(places), places)
    return _excused(case, places) or _failed(case, places)


def _target_of(case: Case, place: Standing) -> Address | None:
    """Where the target that a place belongs to stands in the new document."""
    found = case.atlas.locate(_target_in_old(case, place))
    return found.at if found.whole else None


def _target_in_old(case: Case, place: Standing) -> Address:
    """The selected place that a place belongs to."""
    address = place.want.address
    return next(address[:n] for n in range(len(address), -1, -1) if address[:n] in case.targets)


def _failed(
    case: Case, decisive: tuple[Standing, ...], places: tuple[Standing, ...] = ()
) -> Judged:
    """Blocked, in conflict or gone."""
    every = places or decisive
    by = blocker(case, decisive)
    if by is not None:
        return _judged(case, Verdict.BLOCKED, words.blocked(by), every, blocked_by=by)
    third = next((place for place in decisive if place.state is State.OTHER), None)
    if third:
        return _judged(case, Verdict.CONFLICT, words.conflict(third) + words.beside(every), every)
    if excused := _excused(case, every):
        return excused
    candidates = candidates_of(decisive)
    gone = next(place for place in decisive if place.state is State.GONE)
    return _judged(
        case,
        Verdict.GONE,
        words.gone(gone, candidates) + words.beside(every),
        every,
        candidates=candidates,
    )


def _excused(case: Case, places: tuple[Standing, ...]) -> Judged | None:
    """An action that may select nothing, and does."""
    if not case.action.optional or case.selected or case.joined:
        return None
    return _judged(case, Verdict.APPLIES, words.optional(case.action.optional), places)


def _made(
    case: Case, places: tuple[Standing, ...], lost: tuple[Standing, ...] | None = None
) -> Judged:
    """The action made on the new document, or what is left of it; the verdict is `moved` where its place turned.

    `lost` are the places that a rule does not select any more, though they are as they were.
    """
    turned = tuple(
        p for p in (places if lost is None else lost) if p.state is State.KEPT and p.found.turned
    )
    if not turned and not case.selected:
        return _unselected(case, places)
    part = any(p.part or (p.want.kind == "members" and p.state is State.DONE) for p in places)
    rest = rest_of(case, places) if turned or part or fits(case.new, case.action) else ()
    try:
        tree, found = make_all(case.new, rest or [case.action])
    except ActionFailed as error:
        return _refused(case, places, error)
    by = named_blocker(case) if case.failed and _dangles(case, tree) else None
    if by is not None:
        return _judged(case, Verdict.BLOCKED, words.blocked(by), places, blocked_by=by)
    if same(tree, case.new):
        return _judged(case, Verdict.ALREADY_UPSTREAM, words.already(places), places)
    if not turned:
        return _judged(
            case,
            Verdict.APPLIES,
            words.applies(case, places),
            places,
            tree=tree,
            rest=rest,
            found=found,
        )
    to = turned[0].at
    target = case.atlas.locate(_target_in_old(case, turned[0]))
    return _judged(
        case, Verdict.MOVED, words.moved(turned[0]), places, tree=tree, rest=rest, found=found,
        moved_to=target.at if target.whole and target.turned else to, evidence=evidence_of(turned),
    )  # fmt: skip


def _unselected(case: Case, places: tuple[Standing, ...]) -> Judged:
    """The place is there, but the target does not select it any more."""
    by = target_blocker(case)
    if by is not None:
        return _judged(case, Verdict.BLOCKED, words.blocked(by), places, blocked_by=by)
    return _excused(case, places) or _judged(case, Verdict.GONE, words.unselected(case), places)


def _refused(case: Case, places: tuple[Standing, ...], error: ActionFailed) -> Judged:
    by = named_blocker(case)
    if by is not None:
        return _judged(case, Verdict.BLOCKED, words.blocked(by), places, blocked_by=by)
    return _judged(case, Verdict.CONFLICT, words.refused(error), places)


def _dangles(case: Case, tree: object) -> bool:
    """Whether a reference that the action writes leads nowhere on the new document, and somewhere on the old one."""
    from specmend.document.openapi.references import references, resolve
    from specmend.document.tree.values import MISSING

    return any(
        reference.startswith("#") and resolve(tree, reference) is MISSING
        for _, reference in references(
            case.action.update if case.action.update is not MISSING else {}
        )
        if any(
            reference.endswith("/" + str(touch.to[-1]))
            for f in case.failed
            for touch in f.touches
            if touch.to
        )
    )


def _judged(
    case: Case, outcome: Verdict, said: str, places: tuple[Standing, ...], **more: object
) -> Judged:
    return Judged(**{"outcome": outcome, "words": said, "tree": case.new, "places": places, **more})
