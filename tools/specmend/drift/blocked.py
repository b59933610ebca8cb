"""Whether an action needs what a step makes that failed before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.action_context import ActionContext, Failed
from specmend.drift.comparison import Comparison, ThreeWay
from specmend.steps.step import Touch


def blocker(context: ActionContext, comparisons: Iterable[Comparison]) -> int | None:
    """The number of the failed step that made what the places of the action lack on the new document."""
    for standing in comparisons:
        if standing.state in {ThreeWay.DIVERGED, ThreeWay.MISSING}:
            for failed in reversed(context.failed):
                if any(_made(context, touch, standing) for touch in failed.touches):
                    return failed.number
    return None


def target_blocker(context: ActionContext) -> int | None:
    """The number of the failed step that made a place which the target selects on the old document only."""
    for place in context.left:
        for failed in reversed(context.failed):
            if any(_covers(context.old, touch, place) for touch in failed.touches):
                return failed.number
    return None


def named_blocker(context: ActionContext) -> int | None:
    """The number of the failed step that made something which the action names, as the schema of a reference."""
    texts = set(_texts([context.action.update, dict(context.action.parameters)]))
    for failed in reversed(context.failed):
        if any(_named(failed, texts)):
            return failed.number
    return None


def _named(failed: Failed, texts: set[str]) -> Iterator[bool]:
    for touch in failed.touches:
        if touch.before is MISSING or touch.address != touch.to:
            name = str(touch.to[-1]) if touch.to else ""
            yield bool(name) and (name in texts or any(text.endswith("/" + name) for text in texts))


def _made(context: ActionContext, touch: Touch, standing: Comparison) -> bool:
    address = standing.intended.address
    if address[: len(touch.to)] != touch.to and touch.to[: len(address)] != address:
        return False
    return _covers(context.old, touch, address) or touch.to[: len(address)] == address


def _covers(tree: Tree, touch: Touch, place: Address) -> bool:
    """Whether a place of the old tree is there because of a touch; in a list, whether its member is."""
    if touch.after is MISSING or place[: len(touch.to)] != touch.to:
        return False
    below = place[len(touch.to) : len(touch.to) + 1]
    if below and isinstance(touch.before, list) and touch.address == touch.to:
        member = get(tree, place[: len(touch.to) + 1])
        return not any(same(member, one) for one in touch.before)
    if below and isinstance(touch.before, dict) and touch.address == touch.to:
        return below[0] not in touch.before or not same(
            touch.before[below[0]], get(tree, place[: len(touch.to) + 1])
        )
    return True


def _texts(value: Tree) -> Iterator[str]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield key
            yield from _texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from _texts(member)
    elif isinstance(value, str):
        yield value
