"""The differences of each cause, found by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from specmend.surface.difference import Difference

Group = tuple[Difference, ...]

_WHOLE = frozenset({"name-gone", "module-gone", "name-new"})
_LEFT = frozenset({"name-gone", "name-renamed", "module-gone", "path-gone"})


class Groups:
    """Finds groups without looking through all of them; each is known by its number."""

    def __init__(self, listed: Sequence[Group]) -> None:
        self.listed = listed
        self._by_check: dict[str, list[tuple[int, Difference]]] = defaultdict(list)
        for number, group in enumerate(listed):
            for one in group:
                self._by_check[one.check].append((number, one))
        self._replaced = _numbers(self._by_check["thing-replaced"])
        self._whole, self._left = self._numbers_of(_WHOLE), self._numbers_of(_LEFT)
        self._places: dict[frozenset[str], dict[tuple[str, str], int]] = {}

    def with_check(self, check: str) -> Sequence[tuple[int, Difference]]:
        """The differences that a check tells, each with the number of its group."""
        return self._by_check[check]

    def first_of(self, check: str, owner: str) -> int | None:
        """The first group in which a check tells something of an owner."""
        return next((number for number, one in self._by_check[check] if one.owner == owner), None)

    def replaced(self, number: int) -> int | None:
        """The thing that is another kind of thing now, of whatever changed in it."""
        paths = {path for one in self.listed[number] for path in _and_above(one.owner)}
        return self._first(self._replaced, paths, number)

    def of_things(self, paths: Iterable[str], number: int) -> int | None:
        """The first other group in which one of the things is gone, or new."""
        return self._first(self._whole, paths, number)

    def of_left(self, path: str) -> int | None:
        """The first group in which a thing, or a path of it, is gone or called otherwise."""
        return self._first(self._left, [path], -1)

    def places(self, kinds: frozenset[str]) -> dict[tuple[str, str], int]:
        """The first group of each owner and name, of those that some checks tell."""
        if kinds not in self._places:
            found: dict[tuple[str, str], int] = {}
            for number, group in enumerate(self.listed):
                for one in group:
                    if one.check in kinds:
                        found.setdefault((one.owner, one.name), number)
                        # A method is a user by all that it takes and gives.
                        owner, _, method = one.owner.rpartition(".")
                        found.setdefault((owner, method), number)
            self._places[kinds] = found
        return self._places[kinds]

    def _numbers_of(self, checks: Collection[str]) -> dict[str, list[int]]:
        return _numbers(each for check in sorted(checks) for each in self._by_check[check])

    def _first(self, known: dict[str, list[int]], paths: Iterable[str], number: int) -> int | None:
        found = {each for path in paths for each in known.get(path, ())} - {number}
        return min(found, default=None)


def _numbers(found: Iterable[tuple[int, Difference]]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, one in found:
        numbers[one.owner].append(number)
    return numbers


def _and_above(path: str) -> Collection[str]:
    """A path, and those of all that it is inside of."""
    parts = path.split(".")
    return [".".join(parts[: count + 1]) for count in range(len(parts))]
