"""Which thing of a new package each thing of the old one is: by paths, or by what it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specmend.surface.expand import Expander
from specmend.surface.records import ROOT, Alias, Class, Function, Surface, Thing, Value
from specmend.surface.types import names_in, renamed, same_form

_UNKNOWN = "typing.Any"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """The old and new path of each thing that is in both, and the paths of what is in one.

    `names` gives the new full name of what is called otherwise now.
    """

    together: tuple[tuple[str, str], ...]
    renamed: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    names: Mapping[str, str]

    def in_new_names(self, text: str) -> str:
        """An old type in the names of the new package."""
        return renamed(text, self.names)


def pair_things(old: Surface, new: Surface) -> Pairs:
    """Match the things of two packages."""
    paths: dict[str, list[str]] = defaultdict(list)
    for path, best in old.paths.items():
        paths[best].append(path)
    found: dict[str, str] = {}
    for best in old.things:
        ways = (best, *sorted(paths[best]))
        places = [new.paths[way] for way in ways if way in new.paths]
        places += [new.further[way].best for way in ways if way in new.further]
        places = [place for place in places if place]
        if places:
            found[best] = places[0]
    gone = [path for path in old.things if path not in found]
    fresh = [path for path in new.things if path not in set(found.values())]
    alike = dict(_alike(old, new, gone, fresh))
    everything = {**found, **alike}
    for path in gone:
        # What is inside of something that is called otherwise goes with it.
        holder, _, name = path.rpartition(".")
        inside = f"{everything[holder]}.{name}" if holder in everything else ""
        if path not in alike and inside in fresh and inside not in everything.values():
            alike[path] = everything[path] = inside
    return Pairs(
        together=tuple(found.items()),
        renamed=tuple(alike.items()),
        gone=tuple(path for path in gone if path not in alike),
        new=tuple(path for path in fresh if path not in set(alike.values())),
        names={f"{ROOT}.{a}": f"{ROOT}.{b}" for a, b in everything.items() if a != b},
    )


def _alike(
    old: Surface, new: Surface, gone: Iterable[str], fresh: Iterable[str]
) -> Iterable[tuple[str, str]]:
    """Things under another name that hold the same, where there is one of them in each package."""
    lost, found = _by_content(old, gone), _by_content(new, fresh)
    for content, paths in lost.items():
        others = found.get(content, [])
        for path in paths if content else []:
            near = [other for other in others if _are_near(path, other)]
            rivals = [other for other in paths if near and _are_near(other, near[0])]
            if len(near) == len(rivals) == 1:
                yield path, near[0]


def _are_near(one: str, other: str) -> bool:
    """Whether two paths are in one module, or have the same name in two."""
    (module, _, name), (module_2, _, name_2) = one.rpartition("."), other.rpartition(".")
    return module == module_2 or name == name_2


def _by_content(surface: Surface, paths: Iterable[str]) -> Mapping[str, list[str]]:
    listed = list(paths)
    unknown = {f"{ROOT}.{path}": _UNKNOWN for path in listed}
    found: dict[str, list[str]] = defaultdict(list)
    for path in listed:
        found[content_of(surface.things[path], unknown, Expander(surface))].append(path)
    return found


def content_of(thing: Thing, unknown: Mapping[str, str], expander: Expander) -> str:
    """What a thing holds, without its own name and those that are `unknown`; "" for too little."""

    def form(text: str) -> str:
        return same_form(renamed(text, unknown))

    if isinstance(thing, Class):
        members = sorted(f"{name}: {_member(one, form)}" for name, one in thing.all_members.items())
        is_async = "async " if thing.path.rpartition(".")[2].startswith("Async") else ""
        parents = sorted(map(form, thing.parents))
        return f"{is_async}{thing.kind} {parents} {members}" if members else ""
    if isinstance(thing, Function):
        types = (form(one) for each in thing.signatures for one in (each.returns, *each.given))
        named = {name for one in types for name in names_in(one)}
        return _member(thing, form) if named - {_UNKNOWN} else ""
    if isinstance(thing, Alias):
        return f"type {same_form(renamed(expander.expanded(thing.type), unknown))}"
    return ""


def _member(one: Function | Value, form: object) -> str:
    assert callable(form)  # noqa: S101 - a function of this module
    if isinstance(one, Value):
        return f"{form(one.type)} = {one.default}"
    return " | ".join(
        str([(a.name, a.kind, form(a.type), a.required) for a in each.arguments])
        + f" -> {form(each.returns)}"
        for each in one.signatures
    )
