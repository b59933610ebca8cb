"""What upstream says once more beside a place that a step mends: there the fault would stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.keywords import PROSE_KEYWORDS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, canonical, get
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.judgment import Judgment, asked
from specmend.drift.subjects import subjects
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.drift.value_actions import VALUE_ACTIONS
from specmend.matching.described import described
from specmend.matching.sayings import Saying, own_sayings, sayings, without
from specmend.steps.step import Verdict

_RENAME: Final = "rename-property"
_MADE: Final = frozenset({Verdict.APPLIES, Verdict.MOVED})


def without_rest(context: ActionContext, judgment: Judgment) -> Judgment:
    """The judgment; a conflict where the action is made, and the same is said at another place.

    Upstream may say it twice by now: of a property, in a branch as well, or of a parameter, for one
    operation of the path.
    """
    if judgment.verdict not in _MADE or judgment.tree is context.new:
        return judgment
    rest: list[Address] = []
    if context.action.verb == _RENAME:
        rest += _old_names(context, judgment.tree)
    elif context.action.verb in VALUE_ACTIONS:
        rest += (at for one in judgment.comparisons for at in _rest(context, judgment.tree, one))
    if not rest:
        return judgment
    return asked(context, judgment, messages.not_reached(tuple(dict.fromkeys(rest))))


def _old_names(context: ActionContext, made: Tree) -> Iterator[Address]:
    """Where an object still has a property by its old name, or requires it."""
    name = context.action.parameters["from"]
    keys = {(keyword, canonical(name)) for keyword in ("properties", "required")}
    ours = Counter(
        one.key for place in context.recorded for one in _said(context.result.tree, place)
    )
    for place in context.selected or context.recorded_now:
        for one in _said(made, place):
            if one.key in keys and not ours[one.key]:
                yield one.at


def _rest(context: ActionContext, made: Tree, comparison: Comparison) -> Iterator[Address]:
    """Where the new tree says what a change takes away, after it was made."""
    change = comparison.intended
    is_open = comparison.state is ThreeWay.UNCHANGED and comparison.at is not None
    if not is_open or change.kind == "name" or change.before is MISSING:
        return
    subject = next(subjects(change.address), None)
    if subject is None:
        return
    fault = _taken_away(context, subject)
    match = context.locate(subject)
    if not fault or not match.whole:
        return
    ours = Counter(one.key for one in _said(context.result.tree, subject))
    for one in _said(made, match.at):
        if one.key in fault:
            ours[one.key] -= 1
            if ours[one.key] < 0:
                yield one.at


def _taken_away(context: ActionContext, subject: Address) -> set[tuple[str, str]]:
    """What an object does not say any more after an action; words for people do not count."""
    was, shall = own_sayings(context.old, subject), own_sayings(context.result.tree, subject)
    return {one.key for one in without(was, shall) if one.keyword not in PROSE_KEYWORDS}


def _said(tree: Tree, subject: Address) -> Iterator[Saying]:
    """What holds always for the value that an object describes, each time that it is written."""
    seen: set[tuple[Address, tuple[str, str]]] = set()
    for place in described(tree, _around(tree, subject)):
        for one in sayings(tree, place):
            if one.reach == "always" and (one.at, one.key) not in seen:
                seen.add((one.at, one.key))
                yield one


def _around(tree: Tree, subject: Address) -> Address:
    """The schema that a branch of an `allOf` says something of."""
    while subject[-2:-1] == ("allOf",) and isinstance(get(tree, subject[:-2]), dict):
        subject = subject[:-2]
    return subject
