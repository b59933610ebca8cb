"""Guesses at one member that was taken out of many lists: one rule that names the member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.document.jsonpath.select import select
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get
from specmend.steps.learn.narrowed import meant_changes
from specmend.steps.learn.wildcards import wildcards
from specmend.steps.member_query import member_query
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, Proposal

_MANY: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class _Removal:
    """A member that was taken out of a list, and the filter that names it there."""

    address: Address
    filter: str
    value: Tree

    @property
    def key(self) -> str:
        """The key of the list."""
        return str(self.address[-2])


def removed_members(old: Tree, new: Tree) -> Iterator[Proposal]:
    """One step for each member that was taken out of three lists or more under the same key."""
    groups: dict[tuple[str, str], list[_Removal]] = {}
    for removal in _removals(old, new):
        groups.setdefault((removal.key, removal.filter), []).append(removal)
    for removals in groups.values():
        if len(removals) >= _MANY:
            actions = tuple(_actions(old, removals))
            yield Proposal(title=_title(removals), actions=actions)


def _removals(old: Tree, new: Tree) -> Iterator[_Removal]:
    for change in meant_changes(old, new):
        token = change.address[-1] if change.address else ""
        if change.kind == "remove" and isinstance(token, int) and len(change.address) > 1:
            members = get(old, change.address[:-1])
            filter_ = member_query(members, token)
            if filter_ and isinstance(change.address[-2], str):
                yield _Removal(address=change.address, filter=filter_, value=change.before)


def _actions(tree: Tree, removals: Sequence[_Removal]) -> Iterator[Fields]:
    """One action where a query selects just these members, else one for each."""
    first = removals[0]
    places = {removal.address for removal in removals}
    lists = [removal.address[:-1] for removal in removals]
    key = format_path((first.key,))[1:].removeprefix(".")
    guesses = (wildcards(lists), f"$..{key}")
    queries = [f"{guess}[{first.filter}]" for guess in guesses if guess]
    exact = [query for query in queries if set(select(query, tree)) == places]
    targets = exact[:1] or [place_query(tree, removal.address) for removal in removals]
    yield from ({"target": target, "remove": True} for target in targets)


def _title(removals: Sequence[_Removal]) -> str:
    first = removals[0]
    name = first.value if isinstance(first.value, str) else _name(first.value)
    return f"Remove {name} from {first.key} at {len(removals)} places"


def _name(member: Tree) -> str:
    """The name of a member, as that of a parameter; `null` and numbers as they are written."""
    if not isinstance(member, dict):
        return "null" if member is None else str(member)
    names = [member[key] for key in ("name", "title", "$ref") if isinstance(member.get(key), str)]
    return str(names[0]).rsplit("/", maxsplit=1)[-1] if names else "a member"
