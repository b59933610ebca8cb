"""Names a member of a list by what it says: the filter of a query that selects it alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from specmend.document.jsonpath.select import select
from specmend.document.openapi.keywords import OF_KIND, PASSING
from specmend.document.openapi.kinds import NAMING
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.changes import is_primitive
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get, same
from specmend.steps.plain_actions import normalized_path

_DEEPEST: Final = 4
_LONGEST: Final = 60
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Said:
    """A place inside a member, and the primitive that stands there, or among others in a list."""

    address: Address
    value: Tree
    is_listed: bool = False

    @property
    def term(self) -> str:
        """The comparison of a filter that says so."""
        if self.is_listed:
            return f"{_path(self.address)}[?@ == {literal(self.value)}]"
        return f"{_path(self.address)} == {literal(self.value)}"

    def holds_of(self, member: Tree) -> bool:
        """Whether a member says so too."""
        there = get(member, self.address)
        if not self.is_listed:
            return same(there, self.value)
        return isinstance(there, list) and any(same(one, self.value) for one in there)


def member_query(members: Sequence[Tree], index: int) -> str:
    """The filter that selects one member of a list, as `?@.name == 'limit'`.

    Empty where nothing that the member says tells it from the others.
    """
    for guess in _guesses(members, index):
        if select(f"$[{guess}]", list(members)) == ((index,),):
            return guess
    return ""


def literal(value: Tree) -> str:
    """A primitive as the literal of a query (RFC 9535 section 2.3.5.1)."""
    return normalized_path((value,))[2:-1] if isinstance(value, str) else write_json(value)


def _guesses(members: Sequence[Tree], index: int) -> Iterator[str]:
    """Filters that may tell a member from the others, those that people read best first."""
    member = members[index]
    if is_primitive(member):
        yield f"?@ == {literal(member)}"
    if not isinstance(member, dict):
        return
    others = [other for place, other in enumerate(members) if place != index]
    said = sorted(_said(member, ()), key=_rank)
    plain = [one for one in said if not one.is_listed][:_MOST]
    listed = [one for one in said if one.is_listed][:_MOST]
    alone: list[Sequence[Said]] = [[one] for one in plain]
    yield from _sayings([*_names(member), *alone, *combinations(plain, 2)], others)
    yield from _with_keys(member, [()], others)
    yield from _sayings([[one] for one in listed], others)
    yield from _with_keys(member, alone, others)


def _sayings(guesses: Iterable[Sequence[Said]], others: Sequence[Tree]) -> Iterator[str]:
    """What is said together, and by no other member."""
    for together in guesses:
        if not any(_says(other, together) for other in others):
            yield _filter(one.term for one in together)


def _with_keys(
    member: dict[str, Tree], guesses: Iterable[Sequence[Said]], others: Sequence[Tree]
) -> Iterator[str]:
    """What is said together, and a key that tells the member from those that say so too."""
    for together in guesses:
        rivals = [other for other in others if _says(other, together)]
        for term in _keys(member, rivals):
            yield _filter([*(one.term for one in together), term])


def _names(member: dict[str, Tree]) -> Iterator[list[Said]]:
    """The naming keys of a member with their values, if all of them are text."""
    for keys in NAMING:
        names = [Said((key,), member.get(key)) for key in keys]
        if all(isinstance(name.value, str) for name in names):
            yield names


def _said(member: dict[str, Tree], above: Address) -> Iterator[Said]:
    """The short primitives that a member says, by keys or in a list; prose is left out."""
    for key, value in member.items():
        if key in PASSING or len(above) >= _DEEPEST:
            continue
        place = (*above, key)
        if isinstance(value, dict):
            yield from _said(value, place)
        elif isinstance(value, list):
            yield from (Said(place, one, is_listed=True) for one in value if _is_short(one))
        elif _is_short(value):
            yield Said(place, value)


def _is_short(value: Tree) -> bool:
    return is_primitive(value) and len(write_json(value)) <= _LONGEST


def _rank(one: Said) -> tuple[bool, int, int]:
    """What tells members apart comes first, what stands deep inside or in a list comes last."""
    key = one.address[-1]
    rank = OF_KIND.index(key) if key in OF_KIND else len(OF_KIND)
    return one.is_listed, len(one.address), rank


def _keys(member: dict[str, Tree], others: Sequence[Tree]) -> Iterator[str]:
    """A key that no other member has, or one that all others have and this one has not."""
    for key in sorted(member.keys() - PASSING):
        if not any(_has(other, key) for other in others):
            yield _path((key,))
    for key in sorted(_keys_of(others) - member.keys() - PASSING):
        if all(_has(other, key) for other in others):
            yield f"!{_path((key,))}"


def _keys_of(members: Sequence[Tree]) -> set[str]:
    return {key for member in members if isinstance(member, dict) for key in member}


def _has(member: Tree, key: str) -> bool:
    return isinstance(member, dict) and key in member


def _says(member: Tree, said: Sequence[Said]) -> bool:
    return all(one.holds_of(member) for one in said)


def _filter(terms: Iterable[str]) -> str:
    return f"?{' && '.join(terms)}"


def _path(address: Address) -> str:
    return f"@{format_path(address)[1:]}"
