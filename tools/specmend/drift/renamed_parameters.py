"""What became of a parameter that an edit renames, in each place that it selects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from specmend.document.openapi.objects import objects
from specmend.document.openapi.operations import item_of, operations_of
from specmend.document.openapi.parameters import declarations, template_names
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.compare_name import share_type
from specmend.drift.intended import IntendedChange
from specmend.drift.renaming import Renaming
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.equivalence import is_equivalent
from specmend.matching.heirs import heirs, lost_object
from specmend.matching.locator import Match


@dataclass(frozen=True, kw_only=True, slots=True)
class _Names:
    """The old and the new name of a parameter, and where it is in a request."""

    old: str
    new: str
    where: str


def parameter_renamings(context: ActionContext) -> Iterator[Renaming]:
    """What became of the parameter in each selected operation, path item or parameter."""
    parameters = context.action.parameters
    names = _Names(old=parameters["from"], new=parameters["to"], where=parameters["in"])
    for target in context.recorded:
        declared = _declared(context.old, target, names.old, names.where)
        if declared:
            yield _renaming(context, target, declared[0], names)


def _renaming(
    context: ActionContext,
    target: Address,
    declared: Address,
    names: _Names,
) -> Renaming:
    """What became of the first declaration that a target has; the others follow it."""
    match = _holder(context, target)
    place = (*declared, "name")
    change = IntendedChange(
        kind="value",
        address=place,
        to=place,
        before=names.old,
        after=names.new,
    )
    lost = Comparison(intended=change, state=ThreeWay.MISSING, match=match)
    if not match.whole:
        return Renaming(comparison=_gone(context, lost, target), old=names.old)
    olds = _declared(context.new, match.at, names.old, names.where)
    news = _declared(context.new, match.at, names.new, names.where)
    is_open = bool(olds) and not news and not _is_in_template(match.at, names)
    is_one = _is_one_target(match.at, olds)
    if is_open and is_one and _has_no_other_users(context, match.at, olds, names):
        found = replace(lost, state=ThreeWay.UNCHANGED, match=_followed(match, olds[0], declared))
        comparison = replace(found, at=(*olds[0], "name"), now=names.old)
        selected = _selected(match.at, olds)
        return Renaming(comparison=comparison, old=names.old, target=selected)
    if olds:
        comparison = replace(lost, state=ThreeWay.DIVERGED, at=(*olds[0], "name"), now=names.old)
        note = messages.shared_now(names.old, olds[0]) if is_open else ""
        note = note if is_one else messages.in_several_places(names.old, dict.fromkeys(olds))
        return Renaming(comparison=comparison, old=names.old, note=note)
    if news:
        comparison = _renamed(context, lost, declared, news[0], names)
        return Renaming(comparison=comparison, old=names.old)
    return Renaming(comparison=_other(context, lost, declared, names), old=names.old)


def _holder(context: ActionContext, target: Address) -> Match:
    """Where the holder of a parameter stands; the holder of its list for a parameter itself."""
    if target[-2:-1] == ("parameters",) and isinstance(target[-1], int):
        return context.locate(target[:-2])
    return context.locate(target)


def _declared(
    tree: Tree,
    target: Address,
    name: str,
    where: str,
) -> list[Address]:
    """The declarations of a parameter in a place, its own ones first, then those of its path."""
    value = get(tree, target)
    if isinstance(value, dict) and (value.get("name"), value.get("in")) == (name, where):
        return [target]
    if target[-2:-1] == ("parameters",) and isinstance(target[-1], int):
        target = target[:-2]
    item = item_of(target)
    inner = operations_of(tree, item) if where == "path" or item == target else []
    holders = dict.fromkeys([target, item, *inner])
    return [
        address
        for holder in holders
        for address, other, place in declarations(tree, holder)
        if (other, place) == (name, where)
    ]


def _is_in_template(holder: Address, names: _Names) -> bool:
    """Whether the path has the new name in braces already."""
    if names.where != "path" or holder[:1] != ("paths",):
        return False
    return any(names.new in template_names(str(path)) for path in holder[1:2])


def _selected(holder: Address, declared: list[Address]) -> Address:
    """The place to select: the holder, or the parameter itself where several share it."""
    shared = [place for place in declared if place[: len(holder)] != holder]
    return shared[0] if shared else holder


def _is_one_target(holder: Address, declared: list[Address]) -> bool:
    """Whether one target selects all declarations: their holder, or the only one outside of it."""
    outside = [place for place in declared if place[: len(holder)] != holder]
    return not outside or len(set(declared)) == 1


def _has_no_other_users(
    context: ActionContext,
    holder: Address,
    declared: list[Address],
    names: _Names,
) -> bool:
    """Whether nobody else shares a parameter that several can share."""
    if names.where == "path" or any(place[: len(holder)] == holder for place in declared):
        return True
    places = [context.locate(target).at for target in context.recorded]
    selected = {*places, *chain.from_iterable(operations_of(context.new, one) for one in places)}
    users = {
        operation
        for address, _ in objects(context.new, "path item", "operation")
        if any(place in declared for place, _, _ in declarations(context.new, address))
        for operation in (operations_of(context.new, address) or [address])
    }
    return users <= selected


def _followed(match: Match, place: Address, declared: Address) -> Match:
    """The match of a holder, with where the parameter went if it is not in its list any more."""
    if place[: len(match.at)] == match.at or declared[0] == place[0] == "components":
        return match
    return replace(match, evidence=(*match.evidence, "same name and location"))


def _renamed(
    context: ActionContext,
    lost: Comparison,
    declared: Address,
    now: Address,
    names: _Names,
) -> Comparison:
    """The new name is there, and the old one is not: the same parameter, or another one."""
    is_same = share_type(context.locator, declared, now) or _is_as_made(context, lost, now, names)
    return replace(
        lost,
        state=ThreeWay.ALREADY_APPLIED if is_same else ThreeWay.DIVERGED,
        at=(*now, "name"),
        now=names.new,
    )


def _is_as_made(context: ActionContext, lost: Comparison, now: Address, names: _Names) -> bool:
    """Whether what has the new name says what it says after the whole series."""
    made = _declared(context.after, _list_of(lost), names.new, names.where)
    trees = (context.after, context.new)
    return any(is_equivalent(get(trees[0], one), get(trees[1], now), *trees) for one in made)


def _other(
    context: ActionContext,
    lost: Comparison,
    declared: Address,
    names: _Names,
) -> Comparison:
    """Neither name is there: the parameter has a third one, or is gone."""
    match = context.locate(declared)
    now = get(context.new, (*match.at, "name")) if match.whole else MISSING
    if now is not MISSING:
        return replace(lost, state=ThreeWay.DIVERGED, at=(*match.at, "name"), now=now)
    joined = _joined(context, lost, names)
    return replace(lost, match=replace(lost.match, whole=False, candidates=tuple(joined)))


def _joined(context: ActionContext, lost: Comparison, names: _Names) -> Iterator[Address]:
    """The parameters in the same place of a request that joined."""
    holder = lost.match.at
    before = {name for _, name, _ in declarations(context.old, _list_of(lost))}
    for one in dict.fromkeys([holder, item_of(holder)]):
        for address, name, where in declarations(context.new, one):
            if where == names.where and name not in before:
                yield address


def _list_of(lost: Comparison) -> Address:
    return lost.intended.address[:-3]


def _gone(context: ActionContext, lost: Comparison, target: Address) -> Comparison:
    candidates = lost.match.candidates
    gone = lost_object(context.old, context.new, target)
    if gone and not candidates:
        candidates = heirs(context.old, context.new, gone)
    return replace(lost, match=replace(lost.match, candidates=candidates))
