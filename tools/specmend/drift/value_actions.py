"""The verdict of an action that puts or takes values: the value recorded, upstream's and ours are held together."""

from __future__ import annotations

from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import same
from specmend.drift import messages as words
from specmend.drift.action_context import ActionContext
from specmend.drift.blocked import blocker, named_blocker, target_blocker
from specmend.drift.comparison import Comparison, ThreeWay
from specmend.drift.outcome import Judged, candidates_of, evidence_of
from specmend.drift.remaining import fits, make_all, remaining_of
from specmend.errors import ActionFailed
from specmend.steps.step import Verdict

VALUE_ACTIONS: Final = frozenset(
    {"update", "copy", "remove", "set-value", "remove-where", "set-default", "drop-default", "change-type",
     "change-members"}
)  # fmt: skip
"""The actions that are judged so; all others are edits of the structure, judged by whether they can be made."""


def judge_value_action(context: ActionContext) -> Judged:
    """The verdict, from what stands at each place that the action changed when it was recorded."""
    places = tuple(one for one in context.comparisons if context.under_target(one))
    return _rule(context, places) if context.wide else _one(context, places)


def _one(context: ActionContext, places: tuple[Comparison, ...]) -> Judged:
    """An action with one target."""
    found = {place.state for place in places}
    if found & {ThreeWay.DIVERGED, ThreeWay.MISSING}:
        return _failed(context, places)
    if found == {ThreeWay.ALREADY_APPLIED}:
        return _judged(context, Verdict.ALREADY_UPSTREAM, words.already(places), places)
    return _made(context, places)


def _rule(context: ActionContext, places: tuple[Comparison, ...]) -> Judged:
    """A rule: places may join and leave, but none that it still selects may say a third thing."""
    chosen = set(context.selected)
    kept = [p for p in places if p.state is ThreeWay.UNCHANGED and _target_of(context, p) in chosen]
    others = tuple(
        p for p in places if p.state is ThreeWay.DIVERGED and _target_of(context, p) in chosen
    )
    if others:
        return _failed(context, others, places)
    lost = tuple(p for p in places if p.state is ThreeWay.UNCHANGED and p not in kept)
    # A rule by wildcards or filters is made for whatever fits; one that names its places is meant for just these.
    followed = lost if context.enumerates or not (kept or context.joined) else ()
    if kept or context.joined or any(place.found.relocated for place in lost):
        return _made(context, places, followed)
    if lost:
        return _unselected(context, places)
    if any(p.state is ThreeWay.DIVERGED for p in places):
        return _failed(context, tuple(p for p in places if p.state is ThreeWay.DIVERGED), places)
    if any(p.state is ThreeWay.ALREADY_APPLIED for p in places):
        return _judged(context, Verdict.ALREADY_UPSTREAM, words.already(places), places)
    return _excused(context, places) or _failed(context, places)


def _target_of(context: ActionContext, place: Comparison) -> Address | None:
    """Where the target that a place belongs to stands in the new document."""
    found = context.locator.locate(_target_in_old(context, place))
    return found.at if found.whole else None


def _target_in_old(context: ActionContext, place: Comparison) -> Address:
    """The selected place that a place belongs to."""
    address = place.intended.address
    return next(address[:n] for n in range(len(address), -1, -1) if address[:n] in context.targets)


def _failed(
    context: ActionContext, decisive: tuple[Comparison, ...], places: tuple[Comparison, ...] = ()
) -> Judged:
    """Blocked, in conflict or gone."""
    every = places or decisive
    by = blocker(context, decisive)
    if by is not None:
        return _judged(context, Verdict.BLOCKED, words.blocked(by), every, blocked_by=by)
    third = next((place for place in decisive if place.state is ThreeWay.DIVERGED), None)
    if third:
        return _judged(
            context, Verdict.CONFLICT, words.conflict(third) + words.beside(every), every
        )
    if excused := _excused(context, every):
        return excused
    candidates = candidates_of(decisive)
    gone = next(place for place in decisive if place.state is ThreeWay.MISSING)
    return _judged(
        context,
        Verdict.GONE,
        words.gone(gone, candidates) + words.beside(every),
        every,
        candidates=candidates,
    )


