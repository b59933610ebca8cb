"""Reads the surface of a package out of its files; nothing of it is imported."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import griffe
from griffe import (
    Attribute,
    Class,
    Module,
    NameResolutionError,
    Object,
    TypeAlias,
)

from specmend.surface.imports import dangling_imports
from specmend.surface.public import (
    Paths,
    best,
    found_at,
    further_paths,
    is_data_of_operation,
    public_paths,
    target_of,
)
from specmend.surface.read_class import keys_of, read_class
from specmend.surface.read_function import read_function
from specmend.surface.read_traits import is_free_variable, is_type_variable
from specmend.surface.records import ROOT, Alias, Argument, Call, Further, Surface, Thing, Value
from specmend.surface.records import Module as PublicModule
from specmend.surface.types import ANY, names_in, normal_type


def read_surface(folder: Path, package: str) -> Surface:
    """The public surface of the package of that name in a folder.

    Raises griffe.LoadingError, or ImportError where there is none.
    """
    root = griffe.load(
        package,
        search_paths=[folder],
        allow_inspection=False,
        resolve_aliases=True,
        resolve_external=False,
        resolve_implicit=False,
    )
    assert isinstance(root, Module)  # noqa: S101 - a name without a dot is a module's
    return _Reader(root).surface()


class _Reader:
    """Reads one package; knows which path of a thing is its name."""

    def __init__(self, root: Module) -> None:
        self._root = root
        self._public: Paths = public_paths(root)
        self._names = {target: best(paths) for target, paths in self._public.items() if paths}
        self._full: dict[str, str] = {}
        self._keys: dict[str, tuple[Argument, ...] | None] = {}
        self._resolvers: dict[int, Callable[[str], str]] = {}

    def surface(self) -> Surface:
        """All of it."""
        things = {thing.path: thing for thing in self._things()}
        inside = {
            self.short(path): self.short(self._names[target])
            for target, paths in self._public.items()
            for path in paths
        }
        places = {path.rpartition(".")[0] for paths in self._public.values() for path in paths}
        classes = {path for paths in self._public.values() for path in paths}
        modules = sorted(self.short(place) for place in places - classes - {self._root.name})
        return Surface(
            package=self._root.name,
            things={**things, **{name: PublicModule(path=name) for name in modules}},
            paths={**inside, **{name: name for name in modules}},
            hidden=dict(self._hidden(self._root)),
            private=frozenset(self._private(self._root)),
            calls={call.name: call for call in self._calls(self._root)},
            defined={self.short(target): self.short(path) for target, path in self._names.items()},
            further=dict(self._further({*inside, *modules})),
            dangling=dangling_imports(self._root),
            is_typed=_is_typed(self._root),
            free=frozenset(self._free(self._root)),
        )

    def short(self, path: str) -> str:
        """A path without the name of the package."""
        return path.partition(".")[2]

    def resolver(self, scope: Object) -> Callable[[str], str]:
        """Finds the full name of a name in a module or class."""
        # A scope has the same few names many times.
        if id(scope) not in self._resolvers:
            self._resolvers[id(scope)] = cache(partial(self._resolve, scope))
        return self._resolvers[id(scope)]

    def name(self, target: str) -> str:
        """The full name of what is defined at a path, as types have it."""
        inside = f"{self._root.name}."
        if not target.startswith(inside):
            # What a package gives on of others has the name that it has there.
            return target
        return f"{ROOT}.{self._names.get(target, target).removeprefix(inside)}"

    def keys(self, full: str) -> tuple[Argument, ...] | None:
        """The keys of a typed dict of the package as arguments; None where it is none."""
        if full not in self._keys:
            self._keys[full] = self._read_keys(full)
        return self._keys[full]

    def is_variable(self, full: str) -> bool:
        """Whether a full name is that of a type variable."""
        package, _, path = full.partition(".")
        found = self._inside(path) if package == ROOT and path else None
        return found is not None and is_type_variable(found)

    def _read_keys(self, full: str) -> tuple[Argument, ...] | None:
        package, _, path = full.partition(".")
        found = self._inside(path) if package == ROOT and path else None
        made = read_class(path, found, self) if found is not None and found.is_class else None
        return keys_of(made, full) if made is not None and made.kind == "typed dict" else None

    def _resolve(self, scope: Object, name: str) -> str:
        first, dot, rest = name.partition(".")
        try:
            full = scope.resolve(first)
        except NameResolutionError:
            return name
        return self._canonical(f"{full}{dot}{rest}")

    def _canonical(self, full: str) -> str:
        if full not in self._full:
            self._full[full] = self.name(self._defined(full))
        return self._full[full]

    def _defined(self, full: str) -> str:
        package, _, inside = full.partition(".")
        if package != self._root.name or not inside:
            return full
        found = found_at(self._root, inside)
        if found is None:
            return full
        target = target_of(found)
        return target if isinstance(target, str) else target.path

    def _things(self) -> Iterator[Thing]:
        for target, paths in self._public.items():
            if not paths:
                continue
            path = self.short(self._names[target])
            package, _, inside = target.partition(".")
            found = self._inside(inside) if package == self._root.name else None
            if found is not None:
                yield self._thing(path, found)
            else:
                yield Value(path=path, type=ANY if package == self._root.name else target)

    def _inside(self, path: str) -> Object | None:
        """What is at a path; None where a part of it is no Python text, as of a compiled module."""
        found = found_at(self._root, path)
        target = target_of(found) if found is not None else ""
        return None if isinstance(target, str) else target

    def _thing(self, path: str, found: Object) -> Thing:
        if found.is_class:
            return read_class(path, found, self)
        if found.is_function:
            return read_function(path, found, self)
        target = self._alias_of(found)
        if target is not None:
            return Alias(path=path, type=target)
        return self._constant(path, found)

    def _constant(self, path: str, found: Object) -> Value:
        assert isinstance(found, Attribute)  # noqa: S101 - nothing else is left
        value = None if found.value is None else str(found.value)
        text = str(found.annotation or "")
        if text in {"", "Final"}:
            text = _type_of_value(value)
        resolve = self.resolver(found.parent or self._root)
        return Value(path=path, type=normal_type(text, resolve), default=value)

    def _alias_of(self, found: Object) -> str | None:
        """The type that a name stands for; None where it is no name for a type."""
        if isinstance(found, TypeAlias):
            text = str(found.value)
        elif isinstance(found, Attribute) and found.value is not None:
            text = _alias_text(str(found.annotation or ""), str(found.value)) or ""
        else:
            return None
        return normal_type(text, self.resolver(found.parent or self._root)) if text else None

    def _hidden(self, module: Module) -> Iterator[tuple[str, Alias]]:
        """Private names for types, by their full names."""
        for member in module.members.values():
            if isinstance(member, Module):
                yield from self._hidden(member)
            elif isinstance(member, Object) and member.path not in self._names:
                target = self._alias_of(member)
                if target is not None:
                    yield self.name(member.path), Alias(path=member.path, type=target)

    def _private(self, module: Module) -> Iterator[str]:
        """The full names of private classes."""
        for member in module.members.values():
            if isinstance(member, Module):
                yield from self._private(member)
            elif isinstance(member, Class) and member.path not in self._names:
                yield self.name(member.path)

    def _further(self, known: Collection[str]) -> Iterator[tuple[str, Further]]:
        for path, target, is_given_on in further_paths(self._root):
            if self.short(path) not in known:
                best_path = self.short(self._names.get(target, ""))
                yield self.short(path), Further(best=best_path, is_given_on=is_given_on)

    def _free(self, module: Module) -> Iterator[str]:
        """The full names of type variables without bounds."""
        for member in module.members.values():
            if isinstance(member, Module):
                yield from self._free(member)
            elif isinstance(member, Attribute) and is_free_variable(member):
                yield self.name(member.path)

    def _calls(self, module: Module) -> Iterator[Call]:
        """The operations that the client knows, from the data that it reads."""
        for member in module.members.values():
            if isinstance(member, Module):
                yield from self._calls(member)
            elif isinstance(member, Attribute) and is_data_of_operation(member):
                yield _call(module.name, str(member.value), self.resolver(module))


def _is_typed(root: Module) -> bool:
    place = root.filepath
    if isinstance(place, Path):
        return place.with_name("py.typed").is_file()
    # A namespace has no file of its own: what is in it says so.
    return any(True for folder in place or () for _ in Path(folder).rglob("py.typed"))


def _call(name: str, text: str, resolve: Callable[[str], str]) -> Call:
    told = _keywords(ast.parse(text, mode="eval").body)
    body = _keywords(told["body"]).get("type") if "body" in told else None
    answers = [told[word] for word in ("success", "failure", "streaming") if word in told]
    return Call(
        name=name,
        request=" ".join(ast.unparse(told[word]) for word in ("method", "path") if word in told),
        body=normal_type(ast.unparse(body), resolve) if body is not None else "",
        answers=frozenset(one for tree in answers for one in _names_of(tree, resolve)),
    )


def _keywords(tree: ast.expr) -> Mapping[str, ast.expr]:
    given = tree.keywords if isinstance(tree, ast.Call) else []
    return {one.arg: one.value for one in given if one.arg}


def _names_of(tree: ast.expr, resolve: Callable[[str], str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield from names_in(resolve(node.id))


def _alias_text(annotation: str, value: str) -> str | None:
    """The type that a name is given, where the value is one."""
    tree = ast.parse(value, mode="eval").body
    if annotation.endswith("TypeAlias"):
        return value
    if isinstance(tree, ast.Call) and ast.unparse(tree.func).endswith("TypeAliasType"):
        return ast.unparse(tree.args[1]) if len(tree.args) > 1 else None
    if annotation:
        return None
    is_type = isinstance(tree, ast.Subscript) or (
        isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.BitOr)
    )
    return value if is_type and _reads_as_type(tree) else None


def _reads_as_type(tree: ast.expr) -> bool:
    """Whether an expression looks like a type: a capital, or a builtin with arguments."""
    heads = [node.value for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    heads = heads or [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    builtin = {"list", "dict", "set", "tuple", "type", "frozenset", "str", "int", "bytes", "float"}
    words = [ast.unparse(head).rpartition(".")[2] for head in heads]
    return all(word in builtin or word[:1].isupper() for word in words)


def _type_of_value(value: str | None) -> str:
    """The type of a constant that is written without one."""
    try:
        found = ast.literal_eval(value or "")
    except (ValueError, SyntaxError):
        return ""
    return "" if found is None else type(found).__name__
