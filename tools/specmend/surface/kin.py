"""Which differences have one cause: the same edit seen at several places of a package."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.surface.difference import Difference
from specmend.surface.groups import Group, Groups
from specmend.surface.pairs import Pairs
from specmend.surface.places import signatures_at, types_at
from specmend.surface.records import ROOT, Class, Module, Surface, Value
from specmend.surface.users import Users, things_in

_GONE = frozenset(
    {"argument-gone", "name-gone", "member-gone", "field-gone", "field-not-sent", "module-gone"}
)
_NEW = frozenset({"name-new", "member-new", "field-new", "field-new-required", "argument-new"})
_RETYPED = frozenset(
    f"{family}-{word}"
    for family in ("argument", "field", "result", "type", "value")
    for word in (
        *(
            "type",
            "replaced",
            "wider",
            "narrower",
            "can-be-none",
            "choice-gone",
            "choice-new",
            "choice-lost",
        ),
        *("changed", "new-required", "now-required", "now-optional"),
    )
)
_LEFT = _RETYPED | {"name-renamed", "argument-gone"}


class Kin:
    """Knows which places belong together, and what led to what."""

    def __init__(self, old: Surface, new: Surface, pairs: Pairs) -> None:
        self._old, self._new = old, new
        self._gone = set(pairs.gone)
        self._users = (Users(old), Users(new))
        self._bodies = {**_bodies(new), **_bodies(old)}

    def owner(self, one: Difference) -> str:
        """The path that all places of one cause share: without async, the body of a call."""
        if one.root:
            return one.root
        surface = self._new if one.is_new else self._old
        owner = self._sync(one.owner, surface)
        body = self._bodies.get(owner.rpartition(".")[2], "")
        thing = surface.things.get(body) or self._new.things.get(body)
        holder = surface.things.get(owner.rpartition(".")[0])
        source = self._source(one, surface) or self._packed(one) or self._of_parent(one)
        if source:
            return source
        if one.name and isinstance(holder, Class) and isinstance(thing, Class):
            known = {*thing.all_members, *_members(self._new, body), *_members(self._old, body)}
            if one.check.startswith("argument-") and one.name in known:
                return body
        return owner

    def _source(self, one: Difference, surface: Surface) -> str:
        """The private class from which the member comes; many classes have it of that one."""
        thing, holder = (
            surface.things.get(one.owner),
            surface.things.get(one.owner.rpartition(".")[0]),
        )
        if isinstance(thing, Class) and one.name in thing.members:
            return thing.members[one.name].source
        method = one.owner.rpartition(".")[2]
        if isinstance(holder, Class) and method in holder.members:
            source = holder.members[method].source
            return f"{source}.{method}" if source else ""
        return ""

    def _packed(self, one: Difference) -> str:
        """The typed dict that has an argument as a key; many calls have it of that one."""
        if not one.check.startswith("argument-"):
            return ""
        found = (
            argument.source
            for surface in (self._old, self._new)
            for signature in signatures_at(surface, one.owner)
            for argument in signature.arguments
            if argument.name == one.name and argument.source
        )
        return next(found, "").removeprefix(f"{ROOT}.")

    def _of_parent(self, one: Difference) -> str:
        """The highest parent that is made with an argument, and that a class has it of."""
        if not one.check.startswith("argument-"):
            return ""
        found = ""
        for surface in (self._old, self._new):
            thing = surface.things.get(one.owner)
            if isinstance(thing, Class) and one.name in thing.inherited:
                for path in (parent.removeprefix(f"{ROOT}.") for parent in thing.parents):
                    made = (a.name for each in signatures_at(surface, path) for a in each.arguments)
                    found = path if one.name in made else found
        return found

    def is_argument(self, one: Difference) -> bool:
        """Whether an attribute is an argument of its class too."""
        if one.check not in {"member-gone", "member-new", "member-renamed"}:
            return False
        thing = (self._new if one.is_new else self._old).things.get(one.owner)
        made = thing.constructor if isinstance(thing, Class) else None
        return made is not None and any(each.name == one.name for each in made.arguments)

    def is_key(self, one: Difference) -> bool:
        """Whether a field or argument is a key of a typed dict."""
        thing = self._old.things.get(one.owner)
        is_dict = isinstance(thing, Class) and thing.kind == "typed dict"
        return is_dict or bool(self._packed(one))

    def is_twin(self, one: Difference) -> bool:
        """Whether a place is the asynchronous one of two."""
        surface = self._new if one.is_new else self._old
        return self._sync(one.owner, surface) != one.owner

    def rooted(self, groups: list[Group]) -> list[Group]:
        """The groups, each with those that it led to."""
        known = Groups(groups)
        causes = [self._cause(number, known) for number in range(len(groups))]
        roots: dict[int, list[Difference]] = {}
        names = {number for number, group in enumerate(groups) if group[0].check == "name-gone"}
        for number in range(len(groups)):
            roots.setdefault(_root(number, causes, names), [])
        for number, group in enumerate(groups):
            root = _root(number, causes, names)
            if number == root:
                roots[root] = [*group, *roots[root]]
            else:
                roots[root] += group
        return [tuple(group) for group in roots.values()]

    def _cause(self, number: int, groups: Groups) -> int | None:
        """The group that led to a group."""
        first = groups.listed[number][0]
        replaced = groups.replaced(number)
        if replaced is not None:
            return replaced
        if first.check == "name-gone":
            return self._user(number, groups, self._old, _GONE)
        if first.check == "name-new":
            return self._user(number, groups, self._new, _NEW | _RETYPED)
        if first.check == "name-renamed":
            outer = self._outer(first, groups)
            return self._property(number, groups) if outer is None else outer
        if first.check in {"module-broken", "no-longer-public"}:
            return self._of_paths(first, groups)
        return self._holder(number, groups)

    def _of_paths(self, first: Difference, groups: Groups) -> int | None:
        """What went with a module, or took from one what it asks for."""
        if first.check == "module-broken":
            return groups.of_left(first.before)
        return groups.first_of(first.check, first.owner.rpartition(".")[0])

    def _holder(self, number: int, groups: Groups) -> int | None:
        """The thing that went, of what is a part of it or mentions it."""
        first = groups.listed[number][0]
        wanted: set[str] = set()
        if first.check == "parent-gone":
            wanted = {first.before.removeprefix(f"{ROOT}.")}
        elif first.check == "parent-new":
            wanted = {first.after.removeprefix(f"{ROOT}.")}
        elif first.check == "path-gone":
            wanted = {path for path in _above(first.before) if path in self._gone}
        elif first.check in _LEFT or first.check == "member-gone":
            wanted = self._mentioned(first) & self._gone
        return groups.of_things(wanted, number)

    def _mentioned(self, one: Difference) -> set[str]:
        """The things that the old type of a place names."""
        return things_in(types_at(self._old, one))

    def _user(
        self, number: int, groups: Groups, surface: Surface, kinds: frozenset[str]
    ) -> int | None:
        """The one group that has every user of a thing that went, or came, with its users."""
        group = groups.listed[number]
        paths = {one.owner for one in group}
        if isinstance(surface.things.get(group[0].owner), Module):
            return None
        places = groups.places(kinds)
        module = places.get((group[0].owner.rpartition(".")[0], ""))
        if module is not None and module != number:
            return module
        holders: set[int | None] = set()
        for path in paths:
            for owner, name in self._users[surface is self._new].of(path):
                if owner not in paths:
                    holders.add(places.get((owner, name), places.get((owner, ""))))
        holders -= {number}
        if None in holders or not holders:
            return None
        first = min(one for one in holders if one is not None)
        is_argument = groups.listed[first][0].check == "argument-gone"
        # Many arguments that went with their type went because of it.
        return None if is_argument and len(holders) > 1 else first

    def _outer(self, first: Difference, groups: Groups) -> int | None:
        """The renamed class that a renamed class is inside of."""
        holder, _, name = first.owner.rpartition(".")
        renamed = groups.with_check("name-renamed")
        outer = (i for i, d in renamed if (d.owner, f"{d.after}.{name}") == (holder, first.after))
        return next(outer, None)

    def _property(self, number: int, groups: Groups) -> int | None:
        """The renamed property that gives a renamed class."""
        paths = {one.owner for one in groups.listed[number]}
        for index, one in groups.with_check("member-renamed"):
            thing = self._old.things.get(one.owner)
            member = thing.all_members.get(one.name) if isinstance(thing, Class) else None
            if isinstance(member, Value) and things_in([member.type]) & paths:
                return index
        users = {owner for path in paths for owner, _ in self._users[0].of(path)} - paths
        for index, one in groups.with_check("name-renamed"):
            group = groups.listed[index]
            # Only what is called otherwise itself has it.
            is_whole = bool(users) and users <= {each.owner for each in group}
            if index != number and group[0] == one and is_whole:
                return index
        return None

    def _sync(self, path: str, surface: Surface) -> str:
        """The path of the synchronous twin, where there is one."""
        parts = path.split(".")
        for place, part in enumerate(parts):
            for plain in (part.removeprefix("Async"), part.removesuffix("_async")):
                other = [*parts[:place], plain, *parts[place + 1 :]]
                if plain != part and plain and ".".join(other[: place + 1]) in surface.things:
                    return self._sync(".".join(other), surface)
        return path


def _root(number: int, causes: list[int | None], names: set[int]) -> int:
    """Where a chain of causes begins; a circle begins at its smallest that is no lost name."""
    seen = [number]
    while (cause := causes[seen[-1]]) is not None:
        if cause in seen:
            return min(seen[seen.index(cause) :], key=lambda one: (one in names, one))
        seen.append(cause)
    return seen[-1]


def _bodies(surface: Surface) -> dict[str, str]:
    """The class whose fields are the arguments, by the name of the method."""
    return {
        name: call.body.removeprefix(f"{ROOT}.")
        for name, call in surface.calls.items()
        if call.body.startswith(f"{ROOT}.")
    }


def _members(surface: Surface, path: str) -> Iterator[str]:
    thing = surface.things.get(path)
    if isinstance(thing, Class):
        yield from thing.all_members


def _above(path: str) -> Iterator[str]:
    """The paths of all that a path is inside of."""
    while "." in path:
        path = path.rpartition(".")[0]
        yield path
