"""Whether an action needs what a step makes that failed before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.action_context import ActionContext, Failed
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.steps.step import Touch


def blocker(
    context: ActionContext,
    comparisons: Iterable[Comparison],
) -> int | None:
    """The number of the failed step that made what the action lacks on the new document."""
    for comparison in comparisons:
        if comparison.state not in {ThreeWay.DIVERGED, ThreeWay.MISSING}:
            continue
        # Of several steps that made it, the last one is the one that is missing now.
        for failed in reversed(context.failed):
            if _made_compared_place(context.old, failed, comparison):
                return failed.number
    return None


def target_blocker(context: ActionContext) -> int | None:
    """The number of the failed step that made what the target selects on the old document only."""
    for place in context.left:
        for failed in reversed(context.failed):
            if _made_place(context.old, failed, place):
                return failed.number
    return None


def named_blocker(context: ActionContext) -> int | None:
    """The number of the failed step that made what the action names or refers to."""
    action = context.action
    texts = {*_texts(action.update), *_texts(dict(action.parameters))}
    for failed in reversed(context.failed):
        for name in _new_names(failed):
            if _is_named(name, texts):
                return failed.number
    return None


def repeat_blocker(
    context: ActionContext,
    comparisons: Iterable[Comparison],
) -> int | None:
    """The number of the failed step that made a member which the action adds once more."""
    for comparison in comparisons:
        change = comparison.intended
        listed = change.before if change.kind == "members" else ()
        for index, member in enumerate(listed):
            is_repeated = any(same(member, lacking) for lacking in comparison.lacking)
            for failed in reversed(context.failed):
                if is_repeated and _made_place(context.old, failed, (*change.address, index)):
                    return failed.number
    return None


def undecided_name(
    context: ActionContext,
    comparisons: Iterable[Comparison],
) -> int | None:
    """The number of the failed step that would have named what is found under another name."""
    addresses = [one.intended.address for one in comparisons if one.is_relocated]
    for failed in reversed(context.failed):
        for place in failed.renamed:
            is_through = any(address[: len(place)] == place for address in addresses)
            if is_through and context.locate(place).relocated:
                return failed.number
    return None


def _new_names(failed: Failed) -> Iterator[str]:
    """The names that a failed step would have added or given."""
    for touch in failed.touches:
        is_new = touch.before is MISSING or touch.address != touch.to
        if is_new and touch.to:
            yield str(touch.to[-1])


def _is_named(
    name: str,
    texts: set[str],
) -> bool:
    """Whether one of the texts is a name, or a reference to it."""
    if not name:
        return False
    end = "/" + name
    return name in texts or any(text.endswith(end) for text in texts)


def _made_compared_place(
    tree: Tree,
    failed: Failed,
    comparison: Comparison,
) -> bool:
    """Whether a failed step made a place, or what it is inside of.

    What it made inside of a place that is to be removed is no reason for the place to be gone.
    """
    change, address = comparison.intended, comparison.intended.address
    is_gone = comparison.state is ThreeWay.MISSING and change.only_removes
    for touch in failed.touches:
        is_inside = touch.to[: len(address)] == address and len(touch.to) > len(address)
        is_above = touch.to[: len(address)] == address and not (is_inside and is_gone)
        if is_above or _made(tree, touch, address):
            return True
    return False


def _made_place(tree: Tree, failed: Failed, place: Address) -> bool:
    return any(_made(tree, touch, place) for touch in failed.touches)


def _made(
    tree: Tree,
    touch: Touch,
    place: Address,
) -> bool:
    """Whether a place of the old tree is there because of a touch.

    In a list, the member that holds the place must be; in a mapping, its value.
    """
    depth = len(touch.to)
    if touch.after is MISSING or place[:depth] != touch.to:
        return False
    if len(place) == depth or touch.address != touch.to:
        return True
    key = place[depth]
    member = get(tree, place[: depth + 1])
    if isinstance(touch.before, list):
        return not any(same(member, before) for before in touch.before)
    if isinstance(touch.before, dict):
        return key not in touch.before or not same(touch.before[key], member)
    return True


def _texts(value: Tree) -> Iterator[str]:
    """Every text of a value, keys included."""
    if isinstance(value, dict):
        yield from value
        for member in value.values():
            yield from _texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from _texts(member)
    elif isinstance(value, str):
        yield value
