"""One action made on a tree: what it selects, what it changes, and what stood there before."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.jsonpath.budget import expanded_size
from specmend.document.jsonpath.select import BadQuery, select
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Draft, Tree, get, remove
from specmend.limits import MAX_COPIED
from specmend.steps.edits.edit import EditFailed
from specmend.steps.merge import BadMerge, kind_of, leaves, merge, touched
from specmend.steps.step import Action, Touch


class ActionFailed(Exception):
    """An action cannot be made; `address` is the place that stands in its way, `already` as in EditFailed."""

    def __init__(
        self, message: str, address: Address | None = None, *, expected: str = "", advice: str = "",
        already: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.address, self.expected, self.advice, self.already = address, expected, advice, already


class NothingSelected(ActionFailed):
    """The target selects no place."""


class NoSource(NothingSelected):
    """The source of a copy selects no place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionResult:
    """The tree after an action, the places touched, and what was found at each place before."""

    tree: Tree
    touches: tuple[Touch, ...]
    found: tuple[tuple[Address, Tree], ...]


def apply_action(tree: Tree, action: Action) -> ActionResult:
    """Make one action; raises ActionFailed when it selects nothing or cannot be made."""
    try:
        targets = select(action.target, tree)
        if not targets:
            raise NothingSelected(f"the target {action.target} selects nothing",
                                  advice="look at the document; x-optional: says why this may be")  # fmt: skip
        if action.edit:
            return _edit(tree, action, targets)
        _refuse_primitives(tree, action, targets)
        if action.remove:
            return _remove(tree, targets)
        if action.update is MISSING and not action.copy:
            return ActionResult(tree=tree, touches=(), found=())
        return _update(tree, targets, _source(tree, action) if action.copy else action.update)
    except BadQuery as error:
        raise ActionFailed(str(error)) from error


def _edit(tree: Tree, action: Action, targets: tuple[Address, ...]) -> ActionResult:
    from specmend.steps.edits.table import EDITS

    try:
        edited = EDITS[action.edit].apply(tree, targets, action.parameters)
    except EditFailed as error:
        raise ActionFailed(
            str(error),
            error.address,
            expected=error.expected,
            advice=error.advice,
            already=error.already,
        ) from error
    touches = tuple(
        Touch(address=old, to=new, before=get(tree, old), after=get(edited.tree, new))
        for old, new in edited.places
    )
    # A renamed key is known by its name: what stands under it is not the edit's concern.
    found = tuple((t.address, t.before if t.address == t.to else t.address[-1]) for t in touches)
    return ActionResult(tree=edited.tree, touches=touches, found=found)


def _refuse_primitives(tree: Tree, action: Action, targets: tuple[Address, ...]) -> None:
    """Overlay 1.0 section 4.4.3 lets a target select objects and arrays only."""
    wrong = next((a for a in targets if kind_of(get(tree, a)) == "a primitive"), None)
    if wrong is not None and not action.primitives:
        raise ActionFailed(f"the target {action.target} selects a primitive", wrong,
                           expected="objects or arrays (Overlay 1.0)", advice="write overlay: 1.1.0")  # fmt: skip


def _remove(tree: Tree, targets: tuple[Address, ...]) -> ActionResult:
    if () in targets:
        raise ActionFailed("the root of a document cannot be removed", ())
    touches = tuple(Touch(address=a, to=a, before=get(tree, a), after=MISSING) for a in targets)
    return ActionResult(
        tree=remove(tree, targets),
        touches=touches,
        found=tuple((t.address, t.before) for t in touches),
    )


def _source(tree: Tree, action: Action) -> Tree:
    """The one value that a copy takes, as it stands now (Overlay 1.1 section 4.4.3)."""
    sources = select(action.copy, tree)
    if len(sources) != 1:
        kind = NoSource if not sources else ActionFailed
        raise kind(f"the source of a copy is one place; {action.copy} selects {len(sources)}",
                   advice="check the path given under copy")  # fmt: skip
    return get(tree, sources[0])


def _update(tree: Tree, targets: tuple[Address, ...], value: Tree) -> ActionResult:
    kinds = {kind_of(get(tree, address)) for address in targets}
    if len(kinds) > 1:
        raise ActionFailed(f"the target selects places of several kinds: {', '.join(sorted(kinds))}", targets[0],
                           expected="all objects, all arrays or all primitives (Overlay 1.1)")  # fmt: skip
    most = MAX_COPIED // len(targets)
    if expanded_size(value, most + 1) > most:
        raise ActionFailed(f"the action writes more than the limit of {MAX_COPIED:,} values",
                           advice="write less, or set SPECMEND_MAX_COPIED to a larger number")  # fmt: skip
    draft = Draft(tree)
    touches: list[Touch] = []
    for address in targets:
        try:
            draft.replace(address, merge(get(draft.tree, address), value))
        except BadMerge as error:
            where = (*address, *error.address)
            raise ActionFailed(
                str(error), where, expected="the same kind on both sides (Overlay 1.1)"
            ) from error
        touches += [
            Touch(address=a, to=a, before=b, after=MISSING)
            for a, b in leaves(get(tree, address), value, address)
        ]
    done = tuple(
        Touch(address=t.address, to=t.to, before=t.before, after=get(draft.tree, t.address))
        for t in touches
    )
    found = tuple((address, touched(get(tree, address), value)) for address in targets)
    return ActionResult(tree=draft.tree, touches=done, found=found)
