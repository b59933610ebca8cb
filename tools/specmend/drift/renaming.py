"""What became of each name that an edit changes: it is there still, it is changed, or neither."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.action_context import ActionContext
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.heirs import heirs, is_surely_gone
from specmend.matching.locator import Match
from specmend.steps.edits.rename_operation import ids_of
from specmend.steps.edits.rename_tag import mentions

_SERVERS: Final = ("servers",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Renaming:
    """One name that an edit changes, compared with the new document.

    `old` is the name to change there, and `target` the place to select for it; the document as a
    whole for an edit that has a table of names. `note` says why a person must look, where that is
    known. `may_be_left` says that what is gone may be something else now.
    """

    comparison: Comparison
    old: str
    target: Address = ()
    may_be_left: bool = False
    note: str = ""

    @property
    def state(self) -> ThreeWay:
        """What the new document says of the name."""
        return self.comparison.state

    @property
    def is_surely_gone(self) -> bool:
        """Whether nothing is left of what has the name."""
        has_candidates = self.may_be_left or bool(self.comparison.match.candidates)
        return self.state is ThreeWay.MISSING and not has_candidates


def table_renamings(context: ActionContext) -> tuple[Renaming, ...]:
    """What became of each name in the table of an edit; none for an edit without a table."""
    compare = _BY_EDIT.get(context.action.verb)
    return tuple(compare(context)) if compare else ()


def _keys(context: ActionContext) -> Iterator[Renaming]:
    """The names of schemas or paths, which are keys."""
    for comparison in context.comparisons:
        if comparison.intended.kind == "name":
            place = comparison.intended.address
            yield Renaming(
                comparison=_without_rewrite(context, comparison),
                old=str(comparison.now),
                may_be_left=not is_surely_gone(context.old, context.new, place),
            )


def _without_rewrite(context: ActionContext, comparison: Comparison) -> Comparison:
    """A comparison that is not followed where a path and the servers have changed at once.

    What is called is the URL of a server with the path behind it (OpenAPI 3.1 section 4.8.5).
    """
    is_followed = comparison.is_relocated and context.action.verb == "rename-path"
    if is_followed and not same(get(context.old, _SERVERS), get(context.new, _SERVERS)):
        return replace(comparison, state=ThreeWay.DIVERGED)
    return comparison


def _operations(context: ActionContext) -> Iterator[Renaming]:
    """The ids of operations: no two have one id (OpenAPI 3.1 section 4.8.10)."""
    here, there = ids_of(context.old), ids_of(context.new)
    for old, new in context.action.parameters["names"].items():
        operation = here[old][:-1]
        match = context.locate(operation)
        renaming = _value(here[old], old, new, match)
        if old in there or new in there:
            yield _in_use(renaming, old, new, there)
        elif match.whole:
            now = get(context.new, (*match.at, "operationId"))
            yield _other(renaming, (*match.at, "operationId"), now)
        else:
            left = match.candidates or heirs(context.old, context.new, operation)
            yield _with_candidates(renaming, left)


def _tags(context: ActionContext) -> Iterator[Renaming]:
    """The names of tags, wherever they stand."""
    here, there = _first_mentions(context.old), _first_mentions(context.new)
    joined = tuple(there[name] for name in there if name not in here)
    for old, new in context.action.parameters["names"].items():
        lost = Match(at=(), matched_depth=len(here[old]) - 1, whole=False)
        renaming = _value(here[old], old, new, lost)
        last = get(context.after, here[old])
        if old in there or new in there:
            yield _in_use(renaming, old, new, there)
        elif last in there and last not in here:
            # A later step gives it the name that upstream chose.
            yield _in_use(renaming, old, str(last), there)
        else:
            yield _with_candidates(renaming, joined)


def _first_mentions(tree: Tree) -> dict[str, Address]:
    found: dict[str, Address] = {}
    for address in mentions(tree):
        found.setdefault(str(get(tree, address)), address)
    return found


def _value(address: Address, old: str, new: str, match: Match) -> Renaming:
    change = IntendedChange(
        kind="value",
        address=address,
        to=address,
        before=old,
        after=new,
    )
    comparison = Comparison(
        intended=change,
        state=ThreeWay.MISSING,
        match=match,
    )
    return Renaming(comparison=comparison, old=old)


def _in_use(
    renaming: Renaming,
    old: str,
    new: str,
    places: Mapping[str, Address],
) -> Renaming:
    """A name of which the old one, the new one, or both are in use."""
    state = ThreeWay.UNCHANGED if new not in places else ThreeWay.ALREADY_APPLIED
    if old in places and new in places:
        state = ThreeWay.DIVERGED
    present = old if old in places else new
    comparison = replace(
        renaming.comparison,
        state=state,
        match=replace(renaming.comparison.match, at=places[present], whole=True),
        at=places[present],
        now=present,
    )
    return replace(renaming, comparison=comparison)


def _other(renaming: Renaming, at: Address, now: Tree) -> Renaming:
    """What has a third name now, or none."""
    if now is MISSING:
        return _with_candidates(renaming, (at[:-1],))
    comparison = replace(
        renaming.comparison,
        state=ThreeWay.DIVERGED,
        at=at,
        now=now,
    )
    return replace(renaming, comparison=comparison)


def _with_candidates(renaming: Renaming, candidates: tuple[Address, ...]) -> Renaming:
    match = replace(renaming.comparison.match, whole=False, candidates=candidates)
    return replace(renaming, comparison=replace(renaming.comparison, match=match))


_BY_EDIT: Final[Mapping[str, Callable[[ActionContext], Iterator[Renaming]]]] = {
    "rename-schema": _keys,
    "rename-path": _keys,
    "rename-operation": _operations,
    "rename-tag": _tags,
}