def _excused(context: ActionContext, places: tuple[Comparison, ...]) -> Judged | None:
    """An action that may select nothing, and does."""
    if not context.action.optional or context.selected or context.joined:
        return None
    return _judged(context, Verdict.APPLIES, words.optional(context.action.optional), places)


def _made(
    context: ActionContext,
    places: tuple[Comparison, ...],
    lost: tuple[Comparison, ...] | None = None,
) -> Judged:
    """The action made on the new document, or what is left of it; the verdict is `moved` where its place turned.

    `lost` are the places that a rule does not select any more, though they are as they were.
    """
    turned = tuple(
        p
        for p in (places if lost is None else lost)
        if p.state is ThreeWay.UNCHANGED and p.found.relocated
    )
    if not turned and not context.selected:
        return _unselected(context, places)
    part = any(
        p.part or (p.intended.kind == "members" and p.state is ThreeWay.ALREADY_APPLIED)
        for p in places
    )
    remaining = (
        remaining_of(context, places) if turned or part or fits(context.new, context.action) else ()
    )
    try:
        tree, found = make_all(context.new, remaining or [context.action])
    except ActionFailed as error:
        return _refused(context, places, error)
    by = named_blocker(context) if context.failed and _dangles(context, tree) else None
    if by is not None:
        return _judged(context, Verdict.BLOCKED, words.blocked(by), places, blocked_by=by)
    if same(tree, context.new):
        return _judged(context, Verdict.ALREADY_UPSTREAM, words.already(places), places)
    if not turned:
        return _judged(
            context,
            Verdict.APPLIES,
            words.applies(context, places),
            places,
            tree=tree,
            remaining=remaining,
            found=found,
        )
    to = turned[0].at
    target = context.locator.locate(_target_in_old(context, turned[0]))
    return _judged(
        context, Verdict.MOVED, words.moved(turned[0]), places, tree=tree, remaining=remaining, found=found,
        moved_to=target.at if target.whole and target.relocated else to, evidence=evidence_of(turned),
    )  # fmt: skip


def _unselected(context: ActionContext, places: tuple[Comparison, ...]) -> Judged:
    """The place is there, but the target does not select it any more."""
    by = target_blocker(context)
    if by is not None:
        return _judged(context, Verdict.BLOCKED, words.blocked(by), places, blocked_by=by)
    return _excused(context, places) or _judged(
        context, Verdict.GONE, words.unselected(context), places
    )


def _refused(context: ActionContext, places: tuple[Comparison, ...], error: ActionFailed) -> Judged:
    by = named_blocker(context)
    if by is not None:
        return _judged(context, Verdict.BLOCKED, words.blocked(by), places, blocked_by=by)
    return _judged(context, Verdict.CONFLICT, words.refused(error), places)


def _dangles(context: ActionContext, tree: object) -> bool:
    """Whether a reference that the action writes leads nowhere on the new document, and somewhere on the old one."""
    from specmend.document.openapi.references import references, resolve
    from specmend.document.tree.values import MISSING

    return any(
        reference.startswith("#") and resolve(tree, reference) is MISSING
        for _, reference in references(
            context.action.update if context.action.update is not MISSING else {}
        )
        if any(
            reference.endswith("/" + str(touch.to[-1]))
            for f in context.failed
            for touch in f.touches
            if touch.to
        )
    )


def _judged(
    context: ActionContext,
    outcome: Verdict,
    message: str,
    places: tuple[Comparison, ...],
    **more: object,
) -> Judged:
    return Judged(
        **{"outcome": outcome, "message": message, "tree": context.new, "places": places, **more}
    )
