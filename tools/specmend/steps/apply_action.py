"""One action made on a tree: what it selects, what it changes, and what stood there before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from specmend.document.jsonpath.budget import expanded_size
from specmend.document.jsonpath.select import places_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Draft, Tree, get, remove
from specmend.errors import ActionFailed, FailureReason, MergeError, QueryError
from specmend.limits import COPIED, MAX_COPIED
from specmend.steps.merge import kind_of, leaves, merge, touched
from specmend.steps.step import Action, Touch


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionResult:
    """The tree after an action, the places touched, and what was found at each place before."""

    tree: Tree
    touches: tuple[Touch, ...]
    found: tuple[tuple[Address, Tree], ...]


def apply_action(tree: Tree, action: Action) -> ActionResult:
    """Make one action; raises ActionFailed when it selects nothing or cannot be made."""
    try:
        return _apply(tree, action, _targets(tree, action))
    except QueryError as error:
        raise ActionFailed(str(error)) from error


def _targets(tree: Tree, action: Action) -> tuple[Address, ...]:
    targets = places_of(tree, action.target)
    if not targets:
        raise ActionFailed(
            f"the target {action.target} selects nothing",
            reason=FailureReason.NOTHING_SELECTED,
            advice="look at the document; if that is expected, say why in x-optional",
        )
    return targets


def _apply(tree: Tree, action: Action, targets: tuple[Address, ...]) -> ActionResult:
    if action.edit:
        return _edit(tree, action, targets)
    _refuse_primitives(tree, action, targets)
    if action.remove:
        return _remove(tree, targets)
    if action.copy:
        return _update(tree, targets, _source(tree, action))
    if action.update is MISSING:
        return ActionResult(tree=tree, touches=(), found=())
    return _update(tree, targets, action.update)


def _edit(tree: Tree, action: Action, targets: tuple[Address, ...]) -> ActionResult:
    from specmend.steps.edits.table import EDITS

    edited = EDITS[action.edit].apply(tree, targets, action.parameters)
    touches = tuple(
        Touch(address=old, to=new, before=get(tree, old), after=get(edited.tree, new))
        for old, new in edited.places
    )
    found = tuple((touch.address, _found_by_edit(touch)) for touch in touches)
    return ActionResult(tree=edited.tree, touches=touches, found=found)


def _found_by_edit(touch: Touch) -> Tree:
    """What an edit found: the value, or the name of a renamed key, whatever stands under it."""
    return touch.before if touch.address == touch.to else touch.address[-1]


def _refuse_primitives(tree: Tree, action: Action, targets: tuple[Address, ...]) -> None:
    """Overlay 1.0 section 4.4.3 lets a target select objects and arrays only.

    A removal may select a primitive: the compliance set of the standard asks for it.
    """
    if action.primitives or action.remove:
        return
    for address in targets:
        if kind_of(get(tree, address)) == "a primitive":
            raise ActionFailed(
                f"the target {action.target} selects a primitive",
                address,
                expected="objects or arrays (Overlay 1.0)",
                advice="write overlay: 1.1.0",
            )


def _remove(tree: Tree, targets: tuple[Address, ...]) -> ActionResult:
    if () in targets:
        raise ActionFailed("the root of a document cannot be removed", ())
    found = tuple((address, get(tree, address)) for address in targets)
    touches = tuple(
        Touch(address=address, to=address, before=before, after=MISSING)
        for address, before in found
    )
    return ActionResult(tree=remove(tree, targets), touches=touches, found=found)


def _source(tree: Tree, action: Action) -> Tree:
    """The one value that a copy takes, as it stands now (Overlay 1.1 section 4.4.3)."""
    try:
        sources = places_of(tree, action.copy)
    except QueryError as error:
        raise ActionFailed(str(error), reason=FailureReason.BAD_SOURCE) from error
    if len(sources) != 1:
        raise ActionFailed(
            f"the source of a copy is one place; {action.copy} selects {len(sources)}",
            reason=FailureReason.BAD_SOURCE if sources else FailureReason.NO_SOURCE,
            advice="check the path given under copy",
        )
    return get(tree, sources[0])


def _update(tree: Tree, targets: tuple[Address, ...], value: Tree) -> ActionResult:
    _refuse_mixed_kinds(tree, targets)
    _refuse_large_update(targets, value)
    draft = Draft(tree)
    for address in targets:
        try:
            draft.replace(address, merge(get(draft.tree, address), value))
        except MergeError as error:
            _refuse_merge(address, error)
    touches = tuple(
        Touch(address=leaf, to=leaf, before=before, after=get(draft.tree, leaf))
        for address in targets
        for leaf, before in leaves(get(tree, address), value, address)
    )
    found = tuple((address, touched(get(tree, address), value)) for address in targets)
    return ActionResult(tree=draft.tree, touches=touches, found=found)


def _refuse_mixed_kinds(tree: Tree, targets: tuple[Address, ...]) -> None:
    """Overlay 1.1 section 4.4.3 wants all targets of an update to be of one kind."""
    kinds = {kind_of(get(tree, address)) for address in targets}
    if len(kinds) > 1:
        raise ActionFailed(
            f"the target selects places of several kinds: {', '.join(sorted(kinds))}",
            targets[0],
            expected="all objects, all arrays or all primitives (Overlay 1.1)",
        )


def _refuse_large_update(targets: tuple[Address, ...], value: Tree) -> None:
    most = MAX_COPIED // len(targets)
    if expanded_size(value, most + 1) > most:
        raise ActionFailed(
            f"the action writes more than the limit of {MAX_COPIED:,} values",
            advice=f"write less, or set {COPIED.variable} to a larger number",
        )


def _refuse_merge(target: Address, error: MergeError) -> NoReturn:
    expected = "the same kind on both sides (Overlay 1.1)"
    raise ActionFailed(str(error), (*target, *error.address), expected=expected) from error
