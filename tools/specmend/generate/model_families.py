"""Which models are written to one module: a class, and what is there for it alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_WORD: Final = re.compile(r'"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|[^\W\d]\w*', re.DOTALL)
"""A text between quotes, or a name."""

_MOST: Final = 200
"""As many classes as a family has; type checkers give up on very large modules."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """The code of one model: a class with its parents, or a name for listed values.

    `module` is where it stands if more than one family names it; empty for one of its own.
    """

    code: str
    parents: tuple[str, ...] = ()
    module: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The names in the code, without those in texts."""
        return frozenset(word for word in _WORD.findall(self.code) if not word.startswith('"'))


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """The models of one module: its first class, and those that only members of it name.

    `named` are all models that they name.
    """

    first: str
    sources: Mapping[str, Source]
    named: frozenset[str]


def families(sources: Mapping[str, Source], others: Collection[str] = ()) -> list[Family]:
    """The models by module, in the order of their first ones; `others` can be named too."""
    known = {*sources, *others}
    named = {name: source.words & known - {name} for name, source in sources.items()}
    firsts = _firsts(sources, _users(named))
    members = defaultdict[str, list[str]](list)
    for name in sources:
        members[firsts[name]].append(name)
    return [
        Family(
            first=first,
            sources={name: sources[name] for name in names},
            named=frozenset(other for name in names for other in named[name]),
        )
        for first, names in members.items()
    ]


def _users(named: Mapping[str, Iterable[str]]) -> Mapping[str, list[str]]:
    """The models that name each model."""
    users = defaultdict[str, list[str]](list)
    for name, others in named.items():
        for other in others:
            users[other].append(name)
    return users


def _firsts(sources: Mapping[str, Source], users: Mapping[str, list[str]]) -> dict[str, str]:
    """The first model of the family that each model belongs to.

    A class with parents is always a first one: its module imports theirs, and none imports another
    for any other reason, so they never import each other.
    """
    only = {
        name: users[name][0]
        for name, source in sources.items()
        if len(users.get(name, ())) == 1 and not sources.keys() & set(source.parents)
    }
    firsts: dict[str, str] = {}
    sizes = defaultdict[str, int](int)
    for name in sources:
        for one in reversed(list(_way_up(name, only, firsts))):
            first = firsts.get(only.get(one, ""), "")
            if not first or sizes[first] >= _MOST:
                first = sources[one].module or one
            firsts[one] = first
            sizes[first] += 1
    return firsts


def _way_up(name: str, only: Mapping[str, str], known: Mapping[str, str]) -> Iterator[str]:
    """A model, the one that names it, and so on, up to one whose family is known."""
    seen = set[str]()
    while name and name not in seen and name not in known:
        yield name
        seen.add(name)
        name = only.get(name, "")
