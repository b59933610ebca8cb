"""Which modules and names of a package are public, and which path of a thing is its best one."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from griffe import Alias, AliasResolutionError, Attribute, Class, CyclicAliasError, Module, Object

from specmend.surface.exports import exports_of
from specmend.surface.read_traits import is_type_variable

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
        kept = found if exports_of(module) is not None or module is root else None
        if kept is None:
            loose[module.path] = set(names.values())
        for name, target in names.items():
            found[target].add(f"{module.path}.{name}")
    _drop_inner(found, loose)
    return found


def further_paths(root: Module) -> Iterator[tuple[str, str, bool]]:
    """All paths of things through modules, with where each is defined, and whether it is given on.

    Others are those that an `__all__` leaves out, or that a module imports for itself.
    """
    for module in public_modules(root):
        listed = dict(_names(module, root))
        yield module.path, "", bool(listed)
        for name, member in module.members.items():
            is_open = not name.startswith("_") and not isinstance(member, Module)
            target = target_of(member) if is_open else ""
            if not isinstance(target, str) and not isinstance(target, Module):
                yield f"{module.path}.{name}", target.path, name in listed


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


def found_at(root: Module, path: str) -> Object | Alias | None:
    """What is at a path inside of a package; None where a part of it is no Python text."""
    found: Object | Alias = root
    for name in path.split("."):
        holder = target_of(found)
        members = {} if isinstance(holder, str) else holder.members
        if name not in members:
            return _inherited_at(root, path)
        found = members[name]
    return found


def is_missing(target: str, root: Module) -> bool:
    """Whether a path is one of a module of the package that is known as a whole."""
    place, _, name = target.rpartition(".")
    package, _, inside = place.partition(".")
    if package != root.name or not name:
        return False
    holder = found_at(root, inside) if inside else root
    if holder is None:
        return False
    members = holder.members if isinstance(holder, Module) else {name: None}
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
    listed = exports_of(module)
    given_on = _given_on(module) if listed is None else frozenset()
    for name, member in module.members.items():
        is_hidden = name not in given_on and _is_hidden(module, name, member)
        if is_hidden if listed is None else name not in listed:
            continue
        target = target_of(member)
        if isinstance(target, str):
            if not is_missing(target, root):
                yield name, target
        elif not isinstance(target, Module) and not _is_for_the_package(target):
            yield name, target.path
            yield from _nested(name, target)


def _inherited_at(root: Module, path: str) -> Object | Alias | None:
    """What is at a path through other names, and through parents of classes."""
    try:
        found: Object | Alias = root[path]
    except (KeyError, AliasResolutionError, CyclicAliasError):
        return None
    return found


def _is_for_the_package(thing: Object) -> bool:
    return is_data_of_operation(thing) or is_type_variable(thing)


def _nested(name: str, thing: Object) -> Iterator[tuple[str, str]]:
    """The public classes inside of a class."""
    members = thing.members.items() if isinstance(thing, Class) else ()
    for inner, member in members:
        if isinstance(member, Class) and not inner.startswith("_"):
            yield f"{name}.{inner}", member.path
            yield from _nested(f"{name}.{inner}", member)


def _given_on(module: Module) -> frozenset[str]:
    """The names that a module imports for others too: with a star, or as what they are called."""
    inside = f"{module.path.partition('.')[0]}."
    found = {
        name
        for name, member in module.members.items()
        if isinstance(member, Alias)
        and not name.startswith("_")
        and member.target_path.startswith(inside)
    }
    place = module.filepath
    if not found or module.is_init_module or not isinstance(place, Path):
        return frozenset()
    for node in ast.parse(place.read_bytes()).body:
        for one in node.names if isinstance(node, ast.ImportFrom) else ():
            if one.asname != one.name:
                found.discard(one.asname or one.name)
    return frozenset(found)


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
