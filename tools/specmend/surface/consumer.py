"""Writes a program that uses a package as its users do: what it gives and what it reads, typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from specmend.surface.containers import as_read
from specmend.surface.expand import Expander, without_variables
from specmend.surface.judge import is_same
from specmend.surface.records import ROOT, Class, Surface
from specmend.surface.site import Called, Site, Way
from specmend.surface.types import ANY, SELF, branches, names_in, parts, renamed

_LISTS: Final = frozenset({"list", "collections.abc.Sequence", "collections.abc.Iterable"})
_DICTS: Final = frozenset({"dict", "collections.abc.Mapping"})
_STREAMS: Final = {"__iter__": "for", "__aiter__": "async for"}
_ROOTED: Final = f"{ROOT}."


@dataclass(frozen=True, kw_only=True, slots=True)
class Program:
    """The text of a program, and for each of its lines the number of the site and what is done."""

    text: str
    lines: dict[int, tuple[int, Way]]


def consumer(sites: Iterable[Site], new: Surface) -> Program:
    """A program with a function for each site and way; it is written for the new package.

    What is given and says the same in both packages is in one call with everything that it takes.
    """
    writer = _Writer(new)
    built: set[tuple[str, str]] = set()
    for number, site in enumerate(sites):
        for way in site.ways:
            whole = (site.family, site.place or site.owner)
            if way == "read" or whole not in built or not is_same(site):
                writer.write(number, way, site)
            if way == "given":
                built.add(whole)
    return writer.program()


@dataclass(slots=True)
class _Given:
    """Values that are arguments of the function that uses them.

    `heads` are the generic types that the new package takes.
    """

    heads: frozenset[str] = frozenset()
    types: list[str] = field(default_factory=list)

    def value(self, text: str) -> str:
        """The name of an argument of that type."""
        self.types.append(text)
        return f"v{len(self.types) - 1}"

    def values(self, text: str) -> list[str]:
        """Expressions of a type: one for each of its branches."""
        return [value for one in branches(text) for value in self._values(one)]

    def _values(self, one: str) -> Iterator[str]:
        head, inner = parts(one)
        if head.startswith("collections.abc.") and head not in self.heads:
            # Not every sequence is a list.
            yield self.value(one)
        if one == "None":
            yield one
        elif head == "typing.Literal":
            yield from inner
        elif head in _LISTS and inner:
            yield from (f"[{value}]" for value in self.values(inner[0]))
        elif head in _DICTS and len(inner) > 1 and inner[0] == "str" and inner[1] != ANY:
            yield from (f"{{'key': {value}}}" for value in self.values(inner[1]))
        else:
            yield self.value(one)


class _Writer:
    """Collects functions, and what each of their lines is about."""

    def __init__(self, new: Surface) -> None:
        self._new = new
        self._expander = Expander(new)
        self._body: list[str] = []
        self._about: list[tuple[int, Way]] = []
        self._modules: set[str] = set()

    def write(self, number: int, way: Way, site: Site) -> None:
        """Write the function of a site."""
        given = _Given(heads=frozenset(parts(one)[0] for one in branches(site.after)))
        lines = list(self._lines(way, site, given))
        if not lines:
            return
        is_async = any("await " in line or "async for" in line for line in lines)
        types = ", ".join(f"v{i}: {self._code(one)}" for i, one in enumerate(given.types))
        returns = self._returned(site) if way == "read" else "None"
        head = f"{'async ' if is_async else ''}def f{len(self._body)}({types}) -> {returns}:"
        for line in (head, *(f"    {line}" for line in lines), ""):
            self._body.append(line)
            self._about.append((number, way))

    def program(self) -> Program:
        """The whole program."""
        modules = sorted(self._modules | {self._new.package, "typing"})
        start = ["from __future__ import annotations", *(f"import {name}" for name in modules), ""]
        lines = {len(start) + i + 1: about for i, about in enumerate(self._about)}
        return Program(text="\n".join([*start, *self._body]) + "\n", lines=lines)

    def _lines(self, way: Way, site: Site, given: _Given) -> Iterator[str]:
        if site.called is not None:
            yield from self._call(way, site, site.called, given)
        elif site.family == "value":
            yield f"return {self._code(_ROOTED + site.place)}"
        elif site.family == "type":
            yield from self._alias(way, site, given)
        elif way == "read":
            yield f"return {given.value(_ROOTED + site.place)}{self._part(site)}"
        elif site.fields or self._is_built(site.place):
            yield from self._built(site, given)

    def _part(self, site: Site) -> str:
        """How a field is read: by its key, where the class is a dict."""
        thing = self._new.things.get(site.place)
        is_key = isinstance(thing, Class) and thing.kind == "typed dict"
        return f"[{site.field!r}]" if is_key else f".{site.field}"

    def _is_built(self, place: str) -> bool:
        thing = self._new.things.get(place)
        return isinstance(thing, Class) and thing.kind in {"model", "typed dict"}

    def _alias(self, way: Way, site: Site, given: _Given) -> Iterator[str]:
        if way == "read":
            yield f"return {given.value(_ROOTED + site.place)}"
            return
        for index, value in enumerate(given.values(site.before)):
            yield f"x{index}: {self._code(_ROOTED + site.place)} = {value}"

    def _built(self, site: Site, given: _Given) -> Iterator[str]:
        others = [f"{name}={given.value(text)}" for name, text in site.fields if name != site.field]
        for value in given.values(site.before):
            words = ", ".join([*others, f"{site.field}={value}"])
            yield f"{self._code(_ROOTED + site.place)}({words})"

    def _call(self, way: Way, site: Site, called: Called, given: _Given) -> Iterator[str]:
        callee = self._callee(called, given)
        wait = "await " if called.signature.waits else ""
        if way == "read":
            call = f"{wait}{callee}({self._arguments(called, given, everything=True)})"
            yield from self._result(site, call)
            return
        for value in given.values(site.before):
            yield f"{wait}{callee}({self._arguments(called, given, site.field, value)})"

    def _result(self, site: Site, call: str) -> Iterator[str]:
        word = self._stream(site.before)
        if word:
            yield f"{word} x in {call}:"
            yield "    return x"
            yield "return None"
        elif site.before == "None":
            yield call
        else:
            yield f"return {call}"

    def _stream(self, text: str) -> str:
        """The word that reads the records of a result one by one, where it is made of some."""
        head, inner = parts(text)
        thing = self._new.things.get(head.removeprefix(_ROOTED))
        if len(inner) != 1 or not head.startswith(_ROOTED) or not isinstance(thing, Class):
            return ""
        return next((w for name, w in _STREAMS.items() if name in thing.all_members), "")

    def _returned(self, site: Site) -> str:
        """The type that a function of the program gives back: that of the old package."""
        holder = site.called.holder if site.called is not None else ""
        before, after = (
            renamed(one, {SELF: _ROOTED + holder}) for one in (site.before, site.after)
        )
        seen = as_read(before, after)
        if site.called is not None and self._stream(site.before):
            (inner,) = parts(seen)[1]
            return f"{self._code(inner)} | None"
        return self._code(seen)

    def _callee(self, called: Called, given: _Given) -> str:
        if not called.holder:
            return self._code(_ROOTED + called.name)
        if called.on_class:
            return f"{self._code(_ROOTED + called.holder)}.{called.name}"
        return f"{given.value(_ROOTED + called.holder)}.{called.name}"

    def _arguments(
        self,
        called: Called,
        given: _Given,
        name: str = "",
        value: str = "",
        *,
        everything: bool = False,
    ) -> str:
        """The required arguments, or all, as the new package wants them; one value for a name."""
        by_place, by_name = [], []
        arguments = called.signature.arguments
        # What stands before many arguments is given by its place as they are.
        has_many = any(one.kind == "rest" and (everything or one.name == name) for one in arguments)
        places = {"positional", "rest", *(["either"] if has_many else [])}
        for one in arguments:
            is_before = has_many and one.kind in places
            is_wanted = one.name == name or one.required or everything or is_before
            if not is_wanted or one.kind == "keywords":
                continue
            text = value if one.name == name else given.value(one.type)
            if one.kind in places:
                by_place.append(text)
            else:
                by_name.append(f"{one.name}={text}")
        return ", ".join([*by_place, *by_name])

    def _code(self, text: str) -> str:
        """A type as the program has it; Any for what the new package does not have."""
        shape = without_variables(text, self._expander)
        for name in names_in(shape):
            module = name.rpartition(".")[0]
            self._modules.add(self._module(name) if name.startswith(_ROOTED) else module)
        return renamed(shape, {n: n.replace(ROOT, self._new.package, 1) for n in names_in(shape)})

    def _module(self, name: str) -> str:
        """The module of a name of the package: a nested class is in that of its class."""
        inside = name.removeprefix(_ROOTED)
        while inside and self._expander.is_class(f"{ROOT}.{inside.rpartition('.')[0]}"):
            inside = inside.rpartition(".")[0]
        return f"{self._new.package}.{inside.rpartition('.')[0]}".rstrip(".")
