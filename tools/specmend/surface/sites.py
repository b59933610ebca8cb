"""Lists every place of a package where users meet a type, with the types of both packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specmend.surface.change import Direction
from specmend.surface.compare_call import arguments_of, renamed_arguments
from specmend.surface.expand import Expander
from specmend.surface.in_new_names import Naming, signature_in
from specmend.surface.overloads import overload_for
from specmend.surface.records import Alias, Class, Function, Signature, Value
from specmend.surface.site import Called, Family, Site


@dataclass(frozen=True, kw_only=True, slots=True)
class Sites:
    """Lists the sites of things in both packages; `naming` puts old types into the new names."""

    old: Expander
    new: Expander
    naming: Naming

    def of_alias(self, old: Alias, new: Alias, direction: Direction) -> Iterator[Site]:
        """The name of a type."""
        yield self._site("type", old.path, "", (old.type, new.type), direction, place=new.path)

    def of_value(self, old: Value, new: Value) -> Iterator[Site]:
        """A constant of a module."""
        yield self._site("value", old.path, "", (old.type, new.type), "none", place=new.path)

    def of_function(self, old: Function, new: Function, holder: str) -> Iterator[Site]:
        """The arguments and results of a function."""
        name = new.path.rpartition(".")[2] if holder else new.path
        called = Called(
            holder=holder, name=name, signature=new.signatures[-1], on_class=new.on_class
        )
        yield from self._arguments(old.path, old.signatures, new.signatures, called)
        for index, signature in enumerate(old.signatures):
            other = overload_for(signature, index, old, new)
            if other is not None:
                place = Called(holder=holder, name=name, signature=other, on_class=new.on_class)
                types = (signature.returns, other.returns)
                yield self._site("result", old.path, "", types, "none", called=place)

    def of_class(
        self, old: Class, new: Class, direction: Direction, names: Mapping[str, str]
    ) -> Iterator[Site]:
        """The fields and attributes of a class, the calls of its methods, and how it is made."""
        members = new.all_members
        needed = tuple(
            (name, one.type)
            for name, one in members.items()
            if isinstance(one, Value) and one.is_required
        )
        for name, one in old.members.items():
            now = names.get(name, name)
            other = members.get(now)
            if isinstance(one, Function) and isinstance(other, Function):
                yield from self.of_function(one, other, new.path)
            elif isinstance(one, Value) and isinstance(other, Value) and old.kind != "enum":
                way = direction if one.is_field else "response"
                types = (one.type, other.type)
                yield self._site(
                    "field", old.path, name, types, way, place=new.path, field=now, fields=needed
                )
        if old.constructor is not None and new.constructor is not None:
            called = Called(holder="", name=new.path, signature=new.constructor)
            yield from self._arguments(old.path, (old.constructor,), (new.constructor,), called)

    def _arguments(
        self,
        owner: str,
        old: tuple[Signature, ...],
        new: tuple[Signature, ...],
        called: Called,
    ) -> Iterator[Site]:
        before, after = arguments_of(old), arguments_of(new)
        named = tuple(signature_in(one, self.naming) for one in old)
        names = renamed_arguments(arguments_of(named), after)
        for name, one in before.items():
            now = names.get(name, name)
            if now in after and one.kind != "keywords":
                types = (self.old.given(one.type), after[now].type)
                yield self._site(
                    "argument", owner, name, types, "request", field=now, called=called
                )

    def _site(
        self,
        family: Family,
        owner: str,
        name: str,
        types: tuple[str, str],
        direction: Direction,
        place: str = "",
        field: str = "",
        called: Called | None = None,
        fields: tuple[tuple[str, str], ...] = (),
    ) -> Site:
        return Site(
            family=family,
            owner=owner,
            name=name,
            direction=direction,
            before=self.naming(self.old.expanded(types[0])),
            after=self.new.expanded(types[1]),
            written=(self.naming(types[0]), types[1]),
            place=place,
            field=field,
            called=called,
            fields=fields,
        )
