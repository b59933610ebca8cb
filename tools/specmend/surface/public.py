"""Which modules and names of a package are public, and which path of a thing is its best one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from griffe import Alias, AliasResolutionError, Attribute, CyclicAliasError, Module, Object

_OPERATION = re.compile(r"\w*Operation\(")
"""How the data of an operation begins, which is for the client and not for users."""

Paths = dict[str, set[str]]
"""The public paths of things, by the path where each is defined."""


def public_modules(root: Module) -> Iterator[Module]:
    """The package and all modules in it of which no name is private."""
    yield root
    for name, member in root.members.items():
        if not name.startswith("_") and isinstance(member, Module) and name != "__main__":
            yield from public_modules(member)


def public_paths(root: Module) -> Paths:
    """The public paths of everything public, by the path where it is defined."""
    found: Paths = defaultdict(set)
    loose: dict[str, set[str]] = {}
    for module in public_modules(root):
        names = dict(_names(module, root))
        kept = found if module.exports is not None or module is root else None
        if kept is None:
            loose[module.path] = set(names.values())
        for name, target in names.items():
            found[target].add(f"{module.path}.{name}")
    _drop_inner(found, loose)
    return found


def target_of(thing: Object | Alias) -> Object | str:
    """What a name stands for; the full name of something outside the package."""
    if not isinstance(thing, Alias):
        return thing
    try:
        return thing.final_target
    except AliasResolutionError as error:
        return error.alias.target_path
    except CyclicAliasError:
        return thing.target_path


def is_missing(target: str, root: Module) -> bool:
    """Whether a path is one of a module of the package that is known as a whole."""
    place, _, name = target.rpartition(".")
    package, _, inside = place.partition(".")
    if package != root.name or not name:
        return False
    try:
        holder = root[inside] if inside else root
        members = holder.members if isinstance(holder, Module) else {name: None}
    except (KeyError, AliasResolutionError, CyclicAliasError):
        return False
    is_open = "__getattr__" in members or any(member.endswith("*") for member in members)
    return name not in members and not is_open


def is_data_of_operation(thing: Object) -> bool:
    """Whether something tells the client how to make a request."""
    return isinstance(thing, Attribute) and bool(_OPERATION.match(str(thing.value or "")))


def best(paths: set[str]) -> str:
    """The path that users take: the shortest, then the first."""
    return min(paths, key=lambda path: (path.count("."), path))


def _names(module: Module, root: Module) -> Iterator[tuple[str, str]]:
    """The public names of a module, each with the path where the thing is defined."""
    listed = None if module.exports is None else {str(name) for name in module.exports}
    for name, member in module.members.items():
        if name not in listed if listed is not None else _is_hidden(module, name, member):
            continue
        target = target_of(member)
        if isinstance(target, str):
            if not is_missing(target, root):
                yield name, target
        elif not isinstance(target, Module) and not is_data_of_operation(target):
            yield name, target.path


def _is_hidden(module: Module, name: str, member: Object | Alias) -> bool:
    """Whether a name of a module that lists none is not for users."""
    if name.startswith("_"):
        return True
    if not isinstance(member, Alias):
        return False
    package = module.path.partition(".")[0]
    return not module.is_init_module or not member.target_path.startswith(f"{package}.")


def _drop_inner(found: Paths, loose: Mapping[str, set[str]]) -> None:
    """Forget the paths through a module that lists no names and is shown elsewhere as a whole."""
    for module, targets in loose.items():
        inner = dict.fromkeys(targets, f"{module}.")
        elsewhere = [any(not p.startswith(start) for p in found[t]) for t, start in inner.items()]
        if targets and all(elsewhere):
            for target, start in inner.items():
                found[target] = {path for path in found[target] if not path.startswith(start)}
